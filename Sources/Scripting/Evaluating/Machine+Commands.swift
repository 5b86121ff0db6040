import Auditing

/// Commands with their values, and the values themselves.
extension Machine {
  /// A command with every variable and captured command in its value's place.
  mutating func invocation(_ command: Command, _ runner: inout some CommandRunner) throws
    -> Invocation
  {
    var filter: Resolved?
    var sort: [Clause.SortKey] = []
    var limit: Spanned<Value>?
    var fields: [Spanned<String>] = []
    var group: Spanned<String>?
    var format: Spanned<String>?
    var destination: Spanned<Value>?
    for clause in command.clauses {
      switch clause {
      case .filter(let expression): filter = try resolve(expression, &runner)
      case .sort(let keys): sort = keys
      case .limit(let value): limit = try spanned(value, &runner)
      case .fields(let names): fields = names
      case .group(let field): group = field
      case .format(let name): format = name
      case .destination(let value): destination = try spanned(value, &runner)
      }
    }
    let text = try command.text.map { Spanned(try fill($0.value), $0.range) }
    var arguments: [Invocation.Argument] = []
    for argument in command.arguments { arguments.append(try self.argument(argument, &runner)) }
    return Invocation(
      word: command.word, arguments: arguments, text: text, filter: filter, sort: sort,
      limit: limit, fields: fields, group: group, format: format, destination: destination,
      range: command.range)
  }

  private mutating func argument(_ argument: Argument, _ runner: inout some CommandRunner) throws
    -> Invocation.Argument
  {
    switch argument {
    case .value(let value): return .value(try spanned(value, &runner))
    case .option(let name, let values, let hasEquals):
      var given: [Spanned<Value>] = []
      for value in values { given.append(try spanned(value, &runner)) }
      return .option(name: name, values: given, hasEquals: hasEquals)
    }
  }

  private mutating func spanned(
    _ value: Spanned<ValueSyntax>, _ runner: inout some CommandRunner
  ) throws -> Spanned<Value> {
    Spanned(try self.value(value.value, at: value.range, &runner), value.range)
  }

  /// The value of what stands among arguments, where a list of one is what it holds.
  mutating func value(
    _ syntax: ValueSyntax, at range: Range<Int>, _ runner: inout some CommandRunner
  ) throws -> Value {
    switch syntax {
    case .word(let word): return .word(word)
    case .text(let template): return .text(try fill(template))
    case .variable(let name, let path): return try variable(name, path, at: range)
    case .list(let expressions):
      let values = try values(expressions, &runner)
      return values.count == 1 ? values[0] : .list(values)
    case .substitution(let command, let path):
      var value = try value(of: command, isCaptured: true, &runner)
      for name in path { value = try Evaluator.member(name, of: value, at: range) }
      return value
    }
  }

  /// The values of expressions, in order.
  mutating func values(_ expressions: [Expression], _ runner: inout some CommandRunner) throws
    -> [Value]
  {
    var values: [Value] = []
    values.reserveCapacity(expressions.count)
    for expression in expressions { values.append(try evaluate(expression, &runner)) }
    return values
  }

  /// The value of a variable, or of a field of it.
  func variable(_ name: String, _ path: [String], at range: Range<Int>) throws(ScriptError)
    -> Value
  {
    guard var value = memory.scope.value(name) else {
      let names = memory.scope.names
      // What the check let pass is a variable of the file that is made later.
      if calls > 0 { throw ScriptError(.valueNotYet(name), range) }
      throw ScriptError(
        .unknownVariable(
          name, known: names, suggestion: Suggestion.nearest(to: name, among: names)), range)
    }
    for name in path { value = try Evaluator.member(name, of: value, at: range) }
    return value
  }

  /// A text with its variables filled in.
  func fill(_ template: Template) throws(ScriptError) -> String {
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
