/// Reads tokens into an expression by falling precedence: or, and, not, comparison, sum, product.
struct ExpressionParser {
  private var tokens: ArraySlice<ExpressionToken>
  private var depth: Int
  private let end: Int

  private init(_ tokens: [ExpressionToken], depth: Int) {
    self.tokens = tokens[...]
    self.depth = depth
    end = tokens.last?.range.upperBound ?? 0
  }

  /// Parses one expression and leaves the tokens that follow it.
  static func parse(_ tokens: inout [ExpressionToken], depth: Int) throws(ScriptError)
    -> Expression
  {
    var parser = ExpressionParser(tokens, depth: depth)
    let expression = try parser.disjunction()
    tokens = Array(parser.tokens)
    return expression
  }

  /// Parses expressions separated by commas, all of the tokens.
  static func parseList(_ tokens: inout [ExpressionToken], depth: Int) throws(ScriptError)
    -> [Expression]
  {
    var parser = ExpressionParser(tokens, depth: depth)
    guard !tokens.isEmpty else { return [] }
    let list = try parser.list()
    if let stray = parser.tokens.first { throw stray.unexpected }
    return list
  }

  private var next: ExpressionToken.Kind? { tokens.first?.kind }

  private mutating func take(word: String) -> Bool {
    guard tokens.first?.isWord(word) == true else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func takeSign(among signs: [String]) -> String? {
    guard case .sign(let sign)? = next, signs.contains(sign) else { return nil }
    tokens.removeFirst()
    return sign
  }

  private mutating func list() throws(ScriptError) -> [Expression] {
    var list = [try disjunction()]
    while case .comma? = next {
      tokens.removeFirst()
      list.append(try disjunction())
    }
    return list
  }

  private mutating func disjunction() throws(ScriptError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    if depth > Parser.maximumDepth {
      throw ScriptError(.tooDeep(limit: Parser.maximumDepth), tokens.first?.range ?? end..<end)
    }
    var left = try conjunction()
    while take(word: "or") {
      let right = try conjunction()
      left = joined(.or(left, right), left, right)
    }
    return left
  }

  private mutating func conjunction() throws(ScriptError) -> Expression {
    var left = try condition()
    while take(word: "and") {
      let right = try condition()
      left = joined(.and(left, right), left, right)
    }
    return left
  }

  private mutating func condition() throws(ScriptError) -> Expression {
    if let first = tokens.first, take(word: "not") {
      let operand = try comparison()
      return Expression(node: .not(operand), range: first.range.lowerBound..<operand.range.upperBound)
    }
    return try comparison()
  }

  private mutating func comparison() throws(ScriptError) -> Expression {
    let left = try sum()
    if let sign = takeSign(among: Expression.Comparison.allCases.map(\.rawValue)),
      let comparison = Expression.Comparison(rawValue: sign)
    {
      let right = try sum()
      return joined(.compare(left, comparison, right), left, right)
    }
    let before = tokens
    let isNegated = take(word: "not")
    if take(word: "in") {
      let right = try sum()
      return joined(.contained(left, right, negated: isNegated), left, right)
    }
    tokens = before
    if take(word: "is") {
      let isNegated = take(word: "not")
      guard let word = tokens.first, take(word: "empty") else {
        throw tokens.first?.unexpected ?? ScriptError(.expectedExpression, end..<end)
      }
      return Expression(
        node: .empty(left, negated: isNegated),
        range: left.range.lowerBound..<word.range.upperBound)
    }
    return left
  }

  private mutating func sum() throws(ScriptError) -> Expression {
    var left = try product()
    while let sign = takeSign(among: ["+", "-"]) {
      let right = try product()
      left = joined(.arithmetic(left, sign == "+" ? .plus : .minus, right), left, right)
    }
    return left
  }

  private mutating func product() throws(ScriptError) -> Expression {
    var left = try term()
    while let sign = takeSign(among: ["*", "/"]) {
      let right = try term()
      left = joined(.arithmetic(left, sign == "*" ? .times : .divided, right), left, right)
    }
    return left
  }

  private mutating func term() throws(ScriptError) -> Expression {
    guard let token = tokens.first else { throw ScriptError(.expectedExpression, end..<end) }
    switch token.kind {
    case .word(let word):
      tokens.removeFirst()
      if case .open? = next, tokens.first?.range.lowerBound == token.range.upperBound {
        return try call(Spanned(word, token.range))
      }
      if word.hasPrefix("."), word.count > 1 {
        let path = word.dropFirst().split(separator: ".").map(String.init)
        return Expression(node: .field(path), range: token.range)
      }
      return Expression(node: .value(.word(word)), range: token.range)
    case .text(let template):
      tokens.removeFirst()
      return Expression(node: .value(.text(template)), range: token.range)
    case .value(let value):
      tokens.removeFirst()
      return Expression(node: .value(value), range: token.range)
    case .open:
      tokens.removeFirst()
      let list = try list()
      let close = try closing(from: token)
      let range = token.range.lowerBound..<close
      if list.count == 1 { return Expression(node: list[0].node, range: range) }
      return Expression(node: .value(.list(list)), range: range)
    case .sign, .comma, .close:
      throw token.unexpected
    }
  }

  private mutating func call(_ name: Spanned<String>) throws(ScriptError) -> Expression {
    guard let open = tokens.first else { throw ScriptError(.expectedExpression, end..<end) }
    tokens.removeFirst()
    var arguments: [Expression] = []
    if case .close? = next {} else { arguments = try list() }
    let close = try closing(from: open)
    return Expression(node: .call(name, arguments), range: name.range.lowerBound..<close)
  }

  private mutating func closing(from open: ExpressionToken) throws(ScriptError) -> Int {
    guard let token = tokens.first else {
      throw ScriptError(.unclosedParenthesis, open.range)
    }
    guard case .close = token.kind else { throw token.unexpected }
    tokens.removeFirst()
    return token.range.upperBound
  }

  private func joined(_ node: Expression.Node, _ left: Expression, _ right: Expression)
    -> Expression
  {
    Expression(node: node, range: left.range.lowerBound..<right.range.upperBound)
  }
}

extension Parser {
  /// Parses an expression that stands alone, such as a rule of a checklist.
  package static func expression(_ text: String) throws(ScriptError) -> Expression {
    let source = Source(name: "expression", text: text)
    var parser = Parser(
      reader: Reader(source), vocabulary: Vocabulary(firstWords: [], freeWords: [:]))
    let expression = try parser.wholeExpression()
    guard parser.reader.isAtEnd else { throw parser.unexpected() }
    return expression
  }
}
