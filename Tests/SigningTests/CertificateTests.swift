import Foundation
import Signing
import Testing

struct `A signature by certificate` {
  private func bagged(report: [UInt8]? = nil) throws -> Workbench {
    let bench = try Workbench()
    try bench.authority()
    try bench.bag(signedBy: .x509(bench.openssl, bench.certificateKey()), report: report)
    return bench
  }

  @Test func `is good when an authority of the user's vouches for it`() throws {
    let bench = try bagged()
    #expect(try bench.files().contains("signatures/01-alice.txt.p7s"))
    let found = try bench.verify(trusting: bench.trust())
    #expect(found.verdict == .good)
    let signature = try #require(found.signatures.first)
    #expect(
      signature.signer
        == .known(principal: "C=FR, O=Préfecture, CN=Alice Martin", line: nil))
    #expect(signature.certificate?.issuer == "O=Préfecture, CN=Autorité")
    #expect(signature.certificate?.isDeclaredQualified == false)
    let printed = try bench.shell("openssl x509 -in alice.pem -noout -fingerprint -sha256").text
    #expect(printed == "sha256 Fingerprint=\(signature.fingerprint?.dropFirst(7) ?? "")\n")
  }

  @Test func `is good when the very certificate is believed, and unknown otherwise`() throws {
    let bench = try bagged()
    #expect(try bench.verify(trusting: bench.trust("alice.pem")).verdict == .good)
    for trust in [Trust(nil), try bench.trust("tsa.pem")] {
      let found = try bench.verify(trusting: trust)
      #expect(found.verdict == .unknownSigner)
      #expect(found.signatures.first?.integrity == .good)
      #expect(found.signatures.first?.signer == .unknown)
    }
  }

  @Test func `holds by openssl alone`() throws {
    let bench = try bagged()
    let result = try bench.shell(
      """
      openssl cms -verify -cades -binary -inform DER -in bag/signatures/01-alice.txt.p7s \
        -content bag/signatures/01-alice.txt -CAfile ca.pem -out /dev/null
      """)
    #expect(result.isSuccess, "\(result.words)")
  }

  @Test func `of a certificate that ended or was revoked is refused, and stays intact`() throws {
    let bench = try bagged()
    try bench.bag("late", signedBy: .x509(bench.openssl, bench.certificateKey("late")))
    // The program that verifies lives three days later.
    try bench.write(
      "bin/openssl",
      Array("#!/bin/sh\nexec faketime -f +3d /usr/bin/openssl \"$@\"\n".utf8))
    _ = try bench.shell("chmod +x bin/openssl")
    var environment = bench.programs.environment
    environment["PATH"] = bench.at("bin") + ":" + (environment["PATH"] ?? "")
    let later = try BagVerification.verify(
      bench.at("late"), Programs(environment: environment), trust: bench.trust())
    #expect(later.verdict == .unknownSigner)
    #expect(later.signatures.first?.integrity == .good)
    guard case .refused(nil, let words)? = later.signatures.first?.signer else {
      Issue.record("\(later)")
      return
    }
    #expect(words.contains("expired"))
    let revoking = try bench.shell(
      """
      printf '[ca]\\ndefault_ca=d\\n[d]\\ndatabase=index\\ndefault_md=sha256\\n' >ca.cnf
      printf 'default_crl_days=30\\n' >>ca.cnf; : >index
      openssl ca -config ca.cnf -keyfile ca.key -cert ca.pem -revoke alice.pem 2>/dev/null &&
      openssl ca -config ca.cnf -keyfile ca.key -cert ca.pem -gencrl >crl.pem 2>/dev/null &&
      cat ca.pem crl.pem >both.pem
      """)
    #expect(revoking.isSuccess, "\(revoking.words)")
    let revoked = try bench.verify(trusting: bench.trust("both.pem"))
    guard case .refused(nil, let reason)? = revoked.signatures.first?.signer else {
      Issue.record("\(revoked)")
      return
    }
    #expect(reason.contains("revoked") && revoked.verdict == .unknownSigner)
  }

  @Test func `is made from PKCS#12 with a passphrase in a file, and from PEM only by its owner`()
    throws
  {
    let bench = try Workbench()
    try bench.authority()
    try bench.write("pass", Array("secret\n".utf8))
    let packed = try bench.shell(
      """
      openssl pkcs12 -export -in alice.pem -inkey alice.key -certfile ca.pem -out alice.p12 \
        -passout file:pass && chmod 600 alice.p12 pass
      """)
    #expect(packed.isSuccess, "\(packed.words)")
    let key = try CertificateKey.existing(
      at: bench.at("alice.p12"), certificate: nil, passphraseFile: bench.at("pass"),
      bench.openssl)
    try bench.bag(signedBy: .x509(bench.openssl, key))
    #expect(try bench.verify(trusting: bench.trust()).verdict == .good)
    #expect(throws: SigningError.keyLocked(path: bench.at("alice.p12"))) {
      try CertificateKey.existing(
        at: bench.at("alice.p12"), certificate: nil, passphraseFile: nil, bench.openssl)
    }
    _ = try bench.shell("chmod 644 alice.key")
    #expect(throws: SigningError.self) { try bench.certificateKey() }
    #expect(throws: SigningError.certificateAbsent(path: bench.at("ca.key"))) {
      try CertificateKey.existing(
        at: bench.at("ca.key"), certificate: nil, passphraseFile: nil, bench.openssl)
    }
  }

  /// SoftHSM stands in for a card.
  @Test func `is made by a card, through PKCS#11`() throws {
    let bench = try Workbench()
    try bench.authority()
    for (program, package) in [("softhsm2-util", "softhsm2"), ("pkcs11-tool", "opensc")]
    where bench.programs.path(of: program) == nil {
      Issue.record(
        "\(program) is not installed (apt-get install \(package)): signing by a card was NOT run",
        severity: .warning)
      return
    }
    try bench.write("softhsm.conf", Array("directories.tokendir = \(bench.at("tokens"))\n".utf8))
    let made = try bench.shell(
      """
      mkdir tokens; module=$(ls /usr/lib/*/softhsm/libsofthsm2.so | head -1)
      softhsm2-util --init-token --free --label carte --pin 1234 --so-pin 5678 &&
      openssl pkcs8 -topk8 -nocrypt -in alice.key -out a8.key &&
      softhsm2-util --import a8.key --token carte --label alice --id 01 --pin 1234 && rm alice.key
      """, environment: ["SOFTHSM2_CONF": bench.at("softhsm.conf")])
    #expect(made.isSuccess, "\(made.words)")
    var environment = bench.programs.environment
    environment["SOFTHSM2_CONF"] = bench.at("softhsm.conf")
    environment["PKCS11_MODULE_PATH"] = try bench.shell("ls /usr/lib/*/softhsm/libsofthsm2.so")
      .text.split(separator: "\n").first.map(String.init)
    let openssl = OpenSSL(Programs(environment: environment))
    let key = try CertificateKey.existing(
      at: "pkcs11:token=carte;id=%01;type=private;pin-value=1234",
      certificate: bench.at("alice.pem"), passphraseFile: nil, openssl)
    try bench.bag(signedBy: .x509(openssl, key))
    #expect(try bench.verify(trusting: bench.trust()).verdict == .good)
  }

  @Test func `covers the PDF of the report by itself too`() throws {
    let pdf = Array("%PDF-1.7\n% rapport\n".utf8)
    let bench = try bagged(report: pdf)
    let found = try bench.verify(trusting: bench.trust())
    #expect(found.verdict == .good)
    #expect(found.signatures.first?.report == .good)
    #expect(
      found.signatures.first?.lines.map(\.path.text)
        == ["tagmanifest-sha256.txt", "signatures/01-alice.report.pdf.p7s"])
    let alone = try bench.shell(
      """
      openssl cms -verify -cades -binary -inform DER -in bag/signatures/01-alice.report.pdf.p7s \
        -content bag/data/report.pdf -CAfile ca.pem -out /dev/null
      """)
    #expect(alone.isSuccess)
    // Another's signature of the same PDF, named by a statement that is signed, is found.
    let stranger = try bench.openssl.sign(pdf, with: bench.certificateKey("late"))
    let statement = try SignatureStatement(bytes: bench.read("bag/signatures/01-alice.txt"))
    let forged = try SignatureStatement(
      document: statement.document, role: statement.role, name: statement.name,
      quality: statement.quality, act: statement.act, date: statement.date,
      files: [statement.files[0], .init(path: statement.files[1].path, digest: .of(stranger.der))])
    try bench.write("bag/signatures/01-alice.report.pdf.p7s", stranger.der)
    try bench.write("bag/signatures/01-alice.txt", forged.bytes)
    try bench.write(
      "bag/signatures/01-alice.txt.p7s",
      bench.openssl.sign(forged.bytes, with: bench.certificateKey()).der)
    let broken = try bench.verify(trusting: bench.trust())
    #expect(broken.verdict == .broken && broken.signatures.first?.report == .bad)
  }

  @Test func `is found broken whichever of its bytes is flipped`() async throws {
    let bench = try bagged()
    let unnoticed = try await bench.unnoticedFlips(
      of: "bag/signatures/01-alice.txt.p7s", trusting: bench.trust())
    #expect(unnoticed == [])
  }

  @Test func `is not made by an Ed25519 certificate, and the reason is told`() throws {
    let bench = try Workbench()
    let made = try bench.shell(
      """
      openssl req -x509 -newkey ed25519 -nodes -keyout ed.key -out ed.pem -days 9 -subj /CN=Ed \
        2>/dev/null && chmod 600 ed.key
      """)
    #expect(made.isSuccess)
    let key = try CertificateKey.existing(
      at: bench.at("ed.key"), certificate: bench.at("ed.pem"), passphraseFile: nil,
      bench.openssl)
    guard
      case .programFailed("openssl", _, let words)? = #expect(
        throws: SigningError.self, performing: { try bench.openssl.sign([1], with: key) })
    else { return }
    #expect(words.contains("digest"))
  }
}
