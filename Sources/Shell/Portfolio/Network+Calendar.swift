import Auditing
import Scheduling

extension Network {
  /// The cycles of labels as one calendar file; nothing where there are none.
  ///
  /// The events bear the identifiers that the dossiers' own calendars give them, so that whoever
  /// has imported one of these sees each event once (RFC 5545, 3.8.4.7).
  func calendar(of labels: [Held], in language: Language, stamp: Timestamp) -> [UInt8]? {
    let events = labels.flatMap { held in
      held.member.milestones(of: held.label).map { milestone, decision in
        event(of: milestone, decision, held, in: language, stamp: stamp)
      }
    }.sorted { ($0.date, $0.uid) < ($1.date, $1.uid) }
    guard !events.isEmpty else { return nil }
    return ICalendar(
      name: language.pick(("Constat – réseau", "Constat – network")), product: Surroundings.tool,
      language: language, events: events
    ).bytes
  }

  private func event(
    of milestone: Milestone, _ decision: MilestoneDecision?, _ held: Held, in language: Language,
    stamp: Timestamp
  ) -> ICalendar.Event {
    let history = held.member.histories[held.label.key]
    var event = ICalendar.Event(
      milestone, of: "\(held.label.checklist), \(held.site)",
      uid: PlannedMilestone.uid(milestone, of: held.label, in: held.member.id), in: language,
      status: decision?.status == .cancelled ? .cancelled : .confirmed,
      sequence: max(0, (history?.changes ?? 1) - 1), stamp: stamp,
      modified: history?.last ?? held.label.at)
    if decision?.status == .done { event.reminds = false }
    if let reason = decision?.reason { event.description += "\n" + reason }
    return event
  }
}

extension PlannedMilestone {
  /// The identifier of a milestone's event, the same in every calendar file that holds it.
  static func uid(_ milestone: Milestone, of label: Label, in dossier: String) -> String {
    "\(dossier.prefix(16)).\(label.site).\(label.checklist).\(label.from)"
      + ".\(milestone.kind.rawValue)@constat.invalid"
  }
}
