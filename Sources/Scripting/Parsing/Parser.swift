import Auditing

/// Reads the text of the language into statements; it knows no command.
///
/// Recursive descent over a cursor. Depth is limited, and every step passes at least one
/// character, so that it ends in time linear in the text.
package struct Parser {
  var reader: Reader
  var vocabulary: Vocabulary
  /// Gives the whole vocabulary for a word that is not known yet, folded; asked until it does.
  var whole: ((String) -> Vocabulary?)?
  /// How many brackets of all kinds are open.
  var depth = 0
  /// How many of them are the `{` of blocks.
  var openBlocks = 0
  /// Where the last unquoted free text ends.
  var freeTextEnd = 0
  /// The most levels that stood within each other since it was set to 0.
  var deepest = 0
  /// Whether what is read stands in the block of a definition.
  var inDefinition = false
  /// Whether it goes on after a fault, with the next statement.
  var recovers = false
  /// The faults after which it went on.
  var faults: [ScriptError] = []
  /// How many `}` are let pass, since their `{` was missed already.
  var missingBraces = 0
  /// The names of the script's own definitions, folded.
  var ownWords: Set<String> = []

  /// How many levels may stand within each other: enough for people, few enough for the stack.
  static let maximumDepth = 200

  /// Parses a whole source.
  package static func parse(_ source: Source, _ vocabulary: Vocabulary) throws(ScriptError)
    -> Script
  {
    var parser = Parser(reader: Reader(source), vocabulary: vocabulary)
    return try parser.script()
  }

  /// Parses what can be parsed of a source, and finds its faults: at most ``mostFaults``.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - vocabulary: The words of commands.
  ///   - whole: Gives the whole vocabulary for a word, folded, that is not among them, where words
  ///     that take a while to know may be meant.
  /// - Returns: The script, and its faults in the order of the text.
  package static func read(
    _ source: Source, _ vocabulary: Vocabulary, whole: ((String) -> Vocabulary?)? = nil
  ) -> (script: Script, faults: [ScriptError]) {
    var parser = Parser(reader: Reader(source), vocabulary: vocabulary, whole: whole)
    parser.recovers = true
    do {
      let script = try parser.script()
      return (script, parser.faults)
    } catch {
      return (Script(statements: [], comment: ""), parser.faults + [error])
    }
  }

  /// Whether a text typed so far is whole, or a block, bracket or quoted text in it is still open.
  package static func isIncomplete(_ text: String, _ vocabulary: Vocabulary) -> Bool {
    let source = Source(name: "input", text: text, isPrompt: true)
    var parser = Parser(reader: Reader(source), vocabulary: vocabulary)
    do {
      _ = try parser.script()
      return false
    } catch {
      switch error.kind {
      case .unclosedBlock, .unclosedParenthesis, .unclosedText: return parser.reader.isAtEnd
      default: return false
      }
    }
  }

  /// Whether what is typed so far ends within a free text, to which pasted line breaks belong.
  ///
  /// They are put into the line as U+2028, which a free text at the prompt gives back as newlines.
  package static func isInFreeText(_ text: String, _ vocabulary: Vocabulary) -> Bool {
    let source = Source(name: "input", text: text + "x", isPrompt: true)
    var parser = Parser(reader: Reader(source), vocabulary: vocabulary)
    _ = try? parser.script()
    return parser.freeTextEnd == source.scalars.count
  }

  /// Whether a command begins with a word, folded.
  mutating func isFirstWord(_ word: String) -> Bool {
    if vocabulary.firstWords.contains(word) || ownWords.contains(word) { return true }
    guard let vocabulary = whole?(word) else { return false }
    self.vocabulary = vocabulary
    whole = nil
    return vocabulary.firstWords.contains(word)
  }

  private mutating func script() throws(ScriptError) -> Script {
    let comment = headComment()
    ownWords = reader.definedNames
    let statements = try statements()
    guard reader.isAtEnd else { throw unexpected() }
    return Script(statements: statements, comment: comment)
  }

  /// The comment lines at the head of a file, without their marks and a `#!` line.
  private func headComment() -> String {
    var copy = reader
    var lines: [String] = []
    while copy.current == "#" || (lines.isEmpty && copy.current != nil) {
      let start = copy.offset
      copy.skipComment()
      let line = reader.source.text(start..<copy.offset)
      if line.hasPrefix("#") {
        let text = line.drop { $0 == "#" }
        if start > 0 || !text.hasPrefix("!") {
          lines.append(String(text.hasPrefix(" ") ? text.dropFirst() : text))
        }
      } else if line.contains(where: { !$0.isWhitespace }) {
        break
      }
      guard copy.take("\n") else { break }
    }
    return lines.joined(separator: "\n")
  }

  /// Statements up to the end or an unmatched `}` or `)`.
  mutating func statements() throws(ScriptError) -> [Statement] {
    var statements: [Statement] = []
    while true {
      reader.skipSeparators()
      guard let scalar = reader.current else { return statements }
      if scalar == ")" || scalar == "}" {
        guard passStray(scalar) else { return statements }
        continue
      }
      let (start, levels) = (reader.offset, (depth, openBlocks))
      do throws(ScriptError) {
        statements.append(try statement())
        try endOfStatement()
      } catch {
        guard recovers else { throw error }
        (depth, openBlocks) = levels
        statements.append(recovered(from: error, since: start))
      }
    }
  }

  private mutating func endOfStatement() throws(ScriptError) {
    reader.skipSpaces()
    guard let next = reader.current, next != "\n", !Self.endsCommand(next) else { return }
    throw unexpected()
  }

  /// The statements between a `{` and its `}`.
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
      if recovers, isFinished { return statements }
      if reader.isAtEnd { throw ScriptError(.unclosedBlock, start..<start + 1) }
      throw unexpected()
    }
    return statements
  }

  /// Goes one level deeper, or refuses.
  mutating func enter() throws(ScriptError) {
    depth += 1
    deepest = max(deepest, depth)
    if depth > Self.maximumDepth { throw ScriptError(.tooDeep(limit: Self.maximumDepth), here) }
  }

  /// The place of the next character.
  var here: Range<Int> {
    let end = reader.isAtLineEnd ? reader.offset : reader.offset + 1
    return reader.offset..<end
  }

  /// The fault of a character or word that cannot stand here.
  func unexpected() -> ScriptError {
    guard let scalar = reader.current else { return ScriptError(.expectedExpression, here) }
    if scalar == ")" || scalar == "}" { return ScriptError(.unopened(String(scalar)), here) }
    let word = reader.word { $0.isSpace || $0 == "\n" || $0 == ";" }
    let place = word.isEmpty ? here : word
    return ScriptError(.unexpected(reader.source.text(place)), place)
  }
}
