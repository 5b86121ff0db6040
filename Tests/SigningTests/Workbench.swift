import Foundation
import Signing
import Testing

/// A folder of its own for one test, gone with it.
final class Workbench: Sendable {
  let path: String
  let programs = Programs(environment: ProcessInfo.processInfo.environment)
  var keygen: SSHKeygen { SSHKeygen(programs) }

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "signing-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func at(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = URL(filePath: at(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: at(name))))
  }

  func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: at(name))[.posixPermissions] as? Int
  }

  /// What a shell says of some commands, run in the folder; only tests have a shell.
  func shell(_ script: String, environment: [String: String] = [:]) throws -> Subprocess.Result {
    var run = Subprocess("/bin/bash", ["-c", "cd \"$0\" && \(script)", path])
    run.environment = programs.environment.filter { ["PATH", "HOME"].contains($0.key) }
      .merging(environment) { $1 }
    return try run.run()
  }

  func key(_ folder: String = "keys", _ identity: String = "alice@org.example") throws -> SigningKey
  {
    try SigningKey.ownOrNew(in: at(folder), Identity(identity), keygen)
  }

  static let entries: [Bag.Entry] = [
    .init(path: "rapport.html", source: .bytes(Array("<p>Rapport</p>\n".utf8))),
    .init(path: "evidence/index.tsv", source: .bytes(Array("a\tb\n".utf8))),
    .init(path: "empty.txt", source: .bytes([])),
  ]

  static let info = Bag.Info(
    externalIdentifier: "audit-2026-001-e1", baggingDate: "2026-11-21",
    softwareAgent: "constat 0.1")

  func signer(_ key: SigningKey, _ identity: String = "alice@org.example") throws -> Bag.Signer {
    try Bag.Signer(
      identity: Identity(identity), name: "Alice Martin", fingerprint: key.publicKey.fingerprint,
      handle: "alice")
  }

  /// A small bag, signed by a key made for it, and a register that knows the key.
  func signedBag(
    _ name: String = "bag", identity: String = "alice@org.example"
  ) throws -> (key: SigningKey, register: AllowedSigners) {
    let key = try key("keys", identity)
    let draft = try Bag.Draft.build(
      at: at(name), Self.entries, Self.info, signer: signer(key, identity))
    let statement = try draft.statement(
      document: "audit-2026-001-e1", role: "auditrice", name: "Alice Martin",
      quality: "responsable d'audit", act: .signs, date: "2026-11-21T08:56:37Z")
    try draft.publish(statement, .ssh(keygen.sign(statement.bytes, .seal, with: key)))
    let register = try AllowedSigners.add(
      Identity(identity), key.publicKey, comment: "Alice Martin", to: at("allowed_signers"))
    return (key, register)
  }

  func verify(_ name: String = "bag", _ register: AllowedSigners?) throws -> BagVerification {
    try BagVerification.verify(at(name), programs, trust: Trust(register))
  }

  /// The regular files of a bag, by their names in it.
  func files(_ name: String = "bag") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: at(name)).filter {
      var isFolder: ObjCBool = false
      return unsafe FileManager.default.fileExists(
        atPath: at("\(name)/\($0)"), isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}
