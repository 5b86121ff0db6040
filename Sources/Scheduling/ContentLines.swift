/// Lines as RFC 5545 writes them (3.1): ended by CRLF, folded at 75 octets.
struct ContentLines {
  private(set) var bytes: [UInt8] = []

  /// Adds a property whose value is already in its final form.
  mutating func add(_ name: String, _ value: String) {
    fold(name + ":" + value)
  }

  /// Adds a property of text; an empty one is left out, because some readers refuse it.
  mutating func add(_ name: String, text: String) {
    add(name, texts: [text])
  }

  /// Adds a property of several texts; the empty ones are left out.
  mutating func add(_ name: String, texts: [String]) {
    let values = texts.map(Self.escaped).filter { !$0.isEmpty }
    if !values.isEmpty { fold(name + ":" + values.joined(separator: ",")) }
  }

  /// The text with backslash, semicolon, comma and line ends escaped (RFC 5545, 3.3.11).
  ///
  /// A tab becomes a space; other control characters are dropped.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
      case "\n" where afterReturn: continue
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append(contentsOf: ["\\", "n"])
      case "\t": result.append(" ")
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Adds a line; each continuation begins with a space, which counts among its 75 octets.
  private mutating func fold(_ line: String) {
    var width = 0
    for scalar in line.unicodeScalars {
      let encoded = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      if width + encoded.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        width = 1
      }
      bytes += encoded
      width += encoded.count
    }
    bytes += [0x0D, 0x0A]
  }
}
