import Auditing

/// The lines of a writer's file that are whole by their own hashes, wherever they stand in it.
struct WholeLines {
  private var lines: [String: (operation: Operation, bytes: [UInt8])] = [:]

  /// Finds the whole lines of one writer among some bytes.
  init(_ bytes: [UInt8], of writer: String) {
    for line in bytes.split(separator: Line.end) {
      guard let operation = try? Line.decode(line, checkingHashes: true),
        operation.writer == writer
      else { continue }
      add(operation, Array(line) + [Line.end])
    }
  }

  private mutating func add(_ operation: Operation, _ bytes: [UInt8]) {
    // Of two lines of one operation the one stands of which less was left out.
    if let known = lines[operation.id], known.operation.redactedCount <= operation.redactedCount {
      return
    }
    lines[operation.id] = (operation, bytes)
  }

  /// Unites with the lines of another copy.
  mutating func unite(_ other: WholeLines) {
    for line in other.lines.values { add(line.operation, line.bytes) }
  }

  /// Whether every line of another copy is here.
  func holds(_ other: WholeLines) -> Bool { other.lines.keys.allSatisfy { lines[$0] != nil } }

  /// How many lines follow each other from the first.
  var count: Int { chain.count }

  /// The bytes of the lines that follow each other from the first, by number and id.
  var bytes: [UInt8] { chain.flatMap { lines[$0]?.bytes ?? [] } }

  private var chain: [String] {
    let order = lines.values.map(\.operation).sorted { ($0.n, $0.id) < ($1.n, $1.id) }
    var reached: Set<String> = []
    return order.filter { operation in
      guard operation.n == 1 || reached.contains(operation.previous) else { return false }
      reached.insert(operation.id)
      return true
    }.map(\.id)
  }
}

extension Operation {
  fileprivate var redactedCount: Int { events.count { $0 == nil } }
}
