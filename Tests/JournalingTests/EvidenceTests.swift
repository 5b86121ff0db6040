import Auditing
import Foundation
import Glibc
import Journaling
import Signing
import Testing

struct `Evidence that is taken in` {
  @Test func `is kept by its content, read-only, before the line that names it`() throws {
    let bench = try Bench()
    let dossier = try bench.dossier()
    let source = "\(bench.root)/photo.jpg"
    try bench.write(Array("une photo".utf8), to: source)
    try dossier.begin()
    let intake = try EvidenceLocker(dossier).takeIn(source)
    #expect(intake.sha256 == Digest.of("une photo").hex)
    #expect(intake.size == 9 && intake.name == "photo.jpg")
    #expect(!EvidenceLocker(dossier).holds(intake.sha256))
    dossier.add(
      Event("evidence.attached", by: "ann", ["record": "1", "sha256": .text(intake.sha256)]))
    try dossier.commit()
    let stored = EvidenceLocker(dossier).path(of: intake.sha256)
    #expect(try bench.bytes(stored) == Array("une photo".utf8))
    #expect(try bench.mode(stored) == 0o444)
    #expect(try bench.bytes(source) == Array("une photo".utf8))
  }

  @Test func `leaves nothing behind when the operation is abandoned`() throws {
    let bench = try Bench()
    let dossier = try bench.dossier()
    let source = "\(bench.root)/photo.jpg"
    try bench.write(Array("une photo".utf8), to: source)
    try dossier.begin()
    let intake = try EvidenceLocker(dossier).takeIn(source)
    dossier.abandon()
    #expect(!EvidenceLocker(dossier).holds(intake.sha256))
    let walker = FileManager.default.enumerator(atPath: "\(bench.root)/d/evidence")
    let files = (walker?.allObjects as? [String] ?? []).filter { name in
      let path = "\(bench.root)/d/evidence/\(name)"
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return attributes?[.type] as? FileAttributeType == .typeRegular
    }
    #expect(files == [])
  }

  @Test func `that was changed in the store is found`() throws {
    let bench = try Bench()
    let dossier = try bench.dossier()
    let source = "\(bench.root)/a.txt"
    try bench.write(Array("a".utf8), to: source)
    try dossier.begin()
    let intake = try EvidenceLocker(dossier).takeIn(source)
    dossier.add(
      Event(
        "evidence.attached", by: "ann",
        ["record": "1", "id": "P1", "form": "file", "sha256": .text(intake.sha256)]))
    try dossier.commit()
    #expect(try dossier.verify().isWhole)
    let stored = EvidenceLocker(dossier).path(of: intake.sha256)
    _ = unsafe chmod(stored, 0o600)
    try bench.write(Array("b".utf8), to: stored)
    #expect(try dossier.verify().changed == [intake.sha256])
    try FileManager.default.removeItem(atPath: stored)
    #expect(try dossier.verify().absent == [intake.sha256])
  }

  private func refusal(_ path: String, _ bench: Bench) throws -> EvidenceRefusal? {
    let dossier = try bench.dossier()
    try dossier.begin()
    do {
      _ = try EvidenceLocker(dossier).takeIn(path)
      return nil
    } catch {
      guard case .evidence(let refusal, _) = error else { throw error }
      #expect(!refusal.wording.fr.isEmpty && !refusal.wording.en.isEmpty)
      return refusal
    }
  }

  @Test func `is no symbolic link, folder, pipe, device or missing file`() throws {
    for (name, expected) in [
      ("link", EvidenceRefusal.symbolicLink), ("folder", .folder), ("pipe", .pipe),
      ("absent", .absent), ("empty", .empty),
    ] {
      let bench = try Bench()
      let path = "\(bench.root)/\(name)"
      switch name {
      case "link":
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/passwd")
      case "folder":
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      case "pipe": _ = unsafe mkfifo(path, 0o600)
      case "empty": try bench.write([], to: path)
      default: break
      }
      #expect(try refusal(path, bench) == expected)
    }
    #expect(try refusal("/dev/zero", try Bench()) == .device)
  }

  @Test func `is neither sparse nor too large nor lying about its size`() throws {
    let bench = try Bench()
    let sparse = "\(bench.root)/sparse"
    _ = unsafe truncate(try made(sparse, bench), 10_000_000)
    #expect(try refusal(sparse, bench) == .sparse)
    let other = try Bench()
    let large = "\(other.root)/large"
    _ = unsafe truncate(try made(large, other), (1 << 30) + 1)
    guard case .tooLarge? = try refusal(large, other) else {
      Issue.record("a file over the limit was taken in")
      return
    }
    #expect(try refusal("/proc/self/status", try Bench()) == .kernelFile)
  }

  private func made(_ path: String, _ bench: Bench) throws -> String {
    try bench.write(Array("x".utf8), to: path)
    return path
  }
}
