import Foundation
import Testing

extension Sandbox {
  /// Makes another form of a file by LibreOffice, as a person saves it; false where it is not.
  func office(_ file: String, to form: String) throws -> Bool {
    guard try Outside.isThere("soffice", for: "the saving of \(file)", self) else { return false }
    let answer = try shell(
      "soffice \"-env:UserInstallation=file://$HOME/office\" --headless --convert-to \"$1\" --outdir out \"$2\"",
      form, file)
    #expect(answer.status == 0, "\(answer.errors)")
    // Without its spreadsheet it says that all went well and writes nothing.
    let stem = file.split(separator: ".")[0]
    if try files().contains("out/\(stem).\(form.prefix { $0 != ":" })") { return true }
    Issue.record("LibreOffice has no Calc: the saving of \(file) was NOT run", severity: .warning)
    return false
  }

  /// Changes the line of a text that begins with some words.
  func change(_ file: String, line start: String, _ edit: (inout [String]) -> Void) throws -> String
  {
    var lines = try text(file).components(separatedBy: "\n")
    let place = try #require(lines.firstIndex { $0.hasPrefix(start) }, "\(lines.prefix(4))")
    var cells = lines[place].components(separatedBy: ";")
    edit(&cells)
    lines[place] = cells.joined(separator: ";")
    return lines.joined(separator: "\n")
  }
}

@Suite(.serialized)
struct `The grid of an audit` {
  @Test(arguments: ["76", "1"])
  func `goes to LibreOffice and comes back`(_ characters: String) throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      """
      note "vu à l'accueil" --on M1-A1 --site digne
      ok "horaires affichés" --on M1-A1 --site digne
      ncmin "délai non affiché" --on M1-B4 --site digne
      audit export to "grille.fods"
      """)
    // 59 is the semicolon, 34 the quotation mark, 76 UTF-8 and 1 Windows-1252.
    guard
      try sandbox.office(
        "grille.fods", to: "csv:Text - txt - csv (StarCalc):59,34,\(characters)")
    else { return }
    var bytes = try sandbox.read("out/grille.csv")
    if characters == "1" {
      bytes = Data(try #require(String(data: bytes, encoding: .windowsCP1252)).utf8)
    }
    try sandbox.write("grille.csv", bytes)
    // As it came it changes nothing.
    let same = try sandbox.demo("audit import grille.csv")
    #expect(same.errors.contains("rien de nouveau"))
    let text = try sandbox.change("grille.csv", line: "M1-A3;digne") { cells in
      cells[3] = "conforme"
      cells[5] = "registre lu, douze réponses sur douze"
    }
    try sandbox.write("grille.csv", text)
    let other = try sandbox.change("grille.csv", line: "M1-A6;digne") { cells in
      cells[3] = "Sans objet"
      cells[4] = "aucun accueil physique à cet étage"
    }
    let encoded = characters == "1" ? other.data(using: .windowsCP1252) : Data(other.utf8)
    try sandbox.write("grille.csv", try #require(encoded))
    let preview = try sandbox.demo("audit import grille.csv --preview")
    #expect(preview.output.contains("M1-A3 · digne"))
    #expect(preview.errors.contains("4 changements"), "\(preview.errors)")
    #expect(try sandbox.demo("assessment count where verdict = not-applicable").output == "0\n")
    let taken = try sandbox.demo("audit import grille.csv")
    #expect(taken.errors.contains("2 lignes reprises"), "\(taken.errors)")
    try sandbox.demo(
      """
      expect $(assessment show M1-A3/digne).verdict = conforming
      expect $(assessment show M1-A6/digne).reason = "aucun accueil physique à cet étage"
      expect $(assessment show M1-A1/digne).verdict = conforming
      expect $(evidence count where criterion = M1-A3 and text = "registre lu, douze réponses sur douze") = 1
      """)
    // What the file leaves empty stays; what it would replace is a decision.
    #expect(try sandbox.demo("audit import grille.csv").errors.contains("rien de nouveau"))
    try sandbox.write("grille.csv", other)
    let replaced = try sandbox.change("grille.csv", line: "M1-A3;digne") { $0[3] = "non-évalué" }
    try sandbox.write("grille.csv", replaced)
    let asked = try sandbox.run("--dossier", "demo", "audit", "import", "grille.csv")
    #expect(asked.status == 4 && asked.output.contains("conforme"), "\(asked)")
  }

  @Test func `saved as a workbook is refused with what to do`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("audit export to \"grille.fods\"")
    guard try sandbox.office("grille.fods", to: "xlsx") else { return }
    let answer = try sandbox.run("--dossier", "demo", "audit", "import", "out/grille.xlsx")
    #expect(answer.status == 1 && answer.errors.contains("enregistrez-le en CSV"))
  }

  @Test(arguments: [
    ("M9-Z9;digne;;conforme;;", 2, "critère", "M9-Z9", "n’est pas un critère"),
    ("M1-A1;dignes;;conforme;;", 2, "site", "dignes", "sites visités : digne, manosque"),
    ("M1-A1;manosque;;conforme;;", 2, "critère", "M1-A1", "n’est pas dans le périmètre"),
    ("M1-A1;digne;;bon;;", 2, "verdict", "bon", "n’est pas"),
    ("M1-A1;digne;;sans-objet;;", 2, "verdict", "sans-objet", "demande une raison"),
    ("M1-B4;digne;;conforme;;", 2, "verdict", "conforme", "non-conformité ouverte (F1)"),
    ("M1-A1;digne;;conforme;;\nM1-A1;digne;;;;", 3, "critère", "M1-A1", "à la ligne 2"),
    (";digne;;conforme;;", 2, "critère", "", "la cellule est vide"),
  ])
  func `tells a fault by file, row, column, value and reason, and takes nothing`(
    _ line: String, _ row: Int, _ column: String, _ value: String, _ reason: String
  ) throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("ncmin \"délai non affiché\" --on M1-B4 --site digne")
    try sandbox.write(
      "g.csv",
      "critère;site;titre;verdict;raison;observation\n" + line + "\nM1-A2;digne;;conforme;;\n")
    let before = try sandbox.contents("demo")
    let answer = try sandbox.run("--dossier", "demo", "audit", "import", "g.csv")
    #expect(answer.status == 1)
    let said = (answer.errors.split(separator: "\n").first.map(String.init) ?? "")
      .replacing("\u{A0}", with: " ")
    let shown = value.isEmpty ? "" : "« \(value) » "
    #expect(
      said.hasPrefix("! g.csv, ligne \(row), colonne « \(column) » : \(shown)"), "\(said)")
    #expect(said.contains(reason) && said.contains(" — "), "\(said)")
    #expect(try sandbox.contents("demo") == before)
  }

  @Test func `goes to CISO Assistant in the words that it reads`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      """
      ncmin "délai non affiché" --on M1-B4 --site digne
      ok "vu" --on M1-A1 --site digne
      audit export to "ciso.csv" as ciso
      """)
    let lines = try sandbox.text("ciso.csv").split(separator: "\r\n").map(String.init)
    #expect(
      lines[0]
        == "\u{FEFF}urn;ref_id;name;description;typical_evidence;annotation;compliance_result;extended_result;requirement_progress;score;observations"
    )
    let all = try sandbox.text("ciso.csv")
    #expect(
      all.contains("non_compliant;minor_nonconformity;done;;ncmin · digne: délai non affiché"))
    #expect(all.contains("urn:constat:risk:req_node:qual-e-pref:m1-a1;M1-A1;"))
    #expect(all.contains("compliant;;done;;"))
    #expect(all.contains("not_assessed;;to_do;;"))
  }
}
