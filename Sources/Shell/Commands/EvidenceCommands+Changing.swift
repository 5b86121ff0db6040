import Auditing
import Journaling
import Scripting
import Signing

/// `evidence supersede`, `evidence withdraw`, `evidence destroy`: what becomes of a piece, each with
/// its reason; nothing of it leaves the history.
extension EvidenceCommands {
  static let supersede = CommandSpec(
    noun: noun, name: Name("supersede", "remplacer"),
    operands: [one, .init(name: Name("file", "fichier"), type: .file, isOptional: true)],
    options: [
      .init(name: Name("with", "par"), type: .reference(.evidence)), reason,
      .init(name: Name("collected", "recueillie"), type: .date),
    ],
    summary: (
      "remplacer une preuve par une version plus récente",
      "put a later version in place of evidence"
    ),
    manual: (
      """
      La version remplacée reste, avec les constats qui la citent\u{A0}: elle est marquée, jamais \
      écrasée. La nouvelle est un fichier, joint au même critère et au même site, ou une preuve déjà \
      recueillie (--par).
      """,
      """
      The version superseded stays, with the findings that cite it: it is marked, never overwritten. \
      The new one is a file, attached at the same criterion and site, or evidence already taken in \
      (--with).
      """
    ),
    example: #"evidence supersede P1 releve.csv --reason "chiffres de novembre""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let old = try session.record(
      .evidence, .evidence, bound["evidence"] ?? "", at: bound.place("evidence"))
    let successor = try successor(of: old, &session, bound)
    try session.record(
      "evidence.superseded",
      [
        "record": .text(old.key), "with": .text(successor),
        "reason": .text(bound["reason"] ?? ""),
      ])
    let ids = Identifiers(.evidence, in: session.state)
    let rest = citationWords(session.citations(of: old.key))
    return .acknowledged(
      (
        "\(ids[old.key]) remplacée par \(ids[successor])\(rest.fr)",
        "\(ids[old.key]) superseded by \(ids[successor])\(rest.en)"
      ), value: .word(ids[successor]))
  }

  /// Who cites it, after what was done to it; nothing where nothing does.
  private static func citationWords(_ citing: [Wording]) -> Wording {
    guard !citing.isEmpty else { return ("", "") }
    return (
      " — citée par \(citing.map(\.fr).joined(separator: ", "))",
      " — cited by \(citing.map(\.en).joined(separator: ", "))"
    )
  }

  /// The key of the evidence that takes the place of another: attached now, or named.
  private static func successor(
    of old: Record, _ session: inout Session, _ bound: Bound
  ) throws -> String {
    switch (bound["file"], bound["with"]) {
    case (let file?, nil):
      let before = Set(session.state.everything(.evidence).map(\.key))
      _ = try session.attachFile(
        session.path(file), attachment(like: old, bound.date("collected") ?? session.today),
        at: bound.place("file"))
      return session.state.everything(.evidence).last { !before.contains($0.key) }?.key ?? ""
    case (nil, let id?):
      let with = try session.record(.evidence, .evidence, id, at: bound.place("with"))
      var next: Record? = with
      while let record = next {
        if record.key == old.key { throw Failure(.supersedesItself(id), at: bound.place("with")) }
        next = record.text("with", of: "superseded").flatMap { session.state.record(.evidence, $0) }
      }
      return with.key
    case (nil, nil):
      throw Failure(
        .missingOperand(Name("file", "fichier"), command: bound.spec), at: bound.range)
    case (let file?, _):
      throw Failure(.extraOperand(file, command: bound.spec), at: bound.place("file"))
    }
  }

  private static func attachment(like old: Record, _ day: CalendarDate) -> Attachment {
    var attachment = Attachment(by: day)
    attachment.criterion = old.text("criterion", of: "content")
    attachment.site = old.text("site", of: "content")
    attachment.source = old.text("source", of: "account")
    attachment.method = old.text("method", of: "account").flatMap(Checklist.Method.init)
    attachment.isSensitive = old.field("sensitive", of: "handling")?.boolean ?? false
    attachment.isForGit = old.field("git", of: "handling")?.boolean ?? false
    return attachment
  }

  static let withdraw = CommandSpec(
    noun: noun, name: Name("withdraw", "retirer"), operands: [one],
    options: [reason, .init(name: Name("cited", "citée"), type: nil)],
    summary: ("retirer une preuve", "withdraw evidence"),
    manual: (
      """
      Ce qui la cite empêche de la retirer, sauf avec --citée\u{A0}: ces citations restent, sont \
      listées et n’établissent plus rien. Le fichier reste dans le dossier et l’histoire le dit\u{202F}; \
      «\u{A0}preuve détruire\u{A0}» le supprime.
      """,
      """
      What cites it keeps it from being withdrawn, but with --cited: these citations stay, are listed \
      and establish nothing any more. The file stays in the dossier and the history tells; evidence \
      destroy removes it.
      """
    ),
    example: #"evidence withdraw P1 --reason "jointe par erreur""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let id = bound["evidence"] ?? ""
    let record = try session.record(.evidence, .evidence, id, at: bound.place("evidence"))
    let citing = session.citations(of: record.key)
    guard citing.isEmpty || bound.has("cited") else {
      throw Failure(.citedBy(id, citing), at: bound.place("evidence"))
    }
    try session.withdraw(.evidence, record.key, bound)
    let rest = citationWords(citing)
    return .acknowledged(
      ("\(id) retirée\(rest.fr)", "\(id) withdrawn\(rest.en)"), value: .word(id))
  }

  static let destroy = CommandSpec(
    noun: noun, name: Name("destroy", "détruire"), operands: [one],
    options: [
      reason, .init(name: Name("authority", "autorité"), type: .text, isRequired: true),
    ],
    summary: (
      "détruire un fichier de preuve, par décision", "destroy a file of evidence, by decision"
    ),
    manual: (
      """
      Le fichier est supprimé d’ici une fois la décision écrite\u{A0}: sa description, son empreinte et \
      la décision restent. Les autres copies du dossier, les scellés et l’historique git gardent le \
      leur\u{202F}; refaites la commande dans chaque copie. On ne revient pas en arrière\u{A0}: une \
      confirmation est demandée, ou --yes.
      """,
      """
      The file is removed from here once the decision is written: its description, its digest and the \
      decision stay. Other copies of the dossier, seals and the history of git keep theirs; do the \
      same in each copy. It cannot be taken back: a confirmation is asked for, or --yes.
      """
    ),
    example:
      #"evidence destroy P1 --reason "image d'un usager" --authority "préfète, 2026-11-20""#,
    writes: true, isLasting: true
  ) { session, bound in
    try session.requirePerson()
    let dossier = try session.openDossier()
    let id = bound["evidence"] ?? ""
    let record = try session.record(.evidence, .evidence, id, at: bound.place("evidence"))
    guard let digest = record.digest else {
      throw Failure(.notAFileOfEvidence(id), at: bound.place("evidence"))
    }
    let ids = Identifiers(.evidence, in: session.state)
    let sharing = session.state.all(.evidence).filter { $0.digest == digest }
    let names = sharing.map { ids[$0.key] }.joined(separator: ", ")
    try session.confirm(
      (
        "détruire le fichier de \(names) (SHA-256 \(digest.prefix(12))…), sans retour possible",
        "destroy the file of \(names) (SHA-256 \(digest.prefix(12))…), with no way back"
      ), at: bound.range)
    for piece in sharing where piece.destruction == nil {
      try session.record(
        "evidence.destroyed",
        [
          "record": .text(piece.key), "sha256": .text(digest),
          "reason": .text(bound["reason"] ?? ""), "authority": .text(bound["authority"] ?? ""),
        ])
    }
    var outcome = Outcome.acknowledged(
      (
        "fichier de \(names) détruit ici\u{202F}; les autres copies et les scellés gardent le leur",
        "file of \(names) destroyed here; other copies and seals keep theirs"
      ), value: .word(id))
    outcome.afterwards.append { _ in try EvidenceLocker(dossier).destroy(digest) }
    return outcome
  }
}

extension Session {
  /// What stands and cites a record by its key or handle, but for itself, by the names people know.
  func citations(of key: String, except own: String? = nil) -> [Wording] {
    var found: [Wording] = []
    for noun in Noun.allCases {
      let ids = Identifiers(noun, in: state)
      for record in state.all(noun) where record.key != own ?? key && record.cites(key) {
        let id = ids[record.key]
        let name = noun == .finding || noun == .evidence ? id : "\(noun.rawValue) \(id)"
        found.append((name, name))
      }
    }
    return found
  }
}

extension Record {
  /// Whether one of its values or elements is a reference to a record of that key.
  fileprivate func cites(_ key: String) -> Bool {
    func holds(_ content: Content) -> Bool {
      switch content {
      case .text(let text): text == key
      case .list(let list): list.contains(where: holds)
      case .object(let object): object.values.contains(where: holds)
      default: false
      }
    }
    return units.contains { $0.writes.contains { $0.value.values.contains(where: holds) } }
      || lists.values.contains { $0.contains { holds($0.content) } }
  }
}
