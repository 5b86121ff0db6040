/// The findings of two audits of one dossier, each accounted for exactly once.
///
/// A finding of the earlier audit stands in one line, with the finding of the later one that takes
/// it up where there is one; every other finding of the later audit is new and has its own line.
package struct Comparison: Sendable {
  package let lines: [Line]

  /// One finding, or one with the one that takes it up.
  package struct Line: Sendable {
    package let fate: Fate
    package let earlier: Finding?
    /// In one line only, though it take up several.
    package let later: Finding?
    /// The finding of the later audit that takes the earlier one up, in this line or in another.
    package let successor: Finding?
  }

  /// What a later audit says of a finding; nothing is concluded from its silence.
  package enum Fate: String, CaseIterable, Sendable {
    case lifted, persists, recurs, regressed
    case notFollowed = "not-followed"
    case new
  }

  /// Compares two audits, the earlier one first.
  package init(of earlier: Audit, with later: Audit, in state: State) {
    let chain = Chain(upTo: later.key, state)
    let ours = state.findings(in: later)
    let known = Dictionary(uniqueKeysWithValues: ours.map { ($0.key, $0) })
    var taken: Set<String> = []
    var lines = state.findings(in: earlier).map { finding in
      let (fate, key) = chain.fate(of: finding.key)
      let successor = key.flatMap { known[$0] }
      let isFirst = successor.map { taken.insert($0.key).inserted } ?? false
      return Line(
        fate: fate, earlier: finding, later: isFirst ? successor : nil, successor: successor)
    }
    for finding in ours where !taken.contains(finding.key) {
      lines.append(Line(fate: .new, earlier: nil, later: finding, successor: nil))
    }
    self.lines = lines
  }

  /// How many findings have each fate.
  package var counts: [(fate: Fate, count: Int)] {
    Fate.allCases.map { fate in (fate, lines.count { $0.fate == fate }) }
  }

  /// What audits up to one say of findings, one after the other.
  private struct Chain {
    let last: String
    let days: [String: Int]
    let followUps: [String: [FollowUp]]

    init(upTo last: String, _ state: State) {
      let order = state.auditsByDay
      let days = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
      let end = days[last] ?? order.count
      self.last = last
      self.days = days
      followUps = Dictionary(
        grouping: state.followUps.filter { (days[$0.audit] ?? end + 1) <= end }, by: \.finding
      ).mapValues { $0.sorted { (days[$0.audit] ?? 0) < (days[$1.audit] ?? 0) } }
    }

    /// What has become of a finding, and the key of the one that takes it up at the end.
    func fate(of finding: String, after seen: Set<String> = []) -> (Fate, String?) {
      guard !seen.contains(finding), let followUp = followUps[finding]?.last,
        let outcome = followUp.outcome
      else { return (.notFollowed, nil) }
      let fate = Fate(rawValue: outcome.rawValue) ?? .notFollowed
      if followUp.audit == last || outcome == .lifted {
        return (fate, outcome == .lifted ? nil : followUp.successor)
      }
      // An audit in between found it still so: what counts is what became of it after that.
      guard let successor = followUp.successor else { return (.notFollowed, nil) }
      return self.fate(of: successor, after: seen.union([finding]))
    }
  }
}

extension State {
  /// The audits that an audit goes on from, the nearest first.
  package func predecessors(of audit: Audit) -> [Audit] {
    let audits = audits
    var found: [Audit] = []
    var next = audit.from
    while let key = next, key != audit.key, !found.contains(where: { $0.key == key }),
      let earlier = audits.first(where: { $0.key == key })
    {
      found.append(earlier)
      next = earlier.from
    }
    return found
  }

  /// The findings of earlier audits on which an audit has its say: those that no audit before it
  /// found lifted and that no finding has taken up before it.
  package func findingsToFollow(in audit: Audit) -> [Finding] {
    let treatment = Treatment(self)
    return predecessors(of: audit).reversed().flatMap { findings(in: $0) }.filter { finding in
      guard finding.status != .withdrawn else { return false }
      return treatment.followUps(of: finding.key).allSatisfy {
        $0.audit == audit.key || ($0.outcome != .lifted && $0.successor == nil)
      }
    }
  }
}
