import Foundation
import PseudoTerminals
import Testing

struct `What stands after a command` {
  @Test(arguments: Way.allCases)
  func `shows the last result in another form, and cuts it down`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try way.run(
      "site list\nlast as ids\nlast where id = digne fields id as json\nlast to \"s.csv\"",
      ["--dossier", "demo"], in: sandbox)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("\ndigne\nmanosque\n[\n  {\n    \"id\": \"digne\"\n  }\n]\n"))
    #expect(try sandbox.text("s.csv").hasPrefix("id"))
  }

  @Test func `shows of one record the fields that are asked for`() throws {
    let sandbox = try Sandbox.prepared()
    #expect(
      try sandbox.demo("site show digne fields name as csv").output
        == "name\r\n\"Préfecture, Digne-les-Bains\"\r\n")
    let sheet = try sandbox.demo("critère montrer M1-B4 fields id, module").output
    #expect(!sheet.contains("attendu") && sheet.contains("module"), "\(sheet)")
  }

  @Test func `is refused where the command would pass over it`() throws {
    let sandbox = try Sandbox.prepared()
    for (line, words) in [
      ("site show digne where name = x", "site show takes no clause where"),
      ("finding count sort due", "finding count takes no clause sort"),
      ("report write where id = F1 to \"r.html\"", "report write takes no clause where"),
      ("audit export limit 3 to \"g.csv\"", "audit export takes no clause limit"),
    ] {
      let answer = try sandbox.run("--lang", "en", "--dossier", "demo", "-c", line)
      #expect(answer.status == 2 && answer.errors.contains(words), "\(answer.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: sandbox.at("r.html")))
  }

  @Test func `ranges over the audit that is named, where several are open`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo("audit open 2026-002 --checklist qual-e-pref")
    func run(_ line: String) throws -> Sandbox.Answer {
      try sandbox.run("--lang", "en", "--dossier", "demo", "-c", line)
    }
    // A gate must not hold because it looked at no audit.
    for line in [
      "expect $(criterion count where status = nonconforming) = 0", "finding count",
      "request count", "assessment count", "explain M1-A1",
    ] {
      let answer = try run(line)
      #expect(answer.status == 2 && answer.errors.contains("2026-002"), "\(line): \(answer.errors)")
    }
    #expect(try run("criterion count --audit 2026-001").status == 0)
    #expect(try run("criterion count --audit 2026-003").status == 1)
    #expect(try run("module count --audit 2026-003").status != 0)
  }

  @Test(arguments: Way.allCases)
  func `counts by the values of a field`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try way.run(
      "criterion count group module\nlet c = $(criterion count group module)\nprint $c.count as csv",
      ["--dossier", "demo"], in: sandbox)
    #expect(answer.status == 2)
    let counted = try way.run(
      "criterion compter group module as csv", ["--lang", "fr", "--dossier", "demo"], in: sandbox)
    #expect(counted.status == 0, "\(counted.errors)")
    #expect(
      counted.output.hasPrefix("module,count,checklist_status\r\n1,20,provisional\r\n"),
      "\(counted.output)")
  }

  @Test(arguments: Way.allCases)
  func `finds words in criteria, findings, evidence and persons`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo("note \"L'Été, l’accueil ferme\" --on M1-A1 --site digne")
    let answer = try way.run(
      "search ete l'accueil\nchercher martin\nsearch zzz", ["--dossier", "demo"], in: sandbox)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(
      answer.output.contains("P1") && answer.output.contains("Claire Martin"), "\(answer.output)")
  }

  @Test(arguments: [
    ("site list où id = digne", "1:11", "« où » s’écrit where"),
    ("site list where id = digne et name = x", "1:28", "« et » s’écrit and"),
    ("site list trier name", "1:11", "« trier » s’écrit sort"),
    ("site list vers s.csv", "1:11", "« vers » s’écrit to"),
    ("site list limite 3", "1:11", "« limite » s’écrit limit"),
    ("finding list where text = due", "1:27", "« due » est un champ"),
    ("finding list where grad = ncmin", "1:20", "champ inconnu de constat"),
    ("site add a1 --name Digne,Manosque", "1:13", "--nom ne prend qu’une valeur"),
    ("param x txt = 3", "1:9", "valeur inconnue"),
  ])
  func `is refused with what to write`(_ text: String, _ place: String, _ said: String) throws {
    for way in Way.allCases {
      let answer = try way.run(text, ["--dossier", "demo"], in: Sandbox.prepared())
      #expect(answer.status == 2)
      let plain = answer.errors.replacing("\u{A0}", with: " ")
      #expect(plain.hasPrefix("SCRIPT:\(place): erreur : \(said)"), "\(text): \(answer.errors)")
    }
  }

  @Test func `keeps the comma of one argument where one text is meant`() throws {
    let sandbox = try Sandbox.prepared()
    try #require(
      try sandbox.run("--dossier", "demo", "site", "set", "digne", "--name", "Digne,Manosque")
        .status == 0)
    #expect(try sandbox.demo("print $(site show digne).name").output == "Digne,Manosque\n")
    // Where a list is meant it is one, however it is given.
    for words in [["--modules", "1,7"], ["--modules=1,7"], ["--modules", "1,", "7"]] {
      let answer = try sandbox.run(["--dossier", "demo", "audit", "scope", "digne"] + words)
      #expect(answer.status == 0 && answer.errors.contains("modules 1, 7"), "\(answer.errors)")
    }
  }

  @Test(arguments: Way.allCases)
  func `ends with the exit code that stop gives, and keeps what it did`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try way.run(
      "site add a1\nstop 42\nsite add a2", ["--dossier", "demo"], in: sandbox)
    #expect(answer.status == 42 && !answer.errors.contains("erreur"))
    #expect(try sandbox.demo("site count").output == "3\n")
    #expect(try way.run("stop 256", [], in: sandbox).status == 1)
    #expect(try way.run("stop 0\nfrob", [], in: sandbox).status == 2)
  }
}

struct `An awkward line` {
  private static let lines = [
    ("ncmin l'accueil (été, hiver) : 50 % d'attente", "l'accueil (été, hiver) : 50 % d'attente"),
    ("note \"Prochain !\" crie l'agent", "\"Prochain !\" crie l'agent"),
    ("note agent seul -- pas de remplaçant", "agent seul -- pas de remplaçant"),
    ("photo hall.jpg file d'attente --site digne", "file d'attente"),
    ("note l’accueil, dit-on", "l’accueil, dit-on"),
    ("go M1-B5; ok  # vu le 12", ""), ("go M1-B3; ok; next", ""),
  ]

  @Test(arguments: ["fr", "en"])
  func `comes out right`(_ language: String) throws {
    let sandbox = try Sandbox.prepared()
    for (line, _) in Self.lines {
      let answer = try sandbox.run(
        "--lang", language, "--dossier", "demo", "-c", "go M1-B4 --site digne\n\(line)")
      #expect(answer.status == 0, "\(line): \(answer.errors)")
    }
    let texts = try sandbox.demo(
      "evidence list fields text, source as tsv\nfinding list fields text, due as tsv"
    ).output.split(separator: "\n").flatMap { $0.split(separator: "\t").map(String.init) }
    for (line, text) in Self.lines { #expect(text.isEmpty || texts.contains(text), "\(line)") }
    let conforming = "assessment list where verdict = conforming and reason is empty as ids"
    #expect(try sandbox.demo(conforming).output == "M1-B3/digne\nM1-B5/digne\n")
  }

  @Test(arguments: ["fr", "en"])
  func `names an id and no number`(_ language: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write("c.csv", "id;titre\n1.1;Horaires\n1.10;Délais\n")
    let answer = try sandbox.run(
      "--lang", language, "-c",
      """
      checklist import c.csv to c.rec
      dossier new d --title D
      site add a
      audit open 1 --checklist c.rec
      audit scope a
      criterion show 1.10 fields title as tsv
      criterion show 1.1 fields title as tsv
      criterion show 1.100
      """)
    #expect(answer.status == 1 && answer.errors.contains(" 1.100"), "\(answer.errors)")
    #expect(answer.output.contains("Délais") && answer.output.contains("Horaires"))
  }

  @Test(arguments: [("fr", "ou bien"), ("en", "or else")])
  func `holds a variable only between quotes`(_ language: String, _ words: String) throws {
    let answer = try Sandbox.prepared().run(
      "--lang", language, "--dossier", "demo", "-c",
      "go M1-B4 --site digne\nlet texte = \"x\"\nncmin $texte")
    #expect(answer.status == 2)
    #expect(
      answer.errors.contains("\"\\$texte\"") && answer.errors.contains(words), "\(answer.errors)")
  }

  @Test func `finds a person whatever the accents`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      """
      person add Élodie --name "Élodie Blanc"
      finding add M1-B4 "délai" --grade ncmin --seen rien --site digne
      finding add M1-A1 "horaires" --grade ncmin --seen rien --site digne
      action add "afficher" --finding F1 --owner elodie
      criterion set M1-A1 --owner ÉLODIE
      """)
    #expect(try sandbox.demo("finding list where owner = elodie as ids").output == "F1\nF2\n")
    #expect(try sandbox.demo("finding list where owner = cmartin as ids").output == "")
  }

  @Test(arguments: ["fr", "en"])
  func `takes French quantities and lists`(_ language: String) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try sandbox.run(
      "--lang", language, "--dossier", "demo", "-c",
      """
      go M1-E1 --site digne
      value 1,37 jours
      value 4 jours ouvrés
      value 93,1 % --on M1-B4
      measure add IND-12 65 --parts courrier:1,courriel:2,urne:62
      audit scope digne --modules 1,7
      """)
    #expect(answer.status == 0, "\(answer.errors)")
    // Of the two indicators of a criterion the unit tells which is meant.
    #expect(
      try sandbox.demo("measure list fields indicator, value as csv").output
        .split(separator: "\r\n").dropFirst().sorted()
        == ["IND-01,1.37 d", "IND-02,93.1 %", "IND-08,4 wd", "IND-12,65"].map {
          $0 + ",provisional"
        })
  }
}

struct `The start-up file` {
  private func visit(_ text: String, _ arguments: String...) throws -> Visit {
    let sandbox = try Sandbox()
    let folder = "\(sandbox.path)/home/config/constat"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/start.constat"))
    try Data("let deux = 2\n".utf8).write(to: URL(filePath: "\(folder)/communs.constat"))
    return arguments.isEmpty ? try Visit(sandbox) : try Visit(sandbox, arguments[0])
  }

  @Test func `gives the prompt its variables and definitions`() throws {
    let visit = try visit(
      "source \"communs.constat\"\nlet trois = $deux + 1\ndef dire(a) { print \"dit $a $trois\" }\n"
    )
    try visit.waitFor("aucun dossier ici")
    visit.send("dire oui\r")
    try visit.waitFor("dit oui 3")
    visit.send("quit\r")
    #expect(try visit.terminal.waitForEnd() == 0)
  }

  @Test func `may hold nothing that acts`() throws {
    let visit = try visit("let x = 1\nprint \"bonjour\"\n")
    try visit.waitFor("il peut contenir set, let, def et source")
    visit.send("print \"toujours là\"\r")
    try visit.waitFor("toujours là")
    visit.send("quit\r")
    #expect(try visit.terminal.waitForEnd() == 0)
  }

  @Test func `is left alone when it is not wanted`() throws {
    let visit = try visit("print \"bonjour\"\n", "--no-start")
    try visit.waitFor("aucun dossier ici")
    visit.send("print \"fini\"\r")
    try visit.waitFor("fini")
    #expect(!visit.terminal.screen.text.contains("démarrage"))
    visit.send("quit\r")
    #expect(try visit.terminal.waitForEnd() == 0)
  }
}
