import Auditing
import Scheduling
import Testing

struct `Working days` {
  private let five = WorkingDays(.fiveDay)
  private let six = WorkingDays(.sixDay)

  @Test(arguments: [
    ("2026-11-20", 5, "2026-11-27", "2026-11-26"), ("2026-12-24", 5, "2027-01-04", "2026-12-31"),
    ("2023-11-25", -5, "2023-11-20", "2023-11-20"), ("2026-05-15", -3, "2026-05-11", "2026-05-11"),
    ("2027-01-04", -5, "2026-12-24", "2026-12-28"), ("2026-11-21", 0, "2026-11-21", "2026-11-21"),
    ("2026-11-21", 1, "2026-11-23", "2026-11-23"), ("2026-11-21", -1, "2026-11-20", "2026-11-20"),
  ])
  func `differ between Monday to Friday and Monday to Saturday`(
    from: String, count: Int, ouvres: String, ouvrables: String
  ) throws {
    let date = try #require(CalendarDate(from))
    #expect(five.adding(count, to: date).description == ouvres)
    #expect(six.adding(count, to: date).description == ouvrables)
  }

  @Test func `agree with Python on nine thousand six hundred sums`() throws {
    let start = try #require(CalendarDate("2025-01-01"))
    var checksum = Checksum()
    for day in 0..<800 {
      for count in [-23, -5, -1, 1, 5, 23] {
        let date = start.adding(days: day)
        checksum.add("\(five.adding(count, to: date)) \(six.adding(count, to: date))\n")
      }
    }
    #expect(checksum.value == 0x2904_9172_c140_9756)
  }

  @Test func `agree with Python when counted between two days`() throws {
    let start = try #require(CalendarDate("2025-01-01"))
    var checksum = Checksum()
    for day in stride(from: 0, to: 400, by: 3) {
      for length in [0, 1, 9, 40] {
        let date = start.adding(days: day)
        let end = date.adding(days: length)
        checksum.add("\(five.count(from: date, to: end)) \(six.count(from: date, to: end))\n")
      }
    }
    #expect(checksum.value == 0xa110_66d4_9bca_0e56)
  }

  @Test func `that were added are those that are counted`() throws {
    let start = try #require(CalendarDate("2026-04-30"))
    for count in -40...40 {
      #expect(five.count(from: start, to: five.adding(count, to: start)) == count)
    }
  }

  @Test func `depend on where one is`() throws {
    let goodFriday = try #require(CalendarDate("2026-04-03"))
    #expect(WorkingDays(holidays: .metropolitan).contains(goodFriday))
    #expect(!WorkingDays(holidays: .alsaceMoselle).contains(goodFriday))
    let christmas = try #require(CalendarDate("2026-12-25"))
    #expect(!five.contains(christmas))
    #expect(WorkingDays(holidays: .none).contains(christmas))
  }

  @Test(arguments: [
    ("2022-05-26", "2022-05-25", "2022-05-27"), ("2023-11-25", "2023-11-24", "2023-11-27"),
    ("2026-05-25", "2026-05-22", "2026-05-26"), ("2023-11-24", "2023-11-24", "2023-11-24"),
  ])
  func `are found before and after a day of rest`(text: String, before: String, after: String)
    throws
  {
    let date = try #require(CalendarDate(text))
    #expect(five.onOrBefore(date).description == before)
    #expect(five.onOrAfter(date).description == after)
  }

  @Test func `end with the calendar, however many are asked for`() throws {
    #expect(five.adding(.max, to: CalendarDate.last.adding(days: -30)) == .last)
    #expect(five.adding(.min, to: CalendarDate.first.adding(days: 30)) == .first)
  }

  @Test func `are refused for a reason that can be said`() throws {
    let saturday = try #require(CalendarDate("2023-11-25"))
    #expect(five.rest(on: saturday)?.fr == "un samedi")
    #expect(six.rest(on: saturday) == nil)
    #expect(try five.rest(on: #require(CalendarDate("2023-11-26")))?.en == "a Sunday")
    #expect(
      try five.rest(on: #require(CalendarDate("2022-05-26")))?.fr == "férié (Ascension)")
    #expect(try five.rest(on: #require(CalendarDate("2023-11-24"))) == nil)
  }
}
