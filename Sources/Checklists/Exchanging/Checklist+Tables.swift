package import Auditing
package import Notation

extension Checklist {
  /// The names of the columns of a table of criteria, in English and French.
  package static let columns: [(en: String, fr: String)] = [
    ("id", "id"), ("ref", "référence"), ("module", "module"), ("module_title", "titre du module"),
    ("chapter", "chapitre"), ("title", "titre"), ("title_en", "titre anglais"),
    ("evidence", "preuves attendues"), ("method", "méthodes"), ("indicator", "indicateurs"),
    ("mandatory", "obligatoire"), ("place", "lieu"), ("meet", "rencontrer"),
    ("question", "question"), ("sample", "échantillon"), ("max_age", "âge maximal"),
    ("not_applicable", "motifs de sans-objet"), ("provenance", "provenance"),
    ("source", "source"), ("note", "remarque"),
  ]

  /// The criteria as rows of a table, lists of a cell with ` | ` between them.
  package var rows: [[String]] {
    func joined(_ texts: [LocalizedText]) -> String { texts.map(\.fr).joined(separator: " | ") }
    return criteria.map { criterion in
      [
        criterion.id, criterion.ref ?? "", criterion.module,
        module(criterion.module)?.title.fr ?? "", criterion.chapter?.fr ?? "",
        criterion.title.fr, criterion.title.en ?? "", joined(criterion.evidence),
        criterion.methods.map(\.rawValue).joined(separator: " | "),
        criterion.indicators.joined(separator: " | "), criterion.mandatory ? "yes" : "",
        criterion.place?.fr ?? "", criterion.meet?.fr ?? "", criterion.question?.fr ?? "",
        criterion.sample.map { String($0) } ?? "", criterion.maxAge?.description ?? "",
        joined(criterion.notApplicable), criterion.provenance.rawValue,
        criterion.source.joined(separator: " | "), criterion.note?.fr ?? "",
      ]
    }
  }

  /// The whole checklist as JSON: keys in English, texts in both languages.
  package var json: JSON {
    Self.object([
      ("schema", "constat/checklist/1"), ("id", .text(id)), ("title", Self.json(title)),
      ("edition", .text(edition)), ("status", .text(status.rawValue)),
      ("validity_months", validity.map { .integer($0) } ?? .null),
      ("surveillance_months", surveillance.map { .integer($0) } ?? .null),
      ("source", .list(source.map { .text($0) })), ("note", note.map(Self.json) ?? .null),
      ("modules", .list(modules.map(\.json))), ("criteria", .list(criteria.map(\.json))),
      ("indicators", .list(indicators.map(\.json))), ("grades", .list(grades.map(\.json))),
    ])
  }

  fileprivate static func json(_ text: LocalizedText) -> JSON {
    object([("fr", .text(text.fr)), ("en", text.en.map { .text($0) } ?? .null)])
  }

  fileprivate static func json(_ texts: [LocalizedText]) -> JSON { .list(texts.map { json($0) }) }
}

extension Checklist.Module {
  fileprivate var json: JSON {
    Checklist.object([
      ("id", .text(id)), ("title", Checklist.json(title)), ("kind", .text(kind.rawValue)),
      ("mandatory", .bool(mandatory)), ("disabled", .bool(disabled)),
      ("provenance", .text(provenance.rawValue)), ("source", .list(source.map { .text($0) })),
    ])
  }
}

extension Checklist.Criterion {
  fileprivate var json: JSON {
    func text(_ text: LocalizedText?) -> JSON { text.map { Checklist.json($0) } ?? .null }
    return Checklist.object([
      ("id", .text(id)), ("ref", ref.map { .text($0) } ?? .null), ("module", .text(module)),
      ("chapter", text(chapter)), ("title", Checklist.json(title)),
      ("mandatory", .bool(mandatory)), ("evidence", Checklist.json(evidence)),
      ("methods", .list(methods.map { .text($0.rawValue) })),
      ("indicators", .list(indicators.map { .text($0) })), ("place", text(place)),
      ("meet", text(meet)), ("question", text(question)),
      ("sample", sample.map { .integer($0) } ?? .null),
      ("max_age", maxAge.map { .text($0.description) } ?? .null),
      ("not_applicable", Checklist.json(notApplicable)),
      ("provenance", .text(provenance.rawValue)), ("source", .list(source.map { .text($0) })),
      ("note", text(note)),
    ])
  }
}

extension Checklist.Indicator {
  fileprivate var json: JSON {
    Checklist.object([
      ("id", .text(id)), ("title", Checklist.json(title)), ("unit", .text(unit.rawValue)),
      ("better", better.map { .text($0.rawValue) } ?? .null),
      ("target", target.map { .text($0.written) } ?? .null),
      ("statistic", statistic.map { .text($0.rawValue) } ?? .null),
      ("frequency", frequency.map { .text($0.description) } ?? .null),
      ("provenance", .text(provenance.rawValue)),
    ])
  }
}

extension Checklist.Grade {
  fileprivate var json: JSON {
    Checklist.object([
      ("code", .text(code)), ("word", .text(word)), ("title", Checklist.json(title)),
      ("severity", .text(severity.name)),
    ])
  }
}
