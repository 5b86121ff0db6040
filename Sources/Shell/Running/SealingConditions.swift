import Auditing
import Journaling

/// What must hold before an edition can be sealed.
struct SealingConditions {
  private let audit: Audit
  private let session: Session

  init(_ audit: Audit, _ session: Session) {
    self.audit = audit
    self.session = session
  }

  /// Refuses a seal that would freeze what is not whole, not settled or not real.
  func check() throws {
    let dossier = try session.openDossier()
    let state = session.state
    try session.refuseIfSealed(audit)
    if state.purpose != .real || audit.kind == .mock { throw Failure(.trialSeal) }
    try session.requirePerson()
    if audit.scope.isEmpty { throw Failure(.noScope) }
    if audit.conclusion == nil { throw Failure(.notConcluded(audit.id)) }
    if audit.isConclusionStale { throw Failure(.conclusionStale(audit.id)) }
    let findings = state.findings(in: audit)
    if findings.contains(where: { $0.number == nil }) {
      throw Failure(audit.numbers.isEmpty ? .notClosed(audit.id) : .numberingStale(audit.id))
    }
    let verification = try dossier.verify()
    if !verification.damages.isEmpty { throw Failure(.journalDamaged(verification.damages)) }
    if !verification.missing.isEmpty { throw Failure(.missingHeads(verification.missing.count)) }
    if !verification.unknownKinds.isEmpty {
      throw Failure(.unknownKinds(verification.unknownKinds.keys.sorted()))
    }
    let lost = verification.absent + verification.changed
    if !lost.isEmpty { throw Failure(.evidenceMissing(lost)) }
    let contested = state.conflicts.filter {
      $0.record.audit == nil || $0.record.audit == audit.key
    }
    if let conflict = contested.first {
      throw Failure(.inConflict("\(conflict.record.noun.rawValue) \(conflict.record.key)"))
    }
  }
}
