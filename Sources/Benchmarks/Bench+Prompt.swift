import Auditing
import Glibc
import Journaling
import PseudoTerminals
import Signing

extension Bench {
  /// The prompt on the screen after start, and a key on it, beside other shells on the same kind of
  /// terminal; completion and `status` in a session on 100,000 entries.
  static let prompt = Bench(name: "prompt") { room in
    let others = [("sqlite3", [":memory:"], "sqlite> "), ("fish", ["--no-config"], "> ")]
    let ours = try Typing.measure(constat, [], prompt: "> ", room)
    let figures = try others.flatMap { name, arguments, prompt in
      guard let path = room.programs.path(of: name) else {
        return [Figure.absent(name, for: "the prompt")]
      }
      let theirs = try Typing.measure(path, arguments, prompt: prompt, room)
      return [
        figure("prompt on the screen after start", ours.start, name, theirs.start),
        figure("key to echo", ours.key, name, theirs.key),
      ]
    }
    return try figures + completion(room)
  }

  private static func figure(
    _ what: String, _ ours: Duration, _ name: String, _ theirs: Duration
  ) -> Figure {
    Figure(
      what: what, ours: ours.text, other: (name, theirs.text), ratio: ours / theirs, reach: "1")
  }

  /// Completion and `status` in a dossier of 100,000 entries about one audit.
  private static func completion(_ room: Workroom) throws -> [Figure] {
    let dossier = try room.auditedDossier(of: 100_000)
    let terminal = try PseudoTerminal(
      constat, ["--lang", "en", "--dossier", dossier], environment: Typing.environment(room),
      columns: 100, rows: 40)
    try terminal.waitFor(" to assess", seconds: 60)
    var figures: [Figure] = []
    for (what, line, said) in [
      ("first completion of evidence by its id", "evidence show E1", "+"),
      ("completion of evidence again", "evidence show E2", "+"),
      ("completion of a finding", "finding show F1", "+"),
      ("completion of a criterion by its title", "go waiting", "M1-"),
    ] {
      terminal.send(line)
      try terminal.waitFor("> " + line, seconds: 60)
      let start = ContinuousClock.now
      let place = terminal.bytes.count
      terminal.send("\t\t")
      try terminal.waitForBytes(from: place) { $0.holds(said) }
      figures.append(
        Figure(
          what: "\(what), 100,000 entries", ours: (ContinuousClock.now - start).text,
          reach: "under 30 ms"))
      terminal.send("\u{15}")
    }
    for what in ["first status", "status again"] {
      let start = ContinuousClock.now
      let place = terminal.bytes.count
      terminal.send("\u{15}status\r")
      try terminal.waitForBytes(from: place) { $0.holds("to assess") }
      figures.append(
        Figure(
          what: "\(what), 100,000 entries", ours: (ContinuousClock.now - start).text,
          reach: "under 30 ms"))
    }
    return figures
  }
}

/// How long a shell takes to show its prompt and to echo a key.
enum Typing {
  static func environment(_ room: Workroom) -> [String: String] {
    [
      "HOME": room.path, "XDG_STATE_HOME": "\(room.path)/typing-state",
      "XDG_CONFIG_HOME": "\(room.path)/typing-config", "XDG_DATA_HOME": "\(room.path)/typing-data",
      "CONSTAT_ME": "ana",
    ]
  }

  /// The medians of 15 starts and of 200 keys.
  static func measure(
    _ path: String, _ arguments: [String], prompt: String, _ room: Workroom
  ) throws -> (start: Duration, key: Duration) {
    var starts: [Duration] = []
    var keys: [Duration] = []
    for run in 0..<15 {
      let start = ContinuousClock.now
      let terminal = try PseudoTerminal(
        path, arguments, environment: environment(room), folder: room.path)
      try terminal.waitForBytes(from: 0) { $0.holds(prompt) }
      starts.append(ContinuousClock.now - start)
      guard run == 14 else { continue }
      for _ in 0..<200 {
        let place = terminal.bytes.count
        let start = ContinuousClock.now
        terminal.send("q")
        try terminal.waitForBytes(from: place) { $0.holds("q") }
        keys.append(ContinuousClock.now - start)
        let echoed = terminal.bytes.count
        terminal.send("\u{7F}")
        try terminal.waitForBytes(from: echoed) { !$0.isEmpty }
      }
    }
    return (starts.median, keys.median)
  }
}

extension ArraySlice<UInt8> {
  /// Whether a text stands in the bytes.
  fileprivate func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard count >= wanted.count, let first = wanted.first else { return false }
    var place = startIndex
    while let found = self[place...].firstIndex(of: first) {
      if self[found...].starts(with: wanted) { return true }
      place = found + 1
    }
    return false
  }
}

extension Workroom {
  /// The path of a dossier with one audit that so many entries are about.
  func auditedDossier(of entries: Int) throws -> String {
    let folder = "\(path)/audited-\(entries)"
    let script = """
      dossier new \(folder)
      site add accueil --name "Accueil"
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
}
