import Auditing
import Foundation
import Testing

@testable import Journaling

struct `A folder that a dossier is shared with` {
  private let shared: Shared
  private let one: DossierFolder
  private let folder: String

  init() throws {
    shared = try Shared()
    one = try shared.copy("one")
    folder = shared.bench.at("stick/pref")
    var request = shared.request(folder)
    request.creates = true
    _ = try one.sync(request)
  }

  @Test func `is remembered, and what it lacks is known`() throws {
    #expect(one.unsharedOperations == 0)
    try one.name("a", "Aups")
    #expect(one.unsharedOperations == 1)
    let again = try shared.bench.open("one", at: shared.bench.workplace("one"))
    #expect(again.unsharedOperations == 1)
    let outcome = try again.sync(shared.request())
    #expect(outcome.shared == 1 && outcome.remote == folder)
    #expect(again.unsharedOperations == 0)
    #expect(try shared.journals("one") == shared.journals("stick/pref"))
    // The copy itself, and another machine, know nothing of it.
    let copy = try shared.bench.open("stick/pref", at: shared.bench.workplace("one"))
    #expect(copy.unsharedOperations == nil)
    #expect(refusal(nil, of: copy) == .noRemote)
  }

  @Test(arguments: [true, false])
  func `is out of reach when it is not there, and no copy is made`(_ isEmpty: Bool) throws {
    try one.name("a", "Aups")
    try FileManager.default.moveItem(
      atPath: shared.bench.at("stick"), toPath: shared.bench.at("away"))
    if isEmpty {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    }
    for target in [folder, nil] {
      var request = shared.request(target)
      request.creates = target == nil
      let outcome = try one.sync(request)
      #expect(outcome.outOfReach != nil && outcome.remote == folder)
      #expect(outcome.unshared == 1)
    }
    #expect((try? shared.bench.names("stick/pref"))?.isEmpty ?? !isEmpty)
    let other = shared.bench.at("other")
    #expect(refusal(other, of: one) == .emptyFolder(path: other))
  }

  private func refusal(_ target: String?, of dossier: DossierFolder) -> GitRefusal? {
    do {
      _ = try dossier.sync(shared.request(target))
      return nil
    } catch JournalError.syncing(let refusal) {
      return refusal
    } catch {
      return nil
    }
  }

  @Test func `comes after a repository, and counts as well`() throws {
    try one.name("a", "Aups")
    try shared.sync(one)
    #expect(one.unsharedOperations == 0)
    try one.name("b", "Barles")
    #expect(try one.sync(shared.request()).remote == shared.remote)
    try one.name("c", "Colmars")
    #expect(try one.sync(shared.request(folder)).shared == 3)
    #expect(one.unsharedOperations == 0)
  }

  @Test func `may be a repository, which is out of reach when it is not there`() throws {
    try shared.sync(one)
    try FileManager.default.moveItem(
      atPath: shared.remote, toPath: shared.bench.at("away.git"))
    let outcome = try one.sync(shared.request(shared.remote))
    #expect(outcome.outOfReach != nil)
  }
}
