import Auditing
import Scripting

/// `search` and `last`: what has some words in it, and the last result in another form.
enum SearchCommands {
  static let all = [search, last]

  /// What was found: of what noun it is, its id and the text that holds the words.
  private static let hit = NounSpec(
    name: Name("hit", "trouvaille"),
    summary: ("ce qui contient les mots cherchés", "what holds the words searched"),
    fields: [
      .init(name: Name("noun", "nom")), .init(name: Name("id")), .init(name: Name("text", "texte")),
    ],
    columns: ["noun", "id", "text"]
  ) { _, _ in [] }

  /// The nouns that are searched.
  private static let searched = [
    "criterion", "indicator", "term", "site", "person", "evidence", "finding", "action", "request",
  ]

  static let search = CommandSpec(
    name: Name("search", "chercher"), text: .init(name: Name("WORDS", "MOTS"), isRequired: true),
    summary: (
      "chercher des mots dans les critères, constats, preuves et personnes",
      "find words in criteria, findings, evidence and persons"
    ),
    manual: (
      "Sans égard à la casse ni aux accents\u{202F}; tous les mots doivent y être.",
      "Without regard to case and accents; all words must be there."
    ),
    example: "search attente"
  ) { session, bound in
    let words = (bound.text?.value ?? "").folded.split(whereSeparator: \.isWhitespace)
    var found: [RecordValue] = []
    for name in searched {
      guard let noun = Registry.standard.noun(name) else { continue }
      let records = try noun.readable(&session, .current) ?? []
      let texts = try session.each(of: records, ("recherche", "searching")) {
        text(of: $0, holding: words)
      }
      for case (let record, let text?) in zip(records, texts) {
        let title = noun.name[session.language]
        found.append(
          RecordValue(
            noun: "hit", id: record.id,
            fields: [
              ("noun", .choice(title, among: [])), ("id", .word(record.id)), ("text", .text(text)),
            ]))
      }
    }
    return Outcome(
      value: .list(found.map(Value.record)),
      view: .table(TableView(noun: hit, records: found, columns: hit.columns)))
  }

  /// The text of a record that holds all words, its id counted in; else nothing.
  private static func text(of record: RecordValue, holding words: [Substring]) -> String? {
    var texts: [String] = []
    for (name, value) in record.fields {
      switch value {
      case .text(let text): texts.append(text)
      case .word(let text) where name == "name" || name == "handle": texts.append(text)
      default: break
      }
    }
    let all = ([record.id] + texts).joined(separator: " ").folded
    guard !words.isEmpty, words.allSatisfy({ all.contains($0) }) else { return nil }
    return texts.first { text in
      let folded = text.folded
      return words.contains { folded.contains($0) }
    } ?? texts.first ?? record.id
  }

  static let last = CommandSpec(
    name: Name("last", "dernier"),
    summary: ("le dernier résultat, sous une autre forme", "the last result in another form"),
    manual: (
      "«\u{A0}dernier as csv to \"constats.csv\"\u{A0}» l’écrit dans un fichier\u{202F}; where, sort, limit et fields le réduisent.",
      "last as csv to \"findings.csv\" writes it to a file; where, sort, limit and fields cut it down."
    ),
    example: "site list; last as csv", clauses: .all,
    forms: Format.allCases.map(\.rawValue)
  ) { session, bound in
    guard let last = session.run.last else { throw Failure(.nothingLast, at: bound.range) }
    guard case .table(let view) = last else { return Outcome(view: last) }
    var chosen = try GenericVerbs.chosen(view.records, view.noun, &session, bound)
    if bound.fields.isEmpty { chosen.columns = view.columns }
    chosen.isProvisional = view.isProvisional
    chosen.range = view.range
    chosen.isSingle = view.isSingle
    chosen.calendar = view.calendar
    return Outcome(value: .list(chosen.records.map(Value.record)), view: .table(chosen))
  }
}

extension NounSpec {
  /// The noun with a field for a count of its records.
  var counting: NounSpec {
    NounSpec(
      name: name, summary: summary, rangesOverAudit: rangesOverAudit,
      restsOnChecklist: restsOnChecklist,
      fields: fields.filter { $0.name.en != "count" } + [.init(name: Name("count", "nombre"))],
      columns: columns, rows: rows)
  }
}
