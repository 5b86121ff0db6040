/// Where the status of a finding comes from.
extension Derivations {
  /// What was done about a finding and what later audits said of it, down to the entries; nothing
  /// where nothing was.
  func derivations(ofTreatmentOf finding: Finding) -> [Derivation] {
    guard finding.outcome != nil || ![.open, .answered].contains(finding.status) else { return [] }
    return treatment.actions(about: finding.key).map { derivation(of: $0) }
      + treatment.followUps(of: finding.key).map { derivation(of: $0) }
  }

  /// An action: the entries that decided it, said that it was done and whether it helped, and the
  /// evidence of both.
  package func derivation(of action: Action) -> Derivation {
    let (kind, status) = (action.kind.wording, action.status.wording)
    let cited = (action.completion?.evidence ?? []) + (action.verification?.evidence ?? [])
    return derivation(
      .stated(
        kind: "action", id: action.id,
        LocalizedText(
          fr: "action \(action.id), \(kind.fr), \(status.fr)\u{A0}: \(action.text)",
          en: "action \(action.id), \(kind.en), \(status.en): \(action.text)")),
      of: state.record(.action, action.key), cited)
  }

  private func derivation(of followUp: FollowUp) -> Derivation {
    let audit = state.audits.first { $0.key == followUp.audit }?.id ?? ""
    let said = followUp.outcome?.wording ?? (fr: "contradictoire", en: "contradictory")
    return derivation(
      .stated(
        kind: "followup", id: audit,
        LocalizedText(
          fr: "suivi par l’audit \(audit)\u{A0}: \(said.fr)",
          en: "followed by audit \(audit): \(said.en)")),
      of: state.record(.followup, EventKind.naturalKey([followUp.audit, followUp.finding])),
      followUp.evidence)
  }

  /// A record with the entries that stand for its units, then the evidence it cites.
  private func derivation(_ claim: Derivation.Claim, of record: Record?, _ cited: [String])
    -> Derivation
  {
    guard let record else { return Derivation(claim, [Derivation(.nothingRecorded)]) }
    var node = state.derivation(of: record, as: claim)
    node.parts += derivations(ofEvidence: cited)
    return node
  }
}
