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

  /// The range of a bare word, with the commas that stand between two digits.
  func argumentWord(at start: Int) -> Range<Int> {
    let scalars = reader.source.scalars
    var end = start
    while end < reader.end {
      let isDecimal =
        scalars[end] == "," && end > start && end + 1 < reader.end && scalars[end - 1].isDigit
        && scalars[end + 1].isDigit
      if !isDecimal, Self.endsWord(scalars[end]) { break }
      end += 1
    }
    return start..<end
  }

  /// A bare word, which is passed.
  mutating func word() throws(ScriptError) -> Spanned<String> {
    let start = reader.offset
    guard let first = reader.current, !Self.endsCommand(first) else {
      throw ScriptError(.expectedExpression, here)
    }
    let range = argumentWord(at: start)
    reader.offset = range.upperBound
    guard !range.isEmpty else { throw unexpected() }
    if reader.current == "$" { throw dollar(in: range) }
    return Spanned(reader.source.text(range), range)
  }

  /// The fault of a `$` that follows a word.
  func dollar(in word: Range<Int>) -> ScriptError {
    var rest = reader
    rest.offset = word.upperBound
    let end = rest.word { $0.isSpace || "\n;,)}\"".unicodeScalars.contains($0) }.upperBound
    let range = word.lowerBound..<end
    return ScriptError(.dollarInWord(reader.source.text(range)), range)
  }

  /// A value among arguments; only an operand before a free text takes groups of digits.
  mutating func value(isOperand: Bool = false) throws(ScriptError) -> Spanned<ValueSyntax> {
    let start = reader.offset
    switch reader.current {
    case "\"":
      let template = try quotedText()
      try endOfValue()
      return Spanned(.text(template), start..<reader.offset)
    case "$":
      let variable = try variable()
      try endOfValue()
      return variable
    case "(":
      try enter()
      let list = try parenthesised()
      depth -= 1
      try endOfValue()
      return Spanned(.list(list), start..<reader.offset)
    case "'":
      if let path = try droppedFile() { return path }
    default: break
    }
    try refuseTypographicQuote()
    if let path = escapedPath() { return path }
    let word = try word()
    if Vocabulary.operators.contains(word.value) {
      throw ScriptError(.strayOperator(word.value), word.range)
    }
    let text = word.value + numberRest(after: word.value, isOperand ? .operand : .argument)
    return Spanned(.word(text), start..<reader.offset)
  }

  /// Refuses what follows a text, a variable or a bracket without a space.
  func endOfValue() throws(ScriptError) {
    guard let next = reader.current, !next.isSpace, next != ",", !Self.endsCommand(next) else {
      return
    }
    throw unexpected()
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
  mutating func path() -> [String] {
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
    guard reader.current == ")" else {
      throw ScriptError(.unclosedParenthesis, start..<start + 1)
    }
    let list = try ExpressionParser.parseList(&tokens, depth: depth, end: reader.offset)
    deepest = max(deepest, depth + (list.map(\.height).max() ?? 0))
    reader.advance()
    return list
  }
}
