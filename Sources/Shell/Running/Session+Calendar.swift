import Auditing
import Journaling
import Scheduling

/// The days of all labels and actions as a calendar file that a mail program imports, and imports again.
extension Session {
  /// The calendar file, or nothing when no label was ever granted and no action has a day.
  ///
  /// What an earlier file may have held and no longer stands is in it as cancelled; each event's
  /// SEQUENCE rises with every change of its label, its milestones or its site (RFC 5545, 3.8.7.4).
  func calendar() -> [UInt8]? {
    let histories = state.cycleHistories()
    let planned = plannedMilestones()
    var events = planned.map { event($0, histories[$0.label.key]) }
    let known = Set(events.map(\.uid))
    for history in histories.values {
      events += superseded(history).filter { !known.contains($0.uid) }
    }
    events += actionEvents(dossier?.id ?? "")
    guard !events.isEmpty else { return nil }
    events.sort { ($0.date, $0.uid) < ($1.date, $1.uid) }
    return ICalendar(
      name: "Constat – \(state.title)", product: Surroundings.tool, language: language,
      events: events
    ).bytes
  }

  private func event(_ planned: PlannedMilestone, _ history: CycleHistory?) -> ICalendar.Event {
    var event = event(
      planned.milestone, of: planned.label, history,
      status: planned.status == .cancelled ? .cancelled : .confirmed)
    if planned.status == .done { event.reminds = false }
    if let reason = planned.decision?.reason { event.description += "\n" + reason }
    return event
  }

  /// The events of all grants of one label, as cancelled, each as its latest grant had it.
  private func superseded(_ history: CycleHistory) -> [ICalendar.Event] {
    var events: [String: ICalendar.Event] = [:]
    for label in history.grants {
      for milestone in cycle(of: label).milestones() {
        let event = event(milestone, of: label, history, status: .cancelled)
        events[event.uid] = event
      }
    }
    return Array(events.values)
  }

  private func event(
    _ milestone: Milestone, of label: Label, _ history: CycleHistory?,
    status: ICalendar.Event.Status
  ) -> ICalendar.Event {
    let site = state.sites.first { $0.id == label.site }?.name ?? label.site
    var event = ICalendar.Event(
      milestone, of: "\(label.checklist), \(site)",
      uid: PlannedMilestone.uid(milestone, of: label, in: dossier?.id ?? ""),
      in: language, status: status, sequence: max(0, (history?.changes ?? 1) - 1),
      stamp: environment.now(), modified: history?.last ?? label.at)
    if isProvisional(label) {
      event.description += "\n" + language.pick(Self.provisionalWords)
    }
    return event
  }

  /// What is said of every item that rests on a checklist which is not complete and official.
  static let provisionalWords: Wording = (
    "Référentiel PROVISOIRE\u{A0}: reconstitué, à confirmer sur le texte officiel.",
    "PROVISIONAL checklist: reconstructed, to be confirmed against the official text."
  )

  /// Whether the checklist of a label is not complete and official.
  private func isProvisional(_ label: Label) -> Bool {
    knownChecklists.first { $0.id == label.checklist }?.status != .official
  }
}
