extension History {
  /// Creates the history of a set of operations, in whatever order they come.
  ///
  /// Each follows what it names; among those that could come next, the earlier time, then the
  /// smaller writer comes first. Times decide nothing but this order of display.
  package init(uniting operations: [Operation]) {
    if Self.isOneBranch(operations) {
      self.init(oneBranch: operations)
      return
    }
    self.init()
    reserve(operations.count)
    for place in Order(operations).places { append(operations[place]) }
  }

  /// Whether each operation follows the one before it in the same journal.
  private static func isOneBranch(_ operations: [Operation]) -> Bool {
    guard operations.first?.seen.isEmpty != false else { return false }
    for place in operations.indices.dropFirst() {
      guard operations[place].predecessor == operations[place - 1].identity,
        operations[place].n == operations[place - 1].n + 1, operations[place].seen.isEmpty,
        operations[place].writer == operations[place - 1].writer
      else { return false }
    }
    return true
  }
}

/// The order in which the operations of a set are shown.
private struct Order {
  /// The places of the operations in the set, each id once.
  private(set) var places: [Int] = []

  private let operations: [Operation]
  /// How many of those that an operation names are still to come.
  private var waiting: [Int32]
  /// For each operation the first of the edges to those that name it; for each edge where it
  /// leads and the next one.
  private var firstEdge: [Int32]
  private var edges: [(to: Int32, next: Int32)] = []
  /// What could come next, the earliest first (a binary heap).
  private var ready: [Int32] = []

  init(_ operations: [Operation]) {
    self.operations = operations
    waiting = [Int32](repeating: 0, count: operations.count)
    firstEdge = [Int32](repeating: -1, count: operations.count)
    edges.reserveCapacity(operations.count)
    places.reserveCapacity(operations.count)
    let distinct = connect()
    for place in distinct where waiting[place] == 0 { push(Int32(place)) }
    while let next = pop() {
      places.append(Int(next))
      var edge = firstEdge[Int(next)]
      while edge >= 0 {
        let (follower, following) = edges[Int(edge)]
        waiting[Int(follower)] -= 1
        if waiting[Int(follower)] == 0 { push(follower) }
        edge = following
      }
    }
    // Ids that are digests cannot name each other in a circle; what does comes last.
    if places.count < distinct.count {
      places += distinct.filter { waiting[$0] > 0 }.sorted { precedes(Int32($0), Int32($1)) }
    }
  }

  /// Draws an edge to each operation from those that it names, and gives the distinct ones.
  private mutating func connect() -> [Int] {
    var table = OperationTable()
    table.reserve(operations.count, [])
    var distinct: [Int] = []
    distinct.reserveCapacity(operations.count)
    for (place, operation) in operations.enumerated()
    where table.place(of: operation.identity, in: operations) == nil {
      table.insert(operation.identity, at: place, in: operations)
      distinct.append(place)
    }
    for place in distinct {
      let operation = operations[place]
      if let previous = table.place(of: operation.predecessor, in: operations) {
        draw(from: previous, to: place)
      }
      for head in operation.seen {
        if let seen = table.place(of: head.identity, in: operations) {
          draw(from: seen, to: place)
        }
      }
    }
    return distinct
  }

  private mutating func draw(from place: Int, to follower: Int) {
    edges.append((Int32(follower), firstEdge[place]))
    firstEdge[place] = Int32(edges.count - 1)
    waiting[follower] += 1
  }

  private func precedes(_ one: Int32, _ other: Int32) -> Bool {
    let (left, right) = (operations[Int(one)], operations[Int(other)])
    if left.at != right.at { return left.at < right.at }
    return (left.writer, left.n, left.identity) < (right.writer, right.n, right.identity)
  }

  private mutating func push(_ place: Int32) {
    ready.append(place)
    var child = ready.count - 1
    while child > 0, precedes(ready[child], ready[(child - 1) / 2]) {
      ready.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() -> Int32? {
    guard let first = ready.first, let last = ready.popLast() else { return nil }
    guard !ready.isEmpty else { return first }
    ready[0] = last
    var parent = 0
    while true {
      var smallest = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < ready.count {
        if precedes(ready[child], ready[smallest]) { smallest = child }
      }
      if smallest == parent { return first }
      ready.swapAt(parent, smallest)
      parent = smallest
    }
  }
}
