import Scripting

/// A command's words before they are typed: the same for the check before the run, where a
/// variable's value is not known, and for the run itself.
struct Shape {
  let word: Spanned<String>
  var arguments: [Argument]
  let hasText: Bool
  let text: Spanned<String>?
  let clauses: [(word: String, range: Range<Int>)]
  let range: Range<Int>

  enum Argument {
    case value(Item)
    case option(name: Spanned<String>, values: [Item], hasEquals: Bool)
  }

  /// A value that is known, or will be.
  struct Item {
    let value: Value?
    let range: Range<Int>

    /// The spelling of a word or text that is known.
    var written: String? { value?.written }
    var isWord: Bool {
      if case .word? = value { true } else { false }
    }
  }
}

extension Shape {
  /// The shape of a command as it is written.
  init(_ command: Command) {
    func item(_ value: Spanned<ValueSyntax>) -> Item {
      switch value.value {
      case .word(let word): Item(value: .word(word), range: value.range)
      case .text(let template): Item(value: template.literal.map(Value.text), range: value.range)
      default: Item(value: nil, range: value.range)
      }
    }
    word = command.word
    arguments = command.arguments.map { argument in
      switch argument {
      case .value(let value): .value(item(value))
      case .option(let name, let values, let hasEquals):
        .option(name: name, values: values.map(item), hasEquals: hasEquals)
      }
    }
    hasText = command.text != nil
    text = command.text.flatMap { spanned in
      spanned.value.literal.map { Spanned($0, spanned.range) }
    }
    clauses = command.clauses.map { ($0.word, command.range) }
    range = command.range
  }

  /// The shape of a command whose values are known.
  init(_ invocation: Invocation) {
    word = invocation.word
    arguments = invocation.arguments.map { argument in
      switch argument {
      case .value(let value): .value(Item(value: value.value, range: value.range))
      case .option(let name, let values, let hasEquals):
        .option(
          name: name, values: values.map { Item(value: $0.value, range: $0.range) },
          hasEquals: hasEquals)
      }
    }
    hasText = invocation.text != nil
    text = invocation.text
    let given: [(String, Bool)] = [
      ("where", invocation.filter != nil), ("sort", !invocation.sort.isEmpty),
      ("limit", invocation.limit != nil), ("fields", !invocation.fields.isEmpty),
      ("group", invocation.group != nil), ("as", invocation.format != nil),
      ("to", invocation.destination != nil),
    ]
    let place = invocation.range
    clauses = given.filter(\.1).map { ($0.0, place) }
    range = invocation.range
  }
}
