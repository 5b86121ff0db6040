import Foundation
import Testing

struct `Every message` {
  /// Files whose texts a document typesets when it is written.
  private static let typeset = [
    "MockDebrief.swift", "MockDebrief+Group.swift", "MockDebrief+Trainee.swift",
    "NetworkDocument.swift", "NetworkDocument+Parts.swift",
  ]

  private static let messages = ["Shell", "Journaling", "LineEditing", "Scripting", "Recfiles"]
    .flatMap { SourceTree().files(under: "Sources/\($0)") }
    .filter { file in !typeset.contains { file.path.hasSuffix("/\($0)") } }
    .flatMap { file in SwiftTexts(file.text).texts.map { (path: file.path, text: $0) } }

  @Test func `is found`() {
    #expect(Self.messages.count > 3000)
  }

  @Test func `keeps French quotes with what they hold`() {
    for (path, text) in Self.messages {
      #expect(!text.contains("«\u{20}"), "\(path): \(text)")
      #expect(!text.contains("\u{20}»"), "\(path): \(text)")
    }
  }

  @Test func `puts no plain space before a French sign`() {
    for (path, text) in Self.messages {
      #expect(text.firstMatch(of: /\x20[:;!?](?=$|[\s"»)])/) == nil, "\(path): \(text)")
    }
  }

  @Test func `puts the narrow no-break space before ; ! and ?`() {
    for (path, text) in Self.messages {
      #expect(text.firstMatch(of: /\u{A0}[;!?]/) == nil, "\(path): \(text)")
    }
  }
}

/// The texts between quotes in a Swift source, as the program has them; raw ones, which hold
/// examples of the language and patterns, are left out.
struct SwiftTexts {
  private(set) var texts: [String] = []
  private let source: [Character]
  private var place = 0

  init(_ source: String) {
    self.source = Array(source)
    readCode(isInterpolated: false)
  }

  private func stands(_ text: String) -> Bool { source[place...].starts(with: text) }

  private mutating func skip(past end: String) {
    while place < source.count, !stands(end) { place += 1 }
    place += end.count
  }

  /// Reads code to its end, or to the bracket that closes an interpolation.
  private mutating func readCode(isInterpolated: Bool) {
    var depth = 0
    while place < source.count {
      if stands("//") {
        skip(past: "\n")
      } else if stands("#\"\"\"") {
        place += 4
        skip(past: "\"\"\"#")
      } else if stands("#\"") || stands("#/") {
        place += 2
        skip(past: source[place - 1] == "/" ? "/#" : "\"#")
      } else if source[place] == "\"" {
        readText(quote: stands("\"\"\"") ? "\"\"\"" : "\"")
      } else {
        if source[place] == "(" { depth += 1 }
        if source[place] == ")" {
          if isInterpolated, depth == 0 { return }
          depth -= 1
        }
        place += 1
      }
    }
  }

  /// Reads a text; what is interpolated stands in it as `…`.
  private mutating func readText(quote: String) {
    place += quote.count
    var text = ""
    while place < source.count, !stands(quote) {
      guard source[place] == "\\", place + 1 < source.count else {
        text.append(source[place])
        place += 1
        continue
      }
      place += 2
      switch source[place - 1] {
      case "(":
        readCode(isInterpolated: true)
        place += 1
        text.append("…")
      case "u":
        let digits = source[place...].dropFirst().prefix { $0 != "}" }
        place += digits.count + 2
        text.unicodeScalars.append(
          UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init) ?? "?")
      case "\n": while place < source.count, source[place] == " " { place += 1 }
      case "n": text.append("\n")
      default: text.append(source[place - 1])
      }
    }
    place += quote.count
    texts.append(text)
  }
}
