import Auditing
import Journaling
import Reporting
import Scripting
import Signing

/// `seal make`, `seal verify`: an edition that can be checked without this program.
enum SealCommands {
  static let noun = AuditNouns.seal.name
  static let all = [make, verify]

  static let make = CommandSpec(
    noun: noun, name: Name("make", "apposer"),
    operands: [.init(name: Name("audit"), type: .reference(.audit), isOptional: true)],
    options: [
      .init(name: Name("quality", "qualité"), type: .text),
      .init(name: Name("name", "nom"), type: .text),
      .init(name: Name("with-notes", "avec-notes"), type: nil),
    ],
    summary: (
      "sceller une édition du rapport et la signer", "seal an edition of the report and sign it"
    ),
    manual: (
      """
      Le scellé est un répertoire (BagIt) qui contient le rapport, ses données, les preuves et les \
      journaux, avec une déclaration signée par ssh-keygen. La clé est créée à la première fois, hors du \
      dossier. Il fige l’audit\u{A0}: ce qui le touche est ensuite refusé (6). VERIFIER.txt dit comment le \
      vérifier sans Constat.
      """,
      """
      The seal is a folder (BagIt) with the report, its data, the evidence and the journals, and a \
      statement signed by ssh-keygen. The key is made on first use, outside the dossier. It freezes the \
      audit: what touches it is refused from then on (6). VERIFIER.txt tells how to check it without \
      Constat.
      """
    ),
    example: "seal make", writes: true, isCommitPoint: true
  ) { session, bound in
    let audit = try session.audit(of: bound)
    try SealingConditions(audit, session).check()
    try session.attest()
    var sealing = try Sealing(audit, &session, bound)
    let result = try sealing.run(&session)
    return .acknowledged(
      (
        "édition \(sealing.edition) de l’audit \(audit.id) scellée dans \(result.path)\nsignée par \(result.name) — clé \(result.fingerprint)\nà vérifier\u{A0}: constat seal verify \(result.path)",
        "edition \(sealing.edition) of audit \(audit.id) sealed in \(result.path)\nsigned by \(result.name) — key \(result.fingerprint)\nto check: constat seal verify \(result.path)"
      ), value: .text(result.path))
  }

  static let verify = CommandSpec(
    noun: noun, name: Name("verify", "vérifier"),
    operands: [.init(name: Name("folder", "répertoire"), type: .folder, isOptional: true)],
    summary: (
      "vérifier un scellé et dire ce qui est prouvé", "check a seal and tell what is proven"
    ),
    manual: (
      "Rend 0 si tout tient et que le signataire est connu, 3 s’il est inconnu ou absent, 5 si quelque chose a changé.",
      "Gives 0 when all holds and the signer is known, 3 when unknown or absent, 5 when something has changed."
    ),
    example: "seal verify exports/rapport-2026-001-e1"
  ) { session, bound in
    let path = try folder(bound, session)
    guard Files.exists(path) else { throw Failure(.fileAbsent(path), at: bound.place("folder")) }
    let keygen = SSHKeygen(Programs(environment: session.environment.variables))
    let register = try AllowedSigners.read(session.registerPath)
    let verification = try BagVerification.verify(path, keygen, register: register)
    let explanation = SealExplanation(verification, path: path)
    // What is not in the edition though it is about the audit shows in the open dossier only.
    let held = session.heldRemarks
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

  private static func folder(_ bound: Bound, _ session: Session) throws -> String {
    if let word = bound["folder"] { return session.path(word) }
    let dossier = try session.openDossier()
    let seals = session.state.audits.flatMap { session.state.seals(of: $0.key) }.filter(\.isMade)
    guard let bag = seals.last?.bag else {
      throw Failure(.noSeal, at: bound.range)
    }
    return "\(dossier.path)/exports/\(bag)"
  }
}

extension Session {
  /// The user's register of signers, never one out of a bag.
  var registerPath: String { "\(environment.configHome)/constat/allowed_signers" }
}
