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
    let from = moment(start)
    guard !end.isEmpty else { return from }
    let isSameDay = start.count == 16 && end.count == 16 && start.prefix(10) == end.prefix(10)
    let to = isSameDay ? hour(end.suffix(5)) : moment(end)
    return pick("\(from) – \(to)", "\(from) – \(to)")
  }

  /// A day and an hour as a sentence writes them; any other text as it is.
  func moment(_ text: String) -> RichText {
    guard text.count == 16, text.dropFirst(10).first == "T",
      let day = CalendarDate(text.prefix(10))
    else { return hour(text[...]) }
    let hour = hour(text.suffix(5))
    return pick("\(day), \(hour)", "\(day), \(hour)")
  }

  /// `09:30` as `9 h 30`; any other text as it is.
  private func hour(_ text: Substring) -> RichText {
    let parts = text.split(separator: ":")
    guard text.count == 5, parts.count == 2, let hours = Int(parts[0]), Int(parts[1]) != nil
    else { return RichText(data: String(text)) }
    let minutes = String(parts[1])
    return pick("\(hours) h \(minutes)", "\(hours):\(minutes)")
  }

  func despite(_ reason: String) -> RichText {
    pick(
      "audite ce dont il répond ; motif : \(reason)",
      "audits what they answer for; reason: \(reason)")
  }

  func word(_ kind: Meeting.Kind) -> RichText {
    switch kind {
    case .opening: pick("Réunion d'ouverture", "Opening meeting")
    case .closing: pick("Réunion de clôture", "Closing meeting")
    }
  }

  var noPlanTitle: RichText { pick("PARTIE INCOMPLÈTE", "INCOMPLETE PART") }

  var noPlan: RichText {
    pick(
      "Aucun déroulement n'est enregistré : le plan d'audit est incomplet.",
      "No programme is recorded: the audit plan is incomplete.")
  }

  /// Why an OSCAL plan names the checklist where OSCAL expects the plan of a system's security.
  var noSystemPlan: RichText {
    pick(
      "Sans plan de sécurité d'un système : le référentiel de l'audit en tient lieu.",
      "There is no system security plan: the checklist of the audit stands in its place.")
  }
}
