import Auditing
import Testing

@testable import Journaling

struct `The check of the journals` {
  private let bench: Workbench
  private let dossier: DossierFolder

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
  }

  private func check(_ writer: String) throws -> JournalCheck {
    try #require(try bench.open().checkJournals().first { $0.writer == writer })
  }

  @Test func `counts what holds in each`() throws {
    let own = try dossier.name("a", "A").writer
    try dossier.enter([.site("b", "B"), .site("c", "C")])
    let check = try check(own)
    #expect(check.operations == 3)
    #expect(check.bytes == (try bench.read(bench.journal()).count))
    #expect(check.last == dossier.state.history.heads[own])
    #expect(check.damage == nil)
    #expect((check.torn, check.redacted) == (0, 0))
    #expect(!check.isForked)
    #expect(try bench.open().verify().operations == 3)
  }

  @Test func `says how far others have seen it`() throws {
    let own = try dossier.name("a", "A").writer
    #expect(try check(own).witnessed == 0)
    let other = try bench.open(at: bench.workplace("other")).name("b", "B").writer
    try dossier.name("c", "C")
    #expect(try check(own).witnessed == 2)
    #expect(try check(own).operations == 3)
    #expect(try check(other).witnessed == 1)
  }

  @Test func `names the line whose hash does not hold, though it reads as before`() throws {
    for name in ["a", "b", "c"] { try dossier.name(name, "Site \(name)") }
    let journal = try bench.journal()
    var lines = try bench.read(journal).lines
    lines[2] = Array(String(lines[2].text.replacing("Site b", with: "Site x")).utf8)
    try bench.write(journal, Array(lines.joined(separator: [0x0A])) + [0x0A])
    let check = try #require(try bench.open().checkJournals().first)
    #expect(check.damage?.line == 3)
    #expect(check.damage?.kind == .digest(1))
    #expect(check.operations == 2)
  }

  @Test func `reads lines longer than its parts`() throws {
    let long = String(repeating: "é", count: 400_000)
    for _ in 0..<2 {
      try dossier.enter((0..<4).map { .site("s\($0)", "\(long)\($0)") })
    }
    try dossier.name("a", "A")
    let check = try #require(try bench.open().checkJournals().first)
    #expect(check.operations == 4)
    #expect(check.damage == nil)
    #expect(check.torn == 0)
    #expect(try bench.open().verify().isWhole)
  }

  @Test func `counts the bodies that are left out`() throws {
    try dossier.enter([.site("a", "A"), .site("b", "B")])
    let journal = try bench.journal()
    var columns = try bench.read(journal).lines[1].split(separator: 0x09).map(Array.init)
    columns[2] = Line.redacted
    let lines = [try bench.read(journal).lines[0], Array(columns.joined(separator: [0x09]))]
    try bench.write(journal, Array(lines.joined(separator: [0x0A])) + [0x0A])
    #expect(try bench.open().verify().redacted == 1)
    #expect(try bench.open(at: bench.workplace("other")).verify().isWhole)
    #expect(try !bench.open().verify().isWhole)
  }
}

struct `A verification of what others wrote` {
  private let bench: Workbench
  private let dossier: DossierFolder

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
  }

  @Test func `lists the forks, which are no damage`() throws {
    let last = try dossier.name("a", "A")
    try bench.copy("dossier", to: "copy")
    try bench.copy("state-machine", to: "state-kept")
    let mine = try dossier.name("b", "B")
    let bytes = try bench.read(bench.journal())
    try bench.remove("state-machine")
    try bench.copy("state-kept", to: "state-machine")
    try bench.remove("dossier")
    try bench.copy("copy", to: "dossier")
    let theirs = try bench.open().name("c", "C")
    #expect(theirs.writer == mine.writer)
    let line = try #require(try bench.read(bench.journal()).lines.last)
    try bench.write(try bench.journal(), bytes + line + [0x0A])
    let verification = try bench.open().verify()
    #expect(verification.damages.isEmpty)
    let fork = try #require(verification.forks.first)
    #expect(verification.forks.count == 1)
    #expect((fork.writer, fork.n) == (last.writer, last.n + 1))
    #expect(fork.branches == [mine.identity, theirs.identity].sorted())
    #expect(verification.journals.map(\.isForked) == [true])
  }

  @Test func `tells a journal that was written anew from one that is not here`() throws {
    try dossier.name("a", "A")
    let other = try bench.open(at: bench.workplace("other"))
    let seen = try #require(try other.name("b", "B").seen.first)
    let journal = "dossier/journal/\(seen.writer).journal"
    let line = try bench.read(journal).lines[0] + [0x0A]
    let forged = Operation(
      id: "", writer: seen.writer, n: 2, at: Workbench.clock,
      previous: String(decoding: line.prefix(64), as: UTF8.self), seen: [], events: [])
    let body = Line.encode(.site("a", "Z"), salt: "00", isClockGiven: false)
    try bench.write(journal, line + Line.encode(forged, bodies: [body]).bytes)
    let verification = try bench.open(at: bench.workplace("third")).verify()
    #expect(verification.damages.isEmpty)
    #expect(verification.missing == [seen])
    #expect(verification.contradicted == [seen])
    #expect(!verification.isWhole)
  }

  @Test func `replays first what came since, and reads anew what was written over`() throws {
    try dossier.name("a", "A")
    let held = try bench.open(at: bench.workplace("other"))
    try dossier.name("b", "B")
    #expect(try held.verify().operations == 3)
    #expect(held.siteNames == ["a": "A", "b": "B"])
    #expect(try held.verify().isWhole)
  }
}
