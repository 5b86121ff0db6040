/// How findings are dealt with: the actions about them and what later audits say of them.
///
/// A finding is closed by nothing but actions, with nothing left open beside them: one other than a
/// mere correction that was done and found effective, or one that was done and after which an audit
/// found the finding lifted (ISO 19011:2018, 6.7: the verification may be part of a later audit).
package struct Treatment: Sendable {
  private let actions: [String: [Action]]
  private let followUps: [String: [FollowUp]]
  private let predecessors: [String: [String]]

  /// Reads the actions and follow-ups of a dossier.
  package init(_ state: State) {
    let records = state.followUps
    let order = records.isEmpty ? [] : state.auditsByDay
    let days = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    let sorted = records.sorted { (days[$0.audit] ?? 0) < (days[$1.audit] ?? 0) }
    var about: [String: [Action]] = [:]
    for action in state.actions {
      for finding in Set(action.findings) { about[finding, default: []].append(action) }
    }
    actions = about
    followUps = Dictionary(grouping: sorted, by: \.finding)
    var before: [String: [String]] = [:]
    for followUp in sorted {
      if let successor = followUp.successor {
        before[successor, default: []].append(followUp.finding)
      }
    }
    predecessors = before
  }

  /// Whether there is nothing to be dealt with by.
  var isEmpty: Bool { actions.isEmpty && followUps.isEmpty }

  /// What audits said of a finding, the last by its day at the end.
  package func followUps(of finding: String) -> [FollowUp] { followUps[finding] ?? [] }

  /// The earlier findings that a finding takes up, by their keys.
  package func predecessors(of finding: String) -> [String] { predecessors[finding] ?? [] }

  /// The actions about a finding, and those about findings it takes up that are not verified yet.
  package func actions(about finding: String) -> [Action] {
    var found = actions[finding] ?? []
    var seen: Set<String> = [finding]
    var earlier = predecessors(of: finding)
    while let next = earlier.popLast() {
      guard seen.insert(next).inserted else { continue }
      earlier += predecessors(of: next)
      for action in actions[next] ?? [] where action.verification == nil {
        if !found.contains(where: { $0.key == action.key }) { found.append(action) }
      }
    }
    return found
  }

  /// What was last said of a finding in its own time: what became of it, else what it takes up.
  package func outcome(of finding: String) -> FollowUp.Outcome? {
    if let last = followUps[finding]?.last { return last.outcome }
    for earlier in predecessors(of: finding) {
      if let outcome = followUps[earlier]?.last(where: { $0.successor == finding })?.outcome {
        return outcome
      }
    }
    return nil
  }

  /// Completes what a finding says of itself by what was done about it since.
  func complete(_ finding: inout Finding) {
    guard !isEmpty else { return }
    finding.outcome = outcome(of: finding.key)
    finding.predecessors = predecessors(of: finding.key)
    guard finding.status != .withdrawn else { return }
    finding.status = status(of: finding.key, finding.position)
  }

  /// How far a finding has come that stands and on which the auditee has that position.
  package func status(of finding: String, _ position: Finding.Position) -> Finding.Status {
    status(of: finding, position, after: [])
  }

  private func status(
    of finding: String, _ position: Finding.Position, after seen: Set<String>
  ) -> Finding.Status {
    if let last = followUps[finding]?.last {
      if last.outcome == .lifted { return lifted(by: actions(about: finding)) }
      if let successor = last.successor, !seen.contains(successor) {
        return status(of: successor, position, after: seen.union([finding]))
      }
      let progress = progress(actions(about: finding), position)
      return progress == .closed ? .open : progress
    }
    return progress(actions(about: finding), position)
  }

  /// How far a finding has come that an audit found lifted: what was done is to be on record.
  private func lifted(by actions: [Action]) -> Finding.Status {
    if actions.contains(where: { $0.status == .open }) { return .inProgress }
    return actions.contains { $0.status == .done || $0.status == .verified } ? .closed : .done
  }

  private func progress(_ actions: [Action], _ position: Finding.Position) -> Finding.Status {
    let waiting = position == .none ? Finding.Status.open : .answered
    guard !actions.isEmpty else { return waiting }
    if actions.contains(where: { $0.status == .open }) { return .inProgress }
    let lasting = actions.filter { $0.kind != .correction }
    if lasting.contains(where: { $0.status == .done }) { return .done }
    if lasting.contains(where: { $0.status == .verified }) { return .closed }
    // What did not help leaves all to be done; a correction alone leaves the cause.
    return actions.contains { $0.status == .ineffective } ? waiting : .done
  }
}
