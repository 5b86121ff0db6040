/// A detached OpenPGP signature over bytes, version 4 (RFC 4880, 5.2.3).
package struct OpenPGPSignature: Hashable, Sendable {
  /// The file's bytes, as `gpg --armor` writes them.
  package let armored: [UInt8]
  /// The fingerprint of the key that it says made it, in capital hexadecimal digits.
  package let fingerprint: String

  /// Reads a signature file, strictly: what no signature covers has but one spelling, so that no
  /// byte of it can be changed unseen.
  ///
  /// - Throws: `signatureMalformed`.
  package init(armored: [UInt8]) throws(SigningError) {
    guard let packet = Self.packet(of: armored), let fingerprint = Self.fingerprint(of: packet)
    else { throw .signatureMalformed }
    (self.armored, self.fingerprint) = (armored, fingerprint)
  }

  /// The bytes between the lines of the armor, whose check sum must be right (RFC 4880, 6).
  private static func packet(of armored: [UInt8]) -> [UInt8]? {
    var lines = armored.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    guard lines.count > 5, lines.popLast() == [],
      lines.popLast() == Array("-----END PGP SIGNATURE-----".utf8),
      let sum = lines.popLast(), sum.count == 5, sum.first == 0x3D,
      lines.removeFirst() == Array("-----BEGIN PGP SIGNATURE-----".utf8),
      lines.removeFirst() == [],
      let last = lines.last?.count, (1...64).contains(last),
      lines.dropLast().allSatisfy({ $0.count == 64 }),
      let bytes = Base64.bytes(of: Array(lines.joined())),
      let expected = Base64.bytes(of: Array(sum.dropFirst())), checkSum(of: bytes) == expected
    else { return nil }
    return bytes
  }

  /// CRC-24 (RFC 4880, 6.1).
  private static func checkSum(of bytes: [UInt8]) -> [UInt8] {
    var crc: UInt32 = 0xB7_04CE
    for byte in bytes {
      crc ^= UInt32(byte) << 16
      for _ in 0..<8 {
        crc <<= 1
        if crc & 0x100_0000 != 0 { crc ^= 0x186_4CFB }
      }
    }
    return [16, 8, 0].map { UInt8(truncatingIfNeeded: crc >> UInt32($0)) }
  }

  private static func fingerprint(of bytes: [UInt8]) -> String? {
    var reader = WireReader(bytes[...])
    guard let tag = reader.bytes(1)?.first, let length = length(after: tag, &reader),
      let body = reader.bytes(length), reader.isAtEnd
    else { return nil }
    var packet = WireReader(body)
    // Version 4 of a signature over bytes; the algorithms are covered by it.
    guard packet.bytes(2).map(Array.init) == [4, 0], packet.bytes(2) != nil,
      let signed = packet.short(), let hashed = packet.bytes(signed),
      let issuer = issuer(in: hashed), let free = packet.short(),
      packet.bytes(free).map(Array.init) == [9, 16] + issuer.suffix(8),
      packet.bytes(2) != nil, !packet.isAtEnd
    else { return nil }
    while !packet.isAtEnd {
      // A number is written without leading zeros, and its length in bits says so.
      guard let bits = packet.short(), bits > 0, let number = packet.bytes((bits + 7) / 8),
        let first = number.first, first.leadingZeroBitCount == (8 - bits % 8) % 8
      else { return nil }
    }
    return issuer.hexadecimal.uppercased()
  }

  /// The length of a signature packet in its shortest spelling (RFC 4880, 4.2).
  private static func length(after tag: UInt8, _ reader: inout WireReader) -> Int? {
    switch tag {
    case 0x88: return reader.bytes(1).flatMap { $0.first.map(Int.init) }
    case 0x89: return reader.short().flatMap { $0 > 0xFF ? $0 : nil }
    default: return nil
    }
  }

  /// The key's fingerprint among the parts that the signature covers (type 33, version 4).
  private static func issuer(in parts: ArraySlice<UInt8>) -> [UInt8]? {
    var reader = WireReader(parts)
    var issuer: [UInt8]?
    while !reader.isAtEnd {
      guard let count = reader.bytes(1)?.first, (1..<192).contains(count),
        let part = reader.bytes(Int(count))
      else { return nil }
      if part.count == 22, part.starts(with: [33, 4]) { issuer = Array(part.dropFirst(2)) }
    }
    return issuer
  }
}

extension WireReader {
  /// The next 16-bit number.
  fileprivate mutating func short() -> Int? { bytes(2)?.reduce(0) { $0 << 8 | Int($1) } }
}
