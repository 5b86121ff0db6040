import Auditing

extension Parser {
  /// Whether a character ends a word among arguments.
  static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isSpace { return true }
    switch scalar {
    case "\n", ",", ";", "(", ")", "{", "}", "$": return true
    default: return false
    }
  }

  mutating func command() throws(ScriptError) -> Command {
    let start = reader.offset
    let first = try word()
    var command = Command(
      word: first, arguments: [], clauses: [], text: nil, range: first.range)
    if let operands = vocabulary.freeWords[first.value.folded] {
      try freeWordRest(of: &command, operands: operands)
    } else {
      try wordRest(of: &command)
    }
    command.range = start..<max(first.range.upperBound, lastSignificant(from: start))
    return command
  }

  private func lastSignificant(from start: Int) -> Int {
    var end = reader.offset
    while end > start, reader.source.scalars[end - 1].isSpace { end -= 1 }
    return end
  }

  private mutating func wordRest(of command: inout Command) throws(ScriptError) {
    while true {
      reader.skipSpaces()
      guard let scalar = reader.current, !endsCommand(scalar) else { return }
      if isOptionNext {
        command.arguments.append(try option())
        continue
      }
      let range = reader.word { Self.endsWord($0) }
      let text = reader.source.text(range)
      if Vocabulary.clauseWords.contains(text), !command.arguments.isEmpty {
        try clause(text, range, of: &command)
      } else if !command.clauses.isEmpty {
        throw unexpected()
      } else {
        command.arguments.append(.value(try value()))
        try freePair(of: &command)
      }
    }
  }

  /// Reads the rest as a free text after a noun and a verb that end in one.
  private mutating func freePair(of command: inout Command) throws(ScriptError) {
    guard command.arguments.count == 1, case .value(let spanned) = command.arguments[0],
      case .word(let verb) = spanned.value,
      let operands = vocabulary.freePairs["\(command.word.value) \(verb)".folded]
    else { return }
    try freeWordRest(of: &command, operands: operands)
  }

  private mutating func freeWordRest(of command: inout Command, operands: Int)
    throws(ScriptError)
  {
    for _ in 0..<operands {
      reader.skipSpaces()
      guard let scalar = reader.current, !endsCommand(scalar), !isOptionNext else { break }
      command.arguments.append(.value(try value()))
    }
    reader.skipSpaces()
    if let scalar = reader.current, !endsCommand(scalar), !isOptionNext {
      command.text = try freeText()
    }
    while true {
      reader.skipSpaces()
      guard isOptionNext else { return }
      command.arguments.append(try option())
    }
  }

  private func endsCommand(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", ";", ")", "}": true
    case "#": true
    default: false
    }
  }

  var isOptionNext: Bool {
    reader.current == "-" && reader.peek(1) == "-" && (reader.peek(2)?.isLetter ?? false)
  }

  private mutating func option() throws(ScriptError) -> Argument {
    let start = reader.offset
    reader.advance(2)
    let range = reader.word { Self.endsWord($0) || $0 == "=" }
    let name = Spanned(reader.source.text(range), start..<range.upperBound)
    reader.offset = range.upperBound
    let hasEquals = reader.take("=")
    var values: [Spanned<ValueSyntax>] = []
    let before = reader
    if !hasEquals { reader.skipSpaces() }
    guard let scalar = reader.current, !endsCommand(scalar), scalar != "{", !isOptionNext,
      hasEquals || !isClauseNext
    else {
      reader = before
      return .option(name: name, values: [], hasEquals: hasEquals)
    }
    values.append(try value())
    while true {
      let mark = reader
      reader.skipSpaces()
      guard reader.take(",") else {
        reader = mark
        return .option(name: name, values: values, hasEquals: hasEquals)
      }
      reader.skipSpaces()
      values.append(try value())
    }
  }

  private var isClauseNext: Bool {
    Vocabulary.clauseWords.contains(reader.source.text(reader.word { Self.endsWord($0) }))
  }

  /// A bare word, with the commas that stand between two digits.
  mutating func word() throws(ScriptError) -> Spanned<String> {
    let start = reader.offset
    while let scalar = reader.current {
      if scalar == ",", reader.peek(-1)?.isDigit == true, reader.peek(1)?.isDigit == true,
        reader.offset > start
      {
        reader.advance()
        continue
      }
      if Self.endsWord(scalar) { break }
      reader.advance()
    }
    let range = start..<reader.offset
    guard !range.isEmpty else { throw unexpected() }
    let text = reader.source.text(range)
    if reader.current == "$" {
      throw ScriptError(.dollarInWord(text), start..<reader.offset + 1)
    }
    return Spanned(text, range)
  }

  /// A value among arguments.
  mutating func value() throws(ScriptError) -> Spanned<ValueSyntax> {
    let start = reader.offset
    switch reader.current {
    case "\"":
      let template = try quotedText()
      return Spanned(.text(template), start..<reader.offset)
    case "$":
      return try variable()
    case "(":
      try enter()
      let list = try parenthesised()
      depth -= 1
      return Spanned(.list(list), start..<reader.offset)
    default:
      if let scalar = reader.current, "“”«»".unicodeScalars.contains(scalar) {
        throw ScriptError(.typographicQuote(line: straightened()), start..<start + 1)
      }
      let word = try word()
      if ["=", "==", "!=", "<", "<=", ">", ">=", "~"].contains(word.value) {
        throw ScriptError(.strayOperator(word.value), word.range)
      }
      return Spanned(.word(word.value), word.range)
    }
  }

  /// The line being read with straight quotes in place of typographic ones.
  private func straightened() -> String {
    reader.source.place(of: reader.offset).text.map { character in
      "“”«»".contains(character) ? "\"" : String(character)
    }.joined()
  }

  /// `$name.field` or `$(command).field`, where a `$` comes next.
  mutating func variable() throws(ScriptError) -> Spanned<ValueSyntax> {
    let start = reader.offset
    reader.advance()
    if reader.take("(") {
      try enter()
      reader.skipBlank()
      let command = try command()
      reader.skipBlank()
      guard reader.take(")") else {
        if reader.isAtEnd { throw ScriptError(.unclosedParenthesis, start..<start + 2) }
        throw unexpected()
      }
      depth -= 1
      return Spanned(.substitution(command, path: path()), start..<reader.offset)
    }
    guard let name = reader.takeName() else {
      throw ScriptError(.strayCharacter("$"), start..<start + 1)
    }
    return Spanned(.variable(name.value, path: path()), start..<reader.offset)
  }

  /// The `.field` names that follow; a point without a letter after it is left alone.
  private mutating func path() -> [String] {
    var path: [String] = []
    while reader.current == ".", reader.peek(1)?.isLetter == true {
      reader.advance()
      guard let name = reader.takeName() else { break }
      path.append(name.value)
    }
    return path
  }

  private mutating func parenthesised() throws(ScriptError) -> [Expression] {
    let start = reader.offset
    reader.advance()
    var tokens = try expressionTokens(stopAtClauses: false, inParentheses: true)
    guard reader.take(")") else { throw ScriptError(.unclosedParenthesis, start..<start + 1) }
    return try ExpressionParser.parseList(&tokens, depth: depth)
  }
}
