package import Recfiles

/// Something in a scenario's file for which it is refused, and where it stands.
package struct ScenarioFault: Error, Hashable, Sendable {
  package let kind: Kind
  /// The line, from 1.
  package let line: Int
  /// The type of the record, where the fault lies in one.
  package let recordType: RecordType?
  /// The name of the field, where the fault lies in one or one is missing.
  package let field: String?

  /// Creates a fault.
  package init(
    _ kind: Kind, line: Int, recordType: RecordType? = nil, field: String? = nil
  ) {
    self.kind = kind
    self.line = line
    self.recordType = recordType
    self.field = field
  }

  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    // The file
    case syntax(RecFault)
    case untypedRecord
    case unknownType(String, suggestion: RecordType?)
    case noScenario
    case secondScenario(firstLine: Int)
    case missingRecord(RecordType)

    // A field
    case unknownField(suggestion: String?)
    case missingField
    case repeatedField(firstLine: Int)
    case emptyValue
    case translationMissing
    case unknownValue(String, known: [String], suggestion: String?)
    case badID(String)
    case badNumber(String, ClosedRange<Int>)
    case badDecimal(String)
    case badDate(String)
    case badLimit(String)
    case badTarget(String)
    case badRow(String)
    case unknownUnit(String)
    case noKeywords
    case unknownVariable(String)
    case badVariable
    case poolExhausted(String)

    // References
    case duplicateID(String, firstLine: Int)
    case unknownReference(String, to: [RecordType], known: [String], suggestion: String?)
    case plusWithoutMore(String)
    case siteNeeded
    case unknownChecklist(String, known: [String])
    case unknownEdition(String, known: String)
    case unknownModule(String, known: [String])
    case unknownCriterion(String, suggestion: String?)
    case criterionOutside(String, site: String)
    case unknownGrade(String, known: [String])
    case strengthAsFault(String)

    // The sense
    case noRows
    case rowsTwice
    case tooManyLate(late: Int, rows: Int)
    case badRange
    case smallDraw(minimum: Int, percent: Int)
    case hiddenAnswer(by: String)
    case orphanFact
    case unreachable
    case faultUnreachable(reachable: Int, needs: Int, variant: Int)
    case needsTooMuch(needs: Int, evidence: Int)
    case contradiction(fact: String, decoy: String, variant: Int)
    case sameFault(String, variant: Int)
    case neverPlanted
    case choiceTooLarge(plant: Int, faults: Int)
    case dearHints(total: Int)
    case noFault
  }
}
