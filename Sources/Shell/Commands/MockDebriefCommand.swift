import Auditing
import Notation
import Reporting
import Scripting
import Training

/// `mock debrief`: what each trainee missed and where it was, and a group side by side.
enum MockDebriefCommand {
  static let debrief = CommandSpec(
    noun: MockNouns.mock.name, name: Name("debrief", "débriefer"),
    operands: MockScoreCommand.operands,
    options: MockScoreCommand.options + [MockTrainerCommands.destination],
    summary: (
      "écrire le débriefing d’un ou plusieurs exercices", "write the debriefing of exercises"
    ),
    manual: (
      """
      Un seul exercice\u{A0}: ce qui fut trouvé, manqué, et où cela se voyait, minute par minute. \
      Plusieurs\u{A0}: les stagiaires côte à côte, les fautes les plus manquées, et l’accord entre \
      stagiaires (kappa de Fleiss, 1971\u{A0}: sur les fautes communes, classées «\u{A0}non relevée\u{A0}» ou \
      par grade). Le format vient du nom\u{A0}: .html, .fodt, .md ou .csv.
      """,
      """
      One exercise: what was found, what was missed and where it was to be seen, minute by minute. \
      Several: the trainees side by side, the faults missed most, and the agreement among trainees \
      (Fleiss' kappa, 1971: over the faults they share, classed “not raised” or by grade). The name \
      gives the format: .html, .fodt, .md or .csv.
      """
    ),
    example: "mock debrief --to bilan.html"
  ) { session, bound in
    let results = try MockScoreCommand.results(&session, bound)
    let path = try session.writtenPath(bound["to"] ?? "")
    let bytes = try bytes(results, path, session, at: bound.place("to"))
    return .written(
      bytes, to: path,
      ("EXERCICE — débriefing écrit dans \(path)", "EXERCISE — debriefing written to \(path)"))
  }

  private static func bytes(
    _ results: [MockResult], _ path: String, _ session: Session, at range: Range<Int>
  ) throws -> [UInt8] {
    let format: any DocumentFormat
    switch path.split(separator: ".").last.map(String.init)?.folded {
    case "html", "htm": format = HTMLFormat()
    case "md", "markdown": format = MarkdownFormat()
    case "fodt": format = OpenDocumentFormat()
    case "csv": return MockDebriefTable(results, session.language).csv
    default: throw Failure(.mock(.unknownForm(path)), at: range)
    }
    let document = MockDebrief(results, session.language, session.today).document
    return Array(format.text(of: document).utf8)
  }
}
