import Auditing
import Scheduling

/// An action with the day on which it is due, as a calendar shows it.
struct DueAction {
  let action: Action
  let date: CalendarDate
  /// The sites of the findings it is about.
  let sites: [String]
  /// What it is about and who answers for it.
  let why: Wording
}

extension Session {
  /// The actions that have a due day, in the order of their days.
  var dueActions: [DueAction] { due(state.actions) }

  private func due(_ actions: [Action]) -> [DueAction] {
    let state = state
    let ids = Identifiers(.finding, in: state)
    return actions.compactMap { action -> DueAction? in
      guard let due = action.due else { return nil }
      let kind = Choices.actionKinds.first { $0.en == action.kind.rawValue }
      let about = action.findings.map { ids[$0] }.joined(separator: ", ")
      let owner = action.owner ?? ""
      let sites = action.findings.compactMap {
        state.record(.finding, $0)?.agreed("statement")?["site"]?.text
      }
      return DueAction(
        action: action, date: due, sites: Set(sites).sorted(),
        why: (
          [kind?.fr ?? "", about, owner].filter { !$0.isEmpty }.joined(separator: " — "),
          [kind?.en ?? "", about, owner].filter { !$0.isEmpty }.joined(separator: " — ")
        ))
    }.sorted { ($0.date, $0.action.id) < ($1.date, $1.action.id) }
  }

  /// The events of a calendar for the days on which actions are due: one that is done stays, and
  /// warns no more, and one that was given up is cancelled.
  func actionEvents(_ dossier: String) -> [ICalendar.Event] {
    let standing = dueActions
    let all = standing + due(state.actionsGivenUp)
    guard !all.isEmpty else { return [] }
    let changes = actionChanges
    let kept = Set(standing.map(\.action.key))
    return all.map { due in
      let isKept = kept.contains(due.action.key)
      let isOpen = due.action.status == .open && isKept
      let mark: Wording =
        !isKept
        ? ("Action abandonnée", "Action given up")
        : isOpen ? ("Action", "Action") : ("Action achevée", "Action done")
      return ICalendar.Event(
        uid: "\(dossier.prefix(16)).action.\(due.action.key)@constat.invalid", date: due.date,
        summary: "\(language.pick(mark)) – \(due.action.text)",
        description: language.pick(due.why), categories: [language.pick(mark)],
        status: isKept ? .confirmed : .cancelled,
        sequence: changes[due.action.key] ?? 0, stamp: environment.now(), modified: due.action.at,
        reminds: isOpen)
    }
  }

  /// How often the day of each action may have changed, or the action been said to be done, by its
  /// key: a number that only grows, whatever is undone.
  private var actionChanges: [String: Int] {
    var changes: [String: Int] = [:]
    var undone = 0
    for operation in state.history.operations {
      for case let event? in operation.events {
        if event.kind == "undo" || event.kind == "redo" { undone += 1 }
        guard
          ["action.completed", "record.withdrawn"].contains(event.kind)
            || (event.kind == "action.set" && event.holds("due")),
          let key = event.text("record")
        else { continue }
        changes[key, default: 0] += 1
      }
    }
    return changes.mapValues { $0 + undone }
  }
}
