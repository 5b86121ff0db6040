import Foundation
import Signing
import Testing

struct `A bag` {
  @Test func `holds what RFC 8493 says, under our names`() throws {
    let bench = try Workbench()
    let (key, _) = try bench.signedBag()
    #expect(
      try bench.files() == [
        "VERIFIER.txt", "bag-info.txt", "bagit.txt", "data/empty.txt",
        "data/evidence/index.tsv", "data/rapport.html", "manifest-sha256.txt",
        "signatures/01-alice.txt", "signatures/01-alice.txt.sig", "tagmanifest-sha256.txt",
      ])
    let info = String(decoding: try bench.read("bag/bag-info.txt"), as: UTF8.self)
    #expect(
      info == """
        Bag-Software-Agent: constat 0.1
        Bagging-Date: 2026-11-21
        External-Identifier: audit-2026-001-e1
        Payload-Oxum: 19.3

        """)
    let listed = try bench.shell("cut -c67- bag/tagmanifest-sha256.txt").text
    #expect(listed == "VERIFIER.txt\nbag-info.txt\nbagit.txt\nmanifest-sha256.txt\n")
    let text = String(decoding: try bench.read("bag/VERIFIER.txt"), as: UTF8.self)
    for told in [key.publicKey.fingerprint, "alice@org.example", "constat-seal", "Alice Martin"] {
      #expect(text.contains(told))
    }
    #expect(try bench.mode("bag") == 0o700)
    #expect(try bench.mode("bag/data/rapport.html") == 0o600)
  }

  @Test func `is good when a register knows the signer`() throws {
    let bench = try Workbench()
    let (key, register) = try bench.signedBag()
    let found = try bench.verify("bag", register)
    #expect(found.verdict == .good)
    #expect(found.faults.isEmpty)
    #expect(found.files.count == 10)
    let signature = try #require(found.signatures.first)
    #expect(signature.statement?.act == .signs)
    #expect(signature.integrity == .good)
    #expect(signature.fingerprint == key.publicKey.fingerprint)
    #expect(
      signature.signer == .known(principal: "alice@org.example", line: register.lines.first))
    #expect(signature.nameAgrees == true)
    #expect(found.info.last == .init(label: "Payload-Oxum", value: "19.3"))
  }

  @Test func `says that the name signed is not the one the register has`() throws {
    let bench = try Workbench()
    let (key, _) = try bench.signedBag()
    let register = try AllowedSigners(
      Array("alice@org.example \(key.publicKey.line) Bruno Petit\n".utf8))
    let found = try bench.verify("bag", register)
    #expect(found.verdict == .good)
    #expect(found.signatures.first?.nameAgrees == false)
  }

  @Test func `is intact but of an unknown signer without a register that knows the key`() throws {
    let bench = try Workbench()
    _ = try bench.signedBag()
    for register in [nil, try AllowedSigners.read(bench.at("none"))] {
      let found = try bench.verify("bag", register)
      #expect(found.verdict == .unknownSigner)
      #expect(found.signatures.first?.integrity == .good)
      #expect(found.signatures.first?.nameAgrees == nil)
    }
    #expect(try BagVerification.contents(of: bench.at("bag")).verdict == .unknownSigner)
  }

  @Test func `may stay unsigned`() throws {
    let bench = try Workbench()
    let draft = try Bag.Draft.build(
      at: bench.at("bag"), Workbench.entries, Workbench.info, signer: nil)
    try draft.publish()
    #expect(try bench.verify("bag", nil).verdict == .unsigned)
    let text = String(decoding: try bench.read("bag/VERIFIER.txt"), as: UTF8.self)
    #expect(!text.contains("ssh-keygen"))
  }

  @Test func `copies files, with the digest expected of them`() throws {
    let bench = try Workbench()
    let content = [UInt8](repeating: 7, count: 3 << 20)
    try bench.write("source", content)
    var heard: [Int] = []
    let draft = try Bag.Draft.build(
      at: bench.at("bag"),
      [.init(path: "copy", source: .file(path: bench.at("source"), expected: .of(content)))],
      Workbench.info, signer: nil, progress: { heard.append($0) })
    try draft.publish()
    #expect(try bench.read("bag/data/copy") == content)
    #expect(heard.last == content.count)
    #expect(heard == heard.sorted())
    #expect(throws: SigningError.sourceChanged(path: bench.at("source"))) {
      try Bag.Draft.build(
        at: bench.at("other"),
        [.init(path: "copy", source: .file(path: bench.at("source"), expected: .of([])))],
        Workbench.info, signer: nil)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.path).count == 2)
  }

  @Test func `takes no link, no pipe, no folder for a file`() throws {
    let bench = try Workbench()
    _ = try bench.shell("ln -s /etc/passwd link; mkfifo pipe; mkdir folder")
    for name in ["link", "pipe", "folder", "absent"] {
      #expect(throws: SigningError.self) {
        try Bag.Draft.build(
          at: bench.at("bag"),
          [.init(path: "x", source: .file(path: bench.at(name), expected: nil))],
          Workbench.info, signer: nil)
      }
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.path).sorted()
        == ["folder", "link", "pipe"])
  }

  @Test(arguments: ["", "/etc/x", "../x", "a/../b", "a//b", "a b", "é", "-x", "a/", "a\nb", "a\\b"])
  func `refuses names that others would write otherwise`(_ name: String) throws {
    let bench = try Workbench()
    #expect(throws: SigningError.nameRefused(name)) {
      try Bag.Draft.build(
        at: bench.at("bag"), [.init(path: name, source: .bytes([]))], Workbench.info, signer: nil)
    }
  }

  @Test(arguments: [["a", "a"], ["a", "A"], ["d/x", "D/y"], ["a", "a/b"], ["a/b", "a"]])
  func `refuses names that cannot stand together`(_ names: [String]) throws {
    let bench = try Workbench()
    #expect(throws: SigningError.nameTaken(names[1])) {
      try Bag.Draft.build(
        at: bench.at("bag"), names.map { .init(path: $0, source: .bytes([])) }, Workbench.info,
        signer: nil)
    }
  }

  @Test func `refuses a description of more than plain lines`() throws {
    let bench = try Workbench()
    for line in [("X", "a\nb"), ("X Y", "a"), ("payload-oxum", "1.1"), ("", "a")] {
      var info = Workbench.info
      info.more = [.init(label: line.0, value: line.1)]
      #expect(throws: SigningError.self) {
        try Bag.Draft.build(at: bench.at("bag"), [], info, signer: nil)
      }
    }
  }

  @Test func `never replaces what is there, and can be abandoned`() throws {
    let bench = try Workbench()
    let draft = try Bag.Draft.build(
      at: bench.at("bag"), Workbench.entries, Workbench.info, signer: nil)
    try bench.write("bag/mine", [1])
    #expect(throws: SigningError.exists(path: bench.at("bag"))) { try draft.publish() }
    #expect(throws: SigningError.exists(path: bench.at("bag"))) {
      try Bag.Draft.build(at: bench.at("bag"), [], Workbench.info, signer: nil)
    }
    try draft.abandon()
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.path) == ["bag"])
    #expect(try bench.read("bag/mine") == [1])
  }
}

struct `A countersigned bag` {
  private func countersign(
    _ bench: Workbench, _ register: AllowedSigners, omitting omitted: Int = 0
  ) throws {
    let key = try bench.key("bruno", "bruno@org.example")
    let before = try bench.verify("bag", register)
    let statement = try SignatureStatement(
      document: "audit-2026-001-e1", role: "audité", name: "Bruno Petit", quality: "directeur",
      act: .acknowledgesWithReservations("NC-02"), date: "2026-11-22T08:00:00Z",
      files: before.nextStatementFiles.dropLast(omitted))
    let signature = try bench.keygen.sign(statement.bytes, .seal, with: key)
    try Bag.add(statement, .ssh(signature), handle: "bruno", to: bench.at("bag"), before)
  }

  @Test func `is good when both signers are known, and names the first statement`() throws {
    let bench = try Workbench()
    let (_, register) = try bench.signedBag()
    try countersign(bench, register)
    #expect(try bench.verify("bag", register).verdict == .unknownSigner)
    let bruno = try bench.key("bruno")
    let both = try AllowedSigners.add(
      Identity("bruno@org.example"), bruno.publicKey, comment: "Bruno Petit",
      to: bench.at("allowed_signers"))
    let found = try bench.verify("bag", both)
    #expect(found.verdict == .good)
    #expect(found.signatures.map(\.handle) == ["alice", "bruno"])
    #expect(
      found.signatures[1].lines.map(\.path.text) == [
        "tagmanifest-sha256.txt", "signatures/01-alice.txt", "signatures/01-alice.txt.sig",
      ])
  }

  @Test func `is broken when the first signature goes, or is replaced`() throws {
    let bench = try Workbench()
    let (key, register) = try bench.signedBag()
    try countersign(bench, register)
    let text = String(decoding: try bench.read("bag/signatures/01-alice.txt"), as: UTF8.self)
    let forged = Array(text.replacing("signe le rapport", with: "approuve").utf8)
    try bench.write("bag/signatures/01-alice.txt", forged)
    try bench.write(
      "bag/signatures/01-alice.txt.sig", bench.keygen.sign(forged, .seal, with: key).armored)
    let replaced = try bench.verify("bag", register)
    #expect(replaced.verdict == .broken)
    #expect(replaced.signatures[0].integrity == .good)
    _ = try bench.shell("rm bag/signatures/01*")
    let found = try bench.verify("bag", register)
    #expect(found.verdict == .broken)
    #expect(found.faults == [.signatureNumber(1)])
  }

  @Test func `is broken by a statement that leaves out what was signed before`() throws {
    let bench = try Workbench()
    let (key, register) = try bench.signedBag()
    let first = try SignatureStatement(bytes: bench.read("bag/signatures/01-alice.txt"))
    let alone = try bench.keygen.sign(first.bytes, .seal, with: key)
    try bench.write("bag/signatures/02-alice.txt", first.bytes)
    try bench.write("bag/signatures/02-alice.txt.sig", alone.armored)
    let found = try bench.verify("bag", register)
    #expect(found.verdict == .broken)
    #expect(
      found.signatures[1].omitted.map(\.text)
        == ["signatures/01-alice.txt", "signatures/01-alice.txt.sig"])
  }

  @Test func `takes no statement that leaves out what was signed before`() throws {
    let bench = try Workbench()
    let (_, register) = try bench.signedBag()
    #expect(throws: SigningError.self) { try countersign(bench, register, omitting: 1) }
    #expect(try bench.verify("bag", register).verdict == .good)
  }
}
