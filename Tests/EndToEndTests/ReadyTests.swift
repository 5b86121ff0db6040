import Foundation
import Testing

struct `Readiness for a renewal` {
  /// A blocker as programs read it.
  struct Blocker: Decodable {
    let kind: String
    let subject: String
    let text: String
    let who: [String]
    let due: String?
    let command: String
  }

  private static let options = ["--now", "2027-01-15T09:00:00Z"]

  /// A dossier in which nothing blocks the renewal of Digne on 1 March 2027, and what a script does
  /// then: a copy, for making it takes time.
  private static func ready(_ then: String = "") throws -> Sandbox {
    let base = try made.get()
    let sandbox = try Sandbox()
    let copied = try sandbox.shell(
      "cp -a \"$1\"/. . && cp -a \"$2\"/. ../home/", base.work, "\(base.path)/home")
    try #require(copied.status == 0, "\(copied.errors)")
    let answer = try sandbox.run(options + ["--dossier", "demo", "-c", then])
    try #require(answer.status == 0, "\(answer.errors)")
    return sandbox
  }

  private static let made = Result { try make() }

  private static func make() throws -> Sandbox {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let figures = [
      "IND-01 2 jours", "IND-02 95 %", "IND-03 30 min", "IND-04 95 %", "IND-05 2 %", "IND-06 3",
      "IND-07 9 wd", "IND-08 2 wd", "IND-09 100 %", "IND-12 2", "IND-13 2", "IND-14 10",
    ].map { "measure add \($0) --site digne --period 2026" }
    let answer = try sandbox.run(
      options + [
        "--dossier", "demo", "-c",
        """
        person add rfictif --name "Rémi Fictif"
        audit member rfictif --role auditee
        label grant digne --from 2024-11-26 --checklist qual-e-pref --modules 1,7
        for m in $(milestone list where site = digne and date <= 2027-03-01) {
          milestone set $m.id --status done
        }
        \(figures.joined(separator: "\n"))
        for a in $(assessment list where site = digne) {
          for i in range(1, 20) { note "vu sur place, $i" --on $a.criterion --site digne }
          ok "vu sur place" --on $a.criterion --site digne
        }
        for c in $(criterion list) {
          for m in $c.methods {
            evidence attach releve.csv --criterion $c.id --site digne --method $m
          }
        }
        for p in $(request list) { request receive $p.id }
        audit conclude "Les engagements sont tenus." --degree fulfilled
        """,
      ])
    try #require(answer.status == 0, "\(answer.errors)")
    return sandbox
  }

  private func blockers(_ sandbox: Sandbox, on day: String = "2027-03-01") throws -> [Blocker] {
    let answer = try sandbox.run(
      Self.options + [
        "--lang", "en", "--dossier", "demo", "ready", "--on", day, "--site", "digne", "as", "json",
      ])
    let blockers = try JSONDecoder().decode([Blocker].self, from: Data(answer.output.utf8))
    #expect(answer.status == (blockers.isEmpty ? 0 : 3), "\(answer.errors)")
    return blockers
  }

  private func run(_ commands: String, in sandbox: Sandbox) throws {
    // Nobody verifies what they did themselves.
    let me = commands.hasPrefix("action verify") ? "bob" : "cmartin"
    let answer = try sandbox.run(
      Self.options + ["--lang", "en", "--dossier", "demo", "-c", commands],
      environment: ["CONSTAT_ME": me])
    #expect(answer.status == 0, "\(commands): \(answer.errors)")
  }

  @Test func `is said in one line, and ends with 0`() throws {
    let sandbox = try Self.ready()
    #expect(try blockers(sandbox).map(\.text) == [])
    let answer = try sandbox.run(
      Self.options + ["--dossier", "demo", "ready", "--on", "2027-03-01", "--site", "digne"])
    #expect(answer.status == 0)
    #expect(answer.output.hasPrefix("digne, renouvellement au 2027-03-01\u{A0}: PRÊT\n"))
    #expect(answer.output.contains("jusqu’au 2027-11-25 (dans 314 jours)"))
  }

  /// One way to break what is ready, the kind of blocker that comes of it and what it is about, and
  /// what a person would put where the printed command leaves a gap.
  struct Breaking: CustomTestStringConvertible, Sendable {
    let kind: String
    let subject: String
    let command: String
    var day = "2027-03-01"
    var filling: [String: String] = [:]
    /// What a person does at the place where the command takes them.
    var then = ""
    var testDescription: String { "\(kind) \(subject)" }
  }

  static let breakings: [Breaking] = [
    Breaking(
      kind: "milestone", subject: "digne/renewal-decision",
      command: "milestone set digne/renewal-decision --status planned --date 2026-11-25"),
    Breaking(kind: "label-ended", subject: "digne", command: "", day: "2027-12-01"),
    Breaking(
      kind: "scope", subject: "digne",
      command: "label grant digne --from 2024-11-26 --checklist qual-e-pref --modules 1,2,7"),
    Breaking(
      kind: "nonconformity", subject: "F1",
      command: "ncmaj \"Aucun affichage\" --on M1-B4 --site digne --due 2027-02-01"),
    Breaking(
      kind: "action", subject: "A1",
      command: "action add \"Afficher le délai\" --owner rdupont --due 2027-02-01"),
    Breaking(
      kind: "request", subject: "R1",
      command: "request add \"Registre d'accueil\" --due 2026-10-21"),
    Breaking(
      kind: "indicator-missed", subject: "IND-01",
      command: "measure add IND-01 9 jours --site digne --period 2027",
      filling: ["VALUE": "3 jours"]),
    Breaking(
      kind: "indicator-stale", subject: "IND-01", command: "", day: "2028-01-01",
      filling: ["VALUE": "3 jours"]),
    Breaking(
      kind: "missing", subject: "M1-A1/digne",
      command: "assessment set M1-A1 --site digne --verdict not-assessed", then: "ok \"vu\""),
    Breaking(
      kind: "missing", subject: "2026-001",
      command: "finding add M1-A1 \"Accueil soigné\" --grade pf --seen \"vu\" --site digne"),
  ]

  @Test(arguments: breakings)
  func `loses each blocker when its cause is fixed by the command that it prints`(
    _ breaking: Breaking
  ) throws {
    let sandbox = try Self.ready()
    func found() throws -> Blocker? {
      try blockers(sandbox, on: breaking.day).first {
        $0.kind == breaking.kind && $0.subject == breaking.subject
      }
    }
    if !breaking.command.isEmpty {
      #expect(try found() == nil)
      try run(breaking.command, in: sandbox)
    }
    var blocker = try #require(try found())
    let tree = try sandbox.run(
      Self.options + [
        "--dossier", "demo", "explain", "ready", blocker.subject, "--on", breaking.day, "--site",
        "digne",
      ])
    #expect(tree.status == 0 && !tree.output.isEmpty, "\(tree.errors)")
    // Some take several steps, each printed when its turn has come.
    for _ in 1...4 {
      var command = blocker.command
      for (gap, filling) in breaking.filling { command = command.replacing(gap, with: filling) }
      try run([command, breaking.then].joined(separator: "\n"), in: sandbox)
      guard let next = try found() else { return }
      #expect(next.command != blocker.command, "\(next.command)")
      blocker = next
    }
    Issue.record("\(blocker.kind) \(blocker.subject) stays: \(blocker.text)")
  }

  @Test func `loses a contradiction when it is settled`() throws {
    let sandbox = try Self.ready()
    #expect(try sandbox.shell("cp -a demo copy").status == 0)
    let bob = try sandbox.run(
      ["--dossier", "copy", "-c", "na \"sans réseau\" --on M1-F1 --site digne"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(bob.status == 0, "\(bob.errors)")
    try run("assessment set M1-F1 --site digne --verdict not-assessed", in: sandbox)
    #expect(try sandbox.run("--dossier", "demo", "merge", "copy").status == 4)
    let conflict = try #require(try blockers(sandbox).first { $0.kind == "conflict" })
    #expect(conflict.who == ["bob", "cmartin"])
    try run(conflict.command, in: sandbox)
    #expect(try !blockers(sandbox).contains { $0.kind == "conflict" })
  }

  @Test func `loses what waits behind a seal when the next edition takes it in`() throws {
    let sandbox = try Self.ready()
    #expect(try sandbox.shell("cp -a demo copy").status == 0)
    try run("audit close\nseal make", in: sandbox)
    let bob = try sandbox.run(
      ["--dossier", "copy", "-c", "na \"sans réseau\" --on M1-F1 --site digne"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(bob.status == 0, "\(bob.errors)")
    #expect(try sandbox.run("--dossier", "demo", "merge", "copy").status == 4)
    let held = try #require(try blockers(sandbox).first { $0.kind == "held" })
    #expect(held.who == ["bob"] && held.subject == "2026-001")
    try run(held.command, in: sandbox)
    #expect(try !blockers(sandbox).contains { $0.kind == "held" })
  }

  @Test func `names what a rule of the checklist misses, where nothing else tells it`() throws {
    let sandbox = try Sandbox()
    let list = try String(contentsOfFile: "\(Sandbox.checklists)/qual-e-pref.rec", encoding: .utf8)
    try sandbox.write(
      "label.rec",
      list.replacing(
        "Id: D1\n",
        with: """
          Id: R9
          Title_fr: Un point fort au moins
          Kind: award
          Expression: $(finding count where site = $site and severity = strength) > 0
          Provenance: inferred

          Id: D1

          """))
    let made = try sandbox.run(
      "-c",
      """
      dossier new demo
      site add digne
      audit open E1 --checklist ./label.rec --start 2026-11-21
      audit scope digne
      """)
    #expect(made.status == 0, "\(made.errors)")
    let rule = try #require(try blockers(sandbox).first { $0.kind == "rule" })
    #expect(rule.subject == "R9")
    try run(rule.command, in: sandbox)
    try run("pf \"Accueil soigné\" --on M1-A1", in: sandbox)
    #expect(try !blockers(sandbox).contains { $0.kind == "rule" })
  }

  @Test func `orders what blocks, gives who and when, and counts the rest of a kind`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try run(
      """
      label grant digne --from 2023-11-26 --checklist qual-e-pref --modules 1,7
      criterion set M7-1 --owner rdupont
      ncmaj "Aucune alerte" --on M7-1 --site digne --due 2027-02-01
      """, in: sandbox)
    let blockers = try blockers(sandbox)
    let ranks = [
      "label-ended", "milestone", "scope", "conflict", "held", "nonconformity", "action", "request",
      "indicator-missed", "indicator-stale", "missing", "rule",
    ]
    let found = blockers.compactMap { ranks.firstIndex(of: $0.kind) }
    #expect(found == found.sorted() && found.count == blockers.count)
    let finding = try #require(blockers.first { $0.kind == "nonconformity" })
    #expect(finding.who == ["rdupont"] && finding.due == "2027-02-01")
    let text = try sandbox.run(
      Self.options + ["--dossier", "demo", "prêt", "--au", "2027-03-01", "--site", "digne"])
    #expect(text.status == 3)
    #expect(text.output.contains("PAS PRÊT, \(blockers.count) points à lever"))
    #expect(text.output.contains("     qui\u{A0}: rdupont · pour le 2027-02-01\n"))
    #expect(
      text.output.contains("autres de même nature (manque)\u{A0}: prêt --site digne as table"))
    #expect(text.output.split(separator: "\n").count < 120)
  }

  @Test func `of a supposition answers without writing`() throws {
    let sandbox = try Self.ready("ncmaj \"Aucun affichage\" --on M1-B4 --site digne")
    let before = try sandbox.contents("demo")
    let answer = try sandbox.run(
      Self.options + [
        "--lang", "en", "--dossier", "demo", "-c",
        "suppose { finding follow F1 lifted; ready --on 2027-03-01 --site digne as csv }",
      ])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(!answer.output.contains(",nonconformity,F1,"))
    #expect(try sandbox.contents("demo") == before)
    #expect(try blockers(sandbox).contains { $0.kind == "nonconformity" })
  }
}

struct `The renewal gate that is shipped` {
  private static let options = ["--now", "2027-01-15T09:00:00Z", "--dossier", "demo"]

  @Test func `expects, and makes each action once however often it runs`() throws {
    let sandbox = try Sandbox.assessed(
      "label grant digne --from 2024-11-26 --checklist qual-e-pref --modules 1,7")
    func run() throws -> Sandbox.Answer {
      try sandbox.run(
        Self.options + [
          "run", "\(Sandbox.checklists)/scripts/porte-de-renouvellement.constat", "--site", "digne",
          "--le", "2027-03-01", "--responsable", "rdupont",
        ])
    }
    func actions() throws -> [Substring] {
      try sandbox.demo("action list fields text, owner as tsv").output.split(separator: "\n")
        .dropFirst().map(\.self)
    }
    let first = try run()
    #expect(first.status == 3, "\(first.errors)")
    #expect(first.errors.contains("attendu et non tenu\u{A0}: digne prêt pour le 2027-03-01"))
    #expect(!first.errors.contains("non tenu\u{A0}: tout est évalué à digne"))
    let made = try actions()
    #expect(
      made.contains("Renouvellement de digne : milestone digne/renewal-decision\trdupont"),
      "\(made)")
    #expect(try run().status == 3)
    #expect(try actions() == made)
    // What is done is no longer asked for, and what came since is.
    _ = try sandbox.run(
      Self.options + ["milestone", "set", "digne/renewal-decision", "--status", "done"])
    let third = try run()
    #expect(!third.output.contains("→ jalon modifier digne/renewal-decision"))
  }

  @Test func `is checked before it runs, and says what it asks`() throws {
    let path = "\(Sandbox.checklists)/scripts/porte-de-renouvellement.constat"
    let sandbox = try Sandbox()
    #expect(try sandbox.run("check", path).status == 0)
    let help = try sandbox.run("run", path, "--help").output
    #expect(help.contains("--site SITE") && help.contains("La porte du renouvellement"))
  }
}
