import Auditing
import Scheduling

extension Session {
  /// What is overdue in the open dossier, in one line; nothing where all is in time.
  var overdueLine: Wording? {
    let milestones = plannedMilestones().filter { $0.status == .overdue }
    let actions = state.actions.filter { $0.isOverdue(on: today) }
    guard !milestones.isEmpty || !actions.isEmpty else { return nil }
    let french = milestones.map { planned in
      let kind = planned.milestone.kind.rawValue
      return "\(planned.id.dropLast(kind.count))\(Choices.french(kind, Choices.milestoneKinds))"
    }
    let ids = actions.map(\.id)
    let parts: [Wording] = [
      (
        Self.named(french, french.count.fr("jalon(s)")),
        Self.named(milestones.map(\.id), milestones.count.en("milestone(s)"))
      ),
      (Self.named(ids, ids.count.fr("action(s)")), Self.named(ids, ids.count.en("action(s)"))),
    ]
    return (
      "en retard\u{A0}: " + parts.map(\.fr).filter { !$0.isEmpty }.joined(separator: ", "),
      "overdue: " + parts.map(\.en).filter { !$0.isEmpty }.joined(separator: ", ")
    )
  }

  /// A count with the first of what is counted; empty where nothing is.
  private static func named(_ names: [String], _ count: String) -> String {
    guard let first = names.first else { return "" }
    return "\(count) (\(first)\(names.count > 1 ? "…" : ""))"
  }
}
