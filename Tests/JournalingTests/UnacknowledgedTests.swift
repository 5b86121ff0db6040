import Auditing
import Foundation
import Glibc
import Testing

@testable import Journaling

/// What a synchronisation failed for was said not to be recorded: no copy is to hold it.
struct `An entry that was not acknowledged` {
  private let shared: Shared
  private let failed: DossierFolder
  /// What its journal counts.
  private let bytes: [UInt8]
  private let journal: String

  init() throws {
    shared = try Shared()
    let bench = shared.bench
    try bench.copy("dossier", to: "other")
    try bench.open().name("digne", "Digne")
    journal = try bench.journal()
    bytes = try bench.read(journal)
    let recording = RecordingDisk(failingSynchronization: (1, EIO))
    let failing = try bench.open(at: bench.workplace(disk: recording.disk))
    #expect(throws: JournalError.self) { try failing.name("gap", "Gap") }
    #expect(try bench.read(journal).count > bytes.count)
    failed = try bench.open()
  }

  @Test func `is named for what it is, and set aside without another entry`() throws {
    let bench = shared.bench
    let kept = try bench.read(journal).count - bytes.count
    #expect(try failed.verify().damages.map(\.kind) == [.unacknowledged(bytes: kept)])
    #expect(failed.unacknowledgedEnds.map(\.kind) == [.unacknowledged(bytes: kept)])
    let count = failed.state.history.operations.count
    try failed.setAsideUnacknowledged()
    #expect(failed.unacknowledgedEnds.isEmpty)
    #expect(try failed.verify().isWhole)
    #expect(failed.state.history.operations.count == count)
    #expect(try bench.read(journal) == bytes)
    let aside = try bench.names("dossier/journal").filter { $0.contains("-suspect-") }
    #expect(aside.count == 1)
    try failed.name("gap", "Gap")
    #expect(failed.events("journal.recovered").map { $0["why"]?.text } == ["suspect"])
  }

  @Test func `is an unfinished line to whoever cannot set it aside`() throws {
    let far = shared.bench.workplace("far")
    let kept = try shared.bench.read(journal).count - bytes.count
    let copy = try shared.bench.open(at: far)
    #expect(try copy.verify().damages.map(\.kind) == [.torn(bytes: kept)])
    try copy.setAsideUnacknowledged()
    #expect(try shared.bench.read(journal).count == bytes.count + kept)
  }

  @Test func `is not committed to git`() throws {
    try shared.sync(failed)
    let name = journal.dropFirst("dossier/".count)
    let text = try shared.git("-C", shared.remote, "cat-file", "blob", "main:\(name)")
    #expect(Array(text.utf8) == bytes)
  }

  @Test func `is not in a copy that sync makes in a folder`() throws {
    var request = shared.request(shared.bench.at("stick"))
    request.creates = true
    _ = try failed.sync(request)
    let name = journal.dropFirst("dossier/".count)
    #expect(try shared.bench.read("stick/\(name)") == bytes)
  }

  @Test func `is not merged from the dossier or its journal`() throws {
    let bench = shared.bench
    for source in [
      try MergeSource.dossier(bench.at("dossier")), try .journal(bench.at(journal)),
    ] {
      try bench.copy("other", to: "into")
      let into = try bench.open("into", at: bench.workplace("into"))
      _ = try into.merge(source)
      #expect(into.siteNames == ["digne": "Digne"])
      try bench.remove("into")
    }
  }

  @Test func `does not make its writer fork when that goes on`() throws {
    let bench = shared.bench
    let other = try bench.open("other", at: bench.workplace("other"))
    try shared.sync(failed)
    try shared.sync(other)
    try bench.open().name("nice", "Nice")
    try shared.sync(try bench.open())
    try shared.sync(other)
    #expect(other.siteNames == ["digne": "Digne", "nice": "Nice"])
    #expect(try other.verify().forks.isEmpty)
  }
}
