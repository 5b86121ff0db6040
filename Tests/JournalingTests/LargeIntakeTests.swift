import Auditing
import Foundation
import Signing
import Synchronization
import Testing

@testable import Journaling

/// A film of several parts, the last of which is no whole page.
struct `A large file taken in as evidence` {
  private let bench: Workbench
  private let bytes: [UInt8]
  private let path: String

  init() throws {
    bench = try Workbench()
    var bytes: [UInt8] = []
    let block = bench.random(65_521)
    while bytes.count < 17 << 20 { bytes += block }
    self.bytes = bytes
    path = try bench.write("film", bytes)
  }

  /// What a disk was asked for the content that waits.
  private final class Account: Sendable {
    /// Whether the writes passed the memory of the system by.
    let passed = Mutex(false)
    let writes = Mutex<[(count: Int, passed: Bool)]>([])
  }

  /// How a medium takes what is written past the memory of the system.
  enum Medium: CaseIterable {
    /// As this machine's does.
    case real
    /// It knows no such writes.
    case unable
    /// It says that it does, and refuses the first of them.
    case refusing
    /// It takes a part of what it is given, which is no whole page.
    case portioned
  }

  private func disk(_ medium: Medium, _ account: Account, failing: Int? = nil) -> Disk {
    var disk = Disk.system
    disk.passMemoryBy = { file, isWanted in
      let passes = medium == .unable ? false : Disk.system.passMemoryBy(file, isWanted)
      account.passed.withLock { $0 = passes || medium == .refusing && isWanted }
      return account.passed.withLock(\.self)
    }
    disk.write = { (file, bytes) throws(SigningError) in
      guard file.path.contains("/.incoming/") else { return try Disk.system.write(file, bytes) }
      let passes = account.passed.withLock(\.self)
      if medium == .refusing, passes {
        throw .system(call: "write", path: file.path, code: EINVAL)
      }
      let count = bytes.count
      let number = account.writes.withLock { writes in
        writes.append((count, passes))
        return writes.count
      }
      if number == failing { throw .system(call: "write", path: file.path, code: ENOSPC) }
      let portion = medium == .portioned ? 1_000_003 : Int.max
      return try Disk.system.write(file, bytes.extracting(first: portion))
    }
    return disk
  }

  @Test(arguments: Medium.allCases)
  func `is stored byte for byte`(_ medium: Medium) throws {
    let account = Account()
    let dossier = try bench.dossier(at: bench.workplace(disk: disk(medium, account)))
    try dossier.begin()
    let intake = try EvidenceLocker(dossier).takeIn(path)
    dossier.add(.attachment(intake.sha256, key: "00000000000000e1"))
    try dossier.commit()
    #expect(intake.sha256 == Digest.of(bytes).hex)
    let stored = "dossier/evidence/\(intake.sha256.prefix(2))/\(intake.sha256)"
    #expect(try bench.read(stored) == bytes)
    #expect(try dossier.verify().isWhole)
  }

  @Test func `passes the memory of the system by but for its last part`() throws {
    let account = Account()
    let dossier = try bench.dossier(at: bench.workplace(disk: disk(.real, account)))
    try dossier.begin()
    _ = try EvidenceLocker(dossier).takeIn(path)
    let writes = account.writes.withLock(\.self)
    guard try #require(writes.first).passed else {
      print("NOT RUN: the medium of \(bench.path) takes no writes past the system's memory")
      return
    }
    #expect(writes.last?.passed == false)
    #expect(!writes.dropLast().map(\.passed).contains(false))
    dossier.abandon()
    // A small one takes the ordinary way.
    account.writes.withLock { $0 = [] }
    try dossier.begin()
    _ = try EvidenceLocker(dossier).takeIn(bench.write("photo", bench.random(8192)))
    dossier.abandon()
    #expect(account.writes.withLock { $0.map(\.passed) } == [false])
  }

  @Test(arguments: Medium.allCases, 1...4)
  func `leaves nothing where the disk gets full`(_ medium: Medium, _ write: Int) throws {
    let dossier = try bench.dossier()
    let tree = try bench.tree("dossier")
    let full = try bench.open(at: bench.workplace(disk: disk(medium, Account(), failing: write)))
    try full.begin()
    #expect {
      try EvidenceLocker(full).takeIn(path)
    } throws: { error in
      guard case JournalError.writeFailed(_, code: ENOSPC) = error else { return false }
      return true
    }
    full.abandon()
    #expect(try bench.tree("dossier") == tree)
    withExtendedLifetime(dossier) {}
  }

  @Test func `is refused when it changes between two of its parts`() throws {
    let dossier = try bench.dossier()
    let tree = try bench.tree("dossier")
    let cases: [(String, (FileHandle) throws -> Void)] = [
      (
        "grows",
        {
          _ = try $0.seekToEnd(); try $0.write(contentsOf: Data(count: 5 << 20))
        }
      ),
      ("shrinks", { try $0.truncate(atOffset: 4 << 20) }),
      ("is written over", { try $0.write(contentsOf: Data(count: 1)) }),
    ]
    for (name, change) in cases {
      let path = try bench.write("film", bytes)
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try dossier.begin()
      var isFirst = true
      #expect("\(name)") {
        try EvidenceLocker(dossier).takeIn(path) { _, _ in
          if isFirst { try? change(handle) }
          isFirst = false
        }
      } throws: { error in
        guard case JournalError.evidence(.changedWhileRead, _) = error else { return false }
        return true
      }
      dossier.abandon()
      #expect(try bench.tree("dossier") == tree)
    }
  }

  @Test func `tells how far it has come, part by part, until a person stops it`() throws {
    let dossier = try bench.dossier()
    let tree = try bench.tree("dossier")
    var told: [Int] = []
    try dossier.begin()
    #expect {
      try EvidenceLocker(dossier).takeIn(path) { done, _ throws(EvidenceLocker.Stopped) in
        told.append(done)
        if done > bytes.count / 2 { throw .init() }
      }
    } throws: { error in
      guard case JournalError.system(.interrupted) = error else { return false }
      return true
    }
    dossier.abandon()
    #expect(told == [4 << 20, 8 << 20, 12 << 20])
    #expect(try bench.tree("dossier") == tree)
  }
}
