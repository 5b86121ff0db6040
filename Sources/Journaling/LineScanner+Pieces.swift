import Auditing

extension LineScanner {
  /// Lines one after the other, of which the bodies alone are kept.
  ///
  /// They take half the memory of the lines, and what is kept of a piece has been read just before.
  struct Pieces {
    private var scanner: LineScanner
    private let checksHashes: Bool
    /// The lines of the piece that is read, and where the bodies of each stand in it.
    private var lines: [(beginning: Beginning, bodies: Range<Int>)] = []
    private(set) var operations: [Operation] = []

    init(of writer: String, checkingHashes: Bool) {
      scanner = LineScanner(writer: writer)
      checksHashes = checkingHashes
    }

    /// Makes room for so many operations.
    mutating func reserve(_ count: Int) { operations.reserveCapacity(count) }

    /// Reads the whole lines of a piece.
    ///
    /// - Returns: their length in bytes; nothing when one is of another form or does not hold.
    mutating func take(_ piece: [UInt8]) -> Int? {
      let span = piece.span
      lines.removeAll(keepingCapacity: true)
      var (start, size) = (0, 0)
      while let end = span.first("\n", from: start) {
        guard let beginning = scanner.beginning(span, at: start, checkingHash: checksHashes),
          end >= beginning.end, end - start < Line.lineLimit
        else { return nil }
        lines.append((beginning, beginning.end..<(end + 1)))
        size += end + 1 - beginning.end
        start = end + 1
      }
      return takeBodies(of: piece, size: size) ? start : nil
    }

    /// Reads the bodies of the lines from a copy of them.
    private mutating func takeBodies(of piece: [UInt8], size: Int) -> Bool {
      let kept = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        for (_, bodies) in lines {
          let room = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count...])
          _ = unsafe room.update(fromContentsOf: piece[bodies])
          count += bodies.count
        }
      }
      var place = 0
      for index in lines.indices {
        guard
          let (events, end) = LineScanner.events(
            in: kept, at: place, count: lines[index].beginning.header.count,
            digests: lines[index].beginning.header.digests, of: checksHashes ? piece : nil),
          end + 1 == place + lines[index].bodies.count
        else { return false }
        operations.append(scanner.operation(lines[index].beginning, events))
        place = end + 1
      }
      return true
    }
  }
}
