import Auditing
import Signing

/// The lines of one writer, in the order of their numbers and then of their ids.
struct WriterLines {
  let writer: String
  private(set) var lines: [UnitedLine] = []
  /// Where the text they were read from stops to hold.
  private(set) var damage: Damage?
  /// How many bytes follow the last whole line without an end.
  private(set) var torn = 0

  init(writer: String) { self.writer = writer }
}

/// One line with its bytes, the end included.
struct UnitedLine {
  let operation: Operation
  let bytes: ArraySlice<UInt8>

  /// Whether it stands before another in a writer's file.
  func precedes(_ other: UnitedLine) -> Bool {
    (operation.n, operation.identity) < (other.operation.n, other.operation.identity)
  }
}

extension WriterLines {
  /// Reads lines as far as they hold: shape, hashes, numbers and links.
  ///
  /// Two lines after the same one are a fork, and are read. What is read after a line must follow
  /// it, one after the other; `line` is its number in the file.
  static func read(
    _ bytes: [UInt8], of writer: String, from offset: Int = 0, after previous: Head? = nil,
    line: Int = 0, progress: (Int) -> Void = { _ in }
  ) -> WriterLines {
    var result = WriterLines(writer: writer)
    var (chain, scanner) = (Chain(), LineScanner(writer: writer))
    var start = offset
    var previous = previous
    while let (read, end) = result.next(bytes, at: start, &scanner, line) {
      do throws(LineFault) {
        if let head = previous {
          guard read.writer == writer, read.n == head.n + 1, read.predecessor == head.identity
          else { throw LineFault(.link) }
          previous = read.head
        } else {
          try chain.accept(read, of: writer)
        }
      } catch {
        result.fail(error.kind, line)
        break
      }
      result.lines.append(UnitedLine(operation: read, bytes: bytes[start...end]))
      progress(end + 1 - start)
      start = end + 1
    }
    if result.damage == nil { result.torn = bytes.count - start }
    result.lines.sortIfNeeded()
    return result
  }

  /// The line at a place and where it ends; nothing at the end and where it does not hold.
  private mutating func next(
    _ bytes: [UInt8], at start: Int, _ scanner: inout LineScanner, _ line: Int
  ) -> (Operation, Int)? {
    if let read = scanner.operation(in: bytes, at: start, checkingHashes: true) {
      return (read.operation, read.end)
    }
    guard let end = bytes[start...].firstIndex(of: Line.end) else { return nil }
    do throws(LineFault) {
      return (try Line.decode(bytes[start..<end], checkingHashes: true), end)
    } catch {
      fail(error.kind, line)
      return nil
    }
  }

  private mutating func fail(_ kind: Damage.Kind, _ line: Int) {
    damage = Damage(
      file: "journal/\(writer).journal", line: line + lines.count + 1, kind: kind)
  }

  /// Every line that is whole by its own hashes, whatever stands between; the last may lack its
  /// end.
  ///
  /// Of two lines of one operation each body is as full as either has it.
  static func salvage(_ bytes: [UInt8], of writer: String) -> WriterLines {
    let bytes = bytes.last == Line.end ? bytes : bytes + [Line.end]
    var found: [OperationID: UnitedLine] = [:]
    for line in bytes.split(separator: Line.end) {
      guard let operation = try? Line.decode(line, checkingHashes: true),
        operation.writer == writer
      else { continue }
      let new = UnitedLine(operation: operation, bytes: bytes[line.startIndex...line.endIndex])
      found[operation.identity] = found[operation.identity]?.filled(from: new) ?? new
    }
    var result = WriterLines(writer: writer)
    result.lines = found.values.sorted { $0.precedes($1) }
    return result
  }

  /// Whether the operation of every line of another copy is here.
  func holds(_ other: WriterLines) -> Bool {
    let known = Set(lines.map(\.operation.identity))
    return other.lines.allSatisfy { known.contains($0.operation.identity) }
  }

  /// Unites with the lines of another copy: one line per id, its bodies as full as either has
  /// them, and only what follows from the first line on.
  func united(with other: WriterLines) -> WriterLines {
    var result = WriterLines(writer: writer)
    result.lines.reserveCapacity(max(lines.count, other.lines.count))
    var (now, before) = (Level(), Level(n: 0, ids: [OperationID(Line.zeros)]))
    var (ours, theirs) = (lines[...], other.lines[...])
    while let line = Self.next(&ours, &theirs) {
      if line.operation.n > now.n { (before, now) = (now.n == 0 ? before : now, Level()) }
      guard line.operation.n == before.n + 1, before.ids.contains(line.operation.predecessor)
      else { continue }
      now.n = line.operation.n
      now.ids.append(line.operation.identity)
      result.lines.append(line)
    }
    return result
  }

  /// The operations of one number.
  private struct Level {
    var n = 0
    var ids: [OperationID] = []
  }

  private static func next(
    _ ours: inout ArraySlice<UnitedLine>, _ theirs: inout ArraySlice<UnitedLine>
  ) -> UnitedLine? {
    guard let mine = ours.first else { return theirs.popFirst() }
    guard let yours = theirs.first else { return ours.popFirst() }
    if mine.precedes(yours) { return ours.popFirst() }
    if yours.precedes(mine) { return theirs.popFirst() }
    _ = (ours.popFirst(), theirs.popFirst())
    return mine.filled(from: yours)
  }
}

extension [UnitedLine] {
  /// Puts the lines in the order of a writer's file, in which nearly all stand.
  fileprivate mutating func sortIfNeeded() {
    if !zip(self, dropFirst()).allSatisfy({ $0.precedes($1) }) { sort { $0.precedes($1) } }
  }
}

extension UnitedLine {
  /// The line with each redacted body in the place of which another copy has the full one.
  func filled(from other: UnitedLine) -> UnitedLine {
    let (mine, yours) = (operation.events, other.operation.events)
    guard zip(mine, yours).contains(where: { $0 == nil && $1 != nil }) else { return self }
    var columns = bytes.dropLast().split(
      separator: Line.tab, omittingEmptySubsequences: false)
    let full = other.bytes.dropLast().split(
      separator: Line.tab, omittingEmptySubsequences: false)
    var filled = operation
    for index in mine.indices where mine[index] == nil && yours[index] != nil {
      columns[index + 2] = full[index + 2]
      filled.events[index] = yours[index]
    }
    return UnitedLine(
      operation: filled, bytes: Array(columns.joined(separator: [Line.tab]) + [Line.end])[...])
  }
}
