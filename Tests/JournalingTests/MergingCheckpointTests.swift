import Auditing
import Foundation
import Signing
import Testing

@testable import Journaling

/// A bench with the keys of two people, of whom a register knows the first.
private struct Signers {
  let bench: Workbench
  let dossier: DossierFolder
  let keygen: SSHKeygen
  let key: SigningKey
  let stranger: SigningKey
  let register: AllowedSigners

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
    try dossier.name("a", "Aups")
    keygen = SSHKeygen(Programs(environment: ProcessInfo.processInfo.environment))
    key = try SigningKey.ownOrNew(in: bench.at("keys"), Identity("ana"), keygen)
    stranger = try SigningKey.ownOrNew(in: bench.at("others"), Identity("zoe"), keygen)
    register = try AllowedSigners.add(
      Identity("ana"), key.publicKey, comment: "Ana", to: bench.at("allowed_signers"))
  }

  /// A machine that believes the register.
  func workplace(_ machine: String = "other") -> Workplace {
    var place = bench.workplace(machine)
    let judge = CheckpointJudge(keygen, register)
    place.judge = { judge }
    return place
  }

  @discardableResult
  func sign(
    _ dossier: DossierFolder, _ heads: [Head]? = nil, with key: SigningKey? = nil
  ) throws -> [Checkpoint] {
    try dossier.sign(heads ?? dossier.unsignedHeads()) { (bytes) throws(SigningError) in
      try keygen.sign(bytes, .journal, with: key ?? self.key)
    }
  }

  func source(_ name: String) throws -> MergeSource { try .dossier(bench.at(name)) }

  func attestations(_ dossier: DossierFolder) throws -> Attestations {
    try dossier.attestations(keygen, register: register)
  }
}

struct `What an entry has accepted` {
  private let signers: Signers

  init() throws { signers = try Signers() }

  /// Lets stand all that is wrong with the first writer's journal.
  private func accept(_ dossier: DossierFolder, _ writer: String) throws {
    let event = try dossier.acceptance(of: writer, reason: "vu", by: "ana")
    try dossier.enter([#require(event)])
  }

  @Test func `of a restored backup is no damage in anybody's merge`() throws {
    let bench = signers.bench
    try bench.copy("dossier", to: "copy")
    let journal = try bench.journal()
    let backup = try bench.read(journal)
    let lost = try signers.dossier.name("b", "Barles")
    try signers.sign(signers.dossier)
    try bench.write(journal, backup)
    let restored = try bench.open()
    try restored.name("c", "Colmars")
    let other = try bench.open("copy", at: signers.workplace())
    #expect(try other.preview(merging: signers.source("dossier")).damages.count == 1)
    try accept(restored, lost.writer)
    let outcome = try other.merge(signers.source("dossier"))
    #expect(outcome.damages.isEmpty && outcome.operations == 2)
    #expect(other.siteNames == ["a": "Aups", "c": "Colmars"])
    #expect(try signers.attestations(other).holds)
    #expect(try other.merge(signers.source("dossier")).damages.isEmpty)
  }

  @Test func `of a rewritten entry is no contradiction in anybody's merge`() throws {
    let bench = signers.bench
    try bench.copy("dossier", to: "copy")
    let journal = try bench.journal()
    let signed = try signers.dossier.name("b", "Barles")
    try signers.sign(signers.dossier)
    var other = signed
    other.id = ""
    let body = Line.encode(.site("z", "Réécrit"), salt: "00", isClockGiven: false)
    let before = try bench.read(journal).lines.dropLast()
    let bytes: [UInt8] = before.flatMap { line in line + [0x0A] }
    try bench.write(journal, bytes + Array(Line.encode(other, bodies: [body]).bytes))
    let rewritten = try bench.open(at: signers.workplace("far"))
    let copy = try bench.open("copy", at: signers.workplace())
    #expect(throws: JournalError.self) { try copy.merge(signers.source("dossier")) }
    try accept(rewritten, signed.writer)
    #expect(try copy.merge(signers.source("dossier")).damages.isEmpty)
    #expect(copy.siteNames["z"] == "Réécrit")
  }
}

struct `Checkpoints that a merge brings` {
  private let signers: Signers

  init() throws { signers = try Signers() }

  @Test func `count in either of two dossiers that an entry joined`() throws {
    let bench = signers.bench
    let stranger = try bench.dossier("stranger", at: signers.workplace("far"))
    let ours = try bench.open(at: signers.workplace("machine"))
    try ours.enter([
      Event("dossier.adopted", by: "ana", ["id": .text(stranger.id), "reason": "une seule"])
    ])
    try ours.merge(signers.source("stranger"))
    try stranger.merge(signers.source("dossier"))
    try stranger.name("z", "Zone")
    let made = try signers.sign(stranger) + signers.sign(ours)
    #expect(Set(made.map(\.dossier)) == [stranger.id, ours.id])
    #expect(try ours.merge(signers.source("stranger")).checkpoints == 2)
    #expect(try stranger.merge(signers.source("dossier")).checkpoints == 2)
    for dossier in [ours, stranger] {
      let found = try signers.attestations(dossier)
      #expect(Set(found.byWriter.values.map(\.head)) == Set(made.map(\.head)))
      #expect(found.faults.isEmpty)
    }
  }

  @Test func `of a dossier that nothing joined are not taken`() throws {
    let bench = signers.bench
    try bench.copy("dossier", to: "copy")
    let head = try #require(signers.dossier.unsignedHeads().first)
    let foreign = Checkpoint(dossier: Digest.of("other").hex, head: head)
    let signature = try signers.keygen.sign(foreign.bytes, .journal, with: signers.key)
    try bench.write("copy/checkpoints/\(foreign.name)", foreign.bytes)
    try bench.write("copy/checkpoints/\(foreign.name).sig", signature.armored)
    let ours = try bench.open(at: signers.workplace())
    #expect(try ours.merge(signers.source("copy")).checkpoints == 0)
    // Nor do they keep one of this dossier out.
    try signers.sign(signers.dossier)
    let copy = try bench.open("copy", at: signers.workplace("far"))
    #expect(try copy.merge(signers.source("dossier")).checkpoints == 2)
  }

  @Test(arguments: [true, false])
  func `of one name end in the same whichever came first`(_ isKnown: Bool) throws {
    let bench = signers.bench
    let heads = try signers.dossier.unsignedHeads()
    for name in ["one", "two", "first", "second"] { try bench.copy("dossier", to: name) }
    try signers.sign(bench.open("one", at: signers.workplace("m1")), heads, with: signers.stranger)
    let other =
      isKnown
      ? signers.key
      : try SigningKey.ownOrNew(in: bench.at("third"), Identity("yan"), signers.keygen)
    try signers.sign(bench.open("two", at: signers.workplace("m2")), heads, with: other)
    let first = try bench.open("first", at: signers.workplace())
    for name in ["one", "two", "one"] { try first.merge(signers.source(name)) }
    let second = try bench.open("second", at: signers.workplace())
    for name in ["two", "one", "two"] { try second.merge(signers.source(name)) }
    #expect(try bench.tree("first/checkpoints") == bench.tree("second/checkpoints"))
    #expect(try signers.attestations(first).byWriter.count == (isKnown ? 1 : 0))
    #expect(try signers.attestations(second).byWriter.count == (isKnown ? 1 : 0))
  }
}
