extension Int {
  /// The largest whole number that is taken from a person or a file; far above what is counted.
  package static let largestEntered = 1_000_000_000_000

  /// Whether it is a whole number that is taken from a person or a file, of either sign.
  package var canBeEntered: Bool { magnitude <= Self.largestEntered.magnitude }
}

extension Sequence<Int> {
  /// The sum, which stops at the largest or smallest number: what others wrote never overflows it.
  package var saturatingSum: Int {
    reduce(0) { sum, number in
      let (next, isOver) = sum.addingReportingOverflow(number)
      return isOver ? (number < 0 ? .min : .max) : next
    }
  }
}
