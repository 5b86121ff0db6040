import Auditing
import Testing

@testable import Journaling

struct `A verification` {
  private let bench: Workbench
  private let dossier: DossierFolder

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
  }

  private func attach(_ name: String, key: String) throws -> String {
    try dossier.begin()
    let digest = try EvidenceLocker(dossier).takeIn(bench.write(name, name)).sha256
    dossier.add(.attachment(digest, key: key))
    try dossier.commit()
    return digest
  }

  @Test func `counts what it checked and writes nothing`() throws {
    try dossier.name("digne", "Digne")
    _ = try attach("a", key: "00000000000000e1")
    _ = try attach("b", key: "00000000000000e2")
    let tree = try bench.tree("dossier")
    var told: [Int] = []
    let verification = try dossier.verify { done, total in
      #expect(total == 2)
      told.append(done)
    }
    #expect(verification.operations == 4)
    #expect(verification.writers == 1)
    #expect(verification.verified == 2)
    #expect(verification.redacted == 0)
    #expect(verification.isWhole)
    #expect(told == [1, 2])
    #expect(try bench.tree("dossier") == tree)
  }

  @Test func `looks at the disk and not at what was read before`() throws {
    let digest = try attach("a", key: "00000000000000e1")
    let other = try bench.open()
    try bench.remove("dossier/evidence/\(digest.prefix(2))/\(digest)")
    try dossier.name("digne", "Digne")
    let verification = try other.verify()
    #expect(verification.operations == 3)
    #expect(verification.absent == [digest])
    #expect(!verification.isWhole)
  }

  @Test func `asks for no evidence that was withdrawn or destroyed by decision`() throws {
    let withdrawn = try attach("a", key: "00000000000000e1")
    let destroyed = try attach("b", key: "00000000000000e2")
    for digest in [withdrawn, destroyed] {
      try bench.remove("dossier/evidence/\(digest.prefix(2))/\(digest)")
    }
    #expect(try dossier.verify().absent == [withdrawn, destroyed])
    try dossier.enter([
      Event(
        "record.withdrawn", by: "ana", ["noun": "evidence", "record": "00000000000000e1"]),
      Event(
        "evidence.destroyed", by: "ana",
        [
          "record": "00000000000000e2", "sha256": .text(destroyed), "authority": "DPO",
          "reason": "demande",
        ]),
    ])
    #expect(try dossier.verify().isWhole)
  }

  @Test func `names a pinned checklist that is gone or changed`() throws {
    let digest = try dossier.keepChecklist([0x61])
    try dossier.enter([
      Event("checklist.pinned", by: "ana", ["sha256": .text(digest), "id": "x"])
    ])
    #expect(try dossier.verify().isWhole)
    try bench.write("dossier/checklists/\(digest).rec", "b")
    #expect(try dossier.verify().damages.map(\.kind) == [.checklist(isAbsent: false)])
    try bench.remove("dossier/checklists/\(digest).rec")
    #expect(try dossier.verify().damages.map(\.kind) == [.checklist(isAbsent: true)])
  }

  @Test func `counts the kinds that this version does not know`() throws {
    try dossier.enter([Event("tea.served", by: "ana", ["sugar": 2]), .site("a", "A")])
    let read = try bench.open()
    #expect(try read.verify().unknownKinds == ["tea.served": 1])
    #expect(read.events("tea.served").map(\.fields) == [["sugar": 2]])
    #expect(read.siteNames == ["a": "A"])
  }

  @Test func `lists the heads that are named and not here`() throws {
    let other = try bench.open(at: bench.workplace("other"))
    let lost = try other.name("a", "A")
    try dossier.name("b", "B")
    try bench.remove("dossier/journal/\(lost.writer).journal")
    let verification = try bench.open().verify()
    #expect(verification.missing == [lost.head])
    #expect(!verification.isWhole)
    try dossier.name("c", "C")
    #expect(dossier.state.history.missing == [lost.head])
  }
}

struct `The journals of an edition` {
  private let bench: Workbench
  private let dossier: DossierFolder

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
  }

  @Test func `hold the past of an operation, with only the bodies that are kept`() throws {
    try dossier.enter([.site("a", "Secret"), .site("b", "Public")])
    let other = try bench.open(at: bench.workplace("other"))
    let last = try other.name("c", "Public")
    try dossier.name("d", "Later")
    let seen = try bench.open(at: bench.workplace("third"))
    let position = try #require(seen.state.history.position(of: last.id))
    let journals = try seen.journals(upTo: position) { $0["name"]?.text != "Secret" }
    #expect(journals.map(\.name) == journals.map(\.name).sorted())
    let text = journals.map(\.bytes.text).joined()
    #expect(!text.contains("Secret"))
    #expect(!text.contains("Later"))
    #expect(text.contains("Public"))
    var operations: [Auditing.Operation] = []
    for journal in journals {
      var reader = JournalReader(writer: String(journal.name.prefix(16)))
      operations += reader.read(journal.bytes, checkingHashes: true)
      #expect(reader.damage == nil)
      #expect(reader.torn == 0)
    }
    #expect(operations.count == 3)
    #expect(operations.flatMap(\.events).filter { $0 == nil }.count == 1)
    #expect(State(History(uniting: operations)).sites.map(\.id) == ["b", "c"])
  }
}
