import Auditing
import Foundation
import Glibc
import Signing
import Testing

@testable import Journaling

struct `A file system without links` {
  @Test func `still gives a file a name that nothing has, and no other`() throws {
    let bench = try Workbench()
    var disk = Disk.system
    disk.link = { (_, name) throws(SigningError) in
      throw .system(call: "link", path: name, code: EPERM)
    }
    let (one, two) = (try bench.write("one", "1"), try bench.write("two", "2"))
    try disk.rename(file: one, toFree: bench.at("three"))
    #expect(try bench.read("three").text == "1")
    #expect(throws: SigningError.self) { try disk.rename(file: two, toFree: bench.at("three")) }
    #expect(try bench.read("three").text == "1")
    #expect(try bench.names("") == ["three", "two"])
  }

  @Test func `and without modes says so once, of a new dossier`() throws {
    let bench = try Workbench()
    #expect(try bench.dossier().keepsModes)
    // An empty folder that others could read becomes the owner's.
    try FileManager.default.createDirectory(
      atPath: bench.at("open"), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
    #expect(try bench.dossier("open").keepsModes)
    #expect(try bench.mode("open") == 0o700)
    var disk = Disk.system
    disk.named = { (path) throws(SigningError) in
      var status = try Disk.system.named(path)
      status.st_mode |= 0o077
      return status
    }
    #expect(try !bench.dossier("fat", at: bench.workplace(disk: disk)).keepsModes)
  }
}

struct `An entry that is acknowledged` {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `was written at once and made to last, in that order and once`() throws {
    let recording = RecordingDisk()
    let dossier = try bench.dossier(at: bench.workplace(disk: recording.disk))
    recording.forget()
    let length = try bench.read(bench.journal()).count
    try dossier.name("digne", "Digne")
    let written = try bench.read(bench.journal()).count - length
    #expect(recording.calls == [.write(written), .synchronize])
  }

  @Test func `comes after the evidence that it names`() throws {
    let found = Found()
    let store = bench.at("dossier/evidence")
    let recording = RecordingDisk {
      found.paths = (try? FileManager.default.subpathsOfDirectory(atPath: store)) ?? []
    }
    _ = try bench.dossier()
    let dossier = try bench.open(at: bench.workplace(disk: recording.disk))
    try dossier.begin()
    let digest = try EvidenceLocker(dossier).takeIn(bench.write("a", "a")).sha256
    #expect(!FileManager.default.fileExists(atPath: EvidenceLocker(dossier).path(of: digest)))
    dossier.add(.attachment(digest))
    try dossier.commit()
    #expect(found.paths.contains("\(digest.prefix(2))/\(digest)"))
  }

  @Test func `stands though the register of writers cannot be written`() throws {
    let dossier = try bench.dossier()
    try dossier.begin()
    dossier.add(.site("digne", "Digne"))
    try bench.remove("state-machine")
    try bench.write("state-machine", "a file")
    try dossier.commit()
    #expect(dossier.siteNames == ["digne": "Digne"])
    #expect(try bench.open().siteNames == ["digne": "Digne"])
    // Nobody can say whose the next one would be.
    let tree = try bench.tree("dossier")
    #expect(throws: JournalError.self) { try dossier.begin() }
    #expect(try bench.tree("dossier") == tree)
  }

  private final class Found: @unchecked Sendable {
    var paths: [String] = []
  }
}

struct `A disk that fails` {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test(arguments: [EIO, ENOSPC, EFBIG, EROFS, EDQUOT], [1, 2, 3])
  func `at a write leaves the file whole and the state as it was`(
    _ code: Int32, _ number: Int
  ) throws {
    _ = try bench.dossier()
    let bytes = try bench.read(bench.journal())
    let recording = RecordingDisk(portion: 100, failingWrite: (number, code))
    let dossier = try bench.open(at: bench.workplace(disk: recording.disk))
    do {
      try dossier.name("digne", "Digne")
      Issue.record("the write did not fail")
    } catch JournalError.writeFailed(_, let told) {
      #expect(told == code)
    }
    #expect(recording.calls.suffix(2) == [.truncate(bytes.count), .synchronize])
    #expect(try bench.read(bench.journal()) == bytes)
    #expect(dossier.siteNames.isEmpty)
    #expect(!dossier.isPreparing)
    try dossier.name("digne", "Digne")
    #expect(try bench.open().verify().isWhole)
    #expect(try bench.open().siteNames == ["digne": "Digne"])
  }

  @Test func `by taking a few bytes at a time is asked again until all is written`() throws {
    _ = try bench.dossier()
    let recording = RecordingDisk(portion: 7)
    let dossier = try bench.open(at: bench.workplace(disk: recording.disk))
    try dossier.name("digne", "Digne")
    #expect(recording.calls.count > 50)
    #expect(recording.calls.last == .synchronize)
    #expect(recording.calls.filter { $0 == .synchronize }.count == 1)
    #expect(try bench.open().verify().isWhole)
  }

  @Test func `by taking nothing is not asked for ever`() throws {
    _ = try bench.dossier()
    let bytes = try bench.read(bench.journal())
    let dossier = try bench.open(at: bench.workplace(disk: RecordingDisk(portion: 0).disk))
    #expect(throws: JournalError.self) { try dossier.name("digne", "Digne") }
    #expect(try bench.read(bench.journal()) == bytes)
  }

  @Test func `at the first entry of a new writer leaves no file of it`() throws {
    _ = try bench.dossier()
    let tree = try bench.tree("dossier")
    let recording = RecordingDisk(failingWrite: (1, ENOSPC))
    let other = try bench.open(at: bench.workplace("other", disk: recording.disk))
    #expect(throws: JournalError.self) { try other.name("digne", "Digne") }
    #expect(try bench.tree("dossier") == tree)
  }
}

struct `A synchronisation that fails` {
  private let bench: Workbench
  private let recording = RecordingDisk(failingSynchronization: (1, EIO))
  private let failing: DossierFolder
  private let bytes: [UInt8]

  init() throws {
    bench = try Workbench()
    _ = try bench.dossier().name("digne", "Digne")
    bytes = try bench.read(bench.journal())
    failing = try bench.open(at: bench.workplace(disk: recording.disk))
  }

  private func fail() throws -> (rescue: String?, entry: String) {
    do {
      try failing.name("digne", "Autre")
    } catch JournalError.syncFailed(_, let code, let rescue, let entry) {
      #expect(code == EIO)
      return (rescue, entry)
    }
    Issue.record("the synchronisation did not fail")
    return (nil, "")
  }

  @Test func `is fatal and never tried again, and the entry is in a rescue file`() throws {
    let (rescue, entry) = try fail()
    #expect(recording.calls.filter { $0 == .synchronize }.count == 1)
    #expect(!recording.calls.contains { if case .truncate = $0 { true } else { false } })
    #expect(failing.siteNames == ["digne": "Digne"])
    let path = try #require(rescue)
    #expect(path.hasPrefix(bench.at("state-machine/constat/rescue/")))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == entry)
    #expect(entry.contains("Autre"))
    let mark = try bench.journal() + ".suspect"
    #expect(try bench.read(mark).text == "\(bytes.count)\n")
  }

  @Test func `lets nothing count that was not acknowledged`() throws {
    _ = try fail()
    #expect(try bench.read(bench.journal()).count > bytes.count)
    let read = try bench.open()
    #expect(read.siteNames == ["digne": "Digne"])
    let verification = try read.verify()
    #expect(!verification.isWhole)
    #expect(verification.operations == 2)
  }

  @Test func `is answered by the next entry, with the bytes kept and said`() throws {
    _ = try fail()
    let tail = Array(try bench.read(bench.journal()).dropFirst(bytes.count))
    let journal = try bench.journal()
    let inode = try inode(of: journal)
    let next = try bench.open()
    try next.name("gap", "Gap")
    #expect(try self.inode(of: journal) != inode)
    #expect(try Array(bench.read(journal).prefix(bytes.count)) == bytes)
    let torn = try bench.names("dossier/journal").filter { $0.contains(".torn-") }
    #expect(torn.count == 1)
    #expect(try bench.read("dossier/journal/\(try #require(torn.first))") == tail)
    #expect(try bench.names("dossier/journal").count == 2)
    let recovered = try #require(next.events("journal.recovered").first)
    #expect(recovered["bytes"] == .integer(tail.count))
    #expect(recovered["why"] == "suspect")
    #expect(recovered.by == "ana")
    #expect(next.siteNames == ["digne": "Digne", "gap": "Gap"])
    #expect(try bench.open().verify().isWhole)
  }

  @Test func `does not stop the same process`() throws {
    _ = try fail()
    try failing.name("gap", "Gap")
    #expect(failing.siteNames == ["digne": "Digne", "gap": "Gap"])
    #expect(failing.events("journal.recovered").count == 1)
    try failing.name("nice", "Nice")
    #expect(failing.events("journal.recovered").count == 1)
    #expect(try bench.open().verify().isWhole)
  }

  @Test func `at a writer's first entry keeps its bytes too`() throws {
    let recording = RecordingDisk(failingSynchronization: (1, EIO))
    let workplace = bench.workplace("other", disk: recording.disk)
    let other = try bench.open(at: workplace)
    #expect(throws: JournalError.self) { try other.name("gap", "Gap") }
    #expect(try bench.open().siteNames == ["digne": "Digne"])
    let next = try bench.open(at: bench.workplace("other"))
    try next.name("nice", "Nice")
    #expect(next.siteNames == ["digne": "Digne", "nice": "Nice"])
    #expect(next.events("writer.opened").map { $0["why"] } == ["new", "new"])
    #expect(next.events("journal.recovered").count == 1)
    #expect(try next.verify().isWhole)
  }

  private func inode(of name: String) throws -> UInt64? {
    let attributes = try FileManager.default.attributesOfItem(atPath: bench.at(name))
    return (attributes[.systemFileNumber] as? NSNumber)?.uint64Value
  }
}
