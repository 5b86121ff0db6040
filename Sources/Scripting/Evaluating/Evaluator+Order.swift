extension Evaluator {
  /// Whether one value comes before another in a sorted list; empty values come last.
  ///
  /// Values that do not compare are in the order of their spelling, so that sorting never fails.
  package func isBefore(_ left: Value, _ right: Value) -> Bool {
    if left.isEmpty || right.isEmpty { return !left.isEmpty }
    return Comparing(origin: origin).sortingOrder(left, right) == .less
  }
}
