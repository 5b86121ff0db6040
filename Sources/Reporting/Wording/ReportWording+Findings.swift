import Auditing

/// Part 4, the findings in one table.
extension ReportWording {
  var findingsSummary: RichText { pick("Récapitulatif des constats", "Summary of findings") }
  var byGrade: RichText { pick("Par grade", "By grade") }
  var conformity: RichText { pick("Conformité", "Conformity") }
  var allFindings: RichText { pick("Tous les constats", "All findings") }

  var byGradeCaption: RichText {
    pick("Nombre de constats par grade", "Number of findings by grade")
  }
  var gradeColumn: RichText { pick("Grade", "Grade") }
  var countColumn: RichText { pick("Nombre", "Number") }

  /// The rate with its formula, or why it is not given.
  func rate(_ rate: ConformityRate) -> RichText {
    switch rate {
    case .rate(let percent, let conforming, let nonconforming, let notApplicable):
      return formula(Quantity(percent, .percent), conforming, nonconforming, notApplicable)
    case .withheld(let open, let total):
      return pick(
        """
        Taux de conformité non donné : \(open, "critère", "critères") sur \(total) dans le champ \
        \(for: open, "n'est pas entièrement évalué", "ne sont pas entièrement évalués"). Il se \
        calculera ainsi : critères conformes ÷ (conformes + non conformes) × 100.
        """,
        """
        Conformity rate withheld: \(open, "criterion", "criteria") of \(total) in scope \
        \(for: open, "is", "are") not fully assessed. It will be: conforming criteria ÷ \
        (conforming + nonconforming) × 100.
        """)
    case .nothingToRate:
      return pick(
        "Taux de conformité non donné : aucun critère n'est conforme ou non conforme.",
        "Conformity rate withheld: no criterion is conforming or nonconforming.")
    }
  }

  private func formula(
    _ value: Quantity, _ conforming: Int, _ nonconforming: Int, _ notApplicable: Int
  ) -> RichText {
    let sum = conforming + nonconforming
    let outside = outside(notApplicable)
    return pick(
      """
      Taux de conformité : \(value), soit \
      \(conforming, "critère conforme", "critères conformes") ÷ \
      (\(conforming, "conforme", "conformes") + \
      \(nonconforming, "non conforme", "non conformes") = \(sum)) × 100. \
      \(outside) Ce taux compte des critères ; ce n'est pas une note.
      """,
      """
      Conformity rate: \(value), that is \
      \(conforming, "conforming criterion", "conforming criteria") ÷ \
      (\(conforming, "conforming", "conforming") + \
      \(nonconforming, "nonconforming", "nonconforming") = \(sum)) × 100. \
      \(outside) The rate counts criteria; it is not a score.
      """)
  }

  private func outside(_ count: Int) -> RichText {
    guard count > 0 else {
      return pick("Aucun critère n'est sans objet.", "No criterion is inapplicable.")
    }
    return pick(
      "\(count, "critère sans objet reste", "critères sans objet restent") hors du calcul.",
      "\(count, "inapplicable criterion stays", "inapplicable criteria stay") outside.")
  }

  /// The rate as a figure of the first page.
  func figure(_ rate: ConformityRate) -> RichText {
    switch rate {
    case .rate(let percent, _, _, _):
      let value = Quantity(percent, .percent)
      return pick("\(value)", "\(value)")
    case .withheld, .nothingToRate: return pick("non donné", "withheld")
    }
  }

  var findingsCaption: RichText {
    pick("Constats, du plus grave au point fort", "Findings, from the gravest to strengths")
  }
  var numberColumn: RichText { pick("N°", "No.") }
  var statementColumn: RichText { pick("Constat", "Finding") }
  var positionColumn: RichText { pick("Position de l'audité", "Auditee's position") }
  var dueColumn: RichText { pick("Échéance", "Due") }
  var noFindings: RichText { pick("Aucun constat n'est enregistré.", "No finding is recorded.") }
  var notDue: RichText { pick("sans échéance", "no due date") }

  func criterion(_ id: String, _ title: RichText, edition: String) -> RichText {
    let edition = self.edition(edition)
    return pick("\(strong: id) \(title) (\(edition))", "\(strong: id) \(title) (\(edition))")
  }

  func position(_ word: RichText, words: String?) -> RichText {
    guard let words, !words.isEmpty else { return word }
    return pick("\(word) : « \(words) »", "\(word): “\(words)”")
  }

  func evidence(_ id: String, digest: String?) -> RichText {
    guard let digest else { return RichText(data: id) }
    let short = String(digest.prefix(12))
    return pick("\(id) \(code: short)", "\(id) \(code: short)")
  }

  func missingEvidence(_ key: String) -> RichText {
    let short = String(key.prefix(12))
    return pick("pièce absente \(code: short)", "missing piece \(code: short)")
  }
}
