import Auditing
import Scripting

/// The words of a checklist's grades: each records a finding where one stands.
enum GradeCommand {
  static func spec(_ grade: Checklist.Grade) -> CommandSpec {
    CommandSpec(
      name: Name(grade.word),
      options: [
        FieldCommands.on, FieldCommands.site, .init(name: Name("due", "échéance"), type: .date),
        .init(name: Name("service"), type: .text),
        .init(name: Name("evidence", "preuve"), type: .reference(.evidence), isList: true),
      ],
      text: .init(name: Name("TEXT", "TEXTE"), isRequired: true),
      summary: (
        "constat ici\u{A0}: \(grade.title.fr)", "finding here: \(grade.title[.en])"
      ),
      manual: (
        "Le constat cite les preuves recueillies ici depuis l’arrivée, et son propre texte comme déclaration observée.",
        "The finding cites the evidence gathered here since arriving, and its own text as an observed statement."
      ),
      example: "\(grade.word) délai d'attente non affiché dans le hall", writes: true
    ) { session, bound in
      var visit = try session.visit(bound)
      guard visit.checklist.grade(grade.code) != nil else {
        throw Failure(
          .unknownChoice(
            grade.word, known: visit.checklist.grades.map { Name($0.word) }, suggestion: nil),
          at: bound.range)
      }
      let text = bound.text?.value ?? ""
      var cited = session.gathered[visit.spot] ?? []
      cited += try bound.all("evidence").map {
        try session.record(.evidence, .evidence, $0, at: bound.place("evidence")).key
      }
      let observed = try session.attachStatement(text, &visit)
      cited.append(try session.record(.evidence, .evidence, observed, at: nil).key)
      let finding = NewFinding(
        criterion: visit.criterion.id, site: visit.site,
        service: try session.service(of: bound, visit.criterion, visit.site, visit.audit),
        grade: grade, text: text, due: bound.date("due"), evidence: cited)
      let id = try session.addFinding(finding, visit.audit)
      let list = session.state.evidence(cited, session.identifiers(.evidence)).map(\.id)
        .joined(separator: ", ")
      return .acknowledged(
        visit.words(
          (
            "\(id) — \(grade.title.fr)\u{A0}: \(text) (\(list))",
            "\(id) — \(grade.title[.en]): \(text) (\(list))"
          )), value: .word(id))
    }
  }
}
