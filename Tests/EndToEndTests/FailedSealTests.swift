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
