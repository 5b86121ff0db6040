/// Reads tokens into an expression by falling precedence: or, and, not, comparison, sum, product.
struct ExpressionParser {
  private var tokens: ArraySlice<ExpressionToken>
  private var depth: Int
  private let end: Int

  private init(_ tokens: [ExpressionToken], depth: Int, end: Int) {
    self.tokens = tokens[...]
    self.depth = depth
    self.end = tokens.last?.range.upperBound ?? end
  }

  /// Parses one expression and leaves the tokens that follow it.
  ///
  /// - Parameters:
  ///   - tokens: The tokens of the expression and what follows it.
  ///   - depth: How many brackets are open around it.
  ///   - end: Where a value is missed when there is no token.
  /// - Returns: The expression.
  /// - Throws: A fault of its syntax.
  static func parse(_ tokens: inout [ExpressionToken], depth: Int, end: Int) throws(ScriptError)
    -> Expression
  {
    var parser = ExpressionParser(tokens, depth: depth, end: end)
    let expression = try parser.disjunction()
    tokens = Array(parser.tokens)
    return expression
  }

  /// Parses expressions separated by commas, at least one and all of the tokens.
  static func parseList(_ tokens: inout [ExpressionToken], depth: Int, end: Int)
    throws(ScriptError) -> [Expression]
  {
    var parser = ExpressionParser(tokens, depth: depth, end: end)
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
    var operands = [try conjunction()]
    while take(word: "or") { operands.append(try conjunction()) }
    return try balanced(operands[...]) { .or($0, $1) }
  }

  private mutating func conjunction() throws(ScriptError) -> Expression {
    var operands = [try condition()]
    while take(word: "and") { operands.append(try condition()) }
    return try balanced(operands[...]) { .and($0, $1) }
  }

  /// A tree of little depth that keeps the order of its operands, however many there are.
  private func balanced(
    _ operands: ArraySlice<Expression>, _ join: (Expression, Expression) -> Expression.Node
  ) throws(ScriptError) -> Expression {
    guard operands.count > 1 else { return operands[operands.startIndex] }
    let middle = operands.startIndex + operands.count / 2
    let left = try balanced(operands[..<middle], join)
    let right = try balanced(operands[middle...], join)
    return try joined(join(left, right), left, right)
  }

  private mutating func condition() throws(ScriptError) -> Expression {
    if let first = tokens.first, take(word: "not") {
      let operand = try comparison()
      let range = first.range.lowerBound..<operand.range.upperBound
      return try made(.not(operand), range)
    }
    return try comparison()
  }

  private mutating func comparison() throws(ScriptError) -> Expression {
    let left = try sum()
    if case .sign(let sign)? = next, let comparison = Expression.Comparison(rawValue: sign) {
      tokens.removeFirst()
      let right = try sum()
      return try joined(.compare(left, comparison, right), left, right)
    }
    let before = tokens
    let isNegated = take(word: "not")
    if take(word: "in") {
      let right = try sum()
      return try joined(.contained(left, right, negated: isNegated), left, right)
    }
    tokens = before
    if take(word: "is") {
      let isNegated = take(word: "not")
      guard let word = tokens.first, take(word: "empty") else {
        throw tokens.first?.unexpected ?? ScriptError(.expectedExpression, end..<end)
      }
      let range = left.range.lowerBound..<word.range.upperBound
      return try made(.empty(left, negated: isNegated), range)
    }
    return left
  }

  private mutating func sum() throws(ScriptError) -> Expression {
    try chain(["+", "-"]) { (parser) throws(ScriptError) in try parser.product() }
  }

  private mutating func product() throws(ScriptError) -> Expression {
    try chain(["*", "/"]) { (parser) throws(ScriptError) in try parser.term() }
  }

  /// Operands with operators between them, computed from left to right.
  private mutating func chain(
    _ signs: [String], _ operand: (inout Self) throws(ScriptError) -> Expression
  ) throws(ScriptError) -> Expression {
    var left = try operand(&self)
    while case .sign(let sign)? = next, signs.contains(sign),
      let operation = Expression.Operation(rawValue: sign)
    {
      tokens.removeFirst()
      let right = try operand(&self)
      left = try joined(.arithmetic(left, operation, right), left, right)
    }
    return left
  }

  private mutating func term() throws(ScriptError) -> Expression {
    guard let token = tokens.first else { throw ScriptError(.expectedExpression, end..<end) }
    switch token.kind {
    case .word(let word):
      guard !Vocabulary.keywords.contains(word) else { throw token.unexpected }
      tokens.removeFirst()
      if case .open? = next, tokens.first?.range.lowerBound == token.range.upperBound {
        return try call(Spanned(word, token.range))
      }
      if word.hasPrefix("."), word.unicodeScalars.dropFirst().first?.isLetter == true {
        let path = word.dropFirst().split(separator: ".").map(String.init)
        return Expression(node: .field(path), range: token.range)
      }
      return Expression(node: .value(.word(word)), range: token.range)
    case .text(let template):
      tokens.removeFirst()
      return Expression(node: .value(.text(template)), range: token.range)
    case .value(let value):
      tokens.removeFirst()
      return try made(.value(value), token.range)
    case .open:
      tokens.removeFirst()
      let list = try list()
      let close = try closing(from: token)
      let range = token.range.lowerBound..<close
      if list.count == 1 { return Expression(node: list[0].node, range: range) }
      return try made(.value(.list(list)), range)
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
    return try made(.call(name, arguments), name.range.lowerBound..<close)
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
    throws(ScriptError) -> Expression
  {
    try made(node, left.range.lowerBound..<right.range.upperBound)
  }

  /// An expression of a height that can be computed without exhausting the stack.
  private func made(_ node: Expression.Node, _ range: Range<Int>) throws(ScriptError) -> Expression
  {
    let expression = Expression(node: node, range: range)
    guard expression.height <= Parser.maximumDepth else {
      throw ScriptError(.tooDeep(limit: Parser.maximumDepth), range)
    }
    return expression
  }
}

extension Parser {
  /// Parses an expression that stands alone, such as a rule of a checklist; lines may end in it.
  package static func expression(_ text: String) throws(ScriptError) -> Expression {
    let source = Source(name: "expression", text: text)
    var parser = Parser(
      reader: Reader(source), vocabulary: Vocabulary(firstWords: [], freeWords: [:]))
    return try parser.loneExpression()
  }

  /// An expression that fills the rest of the reader.
  mutating func loneExpression() throws(ScriptError) -> Expression {
    var tokens = try expressionTokens(stopAtClauses: false, inParentheses: true)
    let expression = try ExpressionParser.parse(&tokens, depth: depth, end: reader.offset)
    if let stray = tokens.first { throw stray.unexpected }
    guard reader.isAtEnd else { throw unexpected() }
    return expression
  }
}
