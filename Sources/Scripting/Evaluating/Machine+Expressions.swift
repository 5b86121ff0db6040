import Auditing

/// Expressions outside filters, computed as they stand.
extension Machine {
  /// The value of an expression.
  mutating func evaluate(_ expression: Expression, _ runner: inout some CommandRunner) throws
    -> Value
  {
    let range = expression.range
    switch expression.node {
    case .value(.list(let items)): return .list(try values(items, &runner))
    case .value(let syntax): return try value(syntax, at: range, &runner)
    case .arithmetic(let left, let operation, let right):
      let (a, b) = (try evaluate(left, &runner), try evaluate(right, &runner))
      return try Calculating(comparing: comparing(&runner), range: range).value(a, operation, b)
    case .compare, .or, .and, .not, .contained, .empty:
      return .boolean(try isTrue(expression, &runner))
    case .field(let path):
      throw ScriptError(.fieldOutsideFilter(path.joined(separator: ".")), range)
    case .call(let name, let arguments):
      let values = try values(arguments, &runner)
      if !Functions.names.contains(name.value), let closure = closure(name.value) {
        return try call(closure, values, at: range, &runner)
      }
      return try functions(&runner).call(name, values)
    }
  }

  /// Whether an expression holds.
  mutating func isTrue(_ expression: Expression, _ runner: inout some CommandRunner) throws -> Bool
  {
    let range = expression.range
    switch expression.node {
    case .or(let left, let right):
      return try isTrue(left, &runner) || isTrue(right, &runner)
    case .and(let left, let right):
      return try isTrue(left, &runner) && isTrue(right, &runner)
    case .not(let operand): return try !isTrue(operand, &runner)
    case .compare(let left, let comparison, let right):
      let (a, b) = (try evaluate(left, &runner), try evaluate(right, &runner))
      return try Evaluator(origin: runner.dates).holds(a, comparison, b, at: range)
    case .contained(let left, let right, let negated):
      let (needle, stack) = (try evaluate(left, &runner), try evaluate(right, &runner))
      return try Evaluator(origin: runner.dates).isContained(needle, in: stack, at: range)
        != negated
    case .empty(let operand, let negated):
      return try evaluate(operand, &runner).isEmpty != negated
    case .value, .field, .arithmetic, .call:
      let value = try evaluate(expression, &runner)
      if case .boolean(let boolean) = value { return boolean }
      return try Evaluator(origin: runner.dates).boolean(value, at: range)
    }
  }

  func comparing(_ runner: inout some CommandRunner) -> Comparing {
    Comparing(origin: runner.dates)
  }

  /// The functions, with the days that they count from.
  func functions(_ runner: inout some CommandRunner) -> Functions {
    let origin = runner.dates
    return Functions(comparing: Comparing(origin: origin), origin: origin)
  }
}
