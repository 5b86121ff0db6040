extension Sequence<UInt8> {
  /// The bytes in lowercase hexadecimal.
  @inlinable
  package var hexadecimal: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * underestimatedCount)
    for byte in self {
      digits.append((byte >> 4).hexadecimalDigit)
      digits.append((byte & 0xF).hexadecimalDigit)
    }
    return String(decoding: digits, as: UTF8.self)
  }
}

extension UInt8 {
  /// The lowercase digit of a value below 16, as ASCII.
  @inlinable
  package var hexadecimalDigit: UInt8 { self < 10 ? 0x30 + self : 0x57 + self }
}
