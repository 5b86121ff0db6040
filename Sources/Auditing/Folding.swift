extension StringProtocol {
  /// The text as names are compared: lower case, Latin letters without accents.
  ///
  /// Ligatures are spelled out (`œ` is `oe`), `’` is `'`, and a no-break space is a space.
  package var folded: String { String(self).folded }
}

extension String {
  /// The text as names are compared: lower case, Latin letters without accents.
  ///
  /// Ligatures are spelled out (`œ` is `oe`), `’` is `'`, and a no-break space is a space.
  package var folded: String {
    guard hasByte(where: Folding.changes) else { return self }
    return Folding.western(self) ?? foldedByScalars
  }

  /// Whether the text is another one once it is folded.
  package func folds(to folded: String) -> Bool {
    // Most names differ from a word in their first letter.
    if let own = utf8.first, let other = folded.utf8.first, own < 0x80,
      Folding.lowercased(own) != other
    {
      return false
    }
    var bytes = folded.utf8.makeIterator()
    for byte in utf8 {
      if byte >= 0x80 { return self.folded == folded }
      guard bytes.next() == Folding.lowercased(byte) else { return false }
    }
    return bytes.next() == nil
  }

  /// The folded text, of any scalars whatever.
  private var foldedByScalars: String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var followsLatin = false
    for scalar in unicodeScalars {
      if let plain = Folding.common(scalar) {
        result.append(plain)
        followsLatin = true
        continue
      }
      if followsLatin, Folding.isCombining(scalar) { continue }
      for small in scalar.properties.lowercaseMapping.unicodeScalars {
        if followsLatin, Folding.isCombining(small) { continue }
        let common = Folding.common(small).map { String(Unicode.Scalar($0)) }
        let plain = common ?? Folding.table[small] ?? String(small)
        result += plain.utf8
        followsLatin = plain.utf8.allSatisfy { $0 < 0x80 }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// What folding makes of the letters beyond ASCII.
private enum Folding {
  /// The plain spelling of each small letter or mark.
  static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (plain, letters) in rows {
      for scalar in letters.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()

  /// Latin-1, Latin Extended-A and B, and the letters of Vietnamese and Welsh.
  private static let rows: [(plain: String, letters: String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặ"), ("ae", "æǣǽ"), ("b", "ƀḃḅḇ"), ("c", "çćĉċčḉ"),
    ("d", "ďđḋḍḏḑḓð"), ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"), ("f", "ḟ"), ("ff", "ﬀ"),
    ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("g", "ĝğġģǥǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"), ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"), ("ij", "ĳ"), ("j", "ĵǰ"), ("k", "ķǩḱḳḵ"),
    ("l", "ĺļľŀłḷḹḻḽ"), ("m", "ḿṁṃ"), ("n", "ñńņňŉǹṅṇṉṋ"),
    ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"), ("oe", "œ"), ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșſṡṣṥṧṩ"), ("ss", "ß"), ("st", "ﬆ"), ("t", "ţťŧțṫṭṯṱẗ"), ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžƶẑẓẕ"), ("'", "\u{2019}\u{2018}\u{02BC}"),
    (" ", "\u{A0}\u{202F}\u{2009}\u{2007}"), ("-", "\u{2010}\u{2011}"),
  ]

  /// The plain spelling of the letters and spaces of French, which need no table.
  static func common(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x41...0x5A: UInt8(scalar.value + 0x20)
    case 0x20...0x7E: UInt8(scalar.value)
    case 0xA0, 0x202F: UInt8(ascii: " ")
    case 0xC0...0xC5, 0xE0...0xE5: UInt8(ascii: "a")
    case 0xC7, 0xE7: UInt8(ascii: "c")
    case 0xC8...0xCB, 0xE8...0xEB: UInt8(ascii: "e")
    case 0xCC...0xCF, 0xEC...0xEF: UInt8(ascii: "i")
    case 0xD2...0xD6, 0xF2...0xF6: UInt8(ascii: "o")
    case 0xD9...0xDC, 0xF9...0xFC: UInt8(ascii: "u")
    case 0x2018, 0x2019: UInt8(ascii: "'")
    default: nil
    }
  }

  /// Whether folding may change a text that holds the byte.
  static func changes(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x41...0x5A).contains(byte) }

  /// The fold of a text of ASCII and the letters of Latin-1; nothing of any other.
  static func western(_ text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      if byte < 0x80 {
        bytes.append(lowercased(byte))
      } else {
        guard byte == 0xC3, let next = rest.next(), let plain = latin(next) else { return nil }
        bytes.append(plain)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The plain letter of U+00C0 to U+00FF by the second byte of its UTF-8, where it is one letter.
  private static func latin(_ byte: UInt8) -> UInt8? {
    switch byte | 0x20 {
    case 0xA0...0xA5: UInt8(ascii: "a")
    case 0xA7: UInt8(ascii: "c")
    case 0xA8...0xAB: UInt8(ascii: "e")
    case 0xAC...0xAF: UInt8(ascii: "i")
    case 0xB0: UInt8(ascii: "d")
    case 0xB1: UInt8(ascii: "n")
    case 0xB2...0xB6, 0xB8: UInt8(ascii: "o")
    case 0xB9...0xBC: UInt8(ascii: "u")
    case 0xBD: UInt8(ascii: "y")
    default: nil
    }
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }

  static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }
}
