/// What someone decided about one milestone of a label's cycle.
package struct MilestoneDecision: Hashable, Sendable {
  /// The key of the label.
  package let label: String
  /// The stable word of the milestone, such as `internal-audit`.
  package let milestone: String
  /// The day it is now due, or was done; nothing where the plan's own day stands.
  package let date: CalendarDate?
  package let status: Status
  package let reason: String?
  package let by: String
  package let at: Timestamp

  /// What becomes of a milestone.
  package enum Status: String, CaseIterable, Sendable { case planned, done, cancelled }

  init?(_ record: Record) {
    guard record.unit("plan") != nil, let write = record.write("plan") else { return nil }
    self.init(record, write)
  }

  /// Creates the decision that one write makes.
  fileprivate init?(_ record: Record, _ write: Record.Write) {
    guard let label = record.identity("label")?.text,
      let milestone = record.identity("milestone")?.text
    else { return nil }
    let plan = write.value
    self.label = label
    self.milestone = milestone
    date = plan["date"]?.text.flatMap { CalendarDate($0) }
    status = plan["status"]?.text.flatMap(Status.init) ?? .planned
    reason = plan["reason"]?.text
    by = write.by
    at = write.at
  }
}

extension State {
  /// What was decided about milestones and is not in conflict.
  package var milestoneDecisions: [MilestoneDecision] {
    all(.milestone).compactMap(MilestoneDecision.init)
  }
  /// The decisions about milestones that contradict one another.
  package var contestedMilestones: [MilestoneDecision] {
    all(.milestone).filter { $0.conflictingUnits.contains("plan") }.flatMap { record in
      (record.units["plan"] ?? []).compactMap { MilestoneDecision(record, $0) }
    }
  }
}
