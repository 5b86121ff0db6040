/// What other programs put into a line: typographic quotes, and files dropped on a terminal.
extension Parser {
  /// Refuses a typographic quote where a text between straight ones would begin.
  func refuseTypographicQuote() throws(ScriptError) {
    guard let scalar = reader.current, "“”«»".unicodeScalars.contains(scalar) else { return }
    throw ScriptError(
      .typographicQuote(line: straightened()), reader.offset..<reader.offset + 1)
  }

  /// The line being read with straight quotes around the texts that typographic ones enclose.
  private func straightened() -> String {
    let place = reader.source.place(of: reader.offset)
    var result = String(place.text.prefix(place.column - 1))
    var closing: Character?
    var isAfterOpening = false
    for character in place.text.dropFirst(place.column - 1) {
      if isAfterOpening, character.isWhitespace { continue }
      isAfterOpening = false
      if let end = closing {
        if character == end {
          while end != "\"", result.last?.isWhitespace == true { result.removeLast() }
          result.append("\"")
          closing = nil
        } else {
          result += character == "\"" ? "\\\"" : String(character)
        }
      } else if let end = Self.closingQuote(of: character) {
        closing = end
        isAfterOpening = end != "\""
        result.append("\"")
      } else {
        result.append(character)
      }
    }
    return closing == nil ? result : result + "\""
  }

  /// What ends a text that begins with a quote of any kind.
  private static func closingQuote(of character: Character) -> Character? {
    switch character {
    case "“", "”": "”"
    case "«", "»": "»"
    case "\"": "\""
    default: nil
    }
  }

  /// A path between apostrophes, as a terminal writes a file that is dropped on it.
  ///
  /// An apostrophe inside is written `'\''`.
  mutating func droppedFile() throws(ScriptError) -> Spanned<ValueSyntax>? {
    guard reader.peek(1) == "/" else { return nil }
    var copy = reader
    let start = copy.offset
    var path = ""
    copy.advance()
    while let scalar = copy.current, scalar != "\n" {
      copy.advance()
      guard scalar == "'" else {
        path.unicodeScalars.append(scalar)
        continue
      }
      if copy.current == "\\", copy.peek(1) == "'", copy.peek(2) == "'" {
        path += "'"
        copy.advance(3)
        continue
      }
      reader = copy
      try endOfValue()
      return Spanned(.text(Template(path)), start..<reader.offset)
    }
    return nil
  }

  /// A whole path in which a backslash stands before each space or sign, or nothing.
  mutating func escapedPath() -> Spanned<ValueSyntax>? {
    guard reader.current == "/" || (reader.current == "~" && reader.peek(1) == "/") else {
      return nil
    }
    var copy = reader
    let start = copy.offset
    var path = ""
    var hasEscape = false
    while let scalar = copy.current {
      if scalar == "\\", let next = copy.peek(1), next != "\n" {
        hasEscape = true
        path.unicodeScalars.append(next)
        copy.advance(2)
      } else if Self.endsWord(scalar) {
        break
      } else {
        path.unicodeScalars.append(scalar)
        copy.advance()
      }
    }
    guard hasEscape, copy.current != "$" else { return nil }
    reader = copy
    return Spanned(.text(Template(path)), start..<reader.offset)
  }
}
