import Auditing

extension Checklist {
  /// Creates a checklist from records in which nothing is wrong.
  init?(checked records: [SourceRecord]) {
    guard let head = records.first(where: { $0.type == .checklist }) else { return nil }
    self.init(
      id: head.id, title: head.title, edition: head.required("Edition"),
      status: head.word("Status") ?? .provisional, validity: head.months("Validity"),
      surveillance: head.months("Surveillance"), source: head.texts("Source"))
    note = head.localized("Note")
    for record in records {
      switch record.type {
      case .checklist: continue
      case .module: modules.append(Module(record))
      case .commitment: commitments.append(Commitment(record))
      case .criterion: criteria.append(Criterion(record))
      case .indicator: indicators.append(Indicator(record))
      case .grade: grades.append(Grade(record))
      case .rule: rules.append(Rule(record))
      case .mapping: mappings.append(Mapping(record))
      case .request: requests.append(Request(record))
      case .term: terms.append(Term(record))
      case .milestone: Milestone(record).map { milestones.append($0) }
      }
    }
    if grades.isEmpty { grades = Grade.defaultScale }
  }
}
