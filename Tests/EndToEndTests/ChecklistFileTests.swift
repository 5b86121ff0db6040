import Foundation
import Testing

struct `A checklist file` {
  private static let packs = ["qual-e-pref.rec", "services-publics-plus.rec"]

  @Test(arguments: packs)
  func `that is shipped has no fault, for this program and for recfix`(_ pack: String) throws {
    let sandbox = try Sandbox()
    let path = "\(Sandbox.checklists)/\(pack)"
    let check = try sandbox.run("check", path)
    #expect(check.status == 0 && check.output.contains("aucune faute"))
    #expect(try sandbox.run("checklist", "check", path).status == 0)
    guard try Outside.isThere("recfix", for: "its check of \(pack)", sandbox) else { return }
    let recfix = try sandbox.shell("recfix --check \"$1\"", path)
    #expect(recfix.status == 0, "\(recfix.errors)")
  }

  /// A change of a pack, and the fault it makes: its field, its reason and its remedy.
  struct Break: CustomTestStringConvertible, Sendable {
    let from: String
    let to: String
    let french: String
    let english: String
    var testDescription: String { "\(from) → \(to)" }
  }

  @Test(arguments: [
    Break(
      from: "Provenance: established", to: "Provenance: sure", french: "Provenance",
      english: "Provenance"),
    Break(from: "Module: 1\n", to: "Module: 99\n", french: "99", english: "99"),
    Break(
      from: "Target: <= 5 days", to: "Target: <= 5 furlongs", french: "Target",
      english: "Target"),
    Break(from: "Id: M1-A2\n", to: "Id: M1-A1\n", french: "M1-A1", english: "M1-A1"),
    Break(from: "Indicator: IND-01", to: "Indicator: IND-99", french: "IND-99", english: "IND-99"),
    Break(from: "Edition: 2019-02-04\n", to: "", french: "Edition", english: "Edition"),
    Break(from: "Id: ncmin\n", to: "Id: note\n", french: "Word", english: "Word"),
    Break(from: "Severity: minor", to: "Severity: small", french: "small", english: "small"),
    Break(from: "Validity: 36 months", to: "Validity: 36 moons", french: "moons", english: "moons"),
    Break(from: "Mandatory: yes", to: "Mandatory: often", french: "often", english: "often"),
    Break(from: "Title_fr: ", to: "Titre_fr: ", french: "Titre_fr", english: "Titre_fr"),
  ])
  func `that is broken is refused with file, line, field, reason and remedy`(_ fault: Break) throws
  {
    let sandbox = try Sandbox.prepared()
    let text = try String(contentsOfFile: "\(Sandbox.checklists)/qual-e-pref.rec", encoding: .utf8)
    let range = try #require(text.firstRange(of: fault.from), "the pack has no ‹\(fault.from)›")
    let line = text[..<range.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
      .count
    try sandbox.write("casse.rec", text.replacingCharacters(in: range, with: fault.to))
    let before = try sandbox.contents("demo")
    for (language, word) in [("fr", fault.french), ("en", fault.english)] {
      let check = try sandbox.run("--lang", language, "check", "casse.rec")
      #expect(check.status == 2)
      let faults = check.output.split(separator: "\n").dropLast()
      #expect(!faults.isEmpty)
      #expect(faults.contains { $0.contains(word) }, "\(check.output)")
      for each in faults {
        #expect(each.hasPrefix("casse.rec:") && each.contains(" — "), "\(each)")
      }
      let places = faults.compactMap { Int($0.dropFirst(10).prefix { $0.isNumber }) }
      #expect(places.contains { abs($0 - line) <= 60 }, "line \(line): \(check.output)")
      let open = try sandbox.run(
        "--lang", language, "--dossier", "demo", "audit", "open", "x", "--checklist", "casse.rec")
      #expect(open.status == 2)
      #expect(open.errors.contains(word), "\(open.errors)")
    }
    #expect(try sandbox.contents("demo") == before)
  }

  @Test func `with several faults shows them all`() throws {
    let sandbox = try Sandbox()
    let text = try String(
      contentsOfFile: "\(Sandbox.checklists)/services-publics-plus.rec", encoding: .utf8
    )
    .replacing("\nProvenance: ", with: "\nProvenance: sure ", maxReplacements: 4)
    .replacing("Method: ", with: "Methode: ", maxReplacements: 2)
    try sandbox.write("casse.rec", text)
    let check = try sandbox.run("check", "casse.rec")
    #expect(check.status == 2)
    #expect(check.output.split(separator: "\n").count >= 6, "\(check.output)")
    let two = try sandbox.run("check", "casse.rec", "\(Sandbox.checklists)/qual-e-pref.rec")
    #expect(two.status == 2 && two.output.contains("aucune faute"))
  }

  @Test func `of one's own is used, pinned byte for byte, and found again`() throws {
    let sandbox = try Sandbox.prepared()
    let text = try String(contentsOfFile: "\(Sandbox.checklists)/qual-e-pref.rec", encoding: .utf8)
    try sandbox.write(
      "le mien.rec", text.replacing("Edition: 2019-02-04", with: "Edition: 2027-01-01"))
    let open = try sandbox.run(
      "--dossier", "demo", "audit", "open", "2027-001", "--checklist", "le mien.rec")
    #expect(open.status == 0)
    #expect(open.errors.contains("édition 2027-01-01"))
    #expect(open.errors.contains("remplace le référentiel intégré qual-e-pref"))
    let digest = try sandbox.shell("sha256sum 'le mien.rec'").output.prefix(64)
    #expect(try sandbox.read("demo/checklists/\(digest).rec") == sandbox.read("le mien.rec"))
    try FileManager.default.removeItem(atPath: sandbox.at("le mien.rec"))
    let count = try sandbox.run("--dossier", "demo", "criterion", "count", "--audit", "2027-001")
    #expect(count.output == "61\n", "\(count)")
    try sandbox.shell("rm demo/checklists/\(digest).rec")
    let gone = try sandbox.run("--dossier", "demo", "criterion", "list", "--audit", "2027-001")
    #expect(gone.status == 1 && gone.errors.contains(digest.prefix(12)))
  }
}
