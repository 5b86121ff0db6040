import Auditing
import Scheduling
import Testing

struct `The result of a sample` {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func sample(_ cases: [(String, String?)]) throws -> Sample {
    var sample = Sample(
      key: "k", id: "E1", audit: "a", population: .init(count: 100), method: Drawing.method,
      seed: "s", size: cases.count, firstSize: cases.count, by: "c",
      at: Timestamp(milliseconds: 0))
    for (place, dates) in cases.enumerated() {
      var one = Sample.Case()
      one.received = try day(dates.0)
      one.answered = try dates.1.map(day)
      sample.cases[place + 1] = one
    }
    return sample
  }

  private func result(
    _ sample: Sample, _ unit: Unit, _ limit: String, _ holidays: HolidayCalendar = .metropolitan,
    on date: String = "2026-12-31"
  ) throws -> SampleResult {
    SampleResult(
      sample, ranks: Array(1...sample.size), unit: unit,
      limit: Checklist.Target(limit, unit: unit),
      days: WorkingDays(holidays: holidays), on: try day(date))
  }

  @Test func `counts calendar days or working days`() throws {
    // From Thursday 30 April over Labour Day and a week-end to Tuesday 5 May 2026.
    let sample = try sample([("2026-04-30", "2026-05-05")])
    #expect(try result(sample, .day, "<= 5 d").mean?.description == "5 d")
    #expect(try result(sample, .workingDay, "<= 5 wd").mean?.description == "2 wd")
  }

  @Test(arguments: [
    (HolidayCalendar.metropolitan, "2 wd"), (.alsaceMoselle, "1 wd"), (.none, "3 wd"),
  ])
  func `keeps the holidays of the site`(_ calendar: HolidayCalendar, _ days: String) throws {
    // Over Good Friday and Easter Monday 2026, to the Tuesday after.
    let sample = try sample([("2026-04-02", "2026-04-07")])
    #expect(try result(sample, .workingDay, "<= 1 wd", calendar).mean?.description == days)
  }

  @Test func `is held against a limit as strictly as it is set`() throws {
    let sample = try sample([("2026-06-01", "2026-06-06"), ("2026-06-01", "2026-06-03")])
    #expect(try result(sample, .day, "<= 5 d").late.isEmpty)
    let strict = try result(sample, .day, "< 5 d")
    #expect(strict.late.map(\.rank) == [1])
    #expect(strict.withinLimit?.rate.description == "50 %")
    #expect(strict.mean?.description == "3.5 d" && strict.median?.description == "3.5 d")
  }

  @Test func `counts a case without an answer as late once it is, and never in the mean`() throws {
    let sample = try sample([("2026-06-01", nil), ("2026-06-01", "2026-06-02")])
    let early = try result(sample, .day, "<= 5 d", on: "2026-06-04")
    #expect(early.pending == 1 && early.late.isEmpty)
    let later = try result(sample, .day, "<= 5 d", on: "2026-06-07")
    #expect(later.pending == 0 && later.late.map(\.rank) == [1])
    #expect(later.mean?.description == "1 d" && later.withinLimit?.n == 2)
  }

  @Test func `of a grid gives each question its rate`() throws {
    var sample = try sample([("2026-06-01", nil), ("2026-06-01", nil)])
    for (rank, flags) in [(1, [true, false]), (2, [true])] {
      var one = Sample.Case()
      one.checks = zip(["décroché", "se présente"], flags).map { .init($0, $1) }
      sample.cases[rank] = one
    }
    let result = try result(sample, .day, "<= 5 d")
    #expect(result.questions.map(\.question) == ["décroché", "se présente"])
    #expect(result.questions.map(\.met.n) == [2, 1])
    #expect(result.late.map(\.rank) == [1])
  }
}
