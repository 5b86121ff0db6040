import Auditing
import Glibc
import Journaling
import PseudoTerminals
import Signing

extension Bench {
  /// What a person waits for after a key in a session on a dossier of 100,000 entries about one
  /// audit: the candidates, redrawn with the line, and the echo of what is typed.
  static let completion = Bench(name: "completion") { room in
    let dossier = try room.auditedDossier(of: 100_000)
    let alone = try Completing(dossier, room).figures(", 100,000 entries")
    try room.addWriter(to: dossier)
    return alone + (try Completing(dossier, room).figures(", 100,000 entries of two writers"))
  }
}

/// A session in which Tab is pressed in many places.
private struct Completing {
  private let terminal: PseudoTerminal

  /// The name of a place, the line before it, and what Tab brings onto the screen.
  private typealias Place = (what: String, line: String, shown: String)

  private static let places: [Place] = [
    ("evidence by its id", "evidence show E1", "+"),
    ("a finding by its id", "finding show F1", "+"),
    ("evidence by words", "evidence show horaires", "E"),
    ("a finding by words", "finding show courriels", "F"),
    ("an action", "action show X1", "X1"),
    ("a measure", "measure show I1", "I1"),
    ("a criterion by words of its title", "go waiting", "M1-"),
    ("a criterion by its number", "criterion show M1-", "M1-A1"),
    ("a criterion of an assessment", "assessment show M1-", "M1-A1/"),
    ("a site", "next --site a", "ccueil"),
    ("a person", "audit member b", "runo"),
    ("a file", "photo photos/1", "photos/110.jpg"),
    ("a field", "finding list where g", "rade"),
    ("a value", "finding list as ", "markdown"),
    ("a word", "fi", "nding"),
  ]

  init(_ dossier: String, _ room: Workroom) throws {
    try Files.makeFolders("\(room.path)/photos")
    for number in 100..<1100 where !Files.exists("\(room.path)/photos/\(number).jpg") {
      try Files.create("\(room.path)/photos/\(number).jpg", [])
    }
    terminal = try PseudoTerminal(
      Bench.constat, ["--lang", "en", "--dossier", dossier],
      environment: Typing.environment(room), columns: 100, rows: 40, folder: room.path)
    try terminal.waitFor(" to assess", seconds: 60)
  }

  /// Each place at the first press and at the next, then with an entry between, and the echo.
  func figures(_ suffix: String) throws -> [Figure] {
    var figures: [Figure] = []
    for place in Self.places {
      let (first, again) = (try press(at: place), try press(at: place))
      figures.append(
        Figure(
          what: "Tab at \(place.what), first and again" + suffix,
          ours: "\(first.text), \(again.text)", reach: "under 30 ms"))
    }
    for place in Self.places.prefix(2) {
      try enter("note an entry between", says: "noted")
      figures.append(
        Figure(
          what: "Tab at \(place.what) after an entry" + suffix, ours: try press(at: place).text,
          reach: "under 30 ms"))
    }
    figures.append(
      Figure(
        what: "an entry, to the next prompt" + suffix,
        ours: try enter("note another", says: "noted").text, reach: "-"))
    figures.append(
      Figure(
        what: "status, to the next prompt" + suffix,
        ours: try enter("status", says: "to assess").text, reach: "-"))
    return figures + (try echoes(suffix))
  }

  /// The time from Tab to the line drawn anew behind its candidates.
  private func press(at place: Place) throws -> Duration {
    terminal.send(place.line)
    try terminal.waitFor("> " + place.line, seconds: 60)
    let from = terminal.bytes.count
    let start = ContinuousClock.now
    // Twice where the first only adds what all candidates begin with.
    terminal.send("\t\t")
    try terminal.waitForBytes(from: from, seconds: 60) { $0.holds(place.shown) }
    let duration = ContinuousClock.now - start
    terminal.send("\u{15}")
    try terminal.waitUntil("an empty line", seconds: 60) { screen in
      screen.column == (screen.text.split(separator: "\n").last ?? "").prefix { $0 != ">" }.count
        + 2
    }
    return duration
  }

  @discardableResult
  private func enter(_ line: String, says: String) throws -> Duration {
    terminal.send(line)
    try terminal.waitFor("> " + line, seconds: 60)
    let from = terminal.bytes.count
    let start = ContinuousClock.now
    terminal.send("\r")
    try terminal.waitForBytes(from: from, seconds: 60) { $0.holds(says) && $0.holds("[?2004h") }
    return ContinuousClock.now - start
  }

  /// The time to the echo of each key of a command, of a text and of an unknown word, one after the
  /// other, colours and suggestions being drawn between them.
  private func echoes(_ suffix: String) throws -> [Figure] {
    var keys: [Duration] = []
    for line in [
      "ncmin délai de réponse aux courriels non affiché dans le hall --due +60d",
      "finding list where grade = ncmin and criterion = M1-A1 sort due", "frobnicate M1-A1 digne",
    ] {
      for key in line {
        let from = terminal.bytes.count
        let start = ContinuousClock.now
        terminal.send(String(key))
        try terminal.waitForBytes(from: from, seconds: 60) { key == " " || $0.holds(String(key)) }
        keys.append(ContinuousClock.now - start)
      }
      terminal.send("\u{15}")
    }
    let sorted = keys.sorted()
    return [
      Figure(
        what: "key to echo, median and 99 of 100" + suffix,
        ours: "\(keys.median.text), \(sorted[sorted.count * 99 / 100].text)", reach: "under 5 ms")
    ]
  }
}

extension Workroom {
  /// The path of a dossier with one audit that so many entries are about.
  fileprivate func auditedDossier(of entries: Int) throws -> String {
    let folder = "\(path)/audited-\(entries)"
    let script = """
      dossier new \(folder)
      site add accueil --name "Accueil"
      person add ana --name "Ana"; person add bruno --name "Bruno"
      audit open A1 --checklist qual-e-pref
      audit scope accueil --modules 1,7
      """
    _ = try Subprocess(
      Bench.constat, ["--lang", "en", "-c", script], environment: Typing.environment(self)
    ).run()
    let dossier = try DossierFolder.open(folder, at: Self.workplace(path))
    guard let last = dossier.state.history.operations.last, let audit = dossier.state.audits.first
    else { return folder }
    let criteria = ["M1-A1", "M1-A2", "M1-A3", "M1-B1", "M1-B4", "M1-C1", "M1-E1", "M7-1", "M7-3"]
    var maker = JournalMaker(
      writer: last.writer, after: last.n, last.id, audit: audit.key, criteria: criteria)
    let journal = journal(of: folder, last.writer)
    let file = try Files.open(journal, O_WRONLY | O_APPEND)
    var part: [UInt8] = []
    for _ in 0..<entries { part += maker.line() }
    try Files.write(part.span, to: file, path: journal)
    return folder
  }

  /// Adds an entry of a second writer, with whom ids are no longer the labels alone.
  fileprivate func addWriter(to folder: String) throws {
    var workplace = Self.workplace("\(path)/second")
    workplace.machine = "second"
    let dossier = try DossierFolder.open(folder, at: workplace)
    try dossier.begin()
    dossier.add(Event("site.set", by: "bruno", ["site": "annexe", "name": "Annexe"]))
    _ = try dossier.commit()
  }
}
