/// Moves over JSON in its canonical form (RFC 8785), byte by byte, and builds nothing.
///
/// It knows texts, integers, booleans, lists and objects in the form in which this program writes
/// them. What it does not know is not wrong for that: a parser has the last word.
struct CanonicalText {
  /// The next byte.
  var place: Int
  private var depth = 0

  private static let depthLimit = 32
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  init(at place: Int) { self.place = place }

  /// Moves past one value that is well formed, or gives up.
  mutating func passValue(_ bytes: Span<UInt8>) -> Bool {
    guard place < bytes.count else { return false }
    switch bytes[place] {
    case 0x22: return passText(bytes)
    case 0x2D, 0x30...0x39: return passInteger(bytes)
    case 0x74: return passWord(0x65_7572_74, 4, bytes)
    case 0x66: return passWord(0x65_736C_6166, 5, bytes)
    case 0x5B: return passList(bytes)
    case 0x7B: return passObject(bytes)
    default: return false
    }
  }

  private mutating func passWord(_ word: UInt64, _ length: Int, _ bytes: Span<UInt8>) -> Bool {
    guard place + length <= bytes.count else { return false }
    for offset in 0..<length
    where bytes[place + offset] != UInt8(truncatingIfNeeded: word >> UInt64(8 * offset)) {
      return false
    }
    place += length
    return true
  }

  /// Moves past an integer of at most 15 digits.
  private mutating func passInteger(_ bytes: Span<UInt8>) -> Bool {
    let isNegative = bytes[place] == 0x2D
    if isNegative { place += 1 }
    let start = place
    while place < bytes.count, bytes[place] &- 0x30 < 10 { place += 1 }
    guard place > start, place - start <= 15 else { return false }
    guard bytes[start] == 0x30 else { return true }
    return place == start + 1 && !isNegative
  }

  private mutating func passList(_ bytes: Span<UInt8>) -> Bool {
    guard enter(), place < bytes.count else { return false }
    if bytes[place] == 0x5D { return leave() }
    while true {
      guard passValue(bytes), place < bytes.count else { return false }
      if bytes[place] == 0x5D { return leave() }
      guard bytes[place] == 0x2C else { return false }
      place += 1
    }
  }

  private mutating func passObject(_ bytes: Span<UInt8>) -> Bool {
    guard enter(), place < bytes.count else { return false }
    if bytes[place] == 0x7D { return leave() }
    var last: Range<Int>?
    while true {
      guard let key = passKey(bytes, upTo: 0xEE, after: last), passValue(bytes),
        place < bytes.count
      else { return false }
      last = key
      if bytes[place] == 0x7D { return leave() }
      guard bytes[place] == 0x2C else { return false }
      place += 1
    }
  }

  private mutating func enter() -> Bool {
    depth += 1
    place += 1
    return depth < Self.depthLimit
  }

  private mutating func leave() -> Bool {
    depth -= 1
    place += 1
    return true
  }

  /// Moves past a key and its colon: a plain text that comes after the key before it.
  ///
  /// Below the byte 0xEE the order of UTF-16 units is the order of bytes.
  mutating func passKey(
    _ bytes: Span<UInt8>, upTo limit: UInt8, after last: Range<Int>?
  ) -> Range<Int>? {
    let start = place + 1
    guard passText(bytes), place < bytes.count, bytes[place] == 0x3A else { return nil }
    let key = start..<(place - 1)
    place += 1
    for offset in key where bytes[offset] >= limit || bytes[offset] == 0x5C { return nil }
    guard let last else { return key }
    return Self.precedes(last, key, bytes) ? key : nil
  }

  /// A key of ASCII, by its place and by the eight bytes that it begins with.
  struct Key {
    let range: Range<Int>
    let beginning: UInt64

    /// Creates the key of which that is known.
    init(range: Range<Int>, beginning: UInt64) {
      self.range = range
      self.beginning = beginning
    }

    /// Creates the key at a place; of its beginning the first byte is the highest, and zeros come
    /// after its end.
    init(in bytes: Span<UInt8>, _ range: Range<Int>) {
      var beginning: UInt64 = 0
      for offset in 0..<8 {
        beginning <<= 8
        if offset < range.count { beginning |= UInt64(bytes[range.lowerBound + offset]) }
      }
      self.init(range: range, beginning: beginning)
    }
  }

  /// Moves past a key and its colon: a plain ASCII text that comes after the key before it.
  mutating func passKey(_ bytes: Span<UInt8>, after last: Key?) -> Key? {
    guard let key = passShortKey(bytes) else {
      guard let range = passKey(bytes, upTo: 0x80, after: last?.range) else { return nil }
      return Key(in: bytes, range)
    }
    guard let last else { return key }
    if last.beginning != key.beginning { return last.beginning < key.beginning ? key : nil }
    return Self.precedes(last.range, key.range, bytes) ? key : nil
  }

  /// Moves past a key of at most 15 bytes and its colon, eight looked at together; stays where it
  /// is before any other.
  private mutating func passShortKey(_ bytes: Span<UInt8>) -> Key? {
    guard place + 18 <= bytes.count, bytes[place] == 0x22 else { return nil }
    let first = Self.plainStart(of: bytes.word(at: place + 1))
    var size = first.count
    if size == 8 {
      let second = Self.plainStart(of: bytes.word(at: place + 9))
      guard second.count < 8 else { return nil }
      size += second.count
    }
    guard size > 0, bytes[place + size + 1] == 0x22, bytes[place + size + 2] == 0x3A
    else { return nil }
    defer { place += size + 3 }
    return Key(range: (place + 1)..<(place + 1 + size), beginning: first.content.byteSwapped)
  }

  /// How many bytes of a word, the lowest first, are plain ASCII of a text, and those.
  private static func plainStart(of word: UInt64) -> (count: Int, content: UInt64) {
    let quotes = word ^ (0x22 * ones)
    let escapes = word ^ (0x5C * ones)
    let end =
      (word | ((word &- 0x20 * ones) & ~word) | ((quotes &- ones) & ~quotes)
        | ((escapes &- ones) & ~escapes)) & highs
    guard end != 0 else { return (8, word) }
    let count = end.trailingZeroBitCount >> 3
    return (count, word & (1 << UInt64(8 * count) - 1))
  }

  private static func precedes(
    _ one: Range<Int>, _ other: Range<Int>, _ bytes: Span<UInt8>
  ) -> Bool {
    let shared = min(one.count, other.count)
    for offset in 0..<shared {
      let (left, right) = (bytes[one.lowerBound + offset], bytes[other.lowerBound + offset])
      if left != right { return left < right }
    }
    return one.count < other.count
  }
}

// MARK: - Texts

extension CanonicalText {
  /// Moves past a text of well-formed UTF-8 with the escapes that canonical JSON has.
  mutating func passText(_ bytes: Span<UInt8>) -> Bool {
    guard place < bytes.count, bytes[place] == 0x22 else { return false }
    place += 1
    while place < bytes.count {
      place = Self.plain(bytes, from: place)
      guard place < bytes.count else { return false }
      switch bytes[place] {
      case 0x22:
        place += 1
        return true
      case 0x5C: guard passEscape(bytes) else { return false }
      case 0..<0x20: return false
      case 0x80...: guard passScalar(bytes) else { return false }
      default: place += 1
      }
    }
    return false
  }

  /// The first byte from a place that is no plain ASCII of a text: eight are looked at together.
  private static func plain(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place + 8 <= bytes.count {
      let count = plainStart(of: bytes.word(at: place)).count
      if count < 8 { return place + count }
      place += 8
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte >= 0x80 { return place }
      place += 1
    }
    return place
  }

  private mutating func passEscape(_ bytes: Span<UInt8>) -> Bool {
    guard place + 1 < bytes.count else { return false }
    switch bytes[place + 1] {
    case 0x22, 0x5C, 0x62, 0x66, 0x6E, 0x72, 0x74:
      place += 2
      return true
    default: return false
    }
  }

  /// Moves past one scalar beyond ASCII (Unicode, table 3-7).
  private mutating func passScalar(_ bytes: Span<UInt8>) -> Bool {
    let lead = bytes[place]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return false
    }
    guard place + length <= bytes.count, second.contains(bytes[place + 1]) else { return false }
    for offset in stride(from: 2, to: length, by: 1)
    where bytes[place + offset] & 0xC0 != 0x80 { return false }
    place += length
    return true
  }
}

// MARK: - What is known to be well formed

extension CanonicalText {
  /// Moves past a value that is known to be well formed.
  mutating func skipValue(_ bytes: Span<UInt8>) {
    switch bytes[place] {
    case 0x22: skipText(bytes)
    case 0x5B, 0x7B:
      var open = 0
      repeat {
        switch bytes[place] {
        case 0x22:
          skipText(bytes)
          continue
        case 0x5B, 0x7B: open += 1
        case 0x5D, 0x7D: open -= 1
        default: break
        }
        place += 1
      } while open > 0
    default:
      while place < bytes.count, bytes[place] != 0x2C, bytes[place] != 0x7D, bytes[place] != 0x5D {
        place += 1
      }
    }
  }

  /// Moves past a text that is known to be well formed.
  mutating func skipText(_ bytes: Span<UInt8>) {
    place += 1
    while true {
      place = Self.end(bytes, from: place)
      guard place < bytes.count else { return }
      if bytes[place] == 0x22 {
        place += 1
        return
      }
      place += 2
    }
  }

  /// The first quotation mark or backslash from a place.
  private static func end(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place + 8 <= bytes.count {
      let word = bytes.word(at: place)
      let quote = word ^ (0x22 * ones)
      let escape = word ^ (0x5C * ones)
      let found = (((quote &- ones) & ~quote) | ((escape &- ones) & ~escape)) & highs
      if found != 0 { return place + found.trailingZeroBitCount >> 3 }
      place += 8
    }
    while place < bytes.count, bytes[place] != 0x22, bytes[place] != 0x5C { place += 1 }
    return place
  }

  private static func isASCII(_ bytes: Span<UInt8>) -> Bool {
    var (place, all): (Int, UInt64) = (0, 0)
    while place + 8 <= bytes.count {
      all |= bytes.word(at: place)
      place += 8
    }
    while place < bytes.count {
      all |= UInt64(bytes[place])
      place += 1
    }
    return all & highs == 0
  }

  /// The text here, which is known to be well formed, without escapes.
  func text(_ bytes: Span<UInt8>) -> String {
    var end = self
    end.skipText(bytes)
    let content = bytes.extracting((place + 1)..<(end.place - 1))
    guard Self.end(bytes, from: place + 1) != end.place - 1 else {
      let isASCII = Self.isASCII(content)
      return unsafe String(copying: UTF8Span(unchecked: content, isKnownASCII: isASCII))
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(content.count)
    var offset = 0
    while offset < content.count {
      let byte = content[offset]
      offset += 1
      guard byte == 0x5C, offset < content.count else {
        plain.append(byte)
        continue
      }
      plain.append(Self.escaped(content[offset]))
      offset += 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func escaped(_ letter: UInt8) -> UInt8 {
    switch letter {
    case 0x62: 0x08
    case 0x66: 0x0C
    case 0x6E: 0x0A
    case 0x72: 0x0D
    case 0x74: 0x09
    default: letter
    }
  }
}
