import Auditing
import Notation
import Signing
import Testing

@testable import Journaling

struct `A dossier on disk` {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `is the same to the byte under the same seed and clock`() throws {
    let dossier = try bench.dossier()
    try dossier.name("digne", "Digne")
    #expect(try bench.read("dossier/dossier.json").text == Golden.dossier)
    #expect(try bench.read("dossier/journal/\(Golden.writer).journal").text == Golden.journal)
  }

  @Test func `has an id that an outside program finds in the header`() throws {
    let dossier = try bench.dossier()
    try dossier.name("digne", "Digne")
    for line in try bench.read(bench.journal()).lines {
      let columns = line.split(separator: 0x09).map(Array.init)
      #expect(try columns[0].text == sha256sum(columns[1]))
      let header = try JSON.parse(columns[1])
      #expect(try header["body"]?.texts == columns.dropFirst(2).map { try sha256sum($0) })
    }
  }

  private func sha256sum(_ bytes: [UInt8]) throws -> String {
    var run = Subprocess("/usr/bin/sha256sum", [])
    run.input = bytes
    return String(try run.run().text.prefix(64))
  }

  @Test func `chains its lines, numbers them from one and writes canonical JSON`() throws {
    let dossier = try bench.dossier()
    for name in ["a", "b", "c"] { try dossier.name(name, name) }
    var previous = Line.zeros
    for (index, line) in try bench.read(bench.journal()).lines.enumerated() {
      let columns = line.split(separator: 0x09).map(Array.init)
      for column in columns.dropFirst() {
        #expect(try JSON.parse(column).canonicalBytes == column)
      }
      let header = try JSON.parse(columns[1])
      #expect(header.object?.keys == ["at", "body", "n", "prev", "seen", "v", "w"])
      #expect(header["n"]?.integer == index + 1)
      #expect(header["prev"]?.text == previous)
      #expect(header["v"]?.integer == 1)
      previous = columns[0].text
    }
  }

  @Test func `keeps folders and files to their owner and evidence unwritable`() throws {
    let dossier = try bench.dossier()
    let file = try bench.write("releve.csv", "a,b\n")
    try dossier.begin()
    let digest = try EvidenceLocker(dossier).takeIn(file).sha256
    dossier.add(.attachment(digest))
    try dossier.commit()
    for name in ["", "/journal", "/evidence", "/evidence/\(digest.prefix(2))", "/checklists"] {
      #expect(try bench.mode("dossier\(name)") == 0o700, "\(name)")
    }
    #expect(try bench.mode(bench.journal()) == 0o600)
    #expect(try bench.mode("dossier/dossier.json") == 0o600)
    #expect(try bench.mode("dossier/evidence/\(digest.prefix(2))/\(digest)") == 0o444)
  }

  @Test func `names its first operation, which says what it is for and who opened it`() throws {
    let dossier = try bench.dossier()
    let first = try #require(dossier.state.history.operations.first)
    #expect(dossier.id == first.id)
    #expect(first.events.map { $0?.kind } == ["dossier.created", "writer.opened"])
    #expect(first.events.map { $0?.by } == ["ana", "ana"])
    #expect(first.events.last??["why"] == "new")
    #expect(dossier.state.title == "Préfecture")
    #expect(dossier.state.purpose == .real)
  }

  @Test func `holds nothing of the machine`() throws {
    let workplace = bench.workplace("d41d8cd98f00b204")
    let dossier = try bench.dossier(at: workplace)
    try dossier.name("digne", "Digne")
    for (name, bytes) in try bench.tree("dossier") {
      #expect(!bytes.text.contains("d41d8cd9"), "\(name)")
      #expect(!bytes.text.contains(bench.path), "\(name)")
    }
  }

  @Test func `tells git to keep its hands off the bytes`() throws {
    _ = try bench.dossier()
    #expect(
      try bench.read("dossier/.gitattributes").text == "* -text\njournal/** merge=union\n")
    #expect(
      try bench.read("dossier/.gitignore").text == "/evidence/\n/exports/\n*.torn-*\n*.suspect\n")
  }

  @Test func `says under which clock an entry was written, when the clock was given`() throws {
    var workplace = bench.workplace()
    workplace.isClockGiven = true
    let dossier = try bench.dossier(at: workplace)
    let written = dossier.state.history.operations
    #expect(try bench.read(bench.journal()).text.contains(#""clock":"given""#))
    #expect(try bench.open().state.history.operations.map(\.events) == written.map(\.events))
  }

  @Test func `salts every body`() throws {
    let dossier = try bench.dossier()
    try dossier.enter([.site("a", "A"), .site("a", "A")])
    let line = try #require(try bench.read(bench.journal()).lines.last)
    let bodies = line.split(separator: 0x09).dropFirst(2).map(Array.init)
    #expect(bodies.count == 2)
    #expect(Set(bodies).count == 2)
    let salts = try bodies.map { try JSON.parse($0)["salt"]?.text?.count }
    #expect(salts == [32, 32])
  }
}

extension Event {
  /// A file taken in as evidence.
  static func attachment(_ digest: String, key: String = "00000000000000e1") -> Event {
    Event(
      "evidence.attached", by: "ana",
      [
        "record": .text(key), "id": "P1", "form": "file", "sha256": .text(digest),
        "name": "releve.csv",
      ])
  }
}

/// What the first version of the format writes under one seed.
private enum Golden {
  static let writer = "95035294f2065da4"

  static let dossier = #"""
    {"format":1,"id":"e99f49a3af737b8c1eadf95a9ff357ba9ec6753866982e4f18410c6edc1bc0e1"}

    """#

  static let journal = #"""
    e99f49a3af737b8c1eadf95a9ff357ba9ec6753866982e4f18410c6edc1bc0e1\#t{"at":"2026-11-21T08:\#
    47:04.560Z","body":["e5ea694d1a9926b46aa1728883af764ff0014130fcd11b689cdb090e1a9feea5","\#
    e9234145948948f03f01553a5a6d461d8d0315b1cf2320348152c87754547bbf"],"n":1,"prev":"0000000\#
    000000000000000000000000000000000000000000000000000000000","seen":[],"v":1,"w":"95035294\#
    f2065da4"}\#t{"by":"ana","kind":"dossier.created","purpose":"real","salt":"d5aebfbee6b7d\#
    cf2751d0760e899d591","title":"Préfecture","tool":"constat test"}\#t{"by":"ana","kind":"w\#
    riter.opened","salt":"5011351f0743755e9dde554311414084","tool":"constat test","why":"new\#
    ","writer":"95035294f2065da4"}
    257987cd088f243bd2ea360546ca1a66a85ab464a43854ed1a3cd96c8c09febe\#t{"at":"2026-11-21T08:\#
    47:04.560Z","body":["969ad9a2128c096d7fec8895aea8ecfe9985b4edb7cbca2d309cb9b408be0b41"],\#
    "n":2,"prev":"e99f49a3af737b8c1eadf95a9ff357ba9ec6753866982e4f18410c6edc1bc0e1","seen":[\#
    ],"v":1,"w":"95035294f2065da4"}\#t{"by":"ana","kind":"site.set","name":"Digne","salt":"2\#
    2398c1133caaad76eef4108245b354b","site":"digne"}

    """#
}
