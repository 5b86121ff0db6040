import Auditing

/// Annexes A and B, the register of evidence and the indicators.
extension ReportWording {
  func annex(_ letter: String) -> RichText { pick("Annexe \(letter) —", "Annex \(letter) —") }

  var register: RichText { pick("Registre des preuves", "Register of evidence") }
  var registerCaption: RichText {
    pick("Preuves, avec leurs empreintes SHA-256", "Evidence, with SHA-256 digests")
  }
  var idColumn: RichText { pick("Id", "Id") }
  var contentColumn: RichText { pick("Nature et contenu", "Kind and content") }
  var originColumn: RichText { pick("Source et méthode", "Source and method") }
  var collectedColumn: RichText { pick("Recueil et période", "Collection and period") }
  var sizeColumn: RichText { pick("Taille", "Size") }
  var digestColumn: RichText { pick("Empreinte SHA-256", "SHA-256 digest") }
  var noEvidence: RichText { pick("Aucune preuve n'est enregistrée.", "No evidence is recorded.") }
  var noDigest: RichText { pick("texte ci-contre", "the text given here") }

  var noteWithheld: RichText {
    pick(
      "note de travail qu'aucun constat ne cite : texte non reproduit",
      "working note that no finding cites: text not reproduced")
  }
  var sensitive: RichText { pick("sensible", "sensitive") }
  var superseded: RichText { pick("remplacée", "superseded") }

  func collected(_ date: CalendarDate) -> RichText {
    pick("recueillie le \(date)", "collected on \(date)")
  }
  func covers(_ period: String) -> RichText {
    pick("porte sur \(period)", "covers \(period)")
  }
  func source(_ source: String) -> RichText { pick("source : \(source)", "source: \(source)") }
  func size(_ bytes: Int) -> RichText { RichText(data: typography.size(bytes)) }

  var indicators: RichText { pick("Indicateurs", "Indicators") }
  var indicatorsCaption: RichText {
    pick("Mesures des indicateurs et cibles", "Measures of indicators and targets")
  }
  var indicatorColumn: RichText { pick("Indicateur", "Indicator") }
  var periodColumn: RichText { pick("Période", "Period") }
  var valueColumn: RichText { pick("Valeur", "Value") }
  var sampleColumn: RichText { pick("n", "n") }
  var targetColumn: RichText { pick("Cible", "Target") }
  var metColumn: RichText { pick("Atteinte", "Met") }
  var sourceColumn: RichText { pick("Source", "Source") }
  var noIndicators: RichText {
    pick("Le référentiel ne suit aucun indicateur.", "The checklist follows no indicator.")
  }
  var notMeasured: RichText { pick("aucune mesure", "no measure") }
  var sampleNotGiven: RichText { pick("n non indiqué", "n not given") }
  var noTarget: RichText { pick("sans cible connue", "no known target") }
  var notComparable: RichText { pick("unités incomparables", "units do not compare") }

  /// A target with its strictness in words.
  func target(_ target: Checklist.Target) -> RichText {
    let limit = target.limit
    return switch target.comparison {
    case .less: pick("< \(limit) (strictement moins)", "< \(limit) (strictly less)")
    case .atMost: pick("≤ \(limit) (au plus)", "≤ \(limit) (at most)")
    case .more: pick("> \(limit) (strictement plus)", "> \(limit) (strictly more)")
    case .atLeast: pick("≥ \(limit) (au moins)", "≥ \(limit) (at least)")
    case .equal: pick("= \(limit) (exactement)", "= \(limit) (exactly)")
    }
  }
}
