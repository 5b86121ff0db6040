import Auditing
import Reporting
import Scheduling
import Testing

struct `The documents to provide` {
  @Test func `are due a month before the audit, or by their own lead, for the modules in scope`() {
    let rows = Document(reporting: Sample.complete, in: .fr).table("Pièces à fournir")
    #expect(rows.map { $0[2] } == ["19 octobre 2026", "5 novembre 2026"])
    #expect(rows[1][1] == "Module 7 : Communication d'urgence en cas d'événement majeur")
  }

  @Test func `have no date while the audit has none`() {
    var subject = Sample.complete
    subject.audit.start = nil
    let rows = Document(reporting: subject, in: .fr).table("Pièces à fournir")
    #expect(rows.map { $0[2] } == ["date à fixer", "date à fixer"])
  }
}

struct `The register of evidence` {
  @Test func `gives every piece with its source, its period and its digest in full`() {
    let rows = Document(reporting: Sample.complete, in: .fr).table("Preuves, avec leurs")
    #expect(rows.map { $0[0] } == ["P1", "P2", "P3", "P4"])
    #expect(
      rows[0] == [
        "P1", "fichier hall-accueil.jpg M1-B4, Préfecture, Digne-les-Bains",
        "source : visite du hall, observation", "recueillie le 19 novembre 2026", "482,1 Ko",
        Sample.digest,
      ])
    #expect(rows[1][3] == "porte sur 2020")
  }

  @Test func `keeps the words of a note that no finding cites, unless asked`() {
    var subject = Sample.complete
    let secret = "penser à revoir le planning"
    #expect(!Document(reporting: subject, in: .fr).words.contains(secret))
    #expect(Document(reporting: subject, in: .fr).words.contains("texte non reproduit"))
    subject.includesNotes = true
    #expect(Document(reporting: subject, in: .fr).words.contains(secret))
  }
}

struct `The indicators` {
  private let rows = Document(reporting: Sample.complete, in: .fr).table("Mesures des indicateurs")

  @Test func `stand beside their targets with the number of cases`() {
    #expect(
      rows[0][3...] == [
        "1,37 jour", "214", "≤ 5 jours (au plus)", "oui source : communiqué du 9 décembre 2020",
      ])
  }

  @Test func `say when a rate does not tell its number of cases`() {
    #expect(rows[1][3...5] == ["93,1 %", "n non indiqué", "sans cible connue"])
    #expect(rows[1][6].hasPrefix("inconnu"))
  }

  @Test func `hold a strict limit strictly`() {
    #expect(rows[2][3...5] == ["60 min", "1", "< 60 min (strictement moins)"])
    #expect(rows[2][6].hasPrefix("non "))
  }

  @Test func `that have no measure say so`() {
    var subject = Sample.complete
    subject.measures = []
    let rows = Document(reporting: subject, in: .en).table("Measures of indicators")
    #expect(rows.map { $0[3] } == ["no measure", "no measure", "no measure"])
  }

  @Test func `of sites out of scope are left out`() {
    var subject = Sample.complete
    for index in subject.measures.indices { subject.measures[index].site = "elsewhere" }
    #expect(
      Document(reporting: subject, in: .fr).table("Mesures des indicateurs").allSatisfy {
        $0[3] == "aucune mesure"
      })
  }
}

struct `The schedule of a label` {
  @Test func `gives each milestone with the rule behind its day`() {
    let rows = Document(reporting: Sample.complete, in: .fr).table("Échéancier du label")
    #expect(rows.count == Sample.complete.schedules[0].days.count)
    #expect(rows.last?[0] == "1er décembre 2027")
    #expect(rows.last?[1] == "Dernier jour de validité du label")
    #expect(rows.allSatisfy { $0[3].hasSuffix(")") })
  }

  @Test func `says how long the label is still valid, or that it is not`() {
    #expect(
      Document(reporting: Sample.complete, in: .fr).words.contains(
        "À la date du rapport (21 novembre 2026), il reste 375 jours de validité."))
    var late = Sample.complete
    late.date = Sample.day("2027-12-02")
    #expect(
      Document(reporting: late, in: .en).words.contains(
        "At the date of the report (2 December 2027), the label is no longer valid."))
  }
}

struct `The reminder schedule` {
  private func document(on date: String, _ labels: [Label]) -> Document {
    let subject = RenewalSubject(
      title: "Préfecture", purpose: .real, sites: Sample.complete.sites,
      schedules: labels.map { LabelSchedule(label: $0, days: []) }, checklists: [:],
      provisional: [], tool: .init(name: "Constat", version: "1.0.0"), date: Sample.day(date))
    return Document(reminding: subject, in: .fr)
  }

  private func label(_ from: String) -> Label {
    var label = Sample.complete.schedules[0].label
    label.from = Sample.day(from)
    return label
  }

  @Test func `is not up to date when a label has ended and nothing took its place`() {
    let ended = document(on: "2026-11-21", [label("2020-11-26")])
    #expect(ended.metadata.state.word.plain.plainSpaces == "1 label échu")
    #expect(ended.metadata.state.tone == .bad)
    #expect(ended.words.contains("qual-e-pref, le 25 novembre 2023 — Préfecture"))
    let renewed = document(on: "2026-11-21", [label("2020-11-26"), label("2024-01-10")])
    #expect(renewed.metadata.state.word.plain == "À jour")
    #expect(document(on: "2022-01-01", [label("2020-11-26")]).metadata.state.tone == .good)
  }
}

struct `The entries behind a report` {
  @Test func `are told for each figure that has some, by whom and when`() throws {
    var subject = Sample.complete
    let entry = Entry(
      kind: "finding.added", by: "cmartin", at: Sample.instant, operation: Sample.digest)
    let other = Entry(
      kind: "assessment.set", by: "lroux", at: Sample.instant, operation: "ffff0000aaaa")
    let criterion = try #require(subject.assessments.first { $0.verdict == .nonconforming })
    subject.entries = [
      .finding: ["f1": [entry, entry]],
      .assessment: [
        EventKind.naturalKey([subject.audit.key, criterion.criterion, criterion.site]): [other]
      ],
    ]
    let rows = Document(reporting: subject, in: .fr).table("Écritures dont chaque chiffre")
    #expect(
      rows == [
        [
          "Non conformes : 1", "ffff0000 01234567",
          "Luc Roux (fictif), Claire Martin (fictive) le 21 novembre 2026",
        ],
        [
          "NC-01, Non-conformité mineure", "01234567",
          "Claire Martin (fictive) le 21 novembre 2026",
        ],
      ])
    #expect(Document(reporting: Sample.complete, in: .fr).table("Écritures").isEmpty)
  }
}
