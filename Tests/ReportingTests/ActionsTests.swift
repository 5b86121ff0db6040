import Auditing
import Reporting
import Testing

struct `What is asked for and done, in a report` {
  private static var nonconformity: Finding? { Sample.complete.nonconformities.first }

  private func subject(_ actions: [Action]) throws -> ReportSubject {
    var subject = Sample.complete
    subject.actions = [try #require(Self.nonconformity).key: actions]
    return subject
  }

  private func action(_ kind: Action.Kind) throws -> Action {
    var action = Action(
      key: "a", id: "A1", kind: kind, text: "Afficher le délai",
      findings: [try #require(Self.nonconformity).key], by: "cmartin", at: Sample.instant)
    action.owner = "cmartin"
    action.due = Sample.day("2026-11-01")
    action.causes = [
      .init(category: .why, text: "personne n'en est chargé"),
      .init(category: .method, text: "aucune consigne", isRoot: true),
    ]
    return action
  }

  private func sheets(_ subject: ReportSubject, _ language: Language) -> String {
    let report = Document(reporting: subject, in: language)
    let all = report.words
    let start = language == .fr ? "5. Fiches d'écart" : "5. Nonconformity sheets"
    let end = language == .fr ? "6. Procès-verbal" : "6. Closing minutes"
    guard let from = all.ranges(of: start).last, let to = all.ranges(of: end).last else {
      return ""
    }
    return String(all[from.lowerBound..<to.lowerBound])
  }

  @Test func `leaves room for what nobody has written, and no more`() throws {
    let empty = sheets(try subject([]), .fr)
    #expect(empty.contains("à remplir"))
    let known = sheets(try subject([try action(.corrective)]), .fr)
    #expect(known.contains("A1 (action corrective) : Afficher le délai"))
    #expect(known.contains("échéance : 1er novembre 2026 ; en retard"))
    #expect(known.contains("Pourquoi : personne n'en est chargé"))
    #expect(known.contains("Méthode : aucune consigne (cause racine)"))
    #expect(
      known.components(separatedBy: "à remplir").count
        < empty.components(separatedBy: "à remplir").count)
  }

  @Test func `says on the sheet that it was done and whether it helped, and who judged their own`()
    throws
  {
    var action = try action(.corrective)
    action.completion = .init(on: Sample.day("2026-10-30"), evidence: ["gone"], by: "rdupont")
    action.verification = .init(
      isEffective: true, on: Sample.day("2026-11-15"), evidence: [], by: "cmartin",
      despite: "seule formée")
    let english = sheets(try subject([action]), .en)
    #expect(english.contains("done on 30 October 2026"))
    #expect(english.contains("A1: effective, verified on 15 November 2026"))
    #expect(english.contains("verified by who answers for it; reason: seule formée"))
    action.verification?.isEffective = false
    #expect(sheets(try subject([action]), .fr).contains("A1 : inefficace, vérifié le 15 novembre"))
  }

  @Test func `tells of each document whether it came, and which are late`() throws {
    var subject = Sample.complete
    var requests = subject.audit.requests(of: subject.checklist)
    try #require(requests.count >= 2)
    for index in requests.indices { requests[index].due = Sample.day("2026-11-01") }
    requests[0].received = Sample.day("2026-11-04")
    requests[1].waiver = "publiée"
    requests.append(
      DocumentRequest(
        keys: ["r"], id: "R1", title: LocalizedText(fr: "Registre"), due: Sample.day("2026-11-20")))
    subject.requests = requests
    let rows = Document(reporting: subject, in: .fr).table("Pièces à fournir par l'audité")
    #expect(rows[0][3] == "reçue le 4 novembre 2026, 3 jours après l'échéance")
    #expect(rows[1][3] == "dispensée : publiée")
    #expect(rows.last?[3] == "en retard de 1 jour")
    #expect(rows.last?[0].contains("demandée par l'équipe d'audit") == true)
    #expect(Document(reporting: subject, in: .en).words.contains("not come in time"))
  }

  @Test func `orders the plan by the hours, the meetings among them`() {
    var subject = Sample.complete
    subject.plan = [
      PlanSlot(
        start: "2026-11-21T14:00", end: "2026-11-21T15:30", place: "", what: "Courriers", who: ""),
      PlanSlot(
        start: "2026-11-21T09:30", end: "2026-11-21T10:30", place: "hall", what: "Accueil", who: ""),
    ]
    let report = { Document(reporting: $0, in: .fr).table("Déroulement de l'audit") }
    #expect(report(subject).map { $0[2] } == ["Accueil", "Courriers"])
    #expect(report(subject)[0][0] == "21 novembre 2026, 9 h 30 – 10 h 30")
  }

  @Test func `gives the position on each finding in the closing minutes, in the auditee's words`() {
    let rows = Document(reporting: Sample.complete, in: .fr)
      .table("Position de l'audité, constat par constat")
    let heard = Sample.complete.standingFindings.filter { $0.position != .none }
    #expect(rows.count == heard.count)
    #expect(!heard.isEmpty)
    for (row, finding) in zip(rows, heard) {
      #expect(finding.words.map { row[2].contains($0.plainSpaces) } ?? true)
    }
  }

  @Test func `names who audits what they answer for`() {
    var subject = Sample.complete
    subject.audit.team[0].despite = "seul habilité"
    #expect(
      Document(reporting: subject, in: .en).words.contains(
        "audits what they answer for; reason: seul habilité"))
  }
}
