/// A signature made by OpenSSH over a message (PROTOCOL.sshsig, version 1).
package struct SSHSignature: Hashable, Sendable {
  /// The file's bytes, as `ssh-keygen -Y sign` writes them.
  package let armored: [UInt8]
  /// The key that it says made it.
  package let key: PublicKey
  package let namespace: String
  package let hashAlgorithm: String

  /// Reads a signature file, strictly: any other way of writing the same is refused, so that
  /// no byte of it can be changed unseen.
  ///
  /// - Throws: `signatureMalformed`.
  package init(armored: [UInt8]) throws(SigningError) {
    guard let blob = Self.blob(of: armored), let parts = Self.parts(of: blob) else {
      throw .signatureMalformed
    }
    self.armored = armored
    (key, namespace, hashAlgorithm) = parts
  }

  private static func blob(of armored: [UInt8]) -> [UInt8]? {
    var lines = armored.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.popLast()?.isEmpty == true,
      lines.popLast().map(Array.init) == Array("-----END SSH SIGNATURE-----".utf8),
      lines.first.map(Array.init) == Array("-----BEGIN SSH SIGNATURE-----".utf8)
    else { return nil }
    lines.removeFirst()
    guard let width = lines.first?.count, let last = lines.last?.count, (1...width).contains(last),
      lines.dropLast().allSatisfy({ $0.count == width })
    else { return nil }
    return Base64.bytes(of: Array(lines.joined()))
  }

  private static func parts(of blob: [UInt8]) -> (PublicKey, String, String)? {
    var reader = WireReader(blob[...])
    guard reader.bytes(6).map(Array.init) == Array("SSHSIG".utf8), reader.number() == 1,
      let key = reader.string().flatMap({ PublicKey(blob: Array($0)) }),
      let namespace = reader.text(), !namespace.isEmpty,
      reader.string()?.isEmpty == true,
      let hashAlgorithm = reader.text(),
      let signature = reader.string(), !signature.isEmpty, reader.isAtEnd
    else { return nil }
    return (key, namespace, hashAlgorithm)
  }

  /// The file's text.
  package var text: String { String(decoding: armored, as: UTF8.self) }
}

/// What a signature is for, so that one made for a purpose proves nothing for another.
package enum Namespace: String, CaseIterable, Sendable {
  case seal = "constat-seal"
  case journal = "constat-journal"
}
