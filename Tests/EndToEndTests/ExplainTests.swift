import Foundation
import Testing

struct `An explanation` {
  private static let findings = """
    ncmaj "Aucun affichage" --on M1-B4 --site digne
    ncmin "Registre incomplet" --on M7-1 --site manosque
    na "pas de réseau social" --on M1-F1 --site digne
    """

  private func tree(_ words: String..., in sandbox: Sandbox) throws -> Tree {
    let answer = try sandbox.run(["--dossier", "demo", "explain"] + words)
    #expect(answer.status == 0, "\(answer.errors)")
    return Tree(answer.output)
  }

  @Test func `of a rate adds up to the figures that it prints`() throws {
    let sandbox = try Sandbox.assessed(Self.findings)
    let tree = try tree("rate", in: sandbox)
    let figures = try #require(
      tree.text.firstMatch(
        of:
          /: ([\d,]+)\u{A0}% = (\d+) conformes ÷ \(\d+ conformes \+ (\d+) non conformes\), (\d+) sans objet/
      ))
    let (conforming, nonconforming) = (Int(figures.2) ?? 0, Int(figures.3) ?? 0)
    #expect(nonconforming == 2 && figures.4 == "1")
    let percent = Double(figures.1.replacing(",", with: "."))
    #expect(
      percent == (Double(conforming * 1000) / Double(conforming + nonconforming)).rounded() / 10)
    #expect(tree.parts.map(\.share) == [conforming, nonconforming, 1])
    for group in tree.parts { #expect(group.sum == group.share, "\(group.text)") }
    // Each criterion tells of how many sites it knows, and its sites add up to that.
    for criterion in tree.parts.flatMap(\.parts) {
      let count = try #require(criterion.text.firstMatch(of: /(\d+) sites? sur \d+ évalués?$/))
      #expect(criterion.sum == Int(count.1), "\(criterion.text)")
    }
  }

  @Test func `moves by what one verdict more is worth`() throws {
    let sandbox = try Sandbox.assessed()
    #expect(try tree("taux", in: sandbox).text.contains("100\u{A0}% = 35 conformes"))
    try sandbox.demo("ncmin \"Absent\" --on M1-A1 --site digne")
    #expect(
      try tree("taux", in: sandbox).text.contains("34 conformes ÷ (34 conformes + 1 non conformes)")
    )
  }

  @Test func `of an action that is due ends in the entry that made it`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo("action add \"Afficher les délais\" --owner cmartin --due +30d")
    let lines = try sandbox.demo("explain A1").output
    #expect(lines.contains("Afficher les délais") && lines.contains("cmartin"), "\(lines)")
    #expect(!lines.contains("aucune écriture"), "\(lines)")
  }

  @Test func `ends in entries of the journal, by author, time and id`() throws {
    let sandbox = try Sandbox.assessed(Self.findings)
    let lines = try sandbox.run("--dossier", "demo", "explain", "rate").output
    let journals = try sandbox.files("demo/journal").map { try sandbox.text("demo/journal/\($0)") }
    let leaves = Tree(lines).leaves
    #expect(leaves.count > 40)
    for leaf in leaves {
      let entry = try #require(
        leaf.firstMatch(of: /^écriture ([0-9a-f]{8}), [a-z.]+, par cmartin, \d{4}-/), "\(leaf)")
      #expect(journals.contains { $0.contains("\n\(entry.1)") || $0.hasPrefix(entry.1) })
    }
  }

  @Test func `as JSON has a row for each node, whose totals are the sums of their parts`() throws {
    let sandbox = try Sandbox.assessed(Self.findings)
    for words in [["rate"], ["decision"], ["module", "1"], ["M7-1"], ["ready"]] {
      let answer = try sandbox.run(["--dossier", "demo", "--json", "explain"] + words)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
      let results = try #require(object["results"] as? [[String: Any]])
      #expect(results[0]["kind"] as? String == "derivation")
      let rows = try #require(results[0]["data"] as? [[String: Any]])
      var sums: [String: Int] = [:]
      for row in rows {
        let id = try #require(row["id"] as? String)
        let parent = id.split(separator: ".").dropLast().joined(separator: ".")
        sums[parent, default: 0] += row["count"] as? Int ?? 0
      }
      var checked = 0
      for row in rows {
        guard let total = row["total"] as? Int, let id = row["id"] as? String else { continue }
        #expect(sums[id, default: 0] == total, "\(words) \(id)")
        checked += 1
      }
      #expect(checked > 0, "\(words)")
    }
  }

  @Test(arguments: [
    ("M1-B4", "M1-B4 "), ("M1-B4/digne", "M1-B4 · digne"), ("F1", "constat F1"),
    ("P1", "preuve P1"), ("digne/internal-audit", "jalon digne/internal-audit"),
    ("IND-01 --site digne", "IND-01 "), ("label digne", "label qual-e-pref de digne"),
    ("module 1", "module 1 "), ("critère M1-B4", "M1-B4 "),
    ("décision --site digne", "avis pour digne"),
    ("digne", "site digne"), ("cmartin", "personne cmartin"), ("2026-001", "audit 2026-001"),
    ("prêt --site digne", "digne, renouvellement au"),
    ("IND-01/digne/2020", "mesure 2020"),
  ])
  func `is given of whatever has an id, down to who wrote it`(_ words: String, _ head: String)
    throws
  {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      """
      label grant digne --from 2024-11-26 --modules 1,7
      measure add IND-01 1,37 jours --site digne --period 2020
      ncmaj "Aucun affichage" --on M1-B4 --site digne
      """)
    let answer = try sandbox.run("--dossier", "demo", "-c", "explain \(words)")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.hasPrefix(head), "\(answer.output)")
    #expect(answer.output.contains("par cmartin, ") || words.contains("digne/internal"))
  }

  @Test func `of a target names the measurement that it is judged by`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      "measure add IND-01 6 jours --site digne --period 2025\nmeasure add IND-01 4 jours --site digne --period 2024"
    )
    let tree = try tree("IND-01", "--site", "digne", in: sandbox)
    #expect(tree.text.contains("cible <= 5\u{A0}jours NON atteinte"))
    #expect(
      tree.parts.map { String($0.text.prefix(21)) } == [
        "mesure 2025\u{A0}: 6\u{A0}jours", "mesure 2024\u{A0}: 4\u{A0}jours",
      ])
  }

  @Test func `of a day goes back to the grant of the label`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("label grant digne --from 2024-11-26 --modules 1,7")
    let tree = try tree("digne/documents", in: sandbox)
    #expect(tree.parts[0].text.hasPrefix("jalon digne/internal-audit\u{A0}: 2027-08-25"))
    #expect(tree.parts[0].parts[0].text.hasSuffix("jusqu’au 2027-11-25"))
    #expect(tree.leaves[0].contains("label.granted, par "))
  }

  @Test func `of nothing known says what can be explained, and what was probably meant`() throws {
    let sandbox = try Sandbox.prepared()
    let answer = try sandbox.run("--dossier", "demo", "explain", "M1-B44")
    #expect(answer.status == 1 && answer.errors.contains("vouliez-vous dire M1-B4"))
    #expect(answer.errors.contains("s’expliquent\u{A0}: taux, décision, prêt"))
  }

  @Test func `for someone who listens has numbers in place of branches`() throws {
    let sandbox = try Sandbox.assessed()
    let text = try sandbox.run("--dossier", "demo", "--accessible", "explain", "M7-1").output
    #expect(text.contains("\n1 +1 M7-1 · digne") && text.contains("\n2.1 écriture "))
    #expect(!text.contains("─"))
  }
}
