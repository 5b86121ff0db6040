import Auditing

/// Commands, values and expressions.
extension Analyzer {
  mutating func visit(_ command: Command, isCaptured: Bool) {
    for argument in command.arguments {
      switch argument {
      case .value(let value): visit(value.value, at: value.range)
      case .option(_, let values, _): for value in values { visit(value.value, at: value.range) }
      }
    }
    for clause in command.clauses {
      switch clause {
      case .filter(let expression): visit(expression, isFilter: true)
      case .limit(let value), .destination(let value): visit(value.value, at: value.range)
      default: break
      }
    }
    if let text = command.text { visit(text.value) }
    if let known = definitions[command.word.value.folded] {
      checkCall(of: known, by: command)
    } else {
      faults += checks.command(command, isCaptured, source)
    }
  }

  private mutating func checkCall(of known: Known, by command: Command) {
    var count = 0
    for argument in command.arguments {
      guard case .value = argument else {
        return report(.valuesOnly(known.name), command.word.range)
      }
      count += 1
    }
    guard command.clauses.isEmpty, command.text == nil else {
      return report(.valuesOnly(known.name), command.word.range)
    }
    checkCount(of: known, count, at: command.word.range)
  }

  private mutating func checkCount(of known: Known, _ count: Int, at range: Range<Int>) {
    guard let expected = known.count, expected != count else { return }
    report(.argumentCount(known.name, expected: expected...expected, found: count), range)
  }

  private mutating func visit(_ value: ValueSyntax, at range: Range<Int>) {
    switch value {
    case .word: break
    case .text(let template): visit(template)
    case .variable(let name, _): visit(variable: name, at: range)
    case .list(let expressions): for expression in expressions { visit(expression) }
    case .substitution(let command, _): visit(command, isCaptured: true)
    }
  }

  mutating func visit(_ template: Template) {
    for case .variable(let name, _, let range) in template.parts {
      visit(variable: name, at: range)
    }
  }

  private mutating func visit(variable name: String, at range: Range<Int>) {
    guard !blocks.contains(where: { $0[name] != nil }) else { return }
    let known = Set(blocks.flatMap(\.keys)).sorted()
    report(
      .unknownVariable(name, known: known, suggestion: Suggestion.nearest(to: name, among: known)),
      range)
  }

  mutating func visit(_ expression: Expression, isFilter: Bool = false) {
    switch expression.node {
    case .value(let value): visit(value, at: expression.range)
    case .field(let path):
      if !isFilter { report(.fieldOutsideFilter(path.joined(separator: ".")), expression.range) }
    case .or(let left, let right), .and(let left, let right), .compare(let left, _, let right),
      .contained(let left, let right, _), .arithmetic(let left, _, let right):
      visit(left, isFilter: isFilter)
      visit(right, isFilter: isFilter)
    case .not(let operand), .empty(let operand, _): visit(operand, isFilter: isFilter)
    case .call(let name, let arguments):
      checkCall(of: name, count: arguments.count, isFilter: isFilter)
      for argument in arguments { visit(argument, isFilter: isFilter) }
    }
  }

  private mutating func checkCall(of name: Spanned<String>, count: Int, isFilter: Bool) {
    if !Functions.names.contains(name.value), let known = definitions[name.value.folded] {
      if isFilter { return report(.definitionInFilter(known.name), name.range) }
      return checkCount(of: known, count, at: name.range)
    }
    do {
      try Functions.check(name, count: count, others: definitions.values.map(\.name))
    } catch {
      faults.append(Diagnostic(error, in: source))
    }
  }
}
