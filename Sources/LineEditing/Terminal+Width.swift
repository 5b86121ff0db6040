extension Terminal {
  /// The columns that a text takes on a terminal; control characters take none.
  package static func width(of text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// The start of a text that fits into so many columns, and its width.
  package static func prefix(of text: String, columns: Int) -> (text: Substring, width: Int) {
    var total = 0
    var end = text.startIndex
    for index in text.indices {
      let width = width(of: text[index])
      if total + width > columns { break }
      total += width
      end = text.index(after: index)
    }
    return (text[..<end], total)
  }

  /// The text cut to so many columns, with `…` for what is cut off.
  package static func fitted(_ text: String, columns: Int) -> String {
    if width(of: text) <= columns { return text }
    guard columns > 0 else { return "" }
    return prefix(of: text, columns: columns - 1).text + "…"
  }

  /// A letter with its marks, or an emoji of several parts, is as wide as its widest part.
  private static func width(of character: Character) -> Int {
    var widest = 0
    for scalar in character.unicodeScalars {
      if scalar == "\u{FE0F}" { return 2 }
      widest = max(widest, width(of: scalar))
    }
    return widest
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300: return 1
    case 0xA0: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator:
      return 0
    default:
      if (0x1160...0x11FF).contains(scalar.value) { return 0 }
      return isWide(scalar) ? 2 : 1
    }
  }

  /// Whether the character is wide or fullwidth (Unicode Standard Annex 11), by blocks.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x1100 { return false }
    return scalar.properties.isEmojiPresentation
      || wideBlocks.contains { $0.contains(scalar.value) }
  }

  private static let wideBlocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
  ]
}
