extension JSON {
  /// Bytes of a JSON text being written.
  struct Writer {
    private(set) var bytes: [UInt8] = []

    /// Writes one byte as it is.
    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    /// Writes a text that needs no escape.
    mutating func append(_ text: StaticString) {
      unsafe bytes.append(
        contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Writes a value that has no parts.
    mutating func scalar(_ value: JSON) {
      switch value {
      case .null: append("null")
      case .bool(let bool): append(bool ? "true" : "false")
      case .integer(let integer): bytes.append(contentsOf: String(integer).utf8)
      case .decimal(let text): bytes.append(contentsOf: text.utf8)
      case .text(let text): string(text)
      case .list, .object: break
      }
    }

    /// Writes a string with no escape that is not needed (RFC 8785, 3.2.2.2).
    mutating func string(_ text: String) {
      bytes.append(0x22)
      if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
        bytes.append(contentsOf: text.utf8)
      } else {
        for byte in text.utf8 { escaped(byte) }
      }
      bytes.append(0x22)
    }

    private mutating func escaped(_ byte: UInt8) {
      switch byte {
      case 0x22: append(#"\""#)
      case 0x5C: append(#"\\"#)
      case 0x08: append(#"\b"#)
      case 0x09: append(#"\t"#)
      case 0x0A: append(#"\n"#)
      case 0x0C: append(#"\f"#)
      case 0x0D: append(#"\r"#)
      case 0..<0x20:
        append(byte < 0x10 ? #"\u000"# : #"\u001"#)
        let digit = byte & 0xF
        append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      default: append(byte)
      }
    }
  }
}
