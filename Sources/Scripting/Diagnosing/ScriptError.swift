/// A fault of a text of the language, with the place where it stands.
package struct ScriptError: Error, Sendable {
  package let kind: Kind
  /// The scalars of the source that are at fault; empty where something is missing.
  package let range: Range<Int>

  /// Creates a fault at a range of the source.
  package init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// What is wrong, with the pieces of the script that a sentence about it needs.
  package enum Kind: Equatable, Sendable {
    // Of the file
    case utf16
    case notUTF8

    // Of words and texts
    case unclosedText
    case typographicQuote(line: String)
    case unknownEscape(String)
    case substitutionInText
    case dollarInWord(String)
    case strayOperator(String)
    case strayCharacter(String)
    /// A free text that a file's reader could take for two things: all of it between quotes, and
    /// the other thing it could mean.
    case ambiguousText(quoted: String, other: String?)

    // Of statements
    case expectedName
    case reservedName(String)
    case expectedBlock
    case unclosedBlock
    case unclosedParenthesis
    case unopened(String)
    case expectedExpression
    case expectedEquals
    case doubleEquals
    case unexpected(String)
    case repeatedClause(String)
    /// A French word in the place of a word of the language.
    case englishWord(String, meant: String)
    case expectedParenthesis
    /// A statement among the arguments of the program, which are one command.
    case notACommand(String)
    case expectedIn
    case elseOnItsOwnLine
    case paramNotFirst
    case tooDeep(limit: Int)

    // Of definitions and other files
    /// A `def` or `source` within a block.
    case notInBlock(String)
    case returnOutsideDefinition
    case takenName(String, isFunction: Bool)
    case repeatedDefinition(String)
    case repeatedParameter(String)
    /// A name that a sourced file makes and that is there already.
    case sourcedTwice(String)
    case valuesOnly(String)
    case definitionInFilter(String)
    case tooManyCalls(limit: Int)
    case pathNotLiteral
    case sourceCycle(String)
    case parameterInSource(String)
    /// A statement that a start-up file may not hold.
    case notAtStart(String)

    // Of meaning
    /// A variable of the file that has no value yet when a definition reads it.
    case valueNotYet(String)
    case unknownVariable(String, known: [String], suggestion: String?)
    case unchangeable(String)
    case missingParameter(String)
    case unknownFunction(String, known: [String], suggestion: String?)
    case argumentCount(String, expected: ClosedRange<Int>, found: Int)
    case fieldOutsideFilter(String)
    case noField(String, of: String, known: [String])
    case typeChanged(String, from: String, to: String)

    // Of values
    case incomparable(String, String)
    case notANumber(String)
    case notADate(String)
    case notABoolean(String)
    case notAList(String)
    case divisionByZero
    case numberTooLarge
    case rangeTooLong(limit: Int)
    case noWorkingDays
  }
}
