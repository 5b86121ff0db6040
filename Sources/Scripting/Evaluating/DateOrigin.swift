package import Auditing

/// The days that words of a date count from.
package struct DateOrigin: Sendable {
  package let today: CalendarDate
  /// The day of the audit, from which `+30d` counts where there is one.
  package let audit: CalendarDate?
  /// Whether a day is a working day, where a calendar of holidays is known.
  package let isWorkingDay: (@Sendable (CalendarDate) -> Bool)?

  /// Creates the origin of dates.
  package init(
    today: CalendarDate, audit: CalendarDate? = nil,
    isWorkingDay: (@Sendable (CalendarDate) -> Bool)? = nil
  ) {
    self.today = today
    self.audit = audit
    self.isWorkingDay = isWorkingDay
  }

  /// Reads a date: ISO, French, a word of either language, or a signed quantity.
  package func date(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(text) { return date }
    guard text.utf8.count <= 40 else { return nil }
    let word = text.folded
    if Self.isSigned(word) { return moved(audit ?? today, by: word) }
    for (names, days) in Self.words {
      for name in names where word.hasPrefix(name) {
        let rest = String(word.dropFirst(name.count))
        let base = today.adding(days: days)
        if rest.isEmpty { return base }
        if Self.isSigned(rest) { return moved(base, by: rest) }
      }
    }
    return nil
  }

  private static let words: [(names: [String], days: Int)] = [
    (["today", "aujourd'hui"], 0), (["yesterday", "hier"], -1), (["tomorrow", "demain"], 1),
  ]

  /// Whether a text begins with a sign, as `+30d` does.
  static func isSigned(_ text: String) -> Bool {
    text.first == "+" || text.first == "-" || text.first == "\u{2212}"
  }

  private func moved(_ date: CalendarDate, by text: String) -> CalendarDate? {
    Quantity(text).flatMap { moved(date, by: $0) }
  }

  /// A date moved by a whole count of days, working days, weeks, months or years.
  func moved(_ date: CalendarDate, by quantity: Quantity) -> CalendarDate? {
    let count = quantity.number.significand
    guard quantity.number.scale == 0, count.magnitude < 100_000 else { return nil }
    return quantity.unit == .workingDay
      ? isWorkingDay.map { date.adding(count, daysThatCount: $0) } : date.adding(quantity)
  }

  /// How many working days lead from one date to another, the first not counted; negative
  /// backwards.
  func workingDays(from first: CalendarDate, to last: CalendarDate) -> Int? {
    isWorkingDay.map { first.distance(to: last, daysThatCount: $0) }
  }
}
