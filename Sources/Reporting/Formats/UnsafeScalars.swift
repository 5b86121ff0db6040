extension Unicode.Scalar {
  /// Whether a reader could not see it, or be misled by it: controls, marks that turn the
  /// direction of the text, tags, and code points that are no characters.
  var isUnfitForText: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0x61B: false
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}

extension String {
  /// Appends a text, replacing what the closure gives another spelling for.
  ///
  /// Controls become U+FFFD, and every kind of line end a line feed.
  mutating func append(
    escaping text: String, _ spelling: (Unicode.Scalar) -> StaticString?
  ) {
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if let other = spelling(scalar) {
        append(contentsOf: text[start..<index])
        append(other.description)
        start = next
      } else if scalar == "\r" || scalar.isUnfitForText {
        append(contentsOf: text[start..<index])
        let isFirstOfPair = scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
        if !isFirstOfPair { append(scalar == "\r" ? "\n" : "\u{FFFD}") }
        start = next
      }
      index = next
    }
    append(contentsOf: text[start...])
  }

  /// Appends a text as characters of HTML, in content and in quoted attributes alike.
  mutating func append(html text: String) {
    if text.isPlainInHTML { return append(text) }
    append(escaping: text) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }

  /// Whether nothing in a text is a sign of HTML or unfit for text: most texts need no second look.
  ///
  /// It may say no of a text that is plain, for then each character is looked at.
  private var isPlainInHTML: Bool {
    var (before, last): (UInt8, UInt8) = (0, 0)
    for byte in utf8 {
      let isSuspect =
        switch byte {
        case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xF0...0xFF: true
        case 0x00...0x1F: byte != 0x0A
        case 0x80...0x9F where last == 0xC2: true
        case 0x9C where last == 0xD8: true
        case 0xA0 where last == 0xE1: true
        case 0xB7, 0xBB, 0xBF: last == 0xEF
        case 0x8B...0x8F, 0xA0...0xAF: before == 0xE2 && (last == 0x80 || last == 0x81)
        default: false
        }
      if isSuspect { return false }
      (before, last) = (last, byte)
    }
    return true
  }

  /// Appends a text as a quoted string of CSS: all but ASCII letters and digits by number.
  mutating func append(css text: String) {
    append("\"")
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      if isPlain {
        append(Character(scalar))
      } else {
        append("\\" + String(scalar.isUnfitForText ? 0xFFFD : scalar.value, radix: 16) + " ")
      }
    }
    append("\"")
  }
}
