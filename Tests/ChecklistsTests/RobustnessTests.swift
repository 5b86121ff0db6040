import Auditing
import Chance
import Checklists
import Foundation
import Testing

struct `A damaged checklist's file` {
  /// The bytes after a few random edits: replaced, removed, doubled, moved.
  private func mutated(_ bytes: [UInt8], with generator: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      guard !bytes.isEmpty else { break }
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 1...40, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[start] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 3: bytes.insert(Array("\n+:\\% #".utf8).randomElement(using: &generator) ?? 0, at: start)
      default: bytes.removeSubrange(start...)
      }
    }
    return bytes
  }

  @Test func `loads or is refused, whatever the damage`() {
    var generator = SplitMix(20_261_121)
    let bytes = Array(validText.utf8)
    var refused = 0
    for _ in 0..<2000 {
      let damaged = mutated(bytes, with: &generator)
      let (checklist, faults) = load(damaged)
      #expect((checklist == nil) == !faults.isEmpty)
      #expect(faults.map(\.line) == faults.map(\.line).sorted())
      let lineCount = damaged.count { $0 == 0x0A } + 1
      for fault in faults {
        #expect((1...lineCount).contains(fault.line))
        #expect(!fault.wording.fr.isEmpty && !fault.wording.en.isEmpty)
      }
      refused += checklist == nil ? 1 : 0
    }
    #expect((1000..<2000).contains(refused))
  }

  @Test(.timeLimit(.minutes(1)))
  func `with a great many faults is still answered`() {
    var text = validText + "\n%rec: Criterio\n"
    for index in 0..<5000 {
      text +=
        "\nId: N\(index)\nModul: Z\(index)\nTitle_fr: x\nProvenance: y\nIndicator: I\(index)\n"
    }
    #expect(load(text).faults.count >= 5000 * 3)
  }
}

struct `The checklist that tests read` {
  private static let recfix = "/usr/bin/recfix"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: recfix)))
  func `is accepted by GNU recutils too`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).rec")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(validText.utf8).write(to: file)
    let process = try Process.run(URL(filePath: Self.recfix), arguments: ["--check", file.path()])
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
