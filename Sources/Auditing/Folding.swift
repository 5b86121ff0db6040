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
    return Folding.plain(self) ?? foldedByScalars
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

  /// The folded text, of any scalars whatever: marks that combine with a Latin letter go.
  private var foldedByScalars: String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var followsLatin = false
    for scalar in unicodeScalars {
      if followsLatin, Folding.isCombining(scalar) { continue }
      for small in scalar.properties.lowercaseMapping.unicodeScalars {
        if followsLatin, Folding.isCombining(small) { continue }
        let plain = Folding.table[small] ?? String(small)
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

  /// Whether folding may change a text that holds the byte.
  static func changes(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x41...0x5A).contains(byte) }

  /// The fold of a text of ASCII and the letters, spaces and quotes of French, which need no
  /// table; nothing of any other.
  static func plain(_ text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      if byte < 0x80 {
        bytes.append(lowercased(byte))
        continue
      }
      guard (0xC2...0xE2).contains(byte), let next = rest.next() else { return nil }
      var scalar = UInt32(byte & (byte < 0xE0 ? 0x1F : 0x0F)) << 6 | UInt32(next & 0x3F)
      if byte >= 0xE0 {
        guard let last = rest.next() else { return nil }
        scalar = scalar << 6 | UInt32(last & 0x3F)
      }
      guard let plain = plain(scalar) else { return nil }
      bytes.append(plain)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The plain spelling of a letter of Latin-1, a no-break space or a quote, where it is one byte.
  private static func plain(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0xA0, 0x202F: UInt8(ascii: " ")
    case 0xC0...0xC5, 0xE0...0xE5: UInt8(ascii: "a")
    case 0xC7, 0xE7: UInt8(ascii: "c")
    case 0xC8...0xCB, 0xE8...0xEB: UInt8(ascii: "e")
    case 0xCC...0xCF, 0xEC...0xEF: UInt8(ascii: "i")
    case 0xD0, 0xF0: UInt8(ascii: "d")
    case 0xD1, 0xF1: UInt8(ascii: "n")
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8: UInt8(ascii: "o")
    case 0xD9...0xDC, 0xF9...0xFC: UInt8(ascii: "u")
    case 0xDD, 0xFD: UInt8(ascii: "y")
    case 0x2018, 0x2019: UInt8(ascii: "'")
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
