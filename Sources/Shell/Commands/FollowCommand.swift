import Auditing
import Scripting

/// `finding follow`: what became of a finding of an earlier audit.
enum FollowCommand {
  static let all = [follow]

  private static let outcomes = [
    Name("lifted", "levé"), Name("persists", "persiste"), Name("recurs", "récidive"),
    Name("regressed", "régressé"),
  ]

  static let follow = CommandSpec(
    noun: AuditNouns.finding.name, name: Name("follow", "suivre"),
    operands: [
      .init(name: Name("finding", "constat"), type: .reference(.finding)),
      .init(name: Name("outcome", "suite"), type: .choice(outcomes)),
    ],
    options: [
      .init(name: Name("evidence", "preuve"), type: .reference(.evidence), isList: true),
      .init(name: Name("as", "en"), type: .reference(.finding)),
    ],
    summary: (
      "dire ce qu’est devenu un constat d’un audit précédent",
      "say what became of a finding of an earlier audit"
    ),
    manual: (
      "Levé, persiste, récidive (revenu après avoir été levé) ou régressé (aggravé). --en nomme le constat de cet audit qui le reprend.",
      "Lifted, persists, recurs (back after it was lifted) or regressed (worse). --as names the finding of this audit that takes it up."
    ), writes: true
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.currentAudit()
    try session.refuseIfSealed(audit)
    let word = bound["finding"] ?? ""
    let finding = try session.record(.finding, .finding, word, at: bound.place("finding"))
    guard finding.audit != audit.key else {
      let known = session.state.audits.filter { $0.key != audit.key }
        .flatMap { session.state.findings(in: $0) }.map(\.id)
      throw Failure(
        .unknownRecord(.finding, word, known: known, suggestion: nil), at: bound.place("finding"))
    }
    let outcome = bound["outcome"] ?? ""
    var fields: [String: Content] = [
      "audit": .text(audit.key), "finding": .text(finding.key), "outcome": .text(outcome),
    ]
    let evidence = try bound.all("evidence").map {
      try session.record(.evidence, .evidence, $0, at: bound.place("evidence")).key
    }
    if !evidence.isEmpty { fields["evidence"] = .texts(evidence) }
    if let other = bound["as"] {
      fields["as"] = .text(
        try session.record(.finding, .finding, other, at: bound.place("as")).key)
    }
    try session.record("finding.followed", fields)
    let id = Identifiers(.finding, in: session.state)[finding.key]
    return .acknowledged(
      ("\(id)\u{A0}: \(Choices.french(outcome, outcomes))", "\(id): \(outcome)"))
  }
}
