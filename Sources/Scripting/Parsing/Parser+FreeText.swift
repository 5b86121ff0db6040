import Auditing

extension Parser {
  /// The free text that starts here: to the end of the line, or to the next option.
  ///
  /// It is a quoted text only when it begins with a quote whose end is followed by the end of
  /// the line, an option or the end of the statement; any other text is kept letter for letter.
  mutating func freeText() throws(ScriptError) -> Spanned<Template> {
    let start = reader.offset
    if reader.current == "\"", isQuotedWhole {
      let template = try quotedText()
      return Spanned(template, start..<reader.offset)
    }
    var end = start
    while end < reader.end, reader.source.scalars[end] != "\n", !isOptionAhead(at: end) { end += 1 }
    reader.offset = end
    while end > start, reader.source.scalars[end - 1].isSpace { end -= 1 }
    let range = start..<end
    freeTextEnd = end
    if let fault = ambiguity(of: range) { throw ScriptError(fault, range) }
    let text = reader.source.text(range)
    let rows = reader.source.isPrompt ? text.replacing("\u{2028}", with: "\n") : text
    return Spanned(Template(rows), range)
  }

  /// Whether the quote that comes next has an end after which nothing more of the text stands.
  private var isQuotedWhole: Bool {
    var copy = reader
    copy.advance()
    while let scalar = copy.current, scalar != "\"" { copy.advance(scalar == "\\" ? 2 : 1) }
    guard copy.take("\"") else { return false }
    let end = copy.offset
    copy.skipSpaces()
    guard let scalar = copy.current else { return true }
    if Self.endsCommand(scalar) { return true }
    return copy.offset > end && scalar == "-" && copy.peek(1) == "-"
      && copy.peek(2)?.isLetter == true
  }

  /// Whether a space, `--` and a letter stand there.
  private func isOptionAhead(at index: Int) -> Bool {
    let scalars = reader.source.scalars
    guard scalars[index].isSpace, index + 3 < reader.end else { return false }
    return scalars[index + 1] == "-" && scalars[index + 2] == "-" && scalars[index + 3].isLetter
  }
}

// MARK: - What else an unquoted text could mean

extension Parser {
  /// The fault of an unquoted text that could mean something else, or nothing.
  ///
  /// At the prompt it is what was typed, except that in `$( )` the bracket has to close.
  private mutating func ambiguity(of range: Range<Int>) -> ScriptError.Kind? {
    for index in range {
      if reader.source.scalars[index] == ")", depth > openBlocks {
        return ambiguous(range, cutAt: index, gap: "")
      }
      if !reader.source.isPrompt, let fault = ambiguity(at: index, of: range) { return fault }
    }
    return nil
  }

  private mutating func ambiguity(at index: Int, of range: Range<Int>) -> ScriptError.Kind? {
    let scalars = reader.source.scalars
    let next = index + 1 < range.upperBound ? scalars[index + 1] : nil
    switch scalars[index] {
    case "$" where next == "(":
      return .ambiguousText(quoted: Self.quoted(reader.source.text(range)), other: nil)
    case "$" where next?.isLetter == true || next == "{":
      let quoted = Self.quoted(reader.source.text(range))
      return .ambiguousText(quoted: quoted, other: quoted.replacing("\\$", with: "$"))
    case "#" where index > range.lowerBound && scalars[index - 1].isSpace:
      return ambiguous(range, cutAt: index, gap: " ")
    case ";" where isCommandWord(after: index, before: range.upperBound):
      return ambiguous(range, cutAt: index, gap: "")
    case "}" where openBlocks > 0 && index == range.upperBound - 1:
      return ambiguous(range, cutAt: index, gap: " ")
    default: return nil
    }
  }

  /// The fault of a text that could also end at an index.
  private func ambiguous(_ range: Range<Int>, cutAt index: Int, gap: String) -> ScriptError.Kind {
    var end = index
    while end > range.lowerBound, reader.source.scalars[end - 1].isSpace { end -= 1 }
    let text = Self.quoted(reader.source.text(range.lowerBound..<end))
    return .ambiguousText(
      quoted: Self.quoted(reader.source.text(range)),
      other: "\(text)\(gap)\(reader.source.text(index..<range.upperBound))")
  }

  private mutating func isCommandWord(after index: Int, before end: Int) -> Bool {
    var copy = reader
    copy.offset = index + 1
    copy.skipSpaces()
    let word = copy.word { Self.endsWord($0) }
    guard !word.isEmpty, word.upperBound <= end else { return false }
    let text = reader.source.text(word)
    return Vocabulary.keywords.contains(text) || isFirstWord(text.folded)
  }
}
