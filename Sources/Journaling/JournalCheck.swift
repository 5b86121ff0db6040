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
  /// The farthest that this writer has seen of each other.
  private(set) var seen: [String: Int] = [:]

  private var chain = Chain()
  private var scanner: LineScanner

  /// Whether two operations follow the same one.
  package var isForked: Bool { chain.isForked }
  /// The name of the file in the dossier.
  package var file: String { "journal/\(writer).journal" }

  init(writer: String) {
    self.writer = writer
    scanner = LineScanner(writer: writer)
  }

  /// Checks the whole lines of a part of the file that follows what was checked.
  mutating func take(_ part: [UInt8]) {
    let span = part.span
    var start = 0
    while damage == nil, start < part.count {
      do {
        guard let (operation, redacted, end) = try line(span, of: part, at: start) else { return }
        try chain.accept(operation, of: writer)
        for head in operation.seen { seen[head.writer] = max(seen[head.writer] ?? 0, head.n) }
        operations += 1
        self.redacted += redacted
        bytes += end + 1 - start
        last = operation.head
        start = end + 1
      } catch {
        damage = Damage(file: file, line: operations + 1, kind: error.kind)
      }
    }
  }

  /// Takes note that no part of the file is as long as its next line.
  mutating func breakOff() {
    damage = Damage(file: file, line: operations + 1, kind: .shape)
  }

  /// The line at a place: by its hashes, and carefully where that does not do; nothing where it
  /// has no end.
  private mutating func line(
    _ span: Span<UInt8>, of part: [UInt8], at start: Int
  ) throws(LineFault) -> (operation: Operation, redacted: Int, end: Int)? {
    if let line = scanner.hashed(span, at: start) { return line }
    guard let end = part[start...].firstIndex(of: Line.end) else { return nil }
    let operation = try Line.decode(part[start..<end], checkingHashes: true)
    return (operation, operation.events.count { $0 == nil }, end)
  }
}

extension DossierFolder {
  /// Checks the hashes, numbers and links of every journal, a part of a file at a time.
  ///
  /// - Throws: `system` when a file cannot be read at all.
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
    let trusted = trustedLength(of: writer)
    return try Self.system { () throws(SigningError) in
      let file = try disk.openRegular(journalPath(of: writer))
      let total = Int(try disk.status(file).st_size)
      let limit = min(total, trusted ?? total)
      var check = JournalCheck(writer: writer)
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
      if check.damage == nil { check.torn = total - check.bytes }
      return check
    }
  }
}
