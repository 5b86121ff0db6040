import Auditing

/// Runs statements in order: it fills in variables and hands each command to what runs it.
package struct Interpreter<Runner: CommandRunner> {
  package var runner: Runner
  /// The variables, which outlast a script.
  package var scope: Scope
  private let source: Source

  /// Creates an interpreter of a source.
  package init(_ runner: Runner, scope: Scope = Scope(), source: Source) {
    self.runner = runner
    self.scope = scope
    self.source = source
  }

  /// Runs a script; the first failure ends it.
  package mutating func run(_ script: Script) throws {
    try run(script.statements)
  }

  private mutating func run(_ statements: [Statement]) throws {
    for statement in statements { try run(statement) }
  }

  private mutating func block(_ statements: [Statement]) throws {
    scope.open()
    defer { scope.close() }
    try run(statements)
  }

  private mutating func run(_ statement: Statement) throws {
    switch statement {
    case .param(let name, let type, let value):
      if let given = try runner.parameter(name, type: type) {
        scope.fix(name.value, given)
      } else if let value {
        scope.fix(name.value, try evaluate(value))
      } else {
        throw ScriptError(.missingParameter(name.value), name.range)
      }
    case .assignment(let name, let value):
      try scope.assign(name, try evaluate(value))
    case .condition(let branches, let otherwise):
      for branch in branches where try isTrue(branch.test) { return try block(branch.block) }
      if let otherwise { try block(otherwise) }
    case .loop(let name, let list, let statements):
      for item in try items(of: list) {
        scope.open()
        defer { scope.close() }
        scope.fix(name.value, item)
        try run(statements)
      }
    case .expectation(let expression, let what, let range):
      let holds = try isTrue(expression)
      let text = try what.map { try fill($0) } ?? source.text(expression.range)
      runner.record(expectation: holds, what: text, range: range)
    case .command(let command):
      _ = try runner.run(try invocation(command), isCaptured: false)
    }
  }

  /// The items that a loop goes over; nothing is an empty list, and `($list)` is the list itself.
  private mutating func items(of list: Expression) throws -> [Value] {
    let value = try evaluate(list)
    switch value {
    case .list(let items):
      if items.count == 1, case .list(let inner) = items[0] { return inner }
      return items
    case .nothing: return []
    default: throw ScriptError(.notAList(value.written), list.range)
    }
  }

  private mutating func isTrue(_ expression: Expression) throws -> Bool {
    let resolved = try resolve(expression, isFilter: false)
    return try Evaluator(origin: runner.dates).isTrue(resolved)
  }

  /// The value of an expression.
  package mutating func evaluate(_ expression: Expression) throws -> Value {
    let resolved = try resolve(expression, isFilter: false)
    return try Evaluator(origin: runner.dates).value(resolved)
  }
}

// MARK: - Commands

extension Interpreter {
  private mutating func invocation(_ command: Command) throws -> Invocation {
    var filter: Resolved?
    var sort: [Clause.SortKey] = []
    var limit: Spanned<Value>?
    var fields: [Spanned<String>] = []
    var group: Spanned<String>?
    var format: Spanned<String>?
    var destination: Spanned<Value>?
    for clause in command.clauses {
      switch clause {
      case .filter(let expression): filter = try resolve(expression, isFilter: true)
      case .sort(let keys): sort = keys
      case .limit(let value): limit = try spanned(value)
      case .fields(let names): fields = names
      case .group(let field): group = field
      case .format(let name): format = name
      case .destination(let value): destination = try spanned(value)
      }
    }
    let text = try command.text.map { Spanned(try fill($0.value), $0.range) }
    return Invocation(
      word: command.word, arguments: try command.arguments.map { try argument($0) }, text: text,
      filter: filter, sort: sort, limit: limit, fields: fields, group: group, format: format,
      destination: destination, range: command.range)
  }

  private mutating func argument(_ argument: Argument) throws -> Invocation.Argument {
    switch argument {
    case .value(let value): return .value(try spanned(value))
    case .option(let name, let values, let hasEquals):
      return .option(name: name, values: try values.map { try spanned($0) }, hasEquals: hasEquals)
    }
  }

  private mutating func spanned(_ value: Spanned<ValueSyntax>) throws -> Spanned<Value> {
    Spanned(try self.value(value.value, at: value.range), value.range)
  }

  private mutating func value(_ syntax: ValueSyntax, at range: Range<Int>) throws -> Value {
    switch syntax {
    case .word(let word): return .word(word)
    case .text(let template): return .text(try fill(template))
    case .variable(let name, let path): return try variable(name, path, at: range)
    case .list(let expressions):
      let values = try expressions.map { try evaluate($0) }
      return values.count == 1 ? values[0] : .list(values)
    case .substitution(let command, let path):
      var value = try runner.run(try invocation(command), isCaptured: true)
      for name in path { value = try Evaluator.member(name, of: value, at: range) }
      return value
    }
  }

  private func variable(_ name: String, _ path: [String], at range: Range<Int>)
    throws(ScriptError) -> Value
  {
    guard var value = scope.value(name) else {
      throw ScriptError(
        .unknownVariable(
          name, known: scope.names, suggestion: Suggestion.nearest(to: name, among: scope.names)),
        range)
    }
    for name in path { value = try Evaluator.member(name, of: value, at: range) }
    return value
  }

  private func fill(_ template: Template) throws(ScriptError) -> String {
    var text = ""
    for part in template.parts {
      switch part {
      case .literal(let piece): text += piece
      case .variable(let name, let path, let range):
        text += try variable(name, path, at: range).written
      }
    }
    return text
  }
}

// MARK: - Expressions

extension Interpreter {
  /// Fills in the variables and captured commands of an expression.
  ///
  /// In a filter a bare word on the left of an operator, or alone, is a field.
  private mutating func resolve(_ expression: Expression, isFilter: Bool, isLeft: Bool = true)
    throws -> Resolved
  {
    let range = expression.range
    func node(_ node: Resolved.Node) -> Resolved { Resolved(node, at: range) }
    switch expression.node {
    case .value(.word(let word)) where isFilter && isLeft && word.first?.isLetter == true:
      return node(.field(word.split(separator: ".").map(String.init)))
    case .value(.list(let items)):
      let values = try items.map { try evaluate($0) }
      return node(.constant(.list(values)))
    case .value(let syntax):
      return node(.constant(try value(syntax, at: range)))
    case .field(let path):
      return node(.field(path))
    case .or(let left, let right):
      return node(
        .or(try resolve(left, isFilter: isFilter), try resolve(right, isFilter: isFilter)))
    case .and(let left, let right):
      return node(
        .and(try resolve(left, isFilter: isFilter), try resolve(right, isFilter: isFilter)))
    case .not(let operand):
      return node(.not(try resolve(operand, isFilter: isFilter)))
    case .compare(let left, let comparison, let right):
      return node(
        .compare(
          try resolve(left, isFilter: isFilter), comparison,
          try resolve(right, isFilter: isFilter, isLeft: false)))
    case .contained(let left, let right, let negated):
      return node(
        .contained(
          try resolve(left, isFilter: isFilter),
          try resolve(right, isFilter: isFilter, isLeft: false), negated: negated))
    case .empty(let operand, let negated):
      return node(.empty(try resolve(operand, isFilter: isFilter), negated: negated))
    case .arithmetic(let left, let operation, let right):
      return node(
        .arithmetic(
          try resolve(left, isFilter: isFilter, isLeft: isLeft), operation,
          try resolve(right, isFilter: isFilter, isLeft: isLeft)))
    case .call(let name, let arguments):
      // The second value of `sum(list, field)` is a name wherever it stands.
      let isOverList = Functions.overLists.contains(name.value)
      let resolved = try arguments.enumerated().map { index, argument in
        try resolve(argument, isFilter: isFilter, isLeft: isLeft && !(isOverList && index == 1))
      }
      return node(.call(name, resolved))
    }
  }
}
