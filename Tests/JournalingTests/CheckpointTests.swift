import Auditing
import Foundation
import Signing
import Testing

@testable import Journaling

/// A bench with a key, a register that knows it, and a dossier with three operations.
private struct Signed {
  let bench: Workbench
  let dossier: DossierFolder
  let keygen: SSHKeygen
  let key: SigningKey
  let register: AllowedSigners
  let writer: String

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
    try dossier.name("digne", "Digne")
    try dossier.name("manosque", "Manosque")
    keygen = SSHKeygen(Programs(environment: ProcessInfo.processInfo.environment))
    key = try SigningKey.ownOrNew(in: bench.at("keys"), Identity("ana"), keygen)
    register = try AllowedSigners.add(
      Identity("ana"), key.publicKey, comment: "Ana", to: bench.at("allowed_signers"))
    writer = try #require(dossier.state.history.operations.first?.writer)
  }

  @discardableResult
  func sign(_ dossier: DossierFolder? = nil, _ heads: [Head]? = nil) throws -> [Checkpoint] {
    let dossier = dossier ?? self.dossier
    return try dossier.sign(heads ?? dossier.unsignedHeads()) { (bytes) throws(SigningError) in
      try keygen.sign(bytes, .journal, with: key)
    }
  }

  func attestations(
    _ dossier: DossierFolder? = nil, _ register: AllowedSigners? = nil
  ) throws -> Attestations {
    try (dossier ?? self.dossier).attestations(keygen, register: register ?? self.register)
  }
}

struct `A checkpoint` {
  @Test func `is three lines: origin, number and id of the head`() throws {
    let id = Digest.of("dossier").hex
    let head = Head(writer: "0123456789abcdef", n: 7, id: Digest.of("7").hex)
    let checkpoint = Checkpoint(dossier: id, head: head)
    #expect(checkpoint.bytes.text == "constat/\(id)/0123456789abcdef\n7\n\(head.id)\n")
    #expect(checkpoint.name == "0123456789abcdef-7.txt")
    #expect(Checkpoint(bytes: checkpoint.bytes) == checkpoint)
  }

  @Test func `is read strictly`() throws {
    let id = Digest.of("dossier").hex
    let text = "constat/\(id)/0123456789abcdef\n7\n\(id)\n"
    #expect(Checkpoint(bytes: Array(text.utf8)) != nil)
    for wrong in [
      "", "\n", text + "\n", String(text.dropLast()), text.replacing("\n7\n", with: "\n07\n"),
      text.replacing("\n7\n", with: "\n+7\n"), text.replacing("constat", with: "autre"),
      text.replacing("abcdef", with: "ABCDEF"), text.replacing("\n", with: "\r\n"), "a/b/c",
    ] {
      #expect(Checkpoint(bytes: Array(wrong.utf8)) == nil, "\(wrong)")
    }
    let damaged = Array(text.utf8)
    for place in damaged.indices {
      var bytes = damaged
      bytes[place] ^= 0x80
      #expect(Checkpoint(bytes: bytes) == nil)
    }
  }

  @Test func `is signed once for each head, and attests its writer by the register`() throws {
    let signed = try Signed()
    #expect(try signed.dossier.unsignedHeads().map(\.n) == [3])
    let before = try signed.bench.read(signed.bench.journal())
    let made = try signed.sign()
    #expect(made.map(\.head.n) == [3])
    #expect(try signed.dossier.unsignedHeads() == [])
    #expect(try signed.bench.read(signed.bench.journal()) == before)
    let name = "\(signed.writer)-3.txt"
    #expect(try signed.bench.names("dossier/checkpoints") == [name, name + ".sig"])
    #expect(try signed.bench.mode("dossier/checkpoints/\(name)") == 0o600)
    let found = try signed.attestations()
    #expect(found.byWriter[signed.writer]?.head.n == 3)
    #expect(found.byWriter[signed.writer]?.signer == "ana")
    #expect(found.holds && found.unattested.isEmpty && found.ahead.isEmpty)
  }

  @Test func `is what ssh-keygen itself verifies`() throws {
    let signed = try Signed()
    try signed.sign()
    var run = try signed.keygen.programs.program(
      "ssh-keygen", from: "openssh-client",
      [
        "-Y", "verify", "-f", signed.bench.at("allowed_signers"), "-I", "ana", "-n",
        "constat-journal", "-s",
        signed.bench.at("dossier/checkpoints/\(signed.writer)-3.txt.sig"),
      ])
    run.input = try signed.bench.read("dossier/checkpoints/\(signed.writer)-3.txt")
    #expect(try run.run().isSuccess)
  }

  @Test func `leaves what comes after it open, and says since when`() throws {
    let signed = try Signed()
    try signed.sign()
    try signed.dossier.name("sisteron", "Sisteron")
    let found = try signed.attestations()
    #expect(found.ahead.map(\.attested) == [3])
    #expect(found.ahead.map(\.head.n) == [4])
    #expect(found.ahead.map(\.since) == [Workbench.clock])
    try signed.sign()
    #expect(try signed.attestations().byWriter[signed.writer]?.head.n == 4)
    #expect(try signed.attestations().ahead.isEmpty)
  }

  @Test func `of what came while the journals were read contradicts nothing`() throws {
    let signed = try Signed()
    try signed.sign()
    let (path, place) = (signed.dossier.path, signed.bench.workplace())
    let (keygen, key) = (signed.keygen, signed.key)
    let other = Interlude {
      guard let dossier = try? DossierFolder.open(path, at: place) else { return }
      _ = try? dossier.name("gap", "Gap")
      _ = try? dossier.sign(dossier.unsignedHeads()) { (bytes) throws(SigningError) in
        try keygen.sign(bytes, .journal, with: key)
      }
    }
    var disk = Disk.system
    disk.names = { (path) throws(SigningError) in
      if path.hasSuffix("/checkpoints") { other.run() }
      return try Disk.system.names(path)
    }
    let reading = try signed.bench.open(at: signed.bench.workplace(disk: disk))
    other.arm()
    let found = try signed.attestations(reading)
    #expect(try signed.bench.names("dossier/checkpoints").count == 4, "the other process signed")
    #expect(found.holds && found.faults.isEmpty)
    #expect(found.unattested.isEmpty && found.ahead.isEmpty)
  }

  @Test func `attests nothing by a key that is not in the register`() throws {
    let signed = try Signed()
    try signed.sign()
    let found = try signed.attestations(nil, AllowedSigners([]))
    #expect(found.byWriter.isEmpty && found.holds)
    #expect(found.bySigner.map(\.fingerprint) == [signed.key.publicKey.fingerprint])
    #expect(found.unattested.map(\.head.writer) == [signed.writer])
  }

  @Test func `is made for this place's writers alone`() throws {
    let signed = try Signed()
    try signed.bench.copy("dossier", to: "copy")
    let other = try signed.bench.open("copy", at: signed.bench.workplace("far"))
    try other.name("gap", "Gap")
    #expect(try other.unsignedHeads().map(\.n) == [1])
    try signed.sign(other)
    let found = try signed.attestations(other)
    #expect(found.byWriter.count == 1 && found.unattested.map(\.head.writer) == [signed.writer])
  }

  @Test func `is not signed over a journal that does not hold`() throws {
    let signed = try Signed()
    let heads = try signed.dossier.unsignedHeads()
    let name = try signed.bench.journal()
    var bytes = try signed.bench.read(name)
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "D")))
    bytes[place] ^= 1
    try signed.bench.write(name, bytes)
    #expect(throws: JournalError.self) { try signed.sign(nil, heads) }
    #expect(try signed.bench.names("dossier/checkpoints") == [])
  }
}

struct `A journal that was rewritten` {
  private func faults(_ signed: Signed) throws -> [Checkpoint.Fault] {
    try signed.attestations(signed.bench.open()).faults
  }

  @Test func `shorter than a checkpoint is contradicted by it`() throws {
    let signed = try Signed()
    try signed.sign()
    let name = try signed.bench.journal()
    let lines = try signed.bench.read(name).lines
    try signed.bench.write(name, lines.prefix(2).flatMap { $0 + [0x0A] })
    let found = try signed.attestations(signed.bench.open())
    guard case .contradicted(let checkpoint, found: 2)? = found.faults.first else {
      Issue.record("\(found.faults)")
      return
    }
    #expect(checkpoint.head.n == 3 && !found.holds && found.byWriter.isEmpty)
  }

  @Test func `with its digests made anew is contradicted all the same`() throws {
    let signed = try Signed()
    try signed.sign()
    // The same number of operations under other ids, as a forger would make them.
    let name = try signed.bench.journal()
    let kept = try signed.bench.read(name).lines
    try signed.bench.write(name, kept.prefix(2).flatMap { $0 + [0x0A] })
    try signed.bench.remove("state-machine")
    let forged = try signed.bench.open()
    let last = forged.state.history.operations[1]
    let operation = Auditing.Operation(
      id: "", writer: signed.writer, n: 3, at: Workbench.clock, previous: last.id, seen: [],
      events: [])
    let body = Line.encode(
      .site("manosque", "Ailleurs"), salt: String(repeating: "0", count: 32), isClockGiven: false)
    let line = Line.encode(operation, bodies: [body])
    try signed.bench.write(name, try signed.bench.read(name) + line.bytes)
    let found = try signed.attestations(signed.bench.open())
    #expect(try signed.bench.open().siteNames["manosque"] == "Ailleurs")
    #expect(!found.holds)
  }

  @Test func `is told from files that only look like checkpoints`() throws {
    let signed = try Signed()
    let made = try #require(try signed.sign().first)
    let folder = "dossier/checkpoints"
    let id = Digest.of("other").hex
    let foreign = Checkpoint(dossier: id, head: made.head)
    try signed.bench.write("\(folder)/\(signed.writer)-9.txt", made.bytes)
    try signed.bench.write("\(folder)/\(signed.writer)-3.txt", foreign.bytes)
    try signed.bench.write("\(folder)/notes.txt", "à relire")
    let found = try signed.attestations()
    #expect(
      Set(found.faults) == [
        .malformed(name: "\(signed.writer)-9.txt"),
        .foreign(name: "\(signed.writer)-3.txt", dossier: id),
      ])
    #expect(found.holds && found.byWriter.isEmpty)
  }

  @Test func `is not hidden by a signature of something else`() throws {
    let signed = try Signed()
    try signed.sign()
    let name = "dossier/checkpoints/\(signed.writer)-3.txt.sig"
    let other = try signed.keygen.sign(Array("autre".utf8), .journal, with: signed.key)
    try signed.bench.write(name, other.armored)
    #expect(try faults(signed) == [.badSignature(name: "\(signed.writer)-3.txt")])
    let seal = try signed.keygen.sign(
      signed.bench.read("dossier/checkpoints/\(signed.writer)-3.txt"), .seal, with: signed.key)
    try signed.bench.write(name, seal.armored)
    #expect(try faults(signed) == [.badSignature(name: "\(signed.writer)-3.txt")])
    try signed.bench.write(name, "-----BEGIN SSH SIGNATURE-----\n")
    #expect(try faults(signed) == [.badSignature(name: "\(signed.writer)-3.txt")])
    // Without its signature it is no more than a text, which proves nothing.
    try signed.bench.remove(name)
    #expect(try faults(signed) == [])
    #expect(try signed.attestations().unattested.count == 1)
  }
}
