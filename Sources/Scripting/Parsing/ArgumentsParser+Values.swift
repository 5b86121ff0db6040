import Auditing

extension ArgumentsParser {
  /// The next argument as a value, with the unit that follows a number.
  mutating func value(isOperand: Bool = false) throws(ScriptError) -> Spanned<ValueSyntax> {
    guard let word = rest.popFirst() else {
      throw ScriptError(.expectedExpression, source.scalars.count..<source.scalars.count)
    }
    if Vocabulary.operators.contains(word.text) {
      throw ScriptError(.strayOperator(word.text), word.range)
    }
    let number = number(word, grouping: isOperand)
    return Spanned(Self.syntax(number.value, isNumber: number.range != word.range), number.range)
  }

  /// A word, or a text without any meaning of its own when a script would need quotes.
  static func syntax(_ text: String, isNumber: Bool = false) -> ValueSyntax {
    if isNumber { return .word(text) }
    let scalars = Array(text.unicodeScalars)
    let isPlain =
      !scalars.isEmpty && scalars.first != "\"" && scalars.first != "#"
      && Self.parser(of: scalars).argumentWord(at: 0).count == scalars.count
    return isPlain ? .word(text) : .text(Template(text))
  }

  /// A word with the groups of digits and the unit that are the arguments after it.
  mutating func number(_ word: ArgumentWords.Word, grouping: Bool) -> Spanned<String> {
    guard word.text.utf8.count <= 24, DecimalNumber(word.text) != nil else {
      return Spanned(word.text, word.range)
    }
    var (text, end) = (word.text, word.range.upperBound)
    while grouping, let next = rest.first, next.text.utf8.prefix(4).count == 3,
      next.text.unicodeScalars.allSatisfy(\.isDigit), DecimalNumber("\(text) \(next.text)") != nil
    {
      rest.removeFirst()
      (text, end) = ("\(text) \(next.text)", next.range.upperBound)
    }
    for count in [2, 1] where rest.count >= count {
      let unit = rest.prefix(count).map(\.text).joined(separator: " ")
      guard Unit(word: unit) != nil else { continue }
      end = rest[rest.startIndex + count - 1].range.upperBound
      rest = rest.dropFirst(count)
      return Spanned("\(text) \(unit)", word.range.lowerBound..<end)
    }
    return Spanned(text, word.range.lowerBound..<end)
  }
}
