import Auditing
import Reporting
import Testing

struct `A report of an audit` {
  private let report = Document(reporting: Sample.complete, in: .fr)

  @Test func `has the eight parts of the ministry's template in order, then five annexes`() {
    #expect(
      report.sections.map(\.heading.plain.plainSpaces) == [
        "1. Présentation de la démarche", "2. Plan d'audit", "3. Évaluation",
        "4. Récapitulatif des constats", "5. Fiches d'écart", "6. Procès-verbal de clôture",
        "7. Lexique", "8. Pièces à fournir", "Annexe A — Registre des preuves",
        "Annexe B — Indicateurs", "Annexe C — Labels et renouvellement",
        "Annexe D — Traçabilité", "Annexe E — Contenu selon l'ISO 19011:2018 (6.5.1)",
      ])
  }

  @Test func `has the same parts, blocks and tables in English`() {
    let english = Document(reporting: Sample.complete, in: .en)
    #expect(
      english.sections.prefix(8).map(\.title.plain) == [
        "Presentation of the audit", "Audit plan", "Assessment", "Summary of findings",
        "Nonconformity sheets", "Closing minutes", "Lexicon", "Documents to provide",
      ])
    #expect(
      english.sections.map { $0.everyBlock.count } == report.sections.map { $0.everyBlock.count })
  }

  @Test func `says on its first page how many criteria stand at each verdict`() {
    #expect(
      report.words.contains("15 critères évalués : 13 conformes, 1 non conforme, 1 sans objet."))
    #expect(
      Document(reporting: Sample.underway, in: .en).words.contains(
        "13 of 15 criteria assessed: 11 conforming, 1 nonconforming, 1 not applicable."))
  }

  @Test func `names sites, services, modules and staff of the scope`() {
    let rows = report.table("Champ de l'audit")
    #expect(rows.count == 3)
    #expect(
      rows[0].prefix(4) == [
        "Préfecture, Digne-les-Bains", "1, 7", "Accueil général, Protection civile",
        "120 (fictif)",
      ])
    #expect(rows[2][0] == "Sous-préfecture, Castellane non visité (échantillonnage)")
  }

  @Test func `keeps the people of the audited body apart from the team`() {
    #expect(
      report.table("Personnes de l'organisme").map { $0[1] } == ["référente qualité", "préfet"])
    #expect(
      report.table("Équipe d'audit").map { $0[0] } == [
        "responsable d'audit", "auditeur", "audité",
      ])
  }

  @Test func `says that the plan is incomplete when there is none`() {
    let words = Document(reporting: Sample.underway, in: .fr).words
    #expect(words.contains("le plan d'audit est incomplet"))
    #expect(!report.words.contains("le plan d'audit est incomplet"))
  }

  @Test func `always prints the caveat about sampling`() {
    var empty = Sample.complete
    empty.audit.scope = []
    empty.findings = []
    empty.assessments = []
    for subject in [Sample.complete, Sample.underway, empty] {
      #expect(
        Document(reporting: subject, in: .fr).words.contains("Un audit procède par échantillonnage")
      )
      #expect(Document(reporting: subject, in: .en).words.contains("An audit works by sampling"))
    }
  }

  @Test func `is never signed by itself`() {
    #expect(report.words.contains("ce document est signé par le scellé qui le contient"))
    #expect(
      Document(reporting: Sample.underway, in: .fr).words.contains(
        "Non signé : copie de travail, qu'aucun scellé ne contient."))
  }

  @Test func `of a provisional checklist says so at its head and beside the grid`() {
    #expect(report.words.split(separator: "\n").count { $0 == "RÉFÉRENTIEL PROVISOIRE" } == 2)
    var official = Sample.complete
    official.checklist.status = .official
    #expect(!Document(reporting: official, in: .fr).words.contains("PROVISOIRE"))
  }

  @Test func `says the degree of fulfilment in words`() {
    var subject = Sample.complete
    subject.audit.conclusion?.degree = "partly"
    #expect(
      Document(reporting: subject, in: .fr).words.contains(
        "Degré de satisfaction = critères partiellement satisfaits"))
    #expect(report.words.contains("Exigences satisfaites, à une exception mineure près"))
  }

  @Test func `says how many entries were written under a given clock`() {
    #expect(
      Document(reporting: Sample.underway, in: .fr).words.contains(
        "3 entrées ont été écrites sous une horloge donnée à la main"))
    #expect(!report.words.contains("HORLOGE DONNÉE"))
  }

  @Test func `of an exercise or a trial is marked on every page`() {
    var subject = Sample.complete
    subject.purpose = .exercise
    let exercise = Document(reporting: subject, in: .fr)
    #expect(exercise.metadata.labels.watermark == "EXERCICE")
    #expect(exercise.notices.first?.title.plain == "EXERCICE")
    subject.purpose = .trial
    #expect(Document(reporting: subject, in: .fr).metadata.labels.watermark == "ESSAI")
    subject.purpose = .real
    subject.audit.kind = .mock
    #expect(Document(reporting: subject, in: .en).metadata.labels.watermark == "EXERCISE")
    #expect(report.metadata.labels.watermark == nil)
  }

  @Test func `names the journals, the checklist and the program it rests on`() {
    #expect(
      report.table("Dernières entrées").map { $0[1] } == ["97", "214"], "sorted by writer")
    let words = report.words
    #expect(words.contains("Logiciel = Constat 1.0.0"))
    #expect(words.contains("Empreinte du référentiel = \(Sample.digest)"))
    #expect(words.contains("constat seal verify"))
  }
}
