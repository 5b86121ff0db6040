import Foundation
import Testing

struct `A verdict of conforming where a nonconformity stands` {
  private static let place = "--on M1-B4 --site digne"

  /// A dossier with the nonconformity F1 and a copy of it, for two people.
  private func parted() throws -> Sandbox {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("finding add M1-B4 \"délai\" --grade ncmin --seen rien --site digne")
    try sandbox.copy(sandbox.at("demo"), to: "copy")
    return sandbox
  }

  /// What the other person does in the copy.
  private func bob(_ commands: String, in sandbox: Sandbox) throws {
    let answer = try sandbox.run(
      ["--dossier", "copy", "-c", commands], environment: ["CONSTAT_ME": "bob"])
    #expect(answer.status == 0, "\(commands): \(answer.errors)")
  }

  /// What is missing and whether it is sealed, once all is concluded and numbered.
  private func expectContradiction(in sandbox: Sandbox) throws {
    for (language, said) in [
      ("fr", "M1-B4 · digne\u{A0}: conforme, alors qu’une non-conformité est ouverte (F1)"),
      ("en", "M1-B4 · digne: conforming while a nonconformity stands (F1)"),
    ] {
      let list = try sandbox.run("--lang", language, "--dossier", "demo", "missing").output
      #expect(list.contains(said), "\(list)")
    }
    try sandbox.demo("audit conclude \"Rien à dire.\"")
    try sandbox.demo("audit close")
    let seal = try sandbox.run("--lang", "en", "--dossier", "demo", "seal", "make")
    #expect(seal.status == 1, "\(seal)")
    #expect(seal.errors.contains("M1-B4 · digne is called conforming"), "\(seal.errors)")
    try sandbox.demo("assessment set M1-B4 --site digne --verdict nonconforming")
    let list = try sandbox.run("--lang", "en", "--dossier", "demo", "missing").output
    #expect(!list.contains("conforming while"), "\(list)")
  }

  @Test(arguments: [
    ("--grade ps", "--grade ncmaj"), ("--grade ncmaj", "--grade ncmin --text \"autre\""),
  ])
  func `is refused while people differ on the grade`(_ mine: String, _ theirs: String) throws {
    let sandbox = try parted()
    try bob("finding amend F1 \(theirs) --reason vu", in: sandbox)
    try sandbox.demo("finding amend F1 \(mine) --reason vu")
    #expect(try sandbox.run("--dossier", "demo", "merge", "copy").status == 4)
    for command in [
      "ok bien \(Self.place)", "assessment set M1-B4 --site digne --verdict conforming",
    ] {
      let answer = try sandbox.run("--dossier", "demo", "-c", command)
      #expect(answer.status == 1 && answer.errors.contains("F1"), "\(command): \(answer)")
    }
  }

  @Test func `is missing and bars the seal when the finding is kept after all`() throws {
    let sandbox = try parted()
    try bob("finding amend F1 --text \"autre\" --reason vu", in: sandbox)
    try sandbox.demo("finding withdraw F1 --reason erreur; ok bien \(Self.place)")
    #expect(try sandbox.run("--dossier", "demo", "merge", "copy").status == 4)
    let id = try sandbox.demo("conflict list as ids").output.split(separator: "\n")[0]
    try sandbox.demo("conflict resolve \(id) keep --reason \"vu ensemble\"")
    try expectContradiction(in: sandbox)
  }

  @Test func `is missing and bars the seal when the withdrawal is undone`() throws {
    let sandbox = try parted()
    try sandbox.demo("finding withdraw F1 --reason erreur")
    #expect(try sandbox.run("--dossier", "copy", "merge", "demo").status == 0)
    try bob("ok bien \(Self.place)", in: sandbox)
    #expect(try sandbox.run("--dossier", "demo", "undo").status == 0)
    #expect(try sandbox.run("--dossier", "demo", "merge", "copy").status == 0)
    try expectContradiction(in: sandbox)
  }

  @Test func `is missing and bars the seal when the finding is put back`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("finding add M1-B4 \"délai\" --grade ncmin --seen rien --site digne")
    #expect(try sandbox.run("--dossier", "demo", "undo").status == 0)
    try sandbox.copy(sandbox.at("demo"), to: "copy")
    try bob("ok bien \(Self.place)", in: sandbox)
    #expect(try sandbox.run("--dossier", "demo", "redo").status == 0)
    #expect(try sandbox.run("--dossier", "demo", "merge", "copy").status == 0)
    try expectContradiction(in: sandbox)
  }
}
