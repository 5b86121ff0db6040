import Auditing

/// How an expression is computed while all in it are whole numbers: its steps in postfix order.
///
/// Most loops count so; no value is made for what is only counted.
struct Reckoning: Sendable {
  let steps: [Step]

  /// A number that is put on top of the others, or what is done with the two on top.
  enum Step: Sendable {
    case number(Int)
    case variable(String)
    case plus, minus, times
  }

  /// How many steps it has at most, and so how many numbers wait at once.
  static let longest = 8

  /// The reckoning of an expression by those of its operands.
  init?(_ node: Expression.Node) {
    switch node {
    case .value(.word(let word)):
      guard let first = word.utf8.first, first < 0x3A, word.utf8.count <= 64,
        let number = DecimalNumber(word), number.scale == 0
      else { return nil }
      steps = [.number(number.significand)]
    case .value(.variable(let name, path: [])):
      steps = [.variable(name)]
    case .arithmetic(let left, let operation, let right):
      guard let first = left.reckoning, let second = right.reckoning,
        first.steps.count + second.steps.count < Self.longest,
        let step = Step(operation)
      else { return nil }
      steps = first.steps + second.steps + [step]
    default: return nil
    }
  }

  /// Whether it is a number as written, which is a word until it is calculated with.
  var isLiteral: Bool {
    if steps.count == 1, case .number = steps[0] { true } else { false }
  }
}

extension Reckoning.Step {
  fileprivate init?(_ operation: Expression.Operation) {
    switch operation {
    case .plus: self = .plus
    case .minus: self = .minus
    case .times: self = .times
    case .divided: return nil
    }
  }
}
