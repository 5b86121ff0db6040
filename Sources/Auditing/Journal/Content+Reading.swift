extension Content {
  /// Reads the value at a place of canonical JSON that is known to be well formed.
  init(_ bytes: Span<UInt8>, at place: Int) {
    var text = CanonicalText(at: place)
    self.init(&text, bytes)
  }

  private init(_ text: inout CanonicalText, _ bytes: Span<UInt8>) {
    switch bytes[text.place] {
    case 0x22:
      self = .text(text.text(bytes))
      text.skipText(bytes)
    case 0x5B: self = .list(Self.list(&text, bytes))
    case 0x7B: self = .object(Self.object(&text, bytes))
    case 0x74:
      self = .boolean(true)
      text.place += 4
    case 0x66:
      self = .boolean(false)
      text.place += 5
    default: self = .integer(Self.integer(&text, bytes))
    }
  }

  private static func list(_ text: inout CanonicalText, _ bytes: Span<UInt8>) -> [Content] {
    var elements: [Content] = []
    text.place += 1
    while bytes[text.place] != 0x5D {
      if bytes[text.place] == 0x2C { text.place += 1 }
      elements.append(Content(&text, bytes))
    }
    text.place += 1
    return elements
  }

  private static func object(
    _ text: inout CanonicalText, _ bytes: Span<UInt8>
  ) -> [String: Content] {
    var members: [String: Content] = [:]
    text.place += 1
    while bytes[text.place] != 0x7D {
      if bytes[text.place] == 0x2C { text.place += 1 }
      let key = text.text(bytes)
      text.skipText(bytes)
      text.place += 1
      members[key] = Content(&text, bytes)
    }
    text.place += 1
    return members
  }

  private static func integer(_ text: inout CanonicalText, _ bytes: Span<UInt8>) -> Int {
    let isNegative = bytes[text.place] == 0x2D
    if isNegative { text.place += 1 }
    var value = 0
    while text.place < bytes.count, bytes[text.place] &- 0x30 < 10 {
      value = value * 10 + Int(bytes[text.place] - 0x30)
      text.place += 1
    }
    return isNegative ? -value : value
  }
}
