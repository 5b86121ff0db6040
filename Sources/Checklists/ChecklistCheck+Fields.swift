import Auditing
import Recfiles

extension ChecklistCheck {
  /// Checks a record against the declaration of its type.
  mutating func checkFields(_ record: SourceRecord) {
    for declaration in FieldDeclaration.table[record.type] ?? [] {
      checkOccurrence(declaration, in: record)
      for field in declaration.names.flatMap({ record[$0] }) {
        checkValue(field, declaration, in: record)
      }
    }
  }

  private mutating func checkOccurrence(
    _ declaration: FieldDeclaration, in record: SourceRecord
  ) {
    let french = record[declaration.names[0]]
    if french.isEmpty, declaration.occurrence == .required {
      report(.missingField, in: record, name: declaration.names[0])
    } else if declaration.names.count > 1, let first = record[declaration.names[1]].first,
      declaration.occurrence == .repeated || french.isEmpty
    {
      let english = record[declaration.names[1]].count
      if english != french.count {
        report(
          .translationCount(french: french.count, english: english), in: record, field: first)
      }
    }
    guard declaration.occurrence != .repeated else { return }
    for fields in declaration.names.map({ record[$0] }) {
      guard let first = fields.first else { continue }
      for field in fields.dropFirst() {
        report(.repeatedField(firstLine: first.line), in: record, field: field)
      }
    }
  }

  private mutating func checkValue(
    _ field: RecFile.Field, _ declaration: FieldDeclaration, in record: SourceRecord
  ) {
    let text = FieldText.trimmed(field.value)
    guard !text.isEmpty else {
      report(.emptyValue, in: record, field: field)
      return
    }
    if let kind = fault(of: text, as: declaration.kind) {
      report(kind, in: record, field: field)
    }
  }

  /// What is wrong with a value by itself.
  private mutating func fault(
    of text: String, as kind: FieldDeclaration.Kind
  ) -> ChecklistFault.Kind? {
    switch kind {
    case .text, .localizedText, .expression: nil
    case .id: FieldText.isID(text) ? nil : .badID(text)
    case .word: FieldValue.isWord(text) ? nil : .badWord(text)
    case .number: FieldValue.number(text) == nil ? .badNumber(text) : nil
    case .months: FieldValue.months(text) == nil ? .badMonths(text) : nil
    case .duration: FieldValue.duration(text) == nil ? .badDuration(text) : nil
    case .target: FieldValue.target(text, unit: .count) == nil ? .badTarget(text) : nil
    case .boolean: unknownValue(text, among: ["yes", "no"])
    case .enumeration(let words): unknownValue(text, among: words)
    case .reference(let types): unknownReference(text, to: types)
    case .unit:
      FieldValue.unit(text) == nil
        ? .unknownUnit(text, suggestion: suggestion(for: text, among: FieldValue.unitWords)) : nil
    }
  }

  private mutating func unknownValue(
    _ text: String, among words: [String]
  ) -> ChecklistFault.Kind? {
    guard !words.contains(text) else { return nil }
    let suggestion = suggestion(for: text, among: words)
    return .unknownValue(text, known: words, suggestion: suggestion)
  }

  private mutating func unknownReference(
    _ id: String, to types: [RecordType]
  ) -> ChecklistFault.Kind? {
    guard !types.contains(where: { knownIDs[$0]?.contains(id) == true }) else { return nil }
    let all = ids
    let suggestion = suggestion(for: id, among: types.lazy.flatMap { all[$0] ?? [] })
    let known = types.flatMap { (all[$0] ?? []).prefix(12) }.prefix(12)
    return .unknownReference(
      id, to: types, known: Array(known), suggestion: suggestion)
  }
}
