import Auditing
import Foundation
import Journaling
import Testing

struct `A torn journal` {
  @Test func `is recovered at every byte of its last line, and its bytes are kept`() throws {
    let bench = try Bench()
    let dossier = try bench.dossier()
    try dossier.enterSite("a")
    let file = try #require(try bench.journals().first)
    let acknowledged = try bench.bytes(file)
    // An entry of the past serves as the line that a loss of power cuts short.
    let line = acknowledged.split(separator: 0x0A, omittingEmptySubsequences: false)[1]
    for length in stride(from: 1, to: line.count, by: 5) {
      try bench.write(acknowledged + line.prefix(length), to: file)
      let again = try bench.open()
      #expect(again.state.sites.map(\.id) == ["a"], "\(length)")
      try again.enterSite("b")
      let whole = try bench.open()
      #expect(whole.state.sites.map(\.id) == ["a", "b"], "\(length)")
      #expect(try whole.verify().isWhole, "\(length)")
      let torn = try bench.names().filter { $0.contains(".torn-") }
      #expect(torn.count == 1)
      for name in torn {
        let path = "\(bench.root)/d/journal/\(name)"
        #expect(try bench.bytes(path) == Array(line.prefix(length)))
        try FileManager.default.removeItem(atPath: path)
      }
      try restore(bench, file, acknowledged)
    }
  }

  /// Puts a dossier back to an earlier state, and what this machine remembers of it as well.
  private func restore(_ bench: Bench, _ file: String, _ bytes: [UInt8]) throws {
    for other in try bench.journals() where other != file {
      try FileManager.default.removeItem(atPath: other)
    }
    try bench.write(bytes, to: file)
    let folder = "\(bench.root)/state/constat/writers"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = "\(folder)/\(name)"
      guard !name.hasSuffix(".lock") else { continue }
      var text = String(decoding: try bench.bytes(path), as: UTF8.self)
      let lines = bytes.split(separator: 0x0A)
      let id = String(decoding: try #require(lines.last).prefix(64), as: UTF8.self)
      text = text.replacing(#/"id":"[0-9a-f]{64}"/#, with: "\"id\":\"\(id)\"")
      text = text.replacing(#/"length":[0-9]+/#, with: "\"length\":\(bytes.count)")
      text = text.replacing(#/"n":[0-9]+/#, with: "\"n\":\(lines.count)")
      try bench.write(Array(text.utf8), to: path)
    }
  }
}

struct `A damaged journal` {
  @Test func `is noticed at every byte`() throws {
    let bench = try Bench()
    try bench.dossier().enterSite("a")
    let file = try #require(try bench.journals().first)
    let whole = try bench.bytes(file)
    for place in stride(from: 0, to: whole.count, by: 3) {
      var bytes = whole
      bytes[place] ^= 0x01
      try bench.write(bytes, to: file)
      let verification = try? bench.open().verify()
      #expect(verification?.isWhole != true, "byte \(place)")
    }
  }

  @Test func `with a bad line in the middle says where, and counts what is before it`() throws {
    let bench = try Bench()
    let dossier = try bench.dossier()
    for id in ["a", "b", "c"] { try dossier.enterSite(id) }
    let file = try #require(try bench.journals().first)
    var lines = try bench.bytes(file).split(separator: 0x0A).map(Array.init)
    lines[2] = Array("ceci n'est pas une ligne".utf8)
    try bench.write(lines.joined(separator: [0x0A]) + [0x0A], to: file)
    let damaged = try bench.open()
    #expect(damaged.state.sites.map(\.id) == ["a"])
    #expect(damaged.damages.map(\.line) == [3])
    #expect(damaged.damages.first?.kind == .shape)
    let wording = try #require(damaged.damages.first).wording
    #expect(wording.fr.contains(":3") && wording.en.contains(":3"))
    // Damage never stops recording: another writer begins.
    try damaged.enterSite("d")
    #expect(try bench.journals().count == 2)
    #expect(try bench.open().state.sites.map(\.id) == ["a", "d"])
    #expect(try !bench.open().verify().isWhole)
  }
}

struct `A writer` {
  private func whys(_ dossier: DossierFolder) -> [String] {
    dossier.state.history.operations.flatMap { $0.events.compactMap(\.self) }
      .filter { $0.kind == "writer.opened" }.compactMap { $0["why"]?.text }
  }

  @Test func `goes on in its own file`() throws {
    let bench = try Bench()
    try bench.dossier().enterSite("a")
    try bench.open().enterSite("b")
    #expect(try bench.journals().count == 1)
    #expect(whys(try bench.open()) == ["new"])
  }

  @Test func `of a copied dossier is another`() throws {
    let bench = try Bench()
    try bench.dossier().enterSite("a")
    try FileManager.default.copyItem(atPath: "\(bench.root)/d", toPath: "\(bench.root)/copy")
    try bench.open("copy").enterSite("b")
    #expect(try bench.journals("copy").count == 2)
    #expect(whys(try bench.open("copy")) == ["new", "copied"])
    #expect(try bench.open().state.sites.map(\.id) == ["a"])
  }

  @Test func `on another machine is another`() throws {
    let bench = try Bench()
    try bench.dossier().enterSite("a")
    try bench.open("d", machine: "machine-2").enterSite("b")
    #expect(try bench.journals().count == 2)
    let replayed = try bench.open()
    let operation = try #require(replayed.state.history.operations.last)
    #expect(operation.seen.map(\.n) == [2])
  }

  @Test func `of a file that went back to a backup is another`() throws {
    let bench = try Bench()
    let dossier = try bench.dossier()
    let file = try #require(try bench.journals().first)
    let backup = try bench.bytes(file)
    try dossier.enterSite("a")
    try bench.write(backup, to: file)
    try bench.open().enterSite("b")
    #expect(try bench.journals().count == 2)
    #expect(whys(try bench.open()) == ["new", "went-back"])
    #expect(try !bench.open().verify().isWhole)
  }

  @Test func `goes on as another while its file is busy, and both count`() throws {
    let bench = try Bench()
    let first = try bench.dossier()
    try first.begin()
    first.add(Event("site.set", by: "ann", ["site": "a", "name": "A"]))
    let second = try bench.open()
    try second.enterSite("b")
    try first.commit()
    #expect(try bench.journals().count == 2)
    #expect(whys(try bench.open()) == ["new", "busy"])
    #expect(Set(try bench.open().state.sites.map(\.id)) == ["a", "b"])
  }

  @Test func `sees in its next operation what another has written`() throws {
    let bench = try Bench()
    let first = try bench.dossier()
    try bench.open("d", machine: "machine-2").enterSite("b")
    let operation = try #require(try first.enterSite("c"))
    #expect(operation.seen.count == 1)
    #expect(first.state.sites.map(\.id) == ["b", "c"])
  }
}
