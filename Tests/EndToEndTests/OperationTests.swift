import Foundation
import Testing

struct `One input` {
  private func operations(_ sandbox: Sandbox) throws -> Int {
    let log = try sandbox.run("--dossier", "demo", "journal", "log", "--limit", "1000")
    return log.output.split(separator: "\n").count
  }

  @Test(arguments: Way.allCases)
  func `is one operation, whatever it holds`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let before = try operations(sandbox)
    let script = "note un --on M1-A1 --site digne\nnote deux --on M1-A2 --site digne\nsite add a1\n"
    #expect(try way.run(script, ["--dossier", "demo"], in: sandbox).status == 0)
    #expect(try operations(sandbox) == before + 1)
    // Which one word takes back whole.
    #expect(try sandbox.run("--dossier", "demo", "undo").status == 0)
    #expect(try sandbox.demo("evidence count").output == "0\n")
    #expect(try sandbox.demo("site list as ids").output == "digne\nmanosque\n")
    #expect(try sandbox.run("--dossier", "demo", "redo").status == 0)
    #expect(try sandbox.demo("evidence count").output == "2\n")
  }

  @Test(arguments: Way.allCases)
  func `leaves every byte as it was when its last command fails`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let before = try sandbox.contents("demo")
    let script = """
      site add sisteron
      evidence attach releve.csv --criterion M1-E1 --site digne
      finding list to "constats.csv"
      finding show F9
      """
    let answer = try way.run(script, ["--dossier", "demo"], in: sandbox)
    #expect(answer.status == 1)
    #expect(answer.errors.contains("SCRIPT:4:14:"))
    #expect(!answer.errors.contains("✓"))
    #expect(try sandbox.contents("demo") == before)
    #expect(!FileManager.default.fileExists(atPath: sandbox.at("constats.csv")))
  }

  @Test func `brings back a site that was removed when it adds it again`() throws {
    let sandbox = try Sandbox.prepared()
    #expect(try sandbox.demo("site add sisteron --name Sisteron").status == 0)
    #expect(try sandbox.demo("site remove sisteron --reason fermé").status == 0)
    #expect(try sandbox.demo("site list as ids").output == "digne\nmanosque\n")
    #expect(try sandbox.demo("site add sisteron --staff 12").status == 0)
    #expect(try sandbox.demo("site list as ids").output == "digne\nmanosque\nsisteron\n")
    #expect(try sandbox.demo("site show sisteron").output.contains("Sisteron"))
  }

  @Test func `keeps what a commit point before the failure kept, and nothing after it`() throws {
    let sandbox = try Sandbox()
    let answer = try sandbox.run(
      "-c", "dossier new demo --title Un\nsite add digne\ndossier open demo\nsite add a1\nfrob x")
    #expect(answer.status == 2)
    #expect(!FileManager.default.fileExists(atPath: sandbox.at("demo")))
    let second = try sandbox.run(
      "-c",
      "dossier new demo --title Un\nsite add digne\ndossier open demo\nsite add a1\nfinding show F1"
    )
    #expect(second.status == 1)
    #expect(try sandbox.demo("site list as ids").output == "digne\n")
  }

  @Test func `ends where stop says, and keeps what it did`() throws {
    let sandbox = try Sandbox.prepared()
    let script = "site add sisteron\nif 1 = 1 { stop }\nsite add jamais\n"
    #expect(try sandbox.run("--dossier", "demo", "-c", script).status == 0)
    #expect(try sandbox.demo("site list as ids").output == "digne\nmanosque\nsisteron\n")
    let failed = try sandbox.run("--dossier", "demo", "-c", "site add a1\nstop \"plus de papier\"")
    #expect(failed.status == 1 && failed.errors.contains("plus de papier"))
    #expect(try sandbox.demo("site count").output == "3\n")
  }
}
