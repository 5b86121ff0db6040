/// How many records of each noun the operations of each column of a history have made.
struct Made {
  /// The counts of each column, by the ordinals of the nouns.
  private var counts: [[Int]] = []

  /// How many records of a noun were made in a column.
  subscript(noun: Noun, column: Int) -> Int {
    column < counts.count ? counts[column][noun.ordinal] : 0
  }

  /// Counts a record of the noun of an ordinal that was made in a column.
  mutating func count(_ noun: Int, _ column: Int) {
    while counts.count <= column {
      counts.append([Int](repeating: 0, count: Noun.allCases.count))
    }
    counts[column][noun] += 1
  }
}
