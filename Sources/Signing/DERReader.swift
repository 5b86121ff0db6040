/// The place reached in a distinguished encoding (X.690, 10): definite lengths, as short as can be.
struct DERReader {
  private var rest: ArraySlice<UInt8>

  /// Creates a reader at the start of an encoding.
  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// One value with its tag.
  struct Element {
    let tag: UInt8
    let content: ArraySlice<UInt8>
    /// The value with its tag and length.
    let whole: ArraySlice<UInt8>

    /// A reader of what is in it.
    var inside: DERReader { DERReader(content) }
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// The tag of the next value.
  var tag: UInt8? { rest.first }

  /// The next value, when it has that tag and a length in its one spelling.
  mutating func next(_ tag: UInt8) -> Element? {
    let start = rest.startIndex
    guard rest.count >= 2, rest[start] == tag else { return nil }
    var count = Int(rest[start + 1])
    var head = 2
    if count >= 0x80 {
      let digits = count & 0x7F
      guard (1...4).contains(digits), rest.count >= 2 + digits else { return nil }
      count = rest[(start + 2)..<(start + 2 + digits)].reduce(0) { $0 << 8 | Int($1) }
      guard rest[start + 2] != 0, count >= 0x80 else { return nil }
      head += digits
    }
    guard rest.count >= head + count else { return nil }
    let whole = rest[start..<(start + head + count)]
    rest = rest[whole.endIndex...]
    return Element(tag: tag, content: whole.dropFirst(head), whole: whole)
  }

  /// The next value, when it is exactly these bytes.
  mutating func skip(_ bytes: [UInt8]) -> Bool {
    guard rest.starts(with: bytes) else { return false }
    rest = rest.dropFirst(bytes.count)
    return true
  }

  /// All values left, when all have that tag.
  mutating func all(_ tag: UInt8) -> [Element]? {
    var elements: [Element] = []
    while !isAtEnd {
      guard let element = next(tag) else { return nil }
      elements.append(element)
    }
    return elements
  }

  /// Whether all values left, and all in them, are spelled as they must be: what is made of others
  /// says so in its tag, and nothing else does.
  var isWellFormed: Bool {
    var reader = self
    while let tag = reader.tag {
      let isMadeOfOthers = tag & 0x20 != 0
      let isOfUniversalUse = tag & 0xC0 == 0
      let mayBe = tag & 0x1F == 0x10 || tag & 0x1F == 0x11
      guard tag & 0x1F != 0x1F, !isOfUniversalUse || isMadeOfOthers == mayBe,
        let element = reader.next(tag), !isMadeOfOthers || element.inside.isWellFormed
      else { return false }
    }
    return true
  }

  /// A value with its tag and length.
  static func written(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    var (rest, digits) = (content.count, [UInt8]())
    while rest > 0 {
      digits.insert(UInt8(truncatingIfNeeded: rest), at: 0)
      rest >>= 8
    }
    let length =
      content.count < 0x80 ? [UInt8(content.count)] : [0x80 | UInt8(digits.count)] + digits
    return [tag] + length + content
  }

  static let integer: UInt8 = 0x02
  static let bytes: UInt8 = 0x04
  static let identifier: UInt8 = 0x06
  static let sequence: UInt8 = 0x30
  static let set: UInt8 = 0x31
  /// The context's own tag 0, made of other values.
  static let zero: UInt8 = 0xA0
}
