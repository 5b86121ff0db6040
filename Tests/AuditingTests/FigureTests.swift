import Auditing
import Testing

struct `A proportion` {
  // The bounds were computed apart, by the closed formula in another language.
  @Test(arguments: [
    (8, 10, "80 %", "49 %", "94.3 %"), (0, 20, "0 %", "0 %", "16.1 %"),
    (20, 20, "100 %", "83.9 %", "100 %"), (384, 412, "93.2 %", "90.4 %", "95.3 %"),
    (1, 3, "33.3 %", "6.1 %", "79.2 %"),
  ])
  func `goes with its Wilson interval`(
    _ count: Int, _ n: Int, _ rate: String, _ low: String, _ high: String
  ) throws {
    let proportion = try #require(Proportion(count, of: n))
    #expect(proportion.rate.description == rate)
    #expect(proportion.interval.low.description == low)
    #expect(proportion.interval.high.description == high)
    for language in Language.allCases {
      #expect(proportion.written(in: language).contains("\(n)"))
    }
  }

  @Test func `of counts that overflow when added is still a rate, and none for more than all`() {
    let most = 9_007_199_254_740_991
    let answers = (0..<2200).map {
      Survey.Answer("\($0)", count: most, sense: $0 < 1100 ? .favourable : .other)
    }
    #expect(answers.prefix(1100).map(\.count).saturatingSum == .max)
    #expect([most, 1, -most].saturatingSum == 1)
    #expect(Array(answers.prefix(1100)).proportion?.rate.description == "100 %")
    #expect(answers.proportion?.n == .max)
    let two = [answers[0], answers[1], answers[2199]]
    #expect(two.proportion?.rate.description == "66.7 %")
    #expect(Proportion(.max, of: .max)?.interval.high.description == "100 %")
  }

  @Test func `of nothing, or of more than all, is none`() {
    #expect(
      Proportion(0, of: 0) == nil && Proportion(3, of: 2) == nil && Proportion(-1, of: 2) == nil)
  }
}

struct `A draw` {
  /// FNV-1a, which stands in for the digest: the draw must not depend on which it is.
  private func ticket(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  @Test func `takes each item once, and a larger one takes the same first`() {
    let all = Drawing.ranks(of: 50, size: 50, seed: "s", ticket: ticket)
    #expect(all.sorted() == Array(1...50))
    for size in [1, 7, 49] {
      #expect(
        Drawing.ranks(of: 50, size: size, seed: "s", ticket: ticket) == Array(all.prefix(size)))
    }
    #expect(Drawing.ranks(of: 50, size: 50, seed: "t", ticket: ticket) != all)
    #expect(Drawing.ranks(of: 0, size: 3, seed: "s", ticket: ticket) == [])
    #expect(Drawing.ranks(of: 1 << 53, size: 3, seed: "s", ticket: ticket) == [])
  }
}

struct `What numbers add up to` {
  private func numbers(_ texts: [String]) -> [DecimalNumber] {
    texts.compactMap { DecimalNumber($0) }
  }

  @Test func `is their mean and the one in the middle`() {
    #expect(Statistics.mean(numbers(["1", "2", "4"]))?.description == "2.333333333")
    #expect(Statistics.median(numbers(["4", "1", "2"]))?.description == "2")
    #expect(Statistics.median(numbers(["4", "1", "2", "3.5"]))?.description == "2.75")
    #expect(Statistics.mean([]) == nil && Statistics.median([]) == nil)
  }
}

struct `A series of measures` {
  private func series(_ periods: [String]) throws -> Series {
    let measures = periods.map {
      Measure(
        key: $0, indicator: "IND-04", site: "digne", period: $0,
        value: Quantity(DecimalNumber(94), .percent), by: "", at: Timestamp(milliseconds: 0))
    }
    return try #require(Series.all(measures).first)
  }

  private let quarter = Quantity(DecimalNumber(3), .month)

  @Test func `says which periods have no value`() throws {
    let series = try series(["2020-T4", "2019-T4", "2020-T1"])
    #expect(series.measures.map(\.period) == ["2019-T4", "2020-T1", "2020-T4"])
    #expect(series.missing(every: quarter).map(\.written) == ["2020-Q2", "2020-Q3"])
    #expect(
      try self.series(["2018", "2021"]).missing(every: Quantity(DecimalNumber(1), .year))
        .map(\.written) == ["2019", "2020"])
  }

  @Test func `of finer periods than its frequency lacks none`() throws {
    let series = try series(["2020-01", "2020-02", "2020-03"])
    #expect(series.missing(every: Quantity(DecimalNumber(1), .year)).isEmpty)
    #expect(try self.series(["2020"]).missing(every: quarter).isEmpty)
  }

  @Test func `is stale once the next value was due`() throws {
    let series = try series(["2020-T1"])
    func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
    #expect(series.staleSince(every: quarter, on: try day("2020-06-30")) == nil)
    #expect(series.staleSince(every: quarter, on: try day("2020-07-01")) == (try day("2020-06-30")))
  }

  @Test(arguments: [
    "2020", "2020-S2", "2020-Q3", "2020-02", "2020-02-29", "2020-02-01..2020-02-28",
  ])
  func `names a period as shortly as it can be`(_ text: String) throws {
    #expect(try #require(Period(text)).written == text)
  }
}
