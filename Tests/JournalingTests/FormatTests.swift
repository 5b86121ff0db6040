import Auditing
import Foundation
import Journaling
import Signing
import Testing

struct `A journal on disk` {
  @Test func `holds one line an operation, whose id is the digest of its header`() throws {
    let bench = try Bench()
    let dossier = try bench.dossier()
    try dossier.begin()
    dossier.add(Event("site.set", by: "ann", ["site": "a", "name": "A"]))
    dossier.add(Event("site.set", by: "ann", ["site": "b", "name": "B"]))
    let operation = try #require(try dossier.commit())
    let bytes = try bench.bytes(try #require(try bench.journals().first))
    let lines = bytes.split(separator: 0x0A)
    #expect(bytes.last == 0x0A)
    #expect(lines.count == 2)
    let columns = lines[1].split(separator: 0x09).map(Array.init)
    #expect(columns.count == 4)
    #expect(String(decoding: columns[0], as: UTF8.self) == operation.id)
    #expect(Digest.of(columns[1]).hex == operation.id)
    let header = try #require(
      try JSONSerialization.jsonObject(with: Data(columns[1])) as? [String: Any])
    #expect(header.keys.sorted() == ["at", "body", "n", "prev", "seen", "v", "w"])
    #expect(header["body"] as? [String] == [Digest.of(columns[2]).hex, Digest.of(columns[3]).hex])
    #expect(header["n"] as? Int == 2)
    #expect(header["prev"] as? String == String(decoding: lines[0].prefix(64), as: UTF8.self))
  }

  @Test func `is private, and its dossier names the first operation`() throws {
    let bench = try Bench()
    let dossier = try bench.dossier()
    let file = try #require(try bench.journals().first)
    #expect(try bench.mode(file) == 0o600)
    for name in ["", "/journal", "/evidence", "/checklists", "/exports", "/checkpoints"] {
      #expect(try bench.mode("\(bench.root)/d\(name)") == 0o700, "\(name)")
    }
    let identity = String(decoding: try bench.bytes("\(bench.root)/d/dossier.json"), as: UTF8.self)
    #expect(identity == #"{"format":1,"id":"\#(dossier.id)"}"# + "\n")
    let first = try bench.bytes(file).prefix(64)
    #expect(String(decoding: first, as: UTF8.self) == dossier.id)
  }

  @Test func `keeps what belongs to the machine outside the dossier`() throws {
    let bench = try Bench()
    let dossier = try bench.dossier()
    try dossier.enterSite("a")
    let state = "\(bench.root)/state/constat/writers/\(dossier.id)"
    #expect(FileManager.default.fileExists(atPath: state))
    let text = String(decoding: try bench.bytes(state), as: UTF8.self)
    #expect(text.contains("machine-1"))
    let walker = FileManager.default.enumerator(atPath: "\(bench.root)/d")
    for case let name as String in walker ?? .init() {
      let bytes = (try? bench.bytes("\(bench.root)/d/\(name)")) ?? []
      #expect(!String(decoding: bytes, as: UTF8.self).contains(bench.root), "\(name)")
    }
  }

  @Test func `is replayed to the same state`() throws {
    let bench = try Bench()
    let dossier = try bench.dossier()
    for id in ["a", "b", "c"] { try dossier.enterSite(id) }
    try dossier.enterSite("b", "Autre nom")
    let again = try bench.open()
    #expect(again.id == dossier.id)
    #expect(again.state.sites == dossier.state.sites)
    #expect(again.state.sites.map(\.name) == ["a", "Autre nom", "c"])
  }

  @Test func `does not change by a byte when an operation is abandoned`() throws {
    let bench = try Bench()
    let dossier = try bench.dossier()
    try dossier.enterSite("a")
    let file = try #require(try bench.journals().first)
    let before = try bench.bytes(file)
    try dossier.begin()
    dossier.add(Event("site.set", by: "ann", ["site": "b", "name": "B"]))
    #expect(dossier.state.sites.map(\.id) == ["a", "b"])
    dossier.abandon()
    #expect(try bench.bytes(file) == before)
    #expect(dossier.state.sites.map(\.id) == ["a"])
  }

  @Test func `refuses a folder that holds something`() throws {
    let bench = try Bench()
    try FileManager.default.createDirectory(
      atPath: "\(bench.root)/d", withIntermediateDirectories: true)
    try bench.write(Array("x".utf8), to: "\(bench.root)/d/file")
    #expect(throws: JournalError.self) { try bench.dossier() }
    #expect(try bench.bytes("\(bench.root)/d/file") == Array("x".utf8))
  }

  @Test func `follows no symbolic link`() throws {
    let bench = try Bench()
    _ = try bench.dossier()
    let file = try #require(try bench.journals().first)
    let aside = "\(bench.root)/aside"
    try FileManager.default.moveItem(atPath: file, toPath: aside)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: aside)
    let read = try bench.open()
    #expect(read.damages.contains { $0.kind == .notAFile })
    #expect(read.state.history.operations.isEmpty)
  }
}
