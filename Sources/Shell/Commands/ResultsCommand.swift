import Auditing
import Reporting
import Scripting

/// `results`: what a script expected, and what held, for people and for continuous integration.
enum ResultsCommand {
  static let all = [results]

  /// Something that a script expected, as the language sees it.
  static let expectation = NounSpec(
    name: Name("expectation", "attente"),
    summary: ("ce qu’un script attendait", "what a script expected"),
    fields: [
      .init(name: Name("what", "quoi")), .init(name: Name("holds", "tenu")),
      .init(name: Name("line", "ligne")),
    ],
    columns: ["what", "holds", "line"]
  ) { _, _ in [] }

  static let results = CommandSpec(
    name: Name("results", "résultats"),
    summary: (
      "ce que le script attendait, et ce qui a tenu", "what the script expected, and what held"
    ),
    manual: (
      "«\u{A0}résultats as junit to \"resultats.xml\"\u{A0}» l’écrit pour une intégration continue\u{202F}; where, sort, limit et fields choisissent.",
      "results as junit to \"results.xml\" writes it for continuous integration; where, sort, limit and fields choose."
    ),
    example: "results", clauses: .all, table: expectation,
    forms: Format.general + [Format.junit.rawValue]
  ) { session, bound in
    let records = session.expectations.enumerated().map { place, expected in
      var row = RowBuilder()
      row.text("what", expected.what)
      row.boolean("holds", expected.holds)
      row.number("line", expected.line)
      return row.record(expectation.name.en, "\(place + 1)")
    }
    var view = try GenericVerbs.chosen(records, expectation, &session, bound)
    let lines = view.records.map { record -> Wording in
      let what = record["what"]?.written ?? ""
      let holds = record["holds"]?.written == "yes"
      return (
        "\(holds ? "tenu    " : "NON TENU") \(what)", "\(holds ? "held    " : "NOT HELD") \(what)"
      )
    }
    view.text =
      lines.isEmpty
      ? ("rien d’attendu", "nothing expected")
      : (lines.map(\.fr).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n"))
    return Outcome(value: .list(view.records.map(Value.record)), view: .table(view))
  }

  /// The results as JUnit's XML.
  static func junit(_ view: TableView, _ session: Session) -> [UInt8] {
    let expectations = view.records.map { record in
      JUnit.Expectation(
        what: record["what"]?.written ?? "", holds: record["holds"]?.written == "yes",
        line: record["line"].flatMap { Int($0.written) } ?? 1)
    }
    return Array(
      JUnit.text(
        of: expectations, script: session.run.script, written: session.environment.now()
      ).utf8)
  }
}
