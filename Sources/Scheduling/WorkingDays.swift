package import Auditing

/// The days on which a period is counted in a place.
package struct WorkingDays: Hashable, Sendable {
  /// The days of the week that count.
  package let week: Week
  /// The days that do not count although they are in the week.
  package let holidays: HolidayCalendar

  /// Creates a rule; five days a week unless the text that sets the period says otherwise.
  package init(_ week: Week = .fiveDay, holidays: HolidayCalendar = .metropolitan) {
    self.week = week
    self.holidays = holidays
  }

  /// Which days of the week count where no holiday falls.
  package enum Week: String, CaseIterable, Sendable {
    /// Monday to Friday (jours ouvrés).
    case fiveDay = "five-day"
    /// Monday to Saturday (jours ouvrables; Code de procédure civile, article 642).
    case sixDay = "six-day"

    /// The last day of the week that counts, 5 for Friday or 6 for Saturday.
    var lastWeekday: Int {
      switch self {
      case .fiveDay: 5
      case .sixDay: 6
      }
    }
  }
}

extension WorkingDays {
  /// Whether the day counts.
  package func contains(_ date: CalendarDate) -> Bool {
    date.weekday <= week.lastWeekday && !holidays.isHoliday(date)
  }

  /// The date so many working days later, or earlier when negative.
  ///
  /// The starting day does not count (Code de procédure civile, article 641); zero gives it back
  /// as it is. Stops at the first or last day of the calendar.
  package func adding(_ count: Int, to date: CalendarDate) -> CalendarDate {
    let step = count < 0 ? -1 : 1
    var left = count.magnitude
    var day = date
    while left > 0 {
      let next = day.adding(days: step)
      if next == day { return day }
      day = next
      if contains(day) { left -= 1 }
    }
    return day
  }

  /// How many working days must be added to one date to reach another; negative backwards.
  ///
  /// The starting day does not count, the last day does.
  package func count(from start: CalendarDate, to end: CalendarDate) -> Int {
    let step = end < start ? -1 : 1
    var total = 0
    var day = start
    while day != end {
      day = day.adding(days: step)
      if contains(day) { total += step }
    }
    return total
  }

  /// The day itself if it counts, else the last one before it that does.
  package func onOrBefore(_ date: CalendarDate) -> CalendarDate {
    contains(date) ? date : adding(-1, to: date)
  }

  /// The day itself if it counts, else the first one after it that does.
  package func onOrAfter(_ date: CalendarDate) -> CalendarDate {
    contains(date) ? date : adding(1, to: date)
  }
}
