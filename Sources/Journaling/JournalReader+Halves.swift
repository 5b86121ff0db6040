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
    var one = LineScanner.Pieces(of: writer, checkingHashes: checkingHashes)
    var other = LineScanner.Pieces(of: writer, checkingHashes: checkingHashes)
    guard let begun = Self.piece(of: halves.one, into: &one, source) else { return nil }
    // Room for all in the first, to which the second is added; both from the memory of this
    // thread, which uses it again.
    let (all, rest) = (halves.other.upperBound, halves.other.count)
    one.reserve(one.operations.count * (all / begun.count + 1) * 17 / 16)
    other.reserve(one.operations.count * (rest / begun.count + 1) * 17 / 16)
    var (isOneRead, isOtherRead) = (false, false)
    Concurrently.run {
      isOneRead = Self.read(begun.upperBound..<halves.one.upperBound, into: &one, source)
    } and: {
      LargePages.expectOnThread(rest)
      isOtherRead = Self.read(halves.other, into: &other, source)
    }
    guard isOneRead, isOtherRead else { return nil }
    let operations = one.taken(with: &other)
    return take(operations, bytes: all) ? operations : nil
  }

  /// Reads all whole lines of a range; whether all are in the form that is read fast.
  private static func read(
    _ range: Range<Int>, into pieces: inout LineScanner.Pieces, _ source: Source
  ) -> Bool {
    var rest = range
    while !rest.isEmpty {
      guard let read = piece(of: rest, into: &pieces, source) else { return false }
      rest = read.upperBound..<rest.upperBound
    }
    return true
  }

  /// Reads the lines that a range begins with, as many as a piece holds.
  ///
  /// - Returns: where they stand; nothing when one is in another form or has no end.
  private static func piece(
    of range: Range<Int>, into pieces: inout LineScanner.Pieces, _ source: Source
  ) -> Range<Int>? {
    var size = 1 << 19
    while true {
      let end = min(range.lowerBound + size, range.upperBound)
      guard let piece = source(range.lowerBound..<end), let read = pieces.take(piece)
      else { return nil }
      if read > 0 { return range.lowerBound..<(range.lowerBound + read) }
      // A line longer than the piece, or one without an end.
      guard end < range.upperBound else { return nil }
      size *= 2
    }
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
