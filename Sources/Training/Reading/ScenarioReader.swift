import Auditing
import Recfiles

/// One reading of a scenario's file, which collects every fault of form.
struct ScenarioReader {
  private(set) var faults: [ScenarioFault] = []
  private(set) var records: [SourceRecord] = []
  /// The records of each id.
  private var types: [String: RecordType] = [:]
  private var suggestionsLeft = 100

  /// Reads a file.
  init(_ bytes: [UInt8]) {
    let (file, syntax) = RecFile.parse(bytes)
    faults = syntax.map { ScenarioFault(.syntax($0), line: $0.line) }
    if syntax.contains(where: { $0.kind == .utf16 }) { return }
    read(file)
    checkCounts()
    checkIDs()
    for record in records { checkFields(record) }
  }

  private mutating func read(_ file: RecFile) {
    for set in file.sets {
      guard let descriptor = set.descriptor else {
        for record in set.records { faults.append(.init(.untypedRecord, line: record.line)) }
        continue
      }
      guard let type = recordType(descriptor) else { continue }
      for record in set.records { records.append(source(record, type)) }
    }
  }

  private mutating func recordType(_ descriptor: RecFile.Descriptor) -> RecordType? {
    if let type = RecordType(rawValue: descriptor.type) { return type }
    let suggestion = suggestion(
      for: descriptor.type, among: RecordType.allCases.map(\.rawValue)
    ).flatMap(RecordType.init)
    faults.append(
      .init(.unknownType(descriptor.type, suggestion: suggestion), line: descriptor.line))
    return suggestion
  }

  private mutating func source(_ record: RecFile.Record, _ type: RecordType) -> SourceRecord {
    let known = Set(FieldDeclaration.fields(of: type).flatMap(\.names))
    var source = SourceRecord(type: type, line: record.line)
    for field in record.fields {
      let value = FieldText.trimmed(field.value)
      if !known.contains(field.name) {
        let suggestion = suggestion(for: field.name, among: known)
        report(.unknownField(suggestion: suggestion), source, field.name, line: field.line)
      } else {
        source.fields.append(.init(name: field.name, value: value, line: field.line))
      }
    }
    return source
  }

  private mutating func checkCounts() {
    let heads = records.filter { $0.type == .scenario }
    if let first = heads.first {
      for second in heads.dropFirst() {
        report(.secondScenario(firstLine: first.line), second, nil, line: second.line)
      }
    } else {
      faults.append(.init(.noScenario, line: 1))
    }
    for type in [RecordType.site, .place] where !records.contains(where: { $0.type == type }) {
      faults.append(.init(.missingRecord(type), line: heads.first?.line ?? 1))
    }
  }

  private mutating func checkIDs() {
    var firstLines: [String: Int] = [:]
    for record in records where record.type != .scenario {
      guard let id = record.text("Id"), !id.isEmpty else { continue }
      if let first = firstLines[id.folded] {
        report(.duplicateID(id, firstLine: first), record, "Id")
      } else {
        firstLines[id.folded] = record.line
        types[id] = record.type
      }
    }
  }
}

extension ScenarioReader {
  /// Notes a fault of a record or of a field of it.
  mutating func report(
    _ kind: ScenarioFault.Kind, _ record: SourceRecord, _ field: String?, line: Int? = nil
  ) {
    faults.append(
      ScenarioFault(
        kind, line: line ?? field.map(record.line(of:)) ?? record.line, recordType: record.type,
        field: field))
  }

  /// The word that was probably meant.
  mutating func suggestion(for text: String, among known: some Sequence<String>) -> String? {
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    return Suggestion.nearest(to: text, among: known)
  }

  /// What is wrong with a reference to a record of one of such types.
  mutating func unknownReference(_ id: String, to wanted: [RecordType]) -> ScenarioFault.Kind? {
    if let type = types[id], wanted.contains(type) { return nil }
    let known = records.filter { wanted.contains($0.type) }.map(\.id)
    return .unknownReference(
      id, to: wanted, known: Array(known.prefix(12)),
      suggestion: suggestion(for: id, among: known))
  }

  /// Whether an answer says more to one who asks well.
  func saysMore(_ id: String) -> Bool {
    records.contains { $0.type == .answer && $0.id == id && $0.text("More_fr") != nil }
  }

  /// Whether an id is an answer's.
  func isAnswer(_ id: String) -> Bool { types[id] == .answer }
}
