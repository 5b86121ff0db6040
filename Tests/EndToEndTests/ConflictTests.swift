import Foundation
import Testing

struct `What two people say differently` {
  /// A dossier in which `cmartin` and `bob`, each in a copy, said different things of M1-A2 and of
  /// a site, their journals laid together.
  private func contested() throws -> Sandbox {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    #expect(try sandbox.shell("cp -a demo copy").status == 0)
    let bob = try sandbox.run(
      [
        "--dossier", "copy", "-c", "na rien ici --on M1-A2 --site digne\nsite set digne --name Bob",
      ],
      environment: ["CONSTAT_ME": "bob"])
    #expect(bob.status == 0, "\(bob.errors)")
    try sandbox.demo("ok vu --on M1-A2 --site digne\nsite set digne --name Claire")
    #expect(try sandbox.shell("cp -n copy/journal/*.journal demo/journal/").status == 0)
    return sandbox
  }

  private func id(_ field: String, in sandbox: Sandbox) throws -> String {
    let list = try sandbox.demo("conflict list where field = \"\(field)\" as ids").output
    return try #require(list.split(separator: "\n").first.map(String.init))
  }

  @Test func `names two people by one handle, who are told apart by more than that`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.copy(sandbox.at("demo"), to: "copy")
    let bob = try sandbox.run(
      ["--dossier", "copy", "person", "add", "jd", "--name", "Jeanne"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(bob.status == 0, "\(bob.errors)")
    try sandbox.demo("person add jd --name Jean")
    #expect(try sandbox.run("--dossier", "demo", "merge", "copy").status == 0)
    let answer = try sandbox.run("--dossier", "demo", "person", "set", "jd", "--name", "X")
    #expect(answer.status == 1, "\(answer)")
    let names = answer.errors.matches(of: /jd\.[0-9a-f]{4}/).map { String($0.output) }
    try #require(Set(names).count == 2, "\(answer.errors)")
    for author in ["bob", "cmartin"] {
      let told = names.contains { answer.errors.contains("\($0) — \(author) 20") }
      #expect(told, "\(answer.errors)")
    }
    let list = try sandbox.demo("person list fields id, name as tsv").output
    for name in names { #expect(list.contains("\(name)\t"), "\(list)") }
    let bare = try sandbox.run("--dossier", "demo", "person", "show", "jd")
    #expect(bare.status == 1 && bare.errors.contains(names[1]), "\(bare)")
    let shown = try sandbox.demo("person show \(names[0]) fields name, by as tsv").output
    #expect(shown.contains("Jean\tcmartin") || shown.contains("Jeanne\tbob"), "\(shown)")
    try sandbox.demo("person set \(names[0]) --body DDT")
    try sandbox.demo("person same \(names[0]) \(names[1]) --reason \"la même\"")
    try sandbox.demo("person set jd --body SIDPC")
  }

  @Test func `shows one person under either handle, once two records are one`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      """
      person add zmorel --name "Z. Morel"
      person add zm --name "Zoé Morel"
      person same zmorel zm
      """)
    for handle in ["zmorel", "zm"] {
      let shown = try sandbox.demo("person show \(handle) fields id, name as tsv").output
      #expect(shown.contains("zm\tZoé Morel"), "\(handle): \(shown)")
    }
  }

  @Test func `is listed with both, their authors and times, and counts for nothing yet`() throws {
    let sandbox = try contested()
    let list = try sandbox.demo("conflict list fields record, field, choices as json").output
    for word in ["Bob — bob", "Claire — cmartin", "sans-objet", "conforme", "site digne"] {
      #expect(list.contains(word), "\(word) in \(list)")
    }
    #expect(try sandbox.demo("status").output.contains("contradictions à trancher\u{A0}: 2"))
    let rows = try sandbox.demo(
      "assessment list where conflict = yes fields criterion, verdict as tsv")
    let expected = "criterion\tverdict\tchecklist_status\nM1-A2\tnot-assessed\tprovisional\n"
    #expect(rows.output == expected)
  }

  @Test func `shows where one works, with all that is said`() throws {
    let sandbox = try contested()
    let verdicts = [
      "sans-objet (rien ici) — bob 20", "conforme — cmartin 20", "conflit montrer C-",
    ]
    let sheet = try sandbox.demo("go M1-A2 --site digne").output
    let rows = try sandbox.demo("assessment list where conflict = yes fields reason as tsv").output
    for words in verdicts {
      #expect(sheet.contains(words), "\(sheet)")
      #expect(rows.contains(words), "\(rows)")
    }
    let site = try sandbox.demo("site show digne").errors
    for words in ["nom", "Bob — bob 20", "Claire — cmartin 20", "conflit montrer C-"] {
      #expect(site.contains(words), "\(site)")
    }
    let sites = try sandbox.run("--dossier", "demo", "site", "list").errors
    #expect(sites.contains("contradiction\u{A0}: site digne, nom → conflit montrer C-"), "\(sites)")
    #expect(try sandbox.demo("site show manosque").errors.isEmpty)
  }

  @Test func `over a verdict is not decided for conforming while a nonconformity stands`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.copy(sandbox.at("demo"), to: "copy")
    let bob = try sandbox.run(
      ["--dossier", "copy", "-c", "ncmaj \"rien\" --on M1-A2 --site digne"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(bob.status == 0, "\(bob.errors)")
    try sandbox.demo("ok vu --on M1-A2 --site digne")
    #expect(try sandbox.run("--dossier", "demo", "merge", "copy").status == 4)
    let conflict = try id("verdict", in: sandbox)
    let list = try sandbox.demo("conflict show \(conflict) fields choices as json").output
    let place = list.contains("1. conforme") ? 1 : 2
    let refused = try sandbox.run(
      "--dossier", "demo", "-c", "conflict resolve \(conflict) \(place) --reason vu")
    #expect(refused.status == 1 && refused.errors.contains("F1"), "\(refused)")
    try sandbox.demo("conflict resolve \(conflict) \(3 - place) --reason vu")
  }

  @Test func `is told by the ids that people know, where two numbered what they knew`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("finding add M1-B4 \"délai\" --grade ncmin --seen \"rien\" --site digne")
    try sandbox.demo("audit conclude \"Un écart.\"")
    try sandbox.copy(sandbox.at("demo"), to: "copy")
    let bob = try sandbox.run(
      [
        "--dossier", "copy", "-c",
        """
        finding add M1-A1 "accueil" --grade ncmin --seen "rien" --site digne
        audit conclude "Deux écarts."
        audit close
        """,
      ],
      environment: ["CONSTAT_ME": "bob"])
    #expect(bob.status == 0, "\(bob.errors)")
    try sandbox.demo("audit close")
    #expect(try sandbox.run("--dossier", "demo", "merge", "copy").status == 4)
    let id = try id("numérotation", in: sandbox)
    let list = try sandbox.demo("conflict list where id = \(id) fields choices as tsv").output
    #expect(list.contains("=NC-01") && !list.contains(/[0-9a-f]{16}/), "\(list)")
    let ids = try sandbox.demo("finding list as ids").output.split(separator: "\n")
    for id in ids { #expect(list.contains("\(id)=NC-0"), "\(id) in \(list)") }
  }

  @Test func `is not settled by a plain write, which names it`() throws {
    let sandbox = try contested()
    let before = try sandbox.contents("demo")
    for command in [
      "site set digne --name Z", "assessment set M1-A2 --site digne --verdict conforming",
    ] {
      let answer = try sandbox.run(["--dossier", "demo", "-c", command])
      #expect(answer.status == 1)
      #expect(answer.errors.contains("contradiction à trancher d’abord\u{A0}: C-"))
      #expect(answer.errors.contains("conflit trancher"))
    }
    #expect(try sandbox.contents("demo") == before)
  }

  @Test(arguments: [
    ("ok tout est là", "noté (P2)"), ("na sans accueil", "noté (P2)"),
    ("ncmin affiche absente", "F1"),
  ])
  func `keeps what a field word saw, while the verdict waits`(_ line: String, _ id: String) throws {
    let sandbox = try contested()
    let answer = try sandbox.demo("\(line) --on M1-A2 --site digne")
    #expect(answer.errors.contains("le verdict attend que C-"))
    #expect(answer.errors.contains(id))
    let text = String(line.drop { $0 != " " }.dropFirst())
    #expect(try sandbox.demo("evidence list fields text as tsv").output.contains(text))
    #expect(try sandbox.demo("conflict count where status = open").output == "2\n")
  }

  @Test func `is settled by a choice with a reason, and opened again by its undoing`() throws {
    let sandbox = try contested()
    let conflict = try id("nom", in: sandbox)
    let none = try sandbox.run([
      "--dossier", "demo", "-c", "conflict resolve \(conflict) 9 --reason x",
    ])
    #expect(none.status == 1 && none.errors.contains("1, 2"))
    let bare = try sandbox.run(["--dossier", "demo", "-c", "conflict resolve \(conflict) 1"])
    #expect(bare.status == 2)
    try sandbox.demo("conflict resolve \(conflict) 1 --reason \"vu l’enseigne\"")
    #expect(
      ["Bob", "Claire"].contains(
        try sandbox.demo("site list where id = digne fields name as tsv")
          .output.split(separator: "\n").last.map(String.init)))
    let settled = try sandbox.demo("conflict list where status = resolved fields reason as tsv")
    #expect(settled.output == "reason\nvu l’enseigne\n")
    #expect(try sandbox.run("--dossier", "demo", "undo").status == 0)
    #expect(try sandbox.demo("conflict count where status = open").output == "2\n")
  }

  @Test func `keeps the audit from being sealed`() throws {
    let sandbox = try contested()
    try sandbox.demo(
      "audit conclude fini --audit 2026-001\naudit close --audit 2026-001")
    let answer = try sandbox.run("--dossier", "demo", "seal", "make")
    #expect(answer.status == 1)
    #expect(answer.errors.contains("contradiction à trancher d’abord"))
  }

  @Test func `and what one removed while the other used it is kept or dropped by a decision`()
    throws
  {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("site add sisteron --name Sisteron")
    #expect(try sandbox.shell("cp -a demo copy").status == 0)
    let bob = try sandbox.run(
      [
        "--dossier", "copy", "-c",
        """
        label grant sisteron --checklist qual-e-pref --from 2026-01-01 --modules 1
        site set sisteron --name "Sous-préfecture"
        """,
      ],
      environment: ["CONSTAT_ME": "bob"])
    #expect(bob.status == 0, "\(bob.errors)")
    try sandbox.demo("site remove sisteron --reason fermé")
    #expect(try sandbox.shell("cp -n copy/journal/*.journal demo/journal/").status == 0)
    #expect(try sandbox.demo("site list as ids").output.contains("sisteron"))
    let conflict = try id("présence", in: sandbox)
    try sandbox.demo("conflit trancher \(conflict) écarter --raison \"site fermé\"")
    #expect(!(try sandbox.demo("site list as ids").output.contains("sisteron")))
    let log = try sandbox.demo("journal log").output
    #expect(log.components(separatedBy: "[sans objet] ").count >= 2, "\(log)")
    #expect(try sandbox.run("--dossier", "demo", "undo").status == 0)
    #expect(!(try sandbox.demo("journal log").output.contains("[sans objet]")))
    #expect(try sandbox.demo("site list as ids").output.contains("sisteron"))
  }
}
