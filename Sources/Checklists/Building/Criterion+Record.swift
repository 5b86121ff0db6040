import Auditing

extension Checklist.Module {
  /// Creates a module from a checked record.
  init(_ record: SourceRecord) {
    self.init(id: record.id, title: record.title, provenance: record.provenance)
    kind = record.word("Kind") ?? .module
    mandatory = record.flag("Mandatory")
    disabled = record.flag("Disabled")
    source = record.texts("Source")
    note = record.localized("Note")
  }
}

extension Checklist.Commitment {
  /// Creates a commitment from a checked record.
  init(_ record: SourceRecord) {
    self.init(
      id: record.id, module: record.required("Module"), title: record.title,
      provenance: record.provenance)
    source = record.texts("Source")
  }
}

extension Checklist.Criterion {
  /// Creates a criterion from a checked record.
  init(_ record: SourceRecord) {
    self.init(
      id: record.id, module: record.required("Module"), title: record.title,
      provenance: record.provenance)
    ref = record.text("Ref")
    commitment = record.text("Commitment")
    chapter = record.localized("Chapter")
    evidence = record.localizedList("Evidence")
    methods = record.texts("Method").compactMap(Checklist.Method.init)
    indicators = record.texts("Indicator")
    source = record.texts("Source")
    note = record.localized("Note")
    place = record.localized("Place")
    meet = record.localized("Meet")
    question = record.localized("Question")
    sample = record.text("Sample").flatMap(FieldValue.number)
    maxAge = record.duration("MaxAge")
    notApplicable = record.localizedList("NotApplicable")
    mandatory = record.flag("Mandatory")
  }
}
