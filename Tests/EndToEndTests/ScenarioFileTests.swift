import Foundation
import Testing

/// The scenarios that the program ships, as the files anyone can read and change.
struct `The file of a shipped scenario` {
  private static let names = ["accueil", "courrier", "urgence", "renouvellement"]

  private func path(_ name: String) -> String { "\(Sandbox.checklists)/scenarios/\(name).rec" }

  @Test func `is one of those that are told`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: "\(Sandbox.checklists)/scenarios")
    #expect(files.sorted() == Self.names.map { "\($0).rec" }.sorted())
  }

  @Test(arguments: names)
  func `passes the check, and that of recutils`(_ name: String) throws {
    let sandbox = try Sandbox()
    let check = try sandbox.run("check", path(name))
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    guard try Outside.isThere("recfix", for: "its check of \(name)", sandbox) else { return }
    let recfix = try sandbox.shell("recfix --check \"$1\"", path(name))
    #expect(recfix.status == 0, "\(recfix.errors)")
  }

  @Test(arguments: names)
  func `says everything in both languages`(_ name: String) throws {
    let text = try String(contentsOfFile: path(name), encoding: .utf8)
    for record in text.components(separatedBy: "\n\n") {
      let fields = record.split(separator: "\n").compactMap { line -> String? in
        line.split(separator: ":", maxSplits: 1).first.map(String.init)
      }
      let french = fields.filter { $0.hasSuffix("_fr") }.map { $0.dropLast(3) }
      let english = fields.filter { $0.hasSuffix("_en") }.map { $0.dropLast(3) }
      #expect(french == english, "\(record.prefix(60))")
    }
  }

  @Test(arguments: names)
  func `is refused when a fault loses its evidence`(_ name: String) throws {
    let sandbox = try Sandbox()
    let text = try String(contentsOfFile: path(name), encoding: .utf8)
    let fault = try #require(text.range(of: "%rec: Fault"))
    let evidence = try #require(
      text.range(of: "\nEvidence: ", range: fault.upperBound..<text.endIndex))
    let end = try #require(text.range(of: "\n", range: evidence.upperBound..<text.endIndex))
    let broken = text.replacingCharacters(
      in: evidence.upperBound..<end.lowerBound, with: "rien-de-tel")
    try sandbox.write("casse.rec", broken)
    let check = try sandbox.run("check", "casse.rec")
    #expect(check.status == 2)
    #expect(check.output.contains("rien-de-tel"), "\(check.output)")
  }

  @Test(arguments: names)
  func `answers the questions that people put`(_ name: String) throws {
    let sandbox = try Sandbox()
    let start = try sandbox.run(
      "mock", "start", path(name), "--variant", "1", "--folder", sandbox.at("d"))
    try #require(start.status == 0, "\(start.errors)")
    let text = try String(contentsOfFile: path(name), encoding: .utf8)
      .replacing(" \\\n", with: " ")
    for asked in try #require(ScenarioQuestions.all[name]) {
      for command in asked.before { try sandbox.run("--dossier", "d", "-c", command) }
      let reply = try sandbox.run(
        "--dossier", "d", "-c", "mock ask \(asked.person) \"\(asked.words)\"")
      let said = try #require(Self.said(in: text, by: asked.answer), "\(asked.answer)")
      #expect(reply.output.contains(said), "\(asked.words): \(reply.output)\(reply.errors)")
    }
  }

  /// The longest part of an answer's French text that no variable changes.
  private static func said(in text: String, by answer: String) -> String? {
    guard let id = text.range(of: "\nId: \(answer)\n"),
      let field = text.range(of: "\nText_fr: ", range: id.upperBound..<text.endIndex)
    else { return nil }
    let line = text[field.upperBound...].prefix { $0 != "\n" }
    return line.split(separator: "{").map { part in
      String(part.split(separator: "}").last ?? "")
    }.max { $0.count < $1.count }
  }
}
