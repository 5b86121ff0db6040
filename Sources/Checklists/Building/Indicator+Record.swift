import Auditing

extension Checklist.Indicator {
  /// Creates an indicator from a checked record.
  init(_ record: SourceRecord) {
    let unit = record.text("Unit").flatMap(FieldValue.unit) ?? .count
    self.init(id: record.id, title: record.title, unit: unit, provenance: record.provenance)
    better = record.word("Better")
    target = record.text("Target").flatMap { FieldValue.target($0, unit: unit) }
    statistic = record.word("Statistic")
    frequency = record.duration("Frequency")
    source = record.texts("Source")
    note = record.localized("Note")
  }
}

extension Checklist.Rule {
  /// Creates a rule from a checked record.
  init(_ record: SourceRecord) {
    self.init(
      id: record.id, title: record.title, expression: record.required("Expression"),
      provenance: record.provenance)
    kind = record.word("Kind") ?? .award
    source = record.texts("Source")
    note = record.localized("Note")
  }
}

extension Checklist.Mapping {
  /// Creates a mapping from a checked record.
  init(_ record: SourceRecord) {
    self.init(
      id: record.id, from: record.required("From"), checklist: record.required("Checklist"),
      to: record.required("To"), provenance: record.provenance)
    source = record.texts("Source")
  }
}

extension Checklist.Request {
  /// Creates a request from a checked record.
  init(_ record: SourceRecord) {
    self.init(id: record.id, title: record.title, provenance: record.provenance)
    lead = record.duration("Lead")
    module = record.text("Module")
    source = record.texts("Source")
  }
}

extension Checklist.Term {
  /// Creates a term from a checked record.
  init(_ record: SourceRecord) {
    self.init(id: record.id, title: record.title)
    definition = record.localized("Definition")
    clause = record.text("Clause")
  }
}

extension Checklist.Milestone {
  /// Creates a milestone from a checked record.
  init?(_ record: SourceRecord) {
    guard let kind: Kind = record.word("Id"), let anchor = Anchor(record.required("Before")) else {
      return nil
    }
    self.init(kind: kind, months: record.months("Lead") ?? 0, anchor: anchor)
  }
}
