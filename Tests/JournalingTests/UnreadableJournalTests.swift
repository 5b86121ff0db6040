import Auditing
import Foundation
import Glibc
import Signing
import Synchronization
import Testing

@testable import Journaling

struct `A journal that cannot be read` {
  private let bench: Workbench
  private let planted = "dossier/journal/0011223344556677.journal"

  init() throws {
    bench = try Workbench()
    try bench.dossier().name("a", "Site a")
  }

  private func expectGoingOn() throws {
    let dossier = try bench.open()
    #expect(dossier.damages.map(\.kind) == [.notAFile])
    try dossier.name("b", "Site b")
    #expect(try bench.open().siteNames == ["a": "Site a", "b": "Site b"])
    let check = try dossier.verify()
    #expect(check.damages.map(\.file) == ["journal/0011223344556677.journal"])
    #expect(check.damages.map(\.kind) == [.notAFile])
  }

  @Test func `counts as damaged when it is a folder`() throws {
    try FileManager.default.createDirectory(
      atPath: bench.at(planted), withIntermediateDirectories: false)
    try expectGoingOn()
  }

  @Test(arguments: ["/etc/passwd", "nowhere"])
  func `counts as damaged when it is a link`(_ target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: bench.at(planted), withDestinationPath: target)
    try expectGoingOn()
  }

  @Test func `counts as damaged, and is not waited for, when it is a pipe`() throws {
    #expect(unsafe mkfifo(bench.at(planted), 0o600) == 0)
    try expectGoingOn()
  }

  @Test func `counts as damaged while the disk does not give it, and counts again after`() throws {
    try bench.open(at: bench.workplace("other")).name("b", "Site b")
    let own = try #require(try bench.open().state.history.operations.first).writer
    let isFailing = Mutex(true)
    var disk = Disk.system
    disk.read = { (file, offset, count) throws(SigningError) in
      let isOther = file.path.hasSuffix(".journal") && !file.path.hasSuffix("\(own).journal")
      if isOther, isFailing.withLock(\.self) {
        throw .system(call: "read", path: file.path, code: EIO)
      }
      return try Disk.system.read(file, offset, count)
    }
    let dossier = try bench.open(at: bench.workplace(disk: disk))
    #expect(dossier.damages.map(\.kind) == [.unreadable(code: EIO)])
    #expect(try dossier.name("c", "Site c").writer == own)
    #expect(try dossier.verify().damages.map(\.kind) == [.unreadable(code: EIO)])
    isFailing.withLock { $0 = false }
    #expect(try dossier.verify().isWhole)
    #expect(dossier.siteNames.count == 3)
  }

  @Test func `of one's own that may not be written to is closed, and another begins`() throws {
    let own = try #require(try bench.open().state.history.operations.first).writer
    var disk = Disk.system
    disk.open = { (path, flags) throws(SigningError) in
      if path.hasSuffix("\(own).journal"), flags & O_RDWR != 0 {
        throw .system(call: "open", path: path, code: EACCES)
      }
      return try Disk.system.open(path, flags)
    }
    let dossier = try bench.open(at: bench.workplace(disk: disk))
    let operation = try dossier.name("b", "Site b")
    #expect(operation.writer != own)
    #expect(dossier.notices(of: operation) == [.newWriter(.unwritable)])
    #expect(try dossier.name("c", "Site c").writer == operation.writer)
    #expect(try dossier.verify().isWhole)
  }
}
