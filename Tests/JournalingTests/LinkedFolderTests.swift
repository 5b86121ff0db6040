import Foundation
import Signing
import Testing

@testable import Journaling

/// A dossier that was received may hold links, as git makes them of a tree that has some.
struct `A dossier of which a folder is a link` {
  private let bench: Workbench
  private let digest: String

  init() throws {
    bench = try Workbench()
    let dossier = try bench.dossier()
    try dossier.begin()
    digest = try EvidenceLocker(dossier).takeIn(bench.write("releve.csv", "a,b\n")).sha256
    dossier.add(.attachment(digest))
    try dossier.commit()
  }

  /// Moves a folder out of the dossier and leaves a link to it; one that is not there is made.
  private func lead(_ name: String) throws -> String {
    let (path, target) = (bench.at("dossier/\(name)"), bench.at("elsewhere"))
    if FileManager.default.fileExists(atPath: path) {
      try FileManager.default.moveItem(atPath: path, toPath: target)
    } else {
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    return path
  }

  private func refused(_ work: () throws -> Void) throws -> String? {
    do {
      try work()
      return nil
    } catch JournalError.unsafeFolder(let path) {
      return path
    }
  }

  @Test(arguments: ["journal", "evidence", "checkpoints", "exports", "checklists"])
  func `is not opened`(_ name: String) throws {
    let path = try lead(name)
    #expect(try refused { _ = try bench.open() } == path)
    try FileManager.default.removeItem(atPath: path)
    try bench.write("dossier/\(name)", "")
    #expect(try refused { _ = try bench.open() } == path)
  }

  @Test func `is not repaired through it`() throws {
    try bench.copy("dossier", to: "copy")
    let path = try lead("checklists")
    let found = try refused {
      _ = try DossierFolder.repair(
        bench.at("dossier"), from: bench.at("copy"), at: bench.workplace())
    }
    #expect(found == path)
  }

  @Test func `has evidence read, stored and destroyed in no folder that leads elsewhere`() throws {
    let shelf = "evidence/\(digest.prefix(2))"
    let path = try lead(shelf)
    let dossier = try bench.open()
    let locker = EvidenceLocker(dossier)
    #expect(try locker.check().changed == [digest])
    #expect(try refused { try locker.destroy(digest) } == path)
    #expect(try bench.names("elsewhere") == [digest])
    try bench.remove("elsewhere/\(digest)")
    let stored = try refused {
      try dossier.begin()
      _ = try locker.takeIn(bench.at("releve.csv"))
      dossier.add(.attachment(digest, key: "00000000000000e2"))
      try dossier.commit()
    }
    #expect(stored == path)
    #expect(try bench.names("elsewhere").isEmpty)
  }

  @Test func `lets no evidence wait in a folder that leads elsewhere`() throws {
    let path = try lead("evidence/.incoming")
    let dossier = try bench.open()
    try dossier.begin()
    let found = try refused {
      _ = try EvidenceLocker(dossier).takeIn(bench.at("releve.csv"))
    }
    #expect(found == path)
    #expect(try bench.names("elsewhere").isEmpty)
  }
}
