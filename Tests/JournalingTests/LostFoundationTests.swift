import Auditing
import Foundation
import Testing

@testable import Journaling

struct `A dossier whose first operation cannot be read` {
  private let bench: Workbench
  private let founder: String

  /// A dossier of two writers, of which the first wrote one site and the second another.
  init() throws {
    bench = try Workbench()
    try bench.dossier().name("a", "Site a")
    founder = try bench.journal()
    try bench.open(at: bench.workplace("other")).name("b", "Site b")
  }

  private func damage(_ way: String) throws {
    switch way {
    case "altered":
      var bytes = try bench.read(founder)
      bytes[0] = UInt8(ascii: "Z")
      try bench.write(founder, bytes)
    case "empty": try bench.write(founder, "")
    default: try bench.remove(founder)
    }
  }

  @Test(arguments: ["altered", "empty", "gone"])
  func `opens, says so and goes on recording`(_ way: String) throws {
    try damage(way)
    let dossier = try bench.open(at: bench.workplace("other"))
    #expect(dossier.damages.map(\.kind).contains(.firstOperation))
    #expect(dossier.siteNames == ["b": "Site b"])
    try dossier.name("c", "Site c")
    #expect(try bench.open().siteNames == ["b": "Site b", "c": "Site c"])
    let check = try dossier.verify()
    #expect(!check.isWhole)
    #expect(try !dossier.outstanding(check).damages.isEmpty)
  }

  @Test func `stays at fault though what its writer lost was accepted`() throws {
    try damage("altered")
    let dossier = try bench.open(at: bench.workplace("other"))
    let writer = String(founder.dropLast(8).suffix(16))
    let check = try dossier.verify()
    let event = try dossier.acceptance(of: writer, reason: "vu", by: "ana", found: check)
    try dossier.enter([#require(event)])
    #expect(dossier.damages.map(\.kind) == [.firstOperation])
    let open = try dossier.outstanding(dossier.verify())
    #expect(open.damages.map(\.kind) == [.firstOperation])
  }

  @Test(arguments: ["altered", "empty", "gone"])
  func `is whole again, with what came after, once it is repaired`(_ way: String) throws {
    try bench.copy("dossier", to: "copy")
    try damage(way)
    try bench.open(at: bench.workplace("other")).name("c", "Site c")
    _ = try DossierFolder.repair(
      bench.at("dossier"), from: bench.at("copy"), at: bench.workplace())
    let dossier = try bench.open()
    #expect(try dossier.verify().isWhole)
    #expect(dossier.siteNames.count == 3)
  }

  @Test func `of which nothing else is left goes on, and what came is merged into a copy`() throws {
    try bench.dossier("alone").name("a", "Site a")
    try bench.copy("alone", to: "copy")
    try bench.write(bench.journal(of: "alone"), "Z")
    try bench.open("alone").name("c", "Site c")
    let copy = try bench.open("copy", at: bench.workplace("far"))
    try copy.merge(.dossier(bench.at("alone")))
    #expect(copy.siteNames == ["a": "Site a", "c": "Site c"])
  }
}

struct `A dossier whose own file says nothing` {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
    try bench.dossier().name("a", "Site a")
  }

  @Test(arguments: ["", "[]", "{}", #"{"format":1}"#, nil])
  func `is known by its first operation, and says so`(_ text: String?) throws {
    let id = try bench.open().id
    try bench.remove("dossier/dossier.json")
    if let text { try bench.write("dossier/dossier.json", text) }
    let dossier = try bench.open()
    #expect(dossier.id == id)
    #expect(dossier.damages.map(\.kind) == [.identity])
    try dossier.name("b", "Site b")
    #expect(try bench.open().siteNames == ["a": "Site a", "b": "Site b"])
    #expect(try bench.open().verify().damages.map(\.kind) == [.identity])
    #expect(try bench.names("dossier/journal").count == 1)
  }
}
