/// An expression and the place where it stands.
package struct Expression: Sendable {
  package let node: Node
  package let range: Range<Int>
  /// How many expressions stand within each other, at least 1.
  let height: Int

  /// Creates an expression that stands at a range.
  init(node: Node, range: Range<Int>) {
    self.node = node
    self.range = range
    height = node.innerHeight + 1
  }

  /// What the expression is; the operands stand in their order.
  package indirect enum Node: Sendable {
    case value(ValueSyntax)
    /// `.name`, a field on the right of an operator.
    case field([String])
    case or(Expression, Expression)
    case and(Expression, Expression)
    case not(Expression)
    case compare(Expression, Comparison, Expression)
    case contained(Expression, Expression, negated: Bool)
    case empty(Expression, negated: Bool)
    case arithmetic(Expression, Operation, Expression)
    case call(Spanned<String>, [Expression])
  }

  /// The operators that compare, longer ones first.
  package enum Comparison: String, CaseIterable, Sendable {
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
    case less = "<"
    case more = ">"
    case contains = "~"
  }

  /// The operators that calculate.
  package enum Operation: String, CaseIterable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
  }
}

extension Expression.Node {
  /// The height of the highest expression within, 0 when there is none.
  fileprivate var innerHeight: Int {
    switch self {
    case .value(let value): value.height
    case .field: 0
    case .or(let left, let right), .and(let left, let right), .compare(let left, _, let right),
      .contained(let left, let right, _), .arithmetic(let left, _, let right):
      max(left.height, right.height)
    case .not(let operand), .empty(let operand, _): operand.height
    case .call(_, let arguments): arguments.map(\.height).max() ?? 0
    }
  }
}

extension ValueSyntax {
  fileprivate var height: Int {
    switch self {
    case .word, .text, .variable: 0
    case .list(let items): items.map(\.height).max() ?? 0
    case .substitution(let command, _): command.height
    }
  }
}

extension Command {
  /// The height of the highest expression in it, one more for the command itself.
  fileprivate var height: Int {
    var highest = 0
    for argument in arguments {
      switch argument {
      case .value(let value): highest = max(highest, value.value.height)
      case .option(_, let values, _):
        for value in values { highest = max(highest, value.value.height) }
      }
    }
    for clause in clauses {
      switch clause {
      case .filter(let expression): highest = max(highest, expression.height)
      case .limit(let value), .destination(let value): highest = max(highest, value.value.height)
      default: break
      }
    }
    return highest + 1
  }
}
