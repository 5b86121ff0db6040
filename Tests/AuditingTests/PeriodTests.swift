import Auditing
import Testing

struct `A period` {
  @Test(arguments: [
    ("2026", "2026-01-01", "2026-12-31"), ("2026-02", "2026-02-01", "2026-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("2026-12", "2026-12-01", "2026-12-31"),
    ("2026-Q1", "2026-01-01", "2026-03-31"), ("2026-T4", "2026-10-01", "2026-12-31"),
    ("2026-t2", "2026-04-01", "2026-06-30"), ("2026-S1", "2026-01-01", "2026-06-30"),
    ("2026-s2", "2026-07-01", "2026-12-31"), ("2026-11-21", "2026-11-21", "2026-11-21"),
    ("2014-06-03..2014-06-30", "2014-06-03", "2014-06-30"),
    ("2025-12-30..2026-01-02", "2025-12-30", "2026-01-02"),
    ("2026-01-01..2026-01-01", "2026-01-01", "2026-01-01"),
  ])
  func `is a stretch of whole days`(text: String, first: String, last: String) {
    let period = Period(text)
    #expect(period?.first.description == first)
    #expect(period?.last.description == last)
  }

  @Test(arguments: [
    "", "26", "20260", "2026-", "2026-0", "2026-00", "2026-13", "2026-Q0", "2026-Q5", "2026-T",
    "2026-S3", "2026-X1", "2026-1", "2026-Q1-2", "abcd", "2026 ", " 2026", "2026..2027",
    "2026-01-02..2026-01-01", "2026-01-01..", "..2026-01-01", "2026-01-01..2026-01-02..2026-01-03",
    "2026-02-30", "2026-01-01...2026-01-02",
  ])
  func `is refused in any other form`(_ text: String) {
    #expect(Period(text) == nil)
  }
}

struct `A period in normal form` {
  @Test(arguments: [
    ("2025-Q1", "2025-T1"), ("2025-t1", "2025-T1"), ("2025-01-01..2025-03-31", "2025-T1"),
    ("2025-01-01..2025-12-31", "2025"), ("2025-S2", "2025-S2"), ("2025-06", "2025-06"),
  ])
  func `is one, however it is written`(_ text: String, _ normal: String) throws {
    #expect(try #require(Period(text)).normal == normal)
    #expect(Period(normal)?.normal == normal)
    #expect(Period.normal(id: "IND-01/digne/\(text)/share") == "IND-01/digne/\(normal)/share")
  }
}
