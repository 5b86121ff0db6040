import Recfiles

extension ChecklistCheck {
  /// The records of a file with their types; a type or field near a known one is read as that.
  mutating func records(of file: RecFile) -> [SourceRecord] {
    var records: [SourceRecord] = []
    for (index, set) in file.sets.enumerated() {
      guard let descriptor = set.descriptor else {
        if index == 0 {
          for record in set.records { report(.untypedRecord, line: record.line) }
        }
        continue
      }
      guard let type = recordType(descriptor) else { continue }
      for record in set.records { records.append(source(record, type: type)) }
    }
    return records
  }

  private mutating func recordType(_ descriptor: RecFile.Descriptor) -> RecordType? {
    if let type = RecordType(rawValue: descriptor.type) { return type }
    let suggestion = suggestion(
      for: descriptor.type, among: RecordType.allCases.map(\.rawValue)
    ).flatMap(RecordType.init)
    if !syntaxLines.contains(descriptor.line) {
      report(.unknownType(descriptor.type, suggestion: suggestion), line: descriptor.line)
    }
    return suggestion
  }

  private mutating func source(_ record: RecFile.Record, type: RecordType) -> SourceRecord {
    let known = FieldDeclaration.byName[type] ?? [:]
    let present = Set(record.fields.map(\.name))
    var source = SourceRecord(type: type, line: record.line)
    for field in record.fields {
      if known[field.name] != nil {
        source.append(field, as: field.name)
        continue
      }
      let suggestion = suggestion(for: field.name, among: known.keys)
      report(.unknownField(suggestion: suggestion), in: source, field: field)
      if let suggestion, !present.contains(suggestion) { source.append(field, as: suggestion) }
    }
    return source
  }

  /// Refuses a file with no checklist, with two, or with nothing to check.
  mutating func checkCounts(_ records: [SourceRecord]) {
    let checklists = records.filter { $0.type == .checklist }
    if let first = checklists.first {
      for second in checklists.dropFirst() {
        report(.secondChecklist(firstLine: first.line), in: second)
      }
    } else {
      report(.noChecklist, line: 1)
    }
    if !records.contains(where: { $0.type == .criterion }) {
      report(.noCriterion, line: checklists.first?.line ?? 1)
    }
  }
}
