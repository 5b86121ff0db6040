import Foundation
import PseudoTerminals
import Testing

struct `Hostile text` {
  /// Control, bidi and zero-width characters.
  private static let evil = "x\u{1B}[31m\u{9B}5m\u{7}\u{202E}\u{200B}\u{2066}\u{FEFF}\u{8}y"
  private static let raw: [Unicode.Scalar] = [
    "\u{9B}", "\u{7}", "\u{202E}", "\u{200B}", "\u{2066}", "\u{FEFF}",
  ]

  /// A dossier whose names, texts and checklist are hostile.
  private static func prepared() throws -> Sandbox {
    let sandbox = try Sandbox.prepared()
    let checklist = try String(
      contentsOfFile: Sandbox.checklists + "/qual-e-pref.rec", encoding: .utf8)
    try sandbox.write(
      "evil.rec",
      checklist.replacing("Title_fr: ", with: "Title_fr: \(evil) ")
        .replacing("Id: qual-e-pref\n", with: "Id: evil\n"))
    try sandbox.write("\(evil).jpg", "photo\n")
    try sandbox.write(
      "evil.constat",
      """
      site add noir --name "\(evil)"
      person add intrus --name "\(evil)" --role "\(evil)"
      note "\(evil)" --on M1-A1 --site digne
      photo "\(evil).jpg" "\(evil)" --on M1-A1 --site digne
      finding add M1-B4 "\(evil)" --grade ncmin --seen "\(evil)" --due 2027-01-20 --site digne
      na "\(evil)" --on M1-A3 --site digne
      measure add IND-01 "5 jours" --site digne --period 2025 --source "\(evil)"
      audit set 2026-001 --title "\(evil)" --objectives "\(evil)"
      """)
    let answer = try sandbox.run("--dossier", "demo", "run", "evil.constat")
    try #require(answer.status == 0, "\(answer.errors)")
    return sandbox
  }

  private func isClean(_ text: String) -> Bool {
    let scalars = Set(text.unicodeScalars)
    return Self.raw.allSatisfy { !scalars.contains($0) } && !text.contains("\u{1B}[31m")
  }

  @Test func `is written out by list and show of every noun, status, missing and the log`() throws {
    let sandbox = try Self.prepared()
    let help = try sandbox.run("help").output
    let nouns = help.split(separator: "\n").compactMap { line in
      line.contains(" — ") && line.contains("lister") ? line.split(separator: " ").first : nil
    }
    #expect(nouns.count > 12)
    let lists = nouns.flatMap { ["\($0) lister", "\($0) lister as list"] }
    let shows = [
      "site montrer noir", "personne montrer intrus", "preuve montrer P1", "preuve montrer P2",
      "constat montrer F1", "audit montrer 2026-001", "critère montrer M1-A1",
    ]
    let others = ["état", "manques", "journal consulter", "opérations", "suivant", "chercher x"]
    for command in lists + shows + others {
      let answer = try sandbox.run("--dossier", "demo", "-c", command)
      #expect(isClean(answer.output + answer.errors), "\(command)")
    }
  }

  @Test func `never reaches the terminal from prompt, lists, completion or suggestion`() throws {
    let sandbox = try Self.prepared()
    let visit = try Visit(
      sandbox, "--dossier", "demo", environment: ["NO_COLOR": "", "TERM": "xterm-256color"])
    try visit.waitForPrompt("demo")
    let start = visit.terminal.bytes.count
    for typed in [
      "site montrer ", "preuve montrer ", "constat montrer ", "personne montrer ", "photo ",
      "aller M1-", "critère montrer M1-", "suivant --lieu ", "audit montrer ",
    ] {
      visit.send(typed + Keys.tab + Keys.tab)
      try visit.waitFor("> \(typed)")
      visit.send(Keys.control("U"))
    }
    for line in [
      "aller M1-A1", "état", "constat lister as csv", "preuve lister as json", "site lister as rec",
      "personne lister as tsv", "manques", "annuler", "rétablir", "historique",
    ] {
      visit.send(line + "\r")
      try visit.waitForPrompt("demo")
    }
    visit.send("quitter\r")
    #expect(try visit.terminal.waitForEnd() == 0)
    let said = String(decoding: visit.terminal.bytes[start...], as: UTF8.self)
    for scalar in Self.raw where scalar != "\u{7}" {
      #expect(!said.unicodeScalars.contains(scalar), "U+\(String(scalar.value, radix: 16))")
    }
    #expect(!said.contains("x\u{1B}[31m"))
  }

  @Test func `of an imported checklist is written out`() throws {
    let sandbox = try Self.prepared()
    let answer = try sandbox.run(
      "--dossier", "demo", "-c",
      """
      audit open evil --checklist evil.rec; audit scope digne --modules 1 --audit evil
      critère lister --audit evil; critère montrer M1-A1 --audit evil; référentiel lister
      """)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(isClean(answer.output + answer.errors))
  }

  /// The scalars that act on a terminal, a line's end and a tab excepted.
  private static func acting(in text: String) -> [String] {
    Set(text.unicodeScalars).filter { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
      default: false
      }
    }.map { String($0.value, radix: 16) }
  }

  /// A value with every text in it made hostile; what names other records only where it is told.
  private static func hostile(_ value: Any, _ field: String, isAll: Bool) -> Any {
    let names: Set = ["record", "audit", "kind", "checklist", "salt", "sha256", "fingerprint"]
    let places: Set = ["site", "criterion", "evidence", "id", "element", "grade", "form"]
    switch value {
    case let text as String:
      if names.contains(field) || (!isAll && places.contains(field)) { return text }
      return text + evil + "\u{0}\u{1B}]0;pwn\u{7}"
    case let list as [Any]: return list.map { hostile($0, field, isAll: isAll) }
    case let object as [String: Any]:
      var changed: [String: Any] = [:]
      for (key, value) in object { changed[key] = hostile(value, key, isAll: isAll) }
      return changed
    default: return value
    }
  }

  @Test(arguments: [true, false])
  func `in every field of a colleague’s journal acts on no terminal`(_ isAll: Bool) throws {
    let sandbox = try Self.prepared()
    try sandbox.demo(
      """
      label grant digne --checklist qual-e-pref --from 2024-01-01; request add "pièces"
      action add "corriger" --finding F1 --due 2026-12-15; plan add 9h 10h "Accueil" --day 2026-11-21
      """)
    let fixed: Set = ["dossier.created", "writer.opened", "audit.opened", "checklist.pinned"]
    let bodies = try ForgedJournal.bodies(sandbox, in: "demo").filter { body in
      (body["kind"] as? String).map { !fixed.contains($0) } ?? false
    }
    var forged = ForgedJournal(sandbox, in: "demo")
    try forged.add(bodies.compactMap { Self.hostile($0, "", isAll: isAll) as? [String: Any] })
    let nouns = [
      "site", "service", "person", "evidence", "finding", "audit", "action", "request", "label",
      "measure", "milestone", "plan", "conflict", "seal", "assessment", "signer", "checklist",
    ]
    var commands: [[String]] = [
      ["status"], ["missing"], ["next"], ["ready"], ["decide"], ["explain", "rate"],
      ["explain", "decision"], ["explain", "ready"], ["journal", "log"], ["log"], ["verify"],
      ["doctor"], ["evidence", "verify"], ["search", "x"], ["dossier", "show"], ["results"],
      ["site", "show", "\u{1B}[31m"], ["status", "\u{1B}[31m"], ["explain", "\u{202E}"],
    ]
    for noun in nouns {
      let ids = try sandbox.run("--dossier", "demo", noun, "list", "as", "ids").output
      for id in ids.split(separator: "\n").prefix(2) {
        commands += [[noun, "show", String(id)], ["explain", noun, String(id)]]
      }
      for words in [[], ["as", "list"], ["group", "by", "by"]] {
        commands.append([noun, "list"] + words)
      }
    }
    for command in commands {
      // No argument can hold a NUL.
      let words = command.map { $0.replacing("\u{0}", with: "") }
      for language in ["fr", "en"] {
        let answer = try sandbox.run(["--dossier", "demo", "--lang", language] + words)
        let said = Self.acting(in: answer.output + answer.errors)
        #expect(said.isEmpty, "\(words): \(said)")
      }
    }
  }
}
