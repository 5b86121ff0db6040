extension RecFile {
  /// Reads a rec text and finds all its faults, in the order of lines.
  ///
  /// UTF-8, with or without a byte order mark; lines end in LF or CR LF. What is faulty is left
  /// out of the file or kept as well as it can be read. The time is linear in the length.
  package static func parse(_ bytes: [UInt8]) -> (file: RecFile, faults: [RecFault]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return (RecFile(), [RecFault(kind: .utf16, line: 1, column: 1)])
    }
    let isPlain = !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
    var parser = RecParser(bytes)
    parser.run(checkingText: !isPlain)
    let faults = parser.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    return (RecFile(sets: parser.sets), faults)
  }

  /// Reads a rec text and finds all its faults, in the order of lines.
  package static func parse(_ text: String) -> (file: RecFile, faults: [RecFault]) {
    parse(Array(text.utf8))
  }
}
