extension JSON.Reader {
  /// Reads a number (RFC 8259, 6).
  mutating func number(_ bytes: Span<UInt8>) throws(NotationError) -> JSON {
    let start = offset
    let isNegative = bytes[offset] == 0x2D
    if isNegative { offset += 1 }
    let firstDigit = offset
    let magnitude = try wholePart(bytes)
    var isWhole = !(isNegative && bytes[firstDigit] == 0x30)
    if offset < bytes.count, bytes[offset] == 0x2E {
      offset += 1
      try digits(bytes)
      isWhole = false
    }
    if offset < bytes.count, bytes[offset] | 0x20 == 0x65 {
      offset += 1
      if offset < bytes.count, bytes[offset] == 0x2B || bytes[offset] == 0x2D { offset += 1 }
      try digits(bytes)
      isWhole = false
    }
    if isWhole, let magnitude {
      let integer = isNegative ? -magnitude : magnitude
      if !limits.canonicalKeys || JSON.exactIntegers.contains(integer) { return .integer(integer) }
    }
    if limits.canonicalKeys { throw NotationError(.notAnInteger, at: start) }
    let spelling = try checked(bytes.extracting(start..<offset), at: start)
    if isWhole, let integer = Int(spelling) { return .integer(integer) }
    return .decimal(spelling)
  }

  /// Reads the digits before any point, and gives their value when it fits.
  private mutating func wholePart(_ bytes: Span<UInt8>) throws(NotationError) -> Int? {
    let start = offset
    try digits(bytes)
    guard bytes[start] != 0x30 || offset == start + 1 else {
      throw NotationError(.malformedNumber, at: start)
    }
    guard offset - start <= 18 else { return nil }
    var value = 0
    for place in start..<offset { value = value * 10 + Int(bytes[place] - 0x30) }
    return value
  }

  /// Moves past one digit or more.
  private mutating func digits(_ bytes: Span<UInt8>) throws(NotationError) {
    let start = offset
    while offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39 { offset += 1 }
    guard offset > start else {
      throw NotationError(offset < bytes.count ? .malformedNumber : .unfinished, at: offset)
    }
  }
}
