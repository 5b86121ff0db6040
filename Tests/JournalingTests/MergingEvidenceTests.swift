import Auditing
import Foundation
import Glibc
import Signing
import Testing

@testable import Journaling

struct `Evidence in a merge` {
  private let copies: Copies

  init() throws { copies = try Copies() }

  /// Attaches a file in the copy, and gives its digest.
  private func attach(_ text: String) throws -> String {
    let path = try copies.bench.write("photo.jpg", text)
    let folder = copies.theirs
    try folder.begin()
    let intake = try EvidenceLocker(folder).takeIn(path)
    folder.add(
      Event(
        "evidence.attached", by: "bob",
        [
          "record": .text(copies.bench.random(8).hexadecimal), "id": "P1", "form": "file",
          "sha256": .text(intake.sha256), "size": .integer(intake.size),
        ]))
    try folder.commit()
    return intake.sha256
  }

  private func path(_ digest: String, in name: String) -> String {
    "\(name)/evidence/\(digest.prefix(2))/\(digest)"
  }

  @Test func `comes along, read-only`() throws {
    let digest = try attach("une photo")
    let outcome = try copies.ours.merge(copies.source())
    #expect(outcome.evidenceTaken == [digest])
    #expect(try copies.bench.read(path(digest, in: "dossier")).text == "une photo")
    #expect(try copies.bench.mode(path(digest, in: "dossier")) == 0o444)
    #expect(try copies.bench.names("dossier/evidence").count == 1)
  }

  @Test func `that is not there is held elsewhere`() throws {
    let digest = try attach("une photo")
    try copies.bench.remove(path(digest, in: "copy"))
    #expect(try copies.ours.merge(copies.source()).evidenceElsewhere == [digest])
  }

  @Test func `that is lost again is held elsewhere, where the merge saw it`() throws {
    let digest = try attach("une photo")
    #expect(try copies.ours.merge(copies.source()).evidenceTaken == [digest])
    for name in ["dossier", "copy"] { try copies.bench.remove(path(digest, in: name)) }
    guard case .elsewhere(let sighting) = EvidenceLocker(copies.ours).whereabouts(of: digest),
      case .folder(let place) = sighting.place
    else {
      Issue.record("nobody knows where it was")
      return
    }
    #expect(place.hasSuffix("/copy"))
    #expect(sighting.at != nil)
  }

  @Test func `that is not what its name says stays behind`() throws {
    let digest = try attach("une photo")
    try copies.bench.remove(path(digest, in: "copy"))
    try copies.bench.write(path(digest, in: "copy"), "autre chose")
    let outcome = try copies.ours.merge(copies.source())
    #expect(outcome.evidenceTaken.isEmpty)
    #expect(outcome.evidenceAltered == [digest])
    #expect(outcome.evidenceElsewhere.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: copies.bench.at(path(digest, in: "dossier"))))
    #expect(EvidenceLocker(copies.ours).whereabouts(of: digest) == .missing)
  }

  @Test func `that no entry names stays behind`() throws {
    let digest = try attach("une photo")
    let other = Digest.of("intrus").hex
    let folder = "copy/evidence/\(other.prefix(2))"
    try FileManager.default.createDirectory(
      atPath: copies.bench.at(folder), withIntermediateDirectories: true)
    try copies.bench.write("\(folder)/\(other)", "intrus")
    #expect(try copies.ours.merge(copies.source()).evidenceTaken == [digest])
  }

  @Test func `that was destroyed by decision does not come back`() throws {
    let digest = try attach("une photo")
    try copies.ours.merge(copies.source())
    try copies.bench.remove(path(digest, in: "dossier"))
    try copies.ours.enter([
      Event(
        "evidence.destroyed", by: "ana",
        ["record": "0000000000000001", "sha256": .text(digest), "reason": "loi"])
    ])
    let outcome = try copies.ours.merge(copies.source())
    #expect(outcome.evidenceTaken.isEmpty)
    #expect(outcome.evidenceElsewhere.isEmpty)
  }

  @Test func `is there before the line that names it`() throws {
    let digest = try attach("une photo")
    var bench = copies.bench.workplace()
    bench.disk.synchronize = { (file) throws(SigningError) in
      guard file.path.contains("/journal/") else { return try Disk.system.synchronize(file) }
      throw .system(call: "fdatasync", path: file.path, code: EIO)
    }
    // The line goes into a file that is there already, and its synchronisation fails.
    try copies.ours.merge(copies.source())
    let second = try attach("une autre photo")
    let ours = try copies.bench.open(at: bench)
    #expect(throws: JournalError.self) { try ours.merge(copies.source()) }
    #expect(try copies.bench.read(path(digest, in: "dossier")).text == "une photo")
    #expect(try copies.bench.read(path(second, in: "dossier")).text == "une autre photo")
    let reopened = try copies.bench.open()
    #expect(reopened.events("evidence.attached").count == 1)
    #expect(try reopened.merge(copies.source()).operations == 1)
  }

  @Test func `takes away what a merge that was killed has left, but not what another copies`()
    throws
  {
    _ = try attach("une photo")
    let rooms = "dossier/evidence/.incoming"
    for name in ["merge-7-1", "merge-8-1", "merge-9"] {
      try FileManager.default.createDirectory(
        atPath: copies.bench.at("\(rooms)/\(name)"), withIntermediateDirectories: true)
      try copies.bench.write("\(rooms)/\(name)/photo", "la moitié d’une ph")
    }
    for name in ["merge-7-1.lock", "merge-8-1.lock"] {
      try copies.bench.write("\(rooms)/\(name)", "")
    }
    let other = try Disk.system.open(copies.bench.at("\(rooms)/merge-8-1.lock"), O_RDWR)
    #expect(try Disk.system.lock(other))
    let left = ["merge-7-1", "merge-9"].map { "evidence/.incoming/\($0)" }
    #expect(copies.ours.abandonedRooms() == left)
    try copies.ours.merge(copies.source())
    #expect(copies.ours.abandonedRooms().isEmpty)
    #expect(try copies.bench.names(rooms) == ["merge-8-1", "merge-8-1.lock"])
    #expect(try copies.bench.names("\(rooms)/merge-8-1") == ["photo"])
  }

  @Test func `brings the checklists that are pinned`() throws {
    let bytes = Array("%rec: Checklist\n".utf8)
    try copies.theirs.begin()
    let digest = try copies.theirs.keepChecklist(bytes)
    copies.theirs.add(Event("checklist.pinned", by: "bob", ["sha256": .text(digest), "id": "x"]))
    try copies.theirs.commit()
    #expect(try copies.ours.merge(copies.source()).checklists == 1)
    #expect(copies.ours.checklist(digest) == bytes)
  }
}
