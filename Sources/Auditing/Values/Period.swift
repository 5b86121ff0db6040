/// A stretch of whole days, as the language writes it.
///
/// `2026`, `2026-11`, `2026-Q3` or `2026-T3` (quarter), `2026-S1` (half-year), a day, or two days
/// with `..` between them.
package struct Period: Hashable, Sendable {
  package let first: CalendarDate
  package let last: CalendarDate

  /// Reads a period, or nothing of any other text; its end is not before its beginning.
  package init?(_ text: some StringProtocol) {
    if let day = CalendarDate(text) {
      self.init(day, day)
      return
    }
    let string = String(text)
    if let range = string.split(separator: "..", omittingEmptySubsequences: false).pair {
      guard let start = CalendarDate(range.0), let end = CalendarDate(range.1), start <= end
      else { return nil }
      self.init(start, end)
      return
    }
    let parts = string.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, year.utf8.count == 4, let number = year.digits,
      parts.count <= 2
    else { return nil }
    guard parts.count == 2 else {
      self.init(year: number, month: 1, months: 12)
      return
    }
    let part = parts[1]
    switch part.first {
    case "Q", "q", "T", "t":
      guard let quarter = part.dropFirst().digits, (1...4).contains(quarter) else { return nil }
      self.init(year: number, month: 3 * quarter - 2, months: 3)
    case "S", "s":
      guard let half = part.dropFirst().digits, (1...2).contains(half) else { return nil }
      self.init(year: number, month: 6 * half - 5, months: 6)
    default:
      guard part.utf8.count == 2, let month = part.digits else { return nil }
      self.init(year: number, month: month, months: 1)
    }
  }

  /// Creates the period of two days, the end not before the beginning.
  package init(from first: CalendarDate, to last: CalendarDate) {
    self.init(first, max(first, last))
  }

  private init(_ first: CalendarDate, _ last: CalendarDate) {
    self.first = first
    self.last = last
  }

  /// The shortest way to write it: a year, half-year, quarter, month or day, else both days.
  package var written: String {
    let (year, month, day) = first.parts
    guard first != last else { return first.description }
    if day == 1 {
      let names = [
        (12, "\(year)"), (6, "\(year)-S\((month + 5) / 6)"), (3, "\(year)-Q\((month + 2) / 3)"),
        (1, "\(year)-\(month.padded(2))"),
      ]
      for (months, name) in names
      where (month - 1) % months == 0 && first.adding(months: months).adding(days: -1) == last {
        return name
      }
    }
    return "\(first)..\(last)"
  }

  /// The one way in which the journal writes it: the shortest, a quarter as `2026-T3`.
  package var normal: String { written.replacing("-Q", with: "-T") }

  /// An id with each period between its slashes in the one way in which the journal writes it.
  package static func normal(id: String) -> String {
    id.split(separator: "/", omittingEmptySubsequences: false)
      .map { Period($0)?.normal ?? String($0) }.joined(separator: "/")
  }

  private init?(year: Int, month: Int, months: Int) {
    guard let start = CalendarDate(year: year, month: month, day: 1) else { return nil }
    self.init(start, start.adding(months: months).adding(days: -1))
  }
}

extension Substring {
  /// The number that it writes with digits alone, at most as many as a year has.
  fileprivate var digits: Int? {
    guard (1...4).contains(utf8.count), utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(self)
  }
}

extension Array {
  /// The two elements of an array that has just two.
  fileprivate var pair: (Element, Element)? { count == 2 ? (self[0], self[1]) : nil }
}
