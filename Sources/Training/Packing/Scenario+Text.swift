import Recfiles

extension Scenario {
  /// The scenario as a rec text: the same records, the same bytes.
  package var text: String {
    var file = RecFile()
    for type in RecordType.allCases {
      let records = self.records.filter { $0.type == type }
      guard !records.isEmpty, let field = RecFile.Field(name: "%rec", value: type.rawValue),
        let descriptor = RecFile.Descriptor(fields: [field])
      else { continue }
      file.sets.append(.init(descriptor: descriptor, records: records.map(\.record)))
    }
    return RecWriter.text(of: file)
  }

  /// Reads a scenario that a program has written, without asking whether it makes sense.
  package init?(written text: String) {
    let (file, faults) = RecFile.parse(text)
    guard faults.isEmpty else { return nil }
    let records = file.sets.flatMap { set -> [SourceRecord] in
      guard let type = set.descriptor.flatMap({ RecordType(rawValue: $0.type) }) else { return [] }
      return set.records.map { record in
        SourceRecord(
          type: type, line: record.line,
          fields: record.fields.map { .init(name: $0.name, value: $0.value, line: $0.line) })
      }
    }
    self.init(checked: records)
  }
}
