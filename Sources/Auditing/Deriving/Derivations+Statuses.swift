/// Where verdicts and rates come from.
extension Derivations {
  /// The conformity rate of an audit, or of one site of it: its criteria by verdict, down to the
  /// entries.
  package func derivation(ofRateOf audit: Audit, on checklist: Checklist, at site: String? = nil)
    -> Derivation
  {
    let standings = state.standings(in: audit, on: checklist, at: site)
    let tally = standings.tally
    let groups = VerdictTally.order.compactMap { verdict -> Derivation? in
      let found = standings.filter { $0.verdict == verdict }
      guard !found.isEmpty else { return nil }
      return Derivation(
        .verdicts(verdict, found.count), count: found.count, total: found.count,
        found.map { derivation(of: $0, in: audit, count: 1) })
    }
    return Derivation(
      .rate(ConformityRate(tally), audit: audit.id, site: site), total: tally.total, groups)
  }

  /// The status of a module: its criteria in scope, each derived over its sites.
  package func derivation(
    ofModule module: Checklist.Module, in audit: Audit, on checklist: Checklist,
    at site: String? = nil
  ) -> Derivation {
    let standings = state.standings(in: audit, on: checklist, at: site)
      .filter { $0.criterion.module == module.id }
    let status = standings.status
    return Derivation(
      .module(module.id, title: module.title, status), total: status.assessed,
      standings.map { derivation(of: $0, in: audit, count: $0.verdict == .notAssessed ? 0 : 1) })
  }

  /// The status of a criterion over its sites.
  package func derivation(of standing: CriterionStanding, in audit: Audit, count: Int? = nil)
    -> Derivation
  {
    Derivation(
      .criterion(standing.criterion.id, title: standing.criterion.title, standing.status),
      count: count, total: standing.status.assessed,
      standing.assessments.map { derivation(of: $0, in: audit) })
  }

  /// The verdict of a criterion at a site, with the findings that weigh on it.
  package func derivation(of row: Assessment, in audit: Audit) -> Derivation {
    let isAssessed = row.verdict != .notAssessed && !row.isInConflict
    let key = EventKind.naturalKey([audit.key, row.criterion, row.site])
    var parts = Derivation.leaves(
      state.entries(of: state.record(.assessment, key), "verdict"))
    parts += findings(weighingOn: row, in: audit).map { derivation(of: $0, grade: nil) }
    return Derivation(.assessment(row), count: isAssessed ? 1 : 0, parts)
  }

  /// A finding: its statement, what was done about it, and each piece of evidence that it cites.
  package func derivation(of finding: Finding, grade: Checklist.Grade?, count: Int? = nil)
    -> Derivation
  {
    let record = state.record(.finding, finding.key)
    var parts = Derivation.leaves(state.entries(of: record, "statement"))
    parts += Derivation.leaves(state.entries(of: record, "position"))
    parts += derivations(ofTreatmentOf: finding)
    parts += derivations(ofEvidence: finding.evidence)
    return Derivation(.finding(finding, grade: grade), count: count, parts)
  }
}

extension State {
  /// A piece of evidence: the entry that took it in, and those that say what became of it.
  package func derivation(of evidence: Evidence) -> Derivation {
    let record = record(.evidence, evidence.key)
    let units = ["content", "superseded", "destroyed"]
    return Derivation(
      .evidence(evidence), units.flatMap { Derivation.leaves(entries(of: record, $0)) })
  }
}
