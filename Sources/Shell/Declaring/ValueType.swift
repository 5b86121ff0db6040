import Auditing

/// What a value of a command may be: its place gives a word its type.
enum ValueType: Sendable {
  case text
  /// A word without a meaning of its own, such as a new id.
  case word
  case integer
  case quantity
  case date
  case period
  case boolean
  case file
  case folder
  /// One of a closed list.
  case choice([Name])
  /// Something of the dossier or the checklist, looked up when the command runs.
  case reference(Reference)

  enum Reference: Sendable {
    case criterion, module, indicator, site, person, audit, evidence, finding, label, checklist
    case request, term, seal
  }

  /// What the type is called in a synopsis.
  var name: Name {
    switch self {
    case .text: Name("TEXT", "TEXTE")
    case .word: Name("WORD", "MOT")
    case .integer: Name("NUMBER", "NOMBRE")
    case .quantity: Name("QUANTITY", "QUANTITÉ")
    case .date: Name("DATE")
    case .period: Name("PERIOD", "PÉRIODE")
    case .boolean: Name("yes|no", "oui|non")
    case .file: Name("FILE", "FICHIER")
    case .folder: Name("FOLDER", "RÉPERTOIRE")
    case .choice(let names):
      Name(names.map(\.en).joined(separator: "|"), names.map(\.fr).joined(separator: "|"))
    case .reference(let reference): reference.name
    }
  }
}

extension ValueType.Reference {
  var name: Name {
    switch self {
    case .criterion: Name("CRITERION", "CRITÈRE")
    case .module: Name("MODULE")
    case .indicator: Name("INDICATOR", "INDICATEUR")
    case .site: Name("SITE")
    case .person: Name("PERSON", "PERSONNE")
    case .audit: Name("AUDIT")
    case .evidence: Name("EVIDENCE", "PREUVE")
    case .finding: Name("FINDING", "CONSTAT")
    case .label: Name("LABEL")
    case .checklist: Name("CHECKLIST", "RÉFÉRENTIEL")
    case .request: Name("REQUEST", "PIÈCE")
    case .term: Name("TERM", "TERME")
    case .seal: Name("SEAL", "SCELLÉ")
    }
  }
}
