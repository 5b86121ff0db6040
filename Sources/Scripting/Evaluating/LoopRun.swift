import Auditing

/// The turns of a loop by its steps: numbers stay in slots until something else needs them.
struct LoopRun {
  private let steps: LoopSteps
  private let turns: LoopTurns
  private var turn = 0
  /// The place of the step that comes next.
  private var place = 0
  /// What is known of each variable; a bit for each slot.
  private var numbers: [Int]
  private var known: UInt64 = 0
  /// The variables that can be given any whole number, and those that were and whose value in the
  /// scope is an older one.
  private var changeable: UInt64 = 0
  private var changed: UInt64 = 0

  /// What the machine must do before the steps go on.
  enum Need {
    case statement(Statement)
    case truth(Expression, LoopSteps.Branch)
    /// Nothing: the last turn has ended.
    case nothing
  }

  /// Begins the first turn, in the block of the loop.
  init(_ steps: LoopSteps, over turns: LoopTurns, _ scope: inout Scope) {
    self.steps = steps
    self.turns = turns
    numbers = Array(repeating: 0, count: steps.names.count)
    scope.turn(steps.names[0], turns[0])
  }

  /// Runs steps up to one that needs more than whole numbers; the scope is then as it must be.
  mutating func advance(_ scope: inout Scope) -> Need {
    while true {
      guard place < steps.steps.count else {
        guard turn + 1 < turns.count else {
          bring(to: &scope)
          return .nothing
        }
        turn += 1
        begin(&scope)
        continue
      }
      switch steps.steps[place] {
      case .count(let spot, let reckoning):
        guard let number = number(reckoning, scope), give(spot.slot, number, &scope) else {
          place += 1
          return needed(.statement(steps.statements[spot.statement]), &scope)
        }
        place += 1
      case .compare(let left, let comparison, let right, let test, let branch):
        guard let x = number(left, scope), let y = number(right, scope) else {
          return needed(.truth(steps.tests[test], branch), &scope)
        }
        place = comparison.holds(x, y) ? branch.holds : branch.fails
      case .test(let test, let branch):
        return needed(.truth(steps.tests[test], branch), &scope)
      case .run(let statement):
        place += 1
        return needed(.statement(steps.statements[statement]), &scope)
      case .goTo(let other): place = other
      case .open:
        scope.open()
        place += 1
      case .close:
        close(&scope)
        place += 1
      }
    }
  }

  /// Goes on after a test.
  mutating func go(to branch: LoopSteps.Branch, _ holds: Bool) {
    place = holds ? branch.holds : branch.fails
  }
}

// MARK: - Between steps

extension LoopRun {
  private mutating func begin(_ scope: inout Scope) {
    place = 0
    if let number = turns.number(turn), !scope.hasVariables(besides: 1) {
      numbers[0] = number
      known |= 1
      changed |= 1
    } else {
      bring(to: &scope)
      scope.turn(steps.names[0], turns[turn])
      forget()
    }
  }

  private mutating func close(_ scope: inout Scope) {
    if scope.hasVariables(besides: 0) {
      bring(to: &scope)
      forget()
    }
    scope.close()
  }

  private mutating func needed(_ need: Need, _ scope: inout Scope) -> Need {
    bring(to: &scope)
    forget()
    return need
  }

  /// Puts the numbers that changed into the scope.
  private mutating func bring(to scope: inout Scope) {
    while changed != 0 {
      let slot = changed.trailingZeroBitCount
      scope.renew(steps.names[slot], numbers[slot])
      changed &= changed - 1
    }
  }

  private mutating func forget() { (known, changeable) = (0, 0) }
}

// MARK: - Numbers

extension LoopRun {
  /// What a reckoning comes to, of at most 18 digits; nothing where a variable in it is no whole
  /// number.
  private mutating func number(_ reckoning: Range<Int>, _ scope: borrowing Scope) -> Int? {
    var waiting: InlineArray<8, Int> = .init(repeating: 0)
    var count = 0
    for index in reckoning {
      switch steps.operations[index] {
      case .number(let number):
        waiting[count] = number
        count += 1
      case .variable(let slot):
        guard let number = number(in: slot, scope) else { return nil }
        waiting[count] = number
        count += 1
      case let operation:
        guard let number = operation.result(waiting[count - 2], waiting[count - 1]) else {
          return nil
        }
        count -= 1
        waiting[count - 1] = number
      }
    }
    return waiting[0]
  }

  private mutating func number(in slot: Int, _ scope: borrowing Scope) -> Int? {
    if known & (1 << slot) == 0 {
      guard let number = scope.number(steps.names[slot]) else { return nil }
      numbers[slot] = number
      known |= 1 << slot
    }
    return numbers[slot]
  }

  /// Gives a variable a number; nothing is done where its statement must say what it can be.
  private mutating func give(_ slot: Int, _ number: Int, _ scope: inout Scope) -> Bool {
    let bit: UInt64 = 1 << slot
    if changeable & bit != 0 {
      changed |= bit
    } else {
      guard scope.count(steps.names[slot], number) else { return false }
      changeable |= bit
      known |= bit
    }
    numbers[slot] = number
    return true
  }
}

extension LoopSteps.Operation {
  /// The result of an operation, when it has at most 18 digits.
  fileprivate func result(_ left: Int, _ right: Int) -> Int? {
    let (result, isTooLarge) =
      switch self {
      case .plus: left.addingReportingOverflow(right)
      case .minus: left.subtractingReportingOverflow(right)
      default: left.multipliedReportingOverflow(by: right)
      }
    return isTooLarge || result.magnitude >= 1_000_000_000_000_000_000 ? nil : result
  }
}

extension Expression.Comparison {
  fileprivate func holds(_ left: Int, _ right: Int) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .atMost: left <= right
    case .more: left > right
    case .atLeast, .contains: left >= right
    }
  }
}
