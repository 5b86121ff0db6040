/// How far the past of each operation reaches, for each branch of each writer.
///
/// The operations of one branch follow each other in a column. What they have seen of the other
/// columns changes seldom, so operations share it until it does.
struct Clocks: Sendable {
  /// For each operation its column, its number there from 1, and what it has seen of the others.
  private var columns: [Int32] = []
  private var numbers: [Int32] = []
  private var views: [Int32] = []
  /// Where each view begins among the numbers of all views; the last ends them.
  private var starts: [Int] = [0, 0]
  private var seen: [Int32] = []
  /// The first and the last operation of each column.
  private(set) var firsts: [Int] = []
  private(set) var lasts: [Int] = []

  var count: Int { columns.count }

  mutating func reserve(_ capacity: Int) {
    columns.reserveCapacity(capacity)
    numbers.reserveCapacity(capacity)
    views.reserveCapacity(capacity)
  }

  /// The column of an operation.
  func column(of position: Int) -> Int { Int(columns[position]) }

  /// Whether an operation is the last of its column.
  func isLast(_ position: Int) -> Bool { lasts[Int(columns[position])] == position }

  /// Appends an operation that follows another or none, and has seen some more; it `continues`
  /// the column of the one that it follows, or begins one.
  mutating func append(after previous: Int?, continues: Bool, seeing others: [Int]) {
    let position = columns.count
    let view: Int32
    if let previous, continues, others.isEmpty {
      view = views[previous]
    } else if previous == nil, others.isEmpty {
      view = 0
    } else {
      var clock = previous.map { self.clock(of: $0) } ?? []
      for other in others { Self.merge(self.clock(of: other), into: &clock) }
      view = keep(clock)
    }
    if let previous, continues {
      columns.append(columns[previous])
      numbers.append(numbers[previous] + 1)
      lasts[Int(columns[previous])] = position
    } else {
      columns.append(Int32(firsts.count))
      numbers.append(1)
      firsts.append(position)
      lasts.append(position)
    }
    views.append(view)
  }

  /// Appends the first operations of all, each after the one before it.
  mutating func appendBranch(_ count: Int) {
    guard count > 0 else { return }
    columns = [Int32](repeating: 0, count: count)
    numbers = (1...count).map { Int32(clamping: $0) }
    views = columns
    firsts = [0]
    lasts = [count - 1]
  }

  /// Whether one operation lies in the past of a later one.
  func reaches(_ earlier: Int, from later: Int) -> Bool {
    guard earlier < later else { return false }
    let column = columns[earlier]
    if column == columns[later] { return true }
    let view = Int(views[later])
    let place = starts[view] + Int(column)
    return place < starts[view + 1] && seen[place] >= numbers[earlier]
  }

  /// How far the past of an operation reaches in each column, itself included.
  private func clock(of position: Int) -> [Int32] {
    let view = Int(views[position])
    var clock = Array(seen[starts[view]..<starts[view + 1]])
    let column = Int(columns[position])
    if clock.count <= column {
      clock.append(contentsOf: repeatElement(0, count: column + 1 - clock.count))
    }
    clock[column] = max(clock[column], numbers[position])
    return clock
  }

  private mutating func keep(_ clock: [Int32]) -> Int32 {
    seen += clock
    starts.append(seen.count)
    return Int32(starts.count - 2)
  }

  private static func merge(_ other: [Int32], into clock: inout [Int32]) {
    for (index, n) in other.enumerated() {
      if index < clock.count { clock[index] = max(clock[index], n) } else { clock.append(n) }
    }
  }
}
