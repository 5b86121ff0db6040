import Auditing

extension Parser {
  /// One statement; what it begins with is not a separator.
  mutating func statement() throws(ScriptError) -> Statement {
    let start = reader.offset
    let range = reader.word { Self.endsWord($0) }
    let word = reader.source.text(range)
    guard Vocabulary.statementWords.contains(word) else {
      let folded = word.folded
      if Vocabulary.inclusionWords.contains(folded) { return try inclusion(range) }
      guard let meant = Vocabulary.englishStatements[folded] else {
        return .command(try command())
      }
      return .command(try command(meantAs: meant, word, at: range))
    }
    reader.offset = range.upperBound
    switch word {
    case "param": return try parameter()
    case "let":
      let name = try name()
      try equals()
      return .assignment(name: name, value: try wholeExpression())
    case "if": return try condition()
    case "for": return try loop()
    case "expect": return try expectation(from: start)
    case "def": return try definition(range)
    case "return":
      guard inDefinition else { throw ScriptError(.returnOutsideDefinition, range) }
      let value = try wholeExpression()
      return .returning(value, range: start..<value.range.upperBound)
    case "suppose": return .supposition(try block(), range: range)
    default: throw ScriptError(.elseOnItsOwnLine, range)
    }
  }

  /// A command by a word that no command may have: what could be none is the statement meant.
  private mutating func command(
    meantAs meant: String, _ word: String, at range: Range<Int>
  ) throws(ScriptError) -> Command {
    let fault = ScriptError(.englishWord(word, meant: meant), range)
    do throws(ScriptError) {
      let command = try command()
      reader.skipSpaces()
      guard reader.current != "{" else { throw fault }
      return command
    } catch {
      throw fault
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
      let before = reader.offset
      reader.skipSpaces()
      guard takeKeyword("else") else {
        reader.offset = before
        return .condition(branches, otherwise: nil)
      }
      reader.skipSpaces()
      guard takeKeyword("if") else { return .condition(branches, otherwise: try block()) }
      branches.append((try wholeExpression(), try block()))
    }
  }

  private mutating func loop() throws(ScriptError) -> Statement {
    let name = try name()
    reader.skipSpaces()
    guard takeKeyword("in") else { throw ScriptError(.expectedIn, here) }
    reader.skipSpaces()
    let hasParenthesis = reader.current == "("
    var list = try wholeExpression()
    // One value between parentheses is a list of one here.
    if hasParenthesis, reader.source.scalars[list.range.upperBound - 1] == ")" {
      if case .value(.list) = list.node {
      } else {
        list = Expression(node: .value(.list([list])), range: list.range)
      }
    }
    return .loop(Loop(name: name, list: list, block: try block()))
  }

  private mutating func expectation(from start: Int) throws(ScriptError) -> Statement {
    var tokens = try expressionTokens(stopAtClauses: false)
    let end = tokens.last?.range.upperBound ?? reader.offset
    let expression = try ExpressionParser.parse(&tokens, depth: depth, end: reader.offset)
    deepest = max(deepest, depth + expression.height)
    var what: Template?
    if case .text(let template)? = tokens.first?.kind {
      what = template
      tokens.removeFirst()
    }
    if let stray = tokens.first { throw stray.unexpected }
    return .expectation(expression, what: what, range: start..<end)
  }

  /// An expression to the end of the line or to an open `{`.
  mutating func wholeExpression(stopAtClauses: Bool = false) throws(ScriptError) -> Expression {
    var tokens = try expressionTokens(stopAtClauses: stopAtClauses)
    let expression = try ExpressionParser.parse(&tokens, depth: depth, end: reader.offset)
    deepest = max(deepest, depth + expression.height)
    if let stray = tokens.first { throw stray.unexpected }
    return expression
  }

  private mutating func takeKeyword(_ keyword: String) -> Bool {
    let word = reader.word { Self.endsWord($0) }
    guard reader.source.text(word) == keyword else { return false }
    reader.offset = word.upperBound
    return true
  }

  mutating func name() throws(ScriptError) -> Spanned<String> {
    reader.skipSpaces()
    guard let name = reader.takeName() else { throw ScriptError(.expectedName, here) }
    guard !Vocabulary.keywords.contains(name.value) else {
      throw ScriptError(.reservedName(name.value), name.range)
    }
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
