import Auditing
import Scheduling
import Scripting

/// The nouns of labels and of the days of their cycles.
enum LabelNouns {
  static let all = [label, milestone]

  static let label = NounSpec(
    name: Name("label"), summary: ("labels accordés aux sites", "labels granted to the sites"),
    restsOnChecklist: true,
    fields: [
      .init(name: Name("id")), .init(name: Name("site")),
      .init(name: Name("checklist", "référentiel")), .init(name: Name("modules")),
      .init(name: Name("granted", "accordé")), .init(name: Name("until", "jusqu-au")),
      .init(name: Name("surveillance")), .init(name: Name("confirmed", "confirmé")),
      .init(name: Name("status", "statut"), choices: Choices.labelStatuses),
    ],
    columns: ["site", "checklist", "modules", "granted", "until", "surveillance", "status"]
  ) { session, _ in
    _ = try session.openDossier()
    let today = session.today
    return session.state.labels.map { label in
      var row = RowBuilder()
      row.word("id", label.key)
      row.word("site", label.site)
      row.word("checklist", label.checklist)
      row.words("modules", label.modules)
      row.date("granted", label.from)
      row.date("until", label.until)
      row.date("surveillance", label.surveillance.map { label.from.adding(months: $0) })
      row.date("confirmed", label.confirmed)
      row.choice("status", status(label, today), Choices.labelStatuses)
      return row.record("label", label.key)
    }
  }

  /// Valid, due once the renewal's first milestone has come, expired after the last day; contested
  /// while people disagree on whether it was withdrawn.
  static func status(_ label: Label, _ today: CalendarDate) -> String {
    if label.isWithdrawn { return "withdrawn" }
    if label.isStandingContested { return "contested" }
    if today > label.until { return "expired" }
    let start = LabelCycle(label).milestones().first { $0.kind == .renewalDecision }?.date
    return start.map { today >= $0 } == true ? "due" : "valid"
  }

  static let milestone = NounSpec(
    name: Name("milestone", "jalon"),
    summary: (
      "échéances du cycle des labels et des actions", "days of the labels’ cycles and of actions"
    ),
    restsOnChecklist: true,
    fields: [
      .init(name: Name("id")), .init(name: Name("date")), .init(name: Name("site")),
      .init(name: Name("checklist", "référentiel")),
      .init(name: Name("kind", "nature"), choices: Choices.milestoneKinds),
      .init(name: Name("title", "titre")), .init(name: Name("why", "pourquoi")),
      .init(name: Name("status", "statut"), choices: Choices.milestoneStatuses),
      .init(name: Name("reason", "raison")), .init(name: Name("by", "par")),
    ],
    columns: ["id", "date", "title", "status", "why"]
  ) { session, _ in
    _ = try session.openDossier()
    let cycle = session.plannedMilestones().map { planned in
      var row = RowBuilder()
      row.word("id", planned.id)
      row.date("date", planned.isDayOpen ? nil : planned.milestone.date)
      row.word("site", planned.label.site)
      row.word("checklist", planned.label.checklist)
      row.choice("kind", planned.milestone.kind.rawValue, Choices.milestoneKinds)
      row.text("title", session.language.pick(planned.milestone.kind.title))
      row.text("why", session.language.pick(planned.milestone.why))
      row.choice("status", planned.status.rawValue, Choices.milestoneStatuses)
      row.text("reason", planned.decision?.reason)
      row.word("by", planned.decision?.by)
      return (planned.milestone.date, row.record("milestone", planned.id))
    }
    let actions = session.state.due(session.state.actions).map { due in
      let isOpen = due.action.status == .open
      var row = RowBuilder()
      row.word("id", due.action.id)
      row.date("date", due.date)
      row.words("site", due.sites)
      row.choice("kind", "action", Choices.milestoneKinds)
      row.text("title", due.action.text)
      row.text("why", session.language.pick(due.why))
      row.choice(
        "status", isOpen ? (due.date < session.today ? "overdue" : "planned") : "done",
        Choices.milestoneStatuses)
      return (due.date, row.record("milestone", due.action.id))
    }
    return (cycle + actions).enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
  }
}

extension Label {
  /// The day surveillance confirmed it, if it did.
  var confirmed: CalendarDate? { isWithdrawn ? nil : standing?.on }
}
