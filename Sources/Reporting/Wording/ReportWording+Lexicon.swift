import Auditing

/// Part 7, the words used, and part 8, the documents asked for.
extension ReportWording {
  var lexicon: RichText { pick("Lexique", "Lexicon") }
  var gradesHeading: RichText { pick("Grades des constats", "Grades of findings") }
  var wordsHeading: RichText { pick("Mots de ce rapport", "Words of this report") }
  var termsHeading: RichText { pick("Termes du référentiel", "Terms of the checklist") }
  var gradesCaption: RichText { pick("Échelle des grades", "Scale of grades") }
  var codeColumn: RichText { pick("Code", "Code") }
  var titleColumn: RichText { pick("Intitulé", "Title") }
  var severityColumn: RichText { pick("Gravité", "Severity") }
  var definitionColumn: RichText { pick("Définition", "Definition") }

  func explanation(_ verdict: Assessment.Verdict) -> RichText {
    switch verdict {
    case .conforming:
      pick("l'exigence est satisfaite, preuves à l'appui", "the requirement is met, with evidence")
    case .nonconforming:
      pick(
        "l'exigence n'est pas satisfaite ; un constat au moins le dit",
        "the requirement is not met; at least one finding says so")
    case .notAssessed: pick("rien n'a encore été conclu", "nothing has been concluded yet")
    case .notApplicable:
      pick(
        "l'exigence ne s'applique pas à ce site, pour le motif donné",
        "the requirement does not apply at the site, for the reason given")
    }
  }

  func term(_ definition: RichText?, clause: String?) -> RichText {
    switch (definition, clause) {
    case (let definition?, let clause?):
      pick("\(definition) (\(clause))", "\(definition) (\(clause))")
    case (let definition?, nil): definition
    case (nil, let clause?): RichText(data: clause)
    case (nil, nil): notGiven
    }
  }

  var noTerms: RichText {
    pick("Le référentiel ne définit pas de termes.", "The checklist defines no terms.")
  }

  var requests: RichText { pick("Pièces à fournir", "Documents to provide") }

  func requestsText(_ date: CalendarDate?) -> RichText {
    guard let date else {
      return pick(
        "À transmettre par l'audité environ un mois avant l'audit, dont la date reste à fixer.",
        "To be sent by the auditee about one month before the audit, whose date is not set.")
    }
    return pick(
      "À transmettre par l'audité avant l'audit du \(date).",
      "To be sent by the auditee before the audit of \(date).")
  }

  var requestsCaption: RichText {
    pick("Pièces à fournir par l'audité", "Documents to be provided by the auditee")
  }
  var documentColumn: RichText { pick("Pièce", "Document") }
  var receiptColumn: RichText { pick("Réception", "Receipt") }
  var added: RichText { pick("demandée par l'équipe d'audit", "asked for by the audit team") }
  var awaited: RichText { pick("attendue", "awaited") }

  func lateRequests(_ ids: [String]) -> RichText {
    let list = ids.joined(separator: ", ")
    return pick(
      "\(ids.count, "pièce n'est pas arrivée", "pièces ne sont pas arrivées") à temps : \(list).",
      "\(ids.count, "document has", "documents have") not come in time: \(list).")
  }

  func late(_ days: Int) -> RichText {
    pick("en retard de \(days, "jour", "jours")", "\(days, "day", "days") late")
  }

  func waived(_ reason: String) -> RichText {
    pick("dispensée : \(reason)", "waived: \(reason)")
  }

  func received(_ date: CalendarDate, late days: Int?) -> RichText {
    guard let days else { return pick("reçue le \(date)", "received on \(date)") }
    return pick(
      "reçue le \(date), \(days, "jour", "jours") après l'échéance",
      "received on \(date), \(days, "day", "days") after it was due")
  }

  var dateToSet: RichText { pick("date à fixer", "date to be set") }
  var everyModule: RichText { pick("tous", "all") }
  var noRequests: RichText {
    pick("Le référentiel ne demande aucune pièce.", "The checklist asks for no document.")
  }
}
