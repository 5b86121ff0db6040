import Foundation
import Glibc
import Testing

@testable import Journaling

struct `A dossier that several processes share at once` {
  private let shared: Shared

  init() throws { shared = try Shared() }

  private func refusal(_ work: () throws -> SyncOutcome) throws -> GitRefusal? {
    do {
      _ = try work()
      return nil
    } catch JournalError.syncing(let refusal) {
      return refusal
    }
  }

  /// Shares a dossier so often at once, each time as a process of its own would.
  private func sync(_ name: String, times: Int) async -> [String] {
    let path = shared.bench.at(name)
    return await withTaskGroup(of: String?.self) { group in
      for _ in 0..<times {
        let (request, place) = (shared.request(shared.remote), shared.bench.workplace(name))
        group.addTask {
          do {
            _ = try DossierFolder.open(path, at: place).sync(request)
            return nil
          } catch {
            return "\(error)"
          }
        }
      }
      return await group.reduce(into: []) { if let words = $1 { $0.append(words) } }
    }
  }

  @Test func `is shared by each in its turn, the first time too`() async throws {
    let one = try shared.copy("one")
    try one.name("a", "Aups")
    #expect(await sync("one", times: 3).isEmpty)
    try one.name("b", "Barles")
    #expect(await sync("one", times: 3).isEmpty)
    #expect(one.unsharedOperations == 0)
  }

  @Test func `is not shared while one goes on for long`() throws {
    try shared.bench.copy("dossier", to: "one")
    var place = shared.bench.workplace("one")
    place.patience = .milliseconds(2)
    let one = try shared.bench.open("one", at: place)
    let hold = try one.holdSyncing()
    #expect(hold != nil)
    let other = try shared.bench.open("one", at: place)
    #expect(try refusal { try shared.sync(other) } == .underWay(path: one.path))
    _ = hold
  }

  @Test(arguments: ["remote.git", "one/.git"])
  func `names a lock that git left behind`(_ repository: String) throws {
    let one = try shared.copy("one")
    try shared.sync(one)
    try one.name("a", "Aups")
    let lock = try shared.bench.write("\(repository)/refs/heads/main.lock", "")
    #expect(try refusal { try shared.sync(one) } == .lockLeft(path: lock))
    try FileManager.default.removeItem(atPath: lock)
    try shared.sync(one)
    #expect(one.unsharedOperations == 0)
  }

  @Test func `loses the indexes and notes of processes that ended too soon`() throws {
    let one = try shared.copy("one")
    try shared.sync(one)
    let kept = try shared.bench.names("one/.git").filter { $0.hasPrefix("constat-") }
    let making = ["constat-index-", "constat-shared.new-", "constat-shared-0123456789abcdef.new-"]
    for name in making + ["constat-index-2147483647.lock"] {
      let isWhole = name.hasSuffix(".lock")
      for number in isWhole ? [""] : ["2147483647", "\(getppid())"] {
        try shared.bench.write("one/.git/\(name)\(number)", "")
      }
    }
    try one.name("a", "Aups")
    try shared.sync(one)
    let left = try shared.bench.names("one/.git").filter { $0.hasPrefix("constat-") }
    #expect(left == (kept + making.map { "\($0)\(getppid())" }).sorted())
  }
}
