import Auditing
import Journaling
import Scripting

/// `verify` and `journal verify`: what each layer of a dossier proves, and what it cannot.
enum VerificationCommands {
  static let all = [verify, verifyJournal]

  private static let summary: Wording = (
    "vérifier tous les journaux, toutes les preuves et tous les jalons signés",
    "check all journals, all evidence and all signed checkpoints"
  )

  static let verify = CommandSpec(
    name: Name("verify", "vérifier"), summary: summary, example: "verify", run: run)

  static let verifyJournal = CommandSpec(
    noun: Name("journal"), name: Name("verify", "vérifier"), summary: summary,
    manual: JournalVerifier.manual, example: "journal verify", run: run)

  @Sendable private static func run(_ session: inout Session, _ bound: Bound) throws -> Outcome {
    let dossier = try session.openDossier()
    let verification = try session.doing(("vérification", "checking")) { _ in
      try dossier.verify()
    }
    let report = VerificationReport(
      verification, outstanding: try dossier.outstanding(verification),
      attestations: try? session.attestations())
    let lines = report.lines
    var outcome = Outcome.text(
      (
        lines.map(\.fr.visible).joined(separator: "\n"),
        lines.map(\.en.visible).joined(separator: "\n")
      ), value: .boolean(report.isWhole))
    if !report.isWhole { outcome.exit = .integrity }
    return outcome
  }
}
