import Auditing
import Scripting

/// What an import would do, row by row, before any of it is done.
struct ImportPlan {
  private(set) var changes: [Change] = []
  /// How many rows say what is known already.
  var same = 0

  /// One thing that would be added, or changed.
  struct Change {
    let row: Int
    let record: String
    let field: Name
    let before: String?
    let after: String
    let choices: [Name]
  }

  /// Whether something known would become something else.
  var isReplacing: Bool { changes.contains { $0.before != nil } }

  mutating func add(
    row: Int, record: String, field: Name, before: String?, after: String, choices: [Name] = []
  ) {
    changes.append(
      Change(
        row: row, record: record, field: field, before: before, after: after, choices: choices))
  }
}

extension ImportPlan {
  /// The option that shows what an import would do, and the one that lets it replace.
  static let options: [CommandSpec.OptionSpec] = [
    .init(name: Name("preview", "aperçu")), .init(name: Name("replace", "remplacer")),
  ]

  static let manual: Wording = (
    """
    --aperçu montre ligne par ligne ce qui serait ajouté ou changé et n’écrit rien. Ce qui \
    remplacerait une valeur connue n’est pas importé sans --remplacer (code 4)\u{202F}; une cellule \
    vide n’efface jamais. La moindre faute (fichier, ligne, colonne, valeur, raison, remède) refuse \
    le tout.
    """,
    """
    --preview shows row by row what would be added or changed and writes nothing. What would \
    replace a known value is not imported without --replace (exit 4); an empty cell never erases. \
    Any fault (file, row, column, value, reason, remedy) refuses the whole.
    """
  )

  /// What is shown instead of importing: the plan as asked for, or because it needs a decision;
  /// nothing when the import may go on.
  func answer(_ bound: Bound, file: String, _ session: inout Session) -> Outcome? {
    let isPreview = bound.has("preview")
    guard isPreview || (isReplacing && !bound.has("replace")) else { return nil }
    var outcome = Outcome(view: .table(view(session.language)))
    let count = changes.count
    guard !isPreview else {
      session.output.note(
        (
          "\(file)\u{A0}: \(count.fr("changement(s)")), \(same.fr("ligne(s) déjà connue(s)"))\u{202F}; aperçu, rien n’est écrit",
          "\(file): \(count.en("change(s)")), \(same.en("row(s)")) known already; a preview, nothing is written"
        ))
      return outcome
    }
    outcome.exit = .undecided
    let replaced = changes.count { $0.before != nil }
    let would = replaced < 2 ? "serait remplacée" : "seraient remplacées"
    session.output.note(
      (
        "\(file)\u{A0}: non importé, \(replaced.fr("valeur(s) connue(s)")) \(would)\u{A0}: relisez, puis ajoutez --remplacer",
        "\(file): not imported, \(replaced.en("known value(s)")) would be replaced: read them, then add --replace"
      ))
    return outcome
  }

  private func view(_ language: Language) -> TableView {
    let records = changes.map { change in
      var row = RowBuilder()
      row.number("row", change.row)
      row.word("record", change.record)
      row.text("field", change.field[language])
      row.text("before", change.before.map { Choices.name($0, change.choices, language) })
      row.text("after", Choices.name(change.after, change.choices, language))
      return row.record("change", "\(change.row)")
    }
    return TableView(
      noun: Self.noun, records: records, columns: ["row", "record", "field", "before", "after"])
  }

  private static let noun = NounSpec(
    name: Name("change", "changement"),
    summary: ("ce qu’un import changerait", "what an import would change"),
    fields: [
      .init(name: Name("row", "ligne")), .init(name: Name("record", "fiche")),
      .init(name: Name("field", "champ")), .init(name: Name("before", "avant")),
      .init(name: Name("after", "après")),
    ],
    columns: ["row", "record", "field", "before", "after"], rows: { _, _ in [] })
}
