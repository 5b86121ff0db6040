import Auditing
import Journaling
import Reporting
import Scripting

/// `report write`: the report of an audit, in a format by the name of the file.
enum ReportCommands {
  static let all = [write]

  static let write = CommandSpec(
    noun: Name("report", "rapport"), name: Name("write", "rédiger"),
    operands: [.init(name: Name("audit"), type: .reference(.audit), isOptional: true)],
    summary: (
      "rédiger le rapport, en HTML, en Markdown ou pour un traitement de texte",
      "write the report, as HTML, as Markdown or for a word processor"
    ),
    manual: (
      """
      Les huit parties du modèle du ministère, et la grille de l’ISO 19011 qui dit si le rapport est \
      complet. Sans «\u{A0}to\u{A0}», il va dans exports/ du dossier. Le format vient du nom\u{A0}: .html, \
      .md, ou .fodt (OpenDocument, que LibreOffice ouvre et convertit en PDF ou en DOCX).
      """,
      """
      The eight parts of the ministry's template, and the ISO 19011 headings that tell whether the \
      report is complete. Without to it goes to exports/ of the dossier. The name gives the format: \
      .html, .md, or .fodt (OpenDocument, which LibreOffice opens and converts to PDF or DOCX).
      """
    ),
    example: #"report write to "rapport.html""#, takesClauses: true
  ) { session, bound in
    let audit = try session.audit(of: bound)
    let dossier = try session.openDossier()
    if !dossier.damages.isEmpty { throw Failure(.journalDamaged(dossier.damages)) }
    let path =
      bound.destination.map { session.writtenPath($0.value) }
      ?? "\(dossier.path)/exports/rapport-\(audit.id).html"
    let format = try format(bound, path)
    let count = try session.subject(of: audit).completeness.gaps.count
    var outcome = Outcome.acknowledged(
      (
        "rapport de l’audit \(audit.id) écrit dans \(path)\(count > 0 ? " — INCOMPLET" : "")",
        "report of audit \(audit.id) written to \(path)\(count > 0 ? " — INCOMPLETE" : "")"
      ), value: .text(path))
    // Written once the operation is on disk, so that the heads it prints are those of its lines.
    outcome.afterwards.append { session in
      let audit = session.state.audits.first { $0.key == audit.key } ?? audit
      let document = Document(reporting: try session.subject(of: audit), in: session.language)
      try session.write(Array(format.text(of: document).utf8), to: path)
    }
    return outcome
  }

  private static func format(_ bound: Bound, _ path: String) throws -> any DocumentFormat {
    let named = bound.format?.value ?? path.split(separator: ".").last.map(String.init) ?? ""
    switch named.folded {
    case "html", "htm": return HTMLFormat()
    case "md", "markdown": return MarkdownFormat()
    case "fodt": return OpenDocumentFormat()
    default:
      throw Failure(
        .formatNotFor(named, noun: Name("report", "rapport")),
        at: bound.format?.range ?? bound.destination?.range ?? bound.range)
    }
  }
}
