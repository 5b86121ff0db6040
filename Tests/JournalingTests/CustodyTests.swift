import Auditing
import Foundation
import Signing
import Testing

@testable import Journaling

extension DossierFolder {
  /// Takes a file in as a piece of evidence of its own.
  @discardableResult
  fileprivate func attach(_ path: String, key: String) throws -> String {
    try begin()
    let intake = try EvidenceLocker(self).takeIn(path)
    add(
      Event(
        "evidence.attached", by: "ana",
        [
          "record": .text(key), "id": .text("P\(key)"), "form": "file",
          "sha256": .text(intake.sha256), "size": .integer(intake.size),
          "name": .text(intake.name),
        ]))
    try commit()
    return intake.sha256
  }

  fileprivate var locker: EvidenceLocker { EvidenceLocker(self) }

  fileprivate func decide(toDestroy digest: String, key: String) throws {
    try enter([
      Event(
        "evidence.destroyed", by: "dpo",
        [
          "record": .text(key), "sha256": .text(digest), "reason": "données personnelles",
          "authority": "le DPO",
        ])
    ])
  }
}

struct `A content named by evidence` {
  private let bench: Workbench
  private let dossier: DossierFolder
  private let digest: String

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
    digest = try dossier.attach(bench.write("releve.csv", "a,b\n"), key: "01")
  }

  private func stored(_ dossier: String = "dossier") -> String {
    "\(dossier)/evidence/\(digest.prefix(2))/\(digest)"
  }

  @Test func `is here while its file is`() throws {
    #expect(dossier.locker.whereabouts(of: digest) == .here)
    #expect(dossier.locker.absent == [])
    let check = try dossier.locker.check()
    #expect(check.verified == [digest] && check.isWhole && check.lacking == [])
  }

  @Test func `is missing when its own writer has it no more`() throws {
    try bench.remove(stored())
    #expect(dossier.locker.whereabouts(of: digest) == .missing)
    #expect(dossier.locker.absent == [digest])
    let check = try dossier.locker.check()
    #expect(check.missing == [digest] && !check.isWhole && check.lacking == [digest])
  }

  @Test func `is elsewhere while another copy that this machine knows holds it`() throws {
    try bench.copy("dossier", to: "copy")
    try bench.open("copy").name("digne", "Digne")
    try bench.remove(stored())
    #expect(
      dossier.locker.whereabouts(of: digest)
        == .elsewhere(Sighting(place: .folder(bench.at("copy")), at: nil)))
    #expect(dossier.locker.knownPlaces == [bench.at("copy")])
    let check = try dossier.locker.check()
    #expect(check.isWhole && check.elsewhere.map(\.sha256) == [digest])
    #expect(check.lacking == [digest])
    // Once gone from there too, it is nowhere that is known.
    try bench.remove(stored("copy"))
    #expect(dossier.locker.whereabouts(of: digest) == .missing)
  }

  @Test func `is missing when the folder was moved and its content then lost`() throws {
    try FileManager.default.moveItem(atPath: bench.at("dossier"), toPath: bench.at("moved"))
    try bench.remove(stored("moved"))
    let moved = try bench.open("moved")
    #expect(moved.locker.whereabouts(of: digest) == .missing)
  }

  @Test(arguments: ["shorter", "as long"])
  func `is missing when the copy that this machine knows holds another content`(
    _ length: String
  ) throws {
    try bench.copy("dossier", to: "copy")
    try bench.open("copy").name("digne", "Digne")
    dossier.locker.note([digest], seenAt: bench.at("copy"))
    let size = length == "shorter" ? 1 : try bench.read(stored()).count
    try bench.remove(stored())
    #expect(try dossier.locker.check().elsewhere.count == 1)
    try bench.remove(stored("copy"))
    try bench.write(stored("copy"), [UInt8](repeating: 0x78, count: size))
    #expect(try dossier.locker.check().missing == [digest])
  }

  @Test func `is elsewhere where a git remote that is a folder holds it`() throws {
    try bench.copy("dossier", to: "stick")
    try FileManager.default.createDirectory(
      atPath: bench.at("dossier/.git"), withIntermediateDirectories: false)
    try bench.write(
      "dossier/.git/config",
      "[core]\n\tbare = false\n[remote \"usb\"]\n\turl = file://\(bench.at("stick"))\n")
    try bench.remove(stored())
    #expect(
      dossier.locker.whereabouts(of: digest)
        == .elsewhere(Sighting(place: .folder(bench.at("stick")), at: nil)))
  }

  @Test func `is with its writer until it has come here, and missing if it then goes`() throws {
    try bench.copy("dossier", to: "other")
    try bench.remove(stored("other"))
    let other = try bench.open("other", at: bench.workplace("far"))
    let writer = try #require(dossier.state.history.operations.first?.writer)
    #expect(
      other.locker.whereabouts(of: digest)
        == .elsewhere(Sighting(place: .writer(writer, person: "ana"), at: Workbench.clock)))
    let fetched = try other.locker.fetch([digest], from: [bench.at("dossier")])
    other.abandon()
    #expect(fetched.found.map(\.sha256) == [digest])
    #expect(other.locker.whereabouts(of: digest) == .here)
    try bench.remove(stored("other"))
    #expect(
      other.locker.whereabouts(of: digest)
        == .elsewhere(Sighting(place: .folder(bench.at("dossier")), at: Workbench.clock)))
  }

  @Test func `is destroyed once that was decided, whatever else holds it`() throws {
    try dossier.decide(toDestroy: digest, key: "01")
    guard case .destroyed(let decision) = dossier.locker.whereabouts(of: digest) else {
      Issue.record("it is not destroyed")
      return
    }
    #expect(decision.by == "dpo" && decision.reason == "données personnelles")
    #expect(decision.authority == "le DPO" && decision.isStillHere)
    #expect(try dossier.locker.destroy(digest))
    #expect(try !dossier.locker.destroy(digest))
    #expect(try bench.names("dossier/evidence").isEmpty)
    let check = try dossier.locker.check()
    #expect(check.destroyed.map(\.sha256) == [digest] && check.isWhole && check.lacking == [])
    #expect(check.destroyed.first?.decision.isStillHere == false)
  }

  @Test func `is not fetched once it was destroyed, and the decision stands when it comes back`()
    throws
  {
    try bench.copy("dossier", to: "copy")
    try dossier.decide(toDestroy: digest, key: "01")
    #expect(try dossier.locker.destroy(digest))
    let fetched = try dossier.locker.fetch([digest], from: [bench.at("copy")])
    dossier.abandon()
    #expect(fetched.found.isEmpty && fetched.notFound.isEmpty && !dossier.locker.holds(digest))
    try dossier.attach(bench.at("releve.csv"), key: "02")
    #expect(dossier.locker.whereabouts(of: digest) == .here)
    let check = try dossier.locker.check()
    #expect(check.verified == [digest] && check.destroyed.isEmpty)
    #expect(check.destroyedInPart.map(\.decision.by) == ["dpo"])
  }

  @Test func `is not destroyed while another piece that names it is not`() throws {
    try dossier.attach(bench.at("releve.csv"), key: "02")
    try dossier.decide(toDestroy: digest, key: "01")
    #expect(dossier.locker.whereabouts(of: digest) == .here)
  }

  @Test func `is changed when its bytes are others, be it one`() throws {
    #expect(unsafe chmod(bench.at(stored()), 0o600) == 0)
    try bench.write(stored(), "a,c\n")
    let check = try dossier.locker.check()
    #expect(check.changed == [digest] && !check.isWhole && check.lacking == [digest])
    try bench.remove(stored())
    try FileManager.default.createSymbolicLink(
      atPath: bench.at(stored()), withDestinationPath: bench.at("releve.csv"))
    #expect(try dossier.locker.check().changed == [digest])
  }

  @Test func `is told of while it is hashed, and that can be stopped`() throws {
    let large = try dossier.attach(bench.write("large", bench.random(3_000_000)), key: "03")
    var told: [Int] = []
    let check = try dossier.locker.check { done, total in
      #expect(total == 3_000_004)
      told.append(done)
    }
    #expect(Set(check.verified) == [digest, large])
    #expect(told == told.sorted() && told.last == 3_000_004 && told.count >= 3)
    #expect(throws: JournalError.self) {
      try dossier.locker.check { _, _ throws(EvidenceLocker.Stopped) in throw .init() }
    }
  }
}

struct `Fetching evidence` {
  private let bench: Workbench
  private let dossier: DossierFolder
  private let digests: [String]

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
    var digests: [String] = []
    for (count, name) in ["one", "two", "three"].enumerated() {
      let path = try bench.write(name, bench.random(5000 + count))
      digests.append(try dossier.attach(path, key: "0\(count)"))
    }
    self.digests = digests
  }

  private func lose() throws { try bench.remove("dossier/evidence") }

  private func fetch(_ sources: String...) throws -> EvidenceLocker.Fetched {
    try dossier.begin()
    defer { dossier.abandon() }
    return try dossier.locker.fetch(digests, from: sources.map(bench.at))
  }

  private func expectWhole() throws {
    let check = try dossier.locker.check()
    #expect(Set(check.verified) == Set(digests))
    #expect(try !bench.names("dossier/evidence").contains(".incoming"))
    let name = digests[0]
    #expect(try bench.mode("dossier/evidence/\(name.prefix(2))/\(name)") == 0o444)
  }

  @Test func `takes from another copy of the dossier, and writes no entry`() throws {
    try bench.copy("dossier", to: "copy")
    try lose()
    let journal = try bench.read(bench.journal())
    let source = try bench.tree("copy")
    let fetched = try fetch("copy")
    #expect(Set(fetched.found.map(\.sha256)) == Set(digests) && fetched.notFound == [])
    #expect(try bench.read(bench.journal()) == journal)
    #expect(try bench.tree("copy") == source)
    try expectWhole()
  }

  @Test func `takes from a seal`() throws {
    try FileManager.default.createDirectory(
      atPath: bench.at("bag/data/evidence"), withIntermediateDirectories: true)
    try bench.write("bag/bagit.txt", "BagIt-Version: 1.0\n")
    for digest in digests {
      try bench.copy(
        "dossier/evidence/\(digest.prefix(2))/\(digest)", to: "bag/data/evidence/\(digest)")
    }
    try lose()
    #expect(try fetch("bag").found.count == 3)
    try expectWhole()
  }

  @Test func `takes from any folder of files, under whatever names, and from one file`() throws {
    try FileManager.default.createDirectory(
      atPath: bench.at("photos/été 2026"), withIntermediateDirectories: true)
    for name in ["one", "two"] { try bench.copy(name, to: "photos/été 2026/renommé-\(name).jpg") }
    // As long as what is wanted, and not it.
    try bench.write("photos/decoy", bench.random(5000))
    try FileManager.default.createSymbolicLink(
      atPath: bench.at("photos/link"), withDestinationPath: bench.at("three"))
    #expect(unsafe mkfifo(bench.at("photos/pipe"), 0o600) == 0)
    try lose()
    let fetched = try fetch("photos")
    #expect(Set(fetched.found.map(\.sha256)) == Set(digests.prefix(2)))
    #expect(fetched.notFound == [digests[2]])
    #expect(try fetch("three").found.map(\.sha256) == [digests[2]])
    try expectWhole()
  }

  @Test func `never believes a name`() throws {
    try lose()
    let digest = digests[0]
    try FileManager.default.createDirectory(
      atPath: bench.at("liar/evidence/\(digest.prefix(2))"), withIntermediateDirectories: true)
    try bench.write("liar/evidence/\(digest.prefix(2))/\(digest)", bench.random(5000))
    let fetched = try fetch("liar")
    #expect(fetched.found.isEmpty && fetched.notFound == digests)
    #expect(!dossier.locker.holds(digest))
  }

  @Test func `puts an altered content right and keeps the altered one aside`() throws {
    let path = "dossier/evidence/\(digests[0].prefix(2))/\(digests[0])"
    #expect(unsafe chmod(bench.at(path), 0o600) == 0)
    try bench.write(path, "forged")
    let fetched = try fetch("one")
    #expect(fetched.found.map(\.sha256) == [digests[0]] && fetched.setAside.count == 1)
    let aside = try #require(fetched.setAside.first)
    #expect(try String(contentsOfFile: aside, encoding: .utf8) == "forged")
    #expect(try dossier.locker.check().isWhole)
  }
}
