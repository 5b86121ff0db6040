package import Auditing
import Glibc

/// Reads a writer's file as far as its lines are whole, a part at a time.
package struct JournalReader: Sendable {
  /// The writer whose file it is, and the file's name in the dossier.
  let writer: String
  let file: String
  /// How many bytes were read as whole lines.
  private(set) var length = 0
  /// How the lines that were read follow each other.
  private var chain = Chain()
  /// Where the file stops to hold: nothing after it counts.
  package private(set) var damage: Damage?
  /// How many bytes follow the last whole line without an end.
  package private(set) var torn = 0
  private var identity: Identity?

  /// The file that was read and how long it was.
  private struct Identity {
    let device: UInt
    let inode: UInt
    let size: Int
  }

  /// How many whole lines were read.
  package var count: Int { chain.count }
  /// The id of the last whole line.
  var last: String { chain.last.text }
  /// Whether two operations follow the same one: nobody may append to such a file again.
  package var isForked: Bool { chain.isForked }

  /// Creates a reader at the beginning of a writer's file.
  package init(writer: String) {
    self.writer = writer
    file = "journal/\(writer).journal"
  }

  /// Whether a file is the one that was read and has not gone back, so that reading can go on.
  func canGoOn(_ status: stat) -> Bool {
    guard let identity else { return true }
    let size = Int(status.st_size)
    return identity.device == status.st_dev && identity.inode == status.st_ino && size >= length
      && (damage == nil || size == identity.size)
  }

  /// Takes note of which file is read.
  mutating func identify(_ status: stat) {
    identity = Identity(
      device: UInt(status.st_dev), inode: UInt(status.st_ino), size: Int(status.st_size))
  }

  /// Reads the bytes that follow what was read, and gives their operations.
  ///
  /// Shape, numbers and links are checked; hashes as well when asked, and always of the last line.
  package mutating func read(_ bytes: [UInt8], checkingHashes: Bool = false) -> [Operation] {
    guard damage == nil else { return [] }
    guard let lastEnd = bytes.lastIndex(of: Line.end) else {
      torn = bytes.count
      return []
    }
    let last = bytes.start(ofLineEnding: lastEnd)
    let halves = Halves(end: last, middle: bytes.start(ofLineEnding: last / 2))
    var operations = halves.flatMap { read($0, checkingHashes) { Array(bytes[$0]) } } ?? []
    var scanner = LineScanner(writer: writer)
    var start = operations.isEmpty ? 0 : last
    while start <= lastEnd {
      do {
        let (operation, end) = try line(
          of: bytes, at: start, lastEnd: lastEnd, checkingHashes, &scanner)
        try chain.accept(operation, of: writer)
        operations.append(operation)
        length += end + 1 - start
        if operations.count == 64 { operations.reserve(for: bytes.count, after: end + 1) }
        start = end + 1
      } catch {
        damage = Damage(file: file, line: count + 1, kind: error.kind)
        torn = 0
        return operations
      }
    }
    torn = bytes.count - start
    return operations
  }

  /// Reads the line at a place: the fast way, and carefully where that does not do.
  private func line(
    of bytes: [UInt8], at start: Int, lastEnd: Int, _ checkingHashes: Bool,
    _ scanner: inout LineScanner
  ) throws(LineFault) -> (operation: Operation, end: Int) {
    if let read = scanner.operation(in: bytes, at: start, checkingHashes: checkingHashes),
      checkingHashes || read.end < lastEnd
    {
      return read
    }
    let end = bytes[start...].firstIndex(of: Line.end) ?? lastEnd
    let operation = try Line.decode(
      bytes[start..<end], checkingHashes: checkingHashes || end == lastEnd)
    return (operation, end)
  }

  /// Takes operations that its scanner has read in whole lines behind what was read, if each
  /// follows the one before.
  mutating func take(_ operations: [Operation], bytes: Int) -> Bool {
    var chain = chain
    for index in operations.indices {
      let (id, n) = (operations[index].identity, operations[index].n)
      guard (try? chain.accept(id, n, after: operations[index].predecessor)) != nil
      else { return false }
    }
    self.chain = chain
    length += bytes
    return true
  }

  /// Takes note of bytes that follow and do not count.
  mutating func setAside(_ bytes: Int) { torn += bytes }

  /// Takes note that nothing more of the file can be read.
  mutating func breakOff(_ fault: Damage.Kind) {
    damage = Damage(file: file, line: count + 1, kind: fault)
    torn = 0
  }

  /// Whether it stops where this program is too old to read on.
  var isNewer: Bool { damage?.isNewer == true }

  /// Whether the system did not give what the file holds; it may give it another time.
  var isOutOfReach: Bool {
    switch damage?.kind {
    case .unreadable, .notAFile: true
    default: false
    }
  }

  /// Takes note that the bytes after the last whole line were set aside.
  mutating func forgetTail() {
    torn = 0
    damage = nil
  }

  /// Takes note of a line that this process has just appended.
  mutating func passed(_ operation: Operation, bytes: Int) {
    chain.add(operation)
    length += bytes
    torn = 0
  }
}

extension [UInt8] {
  /// Where the line begins that ends at a place, or around it.
  func start(ofLineEnding end: Int) -> Int {
    (self[..<end].lastIndex(of: Line.end) ?? -1) + 1
  }
}

extension [Operation] {
  /// Makes room for the lines of so many bytes, of which some have been read.
  fileprivate mutating func reserve(for bytes: Int, after read: Int) {
    reserveCapacity(count + count * (bytes - read) / read * 17 / 16)
  }
}
