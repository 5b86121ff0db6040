import Foundation
import Testing

struct `A record that was withdrawn` {
  @Test(arguments: [
    ("fr", "constat F2\u{A0}: retrait par bob (vu deux fois)"),
    ("en", "finding F2 was withdrawn by bob (vu deux fois)"),
  ])
  func `is named with who withdrew it and why, and not offered`(
    _ language: String, _ said: String
  ) throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      """
      finding add M1-B4 "un" --grade ncmin --seen x --site digne
      finding add M1-A1 "deux" --grade ncmin --seen x --site digne
      """)
    let withdrawal = try sandbox.run(
      ["--dossier", "demo", "finding", "withdraw", "F2", "--reason", "vu deux fois"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(withdrawal.status == 0, "\(withdrawal.errors)")
    for command in ["finding show F2", "finding amend F2 --grade ps --reason x"] {
      let answer = try sandbox.run("--lang", language, "--dossier", "demo", "-c", command)
      #expect(answer.status == 1 && answer.errors.contains(said), "\(command): \(answer)")
    }
    let other = try sandbox.run("--dossier", "demo", "-c", "finding respond F9 accepted").errors
    #expect(other.contains("connus\u{A0}: F1\n"), "\(other)")
  }

  @Test func `takes the place of no other evidence`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo("evidence attach hall.jpg; evidence attach releve.csv")
    try sandbox.demo("evidence withdraw P2 --reason \"flou\"")
    let answer = try sandbox.run(
      "--lang", "en", "--dossier", "demo", "evidence", "supersede", "P1", "--with", "P2",
      "--reason", "x")
    #expect(answer.status == 1, "\(answer)")
    #expect(answer.errors.contains("evidence P2 was withdrawn by cmartin (flou)"), "\(answer)")
  }
}
