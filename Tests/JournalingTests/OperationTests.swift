import Auditing
import Signing
import Testing

@testable import Journaling

struct `An operation of a dossier` {
  private let bench: Workbench
  private let dossier: DossierFolder

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
  }

  @Test func `of many events is one line`() throws {
    let before = try bench.read(bench.journal()).lines.count
    try dossier.enter((0..<50).map { .site("s\($0)", "Site \($0)") })
    #expect(try bench.read(bench.journal()).lines.count == before + 1)
    #expect(try bench.open().state.sites.count == 50)
  }

  @Test func `shows in the state at once and is read back the same`() throws {
    try dossier.begin()
    dossier.add(.site("digne", "Digne"))
    #expect(dossier.siteNames == ["digne": "Digne"])
    try dossier.commit()
    let read = try bench.open()
    #expect(read.siteNames == ["digne": "Digne"])
    #expect(
      read.state.history.operations.map(\.id) == dossier.state.history.operations.map(\.id))
  }

  @Test func `that is abandoned leaves every byte and the state as they were`() throws {
    try dossier.name("digne", "Digne")
    let tree = try bench.tree("dossier")
    let states = try bench.tree("state-machine")
    let file = try bench.write("releve.csv", "a,b\n")
    try dossier.begin()
    let digest = try EvidenceLocker(dossier).takeIn(file).sha256
    dossier.add(.attachment(digest))
    dossier.add(.site("digne", "Autre"))
    _ = try dossier.keepChecklist(Array("%rec: Checklist\n".utf8))
    dossier.abandon()
    #expect(try bench.tree("dossier") == tree)
    #expect(try bench.tree("state-machine") == states)
    #expect(dossier.siteNames == ["digne": "Digne"])
    #expect(dossier.state.evidence.isEmpty)
    #expect(!dossier.isPreparing)
  }

  @Test func `that is abandoned at a new place leaves no writer behind`() throws {
    let elsewhere = try bench.open(at: bench.workplace("other"))
    let tree = try bench.tree("dossier")
    try elsewhere.begin()
    elsewhere.add(.site("digne", "Digne"))
    elsewhere.abandon()
    #expect(try bench.tree("dossier") == tree)
    try elsewhere.name("digne", "Digne")
    #expect(elsewhere.events("writer.opened").map { $0["why"] } == ["new", "new"])
    #expect(try bench.names("dossier/journal").count == 2)
  }

  @Test func `without events writes nothing`() throws {
    let tree = try bench.tree("dossier")
    try dossier.begin()
    #expect(try dossier.commit() == nil)
    try dossier.begin()
    _ = try EvidenceLocker(dossier).takeIn(try bench.write("a", "a"))
    #expect(try dossier.commit() == nil)
    #expect(try bench.tree("dossier") == tree)
  }

  @Test func `too large for the format is refused before anything is written`() throws {
    let tree = try bench.tree("dossier")
    try dossier.begin()
    dossier.add(.site("digne", String(repeating: "x", count: 1 << 20)))
    #expect(throws: JournalError.self) { try dossier.commit() }
    #expect(try bench.tree("dossier") == tree)
    #expect(dossier.siteNames.isEmpty)
  }

  @Test func `that could not be read back is refused before it would damage the file`() throws {
    let tree = try bench.tree("dossier")
    let fields: [[String: Content]] = [
      ["site": "a", "n": .integer(1 << 53)], ["site": "a", "salt": "mine"], ["kind": "other"],
      ["site": "a", "deep": (0..<100).reduce(.integer(0)) { value, _ in .list([value]) }],
    ]
    for fields in fields {
      try dossier.begin()
      dossier.add(Event("site.set", by: "ana", fields))
      #expect(throws: JournalError.self, "\(fields)") { try dossier.commit() }
    }
    #expect(try bench.tree("dossier") == tree)
    try dossier.begin()
    dossier.add(Event("site.set", by: "ana", ["site": "a", "n": .integer(1 << 53 - 1)]))
    try dossier.commit()
    #expect(try bench.open().damages.isEmpty)
  }

  @Test func `keeps any text as it was typed`() throws {
    let texts = ["", "\0\t\n\r\u{1B}[2J", "é\u{301}", "\u{202E}gnp", "🏛️", "\"\\/", "a\u{2028}b"]
    for text in texts { try dossier.name("s", text) }
    let names = try bench.open().events("site.set").compactMap { $0["name"]?.text }
    #expect(names.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
  }

  @Test func `keeps a checklist with it and gives it back meanwhile`() throws {
    let bytes = Array("%rec: Checklist\n".utf8)
    try dossier.begin()
    let digest = try dossier.keepChecklist(bytes)
    #expect(dossier.checklist(digest) == bytes)
    #expect(try bench.names("dossier/checklists").isEmpty)
    dossier.add(.site("digne", "Digne"))
    try dossier.commit()
    #expect(try bench.names("dossier/checklists") == ["\(digest).rec"])
    #expect(try bench.open().checklist(digest) == bytes)
    #expect(dossier.checklist("../dossier") == nil)
  }

  @Test func `writes a checklist anew that is no longer what its name says`() throws {
    let bytes = Array("%rec: Checklist\n".utf8)
    let digest = try dossier.keepChecklist(bytes)
    try bench.write("dossier/checklists/\(digest).rec", "other")
    #expect(dossier.checklist(digest) == nil)
    #expect(try dossier.keepChecklist(bytes) == digest)
    #expect(dossier.checklist(digest) == bytes)
    #expect(try bench.names("dossier/checklists") == ["\(digest).rec"])
  }

  @Test func `of a thousand is read in a time that is told and not judged`() throws {
    let clock = ContinuousClock()
    let writing = try clock.measure {
      for number in 0..<200 { try dossier.name("s\(number)", "Site") }
    }
    let reading = try clock.measure { _ = try bench.open() }
    print("200 operations: written in \(writing), read in \(reading)")
    #expect(try bench.open().state.sites.count == 200)
  }
}

struct `A new dossier` {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `is not made where something lies`() throws {
    _ = try bench.dossier()
    let tree = try bench.tree("dossier")
    #expect(throws: JournalError.self) { try bench.dossier() }
    #expect(try bench.tree("dossier") == tree)
    try bench.write("file", "x")
    do {
      _ = try bench.dossier("file")
      Issue.record("a file was taken for a folder")
    } catch JournalError.exists {
    }
  }

  @Test func `whose first line cannot be written leaves nothing`() throws {
    var disk = Disk.system
    disk.write = { (file, bytes) throws(SigningError) in
      guard file.path.hasSuffix(".journal") else { return try Disk.system.write(file, bytes) }
      throw .system(call: "write", path: file.path, code: 28)
    }
    #expect(throws: JournalError.self) { try bench.dossier(at: bench.workplace(disk: disk)) }
    #expect(try bench.names("") == [])
    #expect(try bench.dossier().state.title == "Préfecture")
  }

  @Test func `begins anew under a seed that minted its writer before`() throws {
    let seeded: @Sendable () -> Workplace = {
      let source = self.bench
      var workplace = source.workplace("other")
      workplace.random = CountedBytes(7).bytes
      return workplace
    }
    let first = try bench.dossier(at: seeded())
    try bench.remove("state-other")
    let second = try bench.open(at: seeded())
    try second.name("digne", "Digne")
    #expect(Set(second.state.history.operations.map(\.writer)).count == 2)
    #expect(first.id == second.id)
  }
}
