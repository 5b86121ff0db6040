import Foundation
import Signing
import Testing

struct `A bag that was tampered with` {
  /// Writes the manifests anew, as somebody does who hides what was changed.
  private func rehash(_ bench: Workbench) throws {
    let result = try bench.shell(
      """
      cd bag; n=$(find data -type f | wc -l); s=$(cat $(find data -type f) | wc -c)
      sed -i "s/^Payload-Oxum: .*/Payload-Oxum: $s.$n/" bag-info.txt
      find data -type f | LC_ALL=C sort | xargs sha256sum >manifest-sha256.txt
      sha256sum VERIFIER.txt bag-info.txt bagit.txt manifest-sha256.txt >tagmanifest-sha256.txt
      """)
    #expect(result.isSuccess, "\(result.words)")
  }

  @Test(arguments: [
    "cd bag/data && mv rapport.html x && mv evidence/index.tsv rapport.html && mv x evidence/index.tsv",
    "mv bag/data/rapport.html bag/data/Rapport.html", "mv bag/data/evidence bag/data/preuves",
    "cp bag/data/rapport.html bag/data/empty.txt", "mv bag/bag-info.txt bag/Bag-Info.txt",
    "mv bag/signatures/01-alice.txt bag/signatures/01-alicia.txt",
    "cd bag/signatures && mv 01-alice.txt 01-bob.txt && mv 01-alice.txt.sig 01-bob.txt.sig && cp 01-bob.txt 02-bob.txt && cp 01-bob.txt.sig 02-bob.txt.sig",
    "cd bag/signatures && cp 01-alice.txt.sig 01-alice.txt.p7s",
    "cd bag/signatures && echo x > 01-alice.pgp",
    "cd bag/signatures && echo x > 01-alice.txt.sig.tsr",
    "sed -i 's/$/\\r/' bag/signatures/01-alice.txt", "sed -i 's/$/\\r/' bag/manifest-sha256.txt",
    "sed -i 's/$/\\r/' bag/tagmanifest-sha256.txt", "sed -i 's/$/\\r/' bag/signatures/*.sig",
  ])
  func `is found broken, whatever was swapped, renamed, doubled or converted`(
    _ change: String
  ) throws {
    let bench = try Workbench()
    let (_, register) = try bench.signedBag()
    #expect(try bench.shell(change).isSuccess)
    #expect(try bench.verify("bag", register).verdict == .broken)
  }

  @Test func `and hashed anew is found by the statement, and by a new signature the forger`()
    throws
  {
    let bench = try Workbench()
    let (_, register) = try bench.signedBag()
    try bench.write("bag/data/rapport.html", Array("<p>Tout va bien</p>\n".utf8))
    try rehash(bench)
    let hashed = try bench.verify("bag", register)
    #expect(hashed.files.allSatisfy { $0.state == .intact } && hashed.faults.isEmpty)
    #expect(hashed.verdict == .broken, "only the statement tells")
    let statement = try SignatureStatement(bytes: bench.read("bag/signatures/01-alice.txt"))
    let forged = try SignatureStatement(
      document: statement.document, role: statement.role, name: statement.name,
      quality: statement.quality, act: statement.act, date: statement.date,
      files: [
        .init(
          path: statement.files[0].path, digest: .of(bench.read("bag/tagmanifest-sha256.txt")))
      ])
    let eve = try bench.key("eve", "alice@org.example")
    try bench.write("bag/signatures/01-alice.txt", forged.bytes)
    #expect(try bench.verify("bag", register).verdict == .broken, "the signature is the old one")
    try bench.write(
      "bag/signatures/01-alice.txt.sig",
      bench.keygen.sign(forged.bytes, .seal, with: eve).armored)
    let resigned = try bench.verify("bag", register)
    #expect(resigned.verdict == .unknownSigner, "her name is on it, her key is not")
    #expect(resigned.signatures.first?.signer == .unknown)
  }

  @Test func `by the statement of another bag is found, though its signature is good`() throws {
    let bench = try Workbench()
    let (key, register) = try bench.signedBag()
    let draft = try Bag.Draft.build(
      at: bench.at("other"), [.init(path: "other.txt", source: .bytes([1]))], Workbench.info,
      signer: bench.signer(key))
    let statement = try draft.statement(
      document: "audit-2026-001-e1", role: "auditrice", name: "Alice Martin",
      quality: "responsable d'audit", act: .signs, date: "2026-11-21T08:56:37Z")
    try draft.publish(
      statement, .ssh(bench.keygen.sign(statement.bytes, .seal, with: key)))
    #expect(try bench.verify("other", register).verdict == .good)
    #expect(try bench.shell("cp other/signatures/* bag/signatures/").isSuccess)
    let found = try bench.verify("bag", register)
    #expect(found.verdict == .broken)
    #expect(found.signatures.first?.integrity == .good)
  }
}

struct `A card that an agent holds` {
  /// OpenSSH's agent compares the real path of the module; SoftHSM stands in for the card.
  @Test func `signs by the public half of its key alone`() throws {
    let bench = try Workbench()
    guard bench.programs.path(of: "softhsm2-util") != nil else {
      Issue.record(
        "softhsm2-util is not installed (apt-get install softhsm2): signing by a card was NOT run",
        severity: .warning)
      return
    }
    try bench.write("softhsm.conf", Array("directories.tokendir = \(bench.at("tokens"))\n".utf8))
    try bench.write("pin", Array("#!/bin/sh\necho 1234\n".utf8))
    let made = try bench.shell(
      """
      set -e; chmod +x pin; mkdir tokens
      softhsm2-util --init-token --free --label carte --pin 1234 --so-pin 5678 >/dev/null
      openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out k.key 2>/dev/null
      softhsm2-util --import k.key --token carte --label k --id 01 --pin 1234 >/dev/null; rm k.key
      module=$(realpath $(ls /usr/lib/*/softhsm/libsofthsm2.so | head -1))
      ssh-keygen -D $module | head -1 >card.pub
      eval $(ssh-agent -a $PWD/agent -P $module) >/dev/null; echo $SSH_AGENT_PID >agent.pid
      SSH_ASKPASS=$PWD/pin SSH_ASKPASS_REQUIRE=force ssh-add -q -s $module
      """, environment: ["SOFTHSM2_CONF": bench.at("softhsm.conf")])
    #expect(made.isSuccess, "\(made.words)")
    defer { _ = try? bench.shell("kill $(cat agent.pid)") }
    var environment = bench.programs.environment
    environment["SSH_AUTH_SOCK"] = bench.at("agent")
    let keygen = SSHKeygen(Programs(environment: environment))
    let key = try SigningKey.existing(at: bench.at("card.pub"), keygen)
    #expect(key.publicKey.type == "ssh-rsa")
    try bench.bag(signedBy: .ssh(keygen, key))
    let register = try AllowedSigners(Array("alice@org.example \(key.publicKey.line)\n".utf8))
    #expect(try bench.verify("bag", register).verdict == .good)
  }
}
