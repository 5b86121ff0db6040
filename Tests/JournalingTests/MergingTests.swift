import Auditing
import Foundation
import Signing
import Testing

@testable import Journaling

struct `A merge` {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  /// A dossier with three sites and a copy of it on another machine.
  private func pair() throws -> (DossierFolder, DossierFolder) {
    let ours = try bench.dossier()
    for site in ["a", "b", "c"] { try ours.name(site, "Site \(site)") }
    try bench.copy("dossier", to: "copy")
    return (try bench.open(), try bench.open("copy", at: bench.workplace("other")))
  }

  private func source(_ name: String) throws -> MergeSource { try .dossier(bench.at(name)) }

  /// The bytes of every journal of a dossier, by name.
  private func journals(_ name: String) throws -> [String: [UInt8]] {
    var journals: [String: [UInt8]] = [:]
    for file in try bench.names("\(name)/journal") {
      journals[file] = try bench.read("\(name)/journal/\(file)")
    }
    return journals
  }

  @Test func `brings what another copy entered`() throws {
    let (ours, theirs) = try pair()
    try theirs.name("d", "Digne", by: "bob")
    let outcome = try ours.merge(source("copy"))
    #expect(outcome.operations == 1)
    #expect(outcome.writers.count == 1)
    #expect(outcome.people["bob"] == 1)
    #expect(!outcome.isUndecided)
    #expect(ours.siteNames["d"] == "Digne")
    #expect(try bench.open().siteNames == ours.siteNames)
  }

  @Test func `gives the same bytes in either order`() throws {
    let (ours, theirs) = try pair()
    for n in 0..<5 {
      try ours.name("o\(n)", "Ours \(n)")
      try theirs.name("t\(n)", "Theirs \(n)")
    }
    try bench.copy("dossier", to: "before")
    try ours.merge(source("copy"))
    try theirs.merge(source("before"))
    #expect(try journals("dossier") == journals("copy"))
    #expect(ours.siteNames == theirs.siteNames)
    #expect(try ours.verify().isWhole)
  }

  @Test func `done again changes nothing`() throws {
    let (ours, theirs) = try pair()
    try theirs.name("d", "Digne")
    try ours.merge(source("copy"))
    let before = try bench.tree("dossier")
    let outcome = try ours.merge(source("copy"))
    #expect(outcome.isEmpty)
    #expect(try bench.tree("dossier") == before)
  }

  @Test func `writes no entry`() throws {
    let (ours, theirs) = try pair()
    try theirs.name("d", "Digne")
    let before = ours.state.history.operations.count
    try ours.merge(source("copy"))
    #expect(ours.state.history.operations.count == before + 1)
  }

  @Test func `names what it left to decide`() throws {
    let (ours, theirs) = try pair()
    try ours.name("a", "Barcelonnette")
    try theirs.name("a", "Forcalquier")
    let outcome = try ours.merge(source("copy"))
    #expect(outcome.newConflicts == 1)
    #expect(outcome.isUndecided)
    #expect(ours.state.conflicts.count == 1)
    #expect(try ours.merge(source("copy")).newConflicts == 0)
  }

  @Test func `can be looked at before it is done`() throws {
    let (ours, theirs) = try pair()
    try ours.name("a", "Barcelonnette")
    try theirs.name("a", "Forcalquier")
    let before = try bench.tree("dossier")
    let preview = try ours.preview(merging: source("copy"))
    #expect(preview.operations == 1)
    #expect(preview.newConflicts == 1)
    #expect(try bench.tree("dossier") == before)
    #expect(ours.state.conflicts.isEmpty)
  }

  @Test func `lets both go on entering`() throws {
    let (ours, theirs) = try pair()
    try theirs.name("d", "Digne")
    try ours.merge(source("copy"))
    let next = try ours.name("e", "Sisteron")
    #expect(next.seen.count == 1)
    #expect(try theirs.merge(source("dossier")).operations == 1)
    try theirs.name("f", "Manosque")
    #expect(try ours.merge(source("copy")).operations == 1)
    #expect(try ours.verify().isWhole)
  }

  @Test func `takes one journal alone`() throws {
    let (ours, theirs) = try pair()
    let operation = try theirs.name("d", "Digne")
    let path = bench.at("copy/journal/\(operation.writer).journal")
    #expect(try MergeSource.kind(of: path) == .journal)
    #expect(try ours.merge(.journal(path)).operations == 1)
    #expect(ours.siteNames["d"] == "Digne")
  }

  @Test func `refuses a journal that nothing ties to the dossier`() throws {
    let (ours, _) = try pair()
    let stranger = try bench.dossier("stranger")
    try stranger.name("x", "Ailleurs")
    try bench.copy("stranger", to: "second")
    let second = try bench.open("second", at: bench.workplace("other"))
    let operation = try second.name("y", "Plus loin")
    let path = bench.at("second/journal/\(operation.writer).journal")
    #expect(throws: MergeRefusal.unrelated(path: path)) {
      try ours.merging { try ours.merge(.journal(path)) }
    }
  }

  @Test func `of itself is refused`() throws {
    let (ours, _) = try pair()
    #expect(throws: MergeRefusal.itself) {
      try ours.merging { try ours.merge(source("dossier")) }
    }
  }

  @Test func `stops where it is asked to`() throws {
    let (ours, theirs) = try pair()
    try theirs.name("d", "Digne")
    let before = try bench.tree("dossier")
    #expect(throws: MergeRefusal.cancelled) {
      try ours.merging {
        try ours.merge(source("copy"), { _ throws(EvidenceLocker.Stopped) in throw .init() })
      }
    }
    #expect(try bench.tree("dossier") == before)
  }

  @Test func `tells how far it is`() throws {
    let (ours, theirs) = try pair()
    try theirs.name("d", "Digne")
    var last = MergeProgress()
    try ours.merge(source("copy")) { last = $0.lines > 0 ? $0 : last }
    #expect(last.lines == 1)
    #expect(last.bytes > 100)
  }
}

extension DossierFolder {
  /// Does something and throws why a merge was refused as such.
  func merging(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch JournalError.merging(let refusal) {
      throw refusal
    }
  }
}
