import Foundation
import Testing

/// A trainee who plays a pack in a sandbox, and the trainer who has its key.
struct MockTrainee {
  let sandbox: Sandbox
  let key: MockKey
  let dossier: String

  /// What is entered with a clock of its own, at so many minutes after the beginning.
  static func clock(_ minute: Int) -> [String] {
    let time = String(format: "2026-11-21T%02d:%02d:00Z", 9 + minute / 60, minute % 60)
    return ["--now", time]
  }

  /// Prepares one pack of a scenario and begins it.
  init(_ scenario: String, variant seed: Int = 3) throws {
    sandbox = try Sandbox()
    dossier = "exercice-\(scenario)"
    try sandbox.ok(
      Self.clock(0) + [
        "--seed", "\(seed)", "mock", "prepare", scenario, "--for", "1", "--to", "salle",
      ])
    let text = try String(contentsOfFile: sandbox.at("salle/cle.rec"), encoding: .utf8)
    key = try #require(MockKey(file: text))
    try sandbox.ok(Self.clock(0) + ["mock", "start", "salle/paquet-1.rec"])
  }

  /// Runs commands in the exercise; they must succeed unless they may fail.
  @discardableResult
  func play(_ commands: [String], minute: Int = 5, mayFail: Bool = false) throws -> Sandbox.Answer {
    let start = Self.clock(minute) + ["--dossier", dossier]
    guard mayFail else {
      return try sandbox.ok(start + ["-c", commands.joined(separator: "\n")])
    }
    for command in commands { _ = try sandbox.run(start + ["-c", command]) }
    return Sandbox.Answer(status: 0, output: "", errors: "")
  }

  /// Sees everything there is to see.
  func seeEverything() throws {
    try play(key.everything)
    try play(key.discovered, mayFail: true)
    try play(key.everything)
    try play(key.discovered, mayFail: true)
  }

  /// The id of the evidence behind each fact.
  func evidence() throws -> [String: String] {
    let answer = try sandbox.ok([
      "--dossier", dossier, "--json", "evidence", "list", "fields", "id,text,source",
    ])
    let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    let results = (object as? [String: Any])?["results"] as? [[String: Any]]
    let rows = results?.first?["data"] as? [[String: Any]] ?? []
    var found: [String: String] = [:]
    for fact in key.all("Fact") {
      let pattern = Self.pattern(fact["Text_fr"] ?? "")
      let row = rows.last { row in
        (row["text"] as? String).map { $0.wholeMatch(of: pattern) != nil } ?? false
      }
      if let id = row?["id"] as? String { found[fact.id] = id }
    }
    return found
  }

  /// The text of a fact, with anything where the figures of a draw stand.
  private static func pattern(_ text: String) -> Regex<Substring> {
    let parts = text.split(separator: "{", omittingEmptySubsequences: false)
    var pattern = NSRegularExpression.escapedPattern(for: String(parts[0]))
    for part in parts.dropFirst() {
      let rest = part.drop { $0 != "}" }.dropFirst()
      pattern += ".*" + NSRegularExpression.escapedPattern(for: String(rest))
    }
    let regex = try? Regex(pattern, as: Substring.self)
    return regex ?? /$.^/
  }

  /// Hands in, and what the trainer then reads of the score.
  func score(minute: Int = 15) throws -> Score {
    try sandbox.ok(Self.clock(minute) + ["--dossier", dossier, "mock", "hand-in"])
    let fields = ["total", "found", "planted", "wrong", "unsupported", "wrongly_conforming"]
    let script =
      ["let score = $(mock score \(dossier) --key salle/cle.rec)"]
      + fields.map { "print $score.\($0)" }
    let answer = try sandbox.ok(["-c", script.joined(separator: "\n")])
    let values = answer.output.split(separator: "\n").compactMap { Int($0) }
    try #require(values.count == fields.count, "\(answer.output)")
    return Score(
      total: values[0], found: values[1], planted: values[2], wrong: values[3],
      unsupported: values[4], wronglyConforming: values[5])
  }

  struct Score {
    let total, found, planted, wrong, unsupported, wronglyConforming: Int
  }
}

extension Sandbox {
  /// Runs the program with arguments, which must succeed.
  @discardableResult
  func ok(_ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation) throws -> Answer
  {
    let answer = try run(arguments)
    #expect(
      answer.status == 0, "\(arguments.joined(separator: " ").prefix(300))\n\(answer.errors)",
      sourceLocation: sourceLocation)
    return answer
  }
}
