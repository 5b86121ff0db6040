import Foundation
import Testing

struct `An action` {
  private static let words: [String: [String: String]] = [
    "fr": [
      "add": "action ajouter", "finding": "--constat", "owner": "--responsable",
      "due": "--échéance", "once": "--une-fois", "cause": "action analyser A1 pourquoi",
      "root": "--racine", "complete": "action achever", "seen": "--vu",
      "verify": "action vérifier A1 efficace", "despite": "--malgré", "set": "action modifier",
    ],
    "en": [
      "add": "action add", "finding": "--finding", "owner": "--owner", "due": "--due",
      "once": "--once", "cause": "action cause A1 why", "root": "--root",
      "complete": "action complete", "seen": "--seen", "verify": "action verify A1 effective",
      "despite": "--despite", "set": "action set",
    ],
  ]

  /// A dossier with a minor nonconformity F1.
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      "finding add M1-B4 \"Délai non affiché\" --grade ncmin --seen \"rien\" --site digne")
    return sandbox
  }

  private func status(_ sandbox: Sandbox) throws -> String {
    let last =
      try sandbox.demo("finding list fields id, status as tsv").output
      .split(separator: "\n").last ?? ""
    return last.split(separator: "\t").prefix(2).joined(separator: "\t")
  }

  @Test(arguments: ["fr", "en"])
  func `goes from its cause to the proof that it helped, and closes the finding`(
    _ language: String
  ) throws {
    let sandbox = try sandbox()
    let word = try #require(Self.words[language])
    func say(_ key: String) -> String { word[key] ?? "" }
    func run(_ text: String) throws -> Sandbox.Answer {
      try sandbox.run(
        ["--now", "2026-11-21T09:00:00Z", "--lang", language, "--dossier", "demo", "-c", text])
    }
    #expect(try status(sandbox) == "F1\topen")
    let add =
      "\(say("add")) \"Afficher le délai\" \(say("finding")) F1 \(say("owner")) rdupont \(say("due")) 2026-12-20 \(say("once"))"
    #expect(try run(add).errors.contains("A1"))
    #expect(try run(add).errors.contains("A1"), "once")
    #expect(try sandbox.demo("action count").output == "1\n")
    #expect(try status(sandbox) == "F1\tin-progress")
    #expect(try run("\(say("cause")) \"personne n'en est chargé\"").status == 0)
    #expect(try run("\(say("cause")) \"la fiche de poste l'oublie\" \(say("root"))").status == 0)
    let cause = try sandbox.demo("action show A1 fields cause, analysis as json").output
    #expect(cause.contains("la fiche de poste l'oublie"))
    #expect(cause.contains("personne n'en est chargé"))

    let early = try run("\(say("verify")) \(say("seen")) x")
    #expect(early.status == 1 && early.errors.contains("A1"), "not done yet")
    let unproven = try run("\(say("complete")) A1")
    #expect(unproven.status == 1 && unproven.errors.contains(say("seen")))
    #expect(try run("\(say("complete")) A1 \(say("seen")) \"affiche posée\"").status == 0)
    #expect(try status(sandbox) == "F1\tdone")
    #expect(try run("\(say("verify")) \(say("seen")) \"vue\"").status == 1, "her own completion")
    let other = ["CONSTAT_ME": "zoe"]
    let verified = try sandbox.run(
      "--lang", language, "--dossier", "demo", "-c", "\(say("verify")) \(say("seen")) \"vue\"",
      environment: other)
    #expect(verified.status == 0, "\(verified.errors)")
    #expect(try status(sandbox) == "F1\tclosed")
  }

  @Test(arguments: ["fr", "en"])
  func `is not verified by its owner unless the reason is recorded`(_ language: String) throws {
    let sandbox = try sandbox()
    try sandbox.demo(
      "action add \"Afficher\" --finding F1 --owner rdupont; action complete A1 --seen \"posée\"")
    let owner = ["CONSTAT_ME": "rdupont"]
    func run(_ text: String) throws -> Sandbox.Answer {
      try sandbox.run(
        "--lang", language, "--dossier", "demo", "-c", text, environment: owner)
    }
    let refused = try run("action verify A1 effective --seen \"vue\"")
    #expect(refused.status == 1)
    #expect(refused.errors.contains(language == "fr" ? "--malgré" : "--despite"))
    #expect(try sandbox.demo("action list fields status as tsv").output.hasSuffix("done\n"))
    #expect(
      try run("action verify A1 effective --seen \"vue\" --despite \"seul formé\"").status == 0)
    #expect(try sandbox.demo("action list fields despite as tsv").output.contains("seul formé"))
  }

  @Test func `that did not help leaves the finding open`() throws {
    let sandbox = try sandbox()
    try sandbox.demo("action add \"Afficher\" --finding F1 --owner rdupont")
    try sandbox.demo("action complete A1 --seen \"posée\"")
    let answer = try sandbox.run(
      "--dossier", "demo", "-c", "action verify A1 ineffective --seen \"tombée\"",
      environment: ["CONSTAT_ME": "zoe"])
    #expect(answer.status == 0)
    #expect(try status(sandbox) == "F1\topen")
    #expect(try sandbox.demo("action list where status = inefficace as ids").output == "A1\n")
  }

  @Test func `is changed and given up, and the history keeps it`() throws {
    let sandbox = try sandbox()
    try sandbox.demo(
      "action add \"Afficher\" --finding F1; action set A1 --due 2026-12-01 --kind correction")
    let list = try sandbox.demo("action list fields kind, due as tsv").output
    #expect(list.hasSuffix("correction\t2026-12-01\n"))
    try sandbox.demo("action remove A1 --reason \"sans objet\"")
    #expect(try sandbox.demo("action count").output == "0\n")
    #expect(try status(sandbox) == "F1\topen")
    #expect(try sandbox.demo("journal log").output.contains("retrait"))
  }

  @Test func `is overdue the day after its day`() throws {
    let sandbox = try sandbox()
    try sandbox.demo("action add \"Afficher\" --finding F1 --due 2026-12-01")
    func overdue(_ day: String) throws -> String {
      try sandbox.run(
        "--now", "\(day)T09:00:00Z", "--dossier", "demo", "action", "count", "where",
        "overdue = yes"
      ).output
    }
    #expect(try overdue("2026-12-01") == "0\n")
    #expect(try overdue("2026-12-02") == "1\n")
  }

  @Test func `is refused what it cannot be`() throws {
    let sandbox = try sandbox()
    for (text, said) in [
      ("action add \"x\" --finding F9", "F9"), ("action add \"x\" --owner nobody", "nobody"),
      ("action add \"  \"", "valeur"), ("action set A1 --due +3d", "A1"),
    ] {
      let answer = try sandbox.run("--dossier", "demo", "-c", text)
      #expect(answer.status == 1 && answer.errors.contains(said), "\(text): \(answer.errors)")
    }
    for text in ["action add \"x\" --kind sorcery", "action add \"x\" --due someday"] {
      #expect(try sandbox.run("--dossier", "demo", "-c", text).status == 2, "\(text)")
    }
    try sandbox.demo("action add \"x\"")
    let tomorrow = try sandbox.run(
      "--now", "2026-11-21T09:00:00Z", "--dossier", "demo", "-c",
      "action complete A1 --on 2026-11-22 --seen y")
    #expect(tomorrow.status == 1 && tomorrow.errors.contains("2026-11-22"))
  }
}
