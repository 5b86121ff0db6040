/// The whole operations of a dossier in causal order, and what each had in its past.
package struct History: Sendable {
  /// The operations, each after all that it has in its past.
  package private(set) var operations: [Operation] = []
  /// The heads that an operation names and that are not here.
  package private(set) var missing: Set<Head> = []

  private var table = OperationTable()
  private var clocks = Clocks()

  /// Creates the history of operations each of which follows the one before it, and no other.
  init(oneBranch operations: [Operation]) {
    self.operations = operations
    table.reserve(operations.count, [])
    for place in operations.indices {
      table.insert(operations[place].identity, at: place, in: operations)
    }
    clocks.appendBranch(operations.count)
    guard let first = operations.first, first.n > 1 else { return }
    missing.insert(Head(writer: first.writer, n: first.n - 1, identity: first.predecessor))
  }

  /// Creates an empty history.
  package init() {}

  /// Whether the operation of that id is here.
  package func contains(_ id: String) -> Bool { position(of: id) != nil }

  /// Where the operation of that id stands.
  package func position(of id: String) -> Int? { position(of: OperationID(id)) }

  /// Where the operation of that id stands.
  package func position(of id: OperationID) -> Int? { table.place(of: id, in: operations) }

  /// Makes room for so many operations.
  mutating func reserve(_ capacity: Int) {
    operations.reserveCapacity(capacity)
    table.reserve(capacity, operations)
    clocks.reserve(capacity)
  }

  /// Appends an operation whose past is already here.
  package mutating func append(_ operation: Operation) {
    let previous = place(before: operation)
    if previous == nil, operation.n > 1 {
      missing.insert(
        Head(
          writer: operation.writer, n: operation.n - 1, identity: operation.predecessor))
    }
    var others: [Int] = []
    for head in operation.seen {
      if let place = position(of: head.identity) {
        others.append(place)
      } else {
        missing.insert(head)
      }
    }
    if !missing.isEmpty { missing.remove(operation.head) }
    let continues =
      previous.map { clocks.isLast($0) && operations[$0].writer == operation.writer } ?? false
    clocks.append(after: previous, continues: continues, seeing: others)
    table.insert(operation.identity, at: operations.count, in: operations)
    operations.append(operation)
  }

  /// Where the operation before another of the same writer stands; mostly it is the last one.
  private func place(before operation: Operation) -> Int? {
    if let last = operations.last, last.identity == operation.predecessor {
      return operations.count - 1
    }
    return operations.isEmpty ? nil : position(of: operation.predecessor)
  }

  /// Whether one operation, by its place in the order, lies in the past of another.
  package func isInPast(_ earlier: Int, of later: Int) -> Bool {
    clocks.reaches(earlier, from: later)
  }

  /// Whether neither of two operations lies in the past of the other.
  package func areConcurrent(_ one: Int, _ other: Int) -> Bool {
    one != other && !isInPast(min(one, other), of: max(one, other))
  }

  /// The branch of a writer that an operation is part of, as a number from 0.
  func column(of position: Int) -> Int { clocks.column(of: position) }

  /// The branches of a writer.
  func columns(of writer: String) -> [Int] {
    clocks.firsts.indices.filter { operations[clocks.firsts[$0]].writer == writer }
  }

  /// Whether each operation has all before it in its past.
  var isOneBranch: Bool { clocks.firsts.count < 2 }

  /// Whether the last operation has all the others in its past.
  var lastSeesAll: Bool {
    let last = operations.count - 1
    return clocks.lasts.allSatisfy { $0 == last || isInPast($0, of: last) }
  }

  /// Adds an event to the operation that is being prepared, which is the last one.
  mutating func extendLast(with event: Event) {
    operations[operations.count - 1].events.append(event)
  }

  /// Gives the operation that was prepared the id that its line has on disk.
  package mutating func settleLast(id: String) {
    guard let last = operations.last else { return }
    table.forget(last.identity)
    operations[operations.count - 1].id = id
    table.insert(
      operations[operations.count - 1].identity, at: operations.count - 1, in: operations)
  }
}

// MARK: - Heads and forks

/// Several operations of one writer after the same one: two hands on one file.
package struct Fork: Hashable, Sendable {
  package let writer: String
  /// The number that each branch begins with.
  package let n: Int
  /// The ids of the first operations of the branches, in order.
  package let branches: [OperationID]
}

extension History {
  /// The last operation of each branch of each writer, in order; without forks one a writer.
  package var allHeads: [Head] {
    clocks.lasts.map { operations[$0].head }
      .sorted { ($0.writer, $0.n, $0.identity) < ($1.writer, $1.n, $1.identity) }
  }

  /// The last operation of each writer; of the longest branch, where there are several.
  package var heads: [String: Head] {
    Dictionary(allHeads.map { ($0.writer, $0) }) { one, other in other.n > one.n ? other : one }
  }

  /// The last operation of a writer, of the longest branch where there are several.
  package func head(of writer: String) -> Head? {
    clocks.lasts.filter { operations[$0].writer == writer }.map { operations[$0].head }
      .min { one, other in (other.n, one.identity) < (one.n, other.identity) }
  }

  /// The forks, in order; branches after an operation that is not here count as well.
  package var forks: [Fork] {
    let starts = Dictionary(grouping: clocks.firsts) { operations[$0].writer }
      .filter { $0.value.count > 1 }
    guard !starts.isEmpty else { return [] }
    var branches: [String: [OperationID: [Operation]]] = [:]
    for operation in operations where starts[operation.writer] != nil {
      let previous = operation.n > 1 ? operation.predecessor : OperationID("")
      branches[operation.writer, default: [:]][previous, default: []].append(operation)
    }
    return branches.values.flatMap(\.values).compactMap { operations in
      guard operations.count > 1 else { return nil }
      return Fork(
        writer: operations[0].writer, n: operations[0].n,
        branches: operations.map(\.identity).sorted())
    }.sorted { ($0.writer, $0.n, $0.branches[0]) < ($1.writer, $1.n, $1.branches[0]) }
  }

  /// The missing heads that a journal here contradicts: it goes as far and holds others.
  package var contradicted: [Head] {
    let heads = heads
    return missing.filter { head in heads[head.writer].map { $0.n >= head.n } ?? false }
      .sorted { $0.description < $1.description }
  }

  /// The heads of other writers that are not in the past of a writer's last operation, in the
  /// order in which a header names them.
  package func unseen(by writer: String) -> [Head] {
    let own = head(of: writer).flatMap { position(of: $0.identity) }
    return clocks.lasts.filter { place in
      guard operations[place].writer != writer else { return false }
      return own.map { !isInPast(place, of: $0) } ?? true
    }.map { operations[$0].head }.sorted { $0.description < $1.description }
  }
}
