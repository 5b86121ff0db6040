import Foundation
import Testing

@Suite(.enabled(if: Release.path != nil, "CONSTAT_RELEASE names no binary"))
struct `The static binary` {
  @Test func `copied alone to an empty folder does a whole audit`() throws {
    let path = try #require(Release.path)
    let sandbox = try Sandbox()
    try FileManager.default.copyItem(atPath: path, toPath: sandbox.at("constat"))
    let run = { (arguments: [String]) in
      try sandbox.run(
        arguments, environment: ["LD_LIBRARY_PATH": ""], program: sandbox.at("constat"))
    }
    #expect(try run(["--version"]).status == 0)
    let linked = try sandbox.shell("ldd constat").output
    #expect(!linked.contains("swift") && !linked.contains("Foundation"), "\(linked)")
    let script = """
      dossier new d --title Un
      site add digne
      audit open a1 --checklist qual-e-pref
      audit scope digne --modules 7
      ncmin "annuaire non revu" --on M7-2 --due +30j
      audit conclude "Un écart." --degree partly
      audit close
      report write to "rapport.html"
      seal make
      seal verify
      """
    let answer = try run(["-c", script])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("le signataire est connu de vous"))
    #expect(try sandbox.text("rapport.html").contains("annuaire non revu"))
  }
}

/// The release binary that the environment names.
private enum Release {
  static let path = ProcessInfo.processInfo.environment["CONSTAT_RELEASE"]
}
