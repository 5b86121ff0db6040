import Foundation
import Glibc
import Testing

@testable import Signing

extension Workbench {
  /// Countersigns the bag as Bruno, as it was found before.
  func countersign(
    _ before: BagVerification, handle: String = "bruno", to name: String = "bag"
  ) throws {
    let key = try key("bruno", "bruno@org.example")
    let companion = Bag.Companion(suffix: Bag.Companion.key, bytes: [1])
    let statement = try SignatureStatement(
      document: "audit-2026-001-e1", role: "audité", name: "Bruno Petit", quality: "directeur",
      act: .approves, date: "2026-11-22T08:00:00Z",
      files: before.nextStatementFiles + [companion.file(beside: 2, handle: handle)])
    let signature = try keygen.sign(statement.bytes, .seal, with: key)
    try Bag.add(
      statement, .ssh(signature), companions: [companion], handle: handle, to: at(name), before)
  }
}

/// What a process leaves that ends, or meets a full disk, while it countersigns.
struct `A countersignature that was cut short` {
  private let bench: Workbench
  private let register: AllowedSigners

  init() throws {
    bench = try Workbench()
    register = try bench.signedBag().register
  }

  @Test func `breaks no bag, is named, and gives way to the next one`() throws {
    try bench.write("bag/signatures/02-ann.txt.sig", Array("half".utf8))
    try bench.write("bag/signatures/02-ann.report.pdf.p7s", [1])
    try bench.write("bag/signatures/02-bruno.pgp", [2])
    let found = try bench.verify("bag", register)
    #expect(found.verdict == .good)
    #expect(
      found.unfinished.map(\.text) == [
        "signatures/02-ann.report.pdf.p7s", "signatures/02-ann.txt.sig",
        "signatures/02-bruno.pgp",
      ])
    #expect(found.files.allSatisfy { $0.state == .intact })
    try bench.countersign(found)
    let after = try bench.verify("bag", register)
    #expect(after.verdict == .unknownSigner && after.unfinished.isEmpty)
    #expect(after.signatures.map(\.handle) == ["alice", "bruno"])
    #expect(try bench.files().filter { $0.contains("02-ann") }.isEmpty)
  }

  @Test(arguments: [
    "rm bag/signatures/01-alice.txt", "echo x > bag/signatures/03-ann.txt.sig",
    "echo x > bag/signatures/01-ann.txt.sig", "echo x > bag/signatures/02-.txt.sig",
    "echo x > bag/signatures/02-ann.txt.sig.tsr", "echo x > bag/signatures/02-ann.pdf",
    "echo x > bag/signatures/2-ann.txt.sig", "echo x > bag/02-ann.txt.sig",
    "echo x > bag/signatures/02-ann.txt",
    "cd bag/signatures; for s in .txt .txt.sig .txt.p7s; do echo x > 02-ann$s; done",
  ])
  func `is nothing else that lacks a part`(_ change: String) throws {
    #expect(try bench.shell(change).isSuccess)
    #expect(try bench.verify("bag", register).verdict == .broken)
  }

  @Test func `is not what a statement was taken from that another names`() throws {
    try bench.countersign(bench.verify("bag", register))
    let before = try bench.verify("bag", register)
    let statement = try SignatureStatement(
      document: "audit-2026-001-e1", role: "audité", name: "Zoé", quality: "élue",
      act: .approves, date: "2026-11-22T09:00:00Z", files: before.nextStatementFiles)
    let signature = try bench.keygen.sign(
      statement.bytes, .seal, with: bench.key("zoe", "zoe@org.example"))
    try Bag.add(statement, .ssh(signature), handle: "zoe", to: bench.at("bag"), before)
    #expect(try bench.verify("bag", register).verdict == .unknownSigner)
    #expect(try bench.shell("rm bag/signatures/02-bruno.txt").isSuccess)
    #expect(try bench.verify("bag", register).verdict == .broken)
  }

  @Test func `leaves no file beside the bag for longer than to the next`() throws {
    for name in ["bag.123-456", "bag.notes", "bag.1-2-3", "bagage.123-456"] {
      try bench.write(name, [1])
    }
    try bench.countersign(bench.verify("bag", register), to: "bag/")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.path)
        .filter { $0.hasPrefix("bag") }.sorted() == [
          "bag", "bag.1-2-3", "bag.notes", "bagage.123-456",
        ])
  }

  @Test func `takes nothing away that came after the bag was looked at`() throws {
    let before = try bench.verify("bag", register)
    try bench.write("bag/signatures/02-ann.txt.sig", [1])
    let path = bench.at("bag/signatures/02-ann.txt.sig")
    #expect(throws: SigningError.exists(path: path)) { try bench.countersign(before) }
    #expect(try bench.read("bag/signatures/02-ann.txt.sig") == [1])
    try bench.countersign(bench.verify("bag", register))
    #expect(throws: SigningError.self) { try bench.countersign(before, handle: "zoe") }
    #expect(try bench.verify("bag", register).signatures.count == 2)
  }

  @Test func `waits for who is at the bag, and gives up`() throws {
    let before = try bench.verify("bag", register)
    let bag = bench.at("bag")
    var hold = try Files.lock(folder: bag)
    #expect(hold != nil)
    #expect(throws: SigningError.system(call: "flock", path: bag, code: EWOULDBLOCK)) {
      try bench.countersign(before)
    }
    hold = nil
    try bench.countersign(before)
    #expect(try bench.verify("bag", register).signatures.count == 2)
  }
}

struct `A draft of a bag` {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `that a process left when it ended is told from one at which somebody is`() throws {
    try bench.write(".bag.99-1/data/rapport.md", [1])
    try bench.write("other.99-1", [1])
    try bench.write(".notes/x", [1])
    let draft = try Bag.Draft.build(
      at: bench.at("bag"), Workbench.entries, Workbench.info, signer: nil)
    #expect(Bag.abandoned(in: bench.path) == [".bag.99-1"])
    Bag.sweep(bench.path)
    #expect(Bag.abandoned(in: bench.path).isEmpty)
    try draft.publish()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.path).sorted()
        == [".notes", "bag", "other.99-1"])
  }
}
