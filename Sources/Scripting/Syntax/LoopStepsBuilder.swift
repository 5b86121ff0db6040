import Auditing

/// Turns the block of a loop into steps; the places that a test leads to are filled in at the end.
struct LoopStepsBuilder {
  private(set) var names: [String]
  private(set) var operations: [LoopSteps.Operation] = []
  private(set) var statements: [Statement] = []
  private(set) var tests: [Expression] = []
  /// Whether any step counts.
  private(set) var counts = false
  private var steps: [LoopSteps.Step] = []
  /// The place of each label.
  private var labels: [Int] = []

  /// How many variables can be counted with.
  private static let mostNames = 64

  /// Begins the steps of a loop with its variable.
  init(_ variable: String) { names = [variable] }

  /// Adds statements in their order.
  mutating func add(_ block: [Statement]) {
    for statement in block { add(statement) }
  }

  /// The steps, each test leading to places and no longer to labels.
  var placedSteps: [LoopSteps.Step] {
    steps.map { step in
      switch step {
      case .compare(let left, let comparison, let right, let test, let branch):
        .compare(left, comparison, right, test: test, placed(branch))
      case .test(let test, let branch): .test(test, placed(branch))
      case .goTo(let label): .goTo(labels[label])
      default: step
      }
    }
  }

  private func placed(_ branch: LoopSteps.Branch) -> LoopSteps.Branch {
    .init(holds: labels[branch.holds], fails: labels[branch.fails])
  }
}

// MARK: - Statements

extension LoopStepsBuilder {
  private mutating func add(_ statement: Statement) {
    switch statement {
    case .assignment(let name, let value):
      statements.append(statement)
      if let slot = slot(of: name.value), let reckoning = reckoning(value), !isLiteral(reckoning) {
        counts = true
        steps.append(
          .count(.init(slot: slot, statement: statements.count - 1), reckoning: reckoning))
      } else {
        steps.append(.run(statement: statements.count - 1))
      }
    case .condition(let branches, let otherwise):
      let end = label()
      for branch in branches {
        let next = LoopSteps.Branch(holds: label(), fails: label())
        add(test: branch.test, next)
        place(next.holds)
        add(inner: branch.block)
        steps.append(.goTo(end))
        place(next.fails)
      }
      add(inner: otherwise ?? [])
      place(end)
    default:
      statements.append(statement)
      steps.append(.run(statement: statements.count - 1))
    }
  }

  private mutating func add(inner block: [Statement]) {
    let makesVariables = block.contains { if case .assignment = $0 { true } else { false } }
    if makesVariables { steps.append(.open) }
    add(block)
    if makesVariables { steps.append(.close) }
  }

  private mutating func add(test: Expression, _ branch: LoopSteps.Branch) {
    switch test.node {
    case .and(let left, let right):
      let middle = label()
      add(test: left, .init(holds: middle, fails: branch.fails))
      place(middle)
      add(test: right, branch)
    case .or(let left, let right):
      let middle = label()
      add(test: left, .init(holds: branch.holds, fails: middle))
      place(middle)
      add(test: right, branch)
    case .not(let operand):
      add(test: operand, .init(holds: branch.fails, fails: branch.holds))
    default:
      tests.append(test)
      if let comparison = comparison(test, branch) {
        counts = true
        steps.append(comparison)
      } else {
        steps.append(.test(tests.count - 1, branch))
      }
    }
  }

  /// A comparison of what can be reckoned; two words as written compare as words.
  private mutating func comparison(_ test: Expression, _ branch: LoopSteps.Branch)
    -> LoopSteps.Step?
  {
    guard case .compare(let left, let comparison, let right) = test.node, comparison != .contains,
      let first = reckoning(left), let second = reckoning(right),
      !(isLiteral(first) && isLiteral(second))
    else { return nil }
    return .compare(first, comparison, second, test: tests.count - 1, branch)
  }

  private mutating func label() -> Int {
    labels.append(0)
    return labels.count - 1
  }

  private mutating func place(_ label: Int) { labels[label] = steps.count }
}

// MARK: - Reckonings

extension LoopStepsBuilder {
  /// The operations of an expression, or nothing where it is more than whole numbers, variables
  /// and what is done with them.
  private mutating func reckoning(_ expression: Expression) -> Range<Int>? {
    let start = operations.count
    guard addOperations(of: expression), operations.count - start <= LoopSteps.longestReckoning
    else {
      operations.removeSubrange(start...)
      return nil
    }
    return start..<operations.count
  }

  private mutating func addOperations(of expression: Expression) -> Bool {
    switch expression.node {
    case .value(.word(let word)):
      guard let first = word.utf8.first, first < 0x3A, word.utf8.count <= 64,
        let number = DecimalNumber(word), number.scale == 0
      else { return false }
      operations.append(.number(number.significand))
    case .value(.variable(let name, path: [])):
      guard let slot = slot(of: name) else { return false }
      operations.append(.variable(slot: slot))
    case .arithmetic(let left, let operation, let right):
      guard addOperations(of: left), addOperations(of: right) else { return false }
      switch operation {
      case .plus: operations.append(.plus)
      case .minus: operations.append(.minus)
      case .times: operations.append(.times)
      case .divided: return false
      }
    default: return false
    }
    return true
  }

  private func isLiteral(_ reckoning: Range<Int>) -> Bool {
    if reckoning.count == 1, case .number = operations[reckoning.lowerBound] { true } else { false }
  }

  private mutating func slot(of name: String) -> Int? {
    if let slot = names.firstIndex(of: name) { return slot }
    guard names.count < Self.mostNames else { return nil }
    names.append(name)
    return names.count - 1
  }
}
