import Scripting

/// Texts of several lines, in which nothing moves the cursor.
enum MockLines {
  /// The lines as one text, broken between words where a terminal is narrower.
  static func visible(_ lines: [String], width: Int? = nil) -> String {
    lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .map { String($0).visible.wrapped(to: width) }.joined(separator: "\n")
  }
}
