import Foundation
import Testing

/// A session kept as text: what is entered, and to the byte what is answered.
struct GoldenSession: CustomTestStringConvertible, Sendable {
  let name: String
  let script: String
  let expected: Sandbox.Answer

  var testDescription: String { name }
  var language: String { name.hasSuffix(".en") ? "en" : "fr" }
  /// Whether it takes place in the dossier `demo`; else it begins in an empty folder.
  var isPrepared: Bool { !script.contains("dossier new") && !script.contains("dossier créer") }

  static var path: String { Sandbox.sessions }

  /// All sessions, by name.
  static let all: [GoldenSession] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".session") }.sorted().compactMap {
      try? GoldenSession($0)
    }
  }()

  init(_ file: String) throws {
    let text = try String(contentsOfFile: "\(Self.path)/\(file)", encoding: .utf8)
    name = String(file.dropLast(".session".count))
    let parts = text.components(separatedBy: "==== exit ")
    script = parts[0]
    let rest = parts.count > 1 ? parts[1] : "0\n==== err\n"
    let end = rest.firstIndex(of: "\n") ?? rest.endIndex
    let said = rest[end...].dropFirst().components(separatedBy: "==== err\n")
    expected = Sandbox.Answer(
      status: Int32(rest[..<end]) ?? -1, output: said[0], errors: said.count > 1 ? said[1] : "")
  }

  /// The text of the file for what was answered.
  func text(_ answer: Sandbox.Answer) -> String {
    "\(script)==== exit \(answer.status)\n\(answer.output)==== err\n\(answer.errors)"
  }
}

struct `A session kept as text` {
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  @Test(arguments: GoldenSession.all)
  func `gives the same bytes from a file, -c and standard input`(_ session: GoldenSession) throws {
    let sandbox = try session.isPrepared ? Sandbox.prepared() : Sandbox()
    if !session.isPrepared { try sandbox.addFiles() }
    try sandbox.keep()
    var answers: [Sandbox.Answer] = []
    for way in Way.allCases {
      try sandbox.goBack()
      answers.append(try run(session, way, in: sandbox))
    }
    if Self.isRecording {
      try session.text(answers[0]).write(
        toFile: "\(GoldenSession.path)/\(session.name).session", atomically: true, encoding: .utf8)
      Issue.record("\(session.name) was written anew: read it, then run without RECORD")
    }
    for (way, answer) in zip(Way.allCases, answers) {
      #expect(answer.status == session.expected.status, "by \(way.rawValue)")
      #expect(answer.output == session.expected.output, "by \(way.rawValue)")
      #expect(answer.errors == session.expected.errors, "by \(way.rawValue)")
    }
  }

  private func run(_ session: GoldenSession, _ way: Way, in sandbox: Sandbox) throws
    -> Sandbox.Answer
  {
    let options = ["--lang", session.language] + Sandbox.fixed
    guard session.isPrepared else { return try way.run(session.script, options, in: sandbox) }
    let before = try sandbox.contents("demo")
    let answer = try way.run(session.script, options + ["--dossier", "demo"], in: sandbox)
    // What fails before or while it runs leaves every byte of the dossier as it was.
    if ![0, 3].contains(answer.status) {
      #expect(try sandbox.contents("demo") == before, "by \(way.rawValue)")
    }
    return answer
  }

  @Test func `is one of a dozen at least, in both languages`() {
    #expect(GoldenSession.all.count >= 12)
    #expect(GoldenSession.all.contains { $0.language == "en" })
  }
}
