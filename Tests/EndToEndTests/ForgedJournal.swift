import Foundation
import Testing

/// A journal that another program wrote for a writer of its own: its hashes hold, and its texts may
/// be anything.
struct ForgedJournal {
  private let sandbox: Sandbox
  private let dossier: String
  private let writer = "aaaaaaaaaaaaaaaa"
  private var lines: [String] = []
  private var last = String(repeating: "0", count: 64)

  init(_ sandbox: Sandbox, in dossier: String) {
    (self.sandbox, self.dossier) = (sandbox, dossier)
  }

  /// What all entries of a dossier say, in order.
  static func bodies(_ sandbox: Sandbox, in dossier: String) throws -> [[String: Any]] {
    try journals(sandbox, dossier).flatMap { journal in
      try journal.flatMap { line in
        try line.split(separator: "\t").dropFirst(2).compactMap {
          try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
      }
    }
  }

  private static func journals(_ sandbox: Sandbox, _ dossier: String) throws -> [[Substring]] {
    try sandbox.files(dossier).filter { $0.hasPrefix("journal/") && $0.hasSuffix(".journal") }.map {
      try sandbox.text("\(dossier)/\($0)").split(separator: "\n")
    }
  }

  /// Adds an operation of some bodies; the first has seen all that the dossier holds.
  mutating func add(_ bodies: [[String: Any]], version: Int = 1) throws {
    var bodies = bodies
    var seen: [String] = []
    if lines.isEmpty {
      bodies.insert(
        ["by": "eve", "kind": "writer.opened", "tool": "x", "why": "new", "writer": writer], at: 0)
      seen = try Self.journals(sandbox, dossier).compactMap { journal in
        try journal.last.map { line in
          let parts = line.split(separator: "\t")
          let header = try JSONSerialization.jsonObject(with: Data(parts[1].utf8))
          let fields = try #require(header as? [String: Any])
          return "\(try #require(fields["w"])) \(try #require(fields["n"])) \(parts[0])"
        }
      }
    }
    let texts = try bodies.enumerated().map { place, body in
      try Self.text(body.merging(["salt": Self.digits(place, 32)]) { $1 })
    }
    let header = try Self.text([
      "at": "2026-11-21T10:00:00.000Z", "body": try digests(of: texts), "n": lines.count + 1,
      "prev": last, "seen": seen.sorted(), "v": version, "w": writer,
    ])
    last = try digests(of: [header])[0]
    lines.append(([last, header] + texts).joined(separator: "\t") + "\n")
    try sandbox.write("\(dossier)/journal/\(writer).journal", lines.joined())
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: count - digits.count) + digits
  }

  private static func text(_ object: [String: Any]) throws -> String {
    String(
      decoding: try JSONSerialization.data(
        withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes]), as: UTF8.self)
  }

  private func digests(of texts: [String]) throws -> [String] {
    for (place, text) in texts.enumerated() {
      try sandbox.write("forged/\(Self.digits(place, 6))", text)
    }
    let sums = try sandbox.shell("cd forged && sha256sum * && cd .. && rm -r forged").output
    return sums.split(separator: "\n").map { String($0.prefix(64)) }
  }
}
