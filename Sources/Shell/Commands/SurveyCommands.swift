import Auditing
import Notation
import Scripting

/// `survey draw`, `survey extend`, `survey record`: who is asked, and counts of answers, from which
/// a rate comes with its interval.
enum SurveyCommands {
  static let all = [draw, extend, record]
  static let noun = SampleNouns.survey.name

  static let record = CommandSpec(
    noun: noun, name: Name("record", "relever"),
    operands: [
      .init(name: Name("survey", "enquête"), type: .word),
      .init(name: Name("question"), type: .text, isOptional: true),
    ],
    options: [
      .init(name: Name("counts", "effectifs"), type: .text, isList: true),
      .init(name: Name("favourable", "favorables"), type: .text, isList: true),
      .init(name: Name("excluded", "hors-compte"), type: .text, isList: true),
      FieldCommands.site, .init(name: Name("period", "période"), type: .period),
      .init(name: Name("evidence", "preuve"), type: .reference(.evidence), isList: true),
      .init(name: Name("from", "depuis"), type: .file),
    ] + ImportPlan.options,
    summary: (
      "relever les réponses à une question d’enquête", "record the answers to a survey’s question"
    ),
    manual: (
      """
      --effectifs dit combien ont donné chaque réponse\u{202F}; --favorables lesquelles comptent comme \
      satisfaites, --hors-compte celles qui ne comptent pas (sans opinion). Le taux est donné avec \
      son effectif et l’intervalle de Wilson à 95 %. Un fichier CSV a les colonnes question, réponse, \
      effectif et sens (favorable, autre, hors-compte).\n\n
      """ + ImportPlan.manual.fr,
      """
      --counts says how many gave each answer; --favourable which of them count as satisfied, \
      --excluded those that do not count (no opinion). The rate is given with its n and its 95 % \
      Wilson interval. A CSV file has the columns question, answer, count and sense (favourable, \
      other, excluded).\n\n
      """ + ImportPlan.manual.en
    ),
    example:
      #"survey record accueil-2026 propreté --counts "très bien:210","bien:180","mal:22" --favourable "très bien","bien" --site digne --period 2026"#,
    writes: true, clauses: .writing
  ) { session, bound in
    try session.requirePerson()
    let site = try session.siteOfFigure(bound)
    let period = bound["period"] ?? "\((session.dates.audit ?? session.today).year)"
    var evidence: [String] = []
    for word in bound.all("evidence") {
      evidence.append(
        try session.record(.evidence, .evidence, word, at: bound.place("evidence")).key)
    }
    let name = bound["survey"] ?? ""
    var sheet: SurveySheet
    if let file = bound["from"] {
      sheet = try SurveySheet(file, &session, at: bound.place("from"))
    } else {
      sheet = SurveySheet([(bound["question"] ?? "", try typed(bound), 0)])
    }
    let known = session.state.surveys
    func before(_ question: String) -> Survey? {
      known.first {
        ($0.survey, $0.question, $0.site, Period.normal(id: $0.period))
          == (name, question, site, period)
      }
    }
    var plan = ImportPlan()
    sheet.questions.removeAll { question, answers, row in
      let before = before(question)
      guard before?.answers != answers else {
        plan.same += 1
        return true
      }
      plan.add(
        row: row, record: question, field: Name("counts", "effectifs"),
        before: before?.answers.written, after: answers.written)
      return false
    }
    if bound.has("from"),
      let answer = plan.answer(bound, file: sheet.table?.file ?? "", &session)
    {
      return answer
    }
    if let table = sheet.table { try session.recordImport(of: table) }
    for (question, answers, _) in sheet.questions {
      let period = before(question)?.period ?? period
      var fields: [String: Content] = [
        "survey": .text(name), "question": .text(question), "site": .text(site),
        "period": .text(period), "counts": .list(answers.map(\.content)),
      ]
      if !evidence.isEmpty { fields["evidence"] = .texts(evidence) }
      try session.restore(.survey, EventKind.naturalKey([name, question, site, period]))
      try session.record("survey.recorded", fields)
    }
    return outcome(sheet, name, site, period)
  }

  private static func outcome(
    _ sheet: SurveySheet, _ name: String, _ site: String, _ period: String
  ) -> Outcome {
    var outcome = Outcome(value: .word(name))
    for (question, answers, _) in sheet.questions {
      let proportion = answers.proportion
      let none: Wording = ("aucun avis compté", "no opinion counted")
      let head = [name, question, site, period].filter { !$0.isEmpty }.joined(separator: " · ")
      outcome.acknowledgements.append(
        (
          "\(head)\u{A0}: \(proportion?.written(in: .fr) ?? none.fr)",
          "\(head): \(proportion?.written(in: .en) ?? none.en)"
        ))
    }
    if sheet.questions.isEmpty {
      outcome.acknowledgements.append(("rien de nouveau", "nothing new"))
    }
    return outcome
  }

  /// The answers that were typed, `bien:40`.
  private static func typed(_ bound: Bound) throws -> [Survey.Answer] {
    let favourable = Set(bound.all("favourable").map(\.folded))
    let excluded = Set(bound.all("excluded").map(\.folded))
    let answers = try bound.all("counts").map { text in
      guard let part = Measure.Part(text), part.value.unit == .count,
        let count = part.value.number.scale == 0 ? part.value.number.significand : nil, count >= 0
      else { throw Failure(.badValue(text, .integer), at: bound.place("counts")) }
      guard count.canBeEntered else { throw Failure(.tooLarge(text), at: bound.place("counts")) }
      let sense: Survey.Answer.Sense =
        favourable.contains(part.name.folded)
        ? .favourable : excluded.contains(part.name.folded) ? .excluded : .other
      return Survey.Answer(part.name, count: count, sense: sense)
    }
    let names = answers.map(\.name)
    for option in ["favourable", "excluded"] {
      for word in bound.all(option) where !names.contains(where: { $0.folded == word.folded }) {
        throw Failure(
          .unknownChoice(
            word, known: names.map { Name($0) },
            suggestion: Suggestion.nearest(to: word, among: names)), at: bound.place(option))
      }
    }
    guard !answers.isEmpty else { throw Failure(.valueNeeded, at: bound.range) }
    return answers
  }
}

extension [Survey.Answer] {
  /// The counts on one line.
  var written: String { map { "\($0.name): \($0.count)" }.joined(separator: ", ") }
}
