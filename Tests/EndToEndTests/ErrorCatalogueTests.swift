import Foundation
import Testing

/// A kind of error of the shell: its name, an example that has it, and what is said in each language.
struct ErrorEntry: CustomTestStringConvertible, Sendable {
  let name: String
  /// The commands, or after `$ ` the words of a command line.
  let example: String
  /// Whether it needs no dossier, and whether answers are given beforehand.
  let isAlone: Bool
  let isAnswered: Bool
  var said: [String: String] = [:]

  var testDescription: String { name }

  static let path = "\(Sandbox.sessions)/errors.catalogue"

  /// Every entry of the catalogue, in its order.
  static let all: [ErrorEntry] = {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "#### ").dropFirst().map(ErrorEntry.init)
  }()

  init(_ text: String) {
    let parts = text.components(separatedBy: "\n---- ")
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let head = lines[0].split(separator: " ").map(String.init)
    name = head[0]
    isAlone = head.contains("alone")
    isAnswered = head.contains("answered")
    example = lines.dropFirst().joined(separator: "\n").trimmed
    for part in parts.dropFirst() {
      let end = part.firstIndex(of: "\n") ?? part.endIndex
      said[String(part[..<end].prefix(2))] = String(part[end...].dropFirst()).trimmed
    }
  }

  /// The text of the entry for what was said.
  func text(_ said: [(String, Sandbox.Answer)]) -> String {
    "#### \(name)\(isAlone ? " alone" : "")\(isAnswered ? " answered" : "")\n\(example)"
      + said.map { "\n---- \($0)\n\(Self.words($1))" }.joined() + "\n\n"
  }

  /// What a catalogue keeps of an answer.
  static func words(_ answer: Sandbox.Answer) -> String {
    let errors = answer.errors.split(separator: "\n").filter {
      !$0.hasPrefix("✓") && !$0.hasPrefix("!")
    }
    return (["exit \(answer.status)"] + errors.map(String.init)).joined(separator: "\n")
  }

  func run(_ language: String, in sandbox: Sandbox) throws -> Sandbox.Answer {
    var words = Array(Sandbox.fixed.prefix(2)) + ["--lang", language]
    if !isAlone { words += ["--dossier", "demo"] }
    if isAnswered { words += ["--answers", "r.txt"] }
    if example.hasPrefix("$ ") {
      words += example.dropFirst(2).split(separator: " ").map(String.init)
    } else {
      words += ["-c", example]
    }
    let answer = try sandbox.run(words)
    return .init(
      status: answer.status, output: answer.output,
      errors: answer.errors.replacing(sandbox.work, with: "WORK"))
  }
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

  /// Kinds that no script brings about at will: other tests have them.
  private static let others: Set<String> = [
    "script", "journal", "signing", "integrity", "interrupted", "fault", "ambiguousWord",
    "unknownKinds", "journalDamaged", "missingHeads", "forked", "rivalSeals", "inConflict",
    "unknownAlternative", "checklistAbsent", "cannotRead", "evidenceMissing", "sealed",
    "undoSealed", "notSealed", "trialSeal", "ambiguousRecord", "conclusionStale", "numberingStale",
    "labelValidityUnknown", "emptyScopeLine", "fileExists", "auditUnclear", "nobody", "noIndicator",
    "undoRestedOn", "undoCommitPoint", "nothingLeft", "valueNeeded", "moduleDisabled", "notClosed",
    // Of the rules of checklists: the tests of rules and of decisions have them.
    "ruleActs", "ruleNotCondition", "noRules",
    // Of a machine without any program for it: the tests of PDF have it.
    "noPDFEngine",
    // Of evidence, checkpoints and exercises: the tests of their commands have them.
    "citedBy", "supersedesItself", "notAFileOfEvidence", "noSource", "confirmationNeeded",
    "keysInDossier", "mock", "noFaultyJournal",
    // Of sealed audits: the tests of editions have them.
    "maskingUnconfirmed", "nameLeft",
    // Of seals and of what one signs with: the tests of countersignatures and of formats have them.
    "brokenBag", "unsignedBag", "foreignBag", "keyNeeded", "keyRevoked", "stampWayNeeded",
    "nothingToStamp", "badSignatureSetting",
  ]

  private static func prepared() throws -> Sandbox {
    let sandbox = try Sandbox.prepared()
    try sandbox.write("r.txt", "beaucoup\n")
    try sandbox.write("ailleurs/lisez-moi.txt", "rien ici\n")
    try sandbox.write("p.constat", "param site text\nprint $site\n")
    try sandbox.write("q.constat", "param lang text = fr\nprint $lang\n")
    try sandbox.write("faux.rec", "%rec: Checklist\n\nId: faux\n")
    return sandbox
  }

  @Test(arguments: ErrorEntry.all.indices)
  func `says exactly what is wrong and what to do, in both languages`(_ index: Int) throws {
    let entry = ErrorEntry.all[index]
    for language in ["fr", "en"] where !Self.isRecording {
      let answer = try entry.run(language, in: Self.prepared())
      #expect(ErrorEntry.words(answer) == entry.said[language], "\(entry.name)")
      #expect(answer.status != 0)
    }
  }

  @Test(.enabled(if: isRecording))
  func `is written anew`() throws {
    var text = ""
    for entry in ErrorEntry.all {
      text += entry.text(
        try ["fr", "en"].map { language in
          (language, try entry.run(language, in: Self.prepared()))
        })
    }
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
    let missing = kinds.map(String.init).filter { !named.contains($0) && !Self.others.contains($0) }
    #expect(missing == [])
  }

  @Test func `follows the typography of each language`() {
    for entry in ErrorEntry.all {
      for line in (entry.said["fr"] ?? "").split(separator: "\n") where !line.contains(" | ") {
        #expect(line.firstMatch(of: /\x20[;!?](\x20|$)/) == nil, "\(entry.name): \(line)")
      }
      for line in (entry.said["en"] ?? "").split(separator: "\n") where !line.contains(" | ") {
        #expect(!line.contains("\u{A0}") && !line.contains("«"), "\(entry.name): \(line)")
      }
    }
  }
}
