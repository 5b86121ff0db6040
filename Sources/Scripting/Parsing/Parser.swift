import Auditing

/// Reads the text of the language into statements; it knows no command.
///
/// Recursive descent over a cursor. Depth is limited, and every step passes at least one
/// character, so that it ends in time linear in the text.
package struct Parser {
  var reader: Reader
  let vocabulary: Vocabulary
  var depth = 0
  /// How many `{` are open around the statement being read.
  var openBlocks = 0

  static let maximumDepth = 200

  /// Parses a whole source.
  package static func parse(_ source: Source, _ vocabulary: Vocabulary) throws(ScriptError)
    -> Script
  {
    var parser = Parser(reader: Reader(source), vocabulary: vocabulary)
    let comment = parser.headComment()
    let statements = try parser.statements()
    if let stray = parser.reader.current {
      throw ScriptError(.unopened(String(stray)), parser.reader.offset..<parser.reader.offset + 1)
    }
    return Script(statements: statements, comment: comment)
  }

  /// Whether a text typed so far is whole, or a block, bracket or quoted text in it is still open.
  package static func isIncomplete(_ text: String, _ vocabulary: Vocabulary) -> Bool {
    let source = Source(name: "input", text: text, isPrompt: true)
    do {
      _ = try parse(source, vocabulary)
      return false
    } catch {
      switch error.kind {
      case .unclosedBlock, .unclosedParenthesis: return true
      case .unclosedText: return text.contains("\n") || error.range.lowerBound > 0
      default: return false
      }
    }
  }

  /// The comment lines at the head of a file, without their marks and a `#!` line.
  private mutating func headComment() -> String {
    var copy = reader
    var lines: [String] = []
    while copy.current == "#" {
      let start = copy.offset
      copy.skipComment()
      let line = reader.source.text(start..<copy.offset).drop { $0 == "#" }
      if !line.hasPrefix("!") { lines.append(line.hasPrefix(" ") ? String(line.dropFirst()) : String(line)) }
      guard copy.take("\n") else { break }
    }
    return lines.joined(separator: "\n")
  }

  /// Statements up to the end or an unmatched `}` or `)`.
  mutating func statements() throws(ScriptError) -> [Statement] {
    var statements: [Statement] = []
    while true {
      reader.skipSeparators()
      guard let scalar = reader.current, scalar != "}", scalar != ")" else { return statements }
      statements.append(try statement())
      reader.skipSpaces()
      guard let next = reader.current else { return statements }
      guard next == "\n" || next == ";" || next == "}" || next == ")" || next == "#" else {
        throw unexpected()
      }
    }
  }

  mutating func block() throws(ScriptError) -> [Statement] {
    reader.skipSpaces()
    let start = reader.offset
    guard reader.take("{") else { throw ScriptError(.expectedBlock, here) }
    try enter()
    openBlocks += 1
    let statements = try statements()
    openBlocks -= 1
    depth -= 1
    guard reader.take("}") else {
      if reader.isAtEnd { throw ScriptError(.unclosedBlock, start..<start + 1) }
      throw unexpected()
    }
    return statements
  }

  /// Goes one level deeper, or refuses.
  mutating func enter() throws(ScriptError) {
    depth += 1
    if depth > Self.maximumDepth { throw ScriptError(.tooDeep(limit: Self.maximumDepth), here) }
  }

  /// The place of the next character.
  var here: Range<Int> {
    let end = reader.isAtLineEnd ? reader.offset : reader.offset + 1
    return reader.offset..<end
  }

  /// The fault of a character or word that cannot stand here.
  func unexpected() -> ScriptError {
    let range = reader.word { $0.isSpace || $0 == "\n" || $0 == ";" }
    let place = range.isEmpty ? here : range
    let text = reader.source.text(place)
    if text == ")" || text == "}" { return ScriptError(.unopened(text), place) }
    return ScriptError(.unexpected(text), place)
  }
}
