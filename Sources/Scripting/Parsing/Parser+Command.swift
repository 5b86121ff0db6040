import Auditing

extension Parser {
  /// A command: its words, options and clauses, or its free text.
  mutating func command() throws(ScriptError) -> Command {
    let start = reader.offset
    let first = try word()
    var command = Command(
      word: first, arguments: [], clauses: [], text: nil, range: first.range)
    let word = first.value.folded
    if isFirstWord(word), let operands = vocabulary.freeWords[word] {
      try freeWordRest(of: &command, operands: operands)
    } else {
      try wordRest(of: &command)
    }
    command.range = start..<max(first.range.upperBound, lastSignificant(from: start))
    return command
  }

  private func lastSignificant(from start: Int) -> Int {
    var end = reader.offset
    while end > start, reader.source.scalars[end - 1].isSpace { end -= 1 }
    return end
  }

  private mutating func wordRest(of command: inout Command) throws(ScriptError) {
    while true {
      reader.skipSpaces()
      guard let scalar = reader.current, !Self.endsCommand(scalar) else { return }
      if isOptionNext {
        command.arguments.append(try option())
        continue
      }
      let range = reader.word { Self.endsWord($0) }
      let text = reader.source.text(range)
      if Vocabulary.clauseWords.contains(text), !command.awaitsTopic {
        try clause(text, range, of: &command)
      } else if !command.clauses.isEmpty {
        throw unexpected()
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
    for _ in 0..<operands {
      reader.skipSpaces()
      guard let scalar = reader.current, !Self.endsCommand(scalar), !isOptionNext else { break }
      command.arguments.append(.value(try value(isOperand: true)))
    }
    reader.skipSpaces()
    if let scalar = reader.current, !Self.endsCommand(scalar), !isOptionNext {
      command.text = try freeText()
    }
    while true {
      reader.skipSpaces()
      guard isOptionNext else { return }
      command.arguments.append(try option())
    }
  }

  /// Whether a character that begins a word ends the command instead.
  static func endsCommand(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", ";", ")", "}", "#": true
    default: false
    }
  }
}

// MARK: - Options

extension Parser {
  /// Whether `--` and a letter come next.
  var isOptionNext: Bool {
    reader.current == "-" && reader.peek(1) == "-" && (reader.peek(2)?.isLetter ?? false)
  }

  private mutating func option() throws(ScriptError) -> Argument {
    let start = reader.offset
    reader.advance(2)
    let range = reader.word { !$0.isLetter && !$0.isDigit && $0 != "_" && $0 != "-" }
    let name = Spanned(reader.source.text(range), start..<range.upperBound)
    reader.offset = range.upperBound
    let hasEquals = reader.take("=")
    if !hasEquals { try endOfValue() }
    let after = reader.offset
    if !hasEquals { reader.skipSpaces() }
    guard isOptionValueNext(hasEquals: hasEquals) else {
      reader.offset = after
      return .option(name: name, values: [], hasEquals: hasEquals)
    }
    var values = [try value()]
    while true {
      let before = reader.offset
      reader.skipSpaces()
      guard reader.take(",") else {
        reader.offset = before
        return .option(name: name, values: values, hasEquals: hasEquals)
      }
      reader.skipSpaces()
      values.append(try value())
    }
  }

  private func isOptionValueNext(hasEquals: Bool) -> Bool {
    guard let scalar = reader.current, !Self.endsCommand(scalar), scalar != "{" else {
      return false
    }
    return hasEquals ? !scalar.isSpace : !isOptionNext && !isClauseNext
  }

  private var isClauseNext: Bool {
    Vocabulary.clauseWords.contains(reader.source.text(reader.word { Self.endsWord($0) }))
  }
}

extension Command {
  /// Whether the next word is what help is asked about, be it a clause word.
  var awaitsTopic: Bool {
    arguments.isEmpty && clauses.isEmpty && Vocabulary.topicWords.contains(word.value.folded)
  }

  /// The fault of a French clause word among the values, where an operator that has no place shows
  /// that a clause was meant.
  func englishWord(before fault: ScriptError) -> ScriptError? {
    guard case .strayOperator = fault.kind else { return nil }
    for argument in arguments {
      if case .value(let value) = argument, case .word(let word) = value.value,
        let meant = Vocabulary.english[word.folded]
      {
        return ScriptError(.englishWord(word, meant: meant), value.range)
      }
    }
    return nil
  }
}
