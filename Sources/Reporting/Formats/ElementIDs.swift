/// Ids that no two elements of one document share.
struct ElementIDs {
  private var tables = 0
  private var charts = 0

  /// The id of the next table.
  mutating func nextTable() -> String {
    tables += 1
    return "t\(tables)"
  }

  /// The id of the next chart, which its parts begin with.
  mutating func nextChart() -> String {
    charts += 1
    return "c\(charts)"
  }
}
