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
      if let reckoning = expression.reckoning, let number = number(reckoning) {
        return .number(DecimalNumber(number))
      }
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
      if comparison != .contains, let first = left.reckoning, let second = right.reckoning,
        !(first.isLiteral && second.isLiteral), let x = number(first), let y = number(second)
      {
        return Self.holds(x, comparison, y)
      }
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

  private func comparing(_ runner: inout some CommandRunner) -> Comparing {
    Comparing(origin: runner.dates)
  }

  /// The functions, with the days that they count from.
  func functions(_ runner: inout some CommandRunner) -> Functions {
    let origin = runner.dates
    return Functions(comparing: Comparing(origin: origin), origin: origin)
  }
}

// MARK: - Whole numbers, which most loops count with

extension Machine {
  /// What a reckoning comes to, of at most 18 digits; nothing where a variable in it is no whole
  /// number.
  private func number(_ reckoning: Reckoning) -> Int? {
    var waiting: InlineArray<8, Int> = .init(repeating: 0)
    var count = 0
    for step in reckoning.steps {
      let next: Int
      switch step {
      case .number(let number): next = number
      case .variable(let name):
        guard let number = memory.scope.number(name) else { return nil }
        next = number
      case .plus, .minus, .times:
        guard let number = Self.result(step, waiting[count - 2], waiting[count - 1]) else {
          return nil
        }
        count -= 2
        next = number
      }
      waiting[count] = next
      count += 1
    }
    return waiting[0]
  }

  /// The result of one step, when it has at most 18 digits.
  private static func result(_ step: Reckoning.Step, _ left: Int, _ right: Int) -> Int? {
    let (result, isTooLarge) =
      switch step {
      case .plus: left.addingReportingOverflow(right)
      case .minus: left.subtractingReportingOverflow(right)
      default: left.multipliedReportingOverflow(by: right)
      }
    return isTooLarge || result.magnitude >= 1_000_000_000_000_000_000 ? nil : result
  }

  private static func holds(_ left: Int, _ comparison: Expression.Comparison, _ right: Int)
    -> Bool
  {
    switch comparison {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .atMost: left <= right
    case .more: left > right
    case .atLeast, .contains: left >= right
    }
  }
}
