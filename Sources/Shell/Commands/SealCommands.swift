import Auditing
import Journaling
import Reporting
import Scripting
import Signing

/// `seal make`, `seal verify`: an edition that can be checked without this program.
enum SealCommands {
  static let noun = AuditNouns.seal.name
  static let all = [make, countersign, stamp, verify]

  /// What one signs with.
  static let means: [CommandSpec.OptionSpec] = [
    .init(name: Name("format"), type: .choice(Choices.signatureFormats)),
    .init(name: Name("key", "clé"), type: .text),
    .init(name: Name("certificate", "certificat"), type: .file),
  ]
  static let folder = CommandSpec.Operand(
    name: Name("folder", "répertoire"), type: .folder, isOptional: true)

  static let make = CommandSpec(
    noun: noun, name: Name("make", "apposer"),
    operands: [.init(name: Name("audit"), type: .reference(.audit), isOptional: true)],
    options: [
      .init(name: Name("quality", "qualité"), type: .text),
      .init(name: Name("name", "nom"), type: .text),
      .init(name: Name("with-notes", "avec-notes"), type: nil),
    ] + means,
    summary: (
      "sceller une édition du rapport et la signer", "seal an edition of the report and sign it"
    ),
    manual: (
      """
      Le scellé est un répertoire (BagIt) qui contient le rapport, ses données, les preuves et les \
      journaux, avec une déclaration signée par ssh-keygen. La clé est créée à la première fois, hors du \
      dossier. Il fige l’audit\u{A0}: ce qui le touche est ensuite refusé (6). VERIFIER.txt dit comment le \
      vérifier sans Constat. Avec --format x509 --clé FICHIER (PEM, PKCS#12, ou pkcs11:… pour une carte) la \
      signature est au format CAdES, et le PDF du rapport est signé aussi\u{202F}; --format openpgp emploie gpg. \
      Le choix se garde dans ~/.config/constat/signature (format = x509, key = …, certificate = …)\u{202F}; \
      sans lui, celui de git (gpg.format) compte. Un scellé interrompu se reprend en retapant la commande.
      """,
      """
      The seal is a folder (BagIt) with the report, its data, the evidence and the journals, and a \
      statement signed by ssh-keygen. The key is made on first use, outside the dossier. It freezes the \
      audit: what touches it is refused from then on (6). VERIFIER.txt tells how to check it without \
      Constat. With --format x509 --key FILE (PEM, PKCS#12, or pkcs11:… for a card) the signature is CAdES, \
      and the PDF of the report is signed too; --format openpgp uses gpg. The choice is kept in \
      ~/.config/constat/signature (format = x509, key = …, certificate = …); without it git's counts \
      (gpg.format). A seal that was interrupted is resumed by typing the command again.
      """
    ),
    example: "seal make", writes: true, isCommitPoint: true
  ) { session, bound in
    let dossier = try session.openDossier()
    let hold = try dossier.holdSealing()
    defer { withExtendedLifetime(hold) {} }
    Bag.sweep("\(dossier.path)/exports")
    try dossier.setAsideUnacknowledged()
    let audit = try session.audit(of: bound)
    if let unfinished = try UnfinishedSeal(of: audit, session),
      case .finished(let path, let fingerprint) = try unfinished.end(&session)
    {
      return acknowledged(
        audit, unfinished.seal.edition,
        .init(path: path, name: unfinished.seal.by, fingerprint: fingerprint))
    }
    try SealingConditions(audit, session).check()
    let judged = session.state.history.heads
    try session.attest()
    var sealing = try Sealing(audit, &session, bound)
    let result = try sealing.run(&session, judged: judged)
    return acknowledged(audit, sealing.edition, result)
  }

  private static func acknowledged(
    _ audit: Audit, _ edition: Int, _ result: Sealing.Result
  ) -> Outcome {
    let report: Wording =
      result.isReportSigned
      ? (
        "\nle PDF du rapport est signé par lui-même", "\nthe PDF of the report is signed by itself"
      )
      : ("", "")
    var outcome = Outcome.acknowledged(
      (
        "édition \(edition) de l’audit \(audit.id) scellée dans \(result.path)\nsignée par \(result.name) — clé \(result.fingerprint)\(report.fr)\nà vérifier\u{A0}: constat seal verify \(result.path.commandWord)",
        "edition \(edition) of audit \(audit.id) sealed in \(result.path)\nsigned by \(result.name) — key \(result.fingerprint)\(report.en)\nto check: constat seal verify \(result.path.commandWord)"
      ), value: .text(result.path))
    outcome.acknowledgements += result.unattested.map {
      ("le scellé le dit\u{A0}: \($0.fr)", "the seal says so: \($0.en)")
    }
    return outcome
  }

  static let verify = CommandSpec(
    noun: noun, name: Name("verify", "vérifier"), operands: [folder],
    options: [.init(name: Name("explain", "expliquer"), type: nil)],
    summary: (
      "vérifier un scellé et dire ce qui est prouvé", "check a seal and tell what is proven"
    ),
    manual: (
      "Rend 0 si tout tient et que le signataire est connu, 3 s’il est inconnu ou absent, 5 si quelque chose a changé. --expliquer donne les commandes des outils courants (ssh-keygen, openssl, gpgv, sha256sum) qui vérifient ce scellé-ci sans Constat. Ne croit que les registres de ~/.config/constat, jamais ceux d’un scellé.",
      "Gives 0 when all holds and the signer is known, 3 when unknown or absent, 5 when something has changed. --explain prints the commands of common tools (ssh-keygen, openssl, gpgv, sha256sum) that check this very seal without Constat. Believes the registers in ~/.config/constat alone, never those of a seal."
    ),
    example: "seal verify exports/rapport-2026-001-e1"
  ) { session, bound in
    let path = try session.sealFolder(bound)
    let verification = try session.verified(path)
    if bound.has("explain") {
      let commands = StandardCommands(
        verification, folder: path, configuration: session.configFolder)
      return .text((commands.text(\.fr), commands.text(\.en)))
    }
    let explanation = SealExplanation(verification, path: path, signers: session.state.signers)
    // What is not in the edition though it is about the audit shows in the open dossier only.
    let held = session.heldRemarks + session.unrecordedRemarks(of: verification)
    var outcome = Outcome.text(
      (
        ([explanation.text(.fr)] + held.map(\.fr)).joined(separator: "\n"),
        ([explanation.text(.en)] + held.map(\.en)).joined(separator: "\n")
      ))
    switch verification.verdict {
    case .good: outcome.value = .word("good")
    case .unknownSigner, .unsigned:
      outcome.value = .word("unknown")
      outcome.exit = .unmet
    case .broken:
      outcome.value = .word("broken")
      outcome.exit = .integrity
    }
    return outcome
  }
}
