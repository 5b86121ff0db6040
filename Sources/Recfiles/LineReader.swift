/// The lines of a text one after the other, as ranges of its bytes without their ends.
struct LineReader {
  let bytes: [UInt8]
  /// The number of the line given last, from 1.
  private(set) var line = 0
  private var next = 0
  private var isAtEnd: Bool

  /// Creates a reader at the beginning of a text, after its byte order mark.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    next = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    isAtEnd = next == bytes.count
  }

  /// The next line, or nothing after the last; what follows the last line end is a line too.
  mutating func nextLine() -> Range<Int>? {
    guard !isAtEnd else { return nil }
    line += 1
    let start = next
    let end = bytes[start...].firstIndex(of: Ascii.lineFeed)
    next = end.map { $0 + 1 } ?? bytes.count
    isAtEnd = end == nil
    var last = end ?? bytes.count
    if end != nil, last > start, bytes[last - 1] == Ascii.carriageReturn { last -= 1 }
    return start..<last
  }

  /// The column of a byte of a line, in characters, from 1.
  func column(of index: Int, in line: Range<Int>) -> Int {
    String(decoding: bytes[line.lowerBound..<index], as: UTF8.self).count + 1
  }

  /// The text of a range of bytes; what is no UTF-8 becomes U+FFFD.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
