import Auditing
import Scheduling
import Scripting

/// `milestone set`: departing from the planned cycle of a label, or saying that a day's work is done.
enum MilestoneCommands {
  static let all = [set]

  static let set = CommandSpec(
    noun: DossierNouns.milestone.name, name: Name("set", "modifier"),
    operands: [.init(name: Name("milestone", "jalon"), type: .reference(.milestone))],
    options: [
      .init(name: Name("date"), type: .date),
      .init(name: Name("status", "statut"), type: .choice(Choices.milestoneStatuses)),
      .init(name: Name("reason", "raison"), type: .text),
    ],
    summary: (
      "déplacer un jalon, ou dire qu’il est fait ou annulé",
      "move a milestone, or say that it is done or cancelled"
    ),
    manual: (
      """
      Le plan est calculé depuis le label\u{202F}; une décision l’emporte, et les jalons qui en dépendent \
      suivent. Fait, sans --date\u{A0}: aujourd’hui. La fin de validité ne se déplace pas. Un jalon annulé \
      demande sa raison.
      """,
      """
      The plan follows from the label; a decision prevails, and what depends on it moves too. Done \
      without --date: today. The end of validity does not move. A cancelled milestone needs its reason.
      """
    ),
    example: "milestone set digne/internal-audit --status done", writes: true
  ) { session, bound in
    try session.requirePerson()
    let planned = try session.milestone(bound["milestone"] ?? "", at: bound.place("milestone"))
    let status = bound["status"] ?? "planned"
    if status == "cancelled", bound["reason"] == nil {
      throw Failure(.reasonNeeded, at: bound.place("status"))
    }
    if planned.milestone.kind.isFixed, bound.has("date") {
      throw Failure(.fixedMilestone, at: bound.place("date"))
    }
    let date =
      bound.date("date") ?? (status == "done" ? session.today : planned.milestone.date)
    var fields: [String: Content] = [
      "label": .text(planned.label.key), "milestone": .text(planned.milestone.kind.rawValue),
      "date": .text(date.description), "status": .text(status),
    ]
    if let reason = bound["reason"] { fields["reason"] = .text(reason) }
    try session.record("milestone.set", fields)
    let title = planned.milestone.kind.title
    let name = Choices.french(status, Choices.milestoneStatuses)
    return .acknowledged(
      (
        "\(planned.id)\u{A0}: \(title.fr), \(name) le \(date)",
        "\(planned.id): \(title.en), \(status) on \(date)"
      ), value: .word(planned.id))
  }
}

/// A milestone of the cycle of one label.
struct PlannedMilestone {
  /// The site and the kind; of a label that another has followed, its first day too.
  let id: String
  let label: Label
  let milestone: Milestone
  /// What people have written of it, where they have.
  let decision: Record?
  /// How often someone has moved it, which a calendar file counts.
  let sequence: Int

  /// Whether it is planned, done or cancelled.
  var status: String { decision?.text("status", of: "plan") ?? "planned" }
}

extension Session {
  /// The milestones of all labels in force, in order of their days.
  func plannedMilestones() -> [PlannedMilestone] {
    let sites = Dictionary(state.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let labels = state.labels.filter { !$0.isWithdrawn }
    return labels.flatMap { label in
      let holidays =
        sites[label.site]?.holidays.flatMap { HolidayCalendar(word: $0) } ?? .metropolitan
      let cycle = LabelCycle(label, workingDays: WorkingDays(.fiveDay, holidays: holidays))
      let decisions = decisions(on: label)
      let isLatest = !labels.contains { $0.site == label.site && $0.until > label.until }
      return cycle.milestones(decided: decisions.compactMapValues(\.decidedDay)).map { milestone in
        let kind = milestone.kind.rawValue
        return PlannedMilestone(
          id: isLatest ? "\(label.site)/\(kind)" : "\(label.site)/\(kind)/\(label.from)",
          label: label, milestone: milestone, decision: decisions[milestone.kind],
          sequence: decisions[milestone.kind] == nil ? 0 : writes(on: label, kind))
      }
    }.sorted { ($0.milestone.date, $0.label.site) < ($1.milestone.date, $1.label.site) }
  }

  private func decisions(on label: Label) -> [Milestone.Kind: Record] {
    var decisions: [Milestone.Kind: Record] = [:]
    for kind in Milestone.Kind.allCases {
      let key = EventKind.naturalKey([label.key, kind.rawValue])
      if let record = state.record(.milestone, key), record.isPresent { decisions[kind] = record }
    }
    return decisions
  }

  /// How often a milestone was written; one that was taken back counts once more.
  private func writes(on label: Label, _ kind: String) -> Int {
    state.history.operations.enumerated().reduce(0) { count, item in
      let found = item.element.events.count { event in
        event?.kind == "milestone.set" && event?["label"]?.text == label.key
          && event?["milestone"]?.text == kind
      }
      return count + found * (state.isActive(item.offset) ? 1 : 2)
    }
  }

  /// The milestone of an id.
  func milestone(_ id: String, at range: Range<Int>?) throws -> PlannedMilestone {
    let planned = plannedMilestones()
    if let found = planned.first(where: { $0.id.folded == id.folded }) { return found }
    let known = planned.map(\.id)
    throw Failure(
      .unknownRecord(
        .milestone, id, known: known, suggestion: Suggestion.nearest(to: id, among: known)),
      at: range)
  }
}

extension Record {
  /// The day that somebody decided on for a milestone; none where it was cancelled.
  fileprivate var decidedDay: CalendarDate? {
    guard let plan = unit("plan"), plan["status"]?.text != "cancelled" else { return nil }
    return plan["date"]?.text.flatMap { CalendarDate($0) }
  }
}
