import Foundation
import Glibc
import Signing
import Testing

@testable import Journaling

struct `A repository that is being made` {
  private let shared: Shared

  init() throws { shared = try Shared() }

  /// A request to share through a repository that is made, with a git that fails half way through.
  private func interrupted(_ target: String) throws -> SyncRequest {
    var request = request(target)
    request.programs = try shared.programs(
      git: """
        last=
        for word in "$@"; do
          test "$word" = init && stops=yes
          last=$word
        done
        test -z "$stops" && exec git "$@"
        case $last in /*) ;; *) last=$GIT_DIR ;; esac
        mkdir -p "$last/objects" && echo 'ref: refs/heads/main' > "$last/HEAD"
        exit 128
        """)
    return request
  }

  private func request(_ target: String) -> SyncRequest {
    var request = shared.request(target)
    request.creates = true
    return request
  }

  @Test(arguments: ["remote.git", "new.git"])
  func `is not there when git was kept from ending it, and is made the next time`(
    _ name: String
  ) throws {
    let one = try shared.copy("one")
    let target = shared.bench.at(name)
    let interrupted = try interrupted(target)
    #expect(throws: JournalError.self) { try one.sync(interrupted) }
    #expect(try shared.bench.names("one").contains { $0.hasPrefix(".git.") } == false)
    #expect(!FileManager.default.fileExists(atPath: shared.bench.at("one/.git")))
    #expect(FileManager.default.fileExists(atPath: target) == (name == "remote.git"))
    #expect(try one.sync(request(target)).shared == 1)
    #expect(try shared.git("-C", target, "fsck").contains("error") == false)
    #expect(try shared.git("-C", shared.bench.at("one"), "status", "--porcelain") == "")
    #expect(try shared.bench.mode("one/.git") == 0o700)
  }

  @Test func `is taken away when its process ended too soon, and no other`() throws {
    let one = try shared.copy("one")
    let ended = Int32.max
    for folder in ["one/.git", "new.git"] {
      for number in ["\(ended)", "\(getppid())", "notes"] {
        try FileManager.default.createDirectory(
          atPath: shared.bench.at("\(folder).new-\(number)/objects"),
          withIntermediateDirectories: true)
      }
    }
    _ = try one.sync(request(shared.bench.at("new.git")))
    let left = ["new-\(getppid())", "new-notes"]
    #expect(
      try shared.bench.names("one").filter { $0.hasPrefix(".git.") }
        == left.map { ".git.\($0)" })
    #expect(
      try shared.bench.names(".").filter { $0.hasPrefix("new.git.") }
        == left.map { "new.git.\($0)" })
  }
}
