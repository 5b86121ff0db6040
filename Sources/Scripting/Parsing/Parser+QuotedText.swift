extension Parser {
  /// A text as the language writes it between quotes.
  package static func quoted(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "$":
        result.append("\\")
        result.append(scalar)
      case "\n":
        result.append(contentsOf: "\\n".unicodeScalars)
      default: result.append(scalar)
      }
    }
    result.append("\"")
    return String(result)
  }

  /// A text between double quotes; a quote comes next.
  mutating func quotedText() throws(ScriptError) -> Template {
    let start = reader.offset
    reader.advance()
    var template = Template("")
    var literal = String.UnicodeScalarView()
    func flush() {
      if !literal.isEmpty { template.parts.append(.literal(String(literal))) }
      literal.removeAll()
    }
    while let scalar = reader.current {
      switch scalar {
      case "\"":
        reader.advance()
        flush()
        return template
      case "\\":
        literal.append(try escape(in: start))
      case "$":
        if let part = try interpolation() {
          flush()
          template.parts.append(part)
        } else {
          literal.append(scalar)
          reader.advance()
        }
      default:
        literal.append(scalar)
        reader.advance()
      }
    }
    throw ScriptError(.unclosedText, start..<start + 1)
  }

  private mutating func escape(in text: Int) throws(ScriptError) -> Unicode.Scalar {
    let start = reader.offset
    reader.advance()
    guard let scalar = reader.current else { throw ScriptError(.unclosedText, text..<text + 1) }
    reader.advance()
    switch scalar {
    case "\"", "\\", "$": return scalar
    case "n": return "\n"
    default: throw ScriptError(.unknownEscape(String(scalar)), start..<reader.offset)
    }
  }

  /// `$name.field` or `${name.field}`, or nothing when the `$` stands for itself.
  private mutating func interpolation() throws(ScriptError) -> Template.Part? {
    let start = reader.offset
    let next = reader.peek(1)
    if next == "(" { throw ScriptError(.substitutionInText, start..<start + 2) }
    let isBraced = next == "{"
    guard isBraced || next?.isLetter == true else { return nil }
    reader.advance(isBraced ? 2 : 1)
    guard let name = reader.takeName() else { throw ScriptError(.expectedName, here) }
    let path = path()
    if isBraced, !reader.take("}") {
      if reader.isAtEnd { throw ScriptError(.unclosedText, start..<start + 2) }
      throw ScriptError(.unexpected(reader.current.map(String.init) ?? ""), here)
    }
    return .variable(name.value, path: path, range: start..<reader.offset)
  }
}
