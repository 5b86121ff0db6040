import Auditing
import Scheduling
import Scripting

/// Samples and surveys, and what they come to.
enum SampleNouns {
  static let all = [sample, survey]

  static let sample = NounSpec(
    name: Name("sample", "échantillon"),
    summary: ("échantillons tirés, et leur résultat", "samples drawn, and what they come to"),
    rangesOverAudit: true, restsOnChecklist: true,
    fields: [
      .init(name: Name("id")), .init(name: Name("criterion", "critère")),
      .init(name: Name("site")), .init(name: Name("title", "titre")),
      .init(name: Name("indicator", "indicateur")), .init(name: Name("population")),
      .init(name: Name("size", "taille")), .init(name: Name("first", "première-taille")),
      .init(name: Name("seed", "graine")), .init(name: Name("method", "méthode")),
      .init(name: Name("recorded", "relevés")), .init(name: Name("limit", "limite")),
      .init(name: Name("mean", "moyenne")), .init(name: Name("median", "médiane")),
      .init(name: Name("within", "part-conforme")), .init(name: Name("n")),
      .init(name: Name("low", "borne-basse")), .init(name: Name("high", "borne-haute")),
      .init(name: Name("late", "écarts")), .init(name: Name("pending", "sans-réponse")),
      .init(name: Name("status", "statut"), choices: Choices.sampleStatuses),
      .init(name: Name("source")), .init(name: Name("audit")), .init(name: Name("by", "par")),
      .init(name: Name("at", "le")),
    ],
    columns: [
      "id", "criterion", "site", "population", "size", "recorded", "mean", "within", "n", "late",
      "status",
    ],
    rows: sampleRows, sheet: sheet)

  private static func sampleRows(_ session: inout Session, _ range: NounSpec.Range) throws
    -> [RecordValue]
  {
    let audits = try session.audits(in: range)
    var rows: [RecordValue] = []
    for audit in audits {
      for drawn in try session.drawnSamples(of: audit) { rows.append(row(drawn)) }
      for record in session.state.contestedSamples(in: audit) {
        rows.append(row(record, session.identifiers(.sample)[record.key], audit))
      }
    }
    return rows
  }

  /// A sample of which it is contradictory how many items are drawn: what all agree on.
  private static func row(_ record: Record, _ id: String, _ audit: Audit) -> RecordValue {
    let draw = record.agreed("draw") ?? [:]
    var row = RowBuilder()
    row.word("id", id)
    for name in ["criterion", "site", "indicator"] { row.word(name, record.identity(name)?.text) }
    row.text("title", record.identity("title")?.text)
    row.number("population", draw["population"]?.object?["count"]?.integer)
    row.number("first", record.identity("first")?.integer)
    row.text("seed", draw["seed"]?.text)
    row.word("method", draw["method"]?.text)
    row.text("source", draw["population"]?.object?["source"]?.text)
    for name in [
      "size", "recorded", "limit", "mean", "median", "within", "n", "low", "high", "late",
      "pending", "status",
    ] {
      row.text(name, nil)
    }
    row.word("audit", audit.id)
    row.word("by", record.by)
    row.word("at", record.at.description)
    return row.record("sample", id)
  }

  private static func row(_ drawn: DrawnSample) -> RecordValue {
    let (sample, result) = (drawn.sample, drawn.result)
    let within = result.withinLimit
    var row = RowBuilder()
    row.word("id", sample.id)
    row.word("criterion", sample.criterion)
    row.word("site", sample.site)
    row.text("title", sample.title)
    row.word("indicator", sample.indicator)
    row.number("population", sample.population.count)
    row.number("size", sample.size)
    row.number("first", sample.firstSize)
    row.text("seed", sample.seed)
    row.word("method", sample.method)
    row.number("recorded", sample.size - result.unrecorded)
    row.text("limit", result.limit?.written)
    row.quantity("mean", result.mean)
    row.quantity("median", result.median)
    row.quantity("within", within?.rate)
    row.number("n", within?.n)
    row.quantity("low", within?.interval.low)
    row.quantity("high", within?.interval.high)
    row.words("late", result.late.map(\.item))
    row.number("pending", result.pending)
    row.choice("status", drawn.status, Choices.sampleStatuses)
    row.text("source", sample.population.source)
    row.word("audit", drawn.audit.id)
    row.word("by", sample.by)
    row.word("at", sample.at.description)
    return row.record("sample", sample.id)
  }

  private static func sheet(_ session: inout Session, _ record: RecordValue) throws -> TableView {
    guard record["size"]?.isEmpty == false else {
      var view = TableView(noun: sample, records: [record], columns: record.names)
      view.isSingle = true
      return view
    }
    return items(try session.drawnSample(record.id, at: nil))
  }

  static let survey = NounSpec(
    name: Name("survey", "enquête"),
    summary: ("résultats d’enquêtes, avec leur effectif", "results of surveys, with their counts"),
    fields: [
      .init(name: Name("id")), .init(name: Name("survey", "enquête")),
      .init(name: Name("question")), .init(name: Name("site")),
      .init(name: Name("period", "période")), .init(name: Name("rate", "taux")),
      .init(name: Name("n")), .init(name: Name("low", "borne-basse")),
      .init(name: Name("high", "borne-haute")), .init(name: Name("answers", "réponses")),
      .init(name: Name("drawn", "tirés")), .init(name: Name("response", "participation")),
      .init(name: Name("evidence", "preuves")), .init(name: Name("by", "par")),
      .init(name: Name("at", "le")),
    ],
    columns: ["survey", "question", "site", "period", "rate", "n", "low", "high"]
  ) { session, _ in
    _ = try session.openDossier()
    let evidence = session.identifiers(.evidence)
    let draws = session.state.audits.flatMap { session.state.samples(in: $0) }
    return session.state.surveys.map { survey in
      let proportion = survey.proportion
      var row = RowBuilder()
      let id = id(of: survey)
      row.word("id", id)
      row.word("survey", survey.survey)
      row.text("question", survey.question)
      row.word("site", survey.site)
      row.word("period", survey.period)
      row.quantity("rate", proportion?.rate)
      row.number("n", proportion?.n)
      row.quantity("low", proportion?.interval.low)
      row.quantity("high", proportion?.interval.high)
      row.words("answers", survey.answers.map { "\($0.name): \($0.count)" })
      let drawn = survey.drawn(among: draws)
      row.number("drawn", drawn)
      row.quantity("response", drawn.flatMap { survey.response(of: $0)?.rate })
      row.words("evidence", survey.evidence.map { evidence[$0] })
      row.word("by", survey.by)
      row.word("at", survey.at.description)
      return row.record("survey", id)
    }
  }

  /// The id of a survey's question at a site for a period.
  static func id(of survey: Survey) -> String {
    [survey.survey, survey.question, survey.site, survey.period].joined(separator: "/")
  }
}
