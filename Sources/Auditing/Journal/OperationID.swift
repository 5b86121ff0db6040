/// The id of an operation: SHA-256 of its line's header, kept as four words.
///
/// Any other text, such as the name of an operation that is being prepared, is kept as it is.
package struct OperationID: Hashable, Sendable {
  private var form: Form

  private enum Form: Hashable, Sendable {
    case digest(UInt64, UInt64, UInt64, UInt64)
    case text(String)
  }

  /// Creates the id of four big-endian words of a digest.
  package init(_ words: (UInt64, UInt64, UInt64, UInt64)) {
    form = .digest(words.0, words.1, words.2, words.3)
  }

  /// Creates the id that a text spells.
  package init(_ text: String) {
    self =
      text.utf8.count == 64
      ? Self(hex: text.utf8.span, at: 0) ?? Self(text: text) : Self(text: text)
  }

  private init(text: String) { form = .text(text) }

  /// Reads 64 lowercase hexadecimal digits at a place, or nothing of anything else.
  package init?(hex bytes: Span<UInt8>, at start: Int) {
    guard start >= 0, bytes.count - start >= 64, let first = bytes.hexWord(at: start),
      let second = bytes.hexWord(at: start + 16), let third = bytes.hexWord(at: start + 32),
      let fourth = bytes.hexWord(at: start + 48)
    else { return nil }
    form = .digest(first, second, third, fourth)
  }

  /// The first 64 bits of a digest; nothing for another text.
  package var prefix: UInt64? {
    if case .digest(let first, _, _, _) = form { first } else { nil }
  }

  /// The bits that place a digest in a table; nothing for another text.
  ///
  /// The seed differs from one process to the next, so that nobody can make ids that all fall
  /// together.
  func bits(seed: UInt64) -> UInt64? {
    guard case .digest(let a, let b, let c, let d) = form else { return nil }
    let one = (a ^ seed).multipliedFullWidth(by: b ^ 0x9E37_79B9_7F4A_7C15)
    let two = (c ^ seed).multipliedFullWidth(by: d ^ 0xBF58_476D_1CE4_E5B9)
    return one.high ^ one.low ^ (two.high &+ two.low)
  }

  /// The id as a text: 64 lowercase hexadecimal digits, or what else it was made of.
  package var text: String {
    switch form {
    case .text(let text): text
    case .digest(let a, let b, let c, let d):
      unsafe String(unsafeUninitializedCapacity: 64) { digits in
        for (place, word) in [a, b, c, d].enumerated() {
          for digit in 0..<16 {
            let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * digit) & 0xF)
            unsafe digits[16 * place + digit] = value < 10 ? 0x30 + value : 0x57 + value
          }
        }
        return 64
      }
    }
  }
}

extension OperationID: Comparable, CustomStringConvertible {
  package static func < (left: Self, right: Self) -> Bool {
    if case .digest(let a, let b, let c, let d) = left.form,
      case .digest(let e, let f, let g, let h) = right.form
    {
      return (a, b, c, d) < (e, f, g, h)
    }
    return left.text < right.text
  }

  package var description: String { text }
}

/// The 64 digits of an id as they stand in a line, to be compared before they are read.
package struct OperationIDText: Sendable {
  private var words = SIMD8<UInt64>(repeating: 0)

  /// Creates the text of no id.
  package init() {}

  /// Takes what stands at a place; nothing where fewer than 64 bytes are left.
  package init?(_ bytes: Span<UInt8>, at start: Int) {
    guard start >= 0, bytes.count - start >= 64 else { return nil }
    for index in 0..<8 { words[index] = bytes.word(at: start + 8 * index) }
  }

  /// Whether the same digits stand at a place.
  package func stands(in bytes: Span<UInt8>, at start: Int) -> Bool {
    OperationIDText(bytes, at: start)?.words == words
  }
}

extension Span<UInt8> {
  /// Eight bytes from a place, the first as the lowest.
  @inlinable
  package func word(at place: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The value of 16 lowercase hexadecimal digits at a place, or nothing of anything else.
  package func hexWord(at place: Int) -> UInt64? {
    guard let high = Self.hexHalf(word(at: place)), let low = Self.hexHalf(word(at: place + 8))
    else { return nil }
    return high << 32 | low
  }

  /// The value of eight lowercase hexadecimal digits, all at once: a letter has the bit 0x40.
  private static func hexHalf(_ word: UInt64) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let letters = (word >> 6) & ones
    let low = word & (0x0F * ones)
    guard word & (0xF0 * ones) == 0x30 * ones + letters * 0x30 else { return nil }
    let values = low + letters * 9
    let beyondNine = (low + 6 * ones) & (0x10 * ones) & ~(letters << 4)
    let beyondF = values & (0x10 * ones)
    let beforeA = (letters << 4) & ~(low + 0x0F * ones)
    guard beyondNine | beyondF | beforeA == 0 else { return nil }
    var packed = values.byteSwapped
    packed = (packed | packed >> 4) & 0x00FF_00FF_00FF_00FF
    packed = (packed | packed >> 8) & 0x0000_FFFF_0000_FFFF
    return (packed | packed >> 16) & 0xFFFF_FFFF
  }
}
