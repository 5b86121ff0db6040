import Auditing
import Testing

struct `A timestamp` {
  @Test(arguments: [
    ("2026-11-21T08:47:04.560Z", 1_795_250_824_560), ("2026-11-21T09:47+01:00", 1_795_250_820_000),
    ("1969-12-31T23:59:59.999Z", -1), ("2020-02-29T00:00:00+14:00", 1_582_884_000_000),
    ("1900-01-01T00:00:00Z", -2_208_988_800_000), ("1970-01-01T00:00:00-00:30", 1_800_000),
    ("1970-01-01T00:00Z", 0),
  ])
  func `reads RFC 3339 as Python does`(text: String, milliseconds: Int) {
    #expect(Timestamp(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "2026-11-21T08:47:04.560Z", "1969-12-31T23:59:59.999Z", "0001-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999Z", "2024-02-29T12:00:00.007Z",
  ])
  func `is written as it was read`(text: String) {
    #expect(Timestamp(text)?.description == text)
  }

  @Test func `keeps milliseconds and drops finer digits`() {
    #expect(Timestamp("2026-11-21T08:47:04.5Z")?.description == "2026-11-21T08:47:04.500Z")
    #expect(Timestamp("2026-11-21T08:47:04.5609999Z")?.description == "2026-11-21T08:47:04.560Z")
  }

  @Test func `gives back the offset that was written`() {
    #expect(Timestamp.read("2026-11-21T09:47:00+01:00")?.offset == 60)
    #expect(Timestamp.read("2026-11-21T04:47:00-03:30")?.offset == -210)
    #expect(Timestamp.read("2026-11-21T08:47:00Z")?.offset == 0)
  }

  @Test(arguments: [
    "", "2026-11-21", "2026-11-21T08:47", "2026-11-21 08:47:04Z", "21/11/2026T08:47:04Z",
    "2026-02-30T08:47:04Z", "2026-11-21T24:00:00Z", "2026-11-21T08:60:00Z",
    "2026-11-21T08:47:60Z", "2026-11-21T08:47:04.Z", "2026-11-21T08:47:04Zulu",
    "2026-11-21T08:47:04+1:00", "2026-11-21T08:47:04+24:00", "2026-11-21T08:47:04+01:60",
    "2026-11-21T8:47:04Z+00:00", "2026-11-21T08:47:04.560",
  ])
  func `refuses any other text`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `refuses an instant outside the years 1 to 9999`() {
    #expect(Timestamp("0001-01-01T00:00:00+00:01") == nil)
    #expect(Timestamp("9999-12-31T23:59:59-00:01") == nil)
    #expect(Timestamp("0001-01-01T00:01:00+00:01")?.description == "0001-01-01T00:00:00.000Z")
  }

  @Test func `falls on the civil day of the place`() throws {
    let late = try #require(Timestamp("2026-11-20T23:30:00Z"))
    #expect(late.date().description == "2026-11-20")
    #expect(late.date(offsetMinutes: 60).description == "2026-11-21")
    let beforeEpoch = try #require(Timestamp("1969-12-31T23:59:59.999Z"))
    #expect(beforeEpoch.date().description == "1969-12-31")
  }

  @Test func `is shown to the second in reports`() {
    #expect(Timestamp(milliseconds: 1_795_250_824_560).seconds == "2026-11-21 08:47:04 UTC")
    #expect(Timestamp(milliseconds: -1).seconds == "1969-12-31 23:59:59 UTC")
  }

  @Test func `comes before a later one`() {
    #expect(Timestamp(milliseconds: -1) < Timestamp(milliseconds: 0))
  }
}
