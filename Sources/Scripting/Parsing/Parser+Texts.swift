import Auditing

extension Parser {
  /// The free text that starts here: to the end of the line, or to the next option.
  ///
  /// It is a quoted text only when it begins with a quote whose end is followed by the end of
  /// the line, an option or the end of the statement; any other text is kept letter for letter.
  mutating func freeText() throws(ScriptError) -> Spanned<Template> {
    let start = reader.offset
    if reader.current == "\"" {
      let before = reader
      if let template = try? quotedText(), isFreeTextEnd {
        return Spanned(template, start..<reader.offset)
      }
      reader = before
    }
    var end = start
    while end < reader.source.scalars.count, reader.source.scalars[end] != "\n" {
      if isOptionAhead(at: end) { break }
      end += 1
    }
    reader.offset = end
    while end > start, reader.source.scalars[end - 1].isSpace { end -= 1 }
    let text = reader.source.text(start..<end)
    if !reader.source.isPrompt, isAmbiguous(start..<end) {
      throw ScriptError(.ambiguousText(quoted: Self.quoted(text)), start..<end)
    }
    return Spanned(Template(text), start..<end)
  }

  /// A text as the language writes it between quotes.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "$": result += "\\$"
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
    return result + "\""
  }

  private var isFreeTextEnd: Bool {
    var copy = reader
    let start = copy.offset
    copy.skipSpaces()
    guard let scalar = copy.current else { return true }
    if scalar == "\n" || scalar == ";" || scalar == ")" || scalar == "}" || scalar == "#" {
      return true
    }
    return copy.offset > start && scalar == "-" && copy.peek(1) == "-"
      && copy.peek(2)?.isLetter == true
  }

  private func isOptionAhead(at index: Int) -> Bool {
    let scalars = reader.source.scalars
    guard scalars[index].isSpace, index + 3 < scalars.count else { return false }
    return scalars[index + 1] == "-" && scalars[index + 2] == "-" && scalars[index + 3].isLetter
  }

  /// Whether a file's reader could take part of an unquoted text for something else.
  private func isAmbiguous(_ range: Range<Int>) -> Bool {
    let scalars = reader.source.scalars
    for index in range {
      let next = index + 1 < range.upperBound ? scalars[index + 1] : nil
      switch scalars[index] {
      case "$":
        if let next, next.isLetter || next == "{" || next == "(" { return true }
      case "#":
        if index > range.lowerBound, scalars[index - 1].isSpace { return true }
      case ";":
        if isCommandWord(after: index, before: range.upperBound) { return true }
      case "}":
        if openBlocks > 0, index == range.upperBound - 1 { return true }
      case ")":
        if depth > openBlocks, index == range.upperBound - 1 { return true }
      default:
        break
      }
    }
    return false
  }

  private func isCommandWord(after index: Int, before end: Int) -> Bool {
    var copy = reader
    copy.offset = index + 1
    copy.skipSpaces()
    let word = copy.word { Self.endsWord($0) }
    guard word.upperBound <= end else { return false }
    let text = reader.source.text(word).folded
    return vocabulary.firstWords.contains(text) || Vocabulary.keywords.contains(text)
  }

  /// A text between double quotes; a quote comes next.
  mutating func quotedText() throws(ScriptError) -> Template {
    let start = reader.offset
    reader.advance()
    var template = Template("")
    var literal = ""
    while let scalar = reader.current {
      switch scalar {
      case "\"":
        reader.advance()
        if !literal.isEmpty { template.parts.append(.literal(literal)) }
        return template
      case "\\":
        literal += try escape()
      case "$":
        if let part = try interpolation() {
          if !literal.isEmpty { template.parts.append(.literal(literal)) }
          literal = ""
          template.parts.append(part)
        } else {
          literal += "$"
          reader.advance()
        }
      default:
        literal.unicodeScalars.append(scalar)
        reader.advance()
      }
    }
    throw ScriptError(.unclosedText, start..<start + 1)
  }

  private mutating func escape() throws(ScriptError) -> String {
    let start = reader.offset
    reader.advance()
    guard let scalar = reader.current else {
      throw ScriptError(.unclosedText, start..<start + 1)
    }
    reader.advance()
    switch scalar {
    case "\"", "\\", "$": return String(scalar)
    case "n": return "\n"
    default: throw ScriptError(.unknownEscape(String(scalar)), start..<reader.offset)
    }
  }

  private mutating func interpolation() throws(ScriptError) -> Template.Part? {
    let start = reader.offset
    if reader.peek(1) == "(" { throw ScriptError(.substitutionInText, start..<start + 2) }
    let isBraced = reader.peek(1) == "{"
    guard isBraced ? reader.peek(2)?.isLetter == true : reader.peek(1)?.isLetter == true
    else { return nil }
    reader.advance(isBraced ? 2 : 1)
    var path: [String] = []
    guard let name = reader.takeName() else { return nil }
    while reader.current == ".", reader.peek(1)?.isLetter == true {
      reader.advance()
      if let field = reader.takeName() { path.append(field.value) }
    }
    if isBraced, !reader.take("}") {
      throw ScriptError(.unexpected(reader.current.map(String.init) ?? ""), here)
    }
    return .variable(name.value, path: path, range: start..<reader.offset)
  }
}
