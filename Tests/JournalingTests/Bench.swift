import Auditing
import Foundation
import Journaling
import Synchronization

/// A temporary folder with a workplace whose clock and randomness are fixed.
final class Bench: Sendable {
  let root: String
  private let count = Mutex<UInt64>(0)
  private let steps = Mutex<Int>(0)

  init() throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "constat-journal-\(UUID())")
    root = folder.path
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// A workplace on a disk; another machine is another `machine`.
  func workplace(_ disk: Disk = .system, machine: String = "machine-1") -> Workplace {
    Workplace(
      stateHome: "\(root)/state", machine: machine, tool: "constat-test 1",
      now: { [self] in
        let step = steps.withLock { step in
          step += 1
          return step
        }
        return Timestamp(milliseconds: 1_795_000_000_000 + 1000 * step)
      },
      random: { [self] size in
        count.withLock { count in
          (0..<size).map { _ in
            count = count &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: count >> 33)
          }
        }
      },
      disk: disk, patience: .milliseconds(500))
  }

  /// A new dossier at a name in the folder.
  func dossier(_ name: String = "d", _ disk: Disk = .system) throws -> DossierFolder {
    try DossierFolder.create(
      "\(root)/\(name)", title: "Essai", purpose: .real, by: "ann", at: workplace(disk))
  }

  func open(_ name: String = "d", _ disk: Disk = .system, machine: String = "machine-1") throws
    -> DossierFolder
  {
    try DossierFolder.open("\(root)/\(name)", at: workplace(disk, machine: machine))
  }

  /// The paths of the journals of a dossier, in order.
  func journals(_ name: String = "d") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(name)/journal").sorted()
      .filter { $0.hasSuffix(".journal") }.map { "\(root)/\(name)/journal/\($0)" }
  }

  /// The names of all in the journal folder of a dossier.
  func names(_ name: String = "d") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(name)/journal").sorted()
  }

  func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// The permissions of a file or folder.
  func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? Int) ?? 0
  }
}

extension DossierFolder {
  /// Enters one event as an operation.
  @discardableResult
  func enter(_ kind: String, _ fields: [String: Content]) throws -> Auditing.Operation? {
    try begin()
    add(Event(kind, by: "ann", fields))
    return try commit()
  }

  /// Enters a site by its id.
  @discardableResult
  func enterSite(_ id: String, _ name: String? = nil) throws -> Auditing.Operation? {
    try enter("site.set", ["site": .text(id), "name": .text(name ?? id)])
  }
}
