import Auditing

/// A word or sign of an expression.
struct ExpressionToken {
  let kind: Kind
  let range: Range<Int>

  /// What the token is; a bare word may be a keyword, and a value is a variable or `$( )`.
  enum Kind {
    case word(String)
    case text(Template)
    case value(ValueSyntax)
    case sign(String)
    case open
    case close
    case comma
  }

  /// The fault of a token that cannot stand where it does.
  var unexpected: ScriptError {
    switch kind {
    case .word(let word) where Vocabulary.englishOperators[word.folded] != nil:
      ScriptError(
        .englishWord(word, meant: Vocabulary.englishOperators[word.folded] ?? word), range)
    case .word(let word), .sign(let word): ScriptError(.unexpected(word), range)
    case .open: ScriptError(.unexpected("("), range)
    case .close: ScriptError(.expectedExpression, range)
    case .comma: ScriptError(.unexpected(","), range)
    case .text: ScriptError(.unexpected("\"…\""), range)
    case .value(.variable(let name, _)): ScriptError(.unexpected("$" + name), range)
    case .value: ScriptError(.unexpected("$(…)"), range)
    }
  }

  /// Whether it is that bare word.
  func isWord(_ text: String) -> Bool {
    if case .word(text) = kind { true } else { false }
  }
}

extension Parser {
  /// The tokens of an expression, up to the end of the line, an open `{`, an unmatched `)`, or,
  /// in a command, the next clause or option.
  mutating func expressionTokens(stopAtClauses: Bool, inParentheses: Bool = false)
    throws(ScriptError) -> [ExpressionToken]
  {
    var tokens: [ExpressionToken] = []
    var opened: [Int] = []
    while true {
      if inParentheses || !opened.isEmpty { reader.skipBlank() } else { reader.skipSpaces() }
      guard let scalar = reader.current else { break }
      let start = reader.offset
      if scalar == ")" {
        guard opened.popLast() != nil else { break }
        reader.advance()
        depth -= 1
        tokens.append(.init(kind: .close, range: start..<reader.offset))
        continue
      }
      if scalar == "{" || Self.endsCommand(scalar) { break }
      if stopAtClauses, opened.isEmpty, isOptionNext { break }
      if scalar == "(" {
        try enter()
        opened.append(start)
      }
      guard let token = try expressionToken(stopAtClauses: stopAtClauses && opened.isEmpty)
      else { break }
      tokens.append(token)
    }
    if let start = opened.last { throw ScriptError(.unclosedParenthesis, start..<start + 1) }
    return tokens
  }

  private mutating func expressionToken(stopAtClauses: Bool) throws(ScriptError)
    -> ExpressionToken?
  {
    let start = reader.offset
    func token(_ kind: ExpressionToken.Kind) -> ExpressionToken {
      .init(kind: kind, range: start..<reader.offset)
    }
    switch reader.current {
    case "(":
      reader.advance()
      return token(.open)
    case ",":
      reader.advance()
      return token(.comma)
    case "\"":
      return token(.text(try quotedText()))
    case "$":
      return token(.value(try variable().value))
    case "=", "!", "<", ">", "~":
      return token(.sign(try comparison()))
    case "+", "-", "*", "/":
      if let next = reader.peek(1), !next.isSpace, next != "\n" { break }
      let sign = reader.current.map(String.init) ?? ""
      reader.advance()
      return token(.sign(sign))
    default:
      try refuseTypographicQuote()
    }
    return try expressionWord(stopAtClauses: stopAtClauses)
  }

  private mutating func expressionWord(stopAtClauses: Bool) throws(ScriptError)
    -> ExpressionToken?
  {
    let start = reader.offset
    let range = expressionWord(at: start)
    guard !range.isEmpty else { throw unexpected() }
    let text = reader.source.text(range)
    if stopAtClauses, Vocabulary.clauseWords.contains(text) { return nil }
    reader.offset = range.upperBound
    if reader.current == "$" { throw dollar(in: range) }
    let word = text + numberRest(after: text, .expression)
    return ExpressionToken(kind: .word(word), range: start..<reader.offset)
  }

  private mutating func comparison() throws(ScriptError) -> String {
    let start = reader.offset
    let two = reader.source.text(start..<start + 2)
    if two == "==" { throw ScriptError(.doubleEquals, start..<start + 2) }
    if ["!=", "<=", ">="].contains(two) {
      reader.advance(2)
      return two
    }
    guard reader.current != "!" else { throw ScriptError(.strayOperator("!"), start..<start + 1) }
    reader.advance()
    return String(two.unicodeScalars.prefix(1))
  }
}
