import Glibc

/// The file in which the lines of all sessions are kept, one line appended for each.
///
/// It is private to its owner (mode 0600). Sessions that run at once lose nothing of each other's,
/// because each line is one write at the end of the file. In a kept line a newline is `\n` and a
/// backslash `\\`.
package struct HistoryFile: Sendable {
  /// Where it is.
  package let path: String
  private var last: String?

  /// The most lines that `lines` gives.
  private static let limit = 10_000

  package init(path: String) {
    self.path = path
  }

  /// The lines, oldest first, without repetitions next to each other; none if there is no file yet.
  ///
  /// Throws `EditingError` when the file is there and cannot be read.
  package mutating func lines() throws(EditingError) -> [String] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0, errno == ENOENT { return [] }
    let file = try checked(descriptor)
    defer { close(file) }
    var lines: [String] = []
    for row in try content(of: file).split(separator: UInt8(ascii: "\n")) {
      let line = HistoryFile.unescaped(String(decoding: row, as: UTF8.self))
      if !line.isEmpty, line != lines.last { lines.append(line) }
    }
    last = lines.last
    return Array(lines.suffix(HistoryFile.limit))
  }

  /// Appends a line, unless it is empty, begins with a space, or repeats the one before.
  ///
  /// Throws `EditingError` when it cannot be written.
  package mutating func append(_ line: String) throws(EditingError) {
    guard !line.isEmpty, !line.hasPrefix(" "), line != last else { return }
    let descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    let file = try checked(descriptor)
    defer { close(file) }
    fchmod(file, 0o600)
    let start = endsWithinLine(file) ? "\n" : ""
    let bytes = Array((start + HistoryFile.escaped(line) + "\n").utf8)
    guard unsafe write(file, bytes, bytes.count) == bytes.count else { throw failure() }
    last = line
  }

  /// The descriptor of a regular file.
  private func checked(_ descriptor: Int32) throws(EditingError) -> Int32 {
    guard descriptor >= 0 else { throw failure() }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .historyIsNoFile(path: path)
    }
    return descriptor
  }

  private func failure() -> EditingError {
    .history(path: path, number: errno)
  }

  private func content(of file: Int32) throws(EditingError) -> [UInt8] {
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure() }
      if count == 0 { return content }
      content += buffer.prefix(count)
    }
  }

  /// Whether an earlier write was cut short, as by a full disk.
  private func endsWithinLine(_ file: Int32) -> Bool {
    let size = lseek(file, 0, SEEK_END)
    var byte: UInt8 = 0
    guard size > 0, unsafe pread(file, &byte, 1, size - 1) == 1 else { return false }
    return byte != UInt8(ascii: "\n")
  }

  /// The line in one row.
  static func escaped(_ line: String) -> String {
    var result = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The line that a row stands for.
  static func unescaped(_ row: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in row.unicodeScalars {
      switch (isEscaped, scalar) {
      case (false, "\\"):
        isEscaped = true
        continue
      case (true, "n"): result.append("\n")
      case (true, "\\"), (false, _): result.append(scalar)
      case (true, _): result.append(contentsOf: ["\\", scalar])
      }
      isEscaped = false
    }
    return String(result)
  }
}
