/// The whole operations of a dossier in causal order, and what each had in its past.
package struct History: Sendable {
  /// The operations, each after all that it has in its past.
  package private(set) var operations: [Operation] = []
  /// The heads that an operation names and that are not here.
  package private(set) var missing: Set<Head> = []
  /// The last operation of each writer.
  package private(set) var heads: [String: Head] = [:]

  private var positions: [String: Int] = [:]
  private var writers: [String: Int] = [:]
  /// For each operation, how far into each writer's journal its past reaches.
  private var clocks: [[Int]] = []

  /// Creates an empty history.
  package init() {}

  /// Creates the history of a set of operations, in whatever order they come.
  ///
  /// Each follows what it names; among those that could come next, the earlier time, then the
  /// smaller writer comes first. Times decide nothing but this order of display.
  package init(uniting operations: [Operation]) {
    var waiting: [String: [Operation]] = [:]
    for operation in operations { waiting[operation.writer, default: []].append(operation) }
    for writer in waiting.keys { waiting[writer]?.sort { ($1.n, $1.id) < ($0.n, $0.id) } }
    let present = Set(operations.map(\.id))
    while !waiting.isEmpty {
      let next = waiting.values.compactMap(\.last).min { left, right in
        let (a, b) = (isReady(left, among: present), isReady(right, among: present))
        return a != b ? a : (left.at, left.writer) < (right.at, right.writer)
      }
      guard let next else { break }
      if !contains(next.id) { append(next) }
      waiting[next.writer]?.removeLast()
      if waiting[next.writer]?.isEmpty == true { waiting[next.writer] = nil }
    }
  }

  private func isReady(_ operation: Operation, among present: Set<String>) -> Bool {
    operation.seen.allSatisfy { positions[$0.id] != nil || !present.contains($0.id) }
  }

  /// Whether the operation of that id is here.
  package func contains(_ id: String) -> Bool { positions[id] != nil }

  /// Where the operation of that id stands.
  package func position(of id: String) -> Int? { positions[id] }

  /// Appends an operation whose past is already here.
  package mutating func append(_ operation: Operation) {
    var clock: [Int] = []
    if let position = positions[operation.previous] {
      clock = clocks[position]
    } else if operation.n > 1 {
      missing.insert(
        Head(writer: operation.writer, n: operation.n - 1, id: operation.previous))
    }
    for head in operation.seen {
      guard let position = positions[head.id] else {
        missing.insert(head)
        continue
      }
      merge(clocks[position], into: &clock)
    }
    let writer = index(of: operation.writer)
    if clock.count <= writer {
      clock.append(contentsOf: repeatElement(0, count: writer + 1 - clock.count))
    }
    clock[writer] = max(clock[writer], operation.n)
    missing.remove(operation.head)
    positions[operation.id] = operations.count
    heads[operation.writer] = operation.head
    operations.append(operation)
    clocks.append(clock)
  }

  /// Whether one operation, by its place in the order, lies in the past of another.
  package func isInPast(_ earlier: Int, of later: Int) -> Bool {
    guard earlier < later, let writer = writers[operations[earlier].writer] else { return false }
    let clock = clocks[later]
    return clock.count > writer && clock[writer] >= operations[earlier].n
  }

  /// Whether neither of two operations lies in the past of the other.
  func areConcurrent(_ one: Int, _ other: Int) -> Bool {
    one != other && !isInPast(min(one, other), of: max(one, other))
  }

  /// Whether the last operation has all the others in its past.
  var lastSeesAll: Bool {
    guard let last = operations.last, let clock = clocks.last else { return true }
    return heads.values.allSatisfy { head in
      guard head.id != last.id, let writer = writers[head.writer] else { return true }
      return clock.count > writer && clock[writer] >= head.n
    }
  }

  /// The heads of other writers that are not in the past of a writer's last operation.
  package func unseen(by writer: String) -> [Head] {
    let clock = heads[writer].flatMap { positions[$0.id] }.map { clocks[$0] } ?? []
    return heads.values.filter { head in
      guard head.writer != writer, let index = writers[head.writer] else { return false }
      return clock.count <= index || clock[index] < head.n
    }.sorted { $0.writer < $1.writer }
  }

  /// Adds an event to the operation that is being prepared, which is the last one.
  mutating func extendLast(with event: Event) {
    operations[operations.count - 1].events.append(event)
  }

  /// Gives the operation that was prepared the id that its line has on disk.
  package mutating func settleLast(id: String) {
    guard let last = operations.last else { return }
    positions[last.id] = nil
    operations[operations.count - 1].id = id
    positions[id] = operations.count - 1
    heads[last.writer] = operations[operations.count - 1].head
  }

  private mutating func index(of writer: String) -> Int {
    if let index = writers[writer] { return index }
    let index = writers.count
    writers[writer] = index
    return index
  }

  private func merge(_ other: [Int], into clock: inout [Int]) {
    for (index, n) in other.enumerated() {
      if index < clock.count { clock[index] = max(clock[index], n) } else { clock.append(n) }
    }
  }
}
