/// How far two gradings of the same things agree on an ordered scale.
package struct Agreement: Sendable {
  /// How often the key says the grade of the row and the trainee that of the column.
  package let matrix: [[Int]]

  /// Counts pairs of places on a scale of so many grades.
  package init(_ pairs: [(key: Int, given: Int)], grades: Int) {
    var matrix = [[Int]](repeating: [Int](repeating: 0, count: grades), count: grades)
    for pair in pairs where matrix.indices.contains(pair.key) && matrix.indices.contains(pair.given)
    {
      matrix[pair.key][pair.given] += 1
    }
    self.matrix = matrix
  }

  /// The number of pairs.
  package var count: Int { matrix.joined().reduce(0, +) }

  /// The weight of a disagreement: the square of the distance over that of the whole scale.
  private func disagreement(_ row: Int, _ column: Int) -> Double {
    guard matrix.count > 1 else { return 0 }
    let distance = Double(row - column) / Double(matrix.count - 1)
    return distance * distance
  }

  /// The mean of one less the weight of each disagreement, from 0 to 1; nothing without pairs.
  ///
  /// The observed weighted agreement of Cohen (1968), which exists even where all agree.
  package var observed: Double? {
    guard count > 0 else { return nil }
    return 1 - weightedSum { Double(matrix[$0][$1]) } / Double(count)
  }

  /// The quadratic weighted kappa: one less the observed over the expected disagreement.
  ///
  /// Cohen, "Weighted kappa", Psychological Bulletin 70 (1968). Nothing where one grade is all
  /// there is: the expected disagreement is then zero.
  package var weightedKappa: Double? {
    let rows = matrix.map { $0.reduce(0, +) }
    let columns = matrix.indices.map { column in matrix.map { $0[column] }.reduce(0, +) }
    guard count > 0 else { return nil }
    let expected = weightedSum { Double(rows[$0] * columns[$1]) / Double(count) }
    guard expected > 0 else { return nil }
    return 1 - weightedSum { Double(matrix[$0][$1]) } / expected
  }

  private func weightedSum(_ frequency: (Int, Int) -> Double) -> Double {
    matrix.indices.reduce(0) { sum, row in
      matrix.indices.reduce(sum) { $0 + disagreement(row, $1) * frequency(row, $1) }
    }
  }
}

/// Agreement among several who each put the same things in one of several classes.
package enum FleissKappa {
  /// The kappa of Fleiss, "Measuring nominal scale agreement among many raters", Psychological
  /// Bulletin 76 (1971).
  ///
  /// - Parameter counts: For each thing, how many put it in each class; the sums are equal.
  /// - Returns: At most 1; nothing for fewer than two raters or where one class is all there is.
  package static func value(_ counts: [[Int]]) -> Double? {
    guard let first = counts.first else { return nil }
    let raters = first.reduce(0, +)
    guard raters > 1, counts.allSatisfy({ $0.reduce(0, +) == raters }) else { return nil }
    let things = Double(counts.count)
    let observed =
      counts.reduce(0) { sum, row in
        sum + Double(row.reduce(0) { $0 + $1 * ($1 - 1) }) / Double(raters * (raters - 1))
      } / things
    let expected = first.indices.reduce(0) { sum, column in
      let share = Double(counts.reduce(0) { $0 + $1[column] }) / (things * Double(raters))
      return sum + share * share
    }
    guard expected < 1 else { return nil }
    return (observed - expected) / (1 - expected)
  }
}
