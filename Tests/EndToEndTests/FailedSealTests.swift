import Foundation
import Testing

struct `A countersignature that failed` {
  @Test func `leaves the seal as it was, and is made at the second try`() throws {
    let sandbox = try SealedDossier.moved()
    try sandbox.shell("echo half >\(SealedDossier.bag)/signatures/02-bruno.txt.sig")
    let verify = try sandbox.run("--dossier", "d", "--lang", "en", "seal", "verify")
    #expect(verify.status == 0, "\(verify.output)")
    #expect(verify.output.contains("signature without its statement, which proves nothing"))
    let whole = try sandbox.run("--dossier", "d", "verify")
    #expect(whole.status == 0 && whole.output.contains("signature sans sa déclaration"))
    let signed = try sandbox.run(
      as: "bruno", "seal", "countersign", SealedDossier.bag, "--act", "approve")
    #expect(signed.status == 0, "\(signed.errors)")
    let after = try sandbox.run("--dossier", "d", "seal", "verify")
    #expect(after.status == 3 && !after.output.contains("sans sa déclaration"))
    #expect(try sandbox.files("\(SealedDossier.bag)/signatures").count == 4)
  }
}

struct `A seal that failed` {
  /// The sealed dossier as it was before its seal was begun.
  private func unsealed() throws -> Sandbox {
    let sandbox = try SealedDossier.moved()
    let cut = """
      for f in d/journal/*.journal ../home/state/constat/writers/*; do
        case $f in *.lock) ;; *) head -n -2 "$f" >x && cat x >"$f";; esac
      done; rm -r x \(SealedDossier.bag)
      """
    #expect(try sandbox.shell(cut).status == 0)
    return sandbox
  }

  @Test func `to reach the disk is named, and made once the disk holds again`() throws {
    let sandbox = try unsealed()
    let fail = """
      f=$(ls d/journal/*.journal | head -n 1); stat -c %s "$f" >"$f.suspect"; printf half >>"$f"
      """
    #expect(try sandbox.shell(fail).status == 0)
    for command in ["status", "doctor", "verify"] {
      let answer = try sandbox.run("--dossier", "d", "--lang", "en", command)
      let said = answer.output + answer.errors
      #expect(said.contains("4 bytes at the end were never acknowledged"), "\(command): \(said)")
      #expect(!said.contains("journal repair") && !said.contains("journal accept"), "\(said)")
      if command == "verify" { #expect(answer.status == 5) }
    }
    let answer = try sandbox.run("--dossier", "d", "seal", "make")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try sandbox.run("--dossier", "d", "verify").status == 0)
    #expect(try sandbox.run("--dossier", "d", "seal", "verify").status == 0)
  }

  @Test func `leaves no draft behind for longer than to the next one`() throws {
    let sandbox = try unsealed()
    try sandbox.shell("mkdir -p d/exports/.rapport-2020-AI-e1.99-1/data d/exports/.mine")
    let doctor = try sandbox.run("--dossier", "d", "--lang", "en", "doctor")
    #expect(doctor.output.contains("a seal was cut short: exports/.rapport-2020-AI-e1.99-1"))
    #expect(try sandbox.run("--dossier", "d", "seal", "make").status == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.at("d/exports"))
    #expect(left.filter { $0.hasPrefix(".") } == [".mine"])
    let after = try sandbox.run("--dossier", "d", "--lang", "en", "doctor")
    #expect(!after.output.contains("cut short"))
  }
}
