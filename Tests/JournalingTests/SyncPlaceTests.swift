import Auditing
import Foundation
import Glibc
import Signing
import Testing

@testable import Journaling

struct `The place of a sync` {
  private let shared: Shared
  private let one: DossierFolder

  init() throws {
    shared = try Shared()
    one = try shared.copy("one")
  }

  private func refusal(_ target: String? = nil) throws -> GitRefusal? {
    do {
      _ = try one.sync(shared.request(target))
      return nil
    } catch JournalError.syncing(let refusal) {
      return refusal
    }
  }

  private func create(_ name: String) throws -> SyncOutcome {
    var request = shared.request(shared.bench.at(name))
    request.creates = true
    return try one.sync(request)
  }

  private func origin(of name: String = "one") throws -> String {
    try shared.git("-C", shared.bench.at(name), "config", "remote.origin.url")
      .trimmingCharacters(in: .newlines)
  }

  @Test func `that was refused is not remembered`() throws {
    let stranger = try shared.bench.dossier("stranger")
    try shared.sync(stranger)
    #expect(throws: JournalError.self) { try shared.sync(one) }
    #expect(try refusal() == .noRemote)
    #expect(try create("right.git").shared == 1)
    try one.name("a", "Aups")
    #expect(try one.sync(shared.request()).shared == 1)
    #expect(try origin() == shared.bench.at("right.git"))
  }

  @Test func `that was never reached gives way to one that is, and to no other`() throws {
    let wrong = "git://127.0.0.1:9/wrong.git"
    #expect(try one.sync(shared.request(wrong)).outOfReach != nil)
    #expect(try origin() == wrong)
    #expect(try one.sync(shared.request("git://127.0.0.1:9/right.git")).outOfReach != nil)
    #expect(try origin() == wrong)
    try shared.sync(one)
    #expect(try origin() == shared.remote)
    #expect(try one.sync(shared.request(wrong)).outOfReach != nil)
    _ = try create("other.git")
    #expect(try origin() == shared.remote)
  }

  @Test(arguments: ["exports/copy", "exports/copy.git", "evidence/sub"])
  func `that lies in the dossier is none`(_ name: String) throws {
    func isRefused(_ place: String, creates: Bool) throws -> Bool {
      var request = shared.request(place)
      request.creates = creates
      do {
        _ = try one.sync(request)
        return false
      } catch JournalError.merging(.itself) {
        return true
      }
    }
    let place = shared.bench.at("one/\(name)")
    #expect(try isRefused(place, creates: true))
    #expect(try !shared.bench.names("one/exports").contains { $0.hasPrefix("copy") })
    if name.hasSuffix(".git") {
      try shared.git("init", "-q", "--bare", "-b", "main", place)
    } else {
      try shared.bench.copy("dossier", to: "one/\(name)")
    }
    #expect(try isRefused(place, creates: false))
    #expect(one.unsharedOperations == nil)
  }

  @Test(arguments: [-1, 0, 4_102_444_800, 253_402_300_799])
  func `is reached whatever the clock says`(_ seconds: Int) throws {
    var workplace = shared.bench.workplace("one")
    workplace.now = { Timestamp(milliseconds: seconds * 1000) }
    let folder = try shared.bench.open("one", at: workplace)
    try folder.name("a", "Aups")
    #expect(try shared.sync(folder).shared == 2)
    let date = try shared.git("-C", shared.remote, "log", "-1", "--format=%at %ct", "main")
    #expect(date == "\(max(0, seconds)) \(max(0, seconds))\n")
  }

  @Test func `that a dossier was cloned from stays`() throws {
    try shared.sync(one)
    try shared.git("clone", "-q", shared.remote, shared.bench.at("clone"))
    let clone = try shared.bench.open("clone", at: shared.bench.workplace("clone"))
    var request = shared.request(shared.bench.at("other.git"))
    request.creates = true
    _ = try clone.sync(request)
    #expect(try origin(of: "clone") == shared.remote)
  }
}

struct `What git says` {
  private let shared: Shared

  init() throws { shared = try Shared() }

  /// A git that cannot fetch.
  private func programs() throws -> Programs {
    let words = #"ssh: Could not resolve hostname x\r\nfatal: no\n  way\n"#
    return try shared.programs(
      git: """
        for word in "$@"; do
          test "$word" = fetch && { printf '\(words)' >&2; exit 128; }
        done
        exec git "$@"
        """)
  }

  private static let told = "ssh: Could not resolve hostname x; fatal: no; way"

  @Test func `of a place out of reach is told in one line`() throws {
    let one = try shared.copy("one")
    var request = shared.request("ssh://x.invalid/r.git")
    request.programs = try programs()
    #expect(try one.sync(request).outOfReach == Self.told)
  }

  @Test(arguments: [
    ("commit-tree", "fatal: unable to write loose object file: No space left on device", ENOSPC),
    ("fetch", "error: cannot lock ref 'a': Unable to create 'b': Read-only file system", EROFS),
    ("push", "remote: fatal: unable to create temporary file: Disk quota exceeded", EDQUOT),
  ])
  func `of a disk that is full or may not be written to is told as such`(
    _ command: String, _ words: String, _ code: Int32
  ) throws {
    let one = try shared.copy("one")
    var request = shared.request(shared.remote)
    request.programs = try shared.programs(
      git: """
        for word in "$@"; do
          test "$word" = \(command) && { echo "\(words)" >&2; exit 1; }
        done
        exec git "$@"
        """)
    let place = command == "push" ? shared.remote : shared.bench.at("one/.git")
    do {
      _ = try one.sync(request)
      Issue.record("not refused")
    } catch JournalError.syncing(let refusal) {
      #expect(refusal == .writeFailed(path: place, code: code))
    }
  }

  @Test func `of a bundle that is broken is told in one line`() throws {
    let bundle = try shared.bench.write("b.bundle", "# v2 git bundle\n\n")
    do {
      _ = try MergeSource.bundle(bundle, programs(), temporary: shared.bench.at("temporary"))
      Issue.record("not refused")
    } catch JournalError.merging(let refusal) {
      #expect(refusal == .brokenBundle(path: bundle, words: Self.told))
    }
  }
}
