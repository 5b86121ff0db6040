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

  /// The date so many working days later, or earlier when negative; the starting day does not
  /// count.
  package func adding(_ count: Int, to date: CalendarDate) -> CalendarDate {
    date.adding(count, daysThatCount: contains)
  }

  /// How many working days must be added to one date to reach another; negative backwards.
  package func count(from start: CalendarDate, to end: CalendarDate) -> Int {
    start.distance(to: end, daysThatCount: contains)
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
