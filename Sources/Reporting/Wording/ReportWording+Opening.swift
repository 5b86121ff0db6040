import Auditing

/// The first page, and what must be known before reading.
extension ReportWording {
  func kicker(_ kind: Audit.Kind, id: String, edition: Int?) -> RichText {
    let what =
      switch kind {
      case .internal: pick("Rapport d'audit interne", "Internal audit report")
      case .external: pick("Rapport d'audit externe", "External audit report")
      case .followUp: pick("Rapport d'audit de suivi", "Follow-up audit report")
      case .renewal: pick("Rapport d'audit de renouvellement", "Renewal audit report")
      case .mock: pick("Rapport d'audit blanc", "Mock audit report")
      }
    guard let edition else { return pick("\(what) n° \(id)", "\(what) no. \(id)") }
    return pick(
      "\(what) n° \(id), édition \(String(edition))",
      "\(what) no. \(id), edition \(String(edition))")
  }

  func subtitle(_ checklist: RichText, edition: String, _ period: RichText) -> RichText {
    let edition = self.edition(edition)
    return pick("\(checklist), \(edition) — \(period)", "\(checklist), \(edition) — \(period)")
  }

  func footer(id: String, edition: Int?, head: Head?) -> String {
    let mark = edition.map { " e\($0)" } ?? ""
    guard let head else { return plain("Rapport \(id)\(mark)", "Report \(id)\(mark)") }
    let digest = String(head.id.prefix(12))
    return plain(
      "Rapport \(id)\(mark) · journal \(digest)…", "Report \(id)\(mark) · journal \(digest)…")
  }

  var final: RichText { pick("Définitif", "Final") }
  var draft: RichText { pick("Projet", "Draft") }
  var incomplete: RichText { pick("Incomplet", "Incomplete") }
  var exercise: RichText { pick("Exercice", "Exercise") }
  var trial: RichText { pick("Essai", "Trial") }

  var atAGlance: RichText { pick("L'essentiel", "At a glance") }

  /// The state of the audit in one sentence.
  func gist(_ tally: VerdictTally) -> RichText {
    guard tally.total > 0 else {
      return pick("Aucun critère n'est dans le champ de l'audit.", "No criterion is in scope.")
    }
    let parts = VerdictTally.order.filter { $0 != .notAssessed && tally[$0] > 0 }.map {
      counted($0, tally[$0])
    }
    let open = tally[.notAssessed]
    let head =
      open == 0
      ? pick(
        "\(tally.total, "critère évalué", "critères évalués")",
        "\(tally.total, "criterion assessed", "criteria assessed")")
      : pick(
        "\(tally.assessed) sur \(tally.total, "critère évalué", "critères évalués")",
        "\(tally.assessed) of \(tally.total, "criterion assessed", "criteria assessed")")
    guard !parts.isEmpty else { return pick("\(head).", "\(head).") }
    let list = parts.joined(separator: comma)
    return pick("\(head) : \(list).", "\(head): \(list).")
  }

  private func counted(_ verdict: Assessment.Verdict, _ count: Int) -> RichText {
    switch verdict {
    case .conforming:
      pick("\(count, "conforme", "conformes")", "\(count, "conforming", "conforming")")
    case .nonconforming:
      pick(
        "\(count, "non conforme", "non conformes")", "\(count, "nonconforming", "nonconforming")")
    case .notApplicable:
      pick("\(count, "sans objet", "sans objet")", "\(count, "not applicable", "not applicable")")
    case .notAssessed:
      pick("\(count, "non évalué", "non évalués")", "\(count, "not assessed", "not assessed")")
    }
  }

  var recommendationLabel: RichText {
    pick("Recommandation de l'équipe d'audit", "Recommendation of the audit team")
  }
  var degreeLabel: RichText { pick("Degré de satisfaction", "Degree of fulfilment") }
  var rateLabel: RichText { pick("Taux de conformité", "Conformity rate") }
  var leadLabel: RichText { pick("Responsable d'audit", "Lead auditor") }
  var sitesLabel: RichText { pick("Sites visités", "Sites visited") }
  var signatureLabel: RichText { pick("Signature", "Signature") }

  func signature(_ signature: ReportSubject.Signature) -> RichText {
    switch signature {
    case .unsigned:
      pick(
        "Non signé : copie de travail, qu'aucun scellé ne contient.",
        "Not signed: a working copy that no seal contains.")
    case .drawn:
      pick(
        "Non signé : cette édition est tirée de l'édition complète, qui est scellée.",
        "Not signed: this edition is drawn from the complete one, which is sealed.")
    case .bySeal:
      pick(
        "Non signé : ce document est signé par le scellé qui le contient.",
        "Not signed: this document is signed by the seal that contains it.")
    }
  }
}
