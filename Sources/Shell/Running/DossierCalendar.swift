import Auditing
import Scheduling

/// What the calendar of one dossier is made of, apart from its journal: the cycles of its labels
/// and the days on which actions are due.
struct DossierCalendar: Sendable {
  /// The id of the dossier's first operation, by which its events are known everywhere.
  let dossier: String
  let plan: CyclePlan
  /// What has befallen each label that was ever granted, by its key.
  private let histories: [String: CycleHistory]
  /// The ids of the checklists that are complete and official.
  private let official: Set<String>
  private let actions: [DueAction]
  private let actionsGivenUp: [DueAction]
  /// How often each action was changed, by its key.
  private let changes: [String: ChangeCount]

  /// Takes what a dossier's journal says of its labels and actions; the checklists are those that
  /// its labels may rest on.
  init(_ state: State, of dossier: String, checklists: [Checklist]) {
    self.dossier = dossier
    plan = CyclePlan(state)
    histories = state.cycleHistories()
    official = Set(checklists.filter { $0.status == .official }.map(\.id))
    actions = state.due(state.actions)
    actionsGivenUp = state.due(state.actionsGivenUp)
    changes = actions.isEmpty && actionsGivenUp.isEmpty ? [:] : state.actionChanges()
  }

  /// How its events are to be written.
  struct Manner {
    let language: Language
    /// When the calendar file is made.
    let stamp: Timestamp
    let today: CalendarDate
  }

  /// All events: what an earlier file may have held and no longer stands is there as cancelled.
  func events(_ manner: Manner) -> [ICalendar.Event] {
    var events = plan.milestones(on: manner.today).map { event($0, manner) }
    let known = Set(events.map(\.uid))
    for history in histories.values {
      events += superseded(history, manner).filter { !known.contains($0.uid) }
    }
    return events + actions.map { event($0, isKept: true, manner) }
      + actionsGivenUp.map { event($0, isKept: false, manner) }
  }

  /// The events of the cycle of one label.
  func events(of label: Label, _ manner: Manner) -> [ICalendar.Event] {
    plan.milestones(of: label, on: manner.today).map { event($0, manner) }
  }
}

// MARK: - The cycles of labels

extension DossierCalendar {
  private func event(_ planned: PlannedMilestone, _ manner: Manner) -> ICalendar.Event {
    var event = event(
      planned.milestone, of: planned.label,
      status: Self.status(of: planned), manner)
    if planned.status == .done { event.reminds = false }
    if planned.status == .contested {
      event.description += "\n" + manner.language.pick(Self.contested)
      for decision in planned.contest {
        event.description += "\n" + manner.language.pick(Self.words(for: decision))
      }
    }
    if let reason = planned.decision?.reason { event.description += "\n" + reason }
    return event
  }

  private static func status(of planned: PlannedMilestone) -> ICalendar.Event.Status {
    switch planned.status {
    case .cancelled: .cancelled
    case .contested: .tentative
    case .planned, .overdue, .done: .confirmed
    }
  }

  /// What is said of a milestone on which people disagree.
  private static let contested: Wording = (
    "CONTRADICTION à trancher, sur ce jalon, celui dont il se compte, ou son label.",
    "CONFLICT to settle, over this milestone, the one it is counted from, or its label."
  )

  /// One of the things that were decided, with its author.
  private static func words(for decision: MilestoneDecision) -> Wording {
    let day = decision.date.map { ", \($0)" } ?? ""
    let status = decision.status.rawValue
    let french = Choices.french(status, Choices.milestoneStatuses)
    return ("\(french)\(day) — \(decision.by)", "\(status)\(day) — \(decision.by)")
  }

  /// The events of all grants of one label, as cancelled, each as its latest grant had it.
  private func superseded(_ history: CycleHistory, _ manner: Manner) -> [ICalendar.Event] {
    var events: [String: ICalendar.Event] = [:]
    for label in history.grants {
      for milestone in plan.cycle(of: label).milestones() {
        let event = event(milestone, of: label, status: .cancelled, manner)
        events[event.uid] = event
      }
    }
    return Array(events.values)
  }

  private func event(
    _ milestone: Milestone, of label: Label, status: ICalendar.Event.Status, _ manner: Manner
  ) -> ICalendar.Event {
    let site = plan.sites.first { $0.id == label.site }?.name ?? label.site
    let count = histories[label.key]?.count
    var event = ICalendar.Event(
      milestone, of: "\(label.checklist), \(site)",
      uid: uid("\(label.site).\(label.checklist).\(label.from).\(milestone.kind.rawValue)"),
      in: manner.language, status: status, sequence: count?.revisions ?? 0, stamp: manner.stamp,
      modified: count?.last ?? label.at)
    if !official.contains(label.checklist) {
      event.description += "\n" + manner.language.pick(Self.provisional)
    }
    return event
  }

  /// What is said of every item that rests on a checklist which is not complete and official.
  private static let provisional: Wording = (
    "Référentiel PROVISOIRE\u{A0}: reconstitué, à confirmer sur le texte officiel.",
    "PROVISIONAL checklist: reconstructed, to be confirmed against the official text."
  )

  /// The identifier of an event, the same in every calendar file that holds it.
  private func uid(_ event: String) -> String { "\(dossier.prefix(16)).\(event)@constat.invalid" }
}

// MARK: - The days of actions

extension DossierCalendar {
  /// An action that is done stays and warns no more; one that was given up is cancelled.
  private func event(_ due: DueAction, isKept: Bool, _ manner: Manner) -> ICalendar.Event {
    let isOpen = due.action.status == .open && isKept
    let mark: Wording =
      !isKept
      ? ("Action abandonnée", "Action given up")
      : isOpen ? ("Action", "Action") : ("Action achevée", "Action done")
    let count = changes[due.action.key]
    let word = manner.language.pick(mark)
    return ICalendar.Event(
      uid: uid("action.\(due.action.key)"), date: due.date,
      summary: "\(word) – \(due.action.text)", description: manner.language.pick(due.why),
      categories: [word], status: isKept ? .confirmed : .cancelled,
      sequence: count?.revisions ?? 0, stamp: manner.stamp,
      modified: count?.last ?? due.action.at, reminds: isOpen)
  }
}

extension ICalendar {
  /// The calendar file of some events, in the order of their days; nothing where there are none.
  static func file(named name: String, _ events: [Event], in language: Language) -> [UInt8]? {
    guard !events.isEmpty else { return nil }
    return ICalendar(
      name: name, product: Surroundings.tool, language: language,
      events: events.sorted { ($0.date, $0.uid) < ($1.date, $1.uid) }
    ).bytes
  }
}
