import Auditing
import Chance
import Foundation
import Signing
import Synchronization
import Testing

@testable import Journaling

/// A folder of its own for one test, gone with it, with a fixed clock and seeded randomness.
final class Workbench: Sendable {
  let path: String
  private let bytes = Mutex(SplitMix(42))

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  static let clock = Timestamp(milliseconds: 1_795_250_824_560)

  /// A machine with its own memory of writers, or the same one under the same name.
  func workplace(_ machine: String = "machine", disk: Disk = .system) -> Workplace {
    Workplace(
      stateHome: at("state-\(machine)"), machine: machine, tool: "constat test",
      now: { Workbench.clock }, random: random, disk: disk, patience: .milliseconds(500))
  }

  /// Bytes that follow from one seed, never twice the same.
  var random: @Sendable (Int) -> [UInt8] {
    { count in
      self.bytes.withLock { numbers in
        (0..<count).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
      }
    }
  }

  func at(_ name: String) -> String { "\(path)/\(name)" }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: at(name))))
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(filePath: at(name)))
    return at(name)
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: at(name))[.posixPermissions] as? Int
  }

  func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: at(folder)).sorted()
  }

  func copy(_ from: String, to name: String) throws {
    try FileManager.default.copyItem(atPath: at(from), toPath: at(name))
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: at(name)) }

  /// Every file and folder under a folder with its bytes, modes included.
  func tree(_ folder: String) throws -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: at(folder)) {
      var isFolder: ObjCBool = false
      let path = at("\(folder)/\(name)")
      unsafe _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      let bytes = isFolder.boolValue ? [] : Array(try Data(contentsOf: URL(filePath: path)))
      tree["\(name) \(try mode("\(folder)/\(name)") ?? 0)"] = bytes
    }
    return tree
  }

  /// A new dossier in the folder `dossier`.
  func dossier(_ name: String = "dossier", at workplace: Workplace? = nil) throws -> DossierFolder {
    try .create(
      at(name), title: "Préfecture", purpose: .real, by: "ana", at: workplace ?? self.workplace())
  }

  func open(_ name: String = "dossier", at workplace: Workplace? = nil) throws -> DossierFolder {
    try .open(at(name), at: workplace ?? self.workplace())
  }

  /// The only journal of a dossier, by its name in the bench.
  func journal(of name: String = "dossier") throws -> String {
    let names = try names("\(name)/journal").filter { $0.hasSuffix(".journal") }
    return "\(name)/journal/\(try #require(names.first))"
  }
}

extension DossierFolder {
  /// Writes one operation of some events.
  @discardableResult
  func enter(_ events: [Event]) throws -> Auditing.Operation {
    try begin()
    for event in events { add(event) }
    return try #require(try commit())
  }

  /// Names a site.
  @discardableResult
  func name(_ site: String, _ name: String, by person: String = "ana") throws -> Auditing.Operation
  {
    try enter([.site(site, name, by: person)])
  }

  /// The names of the sites, by their ids.
  var siteNames: [String: String] {
    Dictionary(state.sites.map { ($0.id, $0.name) }) { $1 }
  }

  /// The events of a kind, in order.
  func events(_ kind: String) -> [Event] {
    state.history.operations.flatMap(\.events).compactMap(\.self).filter { $0.kind == kind }
  }
}

extension Event {
  static func site(_ site: String, _ name: String, by person: String = "ana") -> Event {
    Event("site.set", by: person, ["site": .text(site), "name": .text(name)])
  }
}

extension [UInt8] {
  /// The lines without their ends.
  var lines: [[UInt8]] { split(separator: 0x0A).map(Array.init) }

  var text: String { String(decoding: self, as: UTF8.self) }
}
