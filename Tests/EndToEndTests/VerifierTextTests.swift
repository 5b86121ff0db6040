import Foundation
import Testing

struct `The commands of VERIFIER.txt` {
  /// The commands printed in one half of the text: its indented lines.
  private func commands(_ text: String, half: Int) -> String {
    text.components(separatedBy: String(repeating: "-", count: 78))[half]
      .split(separator: "\n").filter { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
      .joined(separator: "\n")
  }

  private func check(_ sandbox: Sandbox, half: Int) throws -> Sandbox.Answer {
    var script = commands(try sandbox.text("bag/VERIFIER.txt"), half: half)
      .replacing("cd rapport-2020-AI-e1", with: "cd bag")
    if try !Outside.isThere("bagit.py", for: "its check of the bag", sandbox) {
      script = script.replacing("bagit.py --validate .", with: "true")
    }
    return try sandbox.shell("set -e -o pipefail\n\(script)")
  }

  @Test(arguments: [0, 1])
  func `find the seal good without this program`(_ half: Int) throws {
    let sandbox = try SealedDossier.copy()
    try FileManager.default.copyItem(
      atPath: SealedDossier.register, toPath: sandbox.at("allowed_signers"))
    guard try Outside.isThere("ssh-keygen", for: "the check of the signature", sandbox) else {
      return
    }
    let answer = try check(sandbox, half: half)
    #expect(answer.status == 0, "\(answer.output)\(answer.errors)")
    #expect(answer.output.contains("Good \"constat-seal\" signature for cexemple"))
    #expect(answer.output.contains("tagmanifest-sha256.txt: OK"))
  }

  @Test(arguments: [
    "echo x >> bag/data/report.html", "rm bag/data/report.md", "echo x > bag/data/extra",
    "sed -i s/FICTIF/RÉEL/ bag/data/findings.csv", "sed -i s/signe/approuve/ bag/signatures/*.txt",
  ])
  func `find what was changed`(_ damage: String) throws {
    let sandbox = try SealedDossier.copy()
    try FileManager.default.copyItem(
      atPath: SealedDossier.register, toPath: sandbox.at("allowed_signers"))
    #expect(try sandbox.shell(damage).status == 0)
    #expect(try check(sandbox, half: 1).status != 0)
  }
}
