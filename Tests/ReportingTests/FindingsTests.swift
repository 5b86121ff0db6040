import Auditing
import Reporting
import Testing

struct `The summary of findings` {
  @Test func `lists the gravest first, each with criterion, edition, evidence and position`() {
    let rows = Document(reporting: Sample.complete, in: .fr).table("Constats, du plus grave")
    #expect(rows.map { $0[0] } == ["NC-01", "F1"])
    #expect(
      rows[0] == [
        "NC-01",
        "M1-B4 Organiser et mesurer l'attente (édition du 4 février 2019) "
          + "Préfecture, Digne-les-Bains, Accueil général",
        "Non-conformité mineure "
          + "Le délai d'attente n'est pas affiché dans le hall. (constat fictif)",
        "P1 0123456789ab P3", "contesté : « un écran est commandé » ouvert", "20 janvier 2027",
      ])
  }

  @Test func `shows the id of a finding that has no number yet`() {
    let rows = Document(reporting: Sample.underway, in: .fr).table("Constats, du plus grave")
    #expect(rows.map { $0[0] } == ["F2", "F1"])
  }

  @Test func `orders numbers by their value`() {
    var subject = Sample.complete
    let model = subject.findings[1]
    subject.findings = [10, 100, 9].map { number in
      var finding = model
      finding.key = "k\(number)"
      finding.number = "NC-\(number)"
      return finding
    }
    #expect(
      Document(reporting: subject, in: .fr).table("Constats, du plus grave").map { $0[0] } == [
        "NC-9", "NC-10", "NC-100",
      ])
  }

  @Test func `counts by grade, those without a finding included`() {
    #expect(
      Document(reporting: Sample.complete, in: .fr).table("Nombre de constats par grade") == [
        ["Non-conformité majeure", "0"], ["Non-conformité mineure", "1"], ["Point sensible", "0"],
        ["Piste de progrès", "0"], ["Point fort", "1"],
      ])
  }

  @Test func `leaves out findings that were withdrawn`() {
    var subject = Sample.complete
    for index in subject.findings.indices { subject.findings[index].status = .withdrawn }
    let words = Document(reporting: subject, in: .fr).words
    #expect(words.contains("Aucun constat n'est enregistré."))
    #expect(words.contains("il n'y a pas de fiche d'écart"))
  }

  @Test func `names a piece of evidence that is not here`() {
    var subject = Sample.complete
    subject.evidence.removeAll { $0.key == "e1" }
    let rows = Document(reporting: subject, in: .fr).table("Constats, du plus grave")
    #expect(rows[0][3] == "pièce absente e1 P3")
  }
}

struct `The conformity rate` {
  @Test func `stands only with its formula`() {
    #expect(
      Document(reporting: Sample.complete, in: .fr).words.contains(
        "Taux de conformité : 92,9 %, soit 13 critères conformes ÷ "
          + "(13 conformes + 1 non conforme = 14) × 100. "
          + "1 critère sans objet reste hors du calcul."))
    #expect(
      Document(reporting: Sample.complete, in: .en).words.contains(
        "Conformity rate: 92.9%, that is 13 conforming criteria ÷ "
          + "(13 conforming + 1 nonconforming = 14) × 100."))
  }

  @Test func `is withheld, saying why, while a criterion in scope is not assessed`() {
    let words = Document(reporting: Sample.underway, in: .fr).words
    #expect(
      words.contains(
        "Taux de conformité non donné : 2 critères sur 15 dans le champ "
          + "ne sont pas entièrement évalués."))
    #expect(words.contains("Taux de conformité = non donné"))
    #expect(!words.contains("Taux de conformité : "))
  }

  @Test func `is withheld where nothing is conforming or nonconforming`() {
    #expect(ConformityRate(VerdictTally([Assessment.Verdict]())) == .nothingToRate)
  }
}

struct `A nonconformity sheet` {
  @Test func `gives the evidence in full and room for the answer`() {
    let part = Document(reporting: Sample.complete, in: .fr).sections[4]
    #expect(part.sections.map(\.title.plain.plainSpaces) == ["Fiche d'écart NC-01"])
    guard case .definitions(let fields) = part.sections[0].blocks.first,
      case .blanks(let blanks) = part.sections[0].blocks.last
    else {
      Issue.record("a sheet is definitions and blanks")
      return
    }
    let evidence = fields.first { $0.term.plain == "Preuves" }?.text.plain.plainSpaces ?? ""
    #expect(evidence.contains("SHA-256 \(Sample.digest)"))
    #expect(evidence.contains("P3 (constatation écrite) : Le délai d'attente n'est affiché"))
    #expect(
      blanks.map { "\($0.label.plain.plainSpaces) (\($0.hint.plain))" } == [
        "Cause (à remplir)", "Correction immédiate (à remplir)",
        "Action corrective, responsable et échéance (à remplir)",
        "Vérification de l'efficacité (à remplir)",
      ])
  }

  @Test func `is made for nonconformities alone`() {
    var subject = Sample.complete
    subject.findings[1].grade = "ps"
    #expect(Document(reporting: subject, in: .fr).sections[4].sections.isEmpty)
  }
}
