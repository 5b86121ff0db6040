import Foundation
import Testing

struct `A dry run` {
  private static let script = """
    site set digne --name "Digne-les-Bains"
    evidence attach releve.csv --criterion M1-E1 --site digne
    finding add M1-B4 "Délai non affiché" --grade ncmin --evidence P1 --site digne
    finding list to "constats.csv"
    print "fini" $(finding count)
    """

  @Test(arguments: Way.allCases)
  func `tells record by record what would change, and writes nothing`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let before = try sandbox.contents("demo")
    let home = try FileManager.default.subpathsOfDirectory(atPath: "\(sandbox.path)/home").sorted()
    let answer = try way.run(
      Self.script, ["--dry-run", "--lang", "en", "--dossier", "demo"], in: sandbox)
    #expect(answer.status == 0, "\(answer.errors)")
    let lines = answer.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "fini 1")
    #expect(
      lines.contains { $0.hasPrefix("~ site digne: ") && $0.contains("→ “Digne-les-Bains”") },
      "\(lines)")
    #expect(lines.contains { $0.hasPrefix("+ evidence P1: ") })
    #expect(lines.contains { $0.hasPrefix("+ finding F1: ") && $0.contains("Délai non affiché") })
    #expect(lines.contains { $0.hasPrefix("~ assessment ") && $0.contains("nonconforming") })
    #expect(!answer.errors.contains("✓") && answer.errors.contains("nothing was written"))
    #expect(try sandbox.contents("demo") == before)
    #expect(!FileManager.default.fileExists(atPath: sandbox.at("constats.csv")))
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: "\(sandbox.path)/home").sorted() == home)
  }

  @Test func `of one command given as words does the same`() throws {
    let sandbox = try Sandbox.prepared()
    let answer = try sandbox.run("--dry-run", "--dossier", "demo", "site", "add", "sisteron")
    #expect(answer.status == 0)
    #expect(answer.output.hasPrefix("+ site sisteron"), "\(answer)")
    #expect(try sandbox.demo("site count").output == "2\n")
    let nothing = try sandbox.run("--dry-run", "--dossier", "demo", "site", "count")
    #expect(nothing.output == "2\naucun changement\n")
  }

  @Test(arguments: [
    (0, "site add a1"), (1, "finding show F9"), (1, "site add digne"), (2, "frob"), (3, "missing"),
    (3, "site add a1\nexpect 1 = 2"), (0, "site add a1\nstop"), (1, "stop \"non\""),
    (0, "dossier new autre --title Autre\nsite add digne"), (1, "dossier new demo\nsite add digne"),
    (1, "dossier open absent"), (0, "ask \"Quoi ?\" --default rien\nsite add a1"),
  ])
  func `ends as the run would`(_ status: Int32, _ script: String) throws {
    let sandbox = try Sandbox.prepared()
    let dry = try sandbox.run("--dry-run", "--dossier", "demo", "-c", script)
    #expect(dry.status == status, "\(dry.errors)")
    #expect(try sandbox.demo("site count").output == "2\n")
    #expect(!FileManager.default.fileExists(atPath: sandbox.at("autre")))
    #expect(try sandbox.run("--dossier", "demo", "-c", script).status == status)
  }

  @Test func `names what cannot be taken back instead of doing it`() throws {
    let sandbox = try Sandbox.prepared()
    let answer = try sandbox.run(
      "--dry-run", "--lang", "en", "--dossier", "demo", "-c", "site add a1\nseal make --force x")
    #expect(answer.status == 2)
    let seal = try sandbox.run("--dry-run", "--lang", "en", "--dossier", "demo", "-c", "seal make")
    #expect(seal.status == 0 && seal.errors.contains("commit point, not passed: seal make"))
    #expect(try sandbox.files("demo/exports").isEmpty)
  }

  @Test func `tells the same in the envelope`() throws {
    let sandbox = try Sandbox.prepared()
    let answer = try sandbox.run("--dry-run", "--json", "--dossier", "demo", "site", "add", "a1")
    #expect(answer.output.contains("\"command\": \"dry-run\""), "\(answer.output)")
    #expect(answer.output.contains("+ site a1"))
  }
}

struct `A supposition` {
  private static let script = """
    site add avant
    let n = 0
    suppose {
      site add a1
      site add a2
      let n = $(site count)
      site list where id ~ a as ids
    }
    print $n $(site count)
    """

  @Test(arguments: Way.allCases)
  func `is computed and forgotten, and marks what it shows`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try way.run(Self.script, ["--lang", "en", "--dossier", "demo"], in: sandbox)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(
      answer.output == """
        ≈ manosque
        ≈ avant
        ≈ a1
        ≈ a2
        ≈ + site a1: name “a1”
        ≈ + site a2: name “a2”
        5 3

        """, "\(answer.output)")
    #expect(answer.errors.contains("✓ ") && answer.errors.contains("≈ without writing anything: "))
    #expect(try sandbox.demo("site list as ids").output == "digne\nmanosque\navant\n")
  }

  @Test func `takes no evidence in and writes no file`() throws {
    let sandbox = try Sandbox.prepared()
    let before = try sandbox.contents("demo")
    let answer = try sandbox.run(
      "--dossier", "demo", "-c",
      "suppose { evidence attach releve.csv; site list to \"s.csv\"; print $(evidence count) }")
    #expect(answer.status == 0 && answer.output.hasPrefix("≈ 1\n"), "\(answer)")
    #expect(try sandbox.contents("demo") == before)
    #expect(!FileManager.default.fileExists(atPath: sandbox.at("s.csv")))
  }

  @Test func `may stand within another, in a loop and in a definition`() throws {
    let sandbox = try Sandbox.prepared()
    let script = """
      def essai(id) { suppose { site add $id; suppose { site add b2; print $(site count) } } }
      for i in (x1, x2) { essai $i }
      print $(site count)
      """
    let answer = try sandbox.run("--quiet", "--dossier", "demo", "-c", script)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.hasPrefix("≈ 4\n"))
    #expect(answer.output.hasSuffix("\n2\n"))
    #expect(try sandbox.demo("site count").output == "2\n")
  }

  @Test func `fails the run when a command in it fails, which leaves nothing`() throws {
    let sandbox = try Sandbox.prepared()
    let answer = try sandbox.run(
      "--dossier", "demo", "-c", "site add a1\nsuppose { finding show F9 }")
    #expect(answer.status == 1)
    #expect(try sandbox.demo("site count").output == "2\n")
  }

  @Test func `decides nothing by what is missing in it`() throws {
    let sandbox = try Sandbox.prepared()
    #expect(try sandbox.run("--dossier", "demo", "-c", "suppose { missing }").status == 0)
  }
}

struct `Adding once` {
  @Test(arguments: Way.allCases)
  func `makes one finding, however often the gate runs`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let script = """
      let f = $(finding add M1-B4 "Délai non affiché" --grade ncmin --seen "rien" --site digne --once)
      print $f
      """
    for _ in 0..<3 {
      let answer = try way.run(script, ["--dossier", "demo"], in: sandbox)
      #expect(answer.status == 0 && answer.output == "F1\n", "\(answer)")
    }
    #expect(try sandbox.demo("finding count").output == "1\n")
    try sandbox.demo(
      "finding add M1-B4 \"Autre délai\" --grade ncmin --seen \"rien\" --site digne --once")
    try sandbox.demo(
      "finding add M1-A1 \"Délai non affiché\" --grade ncmin --seen \"rien\" --site digne --une-fois"
    )
    #expect(try sandbox.demo("finding count").output == "3\n")
  }

  @Test func `adds nothing that stands already, whatever it is`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.shell("ssh-keygen -q -t ed25519 -N '' -C '' -f k")
    let script = """
      site add sisteron --once
      person add ldurand --once
      service add accueil --site digne --once
      measure add IND-01 1,37 jours --site digne --period 2020 --once
      plan add 9h30 10h30 "Accueil physique" --once
      request add "Registre" --once
      finding add M1-B4 "Délai non affiché" --grade ncmin --seen "rien" --site digne --once
      action add "Afficher le délai" --once
      signer add cmartin --key k.pub --once
      """
    #expect(try !sandbox.demo(script).errors.contains("existe déjà"))
    let journal = try sandbox.contents("demo/journal")
    let again = try sandbox.demo(script).errors.split(separator: "\n")
    #expect(again.count { $0.contains("existe déjà, rien d’ajouté") } == 9, "\(again)")
    #expect(try sandbox.contents("demo/journal") == journal)
    // Another figure of the same series is news.
    try sandbox.demo("measure add IND-01 2 jours --site digne --period 2020 --once")
    #expect(try sandbox.demo("measure list fields value as tsv").output.contains("2 d"))
  }
}
