extension String {
  /// The text with each Latin letter and the marks that follow it as one scalar, where one exists.
  ///
  /// Names and words then compare by their bytes however the keyboard or file spelled them.
  package var composed: String {
    // The marks from U+0300 to U+036F begin with these bytes.
    guard hasByte(where: { $0 == 0xCC || $0 == 0xCD }) else { return self }
    var result = ""
    for character in self {
      if let index = composedLetters.firstIndex(of: character) {
        result.append(composedLetters[index])
      } else {
        result.append(character)
      }
    }
    return result
  }
}

extension String {
  /// Whether a byte of its UTF-8 is one of some.
  func hasByte(where isOne: (UInt8) -> Bool) -> Bool {
    let bytes = utf8.span
    for index in bytes.indices where isOne(bytes[index]) { return true }
    return false
  }
}

/// Each precomposed Latin letter; looking one up compares by canonical equivalence.
private let composedLetters: Set<Character> = {
  let ranges: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]
  return Set(ranges.flatMap { $0 }.compactMap(Unicode.Scalar.init).map(Character.init))
}()
