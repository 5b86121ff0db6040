/// What a later audit says has become of a finding of an earlier one.
///
/// It speaks of the finding and never of a number of a criterion, which another edition changes.
package struct FollowUp: Hashable, Sendable {
  /// The key of the later audit, which says it.
  package var audit: String
  /// The key of the finding followed.
  package var finding: String
  /// Nothing while people who did not know of each other say different things.
  package var outcome: Outcome?
  /// The key of the finding of the later audit that takes it up.
  package var successor: String?
  /// The keys of the evidence.
  package var evidence: [String]
  package var by: String
  package var at: Timestamp

  /// What has become of a finding.
  package enum Outcome: String, CaseIterable, Sendable {
    /// It is no longer so.
    case lifted
    /// It is as it was.
    case persists
    /// It is so again after it was lifted.
    case recurs
    /// It is worse.
    case regressed
  }

  init?(_ record: Record) {
    guard let audit = record.identity("audit")?.text,
      let finding = record.identity("finding")?.text, let write = record.write("outcome")
    else { return nil }
    let unit = record.unit("outcome")
    self.audit = audit
    self.finding = finding
    outcome = unit?["outcome"]?.text.flatMap(Outcome.init)
    successor = unit?["as"]?.text
    evidence = unit?["evidence"]?.texts ?? []
    by = write.by
    at = write.at
  }
}

extension State {
  /// What audits say of findings of earlier ones, in the order in which they first said it.
  package var followUps: [FollowUp] { all(.followup).compactMap(FollowUp.init) }

  /// The keys of the audits by their days: first the one that took place first.
  package var auditsByDay: [String] {
    audits.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (a.start ?? a.at.date(), left.offset) < (b.start ?? b.at.date(), right.offset)
    }.map(\.element.key)
  }
}
