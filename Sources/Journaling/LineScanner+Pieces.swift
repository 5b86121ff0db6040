import Auditing

extension LineScanner {
  /// Lines one after the other, of which the bodies alone are kept.
  ///
  /// They take half the memory of the lines, and what is kept of a piece has been read just before.
  struct Pieces {
    private var scanner: LineScanner
    private let checksHashes: Bool
    /// Where the lines of the piece that is read begin, and where their bodies do.
    private var lines: [(start: Int, bodies: Int)] = []
    private(set) var operations: [Operation] = []

    init(of writer: String, checkingHashes: Bool) {
      scanner = LineScanner(writer: writer)
      checksHashes = checkingHashes
    }

    /// Makes room for so many operations.
    mutating func reserve(_ count: Int) { operations.reserveCapacity(count) }

    /// Its operations and then those of another, neither of which holds them any longer.
    mutating func taken(with other: inout Self) -> [Operation] {
      var (all, rest): ([Operation], [Operation]) = ([], [])
      swap(&all, &operations)
      swap(&rest, &other.operations)
      all += rest
      return all
    }

    /// Reads the whole lines of a piece.
    ///
    /// - Returns: their length in bytes; nothing when one is of another form or does not hold.
    mutating func take(_ piece: [UInt8]) -> Int? {
      let span = piece.span
      lines.removeAll(keepingCapacity: true)
      var (start, size) = (0, 0)
      while let end = span.first("\n", from: start) {
        guard let bodies = span.first("\t", from: start + 65), bodies < end,
          end - start < Line.lineLimit
        else { return nil }
        lines.append((start, bodies))
        size += end + 1 - bodies
        start = end + 1
      }
      return take(piece, upTo: start, bodies: size) ? start : nil
    }

    /// Reads the lines of a piece up to a place, and their bodies from a copy of them that takes so
    /// many bytes.
    private mutating func take(_ piece: [UInt8], upTo end: Int, bodies size: Int) -> Bool {
      let kept = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        for index in lines.indices {
          let next = index + 1 < lines.count ? lines[index + 1].start : end
          let room = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count...])
          _ = unsafe room.update(fromContentsOf: piece[lines[index].bodies..<next])
          count += next - lines[index].bodies
        }
      }
      var place = 0
      for (start, bodies) in lines {
        guard
          let beginning = scanner.beginning(piece.span, at: start, checkingHash: checksHashes),
          beginning.end == bodies,
          let (events, key, last) = LineScanner.events(
            in: kept, at: place, count: beginning.header.count, digests: beginning.header.digests,
            of: checksHashes ? piece : nil)
        else { return false }
        operations.append(scanner.operation(beginning, events, firstKey: key))
        place = last + 1
      }
      return place == kept.count
    }
  }
}
