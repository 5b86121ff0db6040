/// A text whose digits are ordered as numbers: `M1-B4` stands before `M1-B10`.
struct NaturalOrder: Comparable {
  private let text: String
  private let parts: [Part]

  private enum Part: Comparable {
    /// Digits without leading zeros: the longer number is the greater.
    case number(count: Int, digits: String)
    case letters(String)
  }

  /// Creates the order of a text, which is folded already where case does not count.
  init(_ text: String) {
    self.text = text
    var parts: [Part] = []
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      let run = rest.prefix { $0.isDigit == first.isDigit }
      rest = rest.dropFirst(run.count)
      if first.isDigit {
        let digits = String(run.drop { $0 == "0" })
        parts.append(.number(count: digits.utf8.count, digits: digits))
      } else {
        parts.append(.letters(String(run)))
      }
    }
    self.parts = parts
  }

  static func < (left: Self, right: Self) -> Bool {
    for (a, b) in zip(left.parts, right.parts) where a != b { return a < b }
    guard left.parts.count == right.parts.count else { return left.parts.count < right.parts.count }
    return left.text < right.text
  }

  static func == (left: Self, right: Self) -> Bool { left.text == right.text }
}
