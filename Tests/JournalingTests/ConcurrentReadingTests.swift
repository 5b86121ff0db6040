import Auditing
import Signing
import Synchronization
import Testing

@testable import Journaling

/// Work that is done once, when it is asked for the first time after it was armed.
final class Interlude: Sendable {
  private let isDue = Mutex(false)
  private let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  func arm() { isDue.withLock { $0 = true } }

  func run() {
    let isNow = isDue.withLock { due in
      defer { due = false }
      return due
    }
    if isNow { work() }
  }
}

/// What another process writes between two files that this one reads is no fault of the journals.
struct `A journal that grows while it is read` {
  private let bench: Workbench
  private let dossier: DossierFolder

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
    try dossier.name("digne", "Digne")
  }

  /// Another process of this place, which names a site.
  private func other() -> Interlude {
    let (path, place) = (dossier.path, bench.workplace())
    return Interlude { _ = try? DossierFolder.open(path, at: place).name("gap", "Gap") }
  }

  @Test func `before the register of writers is read lacks nothing`() throws {
    let other = other()
    var disk = Disk.system
    disk.named = { (path) throws(SigningError) in
      if path.contains("/constat/writers/") { other.run() }
      return try Disk.system.named(path)
    }
    let reading = try bench.open(at: bench.workplace(disk: disk))
    other.arm()
    let check = try reading.verify()
    #expect(try bench.open().siteNames.count == 2, "the other process wrote")
    #expect(check.damages.isEmpty && check.isWhole)
    #expect(try reading.outstanding(check).isEmpty)
    other.arm()
    #expect(reading.openLosses.isEmpty)
  }

  @Test func `and lost what was acknowledged lacks it still`() throws {
    let journal = try bench.journal()
    let bytes = try bench.read(journal)
    try dossier.name("gap", "Gap")
    dossier.remember()
    try bench.write(journal, bytes)
    let kinds = try bench.open().verify().damages.map(\.kind)
    #expect(kinds == [.lostEntries(acknowledged: 3, found: 2)])
  }

  @Test func `before another names what it has seen of it misses nothing`() throws {
    try bench.open(at: bench.workplace("far")).name("nice", "Nice")
    let writers = try dossier.writersOnDisk().sorted()
    let (first, last) = (try #require(writers.first), try #require(writers.last))
    let (path, places) = (dossier.path, [bench.workplace(), bench.workplace("far")])
    let isFirstHere = dossier.state.history.operations.first?.writer == first
    // First the writer whose file was read already, then the other, who has seen it.
    let others = Interlude {
      for place in isFirstHere ? places : places.reversed() {
        _ = try? DossierFolder.open(path, at: place).name("gap", place.machine)
      }
    }
    var disk = Disk.system
    disk.open = { (path, flags) throws(SigningError) in
      if path.hasSuffix("\(last).journal") { others.run() }
      return try Disk.system.open(path, flags)
    }
    others.arm()
    let reading = try bench.open(at: bench.workplace("third", disk: disk))
    #expect(reading.state.history.missing.isEmpty)
    #expect(reading.siteNames["gap"] != nil)
    others.arm()
    let check = try reading.verify()
    #expect(check.missing.isEmpty && check.isWhole)
  }
}
