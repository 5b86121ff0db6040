import Foundation
import Testing

struct `A sealed audit` {
  /// A sandbox with the sealed dossier as `d`, and as `e` a copy that knows nothing of the seal.
  private static func sealedBesideOpen() throws -> Sandbox {
    let sandbox = try Sandbox()
    let cut = """
      cp -a "$1" d; cp -a "$2" ../home/; cp -a d e; cd e/journal
      for f in *.journal; do head -n $(($(grep -n seal.begun "$f" | cut -d: -f1) - 1)) "$f" >x
        mv x "$f"; done
      """
    try sandbox.shell(
      cut, SealedDossier.sandbox.at("d"), "\(SealedDossier.sandbox.path)/home/config")
    return sandbox
  }

  @Test(arguments: [
    "ok \"tout va bien\" --on M1-A1 --site digne", "na \"sans objet\" --on M1-A1 --site digne",
    "ncmin \"délai\" --on M1-A1 --site digne", "note \"vu\" --on M1-A1 --site digne",
    "finding add M1-A1 \"x\" --grade ps --seen \"y\"", "finding amend F1 --due +90j --reason \"x\"",
    "finding respond F1 contested", "assessment set M1-A1 --verdict not-assessed",
    "audit set 2020-AI --client \"x\"", "audit scope digne --modules 1", "audit member rfictif",
    "audit conclude \"autre\"", "audit close", "seal make",
  ])
  func `refuses what would change it with exit 6`(_ command: String) throws {
    let sandbox = try SealedDossier.sandbox
    let before = try sandbox.contents("d")
    let answer = try sandbox.run("--dossier", "d", "-c", command)
    #expect(answer.status == 6, "\(answer.errors)")
    #expect(answer.errors.contains("scellé (édition 1)"))
    #expect(try sandbox.contents("d") == before)
  }

  @Test func `refuses undo with exit 6`() throws {
    let sandbox = try SealedDossier.sandbox
    let answer = try sandbox.run("--dossier", "d", "undo")
    #expect(answer.status == 6 && answer.errors.contains("scellé"))
  }

  @Test func `holds what another entered without knowing of the seal, and names them everywhere`()
    throws
  {
    let sandbox = try Self.sealedBesideOpen()
    let late = try sandbox.run(
      ["--dossier", "e", "note", "vu après", "--on", "M1-A1", "--site", "digne"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(late.status == 0, "\(late.errors)")
    let merge = try sandbox.run("--dossier", "d", "merge", "e")
    #expect(merge.status == 0, "a note is the dossier's, and counts: \(merge.output)")
    let assessed = try sandbox.run(
      ["--dossier", "e", "ok", "vu après", "--on", "M1-A1", "--site", "digne"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(assessed.status == 0, "\(assessed.errors)")
    let held = try sandbox.run("--dossier", "d", "merge", "e")
    #expect(held.status == 4, "\(held.errors)")
    #expect(held.output.contains("1 opération de bob venue après un scellé, tenue à part"))
    for command in [["status"], ["seal", "verify"]] {
      let answer = try sandbox.run(["--dossier", "d"] + command)
      #expect(answer.status == 0)
      #expect(answer.output.contains("1 opération de bob venue"), "\(answer.output)")
      #expect(answer.output.contains("verdict M1-A1 · digne — bob"), "\(answer.output)")
    }
    #expect(held.output.contains("verdict M1-A1 · digne — bob"), "\(held.output)")
    let log = try sandbox.run("--lang", "en", "--dossier", "d", "journal", "log").output
    let lines = log.split(separator: "\n").filter { $0.contains("[held] ") }
    #expect(lines.count == 1 && lines[0].hasSuffix("verdict M1-A1 · digne — bob"), "\(log)")
  }

  @Test func `shows an action about a finding that is held by whose that is`() throws {
    let sandbox = try Self.sealedBesideOpen()
    let late = try sandbox.run(
      [
        "--dossier", "e", "-c",
        """
        let f = $(finding add M1-A1 "accueil" --grade ps --seen "rien" --site digne)
        action add "Former l’accueil" --finding $f
        """,
      ], environment: ["CONSTAT_ME": "bob"])
    #expect(late.status == 0, "\(late.errors)")
    #expect(try sandbox.run("--dossier", "d", "merge", "e").status == 4)
    for (language, words) in [("fr", "constat retenu de bob"), ("en", "held finding of bob")] {
      let list = try sandbox.run(
        "--lang", language, "--dossier", "d", "-c",
        "action list where text = \"Former l’accueil\" fields finding")
      #expect(list.output.contains(words), "\(list)")
      #expect(!list.output.contains(/[0-9a-f]{16}/), "\(list)")
    }
  }

  @Test func `says of an id that a seal holds back what it means`() throws {
    let sandbox = try Self.sealedBesideOpen()
    let late = try sandbox.run(
      ["--dossier", "e", "-c", "plan add 9h30 10h30 \"Accueil\""],
      environment: ["CONSTAT_ME": "bob"])
    #expect(late.status == 0, "\(late.errors)")
    #expect(try sandbox.run("--dossier", "d", "merge", "e").status == 4)
    let shown = try sandbox.run("--lang", "en", "--dossier", "d", "plan", "show", "H1")
    #expect(shown.status == 1, "\(shown)")
    #expect(shown.errors.contains("plan H1 of bob: after the seal of audit 2020-AI"), "\(shown)")
  }

  @Test func `lists ten of what is held and counts the rest`() throws {
    let sandbox = try Self.sealedBesideOpen()
    for number in 1...12 {
      let late = try sandbox.run(
        ["--dossier", "e", "audit", "set", "2020-AI", "--client", "bureau \(number)"],
        environment: ["CONSTAT_ME": "bob"])
      #expect(late.status == 0, "\(late.errors)")
    }
    let merge = try sandbox.run("--lang", "en", "--dossier", "d", "merge", "e")
    #expect(merge.status == 4, "\(merge)")
    #expect(merge.output.contains("12 operations of bob came after a seal and are held:"))
    #expect(merge.output.contains("… and 2 more"), "\(merge.output)")
  }

  @Test func `says on what it rests that nothing attests`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    for commands in [
      "finding add M1-B4 \"délai non affiché\" --grade ncmin --seen \"rien\" --site digne"
    ] { try sandbox.demo(commands) }
    try sandbox.copy(sandbox.at("demo"), to: "copie")
    let late = try sandbox.run(
      ["--dossier", "copie", "note", "vu", "--on", "M1-A1", "--site", "digne"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(late.status == 0, "\(late.errors)")
    #expect(try sandbox.run("--dossier", "demo", "merge", "copie").status == 0)
    try sandbox.demo("audit conclude \"Un écart.\"; audit close")
    let seal = try sandbox.run("--dossier", "demo", "seal", "make")
    #expect(seal.status == 0, "\(seal.errors)")
    #expect(seal.errors.contains("le scellé le dit\u{A0}: poste"), "\(seal.errors)")
    let info = try sandbox.text("demo/exports/rapport-2026-001-e1/bag-info.txt")
    let line = try #require(
      info.split(whereSeparator: \.isNewline).first { $0.hasPrefix("Journal-Unattested: ") })
    #expect(line.hasSuffix(" 1 1"))
    let verify = try sandbox.run("--dossier", "demo", "seal", "verify")
    #expect(verify.status == 0)
    #expect(verify.output.contains("dont rien n’attestait les écritures 1 à 1"))
    #expect(!(try sandbox.text("demo/exports/rapport-2026-001-e1/bag-info.txt")).contains("\u{A0}"))
  }

  @Test func `sealed in two copies holds in each, and a bag that is elsewhere is no fault`()
    throws
  {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("finding add M1-B4 \"délai\" --grade ncmin --seen \"rien\" --site digne")
    try sandbox.demo("audit conclude \"Un écart.\"; audit close")
    try sandbox.copy(sandbox.at("demo"), to: "copie")
    for name in ["demo", "copie"] {
      let seal = try sandbox.run("--dossier", name, "seal", "make")
      #expect(seal.status == 0, "\(seal.errors)")
    }
    #expect(try sandbox.run("--dossier", "demo", "merge", "copie").status != 1)
    let answer = try sandbox.run("--dossier", "demo", "verify")
    #expect(answer.status == 0 && !answer.output.contains("NE TIENT PAS"), "\(answer.output)")
    #expect(answer.output.contains("pas dans exports"), "\(answer.output)")
    let seal = try sandbox.run("--dossier", "demo", "seal", "verify")
    #expect(seal.status == 0, "\(seal.errors)")
    // A bag that is changed is no rival's.
    try sandbox.shell("chmod -R u+w demo/exports; echo x >>demo/exports/*e1/bag-info.txt")
    #expect(try sandbox.run("--dossier", "demo", "verify").status == 5)
  }

  @Test func `is in a dossier that goes on`() throws {
    let sandbox = try Sandbox()
    try sandbox.shell(
      "cp -a \"$1\" d; cp -a \"$2\" ../home/", SealedDossier.sandbox.at("d"),
      "\(SealedDossier.sandbox.path)/home/config")
    let answer = try sandbox.run(
      "--dossier", "d", "-c",
      "site add sisteron\nmeasure add IND-01 2 jours --site digne --period 2021")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try sandbox.run("--dossier", "d", "seal", "verify").status == 0)
    // In a copy of the dossier too, an edition stays what it was.
    #expect(try sandbox.run("--dossier", "d", "audit", "close").status == 6)
  }
}
