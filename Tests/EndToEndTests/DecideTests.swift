import Foundation
import Testing

struct `A decision` {
  private func verdicts(_ sandbox: Sandbox, _ more: String = "") throws -> [String] {
    try sandbox.demo("decide \(more) fields site, verdict as tsv").output
      .split(separator: "\n").dropFirst().map { line in
        line.split(separator: "\t").prefix(2).joined(separator: " ")
      }
  }

  @Test func `is given site by site, from the worst that the rules find`() throws {
    let empty = try Sandbox.prepared(isSeeded: false)
    // Module 1 is mandatory, and not in the scope of the second site.
    #expect(try verdicts(empty) == ["digne withheld", "manosque unfavourable"])
    let sandbox = try Sandbox.assessed("audit scope manosque --modules 1,7")
    #expect(try verdicts(sandbox) == ["digne favourable", "manosque withheld"])
    try sandbox.demo("ncmin \"Registre incomplet\" --on M7-1 --site digne")
    #expect(try verdicts(sandbox, "--site digne") == ["digne conditional"])
    try sandbox.demo("ncmaj \"Aucun affichage\" --on M1-B4 --site digne")
    #expect(try verdicts(sandbox, "--site digne") == ["digne unfavourable"])
  }

  @Test func `is withheld while a contradiction is open, which it names`() throws {
    let sandbox = try Sandbox.assessed("ncmin \"Registre incomplet\" --on M7-1 --site digne")
    #expect(try verdicts(sandbox, "--site digne") == ["digne conditional"])
    try sandbox.copy(sandbox.at("demo"), to: "copie")
    let amended = try sandbox.run(
      ["--dossier", "copie", "finding", "amend", "F1", "--grade", "ncmaj", "--reason", "x"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(amended.status == 0, "\(amended.errors)")
    try sandbox.demo("finding amend F1 --grade ps --reason y")
    #expect(try sandbox.run("--dossier", "demo", "merge", "copie").status == 4)
    #expect(try verdicts(sandbox, "--site digne") == ["digne withheld"])
    let said = try sandbox.demo("decide --site digne").output
    #expect(said.contains("contradiction C-") && said.contains("conflit trancher C-"), "\(said)")
  }

  @Test func `says its reasons, and that the rules are ours and the checklist provisional`() throws
  {
    let sandbox = try Sandbox.assessed(
      "ncmaj \"Aucun affichage\" --on M1-B4 --site digne")
    let french = try sandbox.demo("décider --site digne").output
    for words in [
      "digne\u{A0}: DÉFAVORABLE — 35 sur 35 évalués", "✗ D2 Aucune non-conformité majeure",
      "non tenue\u{A0}: F1", "✓ D4 ", "référentiel PROVISOIRE",
      "règles PROPOSÉES par Constat, non celles du ministère ni du label",
      "→ expliquer décision --site digne --audit 2026-001",
    ] {
      #expect(french.contains(words), "\(words)\n\(french)")
    }
    let english = try sandbox.run("--lang", "en", "--dossier", "demo", "decide", "--site", "digne")
      .output
    #expect(english.contains("UNFAVOURABLE") && english.contains("rules PROPOSED by Constat"))
    for format in ["csv", "json", "rec", "markdown", "excel"] {
      let export = try sandbox.demo("decide --site digne as \(format)").output.lowercased()
      #expect(export.contains("inferred") || export.contains("déduit"), "\(format)")
      #expect(export.contains("provisional") || export.contains("provisoire"), "\(format)")
    }
    let tree = try sandbox.demo("explain decision --site digne").output
    #expect(tree.contains("règle proposée par Constat, non celle du label"))
    let rule = try #require(Tree(tree).parts.first { $0.text.hasPrefix("règle D2") })
    #expect(rule.parts.count == 1 && rule.parts[0].sum == 1)
    #expect(rule.parts[0].parts[0].text.hasPrefix("constat F1"))
  }

  @Test func `of a supposition writes nothing, and is what it will be once it is so`() throws {
    let sandbox = try Sandbox.assessed(
      "ncmaj \"Aucun affichage\" --on M1-B4 --site digne")
    let before = try sandbox.contents("demo")
    let lifted = try sandbox.demo(
      "suppose { finding follow F1 lifted; decide --site digne fields site, verdict as tsv }")
    #expect(lifted.output.contains("≈ digne\tfavourable"), "\(lifted.output)")
    let widened = try sandbox.demo(
      "suppose { audit scope digne --modules 1,4,7; decide --site digne fields site, verdict, assessed, criteria as tsv }"
    )
    #expect(widened.output.contains("≈ digne\tunfavourable\t35\t41"), "\(widened.output)")
    #expect(try sandbox.contents("demo") == before)
    #expect(try verdicts(sandbox, "--site digne") == ["digne unfavourable"])
    try sandbox.demo(
      "audit open suivi --checklist qual-e-pref --kind follow-up\nfinding follow F1 lifted")
    #expect(try verdicts(sandbox, "--audit 2026-001 --site digne") == ["digne favourable"])
  }

  private static let list = """
    %rec: Checklist

    Id: essai
    Title_fr: Essai
    Edition: 1
    Status: official

    %rec: Module
    %key: Id

    Id: 1
    Title_fr: Module
    Mandatory: yes
    Provenance: established

    %rec: Criterion
    %key: Id

    Id: A1
    Module: 1
    Title_fr: Critère
    Provenance: established
    RULES
    """

  private func open(_ rules: String) throws -> (Sandbox, Sandbox.Answer) {
    let sandbox = try Sandbox()
    try sandbox.write("essai.rec", Self.list.replacing("RULES", with: rules))
    let answer = try sandbox.run(
      "-c",
      """
      dossier new demo
      site add digne
      audit open E1 --checklist ./essai.rec --start 2026-11-21
      audit scope digne
      """)
    return (sandbox, answer)
  }

  @Test func `follows the rules of any checklist, and calls the label's own what they are`() throws
  {
    let (sandbox, answer) = try open(
      """

      %rec: Rule
      %key: Id

      Id: R1
      Title_fr: Deux points forts au moins
      Expression: $(finding count where site = $site and severity = strength) >= 2
      Provenance: established
      """)
    #expect(answer.status == 0, "\(answer.errors)")
    try sandbox.demo("ok vu --on A1")
    #expect(try verdicts(sandbox) == ["digne unfavourable"])
    try sandbox.demo("pf un --on A1\npf deux --on A1")
    #expect(try verdicts(sandbox) == ["digne favourable"])
    #expect(try !sandbox.demo("decide").output.contains("PROPOSÉES"))
  }

  @Test func `without rules is refused, saying what to do`() throws {
    let (sandbox, _) = try open("")
    for word in ["decide", "explain decision"] {
      let answer = try sandbox.run("--dossier", "demo", "-c", word)
      #expect(answer.status == 1 && answer.errors.contains("ne porte aucune règle de décision"))
    }
  }

  @Test(arguments: [
    ("$(finding add A1 \"x\") = 0", "une règle ne fait que lire"),
    ("$(finding count) + 1", "une règle dit oui ou non"),
    ("$(finding count where couleur = rouge) = 0", "couleur"),
    ("$(finding count) = $seuil", "seuil"), ("$(finding count) = ", "Expression"),
  ])
  func `is never left to a rule that is wrong: the checklist is refused when it is read`(
    _ expression: String, _ words: String
  ) throws {
    let (_, answer) = try open(
      """

      %rec: Rule
      %key: Id

      Id: R1
      Title_fr: Règle
      Expression: \(expression)
      Provenance: inferred
      """)
    #expect(answer.status == 2)
    #expect(answer.errors.contains("essai.rec:29 Expression"), "\(answer.errors)")
    #expect(answer.errors.contains(words), "\(answer.errors)")
  }

  @Test func `is judged on the day it is asked for, and no other clock`() throws {
    let (sandbox, answer) = try open(
      """

      %rec: Rule
      %key: Id

      Id: R1
      Title_fr: Avant 2030
      Expression: $day < 2030-01-01
      Provenance: established
      """)
    #expect(answer.status == 0, "\(answer.errors)")
    try sandbox.demo("ok vu --on A1")
    #expect(try verdicts(sandbox) == ["digne favourable"])
    #expect(try verdicts(sandbox, "--on 2030-01-01") == ["digne unfavourable"])
  }
}

struct `The services of a scope` {
  @Test func `are taken for all modules of a site, or for one of them`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      """
      service add accueil --site digne --name "Accueil général"
      service add conseil --site digne --name "Conseil aux collectivités"
      audit scope digne --modules 1,4 --services accueil,4:conseil
      """)
    let rows = try sandbox.demo("service list as tsv").output
    #expect(
      rows
        == "id\tsite\tname\tmodules\naccueil\tdigne\tAccueil général\t1, 4\nconseil\tdigne\tConseil aux collectivités\t4\n"
    )
    try sandbox.demo("ncmin \"Rejet\" --on M4-1 --site digne --service conseil")
    let refused = try sandbox.run(
      "--dossier", "demo", "-c", "ncmin \"x\" --on M1-A1 --site digne --service conseil")
    #expect(refused.status == 1 && refused.errors.contains("n’est pas dans le périmètre"))
    #expect(refused.errors.contains("accueil"))
    try sandbox.demo("report write to \"r.md\"")
    #expect(try sandbox.text("r.md").contains("Conseil aux collectivités"))
  }

  @Test(arguments: [
    ("audit scope digne --modules 1 --services guichet", "service introuvable"),
    ("audit scope digne --modules 1 --services 4:accueil", "module introuvable"),
    ("service add accueil --site digne", "existe déjà"),
    ("service remove accueil --reason fini", "encore"),
  ])
  func `are known ones, each once`(_ command: String, _ words: String) throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      "service add accueil --site digne\naudit scope digne --modules 1 --services accueil")
    let answer = try sandbox.run("--dossier", "demo", "-c", command)
    #expect(answer.status == 1 && answer.errors.contains(words), "\(answer.errors)")
  }
}
