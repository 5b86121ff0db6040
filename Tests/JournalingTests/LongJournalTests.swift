import Auditing
import Testing

@testable import Journaling

struct `A journal so long that its halves are read at the same time` {
  private let bench: Workbench
  private let journal: String
  private let bytes: [UInt8]
  private let ids: [String]

  /// Short lines, and between them some that are longer than a piece.
  init() throws {
    bench = try Workbench()
    let dossier = try bench.dossier()
    for n in 0..<12 {
      let name = String(repeating: "é", count: 150_000 + n)
      try dossier.enter([.site("a\(n)", "A\(n)"), .site("b\(n)", name), .site("c", name)])
      try dossier.name("d\(n % 5)", "D\(n)")
    }
    journal = try bench.journal()
    bytes = try bench.read(journal)
    ids = dossier.state.history.operations.map(\.id)
  }

  /// What its lines say, one read after the other.
  private func readLineByLine() throws -> [Auditing.Operation] {
    var reader = JournalReader(writer: String(journal.dropLast(8).suffix(16)))
    return bytes.lines.flatMap { reader.read($0 + [Line.end]) }
  }

  private func opened() throws -> DossierFolder {
    let dossier = try bench.open()
    // What is read is read anew by the array as well, with its hashes.
    let writer = try #require(dossier.readers.keys.first)
    var reader = JournalReader(writer: writer)
    let known = dossier.readers[writer]?.length ?? 0
    let again = reader.read(Array(try bench.read(journal).prefix(known)), checkingHashes: true)
    #expect(again.map(\.id) == dossier.state.history.operations.map(\.id))
    return dossier
  }

  @Test func `says what its lines say one after the other`() throws {
    #expect(bytes.count > JournalReader.Halves.least)
    let state = State(History(uniting: try readLineByLine()))
    let dossier = try opened()
    #expect(dossier.state.canonicalText == state.canonicalText)
    #expect(dossier.state.history.operations.map(\.id) == ids)
    try dossier.name("last", "Last")
    #expect(try opened().siteNames["last"] == "Last")
    #expect(try bench.open().verify().isWhole)
  }

  @Test(arguments: [1, 300_000, 700_000])
  func `counts as far as it is whole when its end is torn`(_ torn: Int) throws {
    try bench.write(journal, bytes + bytes.suffix(700_001).prefix(torn).map { $0 == 10 ? 9 : $0 })
    let dossier = try opened()
    #expect(dossier.state.history.operations.map(\.id) == ids)
    #expect(dossier.readers.values.map(\.torn) == [torn])
    #expect(dossier.damages.isEmpty)
  }

  @Test(arguments: [3, 12, 17, 24])
  func `counts up to the line that is damaged, wherever that is`(_ line: Int) throws {
    var lines = bytes.lines
    lines[line - 1][70] ^= 4
    try bench.write(journal, Array(lines.joined(separator: [Line.end])) + [Line.end])
    let dossier = try opened()
    #expect(dossier.damages.map(\.line) == [line])
    #expect(dossier.state.history.operations.map(\.id) == Array(ids.prefix(line - 1)))
  }

  @Test func `counts no line that does not follow the one before`() throws {
    var lines = bytes.lines
    lines.swapAt(19, 20)
    try bench.write(journal, Array(lines.joined(separator: [Line.end])) + [Line.end])
    let dossier = try opened()
    #expect(dossier.damages.map(\.line) == [20])
    #expect(dossier.state.history.operations.count == 19)
  }

  @Test func `counts no further than its mark says after a failed synchronisation`() throws {
    let length = bytes.lines.prefix(18).reduce(0) { $0 + $1.count + 1 }
    try bench.write("\(journal).suspect", "\(length)\n")
    #expect(try opened().state.history.operations.map(\.id) == Array(ids.prefix(18)))
  }

  @Test func `is read in another form than this program writes`() throws {
    let dossier = try bench.open()
    try dossier.enter([Event("site.set", by: "ana", ["site": "x", "name": "X", "名": 1])])
    try dossier.name("y", "Y")
    #expect(try opened().siteNames["y"] == "Y")
    #expect(try bench.open().state.history.operations.count == ids.count + 2)
  }
}
