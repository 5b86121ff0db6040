/// The rows of a text that has newlines in it.
enum Rows {
  typealias Content = Engine.Content

  /// How far the cursor goes to reach the same column in the row above; `nil` in the first row.
  static func offset(toRowAbove content: Content) -> Int? {
    let start = rowStart(content.cursor, in: content.scalars)
    guard start > 0 else { return nil }
    let above = rowStart(start - 1, in: content.scalars)
    return min(above + content.cursor - start, start - 1) - content.cursor
  }

  /// How far the cursor goes to reach the same column in the row below; `nil` in the last row.
  static func offset(toRowBelow content: Content) -> Int? {
    let start = rowStart(content.cursor, in: content.scalars)
    guard let end = content.scalars[content.cursor...].firstIndex(of: "\n") else { return nil }
    let below = end + 1
    let last = content.scalars[below...].firstIndex(of: "\n") ?? content.scalars.count
    return min(below + content.cursor - start, last) - content.cursor
  }

  /// How far the cursor goes to reach the start of its row.
  static func offset(toStartIn content: Content) -> Int {
    rowStart(content.cursor, in: content.scalars) - content.cursor
  }

  /// How far the cursor goes to reach the end of its row.
  static func offset(toEndIn content: Content) -> Int {
    let rest = content.scalars[content.cursor...]
    return (rest.firstIndex(of: "\n") ?? content.scalars.count) - content.cursor
  }

  private static func rowStart(_ place: Int, in scalars: [Unicode.Scalar]) -> Int {
    scalars[..<place].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }
}
