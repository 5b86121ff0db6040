import Auditing
import Scripting

/// The noun of what is done about findings.
enum ActionNouns {
  static let all = [action]

  static let action = NounSpec(
    name: Name("action"),
    summary: (
      "ce qui est fait des constats, jusqu’à la preuve que cela a servi",
      "what is done about findings, until it is shown to have helped"
    ),
    fields: [
      .init(name: Name("id")), .init(name: Name("finding", "constat")),
      .init(name: Name("kind", "nature"), choices: Choices.actionKinds),
      .init(name: Name("text", "texte")), .init(name: Name("criterion", "critère")),
      .init(name: Name("site")), .init(name: Name("cause")),
      .init(name: Name("analysis", "analyse")), .init(name: Name("owner", "responsable")),
      .init(name: Name("due", "échéance")),
      .init(name: Name("status", "statut"), choices: Choices.actionStatuses),
      .init(name: Name("overdue", "en-retard")), .init(name: Name("completed", "achevée-le")),
      .init(name: Name("verified", "vérifiée-le")), .init(name: Name("evidence", "preuves")),
      .init(name: Name("despite", "malgré")), .init(name: Name("by", "par")),
      .init(name: Name("at", "le")),
    ],
    columns: ["id", "finding", "kind", "text", "owner", "due", "status", "overdue"]
  ) { session, _ in
    _ = try session.openDossier()
    let state = session.state
    let today = session.today
    let evidence = Identifiers(.evidence, in: state)
    let findings = Identifiers(.finding, in: state)
    let handles = state.handles
    return try session.eachRow(of: state.actions) { action in
      let about = action.findings.compactMap { state.record(.finding, $0)?.agreed("statement") }
      let proofs = (action.completion?.evidence ?? []) + (action.verification?.evidence ?? [])
      var row = RowBuilder()
      row.word("id", action.id)
      row.words(
        "finding",
        action.findings.map {
          session.language.pick(state.reference(to: $0, .finding, findings))
        })
      row.choice("kind", action.kind.rawValue, Choices.actionKinds)
      row.text("text", action.text)
      row.words("criterion", distinct(about.compactMap { $0["criterion"]?.text }))
      row.words("site", distinct(about.compactMap { $0["site"]?.text }))
      row.text("cause", action.rootCause)
      row.text("analysis", session.language.pick(words(for: action.causes)))
      row.word("owner", action.owner.map { handles[$0] })
      row.date("due", action.due)
      row.choice("status", action.status.rawValue, Choices.actionStatuses)
      row.boolean("overdue", action.isOverdue(on: today))
      row.date("completed", action.completion?.on)
      row.date("verified", action.verification?.on)
      row.words("evidence", distinct(proofs).map { evidence[$0] })
      row.text("despite", action.verification?.despite)
      row.word("by", action.by)
      row.word("at", action.at.description)
      return row.record("action", action.id)
    }
  }

  private static func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  /// The analysis of a cause, a line for each why and each family.
  static func words(for causes: [Action.Cause]) -> Wording {
    let lines = causes.map { cause -> Wording in
      let name = Choices.causes.first { $0.en == cause.category.rawValue }
      let mark: Wording = cause.isRoot ? (" (cause racine)", " (root cause)") : ("", "")
      return (
        "\(name?.fr ?? "")\u{A0}: \(cause.text)\(mark.fr)",
        "\(name?.en ?? ""): \(cause.text)\(mark.en)"
      )
    }
    return (lines.map(\.fr).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n"))
  }
}
