/// What tells where a state's verdicts, findings and actions come from, having read them once.
package struct Derivations: Sendable {
  let state: State
  let treatment: Treatment
  private let evidence: [String: Evidence]
  private let order: [String: Int]
  private let findings: [String: Finding]
  private let weighing: [String: [Finding]]

  /// Reads the findings of all audits, their treatment and all evidence.
  package init(_ state: State) {
    self.state = state
    treatment = Treatment(state)
    let found = state.findings(in: state.audits, treatment)
    findings = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    weighing = Dictionary(grouping: found) {
      EventKind.naturalKey([$0.audit, $0.criterion, $0.site])
    }
    let evidence = state.evidence
    self.evidence = Dictionary(evidence.map { ($0.key, $0) }) { first, _ in first }
    order = Dictionary(zip(evidence.map(\.key), 0...)) { first, _ in first }
  }

  /// The finding of an id, of whichever audit.
  package func finding(_ id: String) -> Finding? { findings[id] }

  /// The findings of an audit about a criterion at a site.
  func findings(weighingOn row: Assessment, in audit: Audit) -> [Finding] {
    weighing[EventKind.naturalKey([audit.key, row.criterion, row.site])] ?? []
  }

  /// The pieces of evidence that are cited, in the order in which they were taken in.
  func derivations(ofEvidence cited: [String]) -> [Derivation] {
    Set(cited).compactMap { key in order[key].map { ($0, key) } }.sorted { $0.0 < $1.0 }
      .compactMap { evidence[$0.1] }.map { state.derivation(of: $0) }
  }
}
