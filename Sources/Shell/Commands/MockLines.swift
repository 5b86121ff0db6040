import Scripting

/// Texts of several lines, in which nothing moves the cursor.
enum MockLines {
  /// The lines as one text, broken between words where a terminal is narrower.
  static func visible(_ lines: [String], width: Int? = nil) -> String {
    lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .flatMap { wrapped(String($0).visible, width) }.joined(separator: "\n")
  }

  /// A line in pieces that fit a width; what goes on is set in by two spaces more than it began.
  private static func wrapped(_ line: String, _ width: Int?) -> [String] {
    guard let width, width >= 40, line.columns > width else { return [line] }
    let margin = line.prefix { $0 == " " }.count
    let indent = String(repeating: " ", count: margin == 0 ? 0 : margin + 2)
    var pieces: [String] = []
    var piece: String?
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      let next = piece.map { "\($0) \(word)" } ?? String(word)
      if let full = piece, next.columns > width, full.contains(where: { $0 != " " }) {
        pieces.append(full)
        piece = indent + word
      } else {
        piece = next
      }
    }
    return pieces + [piece ?? ""]
  }
}
