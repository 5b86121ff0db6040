extension Character {
  /// How many columns of a terminal the character fills: 0, 1 or 2.
  package var columns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    if isASCII { return scalar.value < 0x20 || scalar.value == 0x7F ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}

extension StringProtocol {
  /// How many columns of a terminal the text fills.
  package var columns: Int { isPlain ? utf8.count : reduce(0) { $0 + $1.columns } }

  /// Whether each byte is a character that a terminal shows in one column.
  private var isPlain: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

  /// The text with every character that could act on a terminal or hide written out.
  ///
  /// Controls are in caret notation; directional, invisible and line separators as `\u{…}`.
  package var visible: String {
    if isPlain { return String(self) }
    var result = String.UnicodeScalarView()
    var changed = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09:
        result.append(scalar)
      case 0..<0x20:
        result.append(contentsOf: ["^", Unicode.Scalar(UInt8(scalar.value) + 0x40)])
        changed = true
      case 0x7F:
        result.append(contentsOf: ["^", "?"])
        changed = true
      case 0x80...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
        0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0,
        0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        changed = true
      default:
        result.append(scalar)
      }
    }
    return changed ? String(result) : String(self)
  }
}

/// The scalars other than emoji that fill two columns (Unicode East Asian Width, W and F).
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
  0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
  0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FB,
  0x1F200...0x1F265, 0x20000...0x3FFFD,
]
