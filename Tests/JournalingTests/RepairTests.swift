import Auditing
import Foundation
import Testing

@testable import Journaling

struct `A repair from another copy` {
  private let bench: Workbench
  private let dossier: DossierFolder
  private let journal: String
  private let bytes: [UInt8]

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
    for name in ["a", "b", "c"] { try dossier.name(name, "Site \(name)") }
    try bench.copy("dossier", to: "copy")
    journal = try bench.journal()
    bytes = try bench.read(journal)
  }

  private func repair() throws -> Repair {
    try DossierFolder.repair(bench.at("dossier"), from: bench.at("copy"), at: bench.workplace())
  }

  @Test func `of a healthy dossier changes nothing`() throws {
    let tree = try bench.tree("dossier")
    #expect(try repair() == Repair())
    #expect(try bench.tree("dossier") == tree)
  }

  @Test(arguments: [0, 1, 2, 3])
  func `puts a damaged line back and keeps the damaged bytes`(_ line: Int) throws {
    var lines = bytes.lines
    lines[line][200] ^= 4
    let damaged = Array(lines.joined(separator: [0x0A])) + [0x0A]
    try bench.write(journal, damaged)
    let repair = try repair()
    #expect(repair.files.values.map(\.self) == [4])
    #expect(try bench.read(journal) == bytes)
    #expect(try bench.read("dossier/journal/\(#require(repair.kept.first))") == damaged)
    let folder = try bench.open()
    #expect(try folder.verify().isWhole)
    let operation = try folder.name("d", "D")
    #expect(operation.writer == dossier.state.history.heads.keys.first)
    #expect(folder.notices(of: operation) == [.keptDamage(bytes: damaged.count)])
  }

  @Test func `takes a folder that the copy has not got for an empty one`() throws {
    try bench.remove("copy/checklists")
    try bench.write(journal, bytes.lines[0] + [0x0A])
    #expect(try repair().files.values.map(\.self) == [4])
    try bench.remove("copy/journal")
    #expect(try repair() == Repair())
  }

  @Test func `names what it keeps, whatever the path of the dossier`() throws {
    try bench.copy("copy", to: "Évaluation été")
    let name = journal.replacing("dossier/", with: "Évaluation été/")
    let damaged = bytes.map { $0 == 0x3A ? 0x3B : $0 }
    try bench.write(name, damaged)
    let repair = try DossierFolder.repair(
      bench.at("Évaluation été"), from: bench.at("copy"), at: bench.workplace())
    let kept = try #require(repair.kept.first)
    #expect(try bench.read("Évaluation été/journal/\(kept)") == damaged)
  }

  @Test func `puts a lost file back, and one that was cut`() throws {
    try bench.remove(journal)
    #expect(try !bench.open().verify().isWhole)
    #expect(try repair().files.count == 1)
    #expect(try bench.read(journal) == bytes)
    try bench.write(journal, Array(bytes.prefix(bytes.count / 2)))
    #expect(try repair().kept.isEmpty)
    #expect(try bench.open().verify().isWhole)
    try bench.write(journal, bytes.lines[0] + [0x0A])
    #expect(try repair().kept.isEmpty)
    #expect(try bench.open().verify().isWhole)
  }

  @Test func `keeps what only the damaged copy holds`() throws {
    try dossier.name("d", "Site d")
    let whole = try bench.read(journal)
    var lines = whole.lines
    lines[1][200] ^= 4
    try bench.write(journal, Array(lines.joined(separator: [0x0A])) + [0x0A])
    _ = try repair()
    #expect(try bench.read(journal) == whole)
    #expect(try bench.open().verify().isWhole)
  }

  @Test(arguments: ["", "{", "{\"format\":1}"])
  func `puts the name of the dossier back`(_ text: String) throws {
    let identity = try bench.read("dossier/dossier.json")
    try bench.write("dossier/dossier.json", text)
    #expect(try repair().restoredIdentity)
    #expect(try bench.read("dossier/dossier.json") == identity)
    try bench.remove("dossier/dossier.json")
    #expect(try repair().restoredIdentity)
    #expect(try bench.open().siteNames.count == 3)
  }

  @Test func `puts the name of the dossier back where it names nothing here`() throws {
    let identity = try bench.read("dossier/dossier.json")
    let wrong = DossierFolder.identityBytes(String(repeating: "a", count: 64))
    try bench.write("dossier/dossier.json", wrong)
    #expect(try repair().restoredIdentity)
    #expect(try bench.read("dossier/dossier.json") == identity)
    try bench.dossier("stranger").name("x", "X")
    for text in [nil, wrong] {
      try bench.remove("dossier/dossier.json")
      if let text { try bench.write("dossier/dossier.json", text) }
      let tree = try bench.tree("dossier")
      #expect(throws: JournalError.self) {
        try DossierFolder.repair(
          bench.at("dossier"), from: bench.at("stranger"), at: bench.workplace())
      }
      #expect(try bench.tree("dossier") == tree)
      try bench.write("dossier/dossier.json", identity)
    }
  }

  @Test func `takes nothing from a line that is not whole, nor from another dossier`() throws {
    var lines = bytes.lines
    lines[2][200] ^= 4
    try bench.write("copy/" + journal.dropFirst(8), lines.joined(separator: [0x0A]) + [0x0A])
    try bench.write(journal, bytes.lines[0] + [0x0A])
    _ = try repair()
    #expect(try bench.open().siteNames.keys.sorted() == ["a"])
    try bench.dossier("stranger").name("x", "X")
    let tree = try bench.tree("dossier")
    do {
      _ = try DossierFolder.repair(
        bench.at("dossier"), from: bench.at("stranger"), at: bench.workplace())
      Issue.record("another dossier was taken for a copy")
    } catch JournalError.otherDossier {
    }
    #expect(try bench.tree("dossier") == tree)
  }

  @Test func `puts a changed checklist back, and one that is gone`() throws {
    let text = Array("%rec: Checklist\n".utf8)
    let digest = try dossier.keepChecklist(text)
    try bench.remove("copy")
    try bench.copy("dossier", to: "copy")
    try bench.write("dossier/checklists/\(digest).rec", "other")
    #expect(try repair().checklists == 1)
    #expect(dossier.checklist(digest) == text)
    try bench.remove("dossier/checklists/\(digest).rec")
    #expect(try repair().checklists == 1)
    #expect(try repair() == Repair())
  }

  @Test func `waits for a session that writes, and then refuses`() throws {
    try dossier.begin()
    try bench.write(journal, Array(bytes.dropLast(7)))
    do {
      _ = try repair()
      Issue.record("a file in use was put anew")
    } catch JournalError.busy(let path) {
      #expect(path.hasSuffix(".journal"))
      #expect(JournalError.busy(path: path).wording.fr.contains("session"))
    }
    dossier.abandon()
  }
}

struct `A damage that is accepted` {
  private let bench: Workbench
  private let dossier: DossierFolder
  private let journal: String
  private let bytes: [UInt8]

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
    for name in ["a", "b", "c"] { try dossier.name(name, "Site \(name)") }
    journal = try bench.journal()
    bytes = try bench.read(journal)
  }

  private func damage(_ line: Int) throws {
    var lines = bytes.lines
    lines[line][200] ^= 4
    try bench.write(journal, Array(lines.joined(separator: [0x0A])) + [0x0A])
  }

  private func accept(_ folder: DossierFolder) throws -> Event {
    let writer = try #require(
      folder.damages.first.map { String($0.file.dropFirst(8).dropLast(8)) })
    let event = try #require(
      try folder.acceptance(of: writer, reason: "disque perdu", by: "ana"))
    try folder.enter([event])
    return event
  }

  @Test func `names the writer, the heads and the reason, and is then no damage`() throws {
    try damage(2)
    let folder = try bench.open()
    let last = folder.state.history.heads.values.first
    let event = try accept(folder)
    #expect(event["reason"] == "disque perdu")
    #expect(event["heads"]?.texts?.contains(last?.id ?? "") == true)
    #expect(folder.damages.isEmpty)
    #expect(folder.openLosses.isEmpty)
    #expect(try bench.open().damages.isEmpty)
    #expect(DossierFolder.accepted(in: folder.state).keys.first == last?.writer)
  }

  @Test func `that comes before it is a damage again`() throws {
    try damage(2)
    _ = try accept(try bench.open())
    try damage(1)
    #expect(try bench.open().damages.count == 1)
  }

  @Test func `need not be when nothing is wrong`() throws {
    let writer = try #require(dossier.state.history.heads.keys.first)
    #expect(try dossier.acceptance(of: writer, reason: "", by: "ana") == nil)
    try damage(2)
    let folder = try bench.open()
    _ = try accept(folder)
    #expect(try folder.acceptance(of: writer, reason: "", by: "ana") == nil)
  }

  @Test func `may be a body that was taken out in place, which no digest shows`() throws {
    var columns = bytes.lines[2].split(separator: Line.tab).map(Array.init)
    columns[2] = Line.redacted
    let line = Array(columns.joined(separator: [Line.tab]))
    let lines = [bytes.lines[0], bytes.lines[1], line, bytes.lines[3]]
    try bench.write(journal, Array(lines.joined(separator: [0x0A])) + [0x0A])
    let folder = try bench.open()
    let operation = dossier.state.history.operations[2]
    let damage = Damage(
      file: "journal/\(operation.writer).journal", line: 3,
      kind: .leftOut(operation: operation.id))
    #expect(folder.openLeftOut == [damage])
    #expect(try folder.outstanding(try folder.verify()).damages == [damage])
    let event = try #require(
      try folder.acceptance(of: operation.writer, reason: "sans copie", by: "ana"))
    #expect(event["heads"]?.texts == [operation.id])
    try folder.enter([event])
    #expect(folder.openLeftOut.isEmpty)
    #expect(try folder.outstanding(try folder.verify()).isEmpty)
  }

  @Test
  func `is not asked for what an edition left out of another's journal, until an audit is open`()
    throws
  {
    let folder = try bench.open()
    try folder.enter([
      Event(
        "audit.opened", by: "ana",
        ["record": "00000000000000a1", "audit": "00000000000000a1", "id": "1"])
    ])
    let other = bench.workplace("other")
    try bench.copy("dossier", to: "copy")
    let copy = try bench.open("copy", at: other)
    try copy.name("z", "Zicavo")
    let theirs = try #require(copy.state.history.operations.last)
    try folder.merge(try .dossier(bench.at("copy")))
    let file = "dossier/journal/\(theirs.writer).journal"
    var columns = try bench.read(file).lines[0].split(separator: Line.tab).map(Array.init)
    for index in 2..<columns.count { columns[index] = Line.redacted }
    try bench.write(file, Array(columns.joined(separator: [Line.tab])) + [0x0A])
    #expect(try bench.open().openLeftOut.map(\.kind) == [.leftOut(operation: theirs.id)])
    let seal: [String: Content] = [
      "record": "00000000000000e1", "audit": "00000000000000a1", "edition": 1,
    ]
    try bench.open().enter([Event("seal.begun", by: "ana", seal)])
    #expect(try bench.open().openLeftOut.isEmpty)
  }

  @Test func `may be the loss of what was acknowledged`() throws {
    try bench.write(journal, bytes.lines[0] + [0x0A] + bytes.lines[1] + [0x0A])
    let folder = try bench.open()
    let writer = try #require(folder.state.history.heads.keys.first)
    let lost = try #require(dossier.state.history.operations.last?.id)
    let event = try #require(try folder.acceptance(of: writer, reason: "perdu", by: "ana"))
    #expect(event["heads"]?.texts == [lost])
    #expect(folder.openLosses.map(\.kind) == [.lostEntries(acknowledged: 4, found: 2)])
    try folder.enter([event])
    #expect(folder.openLosses.isEmpty)
    #expect(try folder.acceptance(of: writer, reason: "perdu", by: "ana") == nil)
  }
}
