import Auditing

/// Reads the program's own arguments as one command.
///
/// Arguments are words already: they are never split, unquoted or interpolated, and each is an
/// option, a clause word or an operator only when it is exactly that.
struct ArgumentsParser {
  let source: Source
  /// The arguments that are not read yet.
  var rest: ArraySlice<ArgumentWords.Word>
  let vocabulary: Vocabulary

  /// The command that all arguments make, or nothing without any.
  mutating func command() throws(ScriptError) -> Command? {
    guard let first = rest.popFirst() else { return nil }
    if Vocabulary.statementWords.contains(first.text)
      || Vocabulary.inclusionWords.contains(first.text.folded)
    {
      throw ScriptError(.notACommand(first.text), first.range)
    }
    var command = Command(
      word: Spanned(first.text, first.range), arguments: [], clauses: [], text: nil,
      range: 0..<source.scalars.count)
    if let operands = vocabulary.freeWords[first.text.folded] {
      try freeWordRest(of: &command, operands: operands)
    } else {
      try wordRest(of: &command)
    }
    return command
  }

  private mutating func wordRest(of command: inout Command) throws(ScriptError) {
    while let word = rest.first {
      if word.option != nil {
        command.arguments.append(try option())
      } else if word.isClause, !command.awaitsTopic {
        try clause(of: &command)
      } else if !command.clauses.isEmpty {
        throw ScriptError(.unexpected(word.text), word.range)
      } else {
        do throws(ScriptError) {
          command.arguments.append(.value(try value()))
        } catch {
          throw command.englishWord(before: error) ?? error
        }
        if let operands = vocabulary.operandsBeforeText(in: command) {
          return try freeWordRest(of: &command, operands: operands)
        }
      }
    }
  }

  private mutating func freeWordRest(of command: inout Command, operands: Int)
    throws(ScriptError)
  {
    for _ in 0..<operands where rest.first.map({ $0.option == nil }) ?? false {
      command.arguments.append(.value(try value(isOperand: true)))
    }
    let text = rest.prefix { $0.option == nil }
    if let first = text.first, let last = text.last {
      command.text = Spanned(
        Template(text.map(\.text).joined(separator: " ")),
        first.range.lowerBound..<last.range.upperBound)
    }
    rest = rest.dropFirst(text.count)
    while let word = rest.first {
      guard word.option != nil else { throw ScriptError(.unexpected(word.text), word.range) }
      command.arguments.append(try option())
    }
  }

  private mutating func option() throws(ScriptError) -> Argument {
    guard let word = rest.popFirst(), let (name, given) = word.option else {
      throw ScriptError(.expectedName, 0..<0)
    }
    if let only = onlyValue(given) {
      return .option(name: name, values: [only], hasEquals: given != nil)
    }
    var values = given.map(list) ?? []
    var isOpen = given.map { Self.isList($0.value) && $0.value.hasSuffix(",") } ?? false
    if given == nil, let next = rest.first, next.option == nil, !next.isClause { isOpen = true }
    // A comma that ends an argument, or begins the next, goes on with the list.
    while isOpen || rest.first.map({ Self.isList($0.text) && $0.text.hasPrefix(",") }) == true {
      guard let next = rest.first, next.option == nil, !next.isClause else {
        let place = rest.first?.range ?? source.scalars.count..<source.scalars.count
        throw ScriptError(.expectedExpression, place)
      }
      isOpen = false
      if Self.isList(next.text) {
        rest.removeFirst()
        values += list(Spanned(next.text, next.range))
        isOpen = next.text.hasSuffix(",")
      } else {
        values.append(try value())
      }
    }
    return .option(name: name, values: values, hasEquals: given != nil)
  }

  /// The value of an option that is one argument, commas and all: what it is of, decides whether
  /// it is a list.
  private mutating func onlyValue(_ given: Spanned<String>?) -> Spanned<ValueSyntax>? {
    let next = given ?? rest.first.map { Spanned($0.text, $0.range) }
    guard let next, Self.isList(next.value), !next.value.hasSuffix(","), !next.value.hasPrefix(",")
    else { return nil }
    let after = given == nil ? rest.dropFirst().first : rest.first
    if let after, Self.isList(after.text), after.text.hasPrefix(",") { return nil }
    if given == nil { rest.removeFirst() }
    return Spanned(.word(next.value), next.range)
  }

  /// Whether an argument without spaces holds a comma that does not stand between two digits.
  private static func isList(_ text: String) -> Bool {
    guard text.contains(","), !text.unicodeScalars.contains(where: { $0.isSpace || $0 == "\n" })
    else { return false }
    if case .word = syntax(text) { return false }
    return true
  }

  /// The values of a list with commas; any other argument is one value.
  private func list(_ text: Spanned<String>) -> [Spanned<ValueSyntax>] {
    guard Self.isList(text.value) else { return [Spanned(Self.syntax(text.value), text.range)] }
    let scalars = Array(text.value.unicodeScalars)
    let words = Self.parser(of: scalars)
    var values: [Spanned<ValueSyntax>] = []
    var start = 0
    while start < scalars.count {
      var end = words.argumentWord(at: start).upperBound
      while end < scalars.count, scalars[end] != "," { end += 1 }
      if end > start {
        let place = text.range.lowerBound + start..<text.range.lowerBound + end
        values.append(Spanned(Self.syntax(words.reader.source.text(start..<end)), place))
      }
      start = end + 1
    }
    return values
  }

  /// A parser that looks at one argument.
  static func parser(of scalars: [Unicode.Scalar]) -> Parser {
    Parser(
      reader: Reader(Source(name: "argument", scalars: scalars)),
      vocabulary: Vocabulary(firstWords: [], freeWords: [:]))
  }
}

extension Parser {
  /// Parses the program's own arguments, which are one command.
  ///
  /// The places of an error count in the source, which ``Source/init(arguments:)`` gives too.
  package static func parse(arguments: [String], _ vocabulary: Vocabulary) throws(ScriptError)
    -> (source: Source, script: Script)
  {
    let words = ArgumentWords(arguments)
    var parser = ArgumentsParser(
      source: words.source, rest: words.words[...], vocabulary: vocabulary)
    let command = try parser.command()
    return (
      words.source, Script(statements: command.map { [.command($0)] } ?? [], comment: "")
    )
  }
}
