import Auditing

/// A text of the language with its name, as it is read: lines end in LF, accents are composed.
package struct Source: Sendable {
  /// What errors call it: a file's path, `input` at the prompt, `arguments` on a command line.
  package let name: String
  /// The text: every range of the language counts in these.
  package let scalars: [Unicode.Scalar]
  /// Whether it was typed at the prompt, where a free text is kept as typed.
  package let isPrompt: Bool
  /// Where each line begins, in order.
  private let lineStarts: [Int]

  /// Creates a source from text: a byte order mark is dropped, CR LF becomes LF.
  package init(name: String, text: String, isPrompt: Bool = false) {
    self.init(name: name, scalars: Self.scalars(of: text), isPrompt: isPrompt)
  }

  /// Creates a source from scalars that are normalised already.
  init(name: String, scalars: [Unicode.Scalar], isPrompt: Bool = false) {
    self.name = name
    self.scalars = scalars
    self.isPrompt = isPrompt
    var starts = [0]
    for (index, scalar) in scalars.enumerated() where scalar == "\n" { starts.append(index + 1) }
    lineStarts = starts
  }

  /// The scalars of a text as the language reads it.
  static func scalars(of text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.composed.unicodeScalars {
      if scalar == "\u{FEFF}", scalars.isEmpty { continue }
      if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
      scalars.append(scalar)
    }
    return scalars
  }
}

extension Source {
  /// Reads the bytes of a file: UTF-8 only.
  ///
  /// The place of the error counts in the ``repaired(name:bytes:)`` source.
  package init(name: String, bytes: [UInt8]) throws(ScriptError) {
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let isWide = bytes.count >= 2 && (bytes[0] == 0) != (bytes[1] == 0)
    if hasMark || isWide { throw ScriptError(.utf16, 0..<0) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let scalars = Self.repaired(name: name, bytes: bytes).scalars
      let index = scalars.firstIndex(of: "\u{FFFD}") ?? 0
      throw ScriptError(.notUTF8, index..<index + 1)
    }
    self.init(name: name, text: text)
  }

  /// The source of bytes with U+FFFD wherever they are not UTF-8, in which that fault is shown.
  package static func repaired(name: String, bytes: [UInt8]) -> Source {
    Source(name: name, text: String(decoding: bytes, as: UTF8.self))
  }

  /// The text of a range.
  package func text(_ range: Range<Int>) -> String {
    let scalars = scalars[range.clamped(to: 0..<scalars.count)]
    var length = 0
    for scalar in scalars { length += UTF8.width(scalar) }
    return unsafe String(unsafeUninitializedCapacity: length) { bytes in
      var count = 0
      for scalar in scalars {
        if scalar.isASCII {
          unsafe bytes[count] = UInt8(truncatingIfNeeded: scalar.value)
          count += 1
        } else {
          for byte in UTF8.encode(scalar) ?? .init() {
            unsafe bytes[count] = byte
            count += 1
          }
        }
      }
      return count
    }
  }

  /// The line (from 1), the column in characters (from 1) and the line's text at an offset.
  package func place(of offset: Int) -> (line: Int, column: Int, text: String, start: Int) {
    let offset = max(0, min(offset, scalars.count))
    let line = lineNumber(of: offset)
    let start = lineStarts[line - 1]
    let end = line < lineStarts.count ? lineStarts[line] - 1 : scalars.count
    return (line, text(start..<offset).count + 1, text(start..<end), start)
  }

  /// The line of an offset, from 1, found by halving.
  private func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
