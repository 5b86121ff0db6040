import Foundation
import Testing

struct `A sample` {
  @Test func `is drawn as sha256sum and sort draw it`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let draw = try sandbox.demo(
      "sample draw --population 240 --size 10 --criterion M1-E1 --site digne --draw-seed \"17 4 6\""
    )
    #expect(draw.errors.contains("E1\u{A0}: 10 tirés sur 240, graine 17 4 6"))
    let ranks = try sandbox.demo("sample show E1 as ids").output.split(separator: "\n")
      .map(String.init)
    let judge = try sandbox.shell(
      #"for i in $(seq 240); do printf '%s %s\n' "$(printf '17 4 6,%d' $i | sha256sum | cut -d' ' -f1)" $i; done | sort | head -10 | cut -d' ' -f2"#
    )
    #expect(ranks.count == 10)
    #expect(ranks == judge.output.split(separator: "\n").map(String.init))
  }

  @Test func `has a seed of its own that is kept, and grows without losing an item`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("sample draw --population 60 --size 5 --title essai")
    let before = try sandbox.demo("sample show E1 as ids").output.split(separator: "\n")
    let more = try sandbox.demo("sample extend E1 as ids").output.split(separator: "\n")
    let after = try sandbox.demo("sample show E1 as ids").output.split(separator: "\n")
    #expect(more.count == 5 && before + more == after)
    try sandbox.demo("sample extend E1 --size 60")
    let all = try sandbox.demo("sample show E1 as ids").output.split(separator: "\n").compactMap {
      Int($0)
    }
    #expect(all.sorted() == Array(1...60))
    let full = try sandbox.run("--dossier", "demo", "sample", "extend", "E1")
    #expect(full.status == 1 && full.errors.contains("toute la population"))
    let seeds = try sandbox.demo(
      "sample draw --population 60 --size 5\nsample list fields seed as csv"
    ).output.split(separator: "\n").suffix(2)
    #expect(Set(seeds).count == 2)
  }

  @Test func `of a register is drawn by name, filled in and read back`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    var register = "n°;objet;reçu;répondu\r\n"
    for number in 1...40 {
      let answer = number % 4 == 0 ? "12/06/2026" : "03/06/2026"
      register += "C-\(number);demande;01/06/2026;\(answer)\r\n"
    }
    try sandbox.write("registre.csv", Data(register.data(using: .windowsCP1252) ?? Data()))
    let draw = try sandbox.demo(
      "sample draw --from registre.csv --size 12 --criterion M1-E2 --site digne --draw-seed a")
    #expect(draw.errors.contains("Windows-1252"))
    let drawn = Set(
      try sandbox.demo("sample show E1 as ids").output.split(separator: "\n").map(String.init))
    let late = drawn.filter { (Int($0.dropFirst(2)) ?? 0) % 4 == 0 }
    try #require(!late.isEmpty && late.count < 12)
    // 1 to 3 June is 2 working days, to 12 June 9; the indicator asks for 15: a limit of its own.
    let again = try sandbox.demo(
      "sample draw --from registre.csv --size 12 --criterion M1-E2 --site digne --draw-seed a --limit 5jo"
    )
    #expect(again.errors.contains("E2"))
    let record = try sandbox.demo("sample record E2 --from registre.csv")
    #expect(record.errors.contains("12 éléments relevés, 28 hors échantillon laissés de côté"))
    #expect(record.errors.contains("<= 5\u{A0}jours ouvrés"))
    let shown = try sandbox.demo("sample list where id = E2 as json").output
    #expect(shown.contains("\"n\": 12"))
    for item in late {
      #expect(record.output.contains(item), "\(record.output)")
      let row = (Int(item.dropFirst(2)) ?? 0) + 1
      #expect(record.output.contains("\(row)"))
    }
    #expect(record.errors.contains("échantillon étendre E2"))
    #expect(
      try sandbox.demo("sample list where status = to-extend as ids").output == "E2\n")
    // The same file again changes nothing and says so.
    let entries = try sandbox.demo("dossier show").output
    let twice = try sandbox.demo("sample record E2 --from registre.csv --preview")
    #expect(twice.errors.contains("0 changement, 12 lignes déjà connues"))
    #expect(try sandbox.demo("dossier show").output == entries)
  }

  @Test func `becomes a measurement with its n and source`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      """
      sample draw --population 3 --size 3 --criterion M1-E1 --site digne --indicator IND-01
      sample record E1 1 --received 2026-11-02 --answered 2026-11-03
      sample record E1 2 --received 2026-11-02 --answered 2026-11-04
      sample record E1 3 --received 2026-11-02 --answered 2026-11-10
      measure add IND-01 --sample E1 --period 2026-T4
      measure add IND-01 --sample E1 --period 2026-T4 --statistic share
      measure add IND-01 --sample E1 --period 2026-T4 --statistic median
      expect $(measure show IND-01/digne/2026-T4).value = 3,67j
      expect $(measure show IND-01/digne/2026-T4).n = 3
      expect $(measure show IND-01/digne/2026-T4).met = yes
      expect $(measure show IND-01/digne/2026-T4/median).value = 2j
      expect $(measure show IND-01/digne/2026-T4/share).value = 66,7%
      expect $(measure show IND-01/digne/2026-T4/share).met is empty
      expect $(measure show IND-01/digne/2026-T4).source = "échantillon E1, 3 sur 3"
      expect count($(sample show E1).late) = 1
      """)
  }

  @Test func `of mystery calls is a grid of questions`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.write(
      "appels.csv",
      "rang;créneau;Moins de 5 sonneries;L'agent se présente;remarque\n"
        + "1;lundi 9h;oui;oui;\n2;lundi 14h;oui;non;« Allô ? »\n3;mardi 9h;non;oui;sept sonneries\n"
        + "4;mardi 14h;oui;;coupé\n")
    try sandbox.demo("sample draw --population 4 --size 4 --criterion M1-C2 --site digne")
    let record = try sandbox.demo("sample record E1 --from appels.csv")
    #expect(record.errors.contains("Moins de 5 sonneries\u{A0}: 75\u{A0}% (3 sur 4"))
    #expect(record.errors.contains("L'agent se présente\u{A0}: 66,7\u{A0}% (2 sur 3"))
    #expect(record.output.contains("✗ L'agent se présente"))
    #expect(record.output.contains("sept sonneries"))
    #expect(record.errors.contains("! colonnes non lues\u{A0}: créneau\n"))
  }

  @Test func `of mystery calls refuses a cell that is neither yes nor no`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let heads = "rang;Clair\u{A0}?;Poli\u{A0}?;relances\n"
    try sandbox.write(
      "appels.csv", heads + "1;oui;oui;0\n2;oui;nonn;2\n3;non;oui;1\n4;oui;non;3\n")
    try sandbox.demo("sample draw --population 4 --size 4 --criterion M1-C2 --site digne")
    let before = try sandbox.contents("demo")
    let answer = try sandbox.run(
      "--dossier", "demo", "sample", "record", "E1", "--from", "appels.csv")
    #expect(answer.status == 1)
    #expect(
      answer.errors.hasPrefix(
        "! appels.csv, ligne 3, colonne «\u{A0}Poli\u{A0}?\u{A0}»\u{A0}: «\u{A0}nonn\u{A0}» n’est pas oui ou non"
      ), "\(answer.errors)")
    #expect(try sandbox.contents("demo") == before)
    try sandbox.write(
      "appels.csv", heads + "1;oui;oui;0\n2;oui;non;2\n3;non;oui;1\n4;oui;non;3\n")
    let record = try sandbox.demo("sample record E1 --from appels.csv")
    #expect(record.errors.contains("Poli\u{A0}?\u{A0}: 50\u{A0}%"), "\(record.errors)")
    #expect(record.errors.contains("! colonnes non lues\u{A0}: relances\n"))
  }

  @Test(arguments: [
    ("item,received,answered\n1,2026-06-02,2026-06-01\n", 2, "answered", "précède la réception"),
    ("item,received\n1,2026-02-30\n", 2, "received", "n’est pas une date"),
    ("item,received\n1,03/02/26\n", 2, "received", "n’est pas une date"),
    ("item,received\n1,0202-02-03\n", 2, "received", "trop ancien"),
    ("item,received\n1,2206-02-03\n", 2, "received", "dans l’avenir"),
    ("item,received\n1,=TODAY()\n", 2, "received", "est une formule"),
    ("item,received\n1,#N/A\n", 2, "received", "erreur du tableur"),
    ("item,received\n\n9,2026-02-03\n", 3, "item", "n’est pas dans la population"),
    ("item,received\n1,2026-02-03\n1,2026-02-04\n", 3, "item", "figure déjà à la ligne 2"),
    ("item,value\n1,\"1.234,5\"\n", 2, "value", "plusieurs marques décimales"),
    ("item,value\n1,beaucoup\n", 2, "value", "n’est pas une quantité"),
    ("item,value\n1,3 %\n", 2, "value", "ne se compare pas"),
    ("item,conforming\n1,peut-être\n", 2, "conforming", "n’est pas oui ou non"),
  ])
  func `refuses a file with its row, column, value, reason and remedy, and keeps nothing`(
    _ text: String, _ row: Int, _ column: String, _ reason: String
  ) throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("sample draw --population 4 --size 4 --criterion M1-E1 --site digne")
    let before = try sandbox.contents("demo")
    try sandbox.write("f.csv", text)
    let answer = try sandbox.run("--dossier", "demo", "sample", "record", "E1", "--from", "f.csv")
    #expect(answer.status == 1)
    let line = answer.errors.split(separator: "\n").first.map(String.init) ?? ""
    #expect(
      line.hasPrefix("! f.csv, ligne \(row), colonne «\u{A0}\(column)\u{A0}»\u{A0}: «"), "\(line)")
    #expect(line.contains(reason) && line.contains(" — "), "\(line)")
    #expect(answer.errors.contains("rien n’a été importé"))
    #expect(try sandbox.contents("demo") == before)
  }

  @Test(arguments: [
    ("sample draw --size 3", "tirer dans quoi"),
    ("sample draw --population 3 --size 4", "on ne peut pas tirer 4 dans 3"),
    ("sample draw --population 0 --size 1", "une population va de 1"),
    ("sample draw --population 9", "combien en tirer"),
    ("sample record E1 99 --value 3j", "n’est pas dans la population de 20"),
    ("sample record E1 1", "que relever"),
    ("measure add IND-01 --sample E1", "ne donne pas encore de valeur"),
  ])
  func `says what cannot be done with it`(_ command: String, _ reason: String) throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("sample draw --population 20 --size 20 --title x")
    let answer = try sandbox.run("--dossier", "demo", "-c", command)
    #expect(answer.status == 1)
    #expect(
      answer.errors.replacing("\u{202F}", with: " ").contains(reason), "\(answer.errors)")
  }
}

struct `A survey` {
  @Test func `gives a rate with its n and its interval, and becomes a measurement`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let record = try sandbox.demo(
      """
      survey record accueil propreté --counts "très bien:210",bien:174,mal:28,"sans avis:9" --favourable "très bien",bien --excluded "sans avis" --site digne --period 2026
      """)
    #expect(
      record.errors.contains(
        "93,2\u{A0}% (384 sur 412\u{202F}; à 95\u{A0}%\u{A0}: 90,4\u{A0}% à 95,3\u{A0}%)"),
      "\(record.errors)")
    try sandbox.demo(
      """
      measure add IND-02 --survey accueil
      expect $(measure show IND-02/digne/2026).value = 93,2%
      expect $(measure show IND-02/digne/2026).n = 412
      expect $(survey list where rate > 90% and n = 412).id = "accueil/propreté/digne/2026"
      """)
  }

  @Test func `has those who are asked drawn, more of them later, and says which share answered`()
    throws
  {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      "survey draw accueil --population 240 --size 40 --site digne --draw-seed \"17 4 6\"")
    let drawn = try sandbox.demo("sample show E1 as ids").output
    try sandbox.demo(
      "sample draw --population 240 --size 40 --site digne --draw-seed \"17 4 6\"")
    #expect(try sandbox.demo("sample show E2 as ids").output == drawn)
    let more = try sandbox.demo("enquête étendre Accueil --taille 50 as ids").output
    #expect(try sandbox.demo("sample show E1 as ids").output == drawn + more)
    try sandbox.demo(
      """
      survey record accueil propreté --counts bien:15,mal:5 --favourable bien --site digne --period 2026
      survey record accueil propreté --counts bien:15 --site manosque --period 2026
      expect $(survey list where site = digne).drawn = 50
      expect $(survey list where site = digne).response = 40%
      expect $(survey show accueil/propreté/manosque/2026).drawn is empty
      """)
    let unknown = try sandbox.run("--dossier", "demo", "survey", "extend", "acueil")
    #expect(unknown.status == 1 && unknown.errors.contains("vouliez-vous dire accueil"))
    try sandbox.demo("survey draw accueil --population 9 --size 3 --site manosque")
    let unclear = try sandbox.run("--dossier", "demo", "survey", "extend", "accueil")
    #expect(unclear.status == 1 && unclear.errors.contains("accueil · manosque"))
  }

  @Test func `is read from a file of counts`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.write(
      "e.csv",
      "Question;Réponse;Effectif;Sens\nattente;satisfait;30;favorable\nattente;non;10;autre\n"
        + "attente;sans avis;2;hors-compte\ncourtoisie;satisfait;39;favorable\ncourtoisie;non;1;autre\n"
    )
    let record = try sandbox.demo(
      "survey record accueil --from e.csv --site digne --period 2026")
    #expect(record.errors.contains("accueil · attente · digne · 2026\u{A0}: 75\u{A0}% (30 sur 40"))
    try sandbox.write("e.csv", "question;réponse;effectif;sens\nattente;satisfait;31;favorable\n")
    let known = try sandbox.run(
      "--dossier", "demo", "survey", "record", "accueil", "--from", "e.csv", "--site", "digne",
      "--period", "2026")
    #expect(known.status == 4 && known.errors.contains("--remplacer"))
    try sandbox.write("e.csv", "question;réponse;effectif;sens\nattente;satisfait;trois;bof\n")
    let faulty = try sandbox.run(
      "--dossier", "demo", "survey", "record", "accueil", "--from", "e.csv", "--site", "digne")
    #expect(faulty.status == 1)
    #expect(faulty.errors.contains("colonne «\u{A0}effectif\u{A0}»\u{A0}: «\u{A0}trois\u{A0}»"))
    #expect(faulty.errors.contains("colonne «\u{A0}sens\u{A0}»\u{A0}: «\u{A0}bof\u{A0}»"))
  }
}
