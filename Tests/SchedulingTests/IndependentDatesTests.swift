import Auditing
import Scheduling
import Testing

/// Every year from 1990 to 2100 against python-dateutil and the Python package `holidays`.
struct `Dates of 1990 to 2100` {
  private static let years = 1990...2100

  /// The days of a year.
  private func days(of year: Int) throws -> [CalendarDate] {
    let first = try #require(CalendarDate(year: year, month: 1, day: 1))
    let last = try #require(CalendarDate(year: year, month: 12, day: 31))
    return (first.dayNumber...last.dayNumber).map(CalendarDate.init(dayNumber:))
  }

  private struct Sum {
    private(set) var value: UInt64 = 7

    mutating func add(_ date: CalendarDate) {
      // Ordinals of Python count from 0001-01-01.
      let ordinal = UInt64(date.dayNumber - CalendarDate.first.dayNumber + 1)
      value = (value &* 31 &+ ordinal) & 0xFFFF_FFFF_FFFF
    }
  }

  private func facts(_ script: String, _ arguments: String = "") throws -> [String] {
    let answer = try Python.run(Self.prelude + script, input: Array(arguments.utf8))
    try #require(answer.status == 0)
    return answer.output.split(separator: "\n").map(String.init)
  }

  @Test(
    .enabled(
      if: Python.has("dateutil"),
      "NOT RUN: python3 cannot import dateutil (pip install python-dateutil)"))
  func `reach the same day by months, from each 29 February and each end of a month too`() throws {
    var lines: [String] = []
    for year in Self.years {
      var (all, ends) = (Sum(), Sum())
      for day in try days(of: year) {
        for months in [-1, 18, 36] { all.add(day.adding(months: months)) }
        guard day.adding(days: 1).day == 1 || (day.month == 2 && day.day > 27) else { continue }
        for months in -48...48 { ends.add(day.adding(months: months)) }
      }
      lines.append("\(year) \(all.value) \(ends.value)")
    }
    #expect(
      try facts(
        """
        from dateutil.relativedelta import relativedelta
        for year in range(1990, 2101):
            every, ends = 7, 7
            for day in days(year):
                for months in (-1, 18, 36): every = add(every, day + relativedelta(months=months))
                if (day + timedelta(1)).day == 1 or (day.month == 2 and day.day > 27):
                    for months in range(-48, 49): ends = add(ends, day + relativedelta(months=months))
            print(year, every, ends)
        """) == lines)
  }

  @Test(
    .enabled(
      if: Python.has("holidays"), "NOT RUN: python3 cannot import holidays (pip install holidays)"),
    arguments: [
      (HolidayCalendar.metropolitan, ""), (.alsaceMoselle, "57"), (.alsaceMoselle, "6AE"),
      (.guyane, "973"), (.reunion, "974"), (.mayotte, "976"),
    ])
  func `have the same public holidays, and the same working days between them`(
    calendar: HolidayCalendar, subdivision: String
  ) throws {
    let working = WorkingDays(.fiveDay, holidays: calendar)
    var lines: [String] = []
    for year in Self.years {
      var (rest, work) = (Sum(), Sum())
      for day in try days(of: year) {
        if calendar.isHoliday(day) { rest.add(day) }
        guard day.dayNumber.isMultiple(of: 7) else { continue }
        for count in [-5, 5] { work.add(working.adding(count, to: day)) }
      }
      lines.append("\(year) \(rest.value) \(work.value)")
    }
    #expect(
      try facts(
        """
        from holidays import France
        place = sys.stdin.read()
        known = France(subdiv=place or None, years=range(1989, 2102))
        # Worked in those years as the day of solidarity, and a public holiday by law all the same.
        for day in (date(2005, 5, 16), date(2006, 6, 5), date(2007, 5, 28)): known[day] = "Pentecost"
        def later(day, count):
            step = timedelta(1 if count > 0 else -1)
            while count:
                day += step
                if day.weekday() < 5 and day not in known: count -= step.days
            return day
        epoch = date(1970, 1, 1).toordinal()
        for year in range(1990, 2101):
            rest, work = 7, 7
            for day in days(year):
                if day in known: rest = add(rest, day)
                if (day.toordinal() - epoch) % 7 == 0:
                    for count in (-5, 5): work = add(work, later(day, count))
            print(year, rest, work)
        """, subdivision) == lines)
  }

  private static let prelude = """
    import sys
    from datetime import date, timedelta
    def days(year):
        day = date(year, 1, 1)
        while day.year == year:
            yield day
            day += timedelta(1)
    def add(total, day): return (total * 31 + day.toordinal()) & 0xFFFFFFFFFFFF

    """
}
