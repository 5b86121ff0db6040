import Auditing

/// A text of the language with its name, as it is read: lines end in LF, accents are composed.
package struct Source: Sendable {
  /// What errors call it: a file's path, or `input` at the prompt.
  package let name: String
  package let scalars: [Unicode.Scalar]
  /// Whether it was typed at the prompt, where a free text is kept as typed.
  package let isPrompt: Bool

  /// Creates a source from text: a byte order mark is dropped, CR LF becomes LF.
  package init(name: String, text: String, isPrompt: Bool = false) {
    self.name = name
    self.isPrompt = isPrompt
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.composed.unicodeScalars {
      if scalar == "\u{FEFF}", scalars.isEmpty { continue }
      if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
      scalars.append(scalar)
    }
    self.scalars = scalars
  }

  /// Reads the bytes of a file: UTF-8 only.
  package init(name: String, bytes: [UInt8]) throws(ScriptError) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw ScriptError(.utf16, 0..<0)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ScriptError(.notUTF8, 0..<0)
    }
    self.init(name: name, text: text)
  }

  /// The text of a range.
  package func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view)
  }

  /// The line (from 1), the column in characters (from 1) and the line's text at an offset.
  package func place(of offset: Int) -> (line: Int, column: Int, text: String, start: Int) {
    let offset = min(offset, scalars.count)
    var line = 1
    var start = 0
    for index in 0..<offset where scalars[index] == "\n" {
      line += 1
      start = index + 1
    }
    let end = scalars[offset...].firstIndex(of: "\n") ?? scalars.count
    return (line, text(start..<offset).count + 1, text(start..<end), start)
  }
}
