import Foundation
import Testing

struct `Evidence that is taken in` {
  private func attach(_ sandbox: Sandbox, _ path: String) throws -> Sandbox.Answer {
    try sandbox.run(
      "--dossier", "demo", "evidence", "attach", path, "--criterion", "M1-E1", "--site", "digne")
  }

  @Test func `is a copy by content that the original no longer matters to`() throws {
    let sandbox = try Sandbox.prepared()
    #expect(try attach(sandbox, "releve.csv").status == 0)
    let digest = try sandbox.shell("sha256sum releve.csv").output.prefix(64)
    let blob = "demo/evidence/\(digest.prefix(2))/\(digest)"
    #expect(try sandbox.read(blob) == sandbox.read("releve.csv"))
    #expect(try sandbox.shell("stat -c %a \(blob)").output == "444\n")
    try FileManager.default.removeItem(atPath: sandbox.at("releve.csv"))
    #expect(try sandbox.run("--dossier", "demo", "verify").status == 0)
    let shown = try sandbox.demo("evidence list fields name, size, digest as tsv").output
    #expect(shown.contains("releve.csv\t38\t\(digest.prefix(12))"))
  }

  @Test(arguments: [
    ("ln -s releve.csv x", "c’est un lien symbolique"),
    ("ln -s absent x", "c’est un lien symbolique"),
    ("mkdir x", "c’est un répertoire"), ("mkfifo x", "c’est un tube nommé"),
    (": > x", "ce fichier est vide"),
    ("true", "ce fichier n’existe pas"), ("truncate -s 1M x", "trous"),
    ("truncate -s 2G x", "au plus"),
  ])
  func `is an ordinary file: others are refused by name`(_ making: String, _ reason: String) throws
  {
    let sandbox = try Sandbox.prepared()
    let before = try sandbox.contents("demo")
    #expect(try sandbox.shell(making).status == 0)
    let answer = try attach(sandbox, "x")
    #expect(answer.status == 1)
    #expect(
      answer.errors.contains("arguments:1:17: erreur\u{A0}: «\u{A0}x\u{A0}» ne peut pas être joint")
    )
    #expect(answer.errors.contains(reason), "\(answer.errors)")
    let after = try sandbox.contents("demo")
    #expect(after == before)
    let english = try sandbox.run(
      "--lang", "en", "--dossier", "demo", "evidence", "attach", "x", "--criterion", "M1-E1",
      "--site", "digne")
    #expect(english.errors.contains("error: x cannot be attached"), "\(english.errors)")
  }

  @Test func `of a name that is not UTF-8 is refused for that reason`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let script = #"""
      name=$(printf 'caf\351.txt'); echo vu >"$name"
      "$1" --lang en --dossier demo evidence attach "$name" --criterion M1-E1 --site digne
      """#
    let answer = try sandbox.shell(script, Sandbox.program)
    #expect(answer.status == 1 && answer.errors.contains("is not UTF-8: rename the file"))
  }

  @Test(arguments: ["/dev/null", "/dev/zero", "/dev/tty", "/proc/self/environ", "/tmp"])
  func `is never a device, a folder or a file of the kernel`(_ path: String) throws {
    let sandbox = try Sandbox.prepared()
    let before = try sandbox.contents("demo")
    let answer = try attach(sandbox, path)
    #expect(answer.status == 1)
    #expect(answer.errors.contains("«\u{A0}\(path)\u{A0}» ne peut pas être joint"))
    #expect(try sandbox.contents("demo") == before)
  }

  @Test func `may be read through a folder that is a link`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.shell("ln -s pièces liens")
    #expect(try attach(sandbox, "liens/main courante.txt").status == 0)
  }

  @Test func `may have any name, which is shown and never acts on the terminal`() throws {
    let sandbox = try Sandbox.prepared()
    for name in ["l'été\u{1B}[31m.txt", "a\nb.txt", "-rf", "=1+1.csv", "🙂.txt"] {
      try sandbox.write(name, "contenu de \(name)")
      #expect(try attach(sandbox, "./\(name)").status == 0)
    }
    let list = try sandbox.demo("evidence list fields name").output
    #expect(!list.contains("\u{1B}"))
    #expect(list.contains("l'été^[[31m.txt"))
    let excel = try sandbox.demo("evidence list fields name as excel").output
    #expect(excel.contains("'=1+1.csv"), "a formula is guarded: \(excel)")
  }

  @Test func `is one blob however often the same bytes come`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.shell("cp releve.csv copie.csv")
    #expect(try attach(sandbox, "releve.csv").status == 0)
    #expect(try attach(sandbox, "copie.csv").status == 0)
    let blobs = try sandbox.files("demo").filter { $0.hasPrefix("evidence/") }
    #expect(blobs.count == 1)
    #expect(try sandbox.demo("evidence count").output == "2\n")
  }
}

struct `The evidence of an audit` {
  @Test func `is what was gathered during it or during none, and what it cites`() throws {
    let sandbox = try Sandbox()
    try sandbox.addFiles()
    #expect(try sandbox.run("dossier", "new", "demo").status == 0)
    try sandbox.demo(
      """
      site add digne
      person add cmartin
      note avant tout audit
      audit open A --checklist qual-e-pref --start 2026-01-10
      audit scope digne --modules 1,7
      note une --on M1-A1 --site digne
      note deux --on M1-A2 --site digne
      """)
    let alone = try sandbox.demo("evidence list fields text as tsv").output
    #expect(alone == "text\navant tout audit\nune\ndeux\n")
    try sandbox.demo("audit open B --checklist qual-e-pref --start 2026-06-10")
    let unclear = try sandbox.run("--dossier", "demo", "evidence", "count")
    #expect(unclear.status == 2 && unclear.errors.contains("--audit"), "\(unclear.errors)")
    try sandbox.demo(
      """
      audit scope digne --modules 1,7 --audit B
      finding add M1-A1 "vu de nouveau" --grade ncmin --evidence P2 --site digne --audit B
      """)
    let second = try sandbox.demo("evidence list --audit B fields text, audit as tsv").output
    #expect(second == "text\taudit\navant tout audit\t\nune\tA\n")
    #expect(try sandbox.demo("print $(evidence count --audit A)").output == "3\n")
    #expect(try sandbox.demo("print $(preuve compter --audit tous)").output == "3\n")
    try sandbox.demo(
      """
      expect $(criterion show M1-A2 --audit A).evidence = 1
      expect $(criterion show M1-A2 --audit A).evidence_newest = today
      expect $(criterion show M1-A2 --audit B).evidence_newest is empty
      expect $(audit show B).date = 2026-06-10 and $(audit show B).by = cmartin
      """)
    let remove = try sandbox.run("--dossier", "demo", "audit", "remove", "A", "--reason", "x")
    #expect(remove.status == 1 && remove.errors.contains("encore cité"))
  }
}

struct `A file whose accents are written apart` {
  private let sandbox: Sandbox
  private let apart = "cafe\u{301}.txt"
  private let whole = "caf\u{E9}.txt"

  init() throws {
    sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.shell("mkdir e; printf a >\"e/$1\"", apart)
  }

  @Test(arguments: ["e/cafe\u{301}.txt", "e/caf\u{E9}.txt"])
  func `is found by its name, however that is written`(_ path: String) throws {
    let answer = try sandbox.run("--dossier", "demo", "evidence", "attach", path)
    #expect(answer.status == 0, "\(answer)")
    #expect(answer.errors.contains("ca978112ca1b"), "\(answer)")
  }

  @Test func `is not taken for another that reads alike`() throws {
    try sandbox.shell("printf b >\"e/$1\"", whole)
    for path in ["e/\(apart)", "e/\(whole)"] {
      let answer = try sandbox.run("--dossier", "demo", "evidence", "attach", path)
      #expect(answer.status != 0 && answer.errors.contains("deux noms se lisent"), "\(answer)")
    }
    #expect(try sandbox.demo("evidence count").output == "0\n")
  }

  @Test func `may stand in a folder of such a name, from which and to which is merged`() throws {
    try sandbox.shell("cp -r demo \"$1\"", "de\u{301}p\u{F4}t")
    let copy = "de\u{301}p\u{F4}t"
    try sandbox.run("--dossier", copy, "note", "là", "--on", "M1-A6", "--site", "digne")
    let merged = try sandbox.run("--dossier", "demo", "merge", "d\u{E9}p\u{F4}t")
    #expect(merged.status == 0, "\(merged)")
    #expect(try sandbox.demo("evidence count").output == "1\n")
  }
}
