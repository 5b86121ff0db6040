import Auditing
import Scripting

/// What differs between two states of a dossier, record by record.
struct Changes {
  /// The records of each noun by its English name.
  typealias Rows = [String: [Row]]

  /// A record with what tells it from others of its noun.
  struct Row {
    let key: String
    let record: RecordValue
  }

  /// What is told of a noun whose records are computed from others: some fields, and nothing of
  /// records that come and go.
  private static let computed: [String: Set<String>] = [
    "criterion": ["owner", "place"], "module": [], "indicator": [], "term": [], "conflict": [],
    "milestone": ["date", "status"], "assessment": ["verdict", "reason"], "portfolio": [],
    "checklist": [], "dossier": ["title"], "journal": [], "report": [],
    "request": ["due", "status", "received", "reason"],
  ]

  /// The nouns of whose records the entries about some noun tell something, where these are few:
  /// entries about any other noun may change what is told of all.
  private static let reached: [Noun: Set<String>] = [
    .evidence: ["evidence"], .assessment: ["assessment"], .measure: ["measure"],
    .survey: ["survey"], .plan: ["plan"], .meeting: ["meeting", "plan"], .request: ["request"],
    .sample: ["sample", "survey"], .finding: ["finding", "action"],
    .action: ["finding", "action"],
  ]

  let lines: [Wording]

  /// Compares what the dossier held with what it would hold.
  init(from before: Rows, to after: Rows) {
    var lines: [Wording] = []
    for noun in Registry.standard.nouns {
      let fields = Self.computed[noun.name.en]
      if fields?.isEmpty == true { continue }
      let old = Dictionary(
        (before[noun.name.en] ?? []).map { ($0.key, $0.record) },
        uniquingKeysWith: { first, _ in first })
      var left = Set(old.keys)
      var seen: Set<String> = []
      for row in after[noun.name.en] ?? [] where seen.insert(row.key).inserted {
        left.remove(row.key)
        if let earlier = old[row.key] {
          lines += Self.change(of: earlier, to: row.record, noun, fields)
        } else if fields == nil || Self.isSaid(row.record) {
          lines.append(Self.addition(of: row.record, noun))
        }
      }
      if fields == nil {
        for id in left.compactMap({ old[$0]?.id }).sorted() {
          lines.append(("- \(noun.name.fr) \(id)", "- \(noun.name.en) \(id)"))
        }
      }
    }
    self.lines = lines
  }

  /// The nouns, by their English names, that some events may change; nothing for all.
  static func nouns(changedBy events: some Sequence<Event>) -> Set<String>? {
    var nouns: Set<String> = []
    for event in events {
      // A withdrawal says in its body whose it is, and an undo may be about anything.
      guard let noun = event.declaration?.noun, let more = reached[noun] else { return nil }
      nouns.formUnion(more)
    }
    return nouns
  }

  /// The records of some nouns, or of every noun, as far as they can be read.
  ///
  /// - Throws: `interrupted` once the person has pressed Ctrl-C.
  static func rows(of nouns: Set<String>?, _ session: inout Session) throws -> Rows {
    guard session.dossier != nil else { return [:] }
    var rows: Rows = [:]
    for noun in Registry.standard.nouns
    where computed[noun.name.en]?.isEmpty != true && nouns?.contains(noun.name.en) != false {
      // Evidence that no audit is known of belongs to several.
      guard noun.rangesOverAudit, noun.name.en != "evidence" else {
        let records = try noun.readable(&session, .all)
        rows[noun.name.en] = records?.map { Row(key: $0.id, record: $0) }
        continue
      }
      for audit in session.state.audits {
        let records = try noun.readable(&session, .audit(audit.id)) ?? []
        rows[noun.name.en, default: []] += records.map { record in
          let isOfAudit = ["assessment", "request", "meeting"].contains(noun.name.en)
          return Row(key: isOfAudit ? "\(audit.id) \(record.id)" : record.id, record: record)
        }
      }
    }
    return rows
  }

  /// Whether an assessment says something, or a request was added by a person.
  private static func isSaid(_ record: RecordValue) -> Bool {
    if record.noun == "request" { return record["provenance"]?.isEmpty == true }
    guard let verdict = record["verdict"]?.written else { return false }
    return verdict != Assessment.Verdict.notAssessed.rawValue
  }

  private static func addition(of record: RecordValue, _ noun: NounSpec) -> Wording {
    let parts = noun.columns.compactMap { column -> Wording? in
      guard column != "id", let value = record[column], !value.isEmpty,
        let field = noun.field(column)
      else { return nil }
      return (
        "\(field.name.fr) \(shown(value, field, .fr))", "\(column) \(shown(value, field, .en))"
      )
    }
    let fr = parts.isEmpty ? "" : "\u{A0}: " + parts.map(\.fr).joined(separator: ", ")
    let en = parts.isEmpty ? "" : ": " + parts.map(\.en).joined(separator: ", ")
    return ("+ \(noun.name.fr) \(record.id)\(fr)", "+ \(noun.name.en) \(record.id)\(en)")
  }

  private static func change(
    of old: RecordValue, to new: RecordValue, _ noun: NounSpec, _ fields: Set<String>?
  ) -> [Wording] {
    let parts = new.fields.compactMap { name, value -> Wording? in
      guard fields?.contains(name) != false else { return nil }
      let before = old[name] ?? .nothing
      guard before.written != value.written, let field = noun.field(name) else { return nil }
      return (
        "\(field.name.fr) \(shown(before, field, .fr)) → \(shown(value, field, .fr))",
        "\(name) \(shown(before, field, .en)) → \(shown(value, field, .en))"
      )
    }
    guard !parts.isEmpty else { return [] }
    return [
      (
        "~ \(noun.name.fr) \(new.id)\u{A0}: " + parts.map(\.fr).joined(separator: ", "),
        "~ \(noun.name.en) \(new.id): " + parts.map(\.en).joined(separator: ", ")
      )
    ]
  }

  private static func shown(_ value: Value, _ field: NounSpec.Field, _ language: Language) -> String
  {
    let text: String
    switch value {
    case .nothing: return "∅"
    case .choice(let word, _), .word(let word): text = Choices.name(word, field.choices, language)
    case .boolean(let flag): text = language == .fr ? (flag ? "oui" : "non") : flag ? "yes" : "no"
    case .quantity(let quantity): text = quantity.written(in: language)
    case .text(let words):
      text = language == .fr ? "«\u{A0}\(words)\u{A0}»" : "“\(words)”"
    default: text = value.written
    }
    if text.isEmpty { return "∅" }
    return text.count > 80 ? text.prefix(79) + "…" : text
  }
}
