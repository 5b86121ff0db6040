import Foundation
import PseudoTerminals
import Testing

/// A visit on a terminal that shows colours.
private func colourful(_ sandbox: Sandbox) throws -> Visit {
  let visit = try Visit(sandbox, "--dossier", "demo", environment: ["NO_COLOR": ""])
  try visit.waitForPrompt("demo")
  return visit
}

struct `A suggestion` {
  @Test func `is the line entered last with this beginning, taken with the right arrow`() throws {
    let visit = try colourful(.prepared())
    try visit.enter("site lister where id = digne", "Digne-les-Bains")
    visit.send("site l")
    try visit.terminal.waitForBytes(from: 0) {
      String(decoding: $0, as: UTF8.self).contains("\u{1B}[90mister where id = digne")
    }
    visit.send(Keys.right + "\r")
    try visit.terminal.waitUntil("the list twice") {
      $0.text.components(separatedBy: "Digne-les-Bains").count == 3
    }
  }

  @Test func `is not run by Enter`() throws {
    let visit = try colourful(.prepared())
    try visit.enter("print deux mots", "\ndeux mots\n")
    visit.send("print deux")
    try visit.waitFor("> print deux mots")
    visit.send("\r")
    try visit.waitFor("\ndeux\n")
  }

  @Test func `is the evidence that the criterion expects`() throws {
    let visit = try colourful(.prepared())
    try visit.enter(
      "aller M1-E1 --site digne", "preuve attendue", prompt: "demo · 2026-001 · digne · M1-E1")
    let expected = try #require(
      visit.terminal.screen.text.split(separator: "\n").first { $0.contains("preuve attendue") })
    let words = String(expected.split(separator: ":", maxSplits: 1)[1].dropFirst())
    visit.send("noter \(words.prefix(4))")
    try visit.terminal.waitForBytes(from: 0) {
      String(decoding: $0, as: UTF8.self).contains("\u{1B}[90m\(words.dropFirst(4).prefix(12))")
    }
  }

  @Test func `is how the finding was worded in the audit before`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      """
      finding add M1-B4 "Délai non affiché dans le hall" --grade ncmin --seen vu --due 2027-01-20 --site digne
      audit open 2027-001 --checklist qual-e-pref
      audit scope digne --modules 1 --audit 2027-001
      """)
    let visit = try colourful(sandbox)
    visit.send("audit reprendre 2027-001\r")
    try visit.waitForPrompt("demo · 2027-001")
    visit.send("aller M1-B4\r")
    try visit.waitForPrompt("demo · 2027-001 · digne · M1-B4")
    visit.send("ncmin dé")
    try visit.waitFor("> ncmin délai non affiché dans le hall")
    visit.send("\u{1B}[F --due +60j\r")
    try visit.waitFor("délai non affiché dans le hall (P2)")
  }

  @Test func `is turned off by one setting, which the help names`() throws {
    let visit = try colourful(.prepared())
    try visit.enter("aide régler", "la suite proposée en gris")
    try visit.enter("régler suggestion non", "aucune suggestion")
    try visit.enter("print deux mots", "\ndeux mots\n")
    visit.send("print deux")
    try visit.waitFor("> print deux")
    visit.send(" fois\r")
    try visit.waitFor("\ndeux fois\n")
    #expect(!visit.terminal.screen.text.contains("print deux mots\n> print deux mots"))
    let sent = String(decoding: visit.terminal.bytes, as: UTF8.self)
    #expect(!sent.contains("\u{1B}[90m mots"))
  }
}

struct `A line being typed` {
  @Test(arguments: [
    ("frob digne ", "frob"), ("constat lizter ", "lizter"), ("site add x --nme ", "--nme"),
    ("audit open x --kind blnc ", "blnc"), ("critère lister where statuz = x ", "statuz"),
    ("noter vu --on M9-Z9 ", "M9-Z9"), ("suivant --site dign ", "dign"),
    ("site lister as marcdown ", "marcdown"),
  ])
  func `shows a word that nothing knows before Enter`(_ typed: String, _ word: String) throws {
    let visit = try colourful(.prepared())
    visit.send(typed)
    try visit.terminal.waitUntil("\(word) in red") { $0.look(of: word) == "31" }
    #expect(
      visit.terminal.screen.look(of: String(typed.prefix(2))) != "31" || typed.hasPrefix(word))
  }

  @Test(arguments: [
    "constat lister where grade = ncmin ", "noter vu --on M1-A1 --site digne ",
    "ncmin délai d'attente --due +60j ", "for s in $(site list) { print $s.name } ",
    "aller organiser l'attente ", "let x = 3 ",
  ])
  func `shows nothing amiss where all is known`(_ typed: String) throws {
    let visit = try colourful(.prepared())
    visit.send(typed)
    try visit.waitFor("> \(typed.dropLast())")
    visit.send(Keys.control("C"))
    try visit.waitFor("^C")
    let sent = String(decoding: visit.terminal.bytes, as: UTF8.self)
    #expect(!sent.contains("\u{1B}[31m"))
  }
}

struct `Completion` {
  /// What is typed before Tab, and the line then; one that nothing completes stays.
  private static let lines = [
    ("aller organiser l'att", "aller M1-B4 "), ("aller b4", "aller M1-B4 "),
    ("aller ORGANISER L'ATT", "aller M1-B4 "), ("noter x --on e1", "noter x --on M1-E1 "),
    ("suivant --person agents-x", "suivant --person agents-x"),
    ("suivant --lieu hall", "suivant --lieu \"Hall d'accueil\" "),
    ("ncmin x --due +6", "ncmin x --due +60j "), ("régler sugg", "régler suggestion "),
    ("aide mesure aj", "aide mesure ajouter "), ("photo piè", "photo pièces/"),
    ("photo pièces/m", "photo \"pièces/main courante.txt\" "),
    ("photo \"pièces/main c", "photo \"pièces/main courante.txt\" "),
    ("rapport rédiger as os", "rapport rédiger as oscal "),
    ("rapport rédiger as ju", "rapport rédiger as junit "),
    ("constat lister as ju", "constat lister as ju"),
    ("jalon lister as ic", "jalon lister as ics "),
    ("constat lister where statut = ouv", "constat lister where statut = ouvert "),
    ("constat lister where grade = ncma", "constat lister where grade = ncmaj "),
    ("constat lister where site = man", "constat lister where site = manosque "),
    ("constat lister to pi", "constat lister to pièces/"),
  ]

  @Test func `knows criteria by number and by words of their title, places, days and forms`() throws
  {
    let visit = try Visit.prepared()
    let start = "demo · 2026-001> "
    for (typed, completed) in Self.lines {
      visit.send(typed + Keys.tab)
      try visit.terminal.waitUntil("‹\(completed)›") { screen in
        let row = screen.text.split(separator: "\n").last ?? ""
        return screen.column == start.count + completed.count && row.hasPrefix(start + completed)
      }
      visit.send(Keys.control("U"))
      try visit.waitForPrompt()
    }
  }

  @Test func `describes the candidates`() throws {
    let visit = try Visit.prepared()
    try visit.enter("noter l'affiche est à jour --on M1-A1 --site digne", "P1 noté")
    visit.send("preuve montrer " + Keys.tab)
    try visit.waitFor("preuve montrer P1")
    visit.send(Keys.control("U") + "aller M1-B" + Keys.tab + Keys.tab)
    try visit.waitFor("Organiser l'attente")
  }
}
