import Auditing
import Foundation
import Signing
import Testing

@testable import Journaling

/// A dossier and a copy of it, each on its own machine.
struct Copies {
  let bench: Workbench
  let ours: DossierFolder
  let theirs: DossierFolder

  init() throws {
    bench = try Workbench()
    let first = try bench.dossier()
    for site in ["a", "b", "c"] { try first.name(site, "Site \(site)") }
    try bench.copy("dossier", to: "copy")
    ours = try bench.open()
    theirs = try bench.open("copy", at: bench.workplace("other"))
  }

  func source(_ name: String = "copy") throws -> MergeSource { try .dossier(bench.at(name)) }

  /// The journal of the first writer in a dossier, and its lines.
  func first(_ name: String) throws -> (path: String, lines: [[UInt8]]) {
    let writer = ours.state.history.operations[0].writer
    let path = "\(name)/journal/\(writer).journal"
    return (path, try bench.read(path).lines)
  }

  func put(_ lines: [[UInt8]], in path: String) throws {
    try bench.write(path, Array(lines.map { $0 + [0x0A] }.joined()))
  }

  /// Why a merge is refused.
  func refusal(_ source: MergeSource? = nil, isAdopting: Bool = false) throws -> MergeRefusal? {
    do {
      try ours.merge(source ?? self.source(), isAdopting: isAdopting)
      return nil
    } catch JournalError.merging(let refusal) {
      return refusal
    }
  }
}

struct `The source of a merge` {
  private let copies: Copies

  init() throws { copies = try Copies() }

  @Test func `that is damaged gives what precedes the damage, and the place is named`() throws {
    let operation = try copies.theirs.name("d", "Digne")
    try copies.theirs.name("e", "Embrun")
    let path = "copy/journal/\(operation.writer).journal"
    var lines = try copies.bench.read(path).lines
    lines[1][lines[1].count - 5] ^= 1
    try copies.put(lines, in: path)
    let outcome = try copies.ours.merge(copies.source())
    #expect(outcome.operations == 1)
    #expect(outcome.damages.map(\.line) == [2])
    #expect(copies.ours.siteNames["d"] == "Digne")
    #expect(copies.ours.siteNames["e"] == nil)
    #expect(try copies.ours.verify().damages.isEmpty)
  }

  @Test func `whose last line is unfinished gives the whole ones`() throws {
    let operation = try copies.theirs.name("d", "Digne")
    let path = "copy/journal/\(operation.writer).journal"
    let whole = try copies.bench.read(path)
    try copies.bench.write(path, whole + Array("0123".utf8))
    let outcome = try copies.ours.merge(copies.source())
    #expect(outcome.operations == 1)
    #expect(outcome.damages.isEmpty)
    #expect(
      try copies.bench.read("dossier/journal/\(operation.writer).journal") == whole)
  }

  @Test func `mends a damaged file here, whose bytes are kept`() throws {
    let (path, lines) = try copies.first("dossier")
    var damaged = lines
    damaged[2][80] ^= 1
    try copies.put(damaged, in: path)
    let bytes = try copies.bench.read(path)
    let reopened = try copies.bench.open()
    #expect(reopened.damages.count == 1)
    let outcome = try reopened.merge(copies.source())
    #expect(outcome.mended == [String(path.dropFirst(8))])
    #expect(outcome.kept.count == 1)
    #expect(try copies.bench.read("dossier/journal/\(outcome.kept.first ?? "")") == bytes)
    #expect(reopened.damages.isEmpty)
    #expect(try copies.bench.read(path).lines == lines)
    let kept = try copies.bench.names("dossier/journal").filter { $0.contains(".torn-") }
    #expect(try kept.map { try copies.bench.read("dossier/journal/\($0)") } == [bytes])
  }

  @Test(arguments: ["journal/0123456789abcdef.journal", "dossier.json", "journal"])
  func `with a link in it is refused`(_ name: String) throws {
    try copies.theirs.name("d", "Digne")
    let path = copies.bench.at("copy/\(name)")
    try? FileManager.default.removeItem(atPath: path)
    let target = copies.bench.at(name == "journal" ? "dossier/journal" : "dossier/dossier.json")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    #expect(try refused() == .unsafeFile(path: path))
  }

  private func refused() throws -> MergeRefusal? {
    do {
      return try copies.refusal()
    } catch JournalError.merging(let refusal) {
      return refusal
    }
  }

  @Test func `that waits for ever is not waited for`() throws {
    let path = copies.bench.at("copy/journal/0123456789abcdef.journal")
    #expect(unsafe mkfifo(path, 0o600) == 0)
    #expect(try refused() == .unsafeFile(path: path))
  }

  @Test func `of a newer format is refused`() throws {
    try copies.bench.write(
      "copy/dossier.json", #"{"format":2,"id":"\#(copies.ours.id)"}"#)
    #expect(throws: JournalError.self) { try copies.source() }
  }

  @Test func `that is nothing known is refused`() throws {
    let path = try copies.bench.write("notes.txt", "rien de tel\n")
    #expect(throws: JournalError.self) { try MergeSource.kind(of: path) }
    #expect(throws: JournalError.self) { try MergeSource.kind(of: copies.bench.path) }
  }

  @Test func `with names of no journal is read without them`() throws {
    try copies.bench.write("copy/journal/notes.txt", "rien\n")
    try copies.bench.write("copy/journal/..journal", "rien\n")
    #expect(try copies.ours.merge(copies.source()).isEmpty)
    #expect(try copies.bench.names("dossier/journal").count == 1)
  }

  @Test func `of another dossier needs adopting, which joins the two`() throws {
    let stranger = try copies.bench.dossier("stranger")
    try stranger.name("x", "Ailleurs")
    let source = try copies.source("stranger")
    #expect(try copies.refusal(source) == .otherDossier([stranger.id]))
    #expect(try copies.ours.strangers(in: source) == [stranger.id])
    try copies.ours.enter([
      Event(
        "dossier.adopted", by: "ana", ["id": .text(stranger.id), "reason": "même préfecture"])
    ])
    #expect(try copies.ours.merge(source).operations == 2)
    #expect(copies.ours.siteNames["x"] == "Ailleurs")
    #expect(try stranger.merge(copies.source("dossier")).operations == 5)
  }

  @Test func `of another purpose is refused, adopted or not`() throws {
    _ = try DossierFolder.create(
      copies.bench.at("exercise"), title: "Exercice", purpose: .exercise, by: "eve",
      at: copies.bench.workplace())
    let source = try copies.source("exercise")
    let expected = MergeRefusal.otherPurpose(ours: .real, theirs: .exercise)
    #expect(try copies.refusal(source) == expected)
    #expect(try copies.refusal(source, isAdopting: true) == expected)
  }
}

struct `What contradicts` {
  private let copies: Copies

  init() throws { copies = try Copies() }

  /// Writes the last line of the first writer anew, as if something else had been entered.
  private func rewriteLast(of name: String) throws -> (lost: Head, writer: String) {
    var (path, lines) = try copies.first(name)
    let last = try Line.decode(lines[lines.count - 1][...], checkingHashes: true)
    var other = last
    other.id = ""
    let body = Line.encode(.site("z", "Réécrit"), salt: "00", isClockGiven: false)
    let line = Line.encode(other, bodies: [body])
    lines[lines.count - 1] = line.bytes.dropLast()
    try copies.put(lines, in: path)
    return (last.head, last.writer)
  }

  @Test func `what somebody had seen is refused, and nothing is taken`() throws {
    try copies.theirs.name("d", "Digne")
    let (lost, writer) = try rewriteLast(of: "copy")
    let before = try copies.bench.tree("dossier")
    // Here the line that was seen is present: the two are a fork, and nothing contradicts.
    #expect(try copies.ours.preview(merging: copies.source()).forks == [writer])
    // Where it is not, the one who saw it bears witness.
    let (path, lines) = try copies.first("dossier")
    try copies.put(lines.dropLast(), in: path)
    let short = try copies.bench.open(at: copies.bench.workplace("third"))
    let refusal = try #require(throws: JournalError.self) { try short.merge(copies.source()) }
    guard case .merging(.contradictions(let found)) = refusal else {
      Issue.record("\(refusal)")
      return
    }
    #expect(found.map(\.head) == [lost])
    try copies.put(lines, in: path)
    #expect(try copies.bench.tree("dossier") == before)
  }

  @Test func `what this machine remembers is refused`() throws {
    let (lost, _) = try rewriteLast(of: "copy")
    let (path, lines) = try copies.first("dossier")
    try copies.put(lines.dropLast(), in: path)
    let short = try copies.bench.open()
    let refusal = try #require(throws: JournalError.self) { try short.merge(copies.source()) }
    guard case .merging(.contradictions(let found)) = refusal else {
      Issue.record("\(refusal)")
      return
    }
    #expect(found == [Contradiction(lost, by: .remembered)])
  }

  @Test func `a checkpoint that somebody known signed is refused`() throws {
    try copies.theirs.name("d", "Digne")
    let writer = copies.ours.state.history.operations[0].writer
    let head = Head(writer: writer, n: 2, id: String(repeating: "a", count: 64))
    let checkpoint = Checkpoint(dossier: copies.ours.id, head: head)
    let keygen = SSHKeygen(Programs(environment: ProcessInfo.processInfo.environment))
    let key = try SigningKey.ownOrNew(in: copies.bench.at("keys"), Identity("ana"), keygen)
    let register = try AllowedSigners.add(
      Identity("ana"), key.publicKey, comment: "Ana", to: copies.bench.at("allowed_signers"))
    try FileManager.default.createDirectory(
      atPath: copies.bench.at("copy/checkpoints"), withIntermediateDirectories: true)
    try copies.bench.write("copy/checkpoints/\(checkpoint.name)", checkpoint.bytes)
    // Nobody's signature, or one that nobody here knows, contradicts nothing.
    #expect(try copies.ours.merge(copies.source()).checkpoints == 0)
    let signature = try keygen.sign(checkpoint.bytes, .journal, with: key)
    try copies.bench.write("copy/checkpoints/\(checkpoint.name).sig", signature.armored)
    try copies.theirs.name("e", "Embrun")
    var place = copies.bench.workplace()
    place.judge = { CheckpointJudge(keygen, register) }
    let judging = try copies.bench.open(at: place)
    let refusal = try #require(throws: JournalError.self) { try judging.merge(copies.source()) }
    guard case .merging(.contradictions(let found)) = refusal else {
      Issue.record("\(refusal)")
      return
    }
    #expect(found == [Contradiction(head, by: .checkpoint(checkpoint.name))])
    #expect(judging.siteNames["e"] == nil)
  }

  @Test func `two lines after the same one are a fork, and both are kept`() throws {
    let (lost, writer) = try rewriteLast(of: "copy")
    let outcome = try copies.ours.merge(copies.source())
    #expect(outcome.forks == [writer])
    #expect(outcome.isUndecided)
    #expect(outcome.operations == 1)
    let lines = try copies.first("dossier").lines
    let ids = lines.map { String(decoding: $0.prefix(64), as: UTF8.self) }
    #expect(ids.contains(lost.id))
    #expect(ids.suffix(2) == ids.suffix(2).sorted()[...])
    try copies.bench.remove("copy")
    try copies.bench.copy("dossier", to: "copy")
    #expect(try copies.ours.merge(copies.source()).isEmpty)
    // Nobody appends to it again, not even the place whose writer it was.
    #expect(try copies.ours.name("n", "Nouveau").writer != writer)
    #expect(try copies.first("dossier").lines == lines)
  }
}

struct `A body that is redacted` {
  @Test func `is filled from a copy that has it, and never empties one`() throws {
    let copies = try Copies()
    let (path, lines) = try copies.first("copy")
    var columns = lines[2].split(separator: 0x09).map(Array.init)
    columns[2] = Array("redacted".utf8)
    var redacted = lines
    redacted[2] = Array(columns.joined(separator: [0x09]))
    try copies.put(redacted, in: path)
    #expect(try copies.ours.merge(copies.source()).isEmpty)
    let copy = try copies.bench.open("copy", at: copies.bench.workplace("other"))
    let outcome = try copy.merge(copies.source("dossier"))
    #expect(outcome.filled == 1)
    #expect(outcome.operations == 0)
    #expect(try copies.first("copy").lines == lines)
    #expect(copy.siteNames == copies.ours.siteNames)
  }
}

struct `A fork that comes with its acceptance` {
  @Test func `needs no decision any more`() throws {
    let copies = try Copies()
    let bench = copies.bench
    let theirs = copies.theirs
    let operation = try theirs.name("d", "Digne")
    let path = "copy/journal/\(operation.writer).journal"
    try theirs.name("e", "Embrun")
    let one = try bench.read(path).lines
    // A second hand on the file.
    let restored = Operation(
      id: "", writer: operation.writer, n: operation.n + 1, at: operation.at,
      previous: operation.id, seen: [], events: [])
    let body = Line.encode(.site("f", "Forcalquier"), salt: "00", isClockGiven: false)
    let line = Line.encode(restored, bodies: [body])
    try copies.put(one + [Array(line.bytes.dropLast())], in: path)
    let forked = try bench.open("copy", at: bench.workplace("far"))
    #expect(forked.openForks.count == 1)
    let event = try forked.acceptance(of: operation.writer, reason: "vu", by: "bob")
    try forked.enter([#require(event)])
    let outcome = try copies.ours.merge(copies.source())
    #expect(outcome.forks.isEmpty && !outcome.isUndecided)
  }
}
