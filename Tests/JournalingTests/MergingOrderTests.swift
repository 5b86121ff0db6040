import Auditing
import Chance
import Foundation
import Testing

@testable import Journaling

struct `Merges of many copies` {
  private func journals(_ bench: Workbench, _ name: String) throws -> [String: [UInt8]] {
    var journals: [String: [UInt8]] = [:]
    for file in try bench.names("\(name)/journal") {
      journals[file] = try bench.read("\(name)/journal/\(file)")
    }
    return journals
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `end in the same bytes whatever the order`(_ seed: UInt64) throws {
    let bench = try Workbench()
    var dice = SplitMix(seed)
    _ = try bench.dossier("c0")
    var folders = [try bench.open("c0", at: bench.workplace("m0"))]
    for step in 0..<40 {
      let index = Int.random(in: 0..<folders.count, using: &dice)
      switch Int.random(in: 0..<10, using: &dice) {
      case 0 where folders.count < 5:
        let name = "c\(folders.count)"
        try bench.copy("c\(index)", to: name)
        folders.append(try bench.open(name, at: bench.workplace("m\(folders.count)")))
      case 1...3:
        let other = Int.random(in: 0..<folders.count, using: &dice)
        if other != index { try folders[index].merge(.dossier(bench.at("c\(other)"))) }
      default:
        try folders[index].name("s\(Int.random(in: 0..<6, using: &dice))", "Nom \(step)")
      }
    }
    try bench.copy("c0", to: "one")
    try bench.copy("c0", to: "two")
    let (one, two) = (try bench.open("one"), try bench.open("two"))
    let names = folders.indices.map { "c\($0)" }
    for name in names { try one.merge(.dossier(bench.at(name))) }
    for name in names.shuffled(using: &dice) { try two.merge(.dossier(bench.at(name))) }
    #expect(try journals(bench, "one") == journals(bench, "two"), "seed \(seed)")
    #expect(one.siteNames == two.siteNames, "seed \(seed)")
    #expect(one.state.history.missing.isEmpty, "seed \(seed)")
    #expect(try one.verify().isWhole, "seed \(seed)")
  }

  @Test func `of ten writers take them all`() throws {
    let bench = try Workbench()
    let ours = try bench.dossier()
    for index in 0..<10 {
      try bench.copy("dossier", to: "c\(index)")
      let copy = try bench.open("c\(index)", at: bench.workplace("m\(index)"))
      for n in 0..<3 { try copy.name("s\(index)-\(n)", "Nom") }
    }
    for index in 0..<10 { try ours.merge(.dossier(bench.at("c\(index)"))) }
    #expect(ours.siteNames.count == 30)
    #expect(try bench.names("dossier/journal").count == 11)
  }

  @Test func `take what a writer adds while they go on`() throws {
    let copies = try Copies()
    try copies.theirs.name("d", "Digne")
    var steps = 0
    // Another program appends to a file between the reading and the writing of the merge.
    let busy = try copies.bench.open(at: copies.bench.workplace("busy"))
    try copies.ours.merge(copies.source()) { _ in
      steps += 1
      if steps == 2 { _ = try? busy.name("n", "Nouveau") }
    }
    let whole = try copies.bench.open()
    #expect(whole.siteNames["n"] == "Nouveau")
    #expect(whole.siteNames["d"] == "Digne")
  }
}
