import Auditing
import Journaling
import Scripting
import Signing

/// `seal countersign`, `seal stamp`: what is added to a seal once it is made.
extension SealCommands {
  static let countersign = CommandSpec(
    noun: noun, name: Name("countersign", "contresigner"), operands: [folder],
    options: [
      .init(
        name: Name("act", "acte"), type: .choice(Choices.acts), unless: "received"),
      .init(name: Name("reason", "raison"), type: .text),
      .init(name: Name("role", "rôle"), type: .choice(Choices.roles)),
      .init(name: Name("name", "nom"), type: .text),
      .init(name: Name("quality", "qualité"), type: .text),
      .init(name: Name("received", "reçu"), type: nil),
    ] + means,
    summary: (
      "signer, approuver, prendre acte ou refuser, sur un scellé",
      "sign, approve, take note or refuse, on a seal"
    ),
    manual: (
      """
      L’audité (ou toute autre personne) signe à son tour le scellé qu’on lui remet, sans dossier\u{A0}: \
      --acte signer, approuver, prendre-acte, réserver ou refuser\u{202F}; les deux derniers veulent une --raison, \
      qui est signée avec. Le scellé d’abord vérifié ne change pas\u{202F}; la déclaration nomme celles qui \
      précèdent. Rendu à l’auditeur, il s’inscrit à son dossier par --reçu.
      """,
      """
      The auditee (or anyone else) signs in turn the seal that they are handed, without a dossier: --act \
      sign, approve, acknowledge, reserve or refuse; the last two want a --reason, which is signed with it. \
      The seal is verified first and does not change; the statement names those before it. Handed back to \
      the auditor, it is entered in the dossier by --received.
      """
    ),
    example:
      #"seal countersign exports/rapport-2026-001-e1 --act reserve --reason "NC-02 contesté""#,
    isCommitPoint: true
  ) { session, bound in
    let path = try session.sealFolder(bound)
    if bound.has("received") { return try receive(path, &session, bound) }
    guard session.settings.me != nil else { throw Failure(.nobody, at: bound.range) }
    let countersigning = try Countersigning(path, &session, bound)
    let result = try countersigning.run(&session)
    let statement = result.statement
    let next: Wording =
      result.isRecorded
      ? ("inscrit au journal du dossier", "entered in the dossier’s journal")
      : (
        "rendez ce répertoire à l’auditeur, qui l’inscrit par\u{A0}: scellé contresigner RÉPERTOIRE --reçu",
        "hand this folder back to the auditor, who enters it by: seal countersign FOLDER --received"
      )
    return .acknowledged(
      (
        "\(statement.name), \(statement.quality) — «\u{A0}\(statement.act.text)\u{A0}»\nclé \(result.fingerprint)\n\(next.fr)",
        "\(statement.name), \(statement.quality) — “\(statement.act.text)”\nkey \(result.fingerprint)\n\(next.en)"
      ), value: .text(result.fingerprint))
  }

  /// Enters what a bag that was handed back holds more than the journal.
  private static func receive(
    _ path: String, _ session: inout Session, _ bound: Bound
  ) throws -> Outcome {
    _ = try session.openDossier()
    let found = try session.verifiedBag(path)
    guard let seal = session.seal(of: found), let own = session.bagPath(of: seal) else {
      throw Failure(.foreignBag(path), at: bound.place("folder"))
    }
    if Files.exists(own), Files.resolved(own) != Files.resolved(path) {
      try session.takeOver(found, into: own)
    }
    let count = try session.recordCountersignatures(of: found)
    return .acknowledged(
      (
        count == 0
          ? "rien de nouveau dans \(path)"
          : "\(count.fr("ajout(s)")) au journal\u{202F}; à vérifier\u{A0}: scellé vérifier",
        count == 0
          ? "nothing new in \(path)"
          : "\(count.en("addition(s)")) to the journal; to check: seal verify"
      ))
  }

  static let stamp = CommandSpec(
    noun: noun, name: Name("stamp", "horodater"), operands: [folder],
    options: [
      .init(name: Name("url", "adresse"), type: .text),
      .init(name: Name("request", "demande"), type: .file),
      .init(name: Name("response", "réponse"), type: .file),
      .init(name: Name("signature"), type: .integer),
    ],
    summary: (
      "faire dater une signature par un tiers (RFC 3161)",
      "have a signature dated by a third party (RFC 3161)"
    ),
    manual: (
      """
      Un jeton d’horodatage prouve que la signature existait à son heure, même quand la clé aura expiré. Avec \
      réseau\u{A0}: --adresse https://…\u{202F}; sans\u{A0}: --demande FICHIER.tsq écrit la demande, à porter au service, \
      et --réponse FICHIER.tsr joint ce qu’il a répondu. Seule l’empreinte de la signature est envoyée. La \
      dernière signature sans jeton est datée, ou celle de --signature N. Le service doit figurer dans \
      ~/.config/constat/authorities.pem pour être cru.
      """,
      """
      A time stamp proves that the signature was there at its time, even when the key will have expired. With \
      a network: --url https://…; without: --request FILE.tsq writes the request, to be carried to the \
      service, and --response FILE.tsr attaches what it answered. Only the digest of the signature is sent. \
      The last signature without a token is dated, or that of --signature N. The service must stand in \
      ~/.config/constat/authorities.pem to be believed.
      """
    ),
    example: "seal stamp exports/rapport-2026-001-e1 --request demande.tsq", isCommitPoint: true
  ) { session, bound in
    let path = try session.sealFolder(bound)
    let found = try session.verifiedBag(path)
    let signature = try signature(found, bound)
    let openssl = OpenSSL(session.programs)
    let bytes = signature.signature?.bytes ?? []
    let response: TimeStampResponse
    if let file = bound["response"] {
      response = try TimeStampResponse(
        received: session.read(session.path(file), at: bound.place("response")))
    } else {
      let request = try openssl.request(for: bytes)
      if let file = bound["request"] {
        let path = try session.writtenPath(file)
        try session.write(request, to: path)
        return .acknowledged(
          (
            "demande d’horodatage de la signature \(signature.number)\u{A0}: \(path)\npuis\u{A0}: scellé horodater --réponse FICHIER.tsr",
            "time-stamp request for signature \(signature.number): \(path)\nthen: seal stamp --response FILE.tsr"
          ), value: .text(path))
      }
      guard let address = bound["url"] else { throw Failure(.stampWayNeeded, at: bound.range) }
      response = try TimeStampClient(session.programs).send(request, to: address)
    }
    let stamp = try openssl.check(
      response, of: bytes, authorities: session.trust().authorities)
    guard let moment = stamp.moment else {
      throw Failure(.signing(.timeStampRefused(words: stamp.words)), at: bound.range)
    }
    try Bag.add(response, over: signature, to: path)
    _ = try session.recordCountersignatures(of: session.verifiedBag(path))
    let doubt: Wording =
      stamp.isKnown
      ? ("", "")
      : (
        "\nce service n’est pas dans vos autorités\u{A0}: ajoutez son certificat à \(session.configFolder)/authorities.pem",
        "\nthis service is not among your authorities: add its certificate to \(session.configFolder)/authorities.pem"
      )
    return .acknowledged(
      (
        "signature \(signature.number) datée du \(moment) par \(stamp.authority ?? "–")\(doubt.fr)",
        "signature \(signature.number) dated \(moment) by \(stamp.authority ?? "–")\(doubt.en)"
      ), value: .text(moment))
  }

  /// The signature that is to be dated.
  private static func signature(
    _ found: BagVerification, _ bound: Bound
  ) throws -> BagVerification.Signature {
    let free = found.signatures.filter { !$0.isStamped }
    let number = bound.integer("signature")
    guard let signature = free.last(where: { number == nil || $0.number == number }) else {
      throw Failure(.nothingToStamp, at: bound.range)
    }
    return signature
  }
}

extension Session {
  /// What a bag holds that the open dossier's journal does not.
  func unrecordedRemarks(of found: BagVerification) -> [Wording] {
    guard dossier != nil, let seal = seal(of: found) else { return [] }
    let known = seal.statements
    let here = found.signatures.map(\.statementText)
    let new = here.filter { !known.contains($0) }
    let lost = known.subtracting(here)
    var lines: [Wording] = []
    if !new.isEmpty {
      lines.append(
        (
          "\(new.count.fr("signature(s)")) que le journal n’a pas\u{A0}: scellé contresigner --reçu",
          "\(new.count.en("signature(s)")) that the journal does not have: seal countersign --received"
        ))
    }
    if !lost.isEmpty {
      lines.append(
        (
          "\(lost.count.fr("signature(s)")) que le journal connaît et que ce scellé n’a plus",
          "\(lost.count.en("signature(s)")) that the journal knows and this seal no longer has"
        ))
    }
    return lines
  }
}
