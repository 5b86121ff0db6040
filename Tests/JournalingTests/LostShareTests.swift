import Auditing
import Foundation
import Testing

@testable import Journaling

struct `What was shared and is lost here` {
  private let shared: Shared
  private let one: DossierFolder
  private let two: DossierFolder
  /// The journal of the other copy in this one, and its last operation.
  private let journal: String
  private let last: Auditing.Operation

  init() throws {
    shared = try Shared()
    (one, two) = (try shared.copy("one"), try shared.copy("two"))
    try two.name("b", "Barles")
    last = try two.name("c", "Colmars")
    journal = "one/journal/\(last.writer).journal"
  }

  private func open() throws -> DossierFolder {
    try shared.bench.open("one", at: shared.bench.workplace("one"))
  }

  private func shareThroughGit() throws {
    for copy in [one, two, one] { try shared.sync(copy) }
  }

  /// Shares with a folder, where the other copy shares, too.
  private func shareThroughFolder() throws -> String {
    let folder = shared.bench.at("stick")
    for copy in [one, two, one] {
      var request = shared.request(folder)
      request.creates = true
      _ = try copy.sync(request)
    }
    return folder
  }

  private func damage(_ found: Int, with folder: String? = nil) -> Damage {
    Damage(
      file: "journal/\(last.writer).journal", line: found + 1,
      kind: .lostShare(operation: last.id, n: last.n, with: folder))
  }

  enum Loss: CaseIterable {
    case emptied, removed, cut
  }

  private func lose(_ loss: Loss) throws {
    let bytes = try shared.bench.read(journal)
    switch loss {
    case .emptied: try shared.bench.write(journal, "")
    case .removed: try shared.bench.remove(journal)
    case .cut: try shared.bench.write(journal, bytes.lines[0] + [0x0A])
    }
  }

  @Test(arguments: Loss.allCases)
  func `through git is a damage, which a sync mends`(_ loss: Loss) throws {
    try shareThroughGit()
    #expect(try one.outstanding(one.verify()).isEmpty)
    try lose(loss)
    let folder = try open()
    let damages = [damage(loss == .cut ? 1 : 0)]
    #expect(folder.openLosses == damages)
    #expect(try folder.outstanding(folder.verify()).damages == damages)
    try shared.sync(folder)
    #expect(folder.openLosses.isEmpty)
    #expect(try folder.verify().isWhole)
    #expect(folder.siteNames == two.siteNames)
  }

  @Test(arguments: Loss.allCases)
  func `with a folder is a damage, which a sync mends`(_ loss: Loss) throws {
    let place = try shareThroughFolder()
    try lose(loss)
    let folder = try open()
    let damages = [damage(loss == .cut ? 1 : 0, with: place)]
    #expect(folder.openLosses == damages)
    #expect(try folder.outstanding(folder.verify()).damages == damages)
    _ = try folder.sync(shared.request(place))
    #expect(try folder.verify().isWhole)
  }

  @Test func `stays one when that place has lost it, too`() throws {
    let place = try shareThroughFolder()
    try lose(.emptied)
    try shared.bench.write("stick/journal/\(last.writer).journal", "")
    let folder = try open()
    for _ in 0..<2 {
      _ = try folder.sync(shared.request(place))
      #expect(folder.openLosses == [damage(0, with: place)])
    }
    #expect(folder.unsharedOperations == 0)
  }

  @Test func `is let stand by an entry`() throws {
    try shareThroughGit()
    try lose(.emptied)
    let folder = try open()
    #expect(try folder.outstanding(folder.verify()).writers == [last.writer])
    let event = try #require(
      try folder.acceptance(of: last.writer, reason: "perdu", by: "ana", found: folder.verify()))
    #expect(event["heads"]?.texts?.contains(last.id) == true)
    try folder.enter([event])
    #expect(folder.openLosses.isEmpty)
    #expect(try folder.outstanding(folder.verify()).isEmpty)
    #expect(try folder.acceptance(of: last.writer, reason: "", by: "ana") == nil)
  }

  @Test func `is told once where an operation here names it`() throws {
    try shareThroughGit()
    try one.name("d", "Digne")
    try lose(.emptied)
    let folder = try open()
    let check = try folder.verify()
    #expect(check.missing == [last.head])
    #expect(check.damages.isEmpty)
  }

  @Test func `is not what another place has that never came here`() throws {
    let bytes = try shared.bench.read("two/journal/\(last.writer).journal")
    let place = shared.bench.at("stick")
    _ = try shareThroughFolder()
    var lines = bytes.lines
    lines[0][200] ^= 4
    let damaged = Array(lines.joined(separator: [0x0A])) + [0x0A]
    let third = try shared.copy("three")
    for name in ["stick", "two"] {
      try shared.bench.write("\(name)/journal/\(last.writer).journal", damaged)
    }
    try shared.sync(two)
    try shared.sync(third)
    _ = try third.sync(shared.request(place))
    #expect(third.openLosses.isEmpty)
    #expect(try third.outstanding(third.verify()).isEmpty)
  }

  @Test func `is nothing that a copy of the folder lacks`() throws {
    _ = try shareThroughFolder()
    try lose(.emptied)
    try shared.bench.copy("one", to: "restored")
    let copy = try shared.bench.open("restored", at: shared.bench.workplace("one"))
    #expect(copy.openLosses.isEmpty)
  }
}
