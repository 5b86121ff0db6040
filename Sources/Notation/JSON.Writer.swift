extension JSON {
  /// Bytes of a JSON text being written.
  struct Writer {
    private(set) var bytes: [UInt8] = []

    /// Begins a text; most are records of a few hundred bytes.
    init() { bytes.reserveCapacity(512) }

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
      let span = text.utf8.span
      var start = 0
      for place in 0..<span.count {
        let byte = span[place]
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
        append(span.extracting(start..<place))
        escaped(byte)
        start = place + 1
      }
      append(span.extracting(start...))
      bytes.append(0x22)
    }

    private mutating func append(_ span: Span<UInt8>) {
      unsafe span.withUnsafeBufferPointer { buffer in unsafe bytes.append(contentsOf: buffer) }
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
