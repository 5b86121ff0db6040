import Foundation
import Testing

struct `Impartiality` {
  /// A dossier in which `annm`, another record of `ann`, answers for what a script says.
  private func twoRecords(_ script: String) throws -> Sandbox {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      """
      person add ann --name "Anne Martin"
      person add annm --name "A. Martin"
      \(script)
      person same annm ann --reason "la même"
      """)
    return sandbox
  }

  /// A dossier in which two people named different owners, not knowing of each other.
  private func contested(_ before: String, _ mine: String, _ theirs: String) throws -> Sandbox {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("person add ann --name Anne\nperson add bob --name Bob\n\(before)")
    try sandbox.copy(sandbox.at("demo"), to: "copy")
    let answer = try sandbox.run(
      ["--dossier", "copy", "-c", theirs], environment: ["CONSTAT_ME": "bob"])
    #expect(answer.status == 0, "\(answer.errors)")
    try sandbox.demo(mine)
    #expect(try sandbox.run("--dossier", "demo", "merge", "copy").status == 4)
    return sandbox
  }

  private func expectAsked(
    _ command: String, as person: String = "cmartin", in sandbox: Sandbox
  ) throws {
    let me = ["CONSTAT_ME": person]
    let refused = try sandbox.run(["--dossier", "demo", "-c", command], environment: me)
    #expect(refused.status == 1 && refused.errors.contains("--malgré"), "\(command): \(refused)")
    let accepted = try sandbox.run(
      ["--dossier", "demo", "-c", "\(command) --despite \"personne d'autre\""], environment: me)
    #expect(accepted.status == 0, "\(accepted.errors)")
  }

  @Test func `is asked after of who owns a criterion by another record of theirs`() throws {
    let sandbox = try twoRecords("criterion set M1-B4 --owner annm")
    try expectAsked("audit member ann --role auditor", in: sandbox)
  }

  @Test func `is missing of a member whose other record owns a criterion`() throws {
    let sandbox = try twoRecords(
      "criterion set M1-B4 --owner annm; audit member ann --role auditor")
    let said = "ann\u{A0}: audite ce dont il répond (le critère M1-B4)"
    #expect(try sandbox.run("--dossier", "demo", "missing").output.contains(said))
    try sandbox.demo("audit member annm --role auditor --despite \"personne d'autre\"")
    let list = try sandbox.run("--dossier", "demo", "missing").output
    #expect(!list.contains("audite ce dont il répond"), "\(list)")
  }

  @Test func `is asked after of who belongs to a service by another record of theirs`() throws {
    let sandbox = try twoRecords(
      """
      person set annm --body accueil
      service add accueil --site digne --name Accueil
      audit scope digne --modules 1 --services accueil
      """)
    try expectAsked("audit member ann --role auditor", in: sandbox)
  }

  @Test func `is asked after while people differ on who owns a criterion`() throws {
    let sandbox = try contested(
      "", "criterion set M1-B4 --owner ann", "criterion set M1-B4 --owner cmartin")
    try expectAsked("audit member ann --role auditor", in: sandbox)
  }

  @Test func `is asked after of who owns an action by another record of theirs`() throws {
    let sandbox = try twoRecords(
      "action add \"Afficher\" --owner annm; action complete A1 --seen vu")
    try expectAsked("action verify A1 effective --seen vu", as: "ann", in: sandbox)
  }

  @Test func `is asked after while people differ on who owns an action`() throws {
    let sandbox = try contested(
      "action add \"Afficher\"; action complete A1 --seen vu", "action set A1 --owner ann",
      "action set A1 --owner bob")
    try expectAsked("action verify A1 effective --seen vu", as: "bob", in: sandbox)
  }

  @Test func `is asked after of all who said that an action was done`() throws {
    let sandbox = try contested(
      "action add \"Afficher\" --owner ann", "action complete A1 --seen ici",
      "action complete A1 --seen là")
    let id = try sandbox.demo("conflict list as ids").output.split(separator: "\n")[0]
    try sandbox.demo("conflict resolve \(id) 1 --reason \"vu ensemble\"")
    try expectAsked("action verify A1 effective --seen vu", as: "bob", in: sandbox)
  }
}
