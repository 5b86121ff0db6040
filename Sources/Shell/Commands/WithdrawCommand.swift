import Auditing
import Scripting

/// `finding withdraw`: a finding that should not have been made, kept in the history.
enum WithdrawCommand {
  static let all = [withdraw]

  static let withdraw = CommandSpec(
    noun: AuditNouns.finding.name, name: Name("withdraw", "retirer"),
    operands: [.init(name: Name("finding", "constat"), type: .reference(.finding))],
    options: [.init(name: Name("reason", "raison"), type: .text, isRequired: true)],
    summary: (
      "retirer un constat que rien ne suit, en disant pourquoi",
      "withdraw a finding that nothing follows, saying why"
    ),
    manual: (
      "Ses preuves restent, et l’histoire le dit. Le verdict du critère ne change pas\u{A0}: redites-le. Un constat sur lequel porte une action ou une suite ne se retire pas.",
      "Its evidence stays, and the history tells. The verdict of the criterion does not change: say it again. A finding that an action or a follow-up is about is not withdrawn."
    ),
    example: #"finding withdraw F1 --reason "relevé sur le mauvais site""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let id = bound["finding"] ?? ""
    let record = try session.record(.finding, .finding, id, at: bound.place("finding"))
    guard let audit = session.state.audits.first(where: { $0.key == record.audit })
    else { throw Failure(.noAudit) }
    try session.refuseIfSealed(audit)
    let citing = session.citations(of: record.key)
    guard citing.isEmpty else { throw Failure(.stillUsed(id), at: bound.place("finding")) }
    try session.withdraw(.finding, record.key, of: audit.key, bound)
    let shown = session.identifiers(.finding)[record.key]
    return .acknowledged(("\(shown) retiré", "\(shown) withdrawn"), value: .word(shown))
  }
}
