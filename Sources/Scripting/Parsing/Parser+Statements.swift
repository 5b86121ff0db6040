import Auditing

extension Parser {
  mutating func statement() throws(ScriptError) -> Statement {
    let start = reader.offset
    let range = reader.word { Self.endsWord($0) }
    switch reader.source.text(range) {
    case "param":
      reader.offset = range.upperBound
      return try parameter()
    case "let":
      reader.offset = range.upperBound
      let name = try name()
      try equals()
      return .assignment(name: name, value: try wholeExpression())
    case "if":
      reader.offset = range.upperBound
      return try condition()
    case "for":
      reader.offset = range.upperBound
      let name = try name()
      reader.skipSpaces()
      let word = reader.word { Self.endsWord($0) }
      guard reader.source.text(word) == "in" else { throw ScriptError(.expectedIn, here) }
      reader.offset = word.upperBound
      let list = try wholeExpression()
      return .loop(name: name, list: list, block: try block())
    case "expect":
      reader.offset = range.upperBound
      return try expectation(from: start)
    case "else":
      throw ScriptError(.elseOnItsOwnLine, range)
    case let word where Vocabulary.laterStatements.contains(word):
      throw ScriptError(.unknownStatement(word), range)
    default:
      return .command(try command())
    }
  }

  private mutating func parameter() throws(ScriptError) -> Statement {
    let name = try name()
    reader.skipSpaces()
    guard var type = reader.takeName() else { throw ScriptError(.expectedName, here) }
    if reader.take("*") {
      type = Spanned(type.value + "*", type.range.lowerBound..<reader.offset)
    }
    reader.skipSpaces()
    guard reader.current == "=" else { return .param(name: name, type: type, value: nil) }
    try equals()
    return .param(name: name, type: type, value: try wholeExpression())
  }

  private mutating func condition() throws(ScriptError) -> Statement {
    var branches: [(test: Expression, block: [Statement])] = []
    branches.append((try wholeExpression(), try block()))
    while true {
      let before = reader
      reader.skipSpaces()
      let word = reader.word { Self.endsWord($0) }
      guard reader.source.text(word) == "else" else {
        reader = before
        return .condition(branches, otherwise: nil)
      }
      reader.offset = word.upperBound
      reader.skipSpaces()
      let next = reader.word { Self.endsWord($0) }
      guard reader.source.text(next) == "if" else {
        return .condition(branches, otherwise: try block())
      }
      reader.offset = next.upperBound
      branches.append((try wholeExpression(), try block()))
    }
  }

  private mutating func expectation(from start: Int) throws(ScriptError) -> Statement {
    var tokens = try expressionTokens(stopAtClauses: false)
    let expression = try ExpressionParser.parse(&tokens, depth: depth)
    var what: Template?
    if case .text(let template)? = tokens.first?.kind {
      what = template
      tokens.removeFirst()
    }
    if let stray = tokens.first { throw stray.unexpected }
    return .expectation(expression, what: what, range: start..<reader.offset)
  }

  /// An expression to the end of the line or to an open `{`.
  mutating func wholeExpression() throws(ScriptError) -> Expression {
    var tokens = try expressionTokens(stopAtClauses: false)
    let expression = try ExpressionParser.parse(&tokens, depth: depth)
    if let stray = tokens.first { throw stray.unexpected }
    return expression
  }

  private mutating func name() throws(ScriptError) -> Spanned<String> {
    reader.skipSpaces()
    guard let name = reader.takeName() else { throw ScriptError(.expectedName, here) }
    return name
  }

  private mutating func equals() throws(ScriptError) {
    reader.skipSpaces()
    guard reader.take("=") else { throw ScriptError(.expectedEquals, here) }
    if reader.current == "=" {
      throw ScriptError(.doubleEquals, reader.offset - 1..<reader.offset + 1)
    }
  }
}
