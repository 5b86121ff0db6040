import Auditing
import LineEditing
import Scripting

/// Checks one command before anything runs: its words, options, values of closed lists, fields.
struct CommandCheck {
  let session: Session
  /// The days that dates in the commands count from.
  let dates: DateOrigin
  /// Gives the grades that are words of the visit.
  let grades: () -> [Checklist.Grade]

  /// Creates a check by what it would ask the session for, which many commands share.
  init(
    _ session: Session, _ dates: DateOrigin, _ grades: @escaping () -> [Checklist.Grade]
  ) {
    (self.session, self.dates, self.grades) = (session, dates, grades)
  }

  func faults(of command: Command, in source: Source) -> [Diagnostic] {
    do {
      let shape = Shape(command)
      try checkBrackets(of: command)
      let match = try Registry.standard.match(
        shape, isPrompt: session.isPrompt, grades: grades)
      if match.spec.isPromptOnly, !session.isPrompt, !session.isSingleCommand {
        throw Failure(.promptOnly(match.spec.name[session.language]), at: command.word.range)
      }
      let bound = try Binder(dates: dates).bind(
        shape, to: match.spec, skipping: match.words)
      try checkClauses(of: command, match.spec)
      try checkAnswer(to: match.spec, bound)
      return []
    } catch let error {
      return [Failure(error).diagnostic(in: source)]
    }
  }

  /// Refuses a question that nothing would answer.
  private func checkAnswer(to spec: CommandSpec, _ bound: Bound) throws {
    guard spec.name == SessionCommands.ask.name, spec.noun == nil, bound["default"] == nil,
      session.run.answers == nil, !session.run.isOnlyChecked, !Terminal.isInteractive
    else { return }
    throw Failure(.noAnswer(bound["question"] ?? ""), at: bound.place("question"))
  }

  /// Refuses fields and formats that the noun does not have.
  func checkClauses(of command: Command, _ spec: CommandSpec) throws {
    for case .format(let name) in command.clauses {
      try check(form: name.value, at: name.range, spec)
    }
    guard !spec.hasOwnClauses,
      let noun = spec.table ?? spec.noun.flatMap({ Registry.standard.noun($0.en) })
    else { return }
    for clause in command.clauses {
      switch clause {
      case .filter(let expression): try check(expression, noun)
      case .sort(let keys): for key in keys { try check(field: key.field, noun) }
      case .fields(let fields): for field in fields { try check(field: field, noun) }
      case .group(let field): try check(field: field, noun)
      case .destination(let value): try check(destination: value, in: command, spec)
      default: break
      }
    }
  }

  /// Checks that the name of a file says a form that is known, where no `as` does.
  private func check(
    destination: Spanned<ValueSyntax>, in command: Command, _ spec: CommandSpec
  ) throws {
    let path: String? =
      switch destination.value {
      case .word(let word): word
      case .text(let template): template.literal
      default: nil
      }
    guard let path, !command.clauses.contains(where: { $0.word == "as" }) else { return }
    let named = path.split(separator: ".").last.map(String.init) ?? ""
    try check(form: named, at: destination.range, spec)
  }

  private func check(form: String, at range: Range<Int>, _ spec: CommandSpec) throws {
    if !spec.forms.contains(Format.name(of: form)) { throw spec.refusal(of: form, at: range) }
  }

  private func check(field: Spanned<String>, _ noun: NounSpec) throws {
    let word = field.value.split(separator: ".").first.map(String.init) ?? field.value
    if let found = noun.field(word) {
      let rest = field.value.split(separator: ".").dropFirst().joined(separator: ".")
      guard !rest.isEmpty, let owner = Registry.standard.noun(found.name.en) else { return }
      return try check(field: Spanned(rest, field.range), owner)
    }
    let names = noun.fields.map(\.name)
    throw Failure(
      .unknownField(
        word, noun: noun.name, known: names,
        suggestion: Suggestion.nearest(to: word, among: names.flatMap { [$0.en, $0.fr] })),
      at: field.range)
  }

  private func check(_ expression: Expression, _ noun: NounSpec) throws {
    switch expression.node {
    case .value(.word(let word)) where word.first?.isLetter == true:
      do {
        try check(field: Spanned(word, expression.range), noun)
      } catch let failure as Failure {
        guard case .unknownField(let name, let noun, let known, let suggestion) = failure.error
        else { throw failure }
        throw Failure(
          .notAField(name, noun: noun, known: known, suggestion: suggestion), at: failure.range)
      }
    case .value, .field, .call: break
    case .or(let left, let right), .and(let left, let right), .arithmetic(let left, _, let right):
      try check(left, noun)
      try check(right, noun)
    case .not(let operand), .empty(let operand, _): try check(operand, noun)
    case .compare(let left, let comparison, let right):
      try check(left, noun)
      if comparison != .contains { try checkChoice(right, against: left, noun) }
      try checkValue(right, against: left, noun)
    case .contained(let left, let right, _):
      try check(left, noun)
      try checkChoice(right, against: left, noun)
    }
  }

  /// Refuses a bare word on the right that is a field of the noun and no value of the left one.
  private func checkValue(_ value: Expression, against left: Expression, _ noun: NounSpec) throws {
    guard case .value(.word(let word)) = value.node, word.first?.isLetter == true,
      case .value(.word(let name)) = left.node, let right = noun.field(word)
    else { return }
    if noun.field(name)?.choices.contains(where: { $0.matches(word) }) == true { return }
    throw Failure(.fieldOnRight(right.name.matches(word) ? word : right.name.en), at: value.range)
  }

  /// Checks a value on the right against the closed list of the field on the left.
  private func checkChoice(_ value: Expression, against left: Expression, _ noun: NounSpec) throws {
    guard case .value(.word(let name)) = left.node, let field = noun.field(name),
      !field.choices.isEmpty
    else { return }
    switch value.node {
    case .value(.word(let word)):
      guard !field.choices.contains(where: { $0.matches(word) }) else { return }
      let words = field.choices.flatMap { [$0.en, $0.fr] }
      throw Failure(
        .unknownChoice(
          word, known: field.choices, suggestion: Suggestion.nearest(to: word, among: words)),
        at: value.range)
    case .value(.list(let items)): for item in items { try checkChoice(item, against: left, noun) }
    default: break
    }
  }
}
