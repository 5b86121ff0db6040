import Auditing

/// Part 2, how the audit was to be done.
extension ReportWording {
  var plan: RichText { pick("Plan d'audit", "Audit plan") }
  var auditCriteria: RichText { pick("Critères d'audit", "Audit criteria") }
  var method: RichText { pick("Méthode", "Method") }
  var team: RichText { pick("Équipe d'audit", "Audit team") }
  var course: RichText { pick("Déroulement", "Programme") }

  func auditCriteria(_ checklist: RichText, _ count: Int, digest: String) -> RichText {
    pick(
      """
      L'audit est conduit selon \(checklist) : \(count, "critère est", "critères sont") dans le \
      champ. L'empreinte SHA-256 du référentiel utilisé est \(code: digest).
      """,
      """
      The audit is held against \(checklist): \(count, "criterion is", "criteria are") in scope. \
      The SHA-256 digest of the checklist used is \(code: digest).
      """
    )
  }

  var methodText: RichText {
    pick(
      """
      Les preuves sont obtenues par échantillonnage, selon les méthodes que le référentiel \
      prévoit pour chaque critère ; un critère peut en prévoir plusieurs.
      """,
      """
      Evidence is obtained by sampling, by the methods that the checklist provides for each \
      criterion; a criterion may provide several.
      """
    )
  }

  func method(_ name: RichText, _ count: Int) -> RichText {
    pick(
      "\(name) : \(count, "critère", "critères")",
      "\(name): \(count, "criterion", "criteria")")
  }

  var teamCaption: RichText {
    pick("Équipe d'audit et participants", "Audit team and participants")
  }
  var roleColumn: RichText { pick("Rôle", "Role") }
  var noTeam: RichText {
    pick("L'équipe d'audit n'est pas renseignée.", "The audit team is not given.")
  }

  var courseCaption: RichText { pick("Déroulement de l'audit", "Programme of the audit") }
  var timeColumn: RichText { pick("Horaire", "Time") }
  var placeColumn: RichText { pick("Lieu", "Place") }
  var whatColumn: RichText { pick("Objet", "Subject") }
  var whoColumn: RichText { pick("Participants", "Participants") }

  func slot(_ start: String, _ end: String) -> RichText {
    end.isEmpty ? RichText(data: start) : pick("\(start) – \(end)", "\(start) – \(end)")
  }

  var noPlanTitle: RichText { pick("PARTIE INCOMPLÈTE", "INCOMPLETE PART") }

  var noPlan: RichText {
    pick(
      "Aucun déroulement n'est enregistré : le plan d'audit est incomplet.",
      "No programme is recorded: the audit plan is incomplete.")
  }
}
