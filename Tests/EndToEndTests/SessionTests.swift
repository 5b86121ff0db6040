import Foundation
import PseudoTerminals
import Testing

struct `A session` {
  @Test func `runs no command on after Ctrl-C, and goes on itself`() throws {
    let visit = try Visit.prepared()
    visit.send("for i in range(1, 1000000) { site count }\r")
    // Before that the key would be one of the next line's.
    try visit.terminal.waitUntilRestored()
    visit.send(Keys.control("C"))
    try visit.waitFor("interrompu")
    try visit.waitForPrompt()
    try visit.enter("site count", "\n2\n")
    try visit.leave()
  }

  @Test func `is stopped by Ctrl-Z and comes back with fg`() throws {
    let sandbox = try Sandbox.prepared()
    let plain = ["LC_ALL": "C.UTF-8", "PS1": "bash: "]
    let terminal = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noediting", "-i"],
      environment: sandbox.environment.merging(plain) { $1 }, columns: 100, rows: 40,
      folder: sandbox.work)
    try terminal.waitFor("bash:")
    terminal.send("\(Sandbox.program) --lang fr --color never --dossier demo\n")
    try terminal.waitFor("2026-001> ")
    terminal.send("print \"à moitié\"" + Keys.control("Z"))
    try terminal.waitFor("Stopped")
    #expect(terminal.isRestored)
    terminal.send("fg\n")
    try terminal.waitUntil("the line again") {
      $0.text.components(separatedBy: "> print \"à moitié\"").count == 3
    }
    terminal.send("\r")
    try terminal.waitFor("\nà moitié\n")
  }

  @Test func `keeps no line that begins with a space, and no answer`() throws {
    let visit = try Visit.prepared()
    try visit.enter(" print \"pas gardé\"", "\npas gardé\n")
    visit.send("let r = $(ask \"Quoi ?\")\r")
    try visit.waitFor("\nQuoi ?")
    visit.send("une réponse secrète\r")
    try visit.waitForPrompt()
    try visit.enter("historique", "let r = $(ask")
    try visit.leave()
    let kept = try String(
      contentsOfFile: "\(visit.sandbox.path)/home/state/constat/history", encoding: .utf8)
    #expect(!kept.contains("pas gardé") && !kept.contains("secrète"))
    let attributes = try FileManager.default.attributesOfItem(
      atPath: "\(visit.sandbox.path)/home/state/constat/history")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `loses nothing of another at the same time`() throws {
    let sandbox = try Sandbox.prepared()
    let visits = try (0..<2).map { _ in
      try Visit(sandbox, "--dossier", "demo")
    }
    for visit in visits { try visit.waitForPrompt() }
    for number in 0..<10 {
      for (index, visit) in visits.enumerated() {
        try visit.enter("print \"\(index)-\(number)\"", "\n\(index)-\(number)\n")
      }
    }
    for visit in visits { try visit.leave() }
    let kept = try String(
      contentsOfFile: "\(sandbox.path)/home/state/constat/history", encoding: .utf8)
    for index in 0..<2 {
      for number in 0..<10 { #expect(kept.contains("print \"\(index)-\(number)\"\n")) }
    }
  }

  @Test func `finds lines entered before by their words`() throws {
    let visit = try Visit.prepared()
    try visit.enter("print premier", "\npremier\n")
    try visit.enter("print second", "\nsecond\n")
    try visit.enter("historique PRÉMIER", "\nprint premier\nhistorique PRÉMIER\n")
  }

  @Test func `shows long output through the pager that is set, and nothing else through it`() throws
  {
    let sandbox = try Sandbox.prepared()
    let visit = try Visit(
      sandbox, "--dossier", "demo",
      environment: ["PAGER": "sed 's/^/PAGE /' | tail -n 2"])
    try visit.waitForPrompt()
    try visit.enter("aide", "PAGE ")
    try visit.enter("site count", "\n2\n")
    try visit.leave()
    let answer = try sandbox.run(
      "--dossier", "demo", "-c", "aide", environment: ["PAGER": "sed 's/^/PAGE /'"])
    #expect(!answer.output.contains("PAGE"))
  }

  @Test func `shows long output itself when the pager is not there`() throws {
    let visit = try Visit.prepared(environment: ["PAGER": "no-such-pager"])
    visit.send("aide\r")
    try visit.waitFor("MOTS RÉSERVÉS")
    try visit.waitForPrompt()
  }

  @Test func `in accessible mode asks by numbered lines`() throws {
    let visit = try Visit.prepared(environment: ["ACCESSIBLE": "1"])
    visit.send("print $(ask \"Quel site ?\" --choices digne,manosque)\r")
    try visit.waitFor("  1. digne\n  2. manosque\nQuel site ?")
    visit.send("2\r")
    try visit.waitFor("\nmanosque\n")
    #expect(!visit.terminal.bytes.contains(0x1B))
  }

  @Test func `becomes accessible, and takes the keys of vi, when it is told`() throws {
    let visit = try Visit.prepared()
    try visit.enter("régler touches vi", "touches de vi")
    visit.send("print abx\u{1B}")
    try visit.terminal.waitUntil("the cursor on the last letter") {
      $0.text.contains("> print abx") && $0.column == "demo · 2026-001> print ab".count
    }
    visit.send("x\r")
    try visit.waitFor("\nab\n")
    try visit.enter("régler accessible oui", "mode accessible")
    let start = visit.terminal.bytes.count
    visit.send("site count")
    try visit.waitFor("> site count")
    try visit.terminal.waitUntilIdle()
    try visit.enter("", "\n2\n")
    #expect(!visit.terminal.bytes[start...].contains(0x1B))
  }

  @Test func `with --color never sends no colour`() throws {
    let visit = try Visit.prepared()
    try visit.enter("site lister", "Manosque")
    try visit.enter("frob x", "commande inconnue")
    let sent = String(decoding: visit.terminal.bytes, as: UTF8.self)
    #expect(sent.firstMatch(of: /\u{1B}\[[0-9;]*m/) == nil)
  }

  @Test(arguments: [("NO_COLOR", "1"), ("ACCESSIBLE", "1"), ("TERM", "dumb")])
  func `sends not one escape byte to who asks for none, says statuses in words and numbers choices`(
    _ name: String, _ value: String
  ) throws {
    let visit = try Visit.prepared(
      environment: ["PAGER": "less", "NO_COLOR": ""].merging([name: value]) { $1 })
    try visit.enter("diagnostic", "bien\u{A0}: ")
    try visit.enter("dossier créer autre", "dossier «\u{A0}autre\u{A0}» créé", prompt: "autre")
    try visit.enter("dossier ouvrir demo", "demo")
    try visit.enter("aide", "MOTS RÉSERVÉS")
    visit.send("ncm")
    try visit.waitFor("> ncm")
    visit.send(Keys.tab)
    try visit.waitFor("  2. ncmaj — ")
    visit.send("2")
    try visit.waitFor("> ncm2")
    visit.send(Keys.tab)
    try visit.waitFor("> ncmaj")
    visit.send(Keys.up + Keys.control("C"))
    try visit.waitFor("^C\n")
    visit.send("s")
    try visit.waitFor("> s")
    try visit.terminal.waitUntilIdle()
    visit.send("ite ajouter a1\rsite ajouter a2\r")
    try visit.waitFor("2 lignes collées")
    try visit.enter("", "site a2\u{A0}: a2")
    try visit.terminal.waitUntilIdle()
    visit.send("site ajouter a3\r")
    try visit.waitFor("Une ligne collée")
    visit.send(Keys.control("C"))
    try visit.waitForPrompt()
    visit.send("annul")
    try visit.waitFor("> annul")
    try visit.enter("er", "annulé\u{A0}: site a1, site a2")
    try visit.leave()
    #expect(!visit.terminal.bytes.contains(0x1B))
    #expect(!visit.terminal.screen.text.contains("✓"))
  }
}

struct `Every terminal, locale and set of keys` {
  private static let terminals = ["dumb", "vt100", "xterm-256color", "no-such-terminal"]
  private static let locales = ["C", "POSIX", "fr_FR.UTF-8", "C.UTF-8"]
  private static let all = terminals.flatMap { terminal in
    locales.flatMap { locale in ["emacs", "vi"].map { [terminal, locale, $0] } }
  }

  @Test(arguments: all)
  func `takes a visit of a few lines`(_ way: [String]) throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.shell("echo 'bind \(way[2] == "vi" ? "-v" : "-e")' > \"$HOME/.editrc\"")
    let visit = try Visit(
      sandbox, "--dossier", "demo", environment: ["TERM": way[0], "LC_ALL": way[1]])
    try visit.waitForPrompt()
    try visit.enter("noter l'été, « ça » — œuvré\u{7F}\u{7F}e --on M1-A1 --site digne", "P1 noté")
    visit.send(Keys.control("C"))
    try visit.enter("preuve montrer P1 fields text", "\ntexte")
    #expect(visit.terminal.screen.text.components(separatedBy: "l'été, « ça » — œuve").count == 3)
    try visit.leave()
    if ["dumb", "no-such-terminal"].contains(way[0]) {
      #expect(!visit.terminal.bytes.contains(0x1B))
    }
  }
}
