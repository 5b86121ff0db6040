extension JSON.Reader {
  /// Reads a string, from its opening quotation mark to past its closing one.
  mutating func string(_ bytes: Span<UInt8>) throws(NotationError) -> String {
    offset += 1
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x22:
        let text = try checked(bytes.extracting(start..<offset), at: start)
        offset += 1
        return text
      case 0x5C: return try escapedString(from: start, bytes)
      case 0..<0x20: throw NotationError(.rawControl(bytes[offset]), at: offset)
      default: offset += 1
      }
    }
    throw NotationError(.unfinished, at: offset)
  }

  /// Reads on a string that holds an escape.
  private mutating func escapedString(
    from start: Int, _ bytes: Span<UInt8>
  ) throws(NotationError) -> String {
    var text = try checked(bytes.extracting(start..<offset), at: start)
    var plain = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x22:
        text += try checked(bytes.extracting(plain..<offset), at: plain)
        offset += 1
        return text
      case 0x5C:
        text += try checked(bytes.extracting(plain..<offset), at: plain)
        text.unicodeScalars.append(try escape(bytes))
        plain = offset
      case 0..<0x20: throw NotationError(.rawControl(bytes[offset]), at: offset)
      default: offset += 1
      }
    }
    throw NotationError(.unfinished, at: offset)
  }

  /// Makes a string of bytes that must be well-formed UTF-8.
  func checked(
    _ bytes: Span<UInt8>, at start: Int
  ) throws(NotationError) -> String {
    do {
      return String(copying: try UTF8Span(validating: bytes))
    } catch {
      throw NotationError(.notUTF8, at: start + error.byteOffsets.lowerBound)
    }
  }

  /// Reads an escape, a surrogate pair as one.
  private mutating func escape(_ bytes: Span<UInt8>) throws(NotationError) -> Unicode.Scalar {
    let start = offset
    guard offset + 1 < bytes.count else { throw NotationError(.unfinished, at: bytes.count) }
    let letter = bytes[offset + 1]
    offset += 2
    switch letter {
    case 0x22, 0x5C, 0x2F: return Unicode.Scalar(letter)
    case 0x62: return "\u{8}"
    case 0x66: return "\u{C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75: break
    default: throw NotationError(.unknownEscape, at: start)
    }
    let unit = try hexUnit(bytes)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, offset + 1 < bytes.count, bytes[offset] == 0x5C,
      bytes[offset + 1] == 0x75
    else { throw NotationError(.loneSurrogate, at: start) }
    offset += 2
    let low = try hexUnit(bytes)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar((unit - 0xD800) << 10 + (low - 0xDC00) + 0x10000)
    else { throw NotationError(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func hexUnit(_ bytes: Span<UInt8>) throws(NotationError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard offset < bytes.count else { throw NotationError(.unfinished, at: offset) }
      let byte = bytes[offset]
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x57)
      default: throw NotationError(.unknownEscape, at: offset)
      }
      offset += 1
    }
    return unit
  }
}
