import Auditing

/// How the lines of a writer's file follow each other.
///
/// Each follows the line before it. Where two hands have written, a line may follow any line that
/// was read: a fork, whose lines stand by number and id, or as a merge of texts has left them.
struct Chain {
  /// How many lines follow.
  private(set) var count = 0
  /// The last line.
  private(set) var last = OperationID(Line.zeros)
  private(set) var isForked = false

  /// The number of the last line.
  private var number = 0
  /// The first 64 bits of the ids, in order, as long as there is no fork.
  private var ids: [UInt64] = []
  /// The numbers of the operations, by those bits, from the first fork on.
  private var numbers: [UInt64: Int] = [:]

  /// Adds a line, if it is the writer's and follows.
  mutating func accept(_ operation: Operation, of writer: String) throws(LineFault) {
    guard operation.writer == writer else { throw LineFault(.writer(operation.writer)) }
    try accept(operation.identity, operation.n, after: operation.predecessor)
  }

  /// Adds a line of the writer, if it follows.
  mutating func accept(
    _ id: OperationID, _ n: Int, after previous: OperationID
  ) throws(LineFault) {
    if n != number + 1 || previous != last { try checkBranch(id, n, previous) }
    add(id, n)
  }

  /// Adds a line that is known to follow.
  mutating func add(_ operation: Operation) { add(operation.identity, operation.n) }

  private mutating func add(_ id: OperationID, _ n: Int) {
    count += 1
    (last, number) = (id, n)
    guard let bits = id.prefix else { return }
    if isForked { numbers[bits] = n } else { ids.append(bits) }
  }

  /// Checks that a line follows another than the last one, and is not here yet.
  private mutating func checkBranch(
    _ id: OperationID, _ n: Int, _ previous: OperationID
  ) throws(LineFault) {
    let known =
      isForked
      ? numbers
      : Dictionary(zip(ids, 1...), uniquingKeysWith: { first, _ in first })
    let place = previous == OperationID(Line.zeros) ? 0 : previous.prefix.flatMap { known[$0] }
    guard let place, place == n - 1, let bits = id.prefix, known[bits] == nil else {
      throw LineFault(n == number + 1 ? .link : .number(expected: number + 1, found: n))
    }
    if !isForked {
      numbers = known
      ids = []
      isForked = true
    }
  }
}
