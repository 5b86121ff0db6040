import Foundation
import PseudoTerminals
import Testing

struct `At the prompt` {
  @Test func `one is greeted where there is no dossier, and asked who enters, once`() throws {
    let sandbox = try Sandbox()
    let first = try Visit(sandbox, environment: ["CONSTAT_ME": ""])
    try first.waitFor("aucun dossier ici")
    try first.waitFor("Qui saisit")
    first.send("cmartin\r")
    try first.waitFor("vous saisissez comme cmartin")
    try first.waitForPrompt("constat")
    try first.enter(
      "dossier créer essai --titre Essai", "dossier «\u{A0}Essai\u{A0}» créé dans essai",
      prompt: "essai")
    try first.leave()
    let second = try Visit(sandbox, environment: ["CONSTAT_ME": ""])
    try second.waitForPrompt("constat")
    #expect(!second.terminal.screen.text.contains("Qui saisit"))
  }

  @Test func `one is not asked who had told a command typed alone`() throws {
    let sandbox = try Sandbox()
    let nobody = ["CONSTAT_ME": ""]
    try #require(sandbox.run(["set", "me", "cmartin"], environment: nobody).status == 0)
    // What a script says of it holds for the script.
    try #require(sandbox.run(["-c", "set me bob"], environment: nobody).status == 0)
    let visit = try Visit(sandbox, environment: nobody)
    try visit.waitForPrompt("constat")
    #expect(!visit.terminal.screen.text.contains("Qui saisit"))
    try visit.enter("dossier créer d", "créé", prompt: "d")
    try visit.enter("journal log", "— cmartin", prompt: "d")
    try visit.leave()
  }

  @Test func `what is overdue is said in one line, and nothing where all is in time`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let early = try Visit(sandbox, "--dossier", "demo")
    try early.waitForPrompt()
    #expect(!early.terminal.screen.text.contains("en retard"))
    try early.leave()
    try sandbox.demo(
      """
      label grant digne --from 2025-11-26 --modules 1,7
      action add "Afficher" --due 2027-03-01 --owner rdupont
      action add "Former" --due 2027-03-02 --owner rdupont
      """)
    let late = try Visit(sandbox, "--now", "2027-06-01T09:00:00Z", "--dossier", "demo")
    try late.waitForPrompt()
    let line = "en retard\u{A0}: 2 jalons (digne/préparation-du-suivi…), 2 actions (A1…)"
    #expect(late.terminal.screen.text.contains(line), "\(late.terminal.screen.text)")
  }

  @Test func `a visit is a few short lines, each acknowledged with its place`() throws {
    let visit = try Visit.prepared()
    try visit.enter("next", "verdict\u{A0}: non-évalué", prompt: "demo · 2026-001 · digne · M1-A1")
    try visit.enter(
      "ok horaires vus à l'entrée ; au standard aussi # vu", "M1-A1 · digne\u{A0}: conforme (P1)")
    try visit.enter("go attente", "M1-B4 Organiser l'attente")
    try visit.enter("go organiser l'attente", "M1-B4 · digne — ")
    try visit.enter("ncmin délai non affiché --due +60j", "F1 — Non-conformité mineure")
    try visit.enter("constat F1", "échéance")
    try visit.enter("undo", "annulé\u{A0}: preuve P2, constat F1")
    try visit.enter("redo", "rétabli")
    try visit.leave()
    let texts = try visit.sandbox.demo("evidence list fields text as tsv").output
    #expect(texts.contains("horaires vus à l'entrée ; au standard aussi # vu\n"))
  }

  @Test(arguments: [
    ("constat rect", "constat rectifier ", ""), ("référ", "référentiel ", ""),
    ("suiv", "suivant ", ""), ("pho", "photo ", ""),
    ("finding amend --éch", "finding amend --échéance ", ""),
    ("site montrer dig", "site montrer digne ", ""),
    ("audit membre cm", "audit membre cmartin ", ""), ("photo hal", "photo hall.jpg", ""),
    ("constat lister as mark", "constat lister as markdown", ""),
    ("constat ajouter M7-", "", "culture de crise"), ("constat lister where gra", "", "gravité"),
    ("ncm", "", "Non-conformité majeure"), ("constat ", "", "rectifier un constat"),
    ("go ", "", "manosque"), ("preuve joindre releve.csv --méthode e", "", "entretien"),
  ])
  func `Tab completes nouns, verbs, options, fields, files and live ids, with what they mean`(
    _ typed: String, _ completed: String, _ shown: String
  ) throws {
    let visit = try Visit.prepared()
    visit.send(typed + Keys.tab + (completed.isEmpty ? Keys.tab : ""))
    if !completed.isEmpty { try visit.waitFor("2026-001> \(completed)") }
    if !shown.isEmpty { try visit.waitFor(shown) }
  }

  @Test func `a line that begins with no known word is not run, and comes back with Up`() throws {
    let visit = try Visit.prepared()
    try visit.enter("hall bondé à midi", "pour le garder comme note\u{A0}: noter hall …")
    visit.send(Keys.up)
    try visit.waitFor("2026-001> hall bondé à midi")
    visit.send("\u{1B}[Hnote \r")
    try visit.waitFor("P1 noté, sans critère")
  }

  @Test func `history is kept for the next session`() throws {
    let first = try Visit.prepared()
    try first.enter("print \"un texte à retrouver\"", "\nun texte à retrouver")
    try first.leave()
    let second = try Visit(first.sandbox, "--dossier", "demo")
    try second.waitForPrompt()
    second.send(Keys.up + Keys.up)
    try second.waitFor("> print \"un texte à retrouver\"")
    second.send(Keys.control("C"))
    try second.waitForPrompt()
    second.send(Keys.control("R") + "retrouver")
    try second.terminal.waitUntil("the line found again") {
      $0.text.components(separatedBy: "print \"un texte à retrouver\"").count == 3
    }
  }

  @Test func `Ctrl-C cancels the line and never the session`() throws {
    let visit = try Visit.prepared()
    visit.send("site add jamais" + Keys.control("C"))
    try visit.waitFor("site add jamais^C")
    try visit.waitForPrompt()
    try visit.enter("site count", "\n2\n")
    visit.send(Keys.control("D"))
    #expect(try visit.terminal.waitForEnd() == 0)
    #expect(visit.terminal.isRestored)
  }

  @Test func `a pasted block waits for Enter and is one operation`() throws {
    let visit = try Visit.prepared()
    visit.send(Keys.paste("site add a1\nsite add a2\nsite add a3\n"))
    try visit.waitFor("site add a3")
    #expect(!visit.terminal.screen.text.contains("✓"))
    try visit.enter("", "site a3\u{A0}: a3")
    try visit.enter("undo", "annulé\u{A0}: site a1, site a2, site a3")
    try visit.enter("site count", "\n2\n")
  }

  @Test(arguments: [("fr", "P1 noté"), ("en", "P1 noted")])
  func `a mail pasted after a free-text word is one text`(_ language: String, _ said: String) throws
  {
    let sandbox = try Sandbox.prepared()
    let visit = try Visit(sandbox, "--dossier", "demo", language: language)
    try visit.waitForPrompt()
    try visit.enter("go M1-B4 --site digne", "M1-B4", prompt: "demo · 2026-001 · digne · M1-B4")
    visit.send("note " + Keys.paste("Bonjour,\nok pour « mardi ».\nncmaj la borne est en panne\n"))
    try visit.waitFor("en panne")
    try visit.enter("", said, prompt: "demo · 2026-001 · digne · M1-B4")
    try visit.leave()
    let texts = try sandbox.demo("evidence list fields text as json").output
    #expect(
      texts.contains(#""Bonjour,\nok pour « mardi ».\nncmaj la borne est en panne""#), "\(texts)")
    #expect(
      try sandbox.demo("finding count\nassessment count where verdict != not-assessed").output
        == "0\n0\n")
  }

  @Test func `a block is edited as a block`() throws {
    let visit = try Visit.prepared()
    visit.send("for s in $(site list) {\r")
    try visit.terminal.waitUntil("a second row") { $0.column < 6 }
    visit.send("print $s.name\r}\r")
    try visit.waitFor("\nPréfecture, Digne-les-Bains\nSous-préfecture de Manosque\n")
  }

  @Test func `a table fits the window after it has changed`() throws {
    let visit = try Visit.prepared()
    try visit.enter("critère lister limit 3", "M1-A3")
    visit.terminal.resize(columns: 60, rows: 20)
    visit.send("critère lister where module = 7 fields id, title, status\r")
    try visit.terminal.waitUntil("the last row, cut to the window") { screen in
      screen.text.split(separator: "\n").contains {
        $0.hasPrefix("M7-6") && $0.contains("…") && $0.count <= 60
      }
    }
    // Too narrow for all columns: one below the other.
    visit.send("critère lister where module = 7\r")
    try visit.waitFor("\nid: M7-7\n")
  }

  @Test(arguments: ["C", "POSIX", "fr_FR.UTF-8", "C.UTF-8"])
  func `accents are typed and shown in every locale`(_ locale: String) throws {
    let visit = try Visit.prepared(environment: ["LC_ALL": locale])
    visit.send("print \"Éôœ à l'été — « 日本 »\"\r")
    try visit.waitFor("\nÉôœ à l'été — « 日本 »\n")
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal ends the session and restores the terminal`(_ signal: Int32) throws {
    let visit = try Visit.prepared()
    visit.send("note à moitié")
    try visit.waitFor("note à moitié")
    visit.terminal.signal(signal)
    #expect(try visit.terminal.waitForEnd() == 128 + signal)
    #expect(visit.terminal.isRestored)
  }

  @Test func `an error or a gate that does not hold leaves the session, and quit is 0`() throws {
    let visit = try Visit.prepared()
    try visit.enter("finding show F9", "input:1:14: erreur\u{A0}: constat introuvable\u{A0}: F9")
    try visit.enter("missing", "pas de conclusion")
    try visit.enter("expect 1 = 2 \"jamais\"", "attendu et non tenu\u{A0}: jamais")
    try visit.leave()
  }

  @Test func `the place is where one was last`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo("note \"vu\" --on M7-3 --site manosque")
    let visit = try Visit(sandbox, "--dossier", "demo")
    try visit.waitForPrompt("demo · 2026-001 · manosque · M7-3")
  }

  @Test func `accessible mode is lines alone`() throws {
    let visit = try Visit.prepared(environment: ["ACCESSIBLE": "1"])
    visit.send("site list fields id, name\r")
    try visit.waitFor("id: digne\nnom: Préfecture, Digne-les-Bains")
    #expect(!visit.terminal.screen.text.contains("─"))
  }
}
