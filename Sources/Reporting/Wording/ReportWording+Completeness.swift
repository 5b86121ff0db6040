import Auditing

/// Annex E, the headings of ISO 19011:2018 6.5.1, and what is missing of them.
extension ReportWording {
  var completeness: RichText {
    pick("Contenu selon l'ISO 19011:2018 (6.5.1)", "Content by ISO 19011:2018 (6.5.1)")
  }
  var completenessCaption: RichText {
    pick("Rubriques a à k et leur état", "Headings a to k and their state")
  }
  var letterColumn: RichText { pick("Lettre", "Letter") }
  var headingColumn: RichText { pick("Rubrique", "Heading") }
  var detailColumn: RichText {
    pick("Où, pourquoi, ou comment compléter", "Where, why, or how to fill it")
  }
  var filled: RichText { RichText([.mark(.yes, plain("rempli", "filled"))]) }
  var missing: RichText { RichText([.mark(.no, plain("MANQUE", "MISSING"))]) }
  var notApplicableHeading: RichText {
    RichText([.mark(.verdict(.notApplicable), plain("sans objet", "not applicable"))])
  }

  func heading(_ heading: Completeness.Heading) -> RichText {
    switch heading {
    case .objectives: pick("Objectifs de l'audit", "Audit objectives")
    case .scope: pick("Champ de l'audit", "Audit scope")
    case .client: pick("Commanditaire", "Audit client")
    case .participants:
      pick("Équipe et participants de l'audité", "Team and auditee's participants")
    case .datesAndPlaces: pick("Dates et lieux", "Dates and places")
    case .criteria: pick("Critères d'audit", "Audit criteria")
    case .findings: pick("Constats et preuves", "Findings and evidence")
    case .conclusions: pick("Conclusions", "Conclusions")
    case .fulfilment:
      pick("Degré de satisfaction des critères", "Degree of fulfilment of the criteria")
    case .divergences: pick("Avis divergents non résolus", "Unresolved diverging opinions")
    case .sampling: pick("Réserve d'échantillonnage", "Sampling caveat")
    }
  }

  /// Where in the report a heading is met.
  func place(of heading: Completeness.Heading) -> RichText {
    switch heading {
    case .objectives, .scope, .client, .datesAndPlaces: pick("partie 1", "part 1")
    case .participants, .criteria: pick("partie 2", "part 2")
    case .findings: pick("parties 3 à 5, annexe A", "parts 3 to 5, annex A")
    case .conclusions, .fulfilment, .divergences, .sampling: pick("partie 6", "part 6")
    }
  }

  func gap(_ gap: Completeness.Gap, command: String) -> RichText {
    let what = what(gap)
    return pick("\(what) : \(code: command)", "\(what): \(code: command)")
  }

  private func what(_ gap: Completeness.Gap) -> RichText {
    switch gap {
    case .objectives: pick("Objectifs de l'audit", "Audit objectives")
    case .scope:
      pick("Champ de l'audit, au moins un site visité", "Scope, at least one site visited")
    case .client: pick("Commanditaire", "Audit client")
    case .lead: pick("Responsable d'audit", "Lead auditor")
    case .auditee: pick("Participant de l'audité", "Participant of the auditee")
    case .dates: pick("Dates de l'audit", "Dates of the audit")
    case .noCriteria: pick("Aucun critère dans le champ", "No criterion in scope")
    case .notAssessed(let count):
      pick(
        "\(count, "évaluation", "évaluations") à faire",
        "\(count, "assessment", "assessments") to make")
    case .inConflict(let count):
      pick(
        "\(count, "évaluation contradictoire", "évaluations contradictoires") à trancher",
        "\(count, "assessment in conflict", "assessments in conflict") to settle")
    case .unsupported(let findings): unsupported(findings)
    case .conclusion: pick("Conclusion", "Conclusion")
    case .staleConclusion:
      pick(
        "Conclusion à confirmer, des entrées l'ont suivie",
        "Conclusion to confirm, entries followed it")
    case .degree: pick("Degré de satisfaction", "Degree of fulfilment")
    case .positions(let findings): positions(findings)
    case .reason(let heading):
      pick(
        "Motif du « sans objet » de la rubrique \(heading.rawValue)",
        "Reason why heading \(heading.rawValue) is not applicable")
    }
  }

  private func unsupported(_ findings: [String]) -> RichText {
    let list = few(findings)
    return pick(
      "\(findings.count, "constat", "constats") sans preuve présente (\(list))",
      "\(findings.count, "finding", "findings") without evidence here (\(list))")
  }

  private func positions(_ findings: [String]) -> RichText {
    let list = few(findings)
    return pick(
      "Position de l'audité sur \(findings.count, "non-conformité", "non-conformités") (\(list))",
      "Auditee's position on \(findings.count, "nonconformity", "nonconformities") (\(list))")
  }

  /// The first twelve ids, and how many more there are.
  private func few(_ ids: [String]) -> RichText {
    let list = ids.prefix(12).map { RichText(data: $0) }.joined(separator: comma)
    guard ids.count > 12 else { return list }
    return pick("\(list) et \(ids.count - 12) de plus", "\(list) and \(ids.count - 12) more")
  }
}
