import Auditing
import LineEditing
import Scripting

extension CompletionSource {
  /// What may stand among the clauses of a command: the clause words, fields, operators, and what
  /// a field is compared with.
  mutating func clauses(of spec: CommandSpec, _ words: [String], _ typed: String) -> [Candidate] {
    let noun = spec.table ?? spec.noun.flatMap { registry.noun($0.en) }
    let last = words.last ?? ""
    let before = words.dropLast().last ?? ""
    let fields = noun?.fields.map { Candidate($0.name[language]) } ?? []
    switch last {
    case "where", "and", "or", "not", "sort", "fields", "group": return fields
    case "as": return formats(of: spec)
    case "to":
      return FileNames.candidates(typed, home: session.environment.home)
    case _ where Self.operators.contains(last):
      return noun?.field(before).map { values(of: $0, typed) } ?? []
    case _ where Self.beforeFields.contains(before) && noun?.field(last) != nil:
      return Self.operators.map { Candidate($0) }
    default: break
    }
    let joints = words.contains("where") ? ["and", "or"] : []
    return options(of: spec) + (joints + spec.clauses.words).map { Candidate($0) }
  }

  private static let operators = ["=", "!=", "<", "<=", ">", ">=", "~", "in"]
  private static let beforeFields = ["where", "and", "or", "not"]

  /// What a field is often compared with.
  private mutating func values(of field: NounSpec.Field, _ typed: String) -> [Candidate] {
    if !field.choices.isEmpty { return field.choices.map { Candidate($0[language]) } }
    return switch field.name.en {
    case "grade": grades.map { Candidate($0.word, $0.title[language]) }
    case "criterion": live.fitting(typed, .criterion)
    case "site": live.fitting(typed, .site)
    case "person", "by", "owner": live.fitting(typed, .person)
    default: []
    }
  }

  /// The forms in which a command can write.
  private func formats(of spec: CommandSpec) -> [Candidate] {
    spec.forms.map { Candidate($0, Self.uses[$0].map(language.pick) ?? "") }
  }

  /// What each form is for.
  private static let uses: [String: Wording] = [
    "table": ("à lire ici", "to read here"), "list": ("champ par champ", "field by field"),
    "json": ("pour les programmes", "for programs"),
    "jsonl": ("JSON, une ligne par fiche", "JSON, a line each"),
    "csv": ("pour les programmes", "for programs"),
    "excel": ("pour Excel et LibreOffice", "for Excel and LibreOffice"),
    "tsv": ("colonnes à tabulations", "columns with tabs"),
    "markdown": ("texte balisé", "marked-up text"), "rec": ("recutils", "recutils"),
    "ids": ("les identifiants seuls", "the ids alone"), "ics": ("agenda", "calendar"),
    "html": ("page web", "web page"), "fodt": ("LibreOffice Writer", "LibreOffice Writer"),
    "fods": ("LibreOffice Calc", "LibreOffice Calc"),
    "pdf": ("à imprimer ou envoyer", "to print or send"),
    "ciso": ("CISO Assistant", "CISO Assistant"),
    "junit": ("JUnit, pour l’intégration continue", "JUnit, for continuous integration"),
    "oscal": ("OSCAL du NIST", "OSCAL of NIST"),
  ]
}
