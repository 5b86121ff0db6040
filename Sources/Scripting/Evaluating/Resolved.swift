/// An expression in which every variable and every captured command has its value.
package struct Resolved: Sendable {
  package let node: Node
  package let range: Range<Int>

  /// Creates an expression that stands at a range.
  package init(_ node: Node, at range: Range<Int>) {
    self.node = node
    self.range = range
  }

  /// The shape of the expression, as ``Expression/Node`` has it, with values for words.
  package indirect enum Node: Sendable {
    case constant(Value)
    case field([String])
    case or(Resolved, Resolved)
    case and(Resolved, Resolved)
    case not(Resolved)
    case compare(Resolved, Expression.Comparison, Resolved)
    case contained(Resolved, Resolved, negated: Bool)
    case empty(Resolved, negated: Bool)
    case arithmetic(Resolved, Expression.Operation, Resolved)
    case call(Spanned<String>, [Resolved])
  }
}
