/// The program's own arguments laid out as one line, in which errors show their places.
struct ArgumentWords {
  let source: Source
  let words: [Word]

  /// One argument.
  struct Word {
    let text: String
    /// Where it stands in the line, with the quotes around it.
    let range: Range<Int>
    /// Whether it is an expression as a whole, shown as it is.
    let isExpression: Bool

    /// Where its text begins: after the quote, if there is one.
    let start: Int
  }

  /// Lays out the arguments with one space between them.
  init(_ arguments: [String]) {
    var line: [Unicode.Scalar] = []
    var words: [Word] = []
    for argument in arguments {
      if !words.isEmpty { line.append(" ") }
      let scalars = Source.scalars(of: argument)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let hasSpace = scalars.contains { $0.isSpace || $0 == "\n" }
      let isExpression = hasSpace && words.last?.text == "where"
      let isQuoted = !isExpression && (hasSpace || scalars.isEmpty)
      let start = line.count
      line += isQuoted ? Array(Parser.quoted(String(view)).unicodeScalars) : scalars
      words.append(
        Word(
          text: String(view), range: start..<line.count, isExpression: isExpression,
          start: isQuoted ? start + 1 : start))
    }
    source = Source(name: "arguments", scalars: line)
    self.words = words
  }
}

extension ArgumentWords.Word {
  /// The parts of `--name` or `--name=value`, or nothing when it is anything else.
  var option: (name: Spanned<String>, value: Spanned<String>?)? {
    let scalars = text.unicodeScalars
    guard scalars.starts(with: "--".unicodeScalars), scalars.dropFirst(2).first?.isLetter == true
    else { return nil }
    let name = scalars.dropFirst(2).prefix {
      $0.isLetter || $0.isDigit || $0 == "_" || $0 == "-"
    }
    let end = start + 2 + name.count
    let spelled = Spanned(String(name), start..<end)
    let rest = scalars.dropFirst(2 + name.count)
    guard let sign = rest.first else { return (spelled, nil) }
    guard sign == "=" else { return nil }
    let last = start == range.lowerBound ? range.upperBound : range.upperBound - 1
    return (spelled, Spanned(String(rest.dropFirst()), min(end + 1, last)..<last))
  }

  /// Whether it is exactly a word that begins a clause.
  var isClause: Bool { Vocabulary.clauseWords.contains(text) }
}

extension Source {
  /// Creates the line in which errors of the program's own arguments are shown.
  package init(arguments: [String]) {
    self = ArgumentWords(arguments).source
  }
}
