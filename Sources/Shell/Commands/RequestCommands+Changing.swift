import Auditing
import Scripting

/// `request set`, `request remove`: a document that was asked for is put right.
extension RequestCommands {
  static let set = CommandSpec(
    noun: noun, name: Name("set", "modifier"), operands: [one], subject: ["request": "id"],
    options: [
      .init(name: Name("title", "titre"), type: .text),
      .init(name: Name("due", "échéance"), type: .date), target,
    ],
    summary: ("modifier une pièce demandée", "change a document that is asked for"),
    manual: (
      "D’une pièce du référentiel, seule l’échéance se règle ici.",
      "Of a document of the checklist only the due day is set here."
    ),
    example: "request set PIECE-01 --due 2026-10-01", writes: true
  ) { session, bound in
    try session.requirePerson()
    guard bound.has("title") || bound.has("due") else {
      throw Failure(.missingOption(Name("due", "échéance"), command: bound.spec), at: bound.range)
    }
    let audit = try session.openAudit(of: bound)
    let request = try session.request(bound, audit)
    guard !bound.has("title") || request.isOwn else {
      throw Failure(.ofChecklist(request.id), at: bound.place("title"))
    }
    let key = try request.keys.first ?? session.recordOf(request, audit, isPresent: false)
    var fields: [String: Content] = ["record": .text(key), "audit": .text(audit.key)]
    if request.isOwn { fields["what"] = .text(bound["title"] ?? request.title.fr) }
    if let due = bound.date("due") ?? request.due { fields["due"] = .text(due.description) }
    try session.record("request.set", fields)
    let day = bound.date("due")
    return .acknowledged(
      (
        "\(request.id) modifiée\(day.map { ", attendue le \($0)" } ?? "")",
        "\(request.id) changed\(day.map { ", due on \($0)" } ?? "")"
      ), value: .word(request.id))
  }

  static let remove = CommandSpec(
    noun: noun, name: Name("remove", "supprimer"), operands: [one],
    options: [.init(name: Name("reason", "raison"), type: .text, isRequired: true), target],
    summary: (
      "retirer une pièce demandée par erreur, et qui n’est pas arrivée",
      "remove a document asked for by mistake, which has not come"
    ),
    manual: (
      "Une pièce du référentiel ne se retire pas\u{A0}: l’audité peut en être dispensé (pièce dispenser).",
      "A document of the checklist is not removed: the auditee can be let off it (request waive)."
    ),
    example: #"request remove R1 --reason "demandée deux fois""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    let request = try session.request(bound, audit)
    guard request.isOwn, let key = request.keys.first else {
      throw Failure(.ofChecklist(request.id), at: bound.place("request"))
    }
    guard request.received == nil else {
      throw Failure(.stillUsed(request.id), at: bound.place("request"))
    }
    try session.withdraw(.request, key, of: audit.key, as: Record.removed, bound)
    return .acknowledged(
      ("\(request.id) retirée", "\(request.id) removed"), value: .word(request.id))
  }
}

extension DocumentRequest {
  /// Whether a person added it, beyond those of the checklist.
  fileprivate var isOwn: Bool { provenance == nil }
}
