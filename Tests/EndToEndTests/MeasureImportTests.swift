import Foundation
import Testing

struct `An import of measures` {
  private static let heads = "indicateur;site;période;valeur;n;source;rubrique;détail\n"

  @Test func `adds what is new, leaves what is known, and asks before it replaces`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.write(
      "m.csv",
      Self.heads + "IND-01;digne;2025;1,37 jours;212;messagerie;;\nIND-02;Digne;2025;93,1;412;;;\n")
    let preview = try sandbox.demo("measure import m.csv --preview")
    #expect(preview.output.contains("IND-01 · digne · 2025"))
    #expect(preview.errors.contains("aperçu, rien n’est écrit"))
    #expect(try sandbox.demo("measure count").output == "0\n")
    try sandbox.demo("measure import m.csv")
    try sandbox.demo(
      """
      expect $(measure show IND-01/digne/2025).value = 1,37j
      expect $(measure show IND-01/digne/2025).met = yes
      expect $(measure show IND-02/digne/2025).n = 412
      """)
    #expect(try sandbox.demo("measure import m.csv").errors.contains("rien de nouveau"))
    // A blank erases nothing; another value is a decision.
    try sandbox.write("m.csv", Self.heads + "IND-01;digne;2025;1,40 jours;;;;\n")
    let asked = try sandbox.run("--dossier", "demo", "measure", "import", "m.csv")
    #expect(asked.status == 4 && asked.errors.contains("ajoutez --remplacer"))
    #expect(asked.output.contains("1.37 d") && asked.output.contains("1.4 d"))
    try sandbox.demo("measure import m.csv --replace")
    try sandbox.demo(
      """
      expect $(measure show IND-01/digne/2025).value = 1,4j
      expect $(measure show IND-01/digne/2025).n = 212
      expect $(measure show IND-01/digne/2025).source = "messagerie"
      """)
    let log = try sandbox.demo("journal log").output
    #expect(log.contains("import"))
  }

  @Test(
    arguments: [
      ("IND-99;digne;2025;1;;;;", "indicateur", "IND-99", "vouliez-vous dire IND-09"),
      ("IND-01;dingne;2025;1;;;;", "site", "dingne", "vouliez-vous dire digne"),
      ("IND-01;;2025;1;;;;", "site", nil, "donnez --site"),
      ("IND-01;digne;2206;1;;;;", "période", "2206", "1990"),
      ("IND-01;digne;l'an dernier;1;;;;", "période", "l'an dernier", "2026-T3"),
      ("IND-01;digne;2025;=A1;;;;", "valeur", "=A1", "collez la valeur"),
      ("IND-01;digne;2025;#VALEUR!;;;;", "valeur", "#VALEUR!", "corrigez la formule"),
      ("IND-01;digne;2025;1.234,5;;;;", "valeur", "1.234,5", "une seule virgule"),
      ("IND-01;digne;2025;1.234;;;;", "valeur", "1.234", "écrivez 1234"),
      ("IND-01;digne;2025;3 %;;;;", "valeur", "3 %", "dans cette unité"),
      ("IND-01;digne;2025;-3 j;;;;", "valeur", "-3 j", "vérifiez"),
      ("IND-02;digne;2025;193,1;;;;", "valeur", "193,1", "vérifiez"),
      ("IND-01;digne;2025;;;;;", "valeur", nil, "remplissez"),
      ("IND-02;digne;2025;93;douze;;;", "n", "douze", "corrigez"),
      ("IND-02;digne;2025;93;0;;;", "n", "0", "laissez vide"),
      ("IND-02;digne;2025;93;412;;;;37", "I", "37", "donnez un titre"),
      ("IND-02;digne;2025;93;900000000000000000;;;", "n", "900000000000000000", "au plus"),
      (
        "IND-12;digne;2025;65;;;;courrier:1 | urne:62", "détail", "courrier:1 | urne:62",
        "dont la somme est la valeur"
      ),
    ] as [(String, String, String?, String)])
  func `tells each fault by file, row, column, value, reason and remedy, and applies nothing`(
    _ line: String, _ column: String, _ value: String?, _ remedy: String
  ) throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.write("m.csv", Self.heads + "IND-04;digne;2025;95,1 %;;;;\n" + line + "\n")
    let before = try sandbox.contents("demo")
    let answer = try sandbox.run("--dossier", "demo", "measure", "import", "m.csv")
    #expect(answer.status == 1)
    let said = answer.errors.split(separator: "\n").first.map(String.init) ?? ""
    var head = "! m.csv, ligne 3, colonne «\u{A0}\(column)\u{A0}»\u{A0}: "
    if let value { head += "«\u{A0}\(value)\u{A0}» " }
    #expect(said.hasPrefix(head), "\(said)")
    #expect(said.contains(remedy), "\(said)")
    #expect(try sandbox.contents("demo") == before)
    let english = try sandbox.run(
      "--lang", "en", "--json", "--dossier", "demo", "measure", "import", "m.csv")
    #expect(english.output.contains("m.csv, row 3, column"), "\(english.output)")
  }

  @Test func `tells all faults of a file at once`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.write(
      "m.csv",
      Self.heads + "IND-99;digne;2025;1;;;;\nIND-01;digne;2025;x;;;;\n\n"
        + "IND-02;digne;2025;90;;;;\nIND-02;digne;2025;91;;;;\n")
    let answer = try sandbox.run("--dossier", "demo", "measure", "import", "m.csv")
    for row in [2, 3, 6] { #expect(answer.errors.contains("m.csv, ligne \(row),")) }
    #expect(answer.errors.contains("à la ligne 5"))
    #expect(answer.errors.contains("3 fautes, rien n’a été importé"))
  }

  @Test(arguments: [
    (Data([0xFF, 0xFE, 0x61, 0x00]), "UTF-16"), (Data([0x50, 0x4B, 0x03, 0x04]), "classeur"),
    (Data("indicateur;valeur\nIND-01;\"1\n".utf8), "jamais refermé"),
    (Data("indicateur;valeur\nIND-01;1\u{7}\n".utf8), "caractère de commande (0x7)"),
    (Data("indicator\nIND-01\n".utf8), "il manque la colonne «\u{A0}valeur\u{A0}»"),
    (Data(), "le fichier est vide"),
    (Data("indicateur;valeur;valeur\nIND-01;1;2\n".utf8), "figure deux fois"),
  ])
  func `of what is no table says what to do`(_ bytes: Data, _ reason: String) throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.write("m.csv", bytes)
    let answer = try sandbox.run("--dossier", "demo", "measure", "import", "m.csv")
    #expect(answer.status == 1)
    #expect(answer.errors.contains(reason) && answer.errors.contains(" — "), "\(answer.errors)")
  }

  @Test func `of a hundred thousand rows is refused whole, and of thousands taken`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    var text = Self.heads
    func line(_ row: Int) -> String {
      let day = 1 + row % 28
      let month = 1 + row / 28 % 12
      let year = 2000 + row / 336 % 25
      return "IND-01;digne;\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        + ";1,5;12;;rubrique \(row / 8400);\n"
    }
    for row in 0..<10_000 { text += line(row) }
    try sandbox.write("m.csv", text)
    let taken = try sandbox.demo("measure import m.csv")
    #expect(taken.errors.contains("10000 mesures importées"))
    #expect(try sandbox.demo("measure count").output == "10000\n")
    #expect(try sandbox.run("--dossier", "demo", "verify").status == 0)
    for row in 10_000..<100_000 { text += line(row) }
    text += "IND-04;digne;2000;90;;;;\n"
    try sandbox.write("m.csv", text)
    let refused = try sandbox.run("--dossier", "demo", "measure", "import", "m.csv")
    #expect(refused.status == 1 && refused.errors.contains("plus de 99990 lignes"))
    #expect(refused.errors.contains("m.csv, ligne 99992"))
  }
}

struct `A figure` {
  @Test func `that is a total must equal its parts`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let good = try sandbox.demo(
      "measure add IND-12 65 --parts courrier:1,courriel:2,urne:62 --site digne --period 2014")
    #expect(good.errors.contains("IND-12 · digne · 2014\u{A0}: 65"))
    let bad = try sandbox.run(
      "--dossier", "demo", "-c",
      "measure add IND-12 66 --parts courrier:1,courriel:2,urne:62 --site digne --period 2014")
    #expect(bad.status == 1 && bad.errors.contains("les parts font 65, le total dit 66"))
    let sum = try sandbox.demo(
      "measure add IND-12 --parts courrier:1,courriel:2 --site digne --period 2013")
    #expect(sum.errors.contains("2013\u{A0}: 3"))
  }

  @Test func `that is a rate is never shown without its n`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let silent = try sandbox.demo("measure add IND-02 93,1 % --site digne --period 2020")
    #expect(silent.errors.contains("93,1\u{A0}% (n non dit)"))
    #expect(try sandbox.demo("measure list").output.contains("non dit"))
    let said = try sandbox.demo("measure add IND-02 93,1 % --n 412 --site digne --period 2021")
    #expect(said.errors.contains("93,1\u{A0}% (n = 412)"))
  }

  @Test func `is held against its target as strictly as that is set`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let hour = try sandbox.demo("measure add IND-03 60 min --site digne --period 2026")
    #expect(hour.errors.contains("cible < 60\u{A0}min\u{A0}: non atteinte"))
    #expect(
      try sandbox.demo("measure add IND-03 1 h --site digne --period 2025").errors
        .contains("non atteinte"))
    let five = try sandbox.demo("measure add IND-01 5 jours --site digne --period 2026")
    #expect(five.errors.contains("cible <= 5\u{A0}jours\u{A0}: atteinte"))
  }

  @Test func `of one period is one figure, however the period is written`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      """
      measure add IND-04 94 % --site digne --period 2025-Q1
      measure add IND-04 95 % --site digne --period 01/01/2025..31/03/2025
      survey record s1 q --counts bien:1 --favourable bien --site digne --period 2025-Q1
      survey record s1 q --counts bien:2 --favourable bien --site digne --period 2025-T1
      expect $(measure show IND-04/digne/2025-T1).value = 95%
      expect $(measure show IND-04/digne/2025-q1).value = 95%
      expect $(survey show s1/q/digne/2025-Q1).n = 2
      measure set IND-04/digne/2025-Q1 --n 12
      """)
    try sandbox.write(
      "m.csv", "indicateur;site;période;valeur\nIND-04;digne;2025-Q1;95 %\n")
    #expect(try sandbox.demo("measure import m.csv").errors.contains("1 ligne déjà connue"))
    #expect(try sandbox.demo("measure list as ids").output == "IND-04/digne/2025-T1\n")
    #expect(try sandbox.demo("survey count").output == "1\n")
    let tree = try sandbox.demo("explain IND-04/digne/2025-Q1").output
    #expect(tree.contains("mesure 2025-T1\u{A0}: 95\u{A0}%"), "\(tree)")
    try sandbox.demo("measure remove IND-04/digne/2025-Q1 --reason essai")
    #expect(try sandbox.demo("measure count").output == "0\n")
  }

  @Test func `says which periods it lacks and that it is stale`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      """
      measure add IND-04 94 % --site digne --period 2025-T1
      measure add IND-04 95 % --site digne --period 2025-T4
      expect count($(indicator show IND-04).missing) = 2
      expect $(indicator show IND-04).stale = yes
      expect $(indicator show IND-04).due = 2026-03-31
      measure add IND-01 2 jours --site digne --period 2026
      expect $(indicator show IND-01).stale = no
      """)
    #expect(try sandbox.demo("indicator list").output.contains("2025-Q2, 2025-Q3"))
  }
}

struct `The shipped scripts for figures` {
  @Test func `load every published figure, and find each as it was published`() throws {
    let sandbox = try Sandbox()
    let script = "\(Sandbox.checklists)/scripts/chiffres-publies.constat"
    #expect(try sandbox.run("check", script).status == 0)
    let answer = try sandbox.run("run", script, "--folder", "publies")
    #expect(answer.status == 0, "\(answer.errors)")
    // A second look, by other eyes than the script's own.
    let csv = try sandbox.run(
      "--dossier", "publies", "measure", "list", "fields", "indicator,site,period,item,value", "as",
      "csv"
    ).output
    let published = [
      "IND-02,digne,2020,,93.1 %", "IND-01,digne,2020,,1.37 d", "IND-04,digne,2020-T1,,95.16 %",
      "IND-10,digne,2019-T4,,70 %", "IND-14,reunion,2012-11,téléphone,15.46 %",
      "IND-05,haute-loire,2011-12,,2 %", "IND-16,national,2017,,84.31 %",
      "REP-02,seine-saint-denis,2015,,600000", "REP-04,savoie,2014-09-23..2014-09-24,,1.5 d",
    ]
    for line in published { #expect(csv.contains(line), "\(line)") }
  }

  @Test func `import the indicators of a period, and say what is missed`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let script = "\(Sandbox.checklists)/scripts/indicateurs.constat"
    #expect(try sandbox.run("check", script).status == 0)
    let table = Data(
      "indicateur;période;valeur;n;source\r\nIND-01;2026;1,9;212;messagerie\r\n".utf8)
    try sandbox.write("t.csv", table)
    let words = [
      "--dossier", "demo", "run", script, "--fichier", sandbox.at("t.csv"), "--site", "digne",
    ]
    let good = try sandbox.run(words)
    #expect(good.status == 0, "\(good.errors)")
    #expect(try sandbox.run(words).errors.contains("rien de nouveau"))
    try sandbox.write("t.csv", "indicateur;période;valeur\nIND-07;2026;19 jo\n")
    let missed = try sandbox.run(words)
    #expect(missed.status == 3 && missed.output.contains("objectif manqué : IND-07"))
    #expect(try sandbox.demo("measure count").output == "2\n")
  }
}
