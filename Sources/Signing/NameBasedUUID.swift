import CMessageDigest

/// Identifiers that follow from a name alone, so that what is written twice has them twice.
package enum NameBasedUUID {
  /// The name space of URLs (RFC 9562, 6.6).
  private static let urls: [UInt8] = [
    0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
  ]

  /// The UUID of version 5 of a URI (RFC 9562, 5.5), which rests on SHA-1 for want of another.
  package static func text(of uri: String) -> String {
    var context = SHA1_CTX()
    unsafe SHA1Init(&context)
    let name = urls + Array(uri.utf8)
    unsafe name.withUnsafeBufferPointer { buffer in
      unsafe SHA1Update(&context, buffer.baseAddress, buffer.count)
    }
    var bytes = [UInt8](repeating: 0, count: 20)
    unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      unsafe SHA1Final(buffer.baseAddress, &context)
    }
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
    return groups.map { bytes[$0].hexadecimal }.joined(separator: "-")
  }
}
