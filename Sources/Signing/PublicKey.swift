/// An OpenSSH public key.
package struct PublicKey: Hashable, Sendable {
  /// Its algorithm as OpenSSH names it, `ssh-ed25519` for one.
  package let type: String
  /// Its encoding (RFC 4253, 6.6).
  package let blob: [UInt8]

  /// Reads a key's encoding, or nothing when it does not begin with the name of an algorithm.
  init?(blob: [UInt8]) {
    var reader = WireReader(blob[...])
    guard let type = reader.text(), !type.isEmpty, !reader.isAtEnd else { return nil }
    self.type = type
    self.blob = blob
  }

  /// Reads the two first columns of a line of a `.pub` file.
  package init?(type: some StringProtocol, base64: some StringProtocol) {
    guard let blob = Base64.bytes(of: Array(base64.utf8)) else { return nil }
    self.init(blob: blob)
    guard self.type == type else { return nil }
  }

  /// Reads a line of a `.pub` file, with whatever comment follows the key.
  package init?(line: some StringProtocol) {
    let columns = line.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard columns.count >= 2 else { return nil }
    self.init(type: columns[0], base64: columns[1])
  }

  /// The two columns that name the key in a `.pub` file or a register.
  package var line: String { "\(type) \(Base64.text(of: blob))" }

  /// What one compares aloud: SHA-256 of the encoding, as OpenSSH writes it.
  package var fingerprint: String {
    "SHA256:" + Base64.text(of: Digest.of(blob).bytes, padded: false)
  }
}

/// The place reached in an encoding made of strings with their lengths (RFC 4251, 5).
struct WireReader {
  private var rest: ArraySlice<UInt8>

  /// Creates a reader at the start of an encoding.
  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  /// The next so many bytes.
  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// The next 32-bit number.
  mutating func number() -> Int? {
    bytes(4)?.reduce(0) { $0 << 8 | Int($1) }
  }

  /// The next string.
  mutating func string() -> ArraySlice<UInt8>? {
    guard let count = number() else { return nil }
    return bytes(count)
  }

  /// The next string, when it is well-formed UTF-8.
  mutating func text() -> String? {
    string().flatMap { String(validating: $0, as: UTF8.self) }
  }
}
