extension Sequence<UInt8> {
  /// The bytes in lowercase hexadecimal.
  package var hexadecimal: String {
    var digits: [UInt8] = []
    for byte in self {
      for half in [byte >> 4, byte & 0xF] { digits.append(half < 10 ? 0x30 + half : 0x57 + half) }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
