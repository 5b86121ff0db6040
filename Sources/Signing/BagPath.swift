/// The name of a file in a bag, from the bag's folder.
///
/// Only `[A-Za-z0-9._-]` and `/`: other characters are written one way by BagIt and another by
/// `sha256sum`. No part is empty, `.` or `..`, begins with `-`, or is over 255 bytes; at most
/// 16 parts.
package struct BagPath: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  /// Reads a name, or nothing when it is none.
  package init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    guard parts.count <= 16, parts.allSatisfy({ Self.isName($0) }) else { return nil }
    self.text = String(text)
  }

  /// A name that is known to be one.
  init(unchecked text: String) { self.text = text }

  /// Whether some bytes are the name of one file or folder of a bag.
  static func isName(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, first != 0x2D, bytes.count <= 255,
      bytes.contains(where: { $0 != 0x2E }) || bytes.count > 2
    else { return false }
    return bytes.allSatisfy {
      switch $0 {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    }
  }

  /// The folders it lies in and its own name.
  var parts: [Substring] { text.split(separator: "/") }

  package static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package var description: String { text }
}

/// A line of a manifest (RFC 8493, 2.1.3), in the one spelling that `sha256sum` has for it.
enum ManifestLine {
  /// The parts of a line without its end: 64 digits, two spaces, a name.
  static func parts(of line: some StringProtocol) -> (Digest, BagPath)? {
    let bytes = Array(line.utf8)
    guard bytes.count > 66, bytes[64] == 0x20, bytes[65] == 0x20,
      let digest = Digest(hex: String(decoding: bytes[..<64], as: UTF8.self)),
      let path = BagPath(String(decoding: bytes[66...], as: UTF8.self))
    else { return nil }
    return (digest, path)
  }

  /// The bytes of a manifest.
  static func bytes(of lines: some Sequence<(path: BagPath, digest: Digest)>) -> [UInt8] {
    Array(lines.map { "\($0.digest)  \($0.path)\n" }.joined().utf8)
  }
}
