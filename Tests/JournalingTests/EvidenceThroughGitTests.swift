import Auditing
import Foundation
import Glibc
import Signing
import Testing

@testable import Journaling

struct `Evidence shared through git` {
  private func attach(
    _ folder: DossierFolder, _ bench: Workbench, _ text: String, git: Bool, sensitive: Bool
  ) throws -> String {
    let path = try bench.write("piece-\(text).txt", text)
    try folder.begin()
    let intake = try EvidenceLocker(folder).takeIn(path)
    folder.add(
      Event(
        "evidence.attached", by: "ana",
        [
          "record": .text(bench.random(8).hexadecimal), "id": "P1", "form": "file",
          "sha256": .text(intake.sha256), "size": .integer(intake.size),
          "git": .boolean(git), "sensitive": .boolean(sensitive),
        ]))
    try folder.commit()
    return intake.sha256
  }

  @Test func `enters only where its record says so, and never when sensitive`() throws {
    let shared = try Shared()
    let (one, two) = (try shared.copy("one"), try shared.copy("two"))
    let open = try attach(one, shared.bench, "a", git: true, sensitive: false)
    let closed = try attach(one, shared.bench, "b", git: false, sensitive: false)
    let sensitive = try attach(one, shared.bench, "c", git: true, sensitive: true)
    try shared.sync(one)
    let files = try shared.git("-C", shared.remote, "ls-tree", "-r", "--name-only", "main")
    #expect(files.contains(open))
    #expect(!files.contains(closed) && !files.contains(sensitive))
    let outcome = try shared.sync(two)
    #expect(outcome.taken.evidenceTaken == [open])
    #expect(Set(outcome.taken.evidenceElsewhere) == [closed, sensitive])
  }

  @Test func `enters only as what its digest says, and takes the place of what is not`() throws {
    let shared = try Shared()
    let (one, two) = (try shared.copy("one"), try shared.copy("two"))
    let digest = try attach(one, shared.bench, "a", git: true, sensitive: false)
    let name = "evidence/\(digest.prefix(2))/\(digest)"
    let path = shared.bench.at("one/\(name)")
    #expect(unsafe chmod(path, 0o600) == 0)
    try shared.bench.write("one/\(name)", "")
    #expect(try shared.sync(one).leftOut == [name])
    let files = try shared.git("-C", shared.remote, "ls-tree", "-r", "--name-only", "main")
    #expect(!files.contains(digest))
    #expect(try shared.sync(two).leftOut.isEmpty)

    try plant("b", as: name, in: shared)
    #expect(try shared.sync(one).leftOut == [name])
    #expect(try shared.sync(two).taken.evidenceTaken.isEmpty)
    try shared.bench.write("one/\(name)", "a")
    #expect(try shared.sync(one).leftOut.isEmpty)
    #expect(try shared.git("-C", shared.remote, "cat-file", "blob", "main:\(name)") == "a")
    #expect(try shared.sync(two).taken.evidenceTaken == [digest])
    let commit = try shared.git("-C", shared.remote, "rev-parse", "main")
    for copy in [one, two] { try shared.sync(copy) }
    #expect(try shared.git("-C", shared.remote, "rev-parse", "main") == commit)
  }

  @Test func `does not come back with the sync that tells of its destruction`() throws {
    let shared = try Shared()
    let (one, two) = (try shared.copy("one"), try shared.copy("two"))
    let digest = try attach(one, shared.bench, "a", git: true, sensitive: false)
    for copy in [one, two, one] { try shared.sync(copy) }
    let record = try #require(one.state.all(.evidence).first?.key)
    try one.enter([
      Event(
        "evidence.destroyed", by: "ana",
        [
          "record": .text(record), "sha256": .text(digest), "reason": "vie privée",
          "authority": "le préfet",
        ])
    ])
    try two.name("b", "Barles")
    try shared.sync(two)
    try shared.sync(one)
    func files() throws -> String {
      try shared.git("-C", shared.remote, "ls-tree", "-r", "--name-only", "main")
    }
    #expect(try !files().contains(digest))
    try shared.sync(two)
    #expect(try !files().contains(digest))
  }

  /// Pushes a commit that has a text under a name.
  private func plant(_ text: String, as name: String, in shared: Shared) throws {
    let clone = shared.bench.at("clone")
    try shared.git("clone", "-q", "--no-checkout", shared.remote, clone)
    try shared.git("-C", clone, "read-tree", "HEAD")
    try shared.bench.write("planted", text)
    let id = try shared.git("-C", clone, "hash-object", "-w", shared.bench.at("planted"))
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try shared.git(
      "-C", clone, "update-index", "--add", "--cacheinfo", "100644,\(id),\(name)")
    try shared.git("-C", clone, "commit", "-qm", "x")
    try shared.git("-C", clone, "push", "-q")
  }
}
