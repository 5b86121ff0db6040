import Auditing
import Recfiles

extension ScenarioReader {
  /// Checks a record against the declaration of its type.
  mutating func checkFields(_ record: SourceRecord) {
    for declaration in FieldDeclaration.fields(of: record.type) {
      checkOccurrence(declaration, record)
      for name in declaration.names {
        for field in record[name] { checkValue(field, declaration, record) }
      }
    }
  }

  private mutating func checkOccurrence(_ declaration: FieldDeclaration, _ record: SourceRecord) {
    let name = declaration.names[0]
    if record[name].isEmpty {
      if declaration.isRequired {
        report(
          name == "Keywords" ? .noKeywords : .missingField, record, name, line: record.line)
      } else if declaration.names.count > 1, let english = record[declaration.names[1]].first {
        report(.translationMissing, record, english.name, line: english.line)
      }
    }
    guard !declaration.isRepeated else { return }
    for name in declaration.names {
      let fields = record[name]
      for field in fields.dropFirst() {
        report(.repeatedField(firstLine: fields[0].line), record, name, line: field.line)
      }
    }
  }

  private mutating func checkValue(
    _ field: SourceRecord.Field, _ declaration: FieldDeclaration, _ record: SourceRecord
  ) {
    let kind = field.value.isEmpty ? .emptyValue : fault(of: field.value, as: declaration.kind)
    if let kind { report(kind, record, field.name, line: field.line) }
  }

  private mutating func fault(
    of text: String, as kind: FieldDeclaration.Kind
  ) -> ScenarioFault.Kind? {
    switch kind {
    case .text, .localizedText: return nil
    case .id: return FieldText.isID(text) ? nil : .badID(text)
    case .date: return CalendarDate(text) == nil ? .badDate(text) : nil
    case .number(let range):
      guard let number = Int(text), range.contains(number) else { return .badNumber(text, range) }
      return nil
    case .decimal: return DecimalNumber(text) == nil ? .badDecimal(text) : nil
    case .limit: return FieldValue.limit(text) == nil ? .badLimit(text) : nil
    case .target: return FieldValue.target(text) == nil ? .badTarget(text) : nil
    case .keywords: return FieldValue.keywords(text).isEmpty ? .noKeywords : nil
    case .reference(let types): return unknownReference(text, to: types)
    case .places: return fault(ofPlaces: text)
    case .enumeration(let words):
      guard !words.contains(text) else { return nil }
      return .unknownValue(
        text, known: words, suggestion: suggestion(for: text, among: words))
    }
  }

  private mutating func fault(ofPlaces text: String) -> ScenarioFault.Kind? {
    for part in FieldValue.parts(text, "|") {
      let id = part.hasSuffix("+") ? String(part.dropLast()) : part
      let types: [RecordType] = [.place, .document, .answer, .mailbox, .measurement]
      if let kind = unknownReference(id, to: types) { return kind }
      if part.hasSuffix("+"), !isAnswer(id) || !saysMore(id) { return .plusWithoutMore(id) }
    }
    return nil
  }
}
