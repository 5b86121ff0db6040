import Auditing

/// Definitions, and the files that a script reads in.
extension Parser {
  /// `def NAME(a, b) { … }`, whose first word is passed.
  mutating func definition(_ word: Range<Int>) throws(ScriptError) -> Statement {
    let comment = comment(above: word.lowerBound)
    let name = try name()
    let parameters = try parameters()
    guard openBlocks == 0 else { throw ScriptError(.notInBlock("def"), word) }
    reader.skipSpaces()
    let start = reader.offset
    let before = deepest
    (deepest, inDefinition) = (depth, true)
    defer { (deepest, inDefinition) = (max(before, deepest), false) }
    let body = try block()
    return .definition(
      Definition(
        name: name, parameters: parameters, body: body,
        comment: comment.isEmpty ? self.comment(at: start + 1) : comment,
        range: word.lowerBound..<reader.offset, height: deepest - depth))
  }

  /// The names between the parentheses of a definition.
  private mutating func parameters() throws(ScriptError) -> [Spanned<String>] {
    reader.skipSpaces()
    let start = reader.offset
    guard reader.take("(") else { throw ScriptError(.expectedParenthesis, here) }
    var parameters: [Spanned<String>] = []
    reader.skipBlank()
    while reader.current != ")" {
      if reader.isAtEnd { throw ScriptError(.unclosedParenthesis, start..<start + 1) }
      if !parameters.isEmpty {
        guard reader.take(",") else {
          let word = reader.word { Self.endsWord($0) }
          guard !word.isEmpty else { throw unexpected() }
          throw ScriptError(.unexpected(reader.source.text(word)), word)
        }
        reader.skipBlank()
      }
      let parameter = try name()
      if parameters.contains(where: { $0.value == parameter.value }) {
        throw ScriptError(.repeatedParameter(parameter.value), parameter.range)
      }
      parameters.append(parameter)
      reader.skipBlank()
    }
    reader.advance()
    return parameters
  }

  /// `source "file"`, whose first word stands at a range.
  mutating func inclusion(_ word: Range<Int>) throws(ScriptError) -> Statement {
    reader.offset = word.upperBound
    reader.skipSpaces()
    guard let scalar = reader.current, !Self.endsCommand(scalar) else {
      throw ScriptError(.expectedExpression, here)
    }
    let value = try value()
    let path: String?
    switch value.value {
    case .word(let word): path = word
    case .text(let template): path = template.literal
    default: path = nil
    }
    guard let path, !path.isEmpty else { throw ScriptError(.pathNotLiteral, value.range) }
    guard openBlocks == 0 else { throw ScriptError(.notInBlock("source"), word) }
    return .inclusion(
      path: Spanned(path, value.range), range: word.lowerBound..<value.range.upperBound)
  }

  /// The comment lines that stand directly above an offset, without their marks.
  private func comment(above offset: Int) -> String {
    let scalars = reader.source.scalars
    var start = offset
    while start > 0, scalars[start - 1].isSpace { start -= 1 }
    var first = start
    while first > 0, scalars[first - 1] == "\n" {
      var line = first - 1
      while line > 0, scalars[line - 1] != "\n" { line -= 1 }
      var mark = line
      while mark < first - 1, scalars[mark].isSpace { mark += 1 }
      guard scalars[mark] == "#", mark > 0 || scalars[1] != "!" else { break }
      first = line
    }
    return first < start ? comment(at: first) : ""
  }

  /// The comment lines that begin at an offset, blanks before them apart.
  private func comment(at offset: Int) -> String {
    var copy = reader
    copy.offset = offset
    while let scalar = copy.current, scalar.isSpace || scalar == "\n" { copy.advance() }
    var lines: [String] = []
    while copy.current == "#" {
      let start = copy.offset
      copy.skipComment()
      let text = reader.source.text(start..<copy.offset).drop { $0 == "#" }
      lines.append(String(text.hasPrefix(" ") ? text.dropFirst() : text))
      guard copy.take("\n") else { break }
      copy.skipSpaces()
    }
    return lines.joined(separator: "\n")
  }
}
