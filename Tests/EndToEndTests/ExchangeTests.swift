import Foundation
import Testing

@Suite(.serialized)
struct `A checklist in and out` {
  /// The folder of public data beside the project, where there is one.
  private static let data = URL(filePath: Sandbox.checklists)
    .appending(path: "../../shared/data").standardized.path

  private func published(_ name: String) -> String? {
    let path = "\(Self.data)/\(name)"
    if FileManager.default.fileExists(atPath: path) { return path }
    Issue.record("\(name) is not here: its import was NOT run", severity: .warning)
    return nil
  }

  @Test func `of NIST SP 800-53 loads whole from OSCAL`() throws {
    guard let path = published("nist-sp800-53-rev5-low-catalog.oscal.json") else { return }
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let answer = try sandbox.run(
      "--lang", "en", "-c", "checklist import \"\(path)\" --id sp800-53-low to \"nist.rec\"")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.errors.contains("18 modules, 149 criteria"), "\(answer.errors)")
    #expect(try sandbox.run("check", "nist.rec").status == 0)
    try sandbox.demo(
      """
      audit open NIST --checklist nist.rec
      expect $(criterion count --audit NIST) = 149
      expect $(criterion show ac-1 --audit NIST).ref = "AC-1"
      expect $(criterion show ac-1 --audit NIST).note ~ "Develop, document, and disseminate"
      """)
    #expect(
      try sandbox.demo("criterion show ac-1 --audit NIST as json").output.contains("\"examine\""))
    if try Outside.isThere("recfix", for: "its check of the import", sandbox) {
      #expect(try sandbox.shell("recfix --check nist.rec").status == 0)
    }
  }

  @Test func `of the RGAA loads its 13 topics, 106 criteria and 258 tests`() throws {
    guard let path = published("rgaa-4.1-criteres.json") else { return }
    let sandbox = try Sandbox()
    let answer = try sandbox.run(
      "-c", "checklist import \"\(path)\" --status official to \"rgaa.rec\"")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.errors.contains("13 modules, 106 critères"), "\(answer.errors)")
    let text = try sandbox.text("rgaa.rec")
    #expect(text.components(separatedBy: "\nEvidence_fr: ").count - 1 == 258)
    #expect(!text.contains("](#"))
    #expect(text.contains("Status: official"))
  }

  @Test func `of the OSCAL examples keeps groups within groups`() throws {
    guard let path = published("basic-catalog.oscal.json") else { return }
    let sandbox = try Sandbox()
    #expect(try sandbox.run("-c", "checklist import \"\(path)\" to \"b.rec\"").status == 0)
    #expect(try sandbox.run("check", "b.rec").status == 0)
    #expect(try sandbox.text("b.rec").contains("Chapter_fr: "))
  }

  @Test func `goes to LibreOffice and comes back with the same criteria`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("checklist export qual-e-pref to \"q.fods\"")
    guard try sandbox.office("q.fods", to: "csv:Text - txt - csv (StarCalc):59,34,76") else {
      return
    }
    try sandbox.demo("checklist import out/q.csv --id retour to \"retour.rec\"")
    try sandbox.demo(
      """
      audit open R --checklist retour.rec
      expect $(criterion count --audit R) = 61
      expect $(criterion show M1-E1 --audit R).title = $(criterion show M1-E1 --audit 2026-001).title
      expect $(criterion show M1-E1 --audit R).methods = $(criterion show M1-E1 --audit 2026-001).methods
      expect $(criterion show M1-E1 --audit R).expected = $(criterion show M1-E1 --audit 2026-001).expected
      expect $(criterion show M1-E1 --audit R).provenance = established
      """)
  }

  @Test func `from a French spreadsheet in Windows-1252 is read as it is meant`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let text =
      "Identifiant;N°;Module;Titre du module;Intitulé;Méthodes;Preuves attendues\r\n"
      + ";A1;1;Accueil;L'accueil est « œuvré » ;examen | observation;affiche | photo\r\n"
    try sandbox.write("grille.csv", try #require(text.data(using: .windowsCP1252)))
    let answer = try sandbox.demo("checklist import grille.csv")
    #expect(answer.errors.contains("Windows-1252"))
    let rec = try sandbox.text("grille.rec")
    #expect(rec.contains("Title_fr: L'accueil est « œuvré »"))
    #expect(rec.contains("Method: examine\nMethod: observe"))
    #expect(rec.contains("Evidence_fr: affiche\nEvidence_fr: photo"))
    #expect(rec.contains("Status: provisional"))
    let again = try sandbox.run("--dossier", "demo", "checklist", "import", "grille.csv")
    #expect(again.status == 1 && again.errors.contains("existe déjà"))
  }

  @Test(
    arguments: [
      ("a b;Un titre;;;", "id", "a b", "32 caractères au plus"),
      ("A1;;;;", "titre", nil, "remplissez"), ("A1;T;voyance;;", "méthodes", "voyance", "connues"),
      ("A1;T;;sûre;", "provenance", "sûre", "connues : établi"),
      ("A1;T;;;beaucoup", "échantillon", "beaucoup", "écrivez 10"),
      ("A1;T;;;\na1;U;;;", "id", "a1", "un identifiant par critère"),
    ] as [(String, String, String?, String)])
  func `from a faulty table is refused cell by cell`(
    _ line: String, _ column: String, _ value: String?, _ remedy: String
  ) throws {
    let sandbox = try Sandbox()
    try sandbox.write("t.csv", "id;titre;méthodes;provenance;échantillon\n" + line + "\n")
    let answer = try sandbox.run("-c", "checklist import t.csv")
    #expect(answer.status == 1)
    let said = (answer.errors.split(separator: "\n").first.map(String.init) ?? "")
      .replacing("\u{A0}", with: " ")
    #expect(
      said.contains(", colonne « \(column) » : \(value.map { "« \($0) » " } ?? "")"), "\(said)")
    #expect(said.contains(remedy), "\(said)")
    #expect(try sandbox.files().contains("t.rec") == false)
  }

  @Test(arguments: ["{", "{\"a\": 1}", "{\"catalog\": {\"metadata\": {}}}", "{\"topics\": []}"])
  func `from faulty JSON is refused with its place`(_ text: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write("t.json", text)
    let answer = try sandbox.run("-c", "checklist import t.json")
    #expect(answer.status == 1 && answer.errors.contains("! t.json"), "\(answer.errors)")
    #expect(answer.errors.contains(" — "))
  }

  @Test func `for CISO Assistant is a library that PyYAML reads`() throws {
    let sandbox = try Sandbox()
    let answer = try sandbox.run("-c", "checklist export qual-e-pref to \"q.yaml\"")
    #expect(answer.status == 0, "\(answer.errors)")
    let check = """
      import json, sys
      try:
        import yaml
        library = yaml.safe_load(open('q.yaml', encoding='utf-8'))
      except ImportError:
        library = json.load(open('q.yaml', encoding='utf-8'))
      assert all(library[k] for k in ('urn', 'ref_id', 'locale', 'name', 'version', 'objects'))
      framework = library['objects']['framework']
      nodes = framework['requirement_nodes']
      urns = [n['urn'] for n in nodes]
      assert len(set(urns)) == len(urns) and all(u.isascii() and u == u.lower() for u in urns)
      assert all(n['parent_urn'] in urns for n in nodes if n['depth'] == 2)
      print(sum(n['assessable'] for n in nodes))
      """
    guard try Outside.isThere("python3", for: "the reading of the library", sandbox) else { return }
    try sandbox.write("check.py", check)
    let read = try sandbox.shell("python3 check.py")
    #expect(read.output == "61\n", "\(read.errors)")
  }

  @Test(arguments: ["csv", "fods", "json", "rec"])
  func `is written for each use`(_ form: String) throws {
    let sandbox = try Sandbox()
    let answer = try sandbox.run("-c", "checklist export qual-e-pref to \"q.\(form)\"")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try sandbox.text("q.\(form)").contains("M7-1"))
    let nowhere = try sandbox.run("-c", "checklist export qual-e-pref")
    #expect(nowhere.status == 1 && nowhere.errors.contains("où l’écrire"))
  }
}

struct `A new edition of a checklist` {
  /// The label's checklist with one criterion renamed, one gone and one more.
  private func edition(_ sandbox: Sandbox) throws {
    let text = try String(
      contentsOfFile: "\(Sandbox.checklists)/qual-e-pref.rec", encoding: .utf8)
    let renamed = text.replacing("Edition: 2019-02-04", with: "Edition: 2027-01-01")
      .replacing("Id: M1-A1\n", with: "Id: M1-A0\n").replacing("Id: M1-A2\n", with: "Id: M1-A9\n")
    try sandbox.write("e2027.rec", renamed)
  }

  @Test func `never touches an open audit by itself`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try edition(sandbox)
    let before = try sandbox.demo("criterion list as json").output
    try sandbox.demo("audit open 2027 --checklist e2027.rec")
    #expect(try sandbox.demo("criterion list --audit 2026-001 as json").output == before)
    try sandbox.demo("checklist map qual-e-pref e2027.rec")
    #expect(try sandbox.demo("criterion list --audit 2026-001 as json").output == before)
  }

  @Test func `takes the answers over through a mapping, and lists the holes`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try edition(sandbox)
    try sandbox.demo(
      """
      ok "horaires affichés" --on M1-A1 --site digne
      ok "enquête publiée" --on M1-A2 --site digne
      ok "registre tenu" --on M1-A3 --site digne
      ncmin "délai non affiché" --on M1-B4 --site digne
      """)
    let early = try sandbox.run("--dossier", "demo", "audit", "migrate", "e2027.rec")
    #expect(early.status == 1 && early.errors.contains("référentiel relier"))
    let map = try sandbox.demo("checklist map qual-e-pref e2027.rec")
    #expect(map.errors.contains("sans équivalent (2)\u{A0}: M1-A1, M1-A2"), "\(map.errors)")
    #expect(map.errors.contains("nouveaux (2)\u{A0}: M1-A0, M1-A9"))
    try sandbox.write(
      "table.csv",
      "de;vers\nM1-A1;M1-A0\n" + "M1-A2;\nM1-A3;M1-A3\nM1-B4;M1-B4\n")
    try sandbox.demo("checklist map qual-e-pref e2027.rec --table table.csv")
    let preview = try sandbox.demo("audit migrate e2027.rec --preview")
    #expect(preview.errors.contains("rien n’est écrit"))
    #expect(try sandbox.demo("assessment show M1-A1/digne as json").output.contains("conforming"))
    let migrated = try sandbox.demo("audit migrate e2027.rec")
    #expect(migrated.errors.contains("3 verdicts portés, 1 constat porté"), "\(migrated.errors)")
    #expect(migrated.output.contains("M1-A2 · digne\u{A0}: sans équivalent (conforme)"))
    #expect(migrated.output.contains("M1-A9 · digne\u{A0}: nouveau, à évaluer"))
    try sandbox.demo(
      """
      expect $(assessment show M1-A0/digne).verdict = conforming
      expect $(assessment show M1-A3/digne).verdict = conforming
      expect $(assessment show M1-B4/digne).verdict = nonconforming
      expect $(assessment show M1-A9/digne).verdict = not-assessed
      expect $(finding show F1).criterion = M1-B4
      expect $(evidence count where criterion = M1-A0) = 1
      expect $(audit show 2026-001).checklist = qual-e-pref
      """)
    #expect(
      try sandbox.demo("evidence list where criterion = M1-A0").output
        .contains("repris de M1-A1 (qual-e-pref 2019-02-04)"))
  }

  @Test func `contradicts what another said of an old criterion without knowing of it`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try edition(sandbox)
    try sandbox.demo("ok \"vu\" --on M1-A1 --site digne")
    try sandbox.demo("checklist map qual-e-pref e2027.rec --pairs M1-A1:M1-A0,M1-A3:M1-A3")
    try sandbox.copy(sandbox.at("demo"), to: "copy")
    let bob = try sandbox.run(
      [
        "--dossier", "copy", "-c",
        """
        na "sans objet" --on M1-A1 --site digne
        na "sans objet" --on M1-A2 --site digne
        ok "registre tenu" --on M1-A3 --site digne
        """,
      ], environment: ["CONSTAT_ME": "bob"])
    #expect(bob.status == 0, "\(bob.errors)")
    try sandbox.demo("audit migrate e2027.rec")
    #expect(try sandbox.run("--dossier", "demo", "merge", "copy").status == 4)
    let conflicts = try sandbox.demo("conflict list fields record as tsv").output
    #expect(conflicts.contains("M1-A1") && conflicts.contains("M1-A2"), "\(conflicts)")
    #expect(!conflicts.contains("M1-A3"), "what stays the same criterion counts on")
    try sandbox.demo("expect $(assessment show M1-A3/digne).verdict = conforming")
  }

  @Test func `with criteria split or united leaves what is not clear to a person`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try edition(sandbox)
    try sandbox.demo(
      """
      ok "a" --on M1-A1 --site digne
      ok "b" --on M1-A3 --site digne
      na "c" --on M1-A4 --site digne
      checklist map qual-e-pref e2027.rec --pairs M1-A1:M1-A0,M1-A1:M1-A9,M1-A3:M1-A5,M1-A4:M1-A5
      """)
    let migrated = try sandbox.demo("audit migrate e2027.rec")
    #expect(migrated.output.contains("M1-A1 · digne\u{A0}: devient M1-A0, M1-A9, à réévaluer"))
    #expect(
      migrated.output.contains(
        "M1-A5 · digne\u{A0}: réunit M1-A3, M1-A4, dont les verdicts diffèrent"))
    #expect(migrated.errors.contains("0 verdict porté"))
    #expect(try sandbox.demo("assessment count where verdict != not-assessed").output == "0\n")
  }
}
