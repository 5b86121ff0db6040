import Auditing

extension String {
  /// The text with each date and year, however written, replaced by some words.
  package func undated(_ replacement: String) -> String {
    let words = WordSpan.words(of: self)
    var result = ""
    var end = startIndex
    var index = 0
    while index < words.count {
      defer { index += 1 }
      let word = words[index]
      guard word.folded.count == 4, let year = Int(word.folded), (1900...2199).contains(year)
      else { continue }
      var (first, last) = (index, index)
      while first > 0, index - first < 2, joins(words[first - 1], words[first], isBefore: true),
        words[first - 1].range.lowerBound >= end
      {
        first -= 1
      }
      while last + 1 < words.count, last - index < 2,
        joins(words[last], words[last + 1], isBefore: false)
      {
        last += 1
      }
      result += self[end..<words[first].range.lowerBound] + replacement
      end = words[last].range.upperBound
      index = last
    }
    return end == startIndex ? self : result + self[end...]
  }

  /// Whether two words belong to one date, the one before the year or the one behind it.
  private func joins(_ one: WordSpan, _ other: WordSpan, isBefore: Bool) -> Bool {
    let gap = self[one.range.upperBound..<other.range.lowerBound]
    let added = isBefore ? one : other
    let isNumber = added.folded.count < 3 && Int(added.folded) != nil
    if gap == "-" || (isBefore && (gap == "/" || gap == ".")) { return isNumber }
    guard isBefore, gap.count == 1, gap.first?.isWhitespace == true else { return false }
    if Self.months.contains(added.folded) { return true }
    return Self.months.contains(other.folded) && (isNumber || added.folded == "1er")
  }

  private static let months: Set<String> = [
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
    "novembre", "decembre", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
  ]
}
