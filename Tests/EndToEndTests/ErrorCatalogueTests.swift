import Foundation
import Testing

/// A kind of error of the shell: its name, an example that has it, and what is said in each language.
struct ErrorEntry: CustomTestStringConvertible, Sendable {
  let name: String
  /// The commands, or after `$ ` the words of a command line; before them, after `% `, what a shell
  /// does first.
  let example: String
  let setting: [String]
  /// What stands behind the name: `alone` without a dossier, `answered` with answers given
  /// beforehand, `real` in a dossier made without a seed, and variables of the environment.
  let marks: [String]
  var said: [String: String] = [:]

  var testDescription: String { name }

  static let path = "\(Sandbox.sessions)/errors.catalogue"

  /// Every entry of the catalogue, in its order.
  static let all: [ErrorEntry] = {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "#### ").dropFirst().map(ErrorEntry.init)
  }()

  /// The entries in so many parts, those that begin with the same setting together.
  static func parted(_ count: Int) -> [[ErrorEntry]] {
    var parts = Array(repeating: [ErrorEntry](), count: count)
    var places: [String: Int] = [:]
    for (place, entry) in all.enumerated() {
      let shared = entry.setting.first.map { "\(entry.marks.contains("real")) \($0)" } ?? "\(place)"
      let part = places[shared, default: places.count % count]
      places[shared] = part
      parts[part].append(entry)
    }
    return parts
  }

  init(_ text: String) {
    let parts = text.components(separatedBy: "\n---- ")
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let head = lines[0].split(separator: " ").map(String.init)
    name = head[0]
    marks = Array(head.dropFirst())
    setting = lines.dropFirst().filter { $0.hasPrefix("% ") }.map { String($0.dropFirst(2)) }
    example =
      lines.dropFirst().filter { !$0.hasPrefix("% ") }.joined(separator: "\n").trimmed
    for part in parts.dropFirst() {
      let end = part.firstIndex(of: "\n") ?? part.endIndex
      said[String(part[..<end].prefix(2))] = String(part[end...].dropFirst()).trimmed
    }
  }

  /// The text of the entry for what was said.
  func text(_ said: [(String, Sandbox.Answer)]) -> String {
    "#### \(([name] + marks).joined(separator: " "))\n"
      + setting.map { "% \($0)\n" }.joined() + example
      + said.map { "\n---- \($0)\n\(Self.words($1))" }.joined() + "\n\n"
  }

  /// What a catalogue keeps of an answer.
  static func words(_ answer: Sandbox.Answer) -> String {
    let errors = answer.errors.split(separator: "\n").filter {
      !$0.hasPrefix("✓") && !$0.hasPrefix("!")
    }
    return (["exit \(answer.status)"] + errors.map(String.init)).joined(separator: "\n")
  }

  /// Does some lines of the setting.
  func set(_ lines: some Collection<String>, in sandbox: Sandbox) throws {
    if lines.isEmpty { return }
    let script = ([Self.functions] + lines).joined(separator: "\n")
    let said = try sandbox.shell(script, Sandbox.program)
    #expect(said.status == 0 && said.errors == "", "\(name): \(said.errors)")
  }

  /// The example as the program answers it, in a sandbox where all is set for it.
  func run(_ language: String, in sandbox: Sandbox) throws -> Sandbox.Answer {
    var example = example
    if example.contains("CONFLICT") {
      let list = try sandbox.run("--dossier", "demo", "conflict", "list", "as", "ids").output
      example.replace("CONFLICT", with: list.prefix { !$0.isNewline })
    }
    var words = Array(Sandbox.fixed.prefix(2)) + ["--lang", language]
    if !marks.contains("alone"), !example.contains("--dossier") { words += ["--dossier", "demo"] }
    if marks.contains("answered") { words += ["--answers", "r.txt"] }
    if example.hasPrefix("$ ") {
      words += example.dropFirst(2).split(separator: " ").map(String.init)
    } else {
      words += ["-c", example]
    }
    var environment: [String: String] = [:]
    for mark in marks {
      let parts = mark.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      environment[String(parts[0])] = String(parts[1]).replacing("WORK", with: sandbox.work)
    }
    let answer = try sandbox.run(words, environment: environment)
    return .init(
      status: answer.status, output: answer.output,
      errors: Self.lasting(
        answer.errors.replacing(sandbox.work, with: "WORK")
          .replacing(sandbox.path, with: "HOME")))
  }

  /// What was said, without what chance decides: digests, writers, conflicts.
  private static func lasting(_ text: String) -> String {
    text.replacing(/[0-9a-f]{64}/, with: "SHA-256").replacing(/[0-9a-f]{16}/, with: "POSTE")
      .replacing(/C-[0-9a-f]{4,}/, with: "CONFLICT")
      .replacing(/SHA256:[A-Za-z0-9+\/]{43}/, with: "SHA256:EMPREINTE")
      .replacing(/([A-Z][0-9]+)\.[0-9a-f]+\b/) { "\($0.output.1).POSTE" }
      .replacing(/20[0-9]{2}-[0-9]{2}-[0-9]{2}( |T)[0-9:.]+Z?/, with: "INSTANT")
  }

  /// What settings are made with: `c` is the program in the dossier.
  private static let functions = """
    export CONSTAT=$1
    p() { "$CONSTAT" --now 2026-11-21T09:00:00Z "$@" >said 2>&1 || cat said >&2; }
    c() { p --dossier demo "$@"; }
    exec 3>&1 >/dev/null
    concluded() {
      c finding add M1-B4 "délai non affiché" --grade ncmin --seen "rien" --site digne
      c audit conclude "Un écart."; c audit close
    }
    contest() {
      cp -a demo copie
      CONSTAT_ME=bob p --dossier copie site set digne --name Bob
      c site set digne --name Claire
      cp -n copie/journal/*.journal demo/journal/
    }
    fork() {
      cp -a demo before; cp -a ../home ../before
      c note un --on M1-A1 --site digne
      tail -n 1 demo/journal/*.journal >line
      rm -r demo ../home; mv before demo; mv ../before ../home
      c note deux --on M1-A1 --site digne
      cat line >>"$(echo demo/journal/*.journal)"
    }
    rule() {
      p checklist export qual-e-pref to sans.rec
      awk -v e="$1" '/^Expression:/ && !n++ { $0 = "Expression: " e } 1' sans.rec >faute.rec
    }
    """
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}

struct `The catalogue of the shell's errors` {
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// Kinds that no script brings about, with the tests that have them.
  private static let others: [String: String] = [
    "interrupted": "Ctrl-C or a no at the prompt: SettingTests, CustodyTests",
    "sealInterrupted": "Ctrl-C while a seal is made: LongWorkTests",
    "changedMeanwhile": "somebody else at work during a question: SettingTests",
    "fault": "what must not happen: nothing brings it about",
    "unknownKinds": "entries of a newer program: VerificationTests, SealTests",
    "ruleActs": "told as a fault of a checklist: RuleCheckTests",
    "ruleNotCondition": "told as a fault of a checklist: RuleCheckTests",
    "moduleDisabled": "no shipped checklist has such a module: FaultTests",
    "nameLeft": "what masking must never leave: EditionTests look for every name",
  ]

  private static func prepared(for entry: ErrorEntry) throws -> Sandbox {
    let sandbox = try Sandbox.prepared(isSeeded: !entry.marks.contains("real"))
    try sandbox.write("r.txt", "beaucoup\n")
    try sandbox.write("ailleurs/lisez-moi.txt", "rien ici\n")
    try sandbox.write("p.constat", "param site text\nprint $site\n")
    try sandbox.write("q.constat", "param lang text = fr\nprint $lang\n")
    try sandbox.write("faux.rec", "%rec: Checklist\n\nId: faux\n")
    try sandbox.keep()
    return sandbox
  }

  /// A sandbox to go back to, with the states that were kept of it.
  private struct Room {
    let sandbox: Sandbox
    private var kept: [String: String] = [:]
    /// The state that it is in, where nothing was done since.
    private var state: String?

    init(for entry: ErrorEntry) throws { sandbox = try prepared(for: entry) }

    private mutating func goBack(to state: String) throws {
      if self.state != state { try sandbox.goBack(to: state) }
      self.state = state
    }

    /// What the program answers to an entry in both languages.
    ///
    /// What several entries begin with is done once, and what one needs once for both languages;
    /// where nothing was run there is nothing to go back from.
    mutating func answers(to entry: ErrorEntry) throws -> [(String, Sandbox.Answer)] {
      var state = "kept"
      if let first = entry.setting.first {
        state = kept[first, default: "set\(kept.count)"]
        if kept.updateValue(state, forKey: first) == nil {
          try goBack(to: "kept")
          self.state = nil
          try entry.set([first], in: sandbox)
          try sandbox.keep(as: state)
        }
      }
      try goBack(to: state)
      if entry.setting.count > 1 {
        self.state = nil
        try entry.set(entry.setting.dropFirst(), in: sandbox)
        state = "own"
        try sandbox.keep(as: state)
      }
      return try ["fr", "en"].map { language in
        try goBack(to: state)
        let answer = try entry.run(language, in: sandbox)
        if answer.status != 2 { self.state = nil }
        return (language, answer)
      }
    }
  }

  /// What the program answers to each entry, in rooms of which the real and the seeded are two.
  private static func answers(
    to entries: [ErrorEntry], _ take: (ErrorEntry, [(String, Sandbox.Answer)]) -> Void
  ) throws {
    var rooms: [Bool: Room] = [:]
    for entry in entries {
      let isReal = entry.marks.contains("real")
      var room = try rooms[isReal] ?? Room(for: entry)
      take(entry, try room.answers(to: entry))
      rooms[isReal] = room
    }
  }

  @Test(.enabled(if: !isRecording), arguments: 0..<3)
  func `says exactly what is wrong and what to do, in both languages`(_ part: Int) throws {
    try Self.answers(to: ErrorEntry.parted(3)[part]) { entry, answers in
      for (language, answer) in answers {
        #expect(ErrorEntry.words(answer) == entry.said[language], "\(entry.name)")
        #expect(answer.status != 0, "\(entry.name)")
      }
    }
  }

  @Test(.enabled(if: isRecording))
  func `is written anew`() throws {
    var text = ""
    try Self.answers(to: ErrorEntry.all) { text += $0.text($1) }
    try Data(text.utf8).write(to: URL(filePath: ErrorEntry.path))
  }

  @Test func `has an example of every kind`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Shell/Running/ShellError.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    let kinds = text.split(separator: "\n").compactMap { line in
      (try? /^ {2}(?:indirect )?case (\w+)/.firstMatch(in: line))?.1
    }
    #expect(kinds.count > 60)
    let named = Set(ErrorEntry.all.map(\.name))
    let missing = kinds.map(String.init).filter { !named.contains($0) && Self.others[$0] == nil }
    #expect(missing == [])
  }

  @Test func `follows the typography of each language`() {
    for entry in ErrorEntry.all {
      #expect(entry.said.count == 2 && entry.said["fr"] != entry.said["en"], "\(entry.name)")
      for line in (entry.said["fr"] ?? "").split(separator: "\n") where !line.contains(" | ") {
        #expect(line.firstMatch(of: /\x20[;!?](\x20|$)/) == nil, "\(entry.name): \(line)")
      }
      for line in (entry.said["en"] ?? "").split(separator: "\n") where !line.contains(" | ") {
        #expect(!line.contains("\u{A0}") && !line.contains("«"), "\(entry.name): \(line)")
      }
    }
  }
}
