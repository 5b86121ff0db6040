import Foundation
import Testing

struct `Every source file` {
  private static let files = SourceTree().files(under: "Sources")

  @Test func `is found`() {
    #expect(Self.files.count > 150)
  }

  @Test func `has at most 400 lines`() {
    for file in Self.files {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 400, "\(file.path) has \(lines) lines")
    }
  }

  @Test func `keeps its promises instead of marking them`() {
    let marks: Set<Substring> = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
    for file in Self.files {
      let words = Set(file.text.split { !$0.isLetter && !$0.isNumber && $0 != "\\" })
      #expect(words.isDisjoint(with: marks), "\(file.path) holds \(words.intersection(marks))")
    }
  }

  @Test func `shows nothing beyond the package`() {
    for file in Self.files {
      let isPublic = file.text.split(separator: "\n").contains {
        $0.drop { $0 == " " }.hasPrefix("public ")
      }
      #expect(!isPublic, "\(file.path) declares something public")
    }
  }

  @Test func `never forces what may fail`() {
    for file in Self.files {
      #expect(!file.text.contains("try!"), "\(file.path)")
      #expect(!file.text.contains("fatalError("), "\(file.path)")
    }
  }

  @Test func `speaks of no machine's paths`() {
    for file in Self.files + SourceTree().files(under: "Tests") {
      #expect(!file.text.contains("/wo" + "rk/"), "\(file.path)")
    }
  }
}
