/// A SHA-256 value (FIPS 180-4).
package struct Digest: Hashable, Sendable {
  // Four big-endian words compare and hash faster than an array of 32 bytes.
  private let first, second, third, fourth: UInt64

  /// Creates a value of its bytes.
  package init(_ bytes: InlineArray<32, UInt8>) {
    func word(_ start: Int) -> UInt64 {
      var word: UInt64 = 0
      for place in start..<start + 8 { word = word << 8 | UInt64(bytes[place]) }
      return word
    }
    (first, second, third, fourth) = (word(0), word(8), word(16), word(24))
  }

  /// Reads 64 lowercase hexadecimal digits, or nothing of any other text.
  package init?(hex: some StringProtocol) {
    var bytes = InlineArray<32, UInt8>(repeating: 0)
    var place = 0
    for digit in hex.utf8 {
      guard place < 2 * Self.size else { return nil }
      switch digit {
      case 0x30...0x39: bytes[place / 2] = bytes[place / 2] << 4 | (digit - 0x30)
      case 0x61...0x66: bytes[place / 2] = bytes[place / 2] << 4 | (digit - 0x57)
      default: return nil
      }
      place += 1
    }
    guard place == 2 * Self.size else { return nil }
    self.init(bytes)
  }

  /// The bytes as four big-endian words.
  package var words: (UInt64, UInt64, UInt64, UInt64) { (first, second, third, fourth) }

  /// The number of bytes.
  package static let size = 32
}

extension Digest: Comparable, CustomStringConvertible {
  package static func < (left: Self, right: Self) -> Bool {
    (left.first, left.second, left.third, left.fourth)
      < (right.first, right.second, right.third, right.fourth)
  }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    [first, second, third, fourth].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
    }
  }

  /// The 64 lowercase hexadecimal digits as ASCII bytes.
  package var hexBytes: [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 2 * Self.size) { digits, count in
      for word in [first, second, third, fourth] {
        for digit in 0..<16 {
          let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * digit) & 0xF)
          unsafe digits[count + digit] = value.hexadecimalDigit
        }
        count += 16
      }
    }
  }

  /// The 64 lowercase hexadecimal digits.
  package var hex: String { String(decoding: hexBytes, as: UTF8.self) }

  package var description: String { hex }
}
