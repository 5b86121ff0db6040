package import Auditing
import Glibc
import Signing

/// What the hashes, numbers and links of one writer's journal show; bodies are not read.
package struct JournalCheck: Sendable {
  package let writer: String
  /// How many operations hold, and how many bytes they take.
  package private(set) var operations = 0
  package private(set) var bytes = 0
  /// How many bodies are left out, as an edition leaves them out.
  package private(set) var redacted = 0
  /// The last operation that holds.
  package private(set) var last: Head?
  /// How far other writers here have seen this one: what follows, nobody else would miss.
  package internal(set) var witnessed = 0
  /// Where it stops to hold.
  package private(set) var damage: Damage?
  /// How many bytes follow the last whole line without an end, or were never acknowledged.
  package internal(set) var torn = 0
  /// Whether they may be a line that was cut off or is still arriving, and nothing worse.
  package internal(set) var isUnfinished = false
  /// The farthest that this writer has seen of each other.
  private(set) var seen: [String: Int] = [:]

  private var chain = Chain()

  /// Whether two operations follow the same one.
  package var isForked: Bool { chain.isForked }
  /// The name of the file in the dossier.
  package var file: String { "journal/\(writer).journal" }

  init(writer: String) { self.writer = writer }

  /// A line whose hashes hold: its operation without events, how many bodies are left out, and the
  /// place of its end.
  private typealias Checked = (operation: Operation, redacted: Int, end: Int)

  /// Checks the whole lines of a part of the file that follows what was checked; the hashes of a
  /// long part's halves at the same time.
  mutating func take(_ part: [UInt8]) {
    var start = 0
    let middle = part.count < 1 << 19 ? 0 : part.start(ofLineEnding: part.count / 2)
    if middle > 0 {
      let writer = writer
      var (one, other) = ([Checked](), [Checked]())
      Concurrently.run {
        one = Self.hashed(part, 0..<middle, of: writer)
      } and: {
        other = Self.hashed(part, middle..<part.count, of: writer)
      }
      for line in one where damage == nil { accept(line, &start) }
      // The second half follows the first only where that holds to its end.
      if start == middle { for line in other where damage == nil { accept(line, &start) } }
    }
    var scanner = LineScanner(writer: writer)
    while damage == nil, start < part.count {
      do {
        guard let line = try Self.line(part, at: start, &scanner) else { return }
        accept(line, &start)
      } catch {
        damage = Damage(file: file, line: operations + 1, kind: error.kind)
      }
    }
  }

  /// Takes a line that follows, and goes behind it.
  private mutating func accept(_ line: Checked, _ start: inout Int) {
    do {
      try chain.accept(line.operation, of: writer)
    } catch {
      damage = Damage(file: file, line: operations + 1, kind: error.kind)
      return
    }
    for head in line.operation.seen { seen[head.writer] = max(seen[head.writer] ?? 0, head.n) }
    operations += 1
    redacted += line.redacted
    bytes += line.end + 1 - start
    last = line.operation.head
    start = line.end + 1
  }

  /// The lines that begin in a range, as far as their hashes hold.
  private static func hashed(
    _ part: [UInt8], _ range: Range<Int>, of writer: String
  ) -> [Checked] {
    let span = part.span
    var scanner = LineScanner(writer: writer)
    var lines: [Checked] = []
    var start = range.lowerBound
    while start < range.upperBound, let line = scanner.hashed(span, at: start) {
      lines.append(line)
      start = line.end + 1
    }
    return lines
  }

  /// Takes note that no part of the file is as long as its next line, or that none can be read.
  mutating func breakOff(_ fault: Damage.Kind = .shape) {
    damage = Damage(file: file, line: operations + 1, kind: fault)
  }

  /// The line at a place: by its hashes, and carefully where that does not do; nothing where it
  /// has no end.
  private static func line(
    _ part: [UInt8], at start: Int, _ scanner: inout LineScanner
  ) throws(LineFault) -> Checked? {
    if let line = scanner.hashed(part.span, at: start) { return line }
    guard let end = part[start...].firstIndex(of: Line.end) else { return nil }
    let operation = try Line.decode(part[start..<end], checkingHashes: true)
    return (operation, operation.events.count { $0 == nil }, end)
  }
}

extension DossierFolder {
  /// Checks the hashes, numbers and links of every journal, a part of a file at a time.
  ///
  /// A file that cannot be read counts as damaged.
  ///
  /// - Throws: `system` when the folder of the journals cannot be read.
  package func checkJournals() throws(JournalError) -> [JournalCheck] {
    var checks: [JournalCheck] = []
    for writer in try writersOnDisk().sorted() { checks.append(try check(writer)) }
    var witnessed: [String: Int] = [:]
    for check in checks {
      for (writer, n) in check.seen where writer != check.writer {
        witnessed[writer] = max(witnessed[writer] ?? 0, n)
      }
    }
    for index in checks.indices { checks[index].witnessed = witnessed[checks[index].writer] ?? 0 }
    return checks
  }

  private func check(_ writer: String) throws(JournalError) -> JournalCheck {
    var check = JournalCheck(writer: writer)
    do throws(SigningError) {
      try read(into: &check)
    } catch {
      guard let fault = Damage.Kind(reading: error) else { throw Self.refusal(error) }
      check.breakOff(fault)
    }
    return check
  }

  private func read(into check: inout JournalCheck) throws(SigningError) {
    let trusted = trustedLength(of: check.writer)
    let file = try disk.openRegular(journalPath(of: check.writer))
    let total = Int(try disk.status(file).st_size)
    let limit = min(total, trusted ?? total)
    var size = 1 << 21
    while check.damage == nil, check.bytes < limit {
      let before = check.bytes
      let part = try disk.read(file, before, min(size, limit - before))
      check.take(part)
      guard check.bytes == before, check.damage == nil else { continue }
      // A line longer than the part, or one without an end.
      if part.isEmpty || before + part.count >= limit { break }
      if size > Line.lineLimit { check.breakOff() }
      size *= 2
    }
    if check.damage == nil, total > check.bytes {
      check.torn = total - check.bytes
      let tail = try disk.read(file, check.bytes, min(check.torn, Line.lineLimit))
      check.isUnfinished = trusted == nil && !Self.isEndAltered(tail)
    }
  }

  /// Whether a tail without an end is a whole line but for its last byte.
  private static func isEndAltered(_ tail: [UInt8]) -> Bool {
    (try? Line.decode(tail.dropLast(), checkingHashes: true)) != nil
  }
}
