import Auditing
import Recfiles

/// One check of a checklist's records, which collects every fault.
struct ChecklistCheck {
  private(set) var faults: [ChecklistFault]
  /// The ids of each type, in the order of the file.
  var ids: [RecordType: [String]] = [:]
  /// The same ids, to look one up.
  var knownIDs: [RecordType: Set<String>] = [:]
  /// The lines on which a second record of an id has it.
  var duplicateLines: Set<Int> = []
  /// The lines that are no rec text.
  let syntaxLines: Set<Int>
  /// How many suggestions are still looked for: they cost time, and nobody reads a thousand.
  private var suggestionsLeft = 100

  /// Creates a check of a text that has such faults already.
  init(syntax: [RecFault]) {
    syntaxLines = Set(syntax.map(\.line))
    faults = syntax.map {
      ChecklistFault(kind: .syntax($0), line: $0.line, column: $0.column)
    }
  }

  /// The faults in the order of lines, those of one line as they were found.
  var sortedFaults: [ChecklistFault] {
    faults.enumerated().sorted { left, right in
      (left.element.line, left.element.column ?? 0, left.offset)
        < (right.element.line, right.element.column ?? 0, right.offset)
    }.map(\.element)
  }

  /// Notes a fault of the file.
  mutating func report(_ kind: ChecklistFault.Kind, line: Int) {
    faults.append(ChecklistFault(kind: kind, line: line))
  }

  /// Notes a fault of a record, or of a field that it should have.
  mutating func report(_ kind: ChecklistFault.Kind, in record: SourceRecord, name: String? = nil) {
    faults.append(
      ChecklistFault(kind: kind, line: record.line, recordType: record.type, field: name))
  }

  /// Notes a fault of a field.
  mutating func report(
    _ kind: ChecklistFault.Kind, in record: SourceRecord, field: RecFile.Field, offset: Int? = nil
  ) {
    let position = offset.map(field.position(of:))
    faults.append(
      ChecklistFault(
        kind: kind, line: position?.line ?? field.line, column: position?.column,
        recordType: record.type, field: field.name))
  }

  /// The word that was probably meant.
  mutating func suggestion(for text: String, among known: some Sequence<String>) -> String? {
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    return Suggestion.nearest(to: text, among: known)
  }
}
