import Auditing
import Journaling
import Scripting

/// `doctor`: whether the machine, the programs and the dossier are as they should be.
enum DoctorCommand {
  static let all = [doctor]

  static let doctor = CommandSpec(
    name: Name("doctor", "diagnostic"),
    summary: (
      "vérifier le poste, les programmes, les clés et les droits du dossier",
      "check the machine, the programs, the keys and the dossier’s permissions"
    ),
    manual: (
      """
      Ne change rien. Chaque ligne dit ce qui va (✓), ce qu’il est bon de savoir (·) ou ce qui est à \
      corriger (✗), avec la commande. Rend 1 s’il y a quelque chose à corriger.
      """,
      """
      Changes nothing. Each line tells what is well (✓), what is good to know (·) or what is to be \
      mended (✗), with the command. Gives 1 when something is to be mended.
      """
    ),
    example: "doctor"
  ) { session, _ in
    let signs = Doctor(session).signs()
    let faults = signs.count { $0.state == .fault }
    let lines = signs.map { $0.lines(inWords: session.settings.isPlain) }
    let last: Wording =
      faults == 0
      ? ("rien à corriger", "nothing to mend")
      : (faults.fr("point(s) à corriger"), faults.en("point(s) to mend"))
    var outcome = Outcome.text(
      (
        (lines.map(\.fr) + [last.fr]).joined(separator: "\n"),
        (lines.map(\.en) + [last.en]).joined(separator: "\n")
      ), value: .number(DecimalNumber(faults)))
    if faults > 0 { outcome.exit = .failed }
    return outcome
  }
}
