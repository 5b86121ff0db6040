import Auditing
import Testing

struct `A calendar date` {
  @Test func `exists only on days of the calendar`() {
    #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2023, month: 4, day: 31) == nil)
    #expect(CalendarDate(year: 2023, month: 13, day: 1) == nil)
    #expect(CalendarDate(year: 2023, month: 1, day: 0) == nil)
    #expect(CalendarDate(year: 0, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
  }

  @Test(arguments: [
    ("0001-01-01", -719_162, 1), ("1582-10-15", -141_427, 5), ("1600-02-29", -135_081, 2),
    ("1899-12-31", -25_568, 7), ("1969-12-31", -1, 3), ("1970-01-01", 0, 4),
    ("2000-02-29", 11_016, 2), ("2020-11-26", 18_592, 4), ("2023-11-26", 19_687, 7),
    ("2026-11-21", 20_778, 6), ("9999-12-31", 2_932_896, 5),
  ])
  func `counts days as Python does`(text: String, number: Int, weekday: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(CalendarDate(dayNumber: number).description == text)
  }

  @Test func `is the same as in Python on every day of three centuries`() throws {
    var date = try #require(CalendarDate("1900-01-01"))
    var checksum = Checksum()
    for _ in 0..<109_573 {
      checksum.add("\(date) \(date.weekday)\n")
      date = date.adding(days: 1)
    }
    // hash of f"{d} {d.isoweekday()}\n" over datetime.date, 1900-01-01 to 2199-12-31
    #expect(date.description == "2200-01-01")
    #expect(checksum.value == 0xdffe_2726_ad92_5591)
  }

  @Test func `survives the way to parts and back on every day from 1580 to 2420`() {
    for number in -142_444...164_723 {
      let (year, month, day) = CalendarDate(dayNumber: number).parts
      guard CalendarDate(year: year, month: month, day: day)?.dayNumber == number else {
        Issue.record("day \(number) became \(year)-\(month)-\(day)")
        return
      }
    }
  }

  @Test func `is ordered as days follow one another`() throws {
    let eve = try #require(CalendarDate("1999-12-31"))
    #expect(eve < eve.adding(days: 1))
    #expect(eve.adding(days: 1).description == "2000-01-01")
  }
}

struct `Adding months to a date` {
  @Test(arguments: [
    ("2020-02-29", 12, "2021-02-28"), ("2020-02-29", 36, "2023-02-28"),
    ("2020-02-29", 48, "2024-02-29"), ("2024-08-31", 6, "2025-02-28"),
    ("2020-11-26", 36, "2023-11-26"), ("2020-11-26", 18, "2022-05-26"),
    ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2023-03-31", -1, "2023-02-28"), ("2020-12-31", -14, "2019-10-31"),
    ("2000-01-01", -1, "1999-12-01"), ("2023-05-31", -3, "2023-02-28"),
    ("2023-05-31", 0, "2023-05-31"),
  ])
  func `keeps the day or takes the last of a shorter month`(from: String, months: Int, to: String)
    throws
  {
    #expect(try #require(CalendarDate(from)).adding(months: months).description == to)
  }

  @Test func `agrees with dateutil on fifteen thousand sums`() throws {
    let start = try #require(CalendarDate("2019-01-01"))
    var checksum = Checksum()
    for day in 0..<1500 {
      for months in [-37, -12, -6, -1, 1, 6, 12, 18, 36, 48] {
        checksum.add("\(start.adding(days: day).adding(months: months))\n")
      }
    }
    // hash of f"{d + relativedelta(months=k)}\n"
    #expect(checksum.value == 0xa2f5_51e4_6ffb_ce7d)
  }

  @Test func `twice is not the same as adding the sum`() throws {
    let date = try #require(CalendarDate("2023-01-31"))
    #expect(date.adding(months: 1).adding(months: 1).description == "2023-03-28")
    #expect(date.adding(months: 2).description == "2023-03-31")
  }
}

struct `Arithmetic beyond the calendar` {
  private let date = CalendarDate(dayNumber: 20_778)

  @Test(arguments: [4_000_000, 999_999_999_999_999_999, Int.max])
  func `stops at its last day`(count: Int) {
    #expect(date.adding(days: count) == .last)
    #expect(date.adding(months: count) == .last)
    #expect(CalendarDate(dayNumber: count) == .last)
    #expect(CalendarDate.last.description == "9999-12-31")
  }

  @Test(arguments: [-4_000_000, -999_999_999_999_999_999, Int.min])
  func `stops at its first day`(count: Int) {
    #expect(date.adding(days: count) == .first)
    #expect(date.adding(months: count) == .first)
    #expect(CalendarDate(dayNumber: count) == .first)
    #expect(CalendarDate.first.description == "0001-01-01")
  }

  @Test func `stops one month too far on either side`() {
    #expect(CalendarDate.last.adding(months: 1) == .last)
    #expect(CalendarDate.first.adding(months: -1) == .first)
    #expect(CalendarDate.last.adding(months: -1).description == "9999-11-30")
    #expect(CalendarDate.first.adding(months: 1).description == "0001-02-01")
  }
}

struct `The text of a date` {
  @Test func `is read as ISO 8601 and as the French write it`() {
    #expect(CalendarDate("2026-11-21")?.description == "2026-11-21")
    #expect(CalendarDate("21/11/2026")?.description == "2026-11-21")
    #expect(CalendarDate("05/06/2026")?.description == "2026-06-05")
    #expect(CalendarDate("0987-03-04")?.description == "0987-03-04")
  }

  @Test(arguments: [
    "", "2026-11-2", "2026-1-21", "2026/11/21", "21-11-2026", "2026-02-30", "31/02/2026",
    "2026-13-01", "0000-01-01", "2026-11-21 ", " 2026-11-21", "2O26-11-21", "26/11/21",
    "２026-11-2", "-026-11-21", "2026-11/21",
  ])
  func `is refused in any other form`(text: String) {
    #expect(CalendarDate(text) == nil)
  }
}
