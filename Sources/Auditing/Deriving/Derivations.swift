/// What tells where a state's verdicts, findings and actions come from, having read them once.
package struct Derivations: Sendable {
  let state: State
  let treatment: Treatment
  private let ids: Identifiers
  private let findings: [String: Finding]
  private let weighing: [String: [Finding]]

  /// Reads the findings of all audits and their treatment.
  package init(_ state: State) {
    self.state = state
    treatment = Treatment(state)
    let found = state.findings(in: state.audits, treatment)
    findings = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    weighing = Dictionary(grouping: found) {
      EventKind.naturalKey([$0.audit, $0.criterion, $0.site])
    }
    ids = Identifiers(.evidence, in: state)
  }

  /// The finding of an id, of whichever audit.
  package func finding(_ id: String) -> Finding? { findings[id] }

  /// The piece of evidence of an id.
  package func evidence(_ id: String) -> Evidence? { state.evidence(ids.keys(for: id), ids).first }

  /// The findings of an audit about a criterion at a site.
  func findings(weighingOn row: Assessment, in audit: Audit) -> [Finding] {
    weighing[EventKind.naturalKey([audit.key, row.criterion, row.site])] ?? []
  }

  /// The pieces of evidence that are cited, in the order in which they were taken in.
  func derivations(ofEvidence cited: [String]) -> [Derivation] {
    state.evidence(cited, ids).map { state.derivation(of: $0) }
  }
}
