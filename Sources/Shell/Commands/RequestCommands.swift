import Auditing
import Scripting
import Signing

/// `request …`: what the auditee is asked for before the audit, until it is here.
enum RequestCommands {
  static let all = [add, set, remove, receive, waive]

  static let noun = PreparationNouns.request.name
  static let one = CommandSpec.Operand(
    name: Name("request", "pièce"), type: .reference(.request))
  static let target = CommandSpec.OptionSpec(
    name: Name("audit"), type: .reference(.audit))

  static let add = CommandSpec(
    noun: noun, name: Name("add", "ajouter"),
    operands: [.init(name: Name("title", "titre"), type: .text)],
    options: [.init(name: Name("due", "échéance"), type: .date), target, CommandSpec.once],
    summary: (
      "demander une pièce de plus que le référentiel",
      "ask for a document beyond those of the checklist"
    ),
    manual: (
      """
      Les pièces du référentiel se déduisent du périmètre\u{A0}: il n’y a rien à faire pour elles. \
      Sans --échéance, une pièce ajoutée est attendue un mois avant l’audit.
      """,
      """
      The documents of the checklist follow from the scope: nothing is to be done for them. Without \
      --due one that is added is expected a month before the audit.
      """
    ),
    example: #"request add "Registre d'accueil de l'année""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    let title = bound["title"] ?? ""
    if bound.has("once"),
      let known = session.state.requests(in: audit, on: try session.checklist(audit.checklist))
        .first(where: { $0.title.fr == title && $0.waiver == nil })
    {
      return .standing(known.id)
    }
    let key = session.mintKey()
    let label = session.nextID("R", .request)
    let due = bound.date("due") ?? audit.start?.adding(months: -1)
    var fields: [String: Content] = [
      "record": .text(key), "audit": .text(audit.key), "id": .text(label), "what": .text(title),
    ]
    if let due { fields["due"] = .text(due.description) }
    try session.record("request.added", fields)
    let id = session.displayID(.request, key, label: label)
    let day: Wording = due.map { (", attendue le \($0)", ", due on \($0)") } ?? ("", "")
    return .acknowledged(
      ("\(id)\u{A0}: \(title)\(day.fr)", "\(id): \(title)\(day.en)"), value: .word(id))
  }

  static let receive = CommandSpec(
    noun: noun, name: Name("receive", "recevoir"),
    operands: [one, .init(name: Name("file", "fichier"), type: .file, isOptional: true)],
    options: [
      .init(name: Name("on", "le"), type: .date),
      .init(name: Name("evidence", "preuve"), type: .reference(.evidence), isList: true), target,
    ],
    summary: ("dire qu’une pièce est arrivée", "say that a document has come"),
    manual: (
      "Avec le fichier, il est joint comme preuve\u{202F}; une preuve déjà jointe se cite avec --preuve.",
      "With the file it is attached as evidence; evidence attached before is cited with --evidence."
    ),
    example: "request receive PIECE-01", writes: true
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    let request = try session.request(bound, audit)
    let day = try session.day(bound)
    var evidence = try bound.all("evidence").map {
      try session.record(.evidence, .evidence, $0, at: bound.place("evidence")).key
    }
    if let file = bound["file"] {
      var attachment = Attachment(by: day)
      attachment.source = "\(request.id) \(request.title.fr)"
      attachment.method = .examine
      let id = try session.attachFile(
        session.path(file), attachment, at: bound.place("file"))
      evidence.append(try session.record(.evidence, .evidence, id, at: nil).key)
    }
    let key = try session.recordOf(request, audit, isPresent: true)
    try session.record(
      "request.received",
      [
        "record": .text(key), "audit": .text(audit.key), "on": .text(day.description),
        "evidence": .texts(evidence),
      ])
    let list = evidence.isEmpty ? "" : " (\(session.ids(ofEvidence: evidence)))"
    return .acknowledged(
      (
        "\(request.id) reçue le \(day)\(list)", "\(request.id) received on \(day)\(list)"
      ), value: .word(request.id))
  }

  static let waive = CommandSpec(
    noun: noun, name: Name("waive", "dispenser"), operands: [one],
    options: [.init(name: Name("reason", "raison"), type: .text, isRequired: true), target],
    summary: (
      "dispenser l’audité d’une pièce, en disant pourquoi",
      "let the auditee off a document, saying why"
    ),
    example: #"request waive PIECE-01 --reason "publiée au recueil""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    let request = try session.request(bound, audit)
    guard request.waiver == nil else {
      return .acknowledged(
        (
          "\(request.id)\u{A0}: dispense déjà écrite",
          "\(request.id): waived already"
        ), value: .word(request.id))
    }
    let key = try session.recordOf(request, audit, isPresent: false)
    try session.withdraw(.request, key, of: audit.key, bound)
    return .acknowledged(
      ("\(request.id)\u{A0}: dispensée", "\(request.id): waived"), value: .word(request.id))
  }
}

extension Session {
  /// The request that a command names, of an audit.
  mutating func request(_ bound: Bound, _ audit: Audit) throws -> DocumentRequest {
    let word = bound["request"] ?? ""
    let requests = state.requests(in: audit, on: try checklist(audit.checklist))
    guard let request = requests.first(where: { $0.id.folded == word.folded }) else {
      let known = requests.map(\.id)
      throw Failure.unknown(.request, word, among: known, at: bound.place("request"))
    }
    return request
  }

  /// The key of the record of a request: the one it has, put back where it was waived, or the one
  /// that each colleague would give it, by the audit and the document of the checklist, so that
  /// what they say of one document meets in one record.
  ///
  /// Its title and its due day follow from the checklist and are not said again.
  mutating func recordOf(
    _ request: DocumentRequest, _ audit: Audit, isPresent: Bool
  ) throws -> String {
    if let key = request.keys.first {
      if isPresent, request.waiver != nil {
        try record(
          "record.restored",
          ["record": .text(key), "noun": "request", "audit": .text(audit.key)])
      }
      return key
    }
    let name = EventKind.naturalKey(["request", audit.key, request.id])
    let key = String(Digest.of(Array(name.utf8)).hex.prefix(16))
    try record(
      "request.added",
      [
        "record": .text(key), "audit": .text(audit.key), "id": .text(request.id),
        "item": .text(request.id),
      ])
    return key
  }
}
