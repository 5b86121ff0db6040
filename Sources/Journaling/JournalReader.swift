import Auditing
import Glibc

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
  private var identity: Identity?

  /// The file that was read and how long it was.
  private struct Identity {
    let device: UInt
    let inode: UInt
    let size: Int
  }

  init(writer: String) {
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
  mutating func read(_ bytes: [UInt8], checkingHashes: Bool = false) -> [Operation] {
    guard damage == nil else { return [] }
    var operations: [Operation] = []
    var start = bytes.startIndex
    var end = bytes.firstIndex(of: Line.end)
    while let place = end {
      let next = bytes[(place + 1)...].firstIndex(of: Line.end)
      do {
        let operation = try Line.decode(
          bytes[start..<place], checkingHashes: checkingHashes || next == nil)
        try check(operation)
        operations.append(operation)
        count += 1
        last = operation.id
        length += place + 1 - start
      } catch {
        damage = Damage(file: file, line: count + 1, kind: error.kind)
        torn = 0
        return operations
      }
      start = place + 1
      end = next
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

  /// Takes note of bytes that follow and do not count.
  mutating func setAside(_ bytes: Int) { torn += bytes }

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
