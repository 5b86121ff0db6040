import Auditing
import Reporting
import Scheduling

/// An audit of a préfecture that really was labelled; the notes and people are invented.
enum Sample {
  static let instant = Timestamp("2026-11-21T08:47:04.560Z") ?? Timestamp(milliseconds: 0)
  static let digest = String(repeating: "0123456789abcdef", count: 4)

  static func day(_ text: String) -> CalendarDate {
    CalendarDate(text) ?? CalendarDate(dayNumber: 0)
  }

  /// A report that lacks nothing: closed, assessed, concluded.
  static var complete: ReportSubject {
    var subject = ReportSubject(
      title: "Préfecture des Alpes-de-Haute-Provence", purpose: .real, audit: audit,
      checklist: checklist, checklistDigest: digest,
      tool: .init(name: "Constat", version: "1.0.0"), written: instant, date: day("2026-11-21"))
    subject.sites = [
      Site(
        id: "digne", name: "Préfecture, Digne-les-Bains",
        address: "8 rue du Docteur Romieu, 04016 Digne-les-Bains", staff: "120 (fictif)"),
      Site(id: "forcalquier", name: "Sous-préfecture, Forcalquier", staff: "14 (fictif)"),
      Site(id: "castellane", name: "Sous-préfecture, Castellane"),
    ]
    subject.services = ["accueil": "Accueil général", "sidpc": "Protection civile"]
    subject.persons = persons
    subject.evidence = evidence
    subject.findings = findings
    subject.assessments = assessments
    subject.measures = measures
    subject.schedules = [schedule]
    subject.plan = [
      PlanSlot(
        start: "9 h 30", end: "10 h", place: "salle Durance", what: "réunion d'ouverture",
        who: "tous"),
      PlanSlot(
        start: "10 h", end: "12 h", place: "hall d'accueil", what: "module 1, accueil physique",
        who: "C. Martin"),
    ]
    subject.heads = [
      Head(writer: "9f31c2d47a80b6e5", n: 214, id: String(digest.reversed())),
      Head(writer: "2c70aa1b9d3e4f58", n: 97, id: digest),
    ]
    subject.edition = 1
    subject.signature = .bySeal
    return subject
  }

  /// The same audit on the evening of the visit.
  static var underway: ReportSubject {
    var subject = complete
    subject.audit.status = .open
    subject.audit.conclusion = nil
    subject.audit.objectives = nil
    subject.audit.numbers = [:]
    subject.plan = []
    subject.edition = nil
    subject.signature = .unsigned
    subject.entriesUnderGivenClock = 3
    subject.assessments.removeAll { $0.criterion == "M1-E2" || $0.criterion == "P-5" }
    for index in subject.findings.indices {
      subject.findings[index].number = nil
      subject.findings[index].position = .none
      subject.findings[index].words = nil
    }
    return subject
  }

  static var audit: Audit {
    var audit = Audit(
      key: "k1", id: "2026-001", kind: .internal, checklist: digest, by: "cmartin", at: instant)
    audit.client = "Préfet des Alpes-de-Haute-Provence"
    audit.objectives = "Préparer le renouvellement du label (texte fictif)"
    audit.start = day("2026-11-19")
    audit.end = day("2026-11-20")
    audit.scope = [
      .init(site: "digne", modules: ["1", "7"], services: ["accueil", "sidpc"]),
      .init(site: "forcalquier", modules: ["1"]),
      .init(site: "castellane", modules: ["1"], isSampledOut: true),
    ]
    audit.team = [
      .init(person: "cmartin", role: .lead), .init(person: "lroux", role: .auditor),
      .init(person: "abonnet", role: .auditee),
    ]
    audit.conclusion = Audit.Conclusion(
      text:
        "La démarche vit et se mesure. Un écart mineur reste à corriger. (texte fictif)",
      degree: "Exigences satisfaites, à une exception mineure près",
      recommendation: "Favorable au renouvellement, sous réserve du traitement de NC-01",
      by: "cmartin", at: instant)
    audit.numbers = ["f1": "NC-01"]
    audit.status = .closed
    return audit
  }

  private static var persons: [Person] {
    [
      Person(
        key: "p1", handle: "cmartin", name: "Claire Martin (fictive)", role: "auditrice interne",
        body: "Préfecture des Hautes-Alpes"),
      Person(
        key: "p2", handle: "lroux", name: "Luc Roux (fictif)", role: "auditeur interne",
        body: "Préfecture des Hautes-Alpes"),
      Person(
        key: "p3", handle: "abonnet", name: "Anne Bonnet (fictive)", role: "référente qualité",
        body: "Préfecture des Alpes-de-Haute-Provence"),
      Person(
        key: "p4", handle: "prefet", name: "M. le préfet", role: "préfet",
        body: "Préfecture des Alpes-de-Haute-Provence"),
    ]
  }

  private static var schedule: LabelSchedule {
    let label = Label(
      key: "l1", site: "digne", checklist: "qual-e-pref", from: day("2024-12-02"),
      modules: ["1", "7"], validity: 36, surveillance: 18, by: "abonnet", at: instant)
    return LabelSchedule(
      label: label, days: LabelCycle(label).milestones().map { .init($0, .planned) })
  }
}
