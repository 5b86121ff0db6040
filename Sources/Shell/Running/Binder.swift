import Auditing
import Scripting

/// Binds the words of a command to its declaration: operands by their place, options by name.
struct Binder {
  let dates: DateOrigin

  /// Binds a shape, or finds the first fault in it; unknown values are taken on trust.
  func bind(_ shape: Shape, to spec: CommandSpec, skipping words: Int) throws -> Bound {
    var bound = Bound(spec: spec, range: shape.range)
    var positionals: [Shape.Item] = []
    var arguments = shape.arguments[...]
    while let argument = arguments.popFirst() {
      switch argument {
      case .value(let item): positionals.append(item)
      case .option(let name, var values, let hasEquals):
        // A unit that stands after a number and a space belongs to the number.
        if case .value(let unit)? = arguments.first, values.count == 1,
          Self.joined([values[0], unit]).count == 1, takesQuantity(name.value, spec)
        {
          values = Self.joined([values[0], unit])
          arguments.removeFirst()
        }
        positionals += try bind(name, values, hasEquals: hasEquals, in: &bound)
      }
    }
    positionals.removeFirst(min(words, positionals.count))
    let isChosen = !spec.subject.isEmpty && shape.clauses.contains { $0.word == "where" }
    try bind(&positionals, in: &bound, besides: isChosen ? spec.subject : [:])
    try bindText(shape, &positionals, in: &bound)
    if let extra = positionals.first {
      if let word = extra.written, let meant = Vocabulary.english[word.folded] {
        throw Failure(
          .script(ScriptError(.englishWord(word, meant: meant), extra.range)), at: extra.range)
      }
      throw Failure(.extraOperand(extra.written ?? "…", command: spec), at: extra.range)
    }
    for option in spec.options where bound.options[option.name.en] == nil {
      let other = option.unless.map { bound.options[$0] != nil }
      guard option.isRequired || other == false else { continue }
      throw Failure(.missingOption(option.name, command: spec), at: shape.range)
    }
    let clause = shape.clauses.first {
      !spec.clauses.contains($0.word) && !(isChosen && $0.word == "where")
    }
    if let clause { throw Failure(.noClause(clause.word, spec), at: clause.range) }
    if isChosen, let name = spec.subject.keys.first(where: bound.has) {
      throw Failure(.extraOperand("--\(name)", command: spec), at: bound.place(name))
    }
    return bound
  }

  /// Binds an option and gives back the values that are not its own.
  private func bind(
    _ name: Spanned<String>, _ values: [Shape.Item], hasEquals: Bool, in bound: inout Bound
  ) throws -> [Shape.Item] {
    let spec = bound.spec
    guard let option = spec.options.first(where: { $0.name.matches(name.value) }) else {
      if spec.takesParameters {
        let given = values.map { $0.written ?? "…" }.joined(separator: ",")
        bound.parameters.append("--\(name.value)" + (values.isEmpty ? "" : "=\(given)"))
        return []
      }
      let known = spec.options.map(\.name)
      throw Failure(
        .unknownOption(
          name.value, command: spec.name, known: known,
          suggestion: Suggestion.nearest(to: name.value, among: known.flatMap { [$0.en, $0.fr] })),
        at: name.range)
    }
    let key = option.name.en
    guard let type = option.type else {
      if hasEquals { throw Failure(.optionTakesNoValue(option.name), at: name.range) }
      bound.options[key] = [BoundValue(value: .flag, range: name.range)]
      return values
    }
    if bound.options[key] != nil, !option.isList {
      throw Failure(.repeatedOption(option.name), at: name.range)
    }
    guard !values.isEmpty else { throw Failure(.optionNeedsValue(option.name), at: name.range) }
    let items = option.isList ? values.flatMap(Self.split) : values
    if !option.isList, items.count > 1 { throw Failure(.oneValue(option.name), at: name.range) }
    bound.options[key, default: []] += try items.map { try typed($0, type) }
    return []
  }

  private func takesQuantity(_ option: String, _ spec: CommandSpec) -> Bool {
    if case .quantity? = spec.options.first(where: { $0.name.matches(option) })?.type {
      true
    } else {
      false
    }
  }

  private func bind(
    _ positionals: inout [Shape.Item], in bound: inout Bound, besides chosen: [String: String]
  ) throws {
    for operand in bound.spec.operands where chosen[operand.name.en] == nil {
      if case .quantity = operand.type { positionals = Self.joined(positionals) }
      guard !positionals.isEmpty else {
        if operand.isOptional { continue }
        throw Failure(.missingOperand(operand.name, command: bound.spec), at: bound.range)
      }
      let count = operand.isRepeated ? positionals.count : 1
      let items = positionals.prefix(count).flatMap { operand.isRepeated ? Self.split($0) : [$0] }
      positionals.removeFirst(count)
      bound.operands[operand.name.en] = try items.map { try typed($0, operand.type) }
    }
  }

  private func bindText(_ shape: Shape, _ positionals: inout [Shape.Item], in bound: inout Bound)
    throws
  {
    guard let text = bound.spec.text else { return }
    bound.text = shape.text
    if bound.text == nil, let item = positionals.first {
      positionals.removeFirst()
      bound.text = item.written.map { Spanned($0, item.range) }
      return
    }
    guard !text.isRequired || shape.hasText else {
      throw Failure(.missingText(text.name, command: bound.spec), at: shape.range)
    }
  }

  /// The items of a word with commas in it, and of a list.
  private static func split(_ item: Shape.Item) -> [Shape.Item] {
    switch item.value {
    case .word(let word)? where word.contains(","):
      word.split(separator: ",").map { Shape.Item(value: .word(String($0)), range: item.range) }
    case .list(let values)?:
      values.map { Shape.Item(value: $0, range: item.range) }
    default: [item]
    }
  }

  /// Joins a number and the word of a unit that follows it.
  private static func joined(_ items: [Shape.Item]) -> [Shape.Item] {
    guard items.count >= 2, let number = items[0].written, DecimalNumber(number) != nil,
      let unit = items[1].written, Unit(word: unit) != nil
    else { return items }
    let range = items[0].range.lowerBound..<items[1].range.upperBound
    return [Shape.Item(value: .word("\(number) \(unit)"), range: range)] + items.dropFirst(2)
  }

  /// A value of a type, or the fault that it is none.
  private func typed(_ item: Shape.Item, _ type: ValueType) throws -> BoundValue {
    guard let value = item.value else {
      return BoundValue(value: .text("…"), range: item.range)
    }
    func fault() -> Failure { Failure(.badValue(value.written, type), at: item.range) }
    let written = value.written
    func bound(_ typed: BoundValue.Typed) -> BoundValue {
      BoundValue(value: typed, range: item.range)
    }
    switch type {
    case .text, .file, .folder:
      return bound(.text(written))
    case .reference:
      guard !written.isEmpty else { throw fault() }
      return bound(.text(written))
    case .word:
      guard Self.isIdentifier(written) else { throw fault() }
      return bound(.text(written))
    case .time:
      // `9h` is nine o'clock where an hour is expected, and nine hours elsewhere.
      let whole = written.folded.hasSuffix("h") ? written + "00" : written
      guard let time = ClockTime(whole) else { throw fault() }
      return bound(.text(time.description))
    case .period:
      guard let period = Period(written) else { throw fault() }
      return bound(.text(period.normal))
    case .integer:
      guard let number = DecimalNumber(written), number.scale == 0 else { throw fault() }
      guard number.significand.canBeEntered else {
        throw Failure(.tooLarge(written), at: item.range)
      }
      return bound(.integer(number.significand))
    case .quantity:
      guard let quantity = Quantity(written) else { throw fault() }
      return bound(.quantity(quantity))
    case .date:
      if case .date(let date) = value { return bound(.date(date)) }
      guard let date = dates.date(written) else { throw fault() }
      return bound(.date(date))
    case .boolean:
      switch written.folded {
      case "yes", "oui": return bound(.boolean(true))
      case "no", "non": return bound(.boolean(false))
      default: throw fault()
      }
    case .choice(let names):
      guard let name = names.first(where: { $0.matches(written) }) else {
        let words = names.flatMap { [$0.en, $0.fr] }
        throw Failure(
          .unknownChoice(
            written, known: names, suggestion: Suggestion.nearest(to: written, among: words)),
          at: item.range)
      }
      return bound(.text(name.en))
    }
  }

  /// Whether a text can be an id: letters, digits and `. - _`, at most 64 characters.
  static func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 64 && text.first != "-" && text.first != "."
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "._-".unicodeScalars.contains($0)
      }
  }
}
