import Auditing
import Scripting

/// `finding follow`: what became of a finding of an earlier audit.
enum FollowCommand {
  static let all = [follow]

  static let follow = CommandSpec(
    noun: AuditNouns.finding.name, name: Name("follow", "suivre"),
    operands: [
      .init(name: Name("finding", "constat"), type: .reference(.finding)),
      .init(name: Name("outcome", "suite"), type: .choice(Choices.outcomes)),
    ],
    options: CommandSpec.citing + [
      .init(name: Name("as", "en"), type: .reference(.finding)),
      .init(name: Name("audit"), type: .reference(.audit)),
    ],
    summary: (
      "dire ce qu’est devenu un constat d’un audit précédent",
      "say what became of a finding of an earlier audit"
    ),
    manual: (
      "Levé, persiste, récidive (revenu après avoir été levé) ou régressé (aggravé), avec sa preuve. --en nomme le constat de cet audit qui le reprend, quel que soit son critère.",
      "Lifted, persists, recurs (back after it was lifted) or regressed (worse), with its evidence. --as names the finding of this audit that takes it up, whatever its criterion."
    ), example: #"finding follow F1 lifted --seen "délai affiché""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    let finding = try earlier(audit, session, bound)
    let outcome = bound["outcome"] ?? ""
    var fields: [String: Content] = [
      "audit": .text(audit.key), "finding": .text(finding.key), "outcome": .text(outcome),
    ]
    if let other = bound["as"] {
      let successor = try session.record(.finding, .finding, other, at: bound.place("as"))
      guard successor.audit == audit.key, outcome != FollowUp.Outcome.lifted.rawValue else {
        throw Failure(.notTakenUp(other, audit.id), at: bound.place("as"))
      }
      fields["as"] = .text(successor.key)
    }
    let statement = finding.agreed("statement")
    let evidence = try session.cited(
      bound, criterion: statement?["criterion"]?.text, site: statement?["site"]?.text)
    if !evidence.isEmpty { fields["evidence"] = .texts(evidence) }
    try session.record("finding.followed", fields)
    let id = session.identifiers(.finding)[finding.key]
    return .acknowledged(
      ("\(id)\u{A0}: \(Choices.french(outcome, Choices.outcomes))", "\(id): \(outcome)"))
  }

  /// The finding that is followed, which is not one of the audit itself.
  private static func earlier(_ audit: Audit, _ session: Session, _ bound: Bound) throws -> Record {
    let word = bound["finding"] ?? ""
    let finding = try session.record(.finding, .finding, word, at: bound.place("finding"))
    // Of the audit at hand it can only be supposed: what became of it is for a later one to say.
    guard finding.audit != audit.key || session.isInSupposition else {
      let known = session.state.audits.filter { $0.key != audit.key }
        .flatMap { session.state.findings(in: $0) }.map(\.id)
      throw Failure(
        .unknownRecord(.finding, word, known: known, suggestion: nil), at: bound.place("finding"))
    }
    return finding
  }
}
