import Foundation
import Testing

struct `A document asked for` {
  private func rows(_ sandbox: Sandbox, _ day: String = "2026-11-21") throws -> [String] {
    let answer = try sandbox.run(
      "--now", "\(day)T09:00:00Z", "--dossier", "demo", "-c",
      "request list fields id, status, delay, due as tsv")
    #expect(answer.status == 0, "\(answer.errors)")
    return answer.output.split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func `follows from the scope and is late the day after it was due`() throws {
    let sandbox = try Sandbox.prepared()
    let early = try rows(sandbox, "2026-10-21")
    #expect(early.count >= 8)
    #expect(early.allSatisfy { $0.contains("\tasked\t\t2026-10-21") })
    #expect(try rows(sandbox, "2026-10-22").allSatisfy { $0.contains("\tlate\t1\t") })
    let whole = early.count
    try sandbox.demo("audit scope digne --modules 1; audit scope manosque --modules 1")
    #expect(try rows(sandbox).count < whole, "module 7 asks for documents of its own")
  }

  @Test(arguments: ["fr", "en"])
  func `is received with its file, waived with a reason, and received after all`(
    _ language: String
  ) throws {
    let sandbox = try Sandbox.prepared()
    let isFrench = language == "fr"
    func run(_ text: String) throws -> Sandbox.Answer {
      let answer = try sandbox.run(
        ["--now", "2026-11-21T09:00:00Z", "--lang", language, "--dossier", "demo", "-c", text])
      #expect(answer.status == 0, "\(answer.errors)")
      return answer
    }
    _ = try run(
      isFrench
        ? "pièce recevoir PIECE-03 releve.csv --le 2026-10-30"
        : "request receive PIECE-03 releve.csv --on 2026-10-30")
    let waive =
      isFrench
      ? "pièce dispenser PIECE-01 --raison \"publiée\""
      : "request waive PIECE-01 --reason \"publiée\""
    _ = try run(waive)
    _ = try run(waive)
    _ = try run(
      isFrench ? "pièce ajouter \"Registre\" --une-fois" : "request add \"Registre\" --once")
    _ = try run("request add \"Registre\" --once")
    var rows = try rows(sandbox)
    #expect(rows.contains { $0.hasPrefix("PIECE-03\treceived\t9\t") })
    #expect(rows.contains { $0.hasPrefix("PIECE-01\twaived\t\t") })
    #expect(rows.count { $0.hasPrefix("R") } == 1)
    #expect(try run("request list where id = PIECE-01 fields reason").output.contains("publiée"))
    #expect(try run("request list where id = PIECE-03 fields evidence").output.contains("P1"))
    _ = try run("request receive PIECE-01")
    rows = try self.rows(sandbox)
    #expect(rows.contains { $0.hasPrefix("PIECE-01\treceived\t31\t") })
  }

  @Test func `has its day and its words put right, and is removed where it was added by mistake`()
    throws
  {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      """
      request add "Registe" --due 2026-11-01
      request add "Registre" --due 2026-11-01
      request set R1 --title "Registre d'accueil"
      request set PIECE-01 --due 2026-12-01
      request set where id in (PIECE-02, PIECE-03) --due 2026-12-02
      expect $(request show R1).title = "Registre d'accueil"
      expect $(request show R1).due = 2026-11-01
      request remove R2 --reason "demandé deux fois"
      expect $(request count where id in (R1, R2)) = 1
      expect $(request count where status = waived) = 0
      pièce dispenser PIECE-03 --raison publiée
      """)
    let rows = try rows(sandbox)
    #expect(rows.contains("PIECE-01\tasked\t\t2026-12-01\tprovisional"))
    #expect(rows.contains("PIECE-02\tasked\t\t2026-12-02\tprovisional"))
    #expect(rows.contains("PIECE-03\twaived\t\t2026-12-02\tprovisional"))
    for (line, reason) in [
      ("request remove PIECE-01 --reason x", "vient du référentiel"),
      ("request set PIECE-01 --title x", "vient du référentiel"),
      ("request receive R1; request remove R1 --reason x", "encore cité"),
      ("request set R1", "il manque --échéance"),
    ] {
      let answer = try sandbox.run("--dossier", "demo", "-c", line)
      #expect([1, 2].contains(answer.status))
      #expect(answer.errors.contains(reason), "\(answer.errors)")
    }
  }

  @Test func `that is unknown is refused with those that are known`() throws {
    let sandbox = try Sandbox.prepared()
    let answer = try sandbox.run("--dossier", "demo", "-c", "request receive PIECE-99")
    #expect(answer.status == 1 && answer.errors.contains("PIECE-99"))
  }

  @Test func `that two received without knowing of each other is one document`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.shell("cp -r demo copie")
    try sandbox.demo("request receive PIECE-01")
    let other = try sandbox.run("--dossier", "copie", "-c", "request receive PIECE-01")
    #expect(other.status == 0)
    #expect([0, 4].contains(try sandbox.run("--dossier", "demo", "merge", "copie").status))
    #expect(try rows(sandbox).count { $0.hasPrefix("PIECE-01") } == 1)
  }
}

struct `One document asked for by two colleagues` {
  @Test func `is one request, on which they may disagree`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.copy(sandbox.at("demo"), to: "copie")
    try sandbox.demo("request set PIECE-01 --due 2026-12-01")
    let other = try sandbox.run(
      ["--dossier", "copie", "request", "set", "PIECE-01", "--due", "2026-12-15"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(other.status == 0, "\(other.errors)")
    #expect(try sandbox.run("--dossier", "demo", "merge", "copie").status == 4)
    #expect(try sandbox.demo("conflict count").output == "1\n")
    let refused = try sandbox.run("--dossier", "demo", "request", "set", "PIECE-01", "--due", "+9j")
    #expect(refused.status != 0)
    let id = try sandbox.demo("conflict list as ids").output.split(separator: "\n").first ?? ""
    try sandbox.demo("conflict resolve \(id) 2 --reason \"vu ensemble\"")
    try sandbox.demo("request set PIECE-01 --due 2026-12-20")
    let due = try sandbox.demo("request list where id = PIECE-01 fields due as tsv").output
    #expect(due.contains("\n2026-12-20"), "\(due)")
  }
}

struct `One document of which two colleagues said different things` {
  @Test func `has its day of each, and no contradiction`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.copy(sandbox.at("demo"), to: "copie")
    try sandbox.demo("request set PIECE-01 --due 2026-12-01")
    let other = try sandbox.run(
      ["--dossier", "copie", "request", "receive", "PIECE-01", "--on", "2026-11-20"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(other.status == 0, "\(other.errors)")
    let merged = try sandbox.run("--dossier", "demo", "merge", "copie")
    #expect(merged.status == 0, "\(merged)")
    let row = try sandbox.demo("request list where id = PIECE-01 fields due,received as tsv").output
    #expect(row.contains("\n2026-12-01\t2026-11-20"), "\(row)")
  }

  @Test func `stays let off, though another took it for a mistake`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo("request add \"Registre\"")
    try sandbox.copy(sandbox.at("demo"), to: "copie")
    try sandbox.demo("request waive R1 --reason inutile")
    let other = try sandbox.run(
      ["--dossier", "copie", "request", "remove", "R1", "--reason", "erreur"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(other.status == 0, "\(other.errors)")
    try sandbox.run("--dossier", "demo", "merge", "copie")
    let shown = try sandbox.demo("request show R1").output
    #expect(shown.contains("inutile") && shown.contains("erreur"), "\(shown)")
  }
}

struct `The plan of an audit` {
  @Test(arguments: ["fr", "en"])
  func `is kept hour by hour, with its opening and closing meetings`(_ language: String) throws {
    let sandbox = try Sandbox.prepared()
    let lines =
      language == "fr"
      ? """
      plan ajouter 14h 15h30 "Courriers" --lieu "bureau 12"
      plan ajouter 9h30 10h30 "Accueil" --lieu hall --avec "cheffe de l'accueil"
      réunion ouvrir --début 9h
      réunion clore --début 16h30
      réunion ouvrir --présents cmartin,rdupont --propos "périmètre confirmé"
      plan modifier H1 --fin 15h45
      """
      : """
      plan add 14h 15h30 "Courriers" --place "bureau 12"
      plan add 9h30 10h30 "Accueil" --place hall --who "cheffe de l'accueil"
      meeting open --start 9h
      meeting close --start 16h30
      meeting open --present cmartin,rdupont --words "périmètre confirmé"
      plan set H1 --end 15h45
      """
    let answer = try sandbox.run("--lang", language, "--dossier", "demo", "-c", lines)
    #expect(answer.status == 0, "\(answer.errors)")
    let plan = try sandbox.demo("plan list fields id, start, end, what as tsv").output
    #expect(
      plan.hasSuffix(
        """
        \t2026-11-21T09:00\t\tréunion d’ouverture
        H2\t2026-11-21T09:30\t2026-11-21T10:30\tAccueil
        H1\t2026-11-21T14:00\t2026-11-21T15:45\tCourriers
        \t2026-11-21T16:30\t\tréunion de clôture

        """))
    let meetings = try sandbox.demo("meeting list fields kind, start, present, words as tsv").output
    #expect(meetings.contains("opening\t2026-11-21T09:00\tcmartin, rdupont\tpérimètre confirmé"))
    #expect(meetings.contains("closing\t2026-11-21T16:30"))
    try sandbox.demo("plan remove H1 --reason \"reporté\"")
    #expect(try sandbox.demo("plan count").output == "3\n")
  }

  @Test(arguments: ["opening", "ouverture"])
  func `tells two opening meetings apart that colleagues wrote`(_ name: String) throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.copy(sandbox.at("demo"), to: "copie")
    try sandbox.demo("meeting open --start 9h")
    _ = try sandbox.run("--dossier", "copie", "meeting", "open", "--start", "10h")
    _ = try sandbox.run("--dossier", "demo", "merge", "copie")
    let ids = try sandbox.demo("meeting list as ids").output.split(separator: "\n")
    #expect(ids.count == 2 && ids.allSatisfy { $0.hasPrefix("opening.") })
    let before = try sandbox.contents("demo")
    // Neither is changed or removed where both may be meant.
    for words in [["open", "--words", "vu"], ["remove", name, "--reason", "x"]] {
      let answer = try sandbox.run(["--lang", "en", "--dossier", "demo", "meeting"] + words)
      #expect(answer.status == 1)
      for id in ids { #expect(answer.errors.contains(id), "\(answer.errors)") }
    }
    #expect(try sandbox.contents("demo") == before)
    let key = try #require(ids.first?.split(separator: ".").last)
    try sandbox.demo("meeting remove \(name).\(key) --reason double")
    try sandbox.demo("meeting open --words vu")
    #expect(try sandbox.demo("meeting list as ids").output == "opening\n")
    #expect(try sandbox.demo("meeting list fields words as tsv").output == "words\nvu\n")
  }

  @Test func `refuses an end before its start and hours that are none`() throws {
    let sandbox = try Sandbox.prepared()
    let late = try sandbox.run("--dossier", "demo", "-c", "plan add 10h30 9h \"x\"")
    #expect(late.status == 1 && late.errors.contains("09:00"))
    let wrong = try sandbox.run("--dossier", "demo", "-c", "plan add 25h 26h \"x\"")
    #expect(wrong.status == 2 && wrong.errors.contains("25h"))
  }
}
