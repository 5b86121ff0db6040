import Auditing
import Foundation
import Signing
import Testing

@testable import Journaling

struct `A file taken in as evidence` {
  private let bench: Workbench
  private let dossier: DossierFolder

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
  }

  private func attach(_ path: String, key: String = "00000000000000e1") throws
    -> EvidenceLocker.Intake
  {
    try dossier.begin()
    let intake = try EvidenceLocker(dossier).takeIn(path)
    dossier.add(.attachment(intake.sha256, key: key))
    try dossier.commit()
    return intake
  }

  private func stored(_ sha256: String) -> String {
    "dossier/evidence/\(sha256.prefix(2))/\(sha256)"
  }

  @Test func `lies under its digest and is known by it`() throws {
    let bytes = bench.random(300_000)
    let intake = try attach(bench.write("releve.csv", bytes))
    #expect(intake.sha256 == Digest.of(bytes).hex)
    #expect(intake.size == bytes.count)
    #expect(intake.name == "releve.csv")
    #expect(try bench.read(stored(intake.sha256)) == bytes)
    #expect(try bench.mode(stored(intake.sha256)) == 0o444)
    #expect(dossier.state.evidence.map(\.sha256) == [intake.sha256])
    let verification = try bench.open().verify()
    #expect(verification.verified == 1)
    #expect(verification.isWhole)
    #expect(try bench.names("dossier/evidence") == [String(intake.sha256.prefix(2))])
  }

  @Test func `is not touched itself`() throws {
    let path = try bench.write("releve.csv", "a,b\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640, .modificationDate: Date(timeIntervalSince1970: 1_000_000)],
      ofItemAtPath: path)
    _ = try attach(path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(attributes[.modificationDate] as? Date == Date(timeIntervalSince1970: 1_000_000))
    #expect(try bench.read("releve.csv").text == "a,b\n")
  }

  @Test(arguments: [
    "e\u{1B}]0;pwn\u{7}\u{1B}[2J\u{202E}gnp.txt", "a\nb", "-rf", "'; rm $(x)", "é\u{301}", " ",
  ])
  func `keeps a hostile name as data`(_ name: String) throws {
    let intake = try attach(bench.write(name, "x"))
    #expect(Array(intake.name.utf8) == Array(name.utf8))
    #expect(try bench.read(stored(intake.sha256)) == [0x78])
  }

  @Test func `is kept once, however often it comes`() throws {
    let one = try bench.write("one", "same")
    let two = try bench.write("two", "same")
    let digest = try attach(one).sha256
    let inode = try FileManager.default.attributesOfItem(atPath: bench.at(stored(digest)))
    try dossier.begin()
    for path in [one, two, one] { _ = try EvidenceLocker(dossier).takeIn(path) }
    dossier.add(.attachment(digest, key: "00000000000000e2"))
    try dossier.commit()
    let after = try FileManager.default.attributesOfItem(atPath: bench.at(stored(digest)))
    #expect(
      inode[.systemFileNumber] as? NSNumber == after[.systemFileNumber] as? NSNumber)
    #expect(try bench.names("dossier/evidence").count == 1)
    #expect(try dossier.verify().verified == 1)
  }

  @Test func `is refused where the store holds another content under its digest`() throws {
    let path = try bench.write("releve.csv", "a,b\n")
    let digest = try attach(path).sha256
    try bench.remove(stored(digest))
    try bench.write(stored(digest), "forged")
    let journal = try bench.read(bench.journal())
    do {
      _ = try attach(path, key: "00000000000000e2")
      Issue.record("it was taken in")
    } catch JournalError.evidence(.damagedStore(let sha256), _) {
      #expect(sha256 == digest)
    }
    #expect(try bench.read(bench.journal()) == journal)
    #expect(try bench.read(stored(digest)).text == "forged")
    #expect(try dossier.verify().changed == [digest])
    #expect(!EvidenceLocker(dossier).verifies(digest))
    try bench.remove(stored(digest))
    #expect(try dossier.verify().absent == [digest])
    #expect(!EvidenceLocker(dossier).holds(digest))
  }

  @Test func `is refused where a link lies under its digest`() throws {
    let path = try bench.write("releve.csv", "a,b\n")
    let digest = try EvidenceLocker(dossier).examine(path).sha256
    try FileManager.default.createDirectory(
      atPath: bench.at("dossier/evidence/\(digest.prefix(2))"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: bench.at(stored(digest)), withDestinationPath: path)
    #expect(throws: JournalError.self) { try attach(path) }
  }

  @Test func `finds a place where git left no folder for it`() throws {
    try bench.remove("dossier/evidence")
    try bench.remove("dossier/checklists")
    _ = try attach(bench.write("a", "a"))
    _ = try dossier.keepChecklist([0x61])
    #expect(try dossier.verify().isWhole)
  }

  @Test func `left in the waiting room by a process that was killed is swept away`() throws {
    let writer = try #require(dossier.state.history.operations.first?.writer)
    let room = "dossier/evidence/.incoming/\(writer)"
    try FileManager.default.createDirectory(
      atPath: bench.at(room), withIntermediateDirectories: true)
    try bench.write("\(room)/leftover", "half")
    let path = try bench.write("a", "a")
    try dossier.begin()
    _ = try EvidenceLocker(dossier).takeIn(path)
    #expect(try bench.names(room).count == 1)
    #expect(try !bench.names(room).contains("leftover"))
    dossier.abandon()
    #expect(try bench.names("dossier/evidence").isEmpty)
  }

  @Test func `is examined without being taken in`() throws {
    let tree = try bench.tree("dossier")
    let intake = try EvidenceLocker(dossier).examine(bench.write("a", "abc"))
    #expect(intake.sha256 == Digest.of(Array("abc".utf8)).hex)
    #expect(intake.size == 3)
    #expect(try bench.tree("dossier") == tree)
  }

  @Test func `tells how far it has come`() throws {
    let bytes = bench.random(300_000)
    let path = try bench.write("a", bytes)
    var told: [Int] = []
    try dossier.begin()
    _ = try EvidenceLocker(dossier).takeIn(path) { done, total in
      #expect(total == bytes.count)
      told.append(done)
    }
    dossier.abandon()
    #expect(told.last == bytes.count)
    #expect(told == told.sorted())
  }
}

struct `What cannot be evidence` {
  private let bench: Workbench
  private let dossier: DossierFolder

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
  }

  /// Why a path is refused; both ways of looking must agree, and nothing may be left behind.
  private func refusal(
    _ path: String, _ progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> EvidenceRefusal? {
    let tree = try bench.tree("dossier")
    try dossier.begin()
    defer { dossier.abandon() }
    do {
      _ = try EvidenceLocker(dossier).takeIn(path, progress: progress)
      return nil
    } catch JournalError.evidence(let refusal, let told) {
      #expect(told == path)
      dossier.abandon()
      #expect(try bench.tree("dossier") == tree)
      return refusal
    }
  }

  private func examined(_ path: String) throws -> EvidenceRefusal? {
    do {
      _ = try EvidenceLocker(dossier).examine(path)
      return nil
    } catch JournalError.evidence(let refusal, _) {
      return refusal
    }
  }

  private func expect(_ path: String, _ reason: EvidenceRefusal) throws {
    #expect(try refusal(path) == reason)
    #expect(try examined(path) == reason)
  }

  @Test func `is what is not there`() throws {
    try expect(bench.at("nowhere"), .absent)
    try expect(bench.at("dossier/dossier.json/x"), .absent)
  }

  @Test func `is a symbolic link`() throws {
    let path = bench.at("link")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: bench.write("a", "a"))
    try expect(path, .symbolicLink)
  }

  @Test func `is a folder`() throws { try expect(bench.at("dossier"), .folder) }

  @Test func `is a pipe, which is not waited for`() throws {
    #expect(unsafe mkfifo(bench.at("pipe"), 0o600) == 0)
    try expect(bench.at("pipe"), .pipe)
  }

  @Test(arguments: ["/dev/zero", "/dev/null"])
  func `is a device`(_ path: String) throws { try expect(path, .device) }

  @Test func `is a socket`() throws {
    let path = "/tmp/constat-\(UUID().uuidString.prefix(8))"
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer {
      close(socket)
      _ = unsafe unlink(path)
    }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { bytes in
      for (place, byte) in path.utf8.enumerated() { unsafe bytes[place] = byte }
    }
    let bound = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(bound == 0)
    try expect(path, .socket)
  }

  @Test func `is an empty file`() throws { try expect(bench.write("a", ""), .empty) }

  @Test func `is a file with a hole`() throws {
    let path = try bench.write("a", "start")
    #expect(unsafe truncate(path, 1 << 20) == 0)
    try expect(path, .sparse)
  }

  @Test func `is a file of more than a gibibyte`() throws {
    let path = try bench.write("a", "start")
    #expect(unsafe truncate(path, 1 << 30 + 1) == 0)
    try expect(path, .tooLarge(bytes: 1 << 30 + 1, limit: 1 << 30))
  }

  @Test func `is a file whose size lies`() throws {
    for path in [
      "/proc/self/status", "/proc/meminfo", "/sys/kernel/mm/transparent_hugepage/enabled",
    ]
    where FileManager.default.fileExists(atPath: path) {
      try expect(path, .kernelFile)
    }
  }

  @Test func `is one file too many for the dossier`() throws {
    let limits = EvidenceLocker.Limits(file: 1000, dossier: 2500)
    let locker = EvidenceLocker(dossier, limits: limits)
    for (count, key) in ["01", "02"].enumerated() {
      try dossier.begin()
      let path = try bench.write("a\(count)", bench.random(1000))
      let intake = try locker.takeIn(path)
      dossier.add(
        Event(
          "evidence.attached", by: "ana",
          [
            "record": .text("00000000000000\(key)"), "form": "file",
            "sha256": .text(intake.sha256), "size": .integer(intake.size),
          ]))
      try dossier.commit()
    }
    let third = try bench.write("third", bench.random(1000))
    let tree = try bench.tree("dossier")
    #expect {
      try locker.takeIn(third)
    } throws: { error in
      guard case JournalError.evidence(.dossierFull(1000, 2500), _) = error else { return false }
      return true
    }
    dossier.abandon()
    #expect(try bench.tree("dossier") == tree)
    // What is there already takes no more room.
    _ = try locker.takeIn(bench.at("a0"))
    _ = try locker.takeIn(bench.write("small", bench.random(500)))
    dossier.abandon()
  }

  @Test func `is what a person stops while it is read`() throws {
    let path = try bench.write("a", bench.random(3_000_000))
    let tree = try bench.tree("dossier")
    try dossier.begin()
    #expect {
      try EvidenceLocker(dossier).takeIn(path) { done, _ throws(EvidenceLocker.Stopped) in
        if done > 1_000_000 { throw .init() }
      }
    } throws: { error in
      guard case JournalError.system(.interrupted) = error else { return false }
      return true
    }
    dossier.abandon()
    #expect(try bench.tree("dossier") == tree)
  }

  @Test func `is a file that grows while it is read`() throws {
    let path = try bench.write("a", "start")
    let handle = try #require(FileHandle(forWritingAtPath: path))
    let reason = try refusal(path) { _, _ in
      _ = try? handle.seekToEnd()
      try? handle.write(contentsOf: [0x78])
    }
    #expect(reason == .changedWhileRead)
  }

  @Test func `is a file that shrinks while it is read`() throws {
    let path = try bench.write("a", bench.random(200_000))
    #expect(try refusal(path) { _, _ in _ = unsafe truncate(path, 0) } == .changedWhileRead)
  }

  @Test func `is a file that changes in place while it is read`() throws {
    let path = try bench.write("a", bench.random(200_000))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: path)
    let reason = try refusal(path) { _, _ in
      let handle = FileHandle(forWritingAtPath: path)
      try? handle?.write(contentsOf: [0x78])
    }
    #expect(reason == .changedWhileRead)
  }

  @Test func `is said in both languages, with what to do`() throws {
    let all: [EvidenceRefusal] = [
      .absent, .unreadable(code: 13), .symbolicLink, .folder, .device, .kernelFile, .pipe, .socket,
      .empty, .sparse, .tooLarge(bytes: 2, limit: 1), .changedWhileRead,
      .noSpace(needed: 2, free: 1), .dossierFull(bytes: 2, limit: 1), .damagedStore(sha256: "00"),
    ]
    #expect(Set(all.map(\.wording.fr)).count == all.count)
    #expect(Set(all.map(\.wording.en)).count == all.count)
  }
}
