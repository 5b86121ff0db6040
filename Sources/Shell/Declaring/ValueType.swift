import Auditing

/// What a value of a command may be: its place gives a word its type.
enum ValueType: Sendable {
  case text
  /// A word without a meaning of its own, such as a new id.
  case word
  case integer
  case quantity
  case date
  /// A time of day, with its day or without.
  case time
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
    case request, term, seal, service, assessment, measure, milestone, conflict, sample, survey
    case action, plan, meeting, signer, journal, report
  }

  /// What the type is called in a synopsis.
  var name: Name {
    switch self {
    case .text: Name("TEXT", "TEXTE")
    case .word: Name("WORD", "MOT")
    case .integer: Name("NUMBER", "NOMBRE")
    case .quantity: Name("QUANTITY", "QUANTITÉ")
    case .date: Name("DATE")
    case .time: Name("TIME", "HEURE")
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

extension ValueType {
  /// What the type is in a sentence, with its article.
  var kind: Wording {
    switch self {
    case .text: ("un texte", "a text")
    case .word: ("un nom court (lettres, chiffres, - _ .)", "a short name (letters, digits, - _ .)")
    case .integer: ("un nombre entier", "a whole number")
    case .quantity: ("une quantité", "a quantity")
    case .date: ("une date", "a date")
    case .time: ("une heure", "a time of day")
    case .period: ("une période", "a period")
    case .boolean: ("oui ou non", "yes or no")
    case .file: ("un fichier", "a file")
    case .folder: ("un répertoire", "a folder")
    case .choice, .reference: (name.fr, name.en)
    }
  }

  /// How a value of the type is written, by examples.
  var writings: Wording? {
    switch self {
    case .quantity: ("5 jours, 59 min, 93,1 %, 3 mois", "5 days, 59 min, 93.1 %, 3 months")
    case .date: ("2026-11-21, 21/11/2026, aujourd’hui, +30j", "2026-11-21, 21/11/2026, today, +30d")
    case .time: ("9h30, 09:30, 2026-11-21T14:00", "9h30, 09:30, 2026-11-21T14:00")
    case .period: ("2026, 2026-11, 2026-T3, 2026-S1", "2026, 2026-11, 2026-Q3, 2026-S1")
    default: nil
    }
  }
}

extension ValueType.Reference {
  /// The command that lists what there is.
  var list: Wording {
    let noun = name
    return (
      "«\u{A0}\(noun.fr.lowercased()) lister\u{A0}» les donne",
      "\(noun.en.lowercased()) list shows them"
    )
  }

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
    case .service: Name("SERVICE")
    case .assessment: Name("ASSESSMENT", "ÉVALUATION")
    case .measure: Name("MEASURE", "MESURE")
    case .milestone: Name("MILESTONE", "JALON")
    case .conflict: Name("CONFLICT", "CONFLIT")
    case .sample: Name("SAMPLE", "ÉCHANTILLON")
    case .survey: Name("SURVEY", "ENQUÊTE")
    case .action: Name("ACTION")
    case .plan: Name("PLAN")
    case .meeting: Name("MEETING", "RÉUNION")
    case .signer: Name("SIGNER", "SIGNATAIRE")
    case .journal: Name("JOURNAL")
    case .report: Name("REPORT", "RAPPORT")
    }
  }
}
