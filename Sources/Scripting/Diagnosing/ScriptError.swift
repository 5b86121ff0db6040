/// A fault of a text of the language, with the place where it stands.
package struct ScriptError: Error, Sendable {
  package let kind: Kind
  package let range: Range<Int>

  /// Creates a fault at a range of the source.
  package init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  package enum Kind: Equatable, Sendable {
    case utf16
    case notUTF8
    case unclosedText
    case typographicQuote(line: String)
    case unknownEscape(String)
    case substitutionInText
    case dollarInWord(String)
    case strayOperator(String)
    case strayCharacter(String)
    case expectedName
    case expectedBlock
    case unclosedBlock
    case unclosedParenthesis
    case unopened(String)
    case expectedExpression
    case expectedEquals
    case doubleEquals
    case unexpected(String)
    case repeatedClause(String)
    case unknownStatement(String)
    case expectedIn
    case elseOnItsOwnLine
    case paramNotFirst
    case tooDeep(limit: Int)
    case ambiguousText(quoted: String)
    case unknownVariable(String, known: [String], suggestion: String?)
    case unchangeable(String)
    case unknownFunction(String, known: [String], suggestion: String?)
    case argumentCount(String, expected: ClosedRange<Int>, found: Int)
    case incomparable(String, String)
    case notANumber(String)
    case notABoolean(String)
    case notAList(String)
    case noField(String, of: String, known: [String])
    case fieldOutsideFilter(String)
    case unknownField(String, noun: String, known: [String], suggestion: String?)
    case divisionByZero
    case typeChanged(String, from: String, to: String)
  }
}
