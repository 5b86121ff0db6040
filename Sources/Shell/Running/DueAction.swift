import Auditing
import Scheduling

/// An action with the day on which it is due, as a list or a calendar shows it.
struct DueAction: Sendable {
  let action: Action
  let date: CalendarDate
  /// The sites of the findings it is about.
  let sites: [String]
  /// What it is about and who answers for it.
  let why: Wording
}

extension State {
  /// The actions among some that have a due day, in the order of their days.
  func due(_ actions: [Action]) -> [DueAction] {
    let ids = Identifiers(.finding, in: self)
    return actions.compactMap { action -> DueAction? in
      guard let due = action.due else { return nil }
      let kind = Choices.actionKinds.first { $0.en == action.kind.rawValue }
      let findings = action.findings.map { reference(to: $0, .finding, ids) }
      let about = (
        fr: findings.map(\.fr).joined(separator: ", "),
        en: findings.map(\.en).joined(separator: ", ")
      )
      let owner = action.owner ?? ""
      return DueAction(
        action: action, date: due, sites: sites(of: action).sorted(),
        why: (
          [kind?.fr ?? "", about.fr, owner].filter { !$0.isEmpty }.joined(separator: " — "),
          [kind?.en ?? "", about.en, owner].filter { !$0.isEmpty }.joined(separator: " — ")
        ))
    }.sorted { ($0.date, $0.action.id) < ($1.date, $1.action.id) }
  }

  /// The sites of the findings that an action is about; none where they are contradictory.
  func sites(of action: Action) -> Set<String> {
    Set(
      action.findings.compactMap { record(.finding, $0)?.agreed("statement")?["site"]?.text })
  }
}
