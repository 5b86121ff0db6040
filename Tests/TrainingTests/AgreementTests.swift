import Testing

@testable import Training

struct `Agreement on grades` {
  private func close(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 0.000_001 } ?? false
  }

  private func agreement(_ matrix: [[Int]]) -> Agreement {
    var pairs: [(key: Int, given: Int)] = []
    for (row, counts) in matrix.enumerated() {
      for (column, count) in counts.enumerated() {
        pairs += [(key: Int, given: Int)](repeating: (row, column), count: count)
      }
    }
    return Agreement(pairs, grades: matrix.count)
  }

  @Test func `is Cohen's kappa where there are two grades`() {
    // 50 cases, 20 and 15 agreed: observed 0.7, expected 0.5, kappa 0.4.
    let table = agreement([[20, 5], [10, 15]])
    #expect(close(table.weightedKappa, 0.4))
    #expect(close(table.observed, 0.7))
  }

  @Test func `weighs disagreements by the square of their distance`() {
    // Σ w·O = 1 × ¼ + 1 × 1 = 1.25; margins (3, 2, 1) and (2, 2, 2) of 6:
    // Σ w·E = (3·2 + 3·2·4 + 2·2 + 2·2 + 1·2·4 + 1·2) ÷ 4 ÷ 6 = 48 ÷ 24 = 2.
    let table = agreement([[2, 0, 1], [0, 1, 1], [0, 1, 0]])
    let weights = 0.25 * 2 + 1
    let expected = (3.0 * (2 * 0.25 + 2) + 2 * (2 * 0.25 + 2 * 0.25) + 1 * (2 + 2 * 0.25)) / 6
    #expect(close(table.weightedKappa, 1 - weights / expected))
    #expect(close(table.observed, 1 - weights / 6))
  }

  @Test func `is 1 where all agree, and below 0 where all are crosswise`() {
    #expect(close(agreement([[2, 0], [0, 3]]).weightedKappa, 1))
    #expect(close(agreement([[0, 2], [2, 0]]).weightedKappa, -1))
  }

  @Test func `is not said where one grade is all there is`() {
    let table = agreement([[0, 0, 0], [0, 4, 0], [0, 0, 0]])
    #expect(table.weightedKappa == nil)
    #expect(table.observed == 1)
    #expect(Agreement([], grades: 3).weightedKappa == nil)
    #expect(Agreement([], grades: 3).observed == nil)
  }

  @Test func `among many is the kappa of Fleiss's own example`() {
    // Fleiss 1971, table 1: 30 patients, 6 psychiatrists, 5 categories; the paper gives 0.430.
    let counts = [
      [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0],
      [2, 0, 4, 0, 0], [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6],
      [1, 0, 0, 5, 0], [1, 1, 0, 4, 0], [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1],
      [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0], [0, 2, 0, 4, 0], [1, 0, 2, 0, 3],
      [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0], [1, 0, 0, 4, 1],
      [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6],
    ]
    let kappa = FleissKappa.value(counts)
    #expect(kappa.map { abs($0 - 0.430) < 0.001 } == true)
  }

  @Test func `among many needs two raters and two classes`() {
    #expect(FleissKappa.value([[1, 0], [0, 1]]) == nil)
    #expect(FleissKappa.value([[3, 0], [3, 0]]) == nil)
    #expect(FleissKappa.value([[3, 0], [0, 2]]) == nil)
    #expect(FleissKappa.value([[3, 0], [0, 3]]) == 1)
    #expect(FleissKappa.value([]) == nil)
  }
}
