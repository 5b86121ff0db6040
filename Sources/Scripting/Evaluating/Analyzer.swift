import Auditing

/// Checks a whole script before anything runs: variables, functions, and each command by what
/// knows commands.
package struct Analyzer {
  private var faults: [Diagnostic] = []
  private let source: Source
  private let check: (Command, _ isCaptured: Bool) -> [Diagnostic]
  private var blocks: [[String: Bool]]
  private var hasCommand = false

  /// Creates an analyzer whose commands are checked by a function.
  private init(
    _ source: Source, known names: [String],
    check: @escaping (Command, _ isCaptured: Bool) -> [Diagnostic]
  ) {
    self.source = source
    self.check = check
    blocks = [Dictionary(names.map { ($0, true) }, uniquingKeysWith: { first, _ in first })]
  }

  /// The faults of a script, in the order of its text; no name is known twice.
  package static func faults(
    of script: Script, in source: Source, known names: [String] = [],
    check: @escaping (Command, _ isCaptured: Bool) -> [Diagnostic]
  ) -> [Diagnostic] {
    var analyzer = Analyzer(source, known: names, check: check)
    analyzer.visit(script.statements)
    return analyzer.faults.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func report(_ kind: ScriptError.Kind, _ range: Range<Int>) {
    faults.append(Diagnostic(ScriptError(kind, range), in: source))
  }

  private mutating func visit(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }

  private mutating func block(_ statements: [Statement], with names: [String] = []) {
    blocks.append(Dictionary(uniqueKeysWithValues: names.map { ($0, false) }))
    visit(statements)
    blocks.removeLast()
  }

  private mutating func visit(_ statement: Statement) {
    switch statement {
    case .param(let name, _, let value):
      if hasCommand || blocks.count > 1 { report(.paramNotFirst, name.range) }
      if let value { visit(value) }
      if blocks[blocks.count - 1][name.value] == false {
        report(.unchangeable(name.value), name.range)
      }
      blocks[blocks.count - 1][name.value] = false
    case .assignment(let name, let value):
      visit(value)
      let owner = blocks.lastIndex { $0[name.value] != nil }
      if let owner, blocks[owner][name.value] == false {
        report(.unchangeable(name.value), name.range)
      } else if owner == nil {
        blocks[blocks.count - 1][name.value] = true
      }
    case .condition(let branches, let otherwise):
      for branch in branches {
        visit(branch.test)
        block(branch.block)
      }
      if let otherwise { block(otherwise) }
    case .loop(let name, let list, let statements):
      visit(list)
      block(statements, with: [name.value])
    case .expectation(let expression, let what, _):
      visit(expression)
      if let what { visit(what) }
    case .command(let command):
      hasCommand = true
      visit(command, isCaptured: false)
    }
  }

  private mutating func visit(_ command: Command, isCaptured: Bool) {
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
    faults += check(command, isCaptured)
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

  private mutating func visit(_ template: Template) {
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

  private mutating func visit(_ expression: Expression, isFilter: Bool = false) {
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
      do {
        try Functions.check(name, count: arguments.count)
      } catch {
        faults.append(Diagnostic(error, in: source))
      }
      for argument in arguments { visit(argument, isFilter: isFilter) }
    }
  }
}
