/// A civil day that exists, with no time zone.
///
/// Arithmetic counts days of the proleptic Gregorian calendar, years 1 to 9999.
package struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before it.
  package let dayNumber: Int

  /// The first and the last day there is: arithmetic that leads beyond stops there.
  package static let first = Self(dayNumber: -719_162)
  package static let last = Self(dayNumber: 2_932_896)

  /// Creates the date that lies so many days after 1970-01-01.
  package init(dayNumber: Int) {
    self.dayNumber = min(max(dayNumber, -719_162), 2_932_896)
  }

  /// Creates a date from its parts, or nothing when that day does not exist.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// The number of days of a month, 28 to 31.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }
}

extension CalendarDate {
  /// The year, the month (1 to 12) and the day (1 to 31).
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var day: Int { parts.day }

  /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
  package var weekday: Int {
    let remainder = (dayNumber + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  /// The date so many days later, or earlier when negative.
  package func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? (days < 0 ? .first : .last) : CalendarDate(dayNumber: sum)
  }

  /// The date so many months later: the same day, or the last day of a shorter month.
  ///
  /// Code de procédure civile, article 641. Always count from the origin: adding twice is
  /// not adding the sum.
  package func adding(months: Int) -> CalendarDate {
    let (year, month, day) = parts
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    let (newYear, newMonth) = overflow ? (0, 1) : (index / 12, index % 12 + 1)
    let length = Self.length(ofMonth: newMonth, year: newYear)
    return CalendarDate(year: newYear, month: newMonth, day: min(day, length))
      ?? (months < 0 ? .first : .last)
  }
}

extension CalendarDate {
  /// The date so many days that count later, or earlier when negative.
  ///
  /// The starting day does not count (Code de procédure civile, article 641); zero gives it back
  /// as it is. Stops at the first or last day of the calendar.
  package func adding(_ count: Int, daysThatCount counts: (CalendarDate) -> Bool) -> CalendarDate {
    let step = count < 0 ? -1 : 1
    var left = count.magnitude
    var day = self
    while left > 0 {
      let next = day.adding(days: step)
      if next == day { return day }
      day = next
      if counts(day) { left -= 1 }
    }
    return day
  }

  /// How many days that count lead to another date; negative backwards.
  ///
  /// The starting day does not count, the last day does.
  package func distance(to end: CalendarDate, daysThatCount counts: (CalendarDate) -> Bool) -> Int {
    let step = end < self ? -1 : 1
    var total = 0
    var day = self
    while day != end {
      day = day.adding(days: step)
      if counts(day) { total += step }
    }
    return total
  }
}

extension CalendarDate: CustomStringConvertible {
  /// Reads `2026-11-21` or `21/11/2026`, or nothing for any other text.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard bytes.count == 10 else { return nil }
    if bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(0..<4), let month = number(5..<7),
      let day = number(8..<10)
    {
      self.init(year: year, month: month, day: day)
    } else if bytes[2] == 0x2F, bytes[5] == 0x2F, let day = number(0..<2),
      let month = number(3..<5), let year = number(6..<10)
    {
      self.init(year: year, month: month, day: day)
    } else {
      return nil
    }
  }

  /// The date as ISO 8601 writes it, `2026-11-21`.
  package var description: String {
    let (year, month, day) = parts
    return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
  }
}

extension Int {
  /// The number with leading zeros up to a width.
  package func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
