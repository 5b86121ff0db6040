import Auditing
import Journaling
import Reporting

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
    try judgeKind()
    let (verification, open) = try session.requireIntactJournals()
    // The check has replayed what others wrote: all that follows is judged on that.
    try judgeKind()
    let state = session.state
    var asking = session
    let needed = Set(try asking.subject(of: audit).evidence.compactMap(\.sha256))
    let lost = verification.evidence.lacking.filter(needed.contains)
    if !lost.isEmpty { throw Failure(.evidenceMissing(lost)) }
    let obstacles = state.canSeal(audit.key).filter { isStanding($0, open) }
    if let obstacle = obstacles.first { throw failure(of: obstacle) }
    let checklist = try asking.checklist(audit.checklist)
    if let row = state.contradictedVerdicts(in: audit, on: checklist).first {
      throw Failure(.verdictContradicted(row.criterion, site: row.site, findings: row.findings))
    }
  }

  /// Refuses what is not real, is sealed already or has no scope.
  private func judgeKind() throws {
    if session.state.purpose != .real || audit.kind == .mock { throw Failure(.trialSeal) }
    try session.refuseIfSealed(audit)
    try session.requirePerson()
    if audit.scope.isEmpty { throw Failure(.noScope) }
  }

  /// Whether an obstacle is one that nobody has let stand by an entry.
  private func isStanding(_ obstacle: SealObstacle, _ open: Outstanding) -> Bool {
    switch obstacle {
    case .fork(let writer): open.forks.contains { $0.writer == writer }
    case .missing(let heads): heads.contains { open.missing.contains($0) }
    default: true
    }
  }

  private func failure(of obstacle: SealObstacle) -> Failure {
    switch obstacle {
    case .sealed(let edition):
      Failure(session.freezing(audit.key, audit.id) ?? .sealed(audit.id, edition: edition))
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
