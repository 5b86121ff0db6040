package import Recfiles

/// Something in a checklist's file for which it is refused, and where it stands.
package struct ChecklistFault: Error, Hashable, Sendable {
  package let kind: Kind
  /// The line, from 1.
  package let line: Int
  /// The column in characters, from 1, where it is known.
  package let column: Int?
  /// The type of the record, where the fault lies in one.
  package let recordType: RecordType?
  /// The name of the field, where the fault lies in one or one is missing.
  package let field: String?

  /// Creates a fault.
  package init(
    kind: Kind, line: Int, column: Int? = nil, recordType: RecordType? = nil, field: String? = nil
  ) {
    self.kind = kind
    self.line = line
    self.column = column
    self.recordType = recordType
    self.field = field
  }

  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// The text is no rec text there.
    case syntax(RecFault)
    /// A record before the first `%rec`.
    case untypedRecord
    case unknownType(String, suggestion: RecordType?)

    case unknownField(suggestion: String?)
    case missingField
    case repeatedField(firstLine: Int)
    case emptyValue
    /// An English text without its French one, or lists of them that differ in length.
    case translationCount(french: Int, english: Int)

    case unknownValue(String, known: [String], suggestion: String?)
    case badNumber(String)
    /// No whole number of months or years.
    case badMonths(String)
    case badDuration(String)
    case unknownUnit(String, suggestion: String?)
    case badTarget(String)
    /// A limit that does not compare with what the indicator measures.
    case targetUnit(target: String, indicator: String)
    case badID(String)

    case duplicateID(String, firstLine: Int)
    /// An id that no record has; what is known are at most twelve ids.
    case unknownReference(String, to: [RecordType], known: [String], suggestion: String?)
    /// A criterion whose commitment belongs to another module than itself.
    case foreignCommitment(String, module: String)
    /// A mapping from an item to itself.
    case selfMapping
    case expression(ExpressionFault)

    /// What is to be typed for a grade and cannot be typed.
    case badWord(String)
    /// What is to be typed for a grade and means something else in the language.
    case reservedWord(String)
    /// What is to be typed for a grade and already means another.
    case repeatedWord(String, firstLine: Int)

    case noChecklist
    case secondChecklist(firstLine: Int)
    case noCriterion
  }
}
