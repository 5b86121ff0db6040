/// The texts of an event that was just read, as far as they are few.
struct PassedFields {
  private struct Field {
    var name = Name()
    /// Where its value stands, from the beginning of the event on.
    var start: Int32 = 0
    var count: Int32 = 0
  }

  private static let limit = 12

  private let origin: Int
  private var fields = InlineArray<12, Field>(repeating: Field())
  private var count = 0

  /// Creates the fields of an event that begins at a place.
  init(after origin: Int) { self.origin = origin }

  /// Takes note of a text by its key, and by where its value stands within its quotation marks.
  mutating func note(_ key: CanonicalText.Key, value: Range<Int>, in bytes: Span<UInt8>) {
    guard count < Self.limit else { return }
    fields[count] = Field(
      name: Name(key, in: bytes), start: Int32(truncatingIfNeeded: value.lowerBound - origin),
      count: Int32(truncatingIfNeeded: value.count))
    count += 1
  }

  /// Whether all texts of the event are here.
  var isComplete: Bool { count < Self.limit }

  /// Where the value of a field stands; nothing where there is no such text.
  func value(of name: Name) -> Range<Int>? {
    for place in 0..<count where fields[place].name == name {
      let start = origin + Int(fields[place].start)
      return start..<(start + Int(fields[place].count))
    }
    return nil
  }

  /// The name of a field: its first eight bytes, the eight after them, and how many it has.
  struct Name: Equatable, Sendable {
    private var beginning: UInt64 = 0
    private var rest: UInt64 = 0
    private var count = 0

    /// Creates the name of no field.
    init() {}

    /// Creates the name that a text spells; nothing where it has more than 16 bytes.
    init?(_ text: String) {
      let bytes = text.utf8.span
      guard bytes.count <= 16 else { return nil }
      self.init(CanonicalText.Key(in: bytes, bytes.indices), in: bytes)
    }

    fileprivate init(_ key: CanonicalText.Key, in bytes: Span<UInt8>) {
      beginning = key.beginning
      count = key.range.count
      guard count > 8 else { return }
      let later = (key.range.lowerBound + 8)..<key.range.upperBound
      rest = CanonicalText.Key(in: bytes, later).beginning
    }
  }
}

extension EventKind {
  /// The names of the fields whose texts make a key, as many as there may be.
  struct KeyNames: Sendable {
    private var names = InlineArray<5, PassedFields.Name>(repeating: PassedFields.Name())
    /// How many they are; none where a key is only to be asked of the event.
    private(set) var count = 0
    /// Whether a key needs all of them.
    let isWhole: Bool

    init(_ key: Key) {
      let texts: [String]
      (texts, isWhole) =
        switch key {
        case .random: (["record"], true)
        case .of(let field): ([field], true)
        case .natural(let fields): (fields, false)
        }
      let known = texts.compactMap(PassedFields.Name.init)
      guard known.count == texts.count, known.count <= 5 else { return }
      for name in known {
        names[count] = name
        count += 1
      }
    }

    subscript(place: Int) -> PassedFields.Name { names[place] }
  }

  /// The key of the record that an event speaks of, by the texts in it; nothing where that is to be
  /// asked of the event, as where a text has escapes.
  func key(in fields: PassedFields, of bytes: Span<UInt8>) -> String? {
    let names = keyNames
    guard names.count > 0, fields.isComplete else { return nil }
    var key = InlineArray<80, UInt8>(repeating: 0)
    var (count, isASCII) = (0, true)
    for index in 0..<names.count {
      if index > 0 {
        guard count < 80 else { return nil }
        key[count] = 0x2F
        count += 1
      }
      guard let value = fields.value(of: names[index]) else {
        if names.isWhole { return nil }
        continue
      }
      let signs = bytes.signs(in: value)
      guard count + value.count <= 80, !signs.escape, names.count == 1 || !signs.separator
      else { return nil }
      isASCII = isASCII && signs.isASCII
      var room = key.mutableSpan
      unsafe room.withUnsafeMutableBufferPointer { room in
        unsafe bytes.extracting(value).withUnsafeBufferPointer { text in
          _ = unsafe UnsafeMutableBufferPointer(rebasing: room[count...])
            .update(fromContentsOf: text)
        }
      }
      count += value.count
    }
    let text = key.span.extracting(first: count)
    return unsafe String(copying: UTF8Span(unchecked: text, isKnownASCII: isASCII))
  }
}

extension Span<UInt8> {
  /// Whether a backslash is among some bytes, a sign that a key of several parts spells otherwise
  /// (`%`, `/`), and whether all are ASCII; eight are looked at together.
  fileprivate func signs(
    in range: Range<Int>
  ) -> (escape: Bool, separator: Bool, isASCII: Bool) {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var (escape, separator, all): (UInt64, UInt64, UInt64) = (0, 0, 0)
    func look(_ word: UInt64) {
      let (backslash, percent, slash) = (word ^ 0x5C * ones, word ^ 0x25 * ones, word ^ 0x2F * ones)
      escape |= (backslash &- ones) & ~backslash
      separator |= ((percent &- ones) & ~percent) | ((slash &- ones) & ~slash)
      all |= word
    }
    var place = range.lowerBound
    while place + 8 <= range.upperBound {
      look(word(at: place))
      place += 8
    }
    var rest: UInt64 = 0
    while place < range.upperBound {
      rest = rest << 8 | UInt64(self[place])
      place += 1
    }
    look(rest)
    return (escape & highs != 0, separator & highs != 0, all & highs == 0)
  }
}
