import Foundation
import Testing

struct `A seal that names a bag which is not its own` {
  /// The prepared dossier with a colleague's entry that its audit was sealed: with the manifest and
  /// the statement of another dossier's seal, and a bag of a name.
  private func forged(bag: String) throws -> Sandbox {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.shell(
      "cp -a \"$1\" other; cp -a \"$2\" ../home/", SealedDossier.sandbox.at("d"),
      "\(SealedDossier.sandbox.path)/home/config")
    func body(_ kind: String, _ dossier: String) throws -> [String: Any] {
      let bodies = try ForgedJournal.bodies(sandbox, in: dossier)
      return try #require(bodies.first { $0["kind"] as? String == kind })
    }
    let audit = try #require(try body("audit.opened", "demo")["record"])
    var made = try body("seal.made", "other")
    made["record"] = "1111111111111111"
    made["bag"] = bag
    var journal = ForgedJournal(sandbox, in: "demo")
    try journal.add([
      [
        "by": "eve", "kind": "seal.begun", "record": "1111111111111111", "audit": audit,
        "edition": 1,
      ]
    ])
    try journal.add([made])
    return sandbox
  }

  @Test(arguments: [
    "../../other/exports/rapport-2020-AI-e1", "rapport-2020-AI-e1", "rapport-2026-001-e1",
    "rapport-2026-001-e2", "rapport-../x-e1", "/etc", "", "..",
  ])
  func `is said not to hold, and its bag is not read`(_ name: String) throws {
    let sandbox = try forged(bag: name)
    try sandbox.shell(
      "mkdir -p demo/exports; for n in rapport-2020-AI-e1 rapport-2026-001-e1; do cp -a other/exports/rapport-2020-AI-e1 demo/exports/$n; done"
    )
    let verify = try sandbox.run("--dossier", "demo", "verify")
    #expect(verify.status == 5 && verify.output.contains("un scellé qui n’est pas le sien"))
    #expect(!verify.output.contains("rien n’a changé"), "\(verify.output)")
    let seal = try sandbox.run("--dossier", "demo", "seal", "verify")
    #expect(seal.status == 1 && seal.errors.contains("pas encore de scellé"), "\(seal)")
    let received = try sandbox.run(
      "--dossier", "demo", "seal", "countersign", "other/exports/rapport-2020-AI-e1", "--received")
    #expect(received.status != 0 && received.errors.contains("n’est pas de ce dossier"))
  }
}
