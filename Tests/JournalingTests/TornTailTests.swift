import Auditing
import Signing
import Testing

@testable import Journaling

struct `A torn tail` {
  private let bench: Workbench
  private let journal: String
  /// The file with all that was acknowledged, and the same with one line more.
  private let whole: [UInt8]
  private let longer: [UInt8]

  init() throws {
    bench = try Workbench()
    let dossier = try bench.dossier()
    try dossier.name("digne", "Digne")
    journal = try bench.journal()
    whole = try bench.read(journal)
    let register = "state-machine/constat/writers/\(dossier.id)"
    let known = try bench.read(register)
    try dossier.name("digne", "Autre")
    longer = try bench.read(journal)
    try bench.write(register, known)
  }

  private var torn: [String] {
    get throws { try bench.names("dossier/journal").filter { $0.contains(".torn-") } }
  }

  @Test func `at every byte of the last line leaves what is before it`() throws {
    for length in whole.count...longer.count {
      try bench.write(journal, Array(longer.prefix(length)))
      let dossier = try bench.open()
      let isTorn = length > whole.count && length < longer.count
      #expect(dossier.siteNames == ["digne": length == longer.count ? "Autre" : "Digne"])
      let verification = try dossier.verify()
      #expect(verification.isWhole)
      #expect(verification.unfinished.isEmpty != isTorn)
      #expect(try bench.read(journal).count == length)
      try dossier.begin()
      dossier.abandon()
      guard isTorn else { continue }
      #expect(try bench.read(journal) == whole)
      let name = try #require(try torn.first)
      #expect(try bench.read("dossier/journal/\(name)") == Array(longer[whole.count..<length]))
      try bench.remove("dossier/journal/\(name)")
    }
  }

  @Test func `is said with the next operation, though others were abandoned before`() throws {
    let tail = Array(longer[whole.count...].prefix(100))
    try bench.write(journal, whole + tail)
    let dossier = try bench.open()
    for _ in 0..<2 {
      try dossier.begin()
      dossier.add(.site("digne", "Non"))
      dossier.abandon()
    }
    let operation = try dossier.name("gap", "Gap", by: "bob")
    #expect(operation.events.map { $0?.kind } == ["journal.recovered", "site.set"])
    let recovered = try #require(operation.events.first ?? nil)
    #expect(recovered["bytes"] == 100)
    #expect(recovered["sha256"] == .text(Digest.of(tail).hex))
    #expect(recovered["why"] == "torn")
    #expect(recovered.by == "bob")
    try bench.open().name("nice", "Nice")
    #expect(try bench.open().events("journal.recovered").count == 1)
    #expect(try bench.open().verify().isWhole)
  }

  @Test func `twice at one place is kept twice`() throws {
    for tail in ["one", "two"] {
      try bench.write(journal, whole + Array(tail.utf8))
      let dossier = try bench.open()
      try dossier.begin()
      dossier.abandon()
    }
    let kept = try torn.map { try bench.read("dossier/journal/\($0)").text }
    #expect(kept.sorted() == ["one", "two"])
  }

  @Test(arguments: [
    [UInt8](repeating: 0, count: 300), Array("{garbage}\n".utf8), Array("\n\n\n".utf8),
    Array("\t\t\n".utf8), [0xFF, 0xFE, 0x0A], [0x0A],
  ])
  func `of anything is set aside`(_ tail: [UInt8]) throws {
    try bench.write(journal, whole + tail)
    let dossier = try bench.open()
    #expect(dossier.siteNames == ["digne": "Digne"])
    try dossier.name("gap", "Gap")
    #expect(Array(try bench.read(journal).prefix(whole.count)) == whole)
    #expect(dossier.events("journal.recovered").map { $0["bytes"] } == [.integer(tail.count)])
    #expect(try bench.open().verify().isWhole)
  }

  @Test func `that repeats an older line is set aside too`() throws {
    try bench.write(journal, whole + (whole.lines.first ?? []) + [0x0A])
    let dossier = try bench.open()
    try dossier.name("gap", "Gap")
    #expect(try bench.names("dossier/journal").filter { $0.hasSuffix(".journal") }.count == 1)
    #expect(try bench.open().verify().isWhole)
  }

  @Test func `before a whole line is no torn tail: the file is closed as it is`() throws {
    let bytes = whole + Array("{garbage}\n".utf8) + longer[whole.count...]
    try bench.write(journal, bytes)
    let dossier = try bench.open()
    try dossier.name("gap", "Gap")
    #expect(try bench.read(journal) == bytes)
    #expect(dossier.events("writer.opened").last?["why"] == "damaged")
    #expect(try torn.isEmpty)
  }

  @Test func `of another writer is left alone`() throws {
    try bench.write(journal, whole + Array("half a li".utf8))
    let other = try bench.open(at: bench.workplace("other"))
    try other.name("gap", "Gap")
    #expect(other.damages.isEmpty)
    #expect(try bench.read(journal) == whole + Array("half a li".utf8))
    #expect(other.siteNames == ["digne": "Digne", "gap": "Gap"])
  }

  @Test func `that was still arriving counts once it is whole`() throws {
    try bench.write(journal, whole)
    let other = try bench.open(at: bench.workplace("other"))
    try bench.write(journal, Array(longer.dropLast(10)))
    try other.name("gap", "Gap")
    #expect(other.siteNames["digne"] == "Digne")
    try bench.write(journal, longer)
    try other.name("nice", "Nice")
    #expect(other.siteNames["digne"] == "Autre")
    #expect(try bench.open().verify().isWhole)
  }
}
