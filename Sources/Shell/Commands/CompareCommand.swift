import Auditing
import Scripting

/// `audit compare`: what became of each finding of one audit in another.
enum CompareCommand {
  static let all = [compare]

  private static let fates = [Name("not-followed", "non-suivi")] + Choices.followUps

  /// A line of a comparison as the language sees it.
  private static let line = NounSpec(
    name: Name("comparison", "comparaison"),
    summary: ("constats de deux audits, chacun une fois", "findings of two audits, each once"),
    fields: [
      .init(name: Name("followup", "suite"), choices: fates),
      .init(name: Name("earlier", "avant")), .init(name: Name("later", "après")),
      .init(name: Name("with", "avec")), .init(name: Name("site")),
      .init(name: Name("criterion", "critère")), .init(name: Name("grade_before", "grade_avant")),
      .init(name: Name("grade_after", "grade_après")), .init(name: Name("text", "texte")),
    ],
    columns: [
      "followup", "earlier", "later", "with", "criterion", "site", "grade_before", "grade_after",
      "text",
    ]
  ) { _, _ in [] }

  static let compare = CommandSpec(
    noun: AuditNouns.audit.name, name: Name("compare", "comparer"),
    operands: [
      .init(name: Name("earlier", "avant"), type: .reference(.audit)),
      .init(name: Name("later", "après"), type: .reference(.audit)),
    ],
    summary: (
      "ce qu’est devenu chaque constat d’un audit dans un autre",
      "what became of each finding of one audit in another"
    ),
    manual: (
      """
      Par constat, jamais par numéro de critère\u{A0}: levé, persiste, récidive, régressé ou nouveau, \
      d’après «\u{A0}constat suivre\u{A0}»\u{202F}; du silence de l’audit suivant on ne conclut rien (non-suivi). \
      Chaque constat des deux audits figure une fois\u{202F}; «\u{A0}avec\u{A0}» nomme celui qui en reprend plusieurs.
      """,
      """
      By finding, never by a criterion's number: lifted, persists, recurs, regressed or new, as \
      finding follow says; nothing is concluded from the later audit's silence (not-followed). Each \
      finding of both audits stands once; with names the one that takes up several.
      """
    ),
    example: "audit compare 2026-001 2026-002", clauses: .all, table: line
  ) { session, bound in
    var earlier = try session.audit(bound["earlier"] ?? "", at: bound.place("earlier"))
    var later = try session.audit(bound["later"] ?? "", at: bound.place("later"))
    guard earlier.key != later.key else {
      throw Failure(.sameAudit(earlier.id), at: bound.place("later"))
    }
    let order = session.state.auditsByDay
    if let a = order.firstIndex(of: earlier.key), let b = order.firstIndex(of: later.key), a > b {
      (earlier, later) = (later, earlier)
      session.output.note(
        (
          "\(earlier.id) est antérieur à \(later.id)\u{A0}: comparés dans cet ordre",
          "\(earlier.id) is the earlier of the two: compared in this order"
        ))
    }
    let comparison = Comparison(of: earlier, with: later, in: session.state)
    let records = comparison.lines.enumerated().map { record($0.element, $0.offset + 1) }
    var view = try GenericVerbs.chosen(records, line, &session, bound)
    let counts = comparison.counts.filter { $0.count > 0 }
    view.range = (
      "\(earlier.id) → \(later.id)\u{A0}: "
        + counts.map { "\($0.count) \(Choices.name($0.fate.rawValue, fates, .fr))" }
        .joined(separator: ", "),
      "\(earlier.id) → \(later.id): "
        + counts.map { "\($0.count) \($0.fate.rawValue)" }.joined(separator: ", ")
    )
    view.isExercise = session.state.purpose == .exercise
    return Outcome(value: .list(view.records.map(Value.record)), view: .table(view))
  }

  private static func record(_ compared: Comparison.Line, _ number: Int) -> RecordValue {
    let finding = compared.later ?? compared.earlier
    var row = RowBuilder()
    row.choice("followup", compared.fate.rawValue, fates)
    row.word("earlier", compared.earlier?.id)
    row.word("later", compared.later?.id)
    row.word("with", compared.later == nil ? compared.successor?.id : nil)
    row.word("site", finding?.site)
    row.word("criterion", finding?.criterion)
    row.word("grade_before", compared.earlier?.grade)
    row.word("grade_after", (compared.later ?? compared.successor)?.grade)
    row.text("text", finding?.text)
    return row.record("comparison", "\(number)")
  }
}
