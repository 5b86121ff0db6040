import Auditing
import Foundation
import Journaling
import Signing
import Synchronization
import Testing

/// A disk that writes down each call, and fails one on demand.
private final class Recording: Sendable {
  struct Plan {
    var calls: [String] = []
    var failing: (call: String, time: Int, code: Int32)?
    var shortWrites = false
  }

  let plan = Mutex(Plan())

  private func note(_ call: String) throws(SigningError) {
    let code: Int32? = plan.withLock { plan in
      plan.calls.append(call)
      guard let failing = plan.failing, failing.call == call,
        plan.calls.filter({ $0 == call }).count == failing.time
      else { return nil }
      return failing.code
    }
    if let code { throw .system(call: call, path: "", code: code) }
  }

  /// The disk; only what is asked of journals counts.
  var disk: Disk {
    var disk = Disk.system
    disk.write = { [self] (file, bytes) throws(SigningError) in
      guard file.path.hasSuffix(".journal") else { return try Disk.system.write(file, bytes) }
      try note("write")
      let isShort = plan.withLock(\.shortWrites)
      return try Disk.system.write(file, isShort ? bytes.extracting(first: 7) : bytes)
    }
    disk.synchronize = { [self] (file) throws(SigningError) in
      if file.path.hasSuffix(".journal") { try note("sync") }
      try Disk.system.synchronize(file)
    }
    disk.truncate = { [self] (file, length) throws(SigningError) in
      try note("truncate")
      try Disk.system.truncate(file, length)
    }
    return disk
  }
}

struct `An operation` {
  @Test func `is one write and one synchronisation, and is acknowledged only then`() throws {
    let bench = try Bench()
    _ = try bench.dossier()
    let recording = Recording()
    let dossier = try bench.open("d", recording.disk)
    try dossier.enterSite("a")
    #expect(recording.plan.withLock(\.calls) == ["write", "sync"])
  }

  @Test func `goes on after a short write`() throws {
    let bench = try Bench()
    _ = try bench.dossier()
    let recording = Recording()
    recording.plan.withLock { $0.shortWrites = true }
    try bench.open("d", recording.disk).enterSite("a")
    #expect(try bench.open().state.sites.map(\.id) == ["a"])
    #expect(try bench.open().verify().isWhole)
  }

  @Test(arguments: [28, 5, 122, 27, 30] as [Int32])
  func `that cannot be written leaves the file as it was`(_ code: Int32) throws {
    let bench = try Bench()
    try bench.dossier().enterSite("a")
    let file = try #require(try bench.journals().first)
    let before = try bench.bytes(file)
    let recording = Recording()
    recording.plan.withLock { plan in
      plan.shortWrites = true
      plan.failing = ("write", 3, code)
    }
    let dossier = try bench.open("d", recording.disk)
    do {
      try dossier.enterSite("b")
      Issue.record("the write did not fail")
    } catch let error as JournalError {
      guard case .writeFailed(_, code) = error else {
        Issue.record("\(error)")
        return
      }
    }
    #expect(try bench.bytes(file) == before)
    #expect(dossier.state.sites.map(\.id) == ["a"])
    try bench.open().enterSite("c")
    #expect(try bench.open().state.sites.map(\.id) == ["a", "c"])
  }

  @Test func `whose synchronisation fails is refused aloud, kept apart, and never retried`() throws
  {
    let bench = try Bench()
    try bench.dossier().enterSite("a")
    let recording = Recording()
    recording.plan.withLock { $0.failing = ("sync", 1, 5) }
    let dossier = try bench.open("d", recording.disk)
    var rescue: String?
    do {
      try dossier.enterSite("b")
      Issue.record("the synchronisation did not fail")
    } catch let error as JournalError {
      guard case .syncFailed(_, 5, let path, let entry) = error else {
        Issue.record("\(error)")
        return
      }
      rescue = path
      #expect(entry.contains(#""site":"b""#))
    }
    #expect(recording.plan.withLock(\.calls) == ["write", "sync"])
    let kept = String(decoding: try bench.bytes(try #require(rescue)), as: UTF8.self)
    #expect(kept.contains(#""site":"b""#))
    // What was refused aloud does not count, and the next operation says what was set aside.
    let again = try bench.open()
    #expect(again.state.sites.map(\.id) == ["a"])
    try again.enterSite("c")
    let last = try bench.open()
    #expect(last.state.sites.map(\.id) == ["a", "c"])
    let kinds = last.state.history.operations.flatMap { $0.events.compactMap { $0?.kind } }
    #expect(kinds.contains("journal.recovered"))
    #expect(try last.verify().isWhole)
    #expect(try bench.names().contains { $0.contains(".torn-") })
  }
}

struct `An operation on a disk that makes nothing last` {
  @Test func `leaves its mark and its rescue copy all the same, and does not count`() throws {
    let bench = try Workbench()
    try bench.dossier().name("a", "Site a")
    var disk = Disk.system
    disk.synchronize = { (file) throws(SigningError) in
      throw .system(call: "fdatasync", path: file.path, code: 5)
    }
    disk.synchronizeFolder = { (path) throws(SigningError) in
      throw .system(call: "fsync", path: path, code: 5)
    }
    let dossier = try bench.open(at: bench.workplace(disk: disk))
    do {
      try dossier.name("b", "Site b")
      Issue.record("the synchronisation did not fail")
    } catch JournalError.syncFailed(_, _, let rescue, _) {
      #expect(FileManager.default.fileExists(atPath: try #require(rescue)))
    }
    #expect(try bench.names("dossier/journal").contains { $0.hasSuffix(".suspect") })
    #expect(try bench.open().siteNames == ["a": "Site a"])
  }
}

struct `A history, of which no copy is kept while an operation is prepared` {
  @Test func `is as it was after one that was abandoned, and after one that could not be written`()
    throws
  {
    let scene = Scene()
    let folder = try scene.create()
    for n in 0..<40 { scene.enter("s\(n)", in: folder) }
    let before = folder.state.canonicalText
    try folder.begin()
    folder.add(.site("s1", "Autre"))
    #expect(folder.siteNames["s1"] == "Autre")
    folder.abandon()
    #expect(folder.state.canonicalText == before)
    scene.disk.settle()
    scene.enter("trial", in: folder)
    let write = try #require(scene.disk.calls.firstIndex { $0.hasPrefix("write ") })
    let after = folder.state.canonicalText
    scene.disk.settle(.failing(call: write + 1, code: 28))
    scene.enter("refused", in: folder)
    #expect(scene.refused == ["refused"])
    #expect(folder.state.canonicalText == after)
    scene.disk.settle()
    scene.enter("last", in: folder)
    #expect(scene.acknowledged.contains("last"))
    #expect(folder.state.canonicalText == (try scene.open().state.canonicalText))
  }
}
