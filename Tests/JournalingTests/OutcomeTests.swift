import Auditing
import Foundation
import Glibc
import Signing
import Testing

@testable import Journaling

struct `What happened to a journal` {
  private let bench: Workbench
  private let dossier: DossierFolder
  private let journal: String

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
    try dossier.name("a", "A")
    try dossier.name("b", "B")
    journal = try bench.journal()
  }

  /// What is said of the next entry at a place.
  private func said(_ name: String = "dossier", _ workplace: Workplace? = nil) throws
    -> [JournalNotice]
  {
    let folder = try bench.open(name, at: workplace)
    return folder.notices(of: try folder.name("next", "Next"))
  }

  @Test func `is nothing to speak of when all goes well`() throws {
    #expect(try said() == [])
    #expect(try said("dossier", bench.workplace("other")) == [])
  }

  @Test func `is said when an interrupted entry was set aside`() throws {
    try bench.write(journal, bench.read(journal) + Array("half".utf8))
    #expect(try said() == [.setAside(bytes: 4)])
    #expect(try said() == [])
  }

  @Test func `is said when the file is damaged, went back, or the dossier was copied`() throws {
    try bench.copy("dossier", to: "copy")
    #expect(try said("copy") == [.newWriter(.copied)])
    let bytes = try bench.read(journal)
    var damaged = bytes
    damaged[bytes.lines[0].count + 100] ^= 1
    try bench.write(journal, damaged)
    #expect(try said() == [.newWriter(.damaged)])
    try bench.dossier("second").name("a", "A")
    let file = try bench.journal(of: "second")
    let lines = try bench.read(file).lines
    try bench.write(file, lines[0] + [0x0A])
    #expect(try said("second") == [.newWriter(.wentBack)])
  }

  @Test func `is said when another session holds the file`() throws {
    try dossier.begin()
    #expect(try said() == [.newWriter(.busy)])
    dossier.abandon()
  }

  @Test func `is said when the clock went back, and the order stays`() throws {
    let early = Timestamp(milliseconds: Workbench.clock.milliseconds - 172_800_000)
    var workplace = bench.workplace()
    workplace.now = { early }
    #expect(
      try said("dossier", workplace) == [.clockWentBack(from: Workbench.clock, to: early)])
    let sites = try bench.open().state.history.operations.flatMap(\.events)
      .compactMap { $0?["site"]?.text }
    #expect(sites == ["a", "b", "next"])
    #expect(try bench.open().verify().isWhole)
  }

  @Test(arguments: [
    JournalNotice.newWriter(.copied), .newWriter(.damaged), .newWriter(.busy),
    .newWriter(.wentBack), .setAside(bytes: 7), .setAsideUnsure(bytes: 7), .keptDamage(bytes: 7),
    .clockWentBack(from: Workbench.clock, to: Workbench.clock),
  ])
  func `is told in both languages`(_ notice: JournalNotice) {
    let wording = notice.wording
    #expect(wording.fr.count > 40 && wording.en.count > 40 && wording.fr != wording.en)
  }
}

struct `A medium` {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func refusing(_ code: Int32, writingTo part: String) -> Disk {
    var disk = Disk.system
    disk.open = { (path, flags) throws(SigningError) in
      if path.contains(part), flags & O_ACCMODE != O_RDONLY {
        throw .system(call: "open", path: path, code: code)
      }
      return try Disk.system.open(path, flags)
    }
    disk.write = { (file, bytes) throws(SigningError) in
      if file.path.contains(part) { throw .system(call: "write", path: file.path, code: code) }
      return try Disk.system.write(file, bytes)
    }
    return disk
  }

  @Test(arguments: [EROFS, ENOSPC, EDQUOT])
  func `that cannot be written to is read all the same, and recording says why`(
    _ code: Int32
  ) throws {
    try bench.dossier().name("a", "A")
    let tree = try bench.tree("dossier")
    let folder = try bench.open(at: bench.workplace(disk: refusing(code, writingTo: "/dossier/")))
    #expect(folder.siteNames == ["a": "A"])
    #expect(try folder.verify().isWhole)
    do {
      try folder.name("b", "B")
      Issue.record("it was recorded")
    } catch JournalError.writeFailed(_, let told) {
      #expect(told == code)
      #expect(!JournalError.reason(code).fr.contains("erreur"))
    }
    #expect(folder.siteNames == ["a": "A"])
    #expect(try bench.tree("dossier") == tree)
  }

  @Test func `under the register that is full stops a new writer and nothing else`() throws {
    try bench.dossier().name("a", "A")
    let disk = refusing(ENOSPC, writingTo: "/writers/")
    try bench.open(at: bench.workplace(disk: disk)).name("b", "B")
    #expect(try bench.open().siteNames == ["a": "A", "b": "B"])
    let other = try bench.open(at: bench.workplace("other", disk: disk))
    #expect(throws: JournalError.self) { try other.name("c", "C") }
    #expect(try bench.names("dossier/journal").count == 1)
  }
}

struct `A file that was planted` {
  private let bench: Workbench
  private let dossier: DossierFolder
  private let victim: String

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
    try dossier.name("a", "A")
    victim = try bench.write("victim", "untouched")
  }

  private func plant(_ name: String, fifo: Bool) throws {
    if (try? bench.read(name)) != nil { try bench.remove(name) }
    if fifo {
      #expect(unsafe mkfifo(bench.at(name), 0o600) == 0)
    } else {
      try FileManager.default.createSymbolicLink(
        atPath: bench.at(name), withDestinationPath: victim)
    }
  }

  @Test(arguments: [true, false])
  func `in the place of a journal is never opened`(_ isPipe: Bool) throws {
    try plant(bench.journal(), fifo: isPipe)
    #expect(try bench.open().damages.map(\.kind).contains(.notAFile))
    try dossier.name("b", "B")
    #expect(try bench.read("victim").text == "untouched")
  }

  @Test(arguments: [true, false])
  func `in the place of the register is never opened`(_ isPipe: Bool) throws {
    try plant("state-machine/constat/writers/\(dossier.id)", fifo: isPipe)
    #expect(throws: JournalError.self) { try dossier.name("b", "B") }
    #expect(try bench.read("victim").text == "untouched")
  }

  @Test(arguments: [true, false])
  func `at the temporary name of what is put anew is taken away`(_ isPipe: Bool) throws {
    let register = "state-machine/constat/writers/\(dossier.id)"
    let lines = try bench.read(register)
    try bench.write(register, Array(repeatElement(lines, count: 200).joined()))
    try plant("\(register).new-\(getpid())", fifo: isPipe)
    try dossier.name("b", "B")
    #expect(try bench.open().name("c", "C").writer == dossier.state.history.heads.keys.first)
    #expect(try bench.read("victim").text == "untouched")
  }

  @Test func `in the waiting room of evidence is taken away and not followed`() throws {
    let writer = try #require(dossier.state.history.heads.keys.first)
    try FileManager.default.createDirectory(
      atPath: bench.at("dossier/evidence/.incoming/\(writer)"), withIntermediateDirectories: true)
    try plant("dossier/evidence/.incoming/\(writer)/left", fifo: false)
    try dossier.name("b", "B")
    #expect(!FileManager.default.fileExists(atPath: bench.at("dossier/evidence/.incoming")))
    #expect(try bench.read("victim").text == "untouched")
  }
}

struct `The waiting room of another writer` {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func leave(in writer: String) throws {
    try FileManager.default.createDirectory(
      atPath: bench.at("dossier/evidence/.incoming/\(writer)"), withIntermediateDirectories: true)
    try bench.write("dossier/evidence/.incoming/\(writer)/left", "x")
  }

  @Test func `is swept once nobody holds its file`() throws {
    let one = try bench.dossier()
    let other = try bench.open(at: bench.workplace("other"))
    let writer = try other.name("a", "A").writer
    try other.begin()
    try leave(in: writer)
    try one.name("b", "B")
    #expect(try bench.read("dossier/evidence/.incoming/\(writer)/left").text == "x")
    other.abandon()
    try one.name("c", "C")
    #expect(!FileManager.default.fileExists(atPath: bench.at("dossier/evidence/.incoming")))
  }
}
