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
    let verification = try dossier.verify()
    if !verification.damages.isEmpty { throw Failure(.journalDamaged(verification.damages)) }
    let lost = verification.absent + verification.changed
    if !lost.isEmpty { throw Failure(.evidenceMissing(lost)) }
    if let obstacle = state.canSeal(audit.key).first { throw failure(of: obstacle) }
  }

  private func failure(of obstacle: SealObstacle) -> Failure {
    switch obstacle {
    case .sealed(let edition): Failure(.sealed(audit.id, edition: edition))
    case .missing(let heads): Failure(.missingHeads(heads.count))
    case .fork(let writer): Failure(.forked([writer]))
    case .conflict(let id): Failure(.inConflict(id))
    case .unknownKind(let kind): Failure(.unknownKinds([kind]))
    case .notConcluded: Failure(.notConcluded(audit.id))
    case .conclusionStale: Failure(.conclusionStale(audit.id))
    case .notClosed: Failure(.notClosed(audit.id))
    case .numberingStale: Failure(.numberingStale(audit.id))
    }
  }
}
