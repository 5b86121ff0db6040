import Foundation
import Signing
import Testing

struct `A signature by OpenPGP` {
  private func bagged() throws -> (bench: Workbench, gpg: GnuPG, key: OpenPGPKey) {
    let bench = try Workbench()
    let gpg = try bench.ring()
    let key = try gpg.key("alice@org.example")
    try bench.bag(signedBy: .openpgp(gpg, key))
    return (bench, gpg, key)
  }

  @Test func `is good when the key is in the user's ring for verifying, and unknown otherwise`()
    throws
  {
    let (bench, _, key) = try bagged()
    defer { bench.closeRing() }
    #expect(
      try bench.files().filter { $0.hasPrefix("signatures") } == [
        "signatures/01-alice.pgp", "signatures/01-alice.txt", "signatures/01-alice.txt.asc",
      ])
    var trust = Trust(nil)
    let stranger = try bench.verify(trusting: trust)
    #expect(stranger.verdict == .unknownSigner)
    #expect(stranger.signatures.first?.integrity == .good)
    trust.ring = key.publicKey
    let found = try bench.verify(trusting: trust)
    #expect(found.verdict == .good)
    let signature = try #require(found.signatures.first)
    #expect(signature.signer == .known(principal: "Alice Martin <alice@org.example>", line: nil))
    #expect(signature.fingerprint == key.fingerprint)
  }

  @Test func `holds by gpgv alone`() throws {
    let (bench, _, _) = try bagged()
    defer { bench.closeRing() }
    let result = try bench.shell(
      """
      gpgv --keyring ./bag/signatures/01-alice.pgp bag/signatures/01-alice.txt.asc \
        bag/signatures/01-alice.txt
      """)
    #expect(result.isSuccess, "\(result.words)")
  }

  @Test func `by a key that its owner revoked is refused`() throws {
    let (bench, gpg, key) = try bagged()
    defer { bench.closeRing() }
    let revoked = try bench.shell(
      """
      sed 's/^:---/---/' ring/openpgp-revocs.d/*.rev | gpg --batch --quiet --import &&
      gpg --batch --export >revoked.pgp
      """, environment: ["GNUPGHOME": bench.at("ring")])
    #expect(revoked.isSuccess, "\(revoked.words)")
    _ = gpg
    var trust = Trust(nil)
    trust.ring = try bench.read("revoked.pgp")
    #expect(trust.ring != key.publicKey)
    let found = try bench.verify(trusting: trust)
    #expect(found.verdict == .unknownSigner)
    #expect(found.signatures.first?.signer == .refused(line: nil, words: "REVKEYSIG"))
  }

  @Test func `by another's key under the same name is not the one that is believed`() throws {
    let (bench, _, key) = try bagged()
    defer { bench.closeRing() }
    let other = try Workbench()
    let forger = try other.ring()
    defer { other.closeRing() }
    try other.bag(signedBy: .openpgp(forger, forger.key(nil)))
    var trust = Trust(nil)
    trust.ring = key.publicKey
    #expect(try other.verify(trusting: trust).verdict == .unknownSigner)
    #expect(throws: SigningError.keyAbsent(path: "nobody")) { try forger.key("nobody") }
  }

  @Test func `is found broken whichever of its bytes is flipped, and so is its key`() async throws {
    let (bench, _, key) = try bagged()
    defer { bench.closeRing() }
    var trust = Trust(nil)
    trust.ring = key.publicKey
    for name in ["01-alice.txt.asc", "01-alice.pgp"] {
      let unnoticed = try await bench.unnoticedFlips(of: "bag/signatures/\(name)", trusting: trust)
      #expect(unnoticed == [], "\(name)")
    }
  }
}
