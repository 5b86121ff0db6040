/// How a text is written in what a person is told to type.
extension String {
  /// The text as one word of a shell, in quotes where it would not be one.
  package var shellWord: String { isPlain ? self : StandardCommands.quoted(self) }

  /// The text as one word of a command of Constat, in quotes where it would not be one; typed in a
  /// shell after the program's name, it is the same word.
  package var commandWord: String {
    guard !isPlain else { return self }
    var quoted = "\""
    for scalar in unicodeScalars {
      if scalar == "\"" || scalar == "\\" || scalar == "$" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Whether it is one word wherever it is typed.
  private var isPlain: Bool {
    !isEmpty
      && unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "/._-+".unicodeScalars.contains($0)
      }
  }
}
