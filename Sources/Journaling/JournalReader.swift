import Auditing

/// Reads a writer's file as far as its lines are whole, a part at a time.
struct JournalReader {
  /// The writer whose file it is, and the file's name in the dossier.
  let writer: String
  let file: String
  /// How many bytes were read as whole lines, and how many lines that was.
  private(set) var length = 0
  private(set) var count = 0
  /// The id of the last whole line.
  private(set) var last = Line.zeros
  /// Where the file stops to hold: nothing after it counts.
  private(set) var damage: Damage?
  /// How many bytes follow the last whole line without an end.
  private(set) var torn = 0

  init(writer: String) {
    self.writer = writer
    file = "journal/\(writer).journal"
  }

  /// Reads the bytes that follow what was read, and gives their operations.
  ///
  /// Shape, numbers and links are checked; hashes as well when asked, and always of the last line.
  mutating func read(_ bytes: [UInt8], checkingHashes: Bool = false) -> [Operation] {
    guard damage == nil else { return [] }
    var operations: [Operation] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      guard let end = bytes[start...].firstIndex(of: Line.end) else { break }
      let isLast = bytes[(end + 1)...].firstIndex(of: Line.end) == nil
      let line = bytes[start..<end]
      do {
        let operation = try Line.decode(line, checkingHashes: checkingHashes || isLast)
        try check(operation)
        operations.append(operation)
        count += 1
        last = operation.id
        length += end + 1 - start
        start = end + 1
      } catch {
        damage = Damage(file: file, line: count + 1, kind: error.kind)
        return operations
      }
    }
    torn = bytes.endIndex - start
    return operations
  }

  private func check(_ operation: Operation) throws(LineFault) {
    guard operation.writer == writer else { throw LineFault(.writer(operation.writer)) }
    guard operation.n == count + 1 else {
      throw LineFault(.number(expected: count + 1, found: operation.n))
    }
    guard operation.previous == last else { throw LineFault(.link) }
  }

  /// Takes note that the bytes after the last whole line were set aside.
  mutating func forgetTail() {
    torn = 0
    damage = nil
  }

  /// Takes note of a line that this process has just appended.
  mutating func passed(_ operation: Operation, bytes: Int) {
    count += 1
    length += bytes
    last = operation.id
    torn = 0
  }
}
