extension ArgumentsParser {
  /// The clause whose word comes next.
  mutating func clause(of command: inout Command) throws(ScriptError) {
    guard let word = rest.popFirst() else { return }
    if command.clauses.contains(where: { $0.word == word.text }) {
      throw ScriptError(.repeatedClause(word.text), word.range)
    }
    switch word.text {
    case "where": command.clauses.append(.filter(try filter()))
    case "limit": command.clauses.append(.limit(try clauseValue()))
    case "to": command.clauses.append(.destination(try clauseValue()))
    default: try names(of: word, in: &command)
    }
  }

  private mutating func clauseValue() throws(ScriptError) -> Spanned<ValueSyntax> {
    if let next = rest.first, next.isClause || next.option != nil {
      throw ScriptError(.expectedExpression, next.range)
    }
    return try value()
  }

  /// The fields of `sort`, `fields` and `group`, and the format of `as`: read as in a script.
  private mutating func names(of word: ArgumentWords.Word, in command: inout Command)
    throws(ScriptError)
  {
    let own = rest.prefix { !$0.isClause && $0.option == nil }
    rest = rest.dropFirst(own.count)
    let end = own.last?.range.upperBound ?? word.range.upperBound
    var parser = Parser(
      reader: Reader(source, in: word.range.lowerBound..<end), vocabulary: vocabulary)
    try parser.clause(word.text, word.range, of: &command)
    parser.reader.skipSpaces()
    guard parser.reader.isAtEnd else { throw parser.unexpected() }
  }

  /// The condition after `where`: one argument with spaces in it, or words and operators.
  private mutating func filter() throws(ScriptError) -> Expression {
    if let word = rest.first, word.isExpression {
      rest.removeFirst()
      var parser = Parser(reader: Reader(source, in: word.range), vocabulary: vocabulary)
      return try parser.loneExpression()
    }
    var tokens: [ExpressionToken] = []
    while let word = rest.first, !word.isClause, word.option == nil {
      rest.removeFirst()
      tokens.append(try token(of: word))
    }
    let end = rest.first?.range.lowerBound ?? source.scalars.count
    let expression = try ExpressionParser.parse(&tokens, depth: 0, end: end)
    if let stray = tokens.first { throw stray.unexpected }
    return expression
  }

  private mutating func token(of word: ArgumentWords.Word) throws(ScriptError) -> ExpressionToken {
    switch word.text {
    case "==": throw ScriptError(.doubleEquals, word.range)
    case "(": return ExpressionToken(kind: .open, range: word.range)
    case ")": return ExpressionToken(kind: .close, range: word.range)
    case ",": return ExpressionToken(kind: .comma, range: word.range)
    case _ where Vocabulary.operators.contains(word.text):
      return ExpressionToken(kind: .sign(word.text), range: word.range)
    default: break
    }
    let number = number(word, grouping: true)
    if case .text(let text) = Self.syntax(number.value, isNumber: number.range != word.range) {
      return ExpressionToken(kind: .text(text), range: word.range)
    }
    return ExpressionToken(kind: .word(number.value), range: number.range)
  }
}
