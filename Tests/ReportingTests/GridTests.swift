import Auditing
import Reporting
import Testing

struct `The grid` {
  @Test func `gives each criterion its provenance, verdict by site, evidence and findings`() {
    let rows = Document(reporting: Sample.complete, in: .fr).table("Grille d'évaluation")
    #expect(rows.count == 15)
    let wait = rows.first { $0[0] == "M1-B4" }
    #expect(
      wait == [
        "M1-B4", "Organiser et mesurer l'attente (provenance : établie)",
        "non conforme — Préfecture, Digne-les-Bains conforme — Sous-préfecture, Forcalquier",
        "non conforme 2 sur 2 évalués", "P1, P3", "1",
      ])
    let committee = rows.first { $0[0] == "M1-A4" }
    #expect(committee?[1].hasSuffix("(provenance : partielle)") == true)
    #expect(committee?[2].contains("comité départemental, audité à part") == true)
  }

  @Test func `goes by module and chapter in the order of the checklist`() {
    let part = Document(reporting: Sample.complete, in: .fr).sections[2]
    #expect(
      part.sections.map(\.heading.plain.plainSpaces) == [
        "3.1 Module 1 : Relation générale avec les usagers",
        "3.2 Module 7 : Communication d'urgence en cas d'événement majeur",
        "3.3 Pilotage de la politique qualité",
      ])
    let captions = part.sections[0].blocks.compactMap { block in
      if case .table(let table) = block { table.caption.plain.plainSpaces } else { nil }
    }
    #expect(
      captions == [
        "Grille d'évaluation : Dispositions générales", "Grille d'évaluation : Accueil physique",
        "Grille d'évaluation : Téléphonie",
        "Grille d'évaluation : Sites internet et réseaux sociaux",
        "Grille d'évaluation : Courriers et courriels",
      ])
  }

  @Test func `counts the sites assessed, of those in scope`() {
    var subject = Sample.complete
    subject.audit.scope = (1...5).map { .init(site: "s\($0)", modules: ["1"]) }
    subject.assessments = (1...3).map {
      Assessment(criterion: "M1-A1", site: "s\($0)", verdict: .conforming)
    }
    let rows = Document(reporting: subject, in: .fr).table("Grille d'évaluation")
    #expect(rows[0][3] == "non évalué 3 sur 5 évalués")
    let english = Document(reporting: subject, in: .en).table("Assessment grid")
    #expect(english[0][3] == "not assessed 3 of 5 assessed")
  }

  @Test func `says the state once where there is one site`() {
    var subject = Sample.complete
    subject.audit.scope = [.init(site: "digne", modules: ["1"])]
    let rows = Document(reporting: subject, in: .fr).table("Grille d'évaluation")
    #expect(rows.first { $0[0] == "M1-B4" }?[2] == "non conforme 1 sur 1 évalué")
    #expect(
      rows.first { $0[0] == "M1-A4" }?[2]
        == "sans objet 1 sur 1 évalué comité départemental, audité à part (motif fictif)")
  }

  @Test func `shows contradictory verdicts and counts them as not assessed`() {
    var subject = Sample.complete
    for index in subject.assessments.indices where subject.assessments[index].criterion == "M1-A1" {
      subject.assessments[index].isInConflict = subject.assessments[index].site == "digne"
    }
    let row = Document(reporting: subject, in: .fr).table("Grille d'évaluation")[0]
    #expect(row[2].hasPrefix("avis contradictoires — Préfecture"))
    #expect(row[3] == "non évalué 1 sur 2 évalués")
  }

  @Test func `leaves out sites that were not visited and criteria out of scope`() {
    var subject = Sample.complete
    subject.audit.scope = [
      .init(site: "forcalquier", modules: ["7"]),
      .init(site: "castellane", modules: ["1"], isSampledOut: true),
    ]
    let rows = Document(reporting: subject, in: .fr).table("Grille d'évaluation")
    #expect(rows.map { $0[0] } == ["M7-1", "M7-2", "P-1", "P-5"])
  }

  @Test func `marks what English does not have as French`() {
    let html = HTMLFormat().text(of: Document(reporting: Sample.complete, in: .en))
    #expect(html.contains("<span lang=\"fr\">Organiser et mesurer l&#39;attente</span>"))
    #expect(html.contains("Answer e-mail requests for information"))
  }
}
