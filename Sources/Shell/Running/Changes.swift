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

  /// The records of every noun, as far as they can be read.
  static func rows(_ session: inout Session) -> Rows {
    guard session.dossier != nil else { return [:] }
    var rows: Rows = [:]
    for noun in Registry.standard.nouns where computed[noun.name.en]?.isEmpty != true {
      guard noun.rangesOverAudit else {
        let records = try? noun.rows(&session, .all)
        rows[noun.name.en] = records?.map { Row(key: $0.id, record: $0) }
        continue
      }
      for audit in session.state.audits {
        let records = (try? noun.rows(&session, .audit(audit.id))) ?? []
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
