import Foundation
import Testing

/// A nonconformity from one audit to the next: found, analysed, acted on, verified, lifted.
struct `The story of a finding` {
  private static let scripts: [String: [(day: String, me: String, script: String)]] = [
    "fr": [
      (
        "2025-10-10", "cmartin",
        """
        dossier créer pref --titre "Préfecture de l'Exemple"
        site ajouter digne --nom "Préfecture, Digne"
        personne ajouter cmartin --nom "Claire Martin"
        personne ajouter rdupont --nom "Rémi Dupont" --rôle "référent qualité"
        audit ouvrir 2025-001 --référentiel qual-e-pref --début 2025-10-10 --commanditaire "la préfète" --objectifs "Vérifier."
        audit cadrer digne --modules 1
        audit membre cmartin --rôle responsable
        pièce ajouter "Registre d'accueil"
        constat ajouter M1-B4 "Délai non affiché" --grade ncmin --vu "rien dans le hall" --échéance +30j
        constat ajouter M1-A1 "Horaires faux sur la porte" --grade ncmaj --vu "porte" --échéance +30j
        constat ajouter M1-B1 "Accueil très clair" --grade pf --vu "signalétique refaite"
        réunion clore --début 16h30 --présents cmartin,rdupont
        constat répondre F1 acceptée --propos "nous afficherons"
        constat répondre F2 contestée --propos "les horaires venaient de changer"
        action ajouter "Afficher le délai chaque matin" --constat F1 --responsable rdupont --échéance 2025-12-01
        action analyser A1 pourquoi "personne ne tient l'affichage à jour"
        action analyser A1 pourquoi "aucune fiche de poste ne le prévoit" --racine
        audit conclure "Deux écarts." --degré partiellement
        audit clore
        """
      ),
      (
        "2025-11-20", "rdupont",
        "action achever A1 --vu \"affiche datée du jour\""
      ),
      (
        "2026-03-02", "cmartin",
        "action vérifier A1 efficace --vu \"trois passages, trois affiches à jour\""
      ),
      (
        "2026-10-10", "cmartin",
        """
        audit ouvrir 2026-001 --depuis 2025-001
        constat suivre F1 levé --vu "délai affiché, 12 min annoncées et tenues"
        constat ajouter M1-A1 "Horaires encore faux" --grade ncmaj --vu "porte et site"
        constat suivre F2 persiste --en F4 --vu "porte"
        """
      ),
    ],
    "en": [
      (
        "2025-10-10", "cmartin",
        """
        dossier new pref --title "Préfecture de l'Exemple"
        site add digne --name "Préfecture, Digne"
        person add cmartin --name "Claire Martin"
        person add rdupont --name "Rémi Dupont" --role "référent qualité"
        audit open 2025-001 --checklist qual-e-pref --start 2025-10-10 --client "la préfète" --objectives "Vérifier."
        audit scope digne --modules 1
        audit member cmartin --role lead
        request add "Registre d'accueil"
        finding add M1-B4 "Délai non affiché" --grade ncmin --seen "rien dans le hall" --due +30d
        finding add M1-A1 "Horaires faux sur la porte" --grade ncmaj --seen "porte" --due +30d
        finding add M1-B1 "Accueil très clair" --grade pf --seen "signalétique refaite"
        meeting close --start 16h30 --present cmartin,rdupont
        finding respond F1 accepted --words "nous afficherons"
        finding respond F2 contested --words "les horaires venaient de changer"
        action add "Afficher le délai chaque matin" --finding F1 --owner rdupont --due 2025-12-01
        action cause A1 why "personne ne tient l'affichage à jour"
        action cause A1 why "aucune fiche de poste ne le prévoit" --root
        audit conclude "Deux écarts." --degree partly
        audit close
        """
      ),
      ("2025-11-20", "rdupont", "action complete A1 --seen \"affiche datée du jour\""),
      (
        "2026-03-02", "cmartin",
        "action verify A1 effective --seen \"trois passages, trois affiches à jour\""
      ),
      (
        "2026-10-10", "cmartin",
        """
        audit open 2026-001 --from 2025-001
        finding follow F1 lifted --seen "délai affiché, 12 min annoncées et tenues"
        finding add M1-A1 "Horaires encore faux" --grade ncmaj --seen "porte et site"
        finding follow F2 persists --as F4 --seen "porte"
        """
      ),
    ],
  ]

  private func tell(_ language: String, upTo step: Int = 4, in sandbox: Sandbox) throws -> [String]
  {
    try (Self.scripts[language] ?? []).prefix(step).enumerated().map { index, step in
      let options =
        ["--now", "\(step.day)T09:00:00Z", "--lang", language]
        + (index == 0 ? [] : ["--dossier", "pref"])
      let answer = try sandbox.run(
        options + ["-c", step.script], environment: ["CONSTAT_ME": step.me])
      #expect(answer.status == 0, "\(answer.errors)")
      return answer.errors
    }
  }

  private func ask(_ sandbox: Sandbox, _ language: String, _ text: String) throws -> Sandbox.Answer
  {
    try sandbox.run(
      ["--now", "2026-10-10T09:00:00Z", "--lang", language, "--dossier", "pref", "-c", text])
  }

  @Test(arguments: ["fr", "en"])
  func `goes from its cause to the next audit, which lifts it`(_ language: String) throws {
    let sandbox = try Sandbox()
    _ = try tell(language, in: sandbox)
    let list = try ask(
      sandbox, language, "finding list --audit 2025-001 fields id, status, followup as tsv")
    #expect(
      list.output.contains("F1\tclosed\tlifted\t")
        && list.output.contains("F2\tanswered\tpersists\t")
        && list.output.contains("F3\topen\tnew\t"),
      "\(list.output)")
    let compared = try ask(
      sandbox, language,
      "audit compare 2025-001 2026-001 fields followup, earlier, later, grade_after as tsv")
    #expect(
      compared.output.hasSuffix(
        "lifted\tF1\t\t\npersists\tF2\tF4\tncmaj\nnot-followed\tF3\t\t\n"), "\(compared.output)")
    let now = try ask(sandbox, language, "finding list fields id, follows, followup as tsv")
    #expect(now.output.contains("F4\tF2\tpersists\t"), "\(now.output)")
  }

  @Test(arguments: ["fr", "en"])
  func `carries what carries into the next audit, and says what begins anew`(
    _ language: String
  ) throws {
    let sandbox = try Sandbox()
    let said = try #require(try tell(language, in: sandbox).last)
    let words =
      language == "fr"
      ? [
        "repris de 2025-001", "commanditaire, objectifs, périmètre (digne), équipe (cmartin)",
        "1 pièce ajoutée", "3 constats à suivre (F1, F2, F3)", "à neuf\u{A0}: dates, évaluations",
      ]
      : [
        "carried from 2025-001", "client, objectives, scope (digne), team (cmartin)", "1 added",
        "3 findings to follow (F1, F2, F3)", "begun anew: dates, assessments",
      ]
    for word in words { #expect(said.contains(word), "\(word): \(said)") }
    let audit = try ask(
      sandbox, language, "audit list where id = 2026-001 fields from, start, sites, team as tsv")
    #expect(audit.output.hasSuffix("2025-001\t2026-10-10\tdigne\tcmartin (lead)\n"))
    #expect(
      try ask(sandbox, language, "assessment count where verdict = conforming").output == "0\n")
    #expect(
      try ask(sandbox, language, "request count where title = \"Registre d'accueil\"").output
        == "1\n")
    #expect(try ask(sandbox, language, "plan count").output == "0\n")
  }

  @Test(arguments: ["fr", "en"])
  func `stands in the report, on its sheet and in the closing minutes`(_ language: String) throws {
    let sandbox = try Sandbox()
    _ = try tell(language, in: sandbox)
    let isFrench = language == "fr"
    let first = try ask(sandbox, language, "report write 2025-001 to \"r.md\"")
    #expect(first.status == 0, "\(first.errors)")
    let report = try sandbox.text("r.md")
    for word in [
      "aucune fiche de poste ne le prévoit", "Afficher le délai chaque matin", "Rémi Dupont",
      "trois passages", "nous afficherons", "les horaires venaient de changer",
      isFrench ? "Position de l'audité, constat par constat" : "position on each finding",
      isFrench ? "Réunion de clôture" : "Closing meeting", "PIECE-01",
      isFrench ? "en retard de" : "days late",
    ] {
      #expect(
        report.replacing("\u{A0}", with: " ").replacing("’", with: "'").replacing("\\", with: "")
          .contains(word), "\(word)")
    }
    for format in ["html", "md", "fodt"] {
      let answer = try ask(sandbox, language, "report write 2026-001 to \"s.\(format)\"")
      #expect(answer.status == 0, "\(answer.errors)")
      let text = try sandbox.text("s.\(format)").replacing("\u{A0}", with: " ")
      #expect(text.contains(isFrench ? "levé" : "lifted"), "\(format)")
      #expect(text.contains("Délai non affiché"), "\(format)")
    }
  }

  @Test(arguments: ["fr", "en"])
  func `is asked after until the next audit says what became of it`(_ language: String) throws {
    let sandbox = try Sandbox()
    _ = try tell(language, upTo: 3, in: sandbox)
    func missing() throws -> String { try ask(sandbox, language, "missing").output }
    #expect(try ask(sandbox, language, "audit open 2026-001 --from 2025-001").status == 0)
    let isFrench = language == "fr"
    #expect(
      try missing().contains(
        isFrench ? "constat suivre F1 levé --vu" : "finding follow F1 lifted --seen"))
    #expect(try !missing().contains("F3"), "a strength is not asked after")
    #expect(try ask(sandbox, language, "finding follow F1 lifted").status == 0)
    #expect(try missing().contains(isFrench ? "levé, sans preuve" : "lifted, without evidence"))
    #expect(try ask(sandbox, language, "finding follow F1 lifted --seen \"vu\"").status == 0)
    #expect(try !missing().contains(isFrench ? "constat suivre F1" : "finding follow F1"))
    #expect(try ask(sandbox, language, "finding follow F2 lifted --seen \"vu\"").status == 0)
    #expect(
      try missing().contains(
        isFrench
          ? "F2\u{A0}: levé, et aucune action n’écrit ce qui a été fait"
          : "F2: lifted, and no action says what was done"))
    #expect(try ask(sandbox, language, "finding follow F2 persists --seen \"vu\"").status == 0)
    #expect(
      try missing().contains(
        isFrench ? "aucun constat de cet audit ne le reprend" : "no finding of this audit takes"))
  }

  @Test func `is explained by its actions, their evidence and the audit that followed it`() throws {
    let sandbox = try Sandbox()
    _ = try tell("fr", in: sandbox)
    let tree = try ask(sandbox, "fr", "expliquer constat F1").output
    for part in [
      "M1-B4 · digne, soldé", "├─ action A1, corrective, vérifiée", "action.verified",
      "suivi par l’audit 2026-001\u{A0}: levé", "finding.followed",
    ] {
      #expect(tree.contains(part), "\(part): \(tree)")
    }
  }

  @Test func `is refused where it makes no sense`() throws {
    let sandbox = try Sandbox()
    _ = try tell("fr", in: sandbox)
    for (text, said) in [
      ("finding follow F4 lifted", "F4"), ("finding follow F1 persists --as F2", "F2"),
      ("finding follow F1 lifted --as F4", "F4"),
      ("audit compare 2025-001 2025-001", "2025-001"), ("audit open x --from nothing", "nothing"),
    ] {
      let answer = try ask(sandbox, "fr", text)
      #expect(answer.status == 1 && answer.errors.contains(said), "\(text): \(answer.errors)")
    }
    let none = try ask(sandbox, "fr", "audit open 2027-001")
    #expect(none.status == 2 && none.errors.contains("--référentiel"))
    let turned = try ask(
      sandbox, "fr", "audit compare 2026-001 2025-001 fields followup, earlier as tsv")
    #expect(turned.errors.contains("2025-001 est antérieur"))
    #expect(turned.output.contains("lifted\tF1"))
  }
}

struct `An auditor` {
  @Test(arguments: ["fr", "en"])
  func `does not audit their own service or criteria unless the reason is written`(
    _ language: String
  ) throws {
    let sandbox = try Sandbox.prepared()
    let isFrench = language == "fr"
    func run(_ text: String) throws -> Sandbox.Answer {
      try sandbox.run(
        ["--now", "2026-11-21T09:00:00Z", "--lang", language, "--dossier", "demo", "-c", text])
    }
    try sandbox.demo(
      """
      service add accueil --site digne --name "Accueil général"
      audit scope digne --modules 1,7 --services accueil
      person add zoe --name "Zoé" --body "accueil general"
      criterion set M1-B4 --owner rdupont
      """)
    for (person, stake) in [("zoe", "Accueil"), ("rdupont", "M1-B4")] {
      let refused = try run("audit member \(person) --role auditor")
      #expect(refused.status == 1 && refused.errors.contains(stake), "\(refused.errors)")
      #expect(refused.errors.contains(isFrench ? "--malgré" : "--despite"))
    }
    #expect(try run("audit member zoe --role auditee").status == 0)
    let reason = isFrench ? "--malgré" : "--despite"
    #expect(
      try run("audit member rdupont --role auditor \(reason) \"seul habilité\"").status == 0)
    try sandbox.demo("criterion set M1-A1 --owner cmartin")
    let missing = try run("missing").output
    #expect(
      missing.contains(
        isFrench
          ? "cmartin : audite ce dont il répond".replacing(" :", with: "\u{A0}:")
          : "cmartin: audits"))
    #expect(!missing.contains("rdupont"))
    #expect(try run("report write to \"r.md\"").status == 0)
    #expect(try sandbox.text("r.md").contains("seul habilité"))
  }
}
