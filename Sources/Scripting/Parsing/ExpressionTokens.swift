import Auditing

/// A word or sign of an expression.
struct ExpressionToken {
  let kind: Kind
  let range: Range<Int>

  enum Kind {
    case word(String)
    case text(Template)
    case value(ValueSyntax)
    case sign(String)
    case open
    case close
    case comma
  }

  /// The token as a person wrote it, for an error.
  var unexpected: ScriptError {
    switch kind {
    case .word(let word), .sign(let word): ScriptError(.unexpected(word), range)
    case .open: ScriptError(.unexpected("("), range)
    case .close: ScriptError(.unopened(")"), range)
    case .comma: ScriptError(.unexpected(","), range)
    case .text, .value: ScriptError(.unexpected("…"), range)
    }
  }

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
      if scalar == "\n" || scalar == ";" || scalar == "{" || scalar == "}" || scalar == "#" {
        break
      }
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
      if let next = reader.peek(1), !next.isSpace { break }
      let sign = reader.current.map(String.init) ?? ""
      reader.advance()
      return token(.sign(sign))
    default:
      break
    }
    if let scalar = reader.current, "“”«»".unicodeScalars.contains(scalar) {
      throw ScriptError(
        .typographicQuote(line: reader.source.place(of: start).text), start..<start + 1)
    }
    let range = expressionWord()
    guard !range.isEmpty else { throw unexpected() }
    let text = reader.source.text(range)
    if stopAtClauses, Vocabulary.clauseWords.contains(text) { return nil }
    reader.offset = range.upperBound
    return token(.word(text + unitAhead(after: text)))
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

  /// A bare word of an expression; a decimal comma stays in it when a unit follows the number.
  private func expressionWord() -> Range<Int> {
    var end = reader.offset
    while let scalar = reader.peek(end - reader.offset) {
      if scalar == "," {
        guard end > reader.offset, isDecimalComma(at: end) else { break }
      } else if Self.endsWord(scalar) || "=<>~!".unicodeScalars.contains(scalar) {
        break
      }
      end += 1
    }
    return reader.offset..<end
  }

  private func isDecimalComma(at index: Int) -> Bool {
    let scalars = reader.source.scalars
    guard scalars[index - 1].isDigit else { return false }
    var next = index + 1
    while next < scalars.count, scalars[next].isDigit { next += 1 }
    guard next > index + 1 else { return false }
    while next < scalars.count, scalars[next].isSpace { next += 1 }
    var end = next
    while end < scalars.count, !Self.endsWord(scalars[end]) { end += 1 }
    return Unit(word: reader.source.text(next..<end)) != nil
  }

  /// The unit that stands after a number and a space, which is passed with it.
  private mutating func unitAhead(after word: String) -> String {
    guard DecimalNumber(word) != nil else { return "" }
    var copy = reader
    copy.skipSpaces()
    guard copy.offset > reader.offset else { return "" }
    let range = copy.word { Self.endsWord($0) || "=<>~!".unicodeScalars.contains($0) }
    let text = reader.source.text(range)
    guard Unit(word: text) != nil else { return "" }
    reader.offset = range.upperBound
    return " " + text
  }
}
