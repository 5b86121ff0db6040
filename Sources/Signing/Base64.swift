/// Base64 with its standard alphabet (RFC 4648, 4).
package enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The text of some bytes, with its padding or without.
  package static func text(of bytes: [UInt8], padded: Bool = true) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      var bits = part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= 8 * UInt32(3 - part.count)
      for place in 0...3 where place <= part.count {
        text.append(digits[Int(bits >> UInt32(18 - 6 * place) & 0x3F)])
      }
      if padded { text.append(contentsOf: repeatElement(0x3D, count: 3 - part.count)) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a text, or nothing when it is not exactly what the bytes are written as.
  package static func bytes(of text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    let padding = text.suffix(2).count { $0 == 0x3D }
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    for (place, digit) in text.dropLast(padding).enumerated() {
      guard let value = value(of: digit) else { return nil }
      bits = bits << 6 | UInt32(value)
      if place % 4 == 3 {
        for shift in [16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        bits = 0
      }
    }
    switch padding {
    case 1:
      guard bits & 0x3 == 0 else { return nil }
      bytes.append(UInt8(truncatingIfNeeded: bits >> 10))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
    case 2:
      guard bits & 0xF == 0 else { return nil }
      bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
    default: break
    }
    return bytes
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 0x41...0x5A: digit - 0x41
    case 0x61...0x7A: digit - 0x47
    case 0x30...0x39: digit + 4
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }
}
