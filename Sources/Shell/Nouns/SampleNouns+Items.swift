import Auditing
import Scheduling
import Scripting

/// The items of a sample, which are filled in and looked through one by one.
extension SampleNouns {
  /// What an item says; it is no noun of the language, for it is reached through its sample.
  static let item = NounSpec(
    name: Name("item", "élément"),
    summary: ("éléments d’un échantillon", "items of a sample"), restsOnChecklist: true,
    fields: [
      .init(name: Name("rank", "rang")), .init(name: Name("item", "élément")),
      .init(name: Name("received", "reçu")), .init(name: Name("answered", "répondu")),
      .init(name: Name("value", "valeur")), .init(name: Name("conforming", "conforme")),
      .init(name: Name("checks", "questions")), .init(name: Name("delay", "délai")),
      .init(name: Name("verdict"), choices: Choices.itemVerdicts),
      .init(name: Name("note", "remarque")), .init(name: Name("row", "ligne")),
      .init(name: Name("by", "par")),
    ],
    columns: columns, rows: { _, _ in [] })

  /// What a sheet to fill in has, and what is read back.
  static let form = ["rank", "item", "received", "answered", "value", "conforming", "note"]
  private static let columns = [
    "rank", "item", "received", "answered", "delay", "verdict", "checks", "note", "row",
  ]

  /// Items as a table, headed by what they come to.
  static func items(
    _ drawn: DrawnSample, columns: [String] = columns,
    where isShown: (SampleResult.Line) -> Bool = { _ in true }
  ) -> TableView {
    let records = drawn.result.lines.filter(isShown).map(record)
    let isUsed = { (column: String) in
      columns == form || ["rank", "item", "verdict"].contains(column)
        || records.contains { $0[column].map { !$0.isEmpty } ?? false }
    }
    var view = TableView(noun: item, records: records, columns: columns.filter(isUsed))
    view.range = (summary(drawn, .fr), summary(drawn, .en))
    return view
  }

  private static func record(_ line: SampleResult.Line) -> RecordValue {
    let recorded = line.recorded
    var row = RowBuilder()
    row.number("rank", line.rank)
    row.text("item", line.item)
    row.date("received", recorded?.received)
    row.date("answered", recorded?.answered)
    row.quantity("value", recorded?.value)
    row.boolean("conforming", recorded?.isConforming)
    row.words(
      "checks",
      (recorded?.checks ?? []).filter { !$0.isMet }.map { "✗ \($0.question)" })
    row.quantity("delay", line.value)
    row.choice("verdict", line.verdict.rawValue, Choices.itemVerdicts)
    row.text("note", recorded?.note)
    row.number("row", recorded?.row)
    row.word("by", recorded?.by)
    return row.record("item", line.item)
  }

  /// What a sample is and comes to, on one line.
  static func summary(_ drawn: DrawnSample, _ language: Language) -> String {
    let (sample, result) = (drawn.sample, drawn.result)
    let place = [sample.criterion, sample.site].compactMap(\.self).joined(separator: " · ")
    var parts: [String] = []
    func add(_ fr: String, _ en: String) { parts.append(language.pick((fr, en))) }
    add(
      "\(sample.size) sur \(sample.population.count), graine \(sample.seed)",
      "\(sample.size) of \(sample.population.count), seed \(sample.seed)")
    if let mean = result.mean, let median = result.median {
      add(
        "moyenne \(mean.written(in: .fr)), médiane \(median.written(in: .fr)) (n = \(result.values.count))",
        "mean \(mean.written(in: .en)), median \(median.written(in: .en)) (n = \(result.values.count))"
      )
    }
    if let within = result.withinLimit {
      let limit = result.limit.map { $0.written(in: language) + " " } ?? ""
      add(
        (limit.isEmpty ? "conformes\u{A0}: " : limit) + within.written(in: .fr),
        (limit.isEmpty ? "conforming: " : limit) + within.written(in: .en))
    }
    for (question, met) in result.questions {
      add("\(question)\u{A0}: \(met.written(in: .fr))", "\(question): \(met.written(in: .en))")
    }
    if result.pending > 0 {
      add(result.pending.fr("sans réponse"), "\(result.pending) without an answer")
    }
    if result.unrecorded > 0 {
      add(result.unrecorded.fr("à relever"), "\(result.unrecorded) to record")
    }
    let separator = language == .fr ? "\u{202F}; " : "; "
    let head = place.isEmpty ? sample.id : "\(sample.id) — \(place)"
    return language.pick(
      ("\(head)\u{A0}: ", "\(head): ")) + parts.joined(separator: separator)
  }
}
