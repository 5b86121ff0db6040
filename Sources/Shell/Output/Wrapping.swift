import Scripting

extension String {
  /// The text with each row broken between words where a terminal is narrower; what goes on is set
  /// in by two spaces more than the row began.
  func wrapped(to width: Int?) -> String {
    guard let width, width >= 40 else { return self }
    return unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { String($0).pieces(width) }.joined(separator: "\n")
  }

  /// One row in pieces that fit a width.
  private func pieces(_ width: Int) -> [String] {
    guard columns > width else { return [self] }
    let margin = prefix { $0 == " " }.count
    let indent = String(repeating: " ", count: margin == 0 ? 0 : margin + 2)
    var pieces: [String] = []
    var piece: String?
    for word in split(separator: " ", omittingEmptySubsequences: false) {
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
