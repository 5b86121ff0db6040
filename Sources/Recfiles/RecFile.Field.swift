extension RecFile {
  /// A name and its value, which may have several lines.
  package struct Field: Sendable {
    package let name: String
    package let value: String
    /// The line of the name, from 1; 0 when the field was not read from a file.
    package let line: Int
    /// Where the parts of the value stand in the file; the first begins on the line of the name.
    private let parts: [Part]

    /// Creates a field, or nothing for what the format cannot hold: a bad name, a NUL in the value.
    package init?(name: String, value: String) {
      guard Self.isName(name), !value.utf8.contains(0) else { return nil }
      self.init(name: name, value: value, line: 0, parts: [])
    }

    /// Creates a field as it was read.
    init(name: String, value: String, line: Int, parts: [Part]) {
      self.name = name
      self.value = value
      self.line = line
      self.parts = parts
    }

    /// A stretch of a value that lies on one line of the file.
    struct Part: Sendable {
      /// Where the stretch begins in the value, in UTF-8 bytes.
      let offset: Int
      let line: Int
      /// The column of its first character, from 1.
      let column: Int
    }
  }
}

extension RecFile.Field {
  /// The lines on which the parts of the value begin: the name's, then one for each continuation.
  package var lines: [Int] { parts.isEmpty ? [line] : parts.map(\.line) }

  /// Where a place in the value stands in the file.
  ///
  /// - Parameter offset: The count of UTF-8 bytes before the place.
  /// - Returns: The line and the column in characters, both from 1.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    guard let part = parts.last(where: { $0.offset <= offset }) else { return (line, 1) }
    let bytes = value.utf8.dropFirst(part.offset).prefix(max(0, offset - part.offset))
    return (part.line, part.column + String(decoding: bytes, as: UTF8.self).count)
  }

  /// Whether a text may name a field: a letter or `%`, then letters, digits and underscores.
  package static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, Ascii.isLetter(first) || first == Ascii.percent
    else { return false }
    return text.utf8.dropFirst().allSatisfy(Ascii.isNamePart)
  }
}
