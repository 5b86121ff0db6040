import Auditing

extension Checklist.Grade {
  /// Creates a grade from a checked record.
  init(_ record: SourceRecord) {
    let severity = Checklist.Severity.allCases.first { $0.name == record.text("Severity") }
    self.init(
      code: record.id, word: record.text("Word"), title: record.title,
      severity: severity ?? .sensitive)
    definition = record.localized("Definition")
  }

  /// The scale of a checklist that declares none, in rising order.
  static let defaultScale = [
    Self(
      code: "pf", title: LocalizedText(fr: "Point fort", en: "Strength"), severity: .strength),
    Self(
      code: "pp", title: LocalizedText(fr: "Piste de progrès", en: "Opportunity for improvement"),
      severity: .improvement),
    Self(
      code: "ps", title: LocalizedText(fr: "Point sensible", en: "Sensitive point"),
      severity: .sensitive),
    Self(
      code: "ncmin", title: LocalizedText(fr: "Non-conformité mineure", en: "Minor nonconformity"),
      severity: .minor),
    Self(
      code: "ncmaj", title: LocalizedText(fr: "Non-conformité majeure", en: "Major nonconformity"),
      severity: .major),
  ]
}
