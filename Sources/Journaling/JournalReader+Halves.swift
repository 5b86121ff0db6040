import Auditing
import Signing

extension JournalReader {
  /// Reads so many bytes of a file from its beginning up to its last whole line, which is left, the
  /// two halves at the same time and each into memory of its own.
  ///
  /// - Returns: the operations; none of a file that is short, or where something is not as it should
  ///   be: it is then to be read line by line.
  mutating func readLong(_ file: Disk.File, of length: Int, on disk: Disk) -> [Operation] {
    guard length >= Halves.least,
      let last = disk.lastLineEnd(of: file, before: length)
        .flatMap({ disk.lastLineEnd(of: file, before: $0) }),
      let middle = disk.lastLineEnd(of: file, before: length / 2),
      let halves = Halves(end: last + 1, middle: middle + 1)
    else { return [] }
    return read(halves, false) { range in
      guard let bytes = try? disk.read(file, range.lowerBound, range.count),
        bytes.count == range.count
      else { return nil }
      return bytes
    } ?? []
  }

  /// A text in two halves, each of whole lines.
  struct Halves {
    let one: Range<Int>
    let other: Range<Int>

    /// From how many bytes on it pays to begin a second thread.
    static let least = 1 << 22

    /// Creates the halves of a text that is long enough.
    init?(end: Int, middle: Int) {
      guard end >= Self.least, 0 < middle, middle < end else { return nil }
      (one, other) = (0..<middle, middle..<end)
    }
  }

  /// Gives the bytes of a range, or nothing.
  typealias Source = (Range<Int>) -> [UInt8]?

  /// Reads all lines of two halves at the same time; nothing when one is not whole or is in another
  /// form, which is then found line by line.
  mutating func read(
    _ halves: Halves, _ checkingHashes: Bool, from source: Source
  ) -> [Operation]? {
    let writer = writer
    var (one, other): ([Operation]?, [Operation]?) = (nil, nil)
    Concurrently.run {
      // Room for the other half as well, which is added to it.
      one = Self.operations(of: writer, in: halves.one, room: 2, checkingHashes, source)
    } and: {
      LargePages.expectOnThread(halves.other.count)
      other = Self.operations(of: writer, in: halves.other, room: 1, checkingHashes, source)
    }
    guard var operations = one, let rest = other else { return nil }
    // What is held once is added to where it lies.
    (one, other) = (nil, nil)
    operations += rest
    return take(operations, bytes: halves.other.upperBound) ? operations : nil
  }

  /// The operations of the whole lines of a range, when all are in the form that is read fast; room
  /// is made for so many times as many.
  private static func operations(
    of writer: String, in range: Range<Int>, room: Int, _ checkingHashes: Bool, _ source: Source
  ) -> [Operation]? {
    var pieces = LineScanner.Pieces(of: writer, checkingHashes: checkingHashes)
    var (start, size) = (range.lowerBound, 1 << 19)
    while start < range.upperBound {
      let end = min(start + size, range.upperBound)
      guard let piece = source(start..<end), let read = pieces.take(piece) else { return nil }
      if read == 0 {
        // A line longer than the piece, or one without an end.
        guard end < range.upperBound else { return nil }
        size *= 2
      } else if start == range.lowerBound {
        pieces.reserve(pieces.operations.count * range.count / read * room * 17 / 16)
      }
      start += read
    }
    return pieces.operations
  }
}

extension [Operation] {
  /// Makes room for the lines of so many bytes, of which some have been read.
  mutating func reserve(for bytes: Int, after read: Int) {
    reserveCapacity(count + count * (bytes - read) / read * 17 / 16)
  }
}

extension Disk {
  /// Where the last line ends before a place in a file; nothing when none does within 64 KiB.
  fileprivate func lastLineEnd(of file: File, before place: Int) -> Int? {
    let start = max(0, place - 1 << 16)
    guard let bytes = try? read(file, start, place - start) else { return nil }
    return bytes.lastIndex(of: Line.end).map { start + $0 }
  }
}
