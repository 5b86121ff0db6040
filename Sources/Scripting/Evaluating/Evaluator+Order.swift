extension Resolved {
  /// Creates an expression in which everything has its value.
  package init(_ node: Node, at range: Range<Int>) {
    self.init(node: node, range: range)
  }
}

extension Evaluator {
  /// Whether one value comes before another in a sorted list; empty values come last.
  package func isBefore(_ left: Value, _ right: Value) -> Bool {
    if left.isEmpty || right.isEmpty { return !left.isEmpty && right.isEmpty }
    return Comparing(origin: origin).order(left, right) == .less
  }
}
