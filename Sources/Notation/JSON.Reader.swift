extension JSON {
  /// The place reached in a JSON text, and what moves it on.
  struct Reader {
    let limits: Limits
    var offset = 0
    private var depth = 0

    /// Creates a reader at the start of a text.
    init(limits: Limits) { self.limits = limits }

    /// Reads a text that is one value.
    mutating func document(_ bytes: Span<UInt8>) throws(NotationError) -> JSON {
      guard bytes.count <= limits.size else {
        throw NotationError(.tooLong(limit: limits.size), at: limits.size)
      }
      if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
        throw NotationError(.byteOrderMark, at: 0)
      }
      skipSpace(bytes)
      let value = try value(bytes)
      skipSpace(bytes)
      guard offset == bytes.count else { throw NotationError(.trailing, at: offset) }
      return value
    }

    private mutating func value(_ bytes: Span<UInt8>) throws(NotationError) -> JSON {
      switch try next(bytes) {
      case 0x22: return .text(try string(bytes))
      case 0x7B: return .object(try object(bytes))
      case 0x5B: return .list(try list(bytes))
      case 0x2D, 0x30...0x39: return try number(bytes)
      case 0x74:
        try word("true", bytes)
        return .bool(true)
      case 0x66:
        try word("false", bytes)
        return .bool(false)
      case 0x6E:
        if limits.canonicalKeys { throw NotationError(.null, at: offset) }
        try word("null", bytes)
        return .null
      default: throw unexpected(bytes)
      }
    }

    private mutating func list(_ bytes: Span<UInt8>) throws(NotationError) -> [JSON] {
      try enter(bytes)
      var elements: [JSON] = []
      if try next(bytes) != 0x5D {
        repeat { elements.append(try value(bytes)) } while try another(before: 0x5D, bytes)
      }
      leave()
      return elements
    }

    private mutating func object(_ bytes: Span<UInt8>) throws(NotationError) -> Object {
      try enter(bytes)
      var members: [Member] = []
      if try next(bytes) != 0x7D {
        var keys: Set<Key> = []
        repeat {
          let start = offset
          let key = try key(bytes)
          if limits.canonicalKeys {
            try check(key, after: members.last?.key, at: start)
          } else if !keys.insert(Key(text: key)).inserted {
            throw NotationError(.duplicateKey(key), at: start)
          }
          members.append(Member(key: key, value: try value(bytes)))
        } while try another(before: 0x7D, bytes)
      }
      leave()
      return Object(unchecked: members)
    }

    /// Reads a key and its colon, up to its value.
    private mutating func key(_ bytes: Span<UInt8>) throws(NotationError) -> String {
      guard try next(bytes) == 0x22 else { throw unexpected(bytes) }
      let key = try string(bytes)
      skipSpace(bytes)
      guard try next(bytes) == 0x3A else { throw unexpected(bytes) }
      step(bytes)
      return key
    }

    private func check(
      _ key: String, after previous: String?, at start: Int
    ) throws(NotationError) {
      guard let previous, !previous.precedesInUTF16(key) else { return }
      throw NotationError(
        previous.hasSameBytes(as: key) ? .duplicateKey(key) : .keyOutOfOrder(key), at: start)
    }
  }
}

extension JSON.Reader {
  /// A key that equals only the same bytes.
  private struct Key: Hashable {
    let text: String

    static func == (left: Self, right: Self) -> Bool { left.text.hasSameBytes(as: right.text) }
  }

  /// The byte here.
  private func next(_ bytes: Span<UInt8>) throws(NotationError) -> UInt8 {
    guard offset < bytes.count else { throw NotationError(.unfinished, at: offset) }
    return bytes[offset]
  }

  /// The error of a byte that nothing allows here.
  private func unexpected(_ bytes: Span<UInt8>) -> NotationError {
    offset < bytes.count
      ? NotationError(.unexpectedByte(bytes[offset]), at: offset)
      : NotationError(.unfinished, at: offset)
  }

  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  /// Moves past one byte and the space after it.
  private mutating func step(_ bytes: Span<UInt8>) {
    offset += 1
    skipSpace(bytes)
  }

  private mutating func enter(_ bytes: Span<UInt8>) throws(NotationError) {
    guard depth < limits.depth else {
      throw NotationError(.tooDeep(limit: limits.depth), at: offset)
    }
    depth += 1
    step(bytes)
  }

  private mutating func leave() {
    depth -= 1
    offset += 1
  }

  /// Moves past a comma, or stays at the closing byte.
  private mutating func another(
    before close: UInt8, _ bytes: Span<UInt8>
  ) throws(NotationError) -> Bool {
    skipSpace(bytes)
    let byte = try next(bytes)
    if byte == close { return false }
    guard byte == 0x2C else { throw unexpected(bytes) }
    step(bytes)
    return true
  }

  private mutating func word(
    _ word: StaticString, _ bytes: Span<UInt8>
  ) throws(NotationError) {
    for place in 0..<word.utf8CodeUnitCount {
      let letter = unsafe word.utf8Start[place]
      guard try next(bytes) == letter else { throw unexpected(bytes) }
      offset += 1
    }
  }
}
