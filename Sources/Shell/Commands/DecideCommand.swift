import Auditing
import Scripting

/// `decide`: what the checklist's rules say of each site, with the reasons.
enum DecideCommand {
  static let all = [decide]

  static let verdicts = [
    Name("unfavourable", "défavorable"), Name("withheld", "réservé"),
    Name("conditional", "sous-réserve"), Name("favourable", "favorable"),
  ]

  /// What is decided of one site.
  static let noun = NounSpec(
    name: Name("decision", "décision"),
    summary: ("ce que les règles disent d’un site", "what the rules say of a site"),
    restsOnChecklist: true,
    fields: [
      .init(name: Name("site")), .init(name: Name("audit")),
      .init(name: Name("verdict", "avis"), choices: verdicts, isRanked: true),
      .init(name: Name("day", "jour")), .init(name: Name("assessed", "évalués")),
      .init(name: Name("criteria", "critères")), .init(name: Name("rate", "taux")),
      .init(name: Name("held", "tenues")), .init(name: Name("failed", "non-tenues")),
      .init(name: Name("reasons", "motifs")),
      .init(name: Name("provenance"), choices: Choices.provenances, isRanked: true),
    ],
    columns: [
      "site", "audit", "verdict", "day", "assessed", "criteria", "rate", "failed", "reasons",
      "provenance",
    ]
  ) { _, _ in [] }

  static let decide = CommandSpec(
    name: Name("decide", "décider"),
    options: [
      .init(name: Name("site"), type: .reference(.site)),
      .init(name: Name("audit"), type: .reference(.audit)),
      .init(name: Name("on", "au"), type: .date),
    ],
    summary: (
      "l’avis que donnent les règles du référentiel, site par site, avec ses motifs",
      "what the checklist’s rules conclude, site by site, with the reasons"
    ),
    manual: (
      """
      Défavorable si une règle d’attribution n’est pas tenue\u{202F}; sinon réservé tant que tout n’est \
      pas évalué\u{202F}; sinon favorable sous réserve si une limite est dépassée\u{202F}; sinon favorable. \
      Rien n’est écrit. «\u{A0}expliquer décision\u{A0}» descend jusqu’aux écritures\u{202F}; «\u{A0}suppose { constat \
      suivre F3 levé; décider }\u{A0}» dit ce qui changerait. Les règles livrées sont proposées par Constat.
      """,
      """
      Unfavourable when a rule of award does not hold; else withheld while not all is assessed; else \
      favourable with a reserve when a limit is passed; else favourable. Nothing is written. explain \
      decision goes down to the entries; suppose { finding follow F3 lifted; decide } tells what would \
      change. The shipped rules are proposed by Constat.
      """
    ),
    example: "decide", clauses: .all, table: noun
  ) { session, bound in
    let audit = try session.audit(of: bound)
    let checklist = try session.checklist(audit.checklist)
    guard !checklist.rules.isEmpty else { throw Failure(.noRules(checklist.id), at: bound.range) }
    let day = session.dayOfJudgement(bound, audit)
    let judgements = try session.judgedSites(bound, audit).map {
      session.judgement(of: audit, on: checklist, at: $0, day: day)
    }
    let records = judgements.map { row($0, audit, checklist, day, session) }
    var view = try GenericVerbs.chosen(records, noun, &session, bound)
    view.isProvisional = checklist.status == .provisional
    view.isExercise = session.state.purpose == .exercise
    view.range = ("audit \(audit.id)", "audit \(audit.id)")
    if bound.asksForRecordsAsTheyAre {
      view.text = DecisionText(judgements, audit, checklist, day).text(session)
    }
    return Outcome(value: .list(view.records.map(Value.record)), view: .table(view))
  }

  private static func row(
    _ judgement: Judgement, _ audit: Audit, _ checklist: Checklist, _ day: CalendarDate,
    _ session: Session
  ) -> RecordValue {
    let award = judgement.award
    let tally = session.state.standings(in: audit, on: checklist, at: award.site).tally
    var row = RowBuilder()
    row.word("site", award.site)
    row.word("audit", audit.id)
    row.choice("verdict", award.verdict.rawValue, verdicts)
    row.date("day", day)
    row.number("assessed", award.assessed)
    row.number("criteria", award.assessments.count)
    var rate: Quantity?
    if case .rate(let percent, _, _, _) = ConformityRate(tally) {
      rate = Quantity(percent, .percent)
    }
    row.quantity("rate", rate)
    row.words("held", award.rules.filter { $0.outcome == .holds }.map(\.rule.id))
    row.words("failed", award.failing.map(\.id))
    let reasons = DecisionText.reasons(of: judgement, session.language)
    row.text("reasons", reasons.joined(separator: "; "))
    row.choice("provenance", award.provenance?.rawValue, Choices.provenances)
    return row.record("decision", award.site)
  }
}

extension Bound {
  /// Whether nothing chooses, orders or cuts the records, so that a person's own view fits them.
  var asksForRecordsAsTheyAre: Bool {
    filter == nil && sort.isEmpty && limit == nil && fields.isEmpty && group == nil
  }
}
