package import Auditing

/// What the items of a sample come to: delays, their mean, the share within the limit, each late one.
package struct SampleResult: Sendable {
  /// One line for each item drawn, in the order of the draw.
  package let lines: [Line]
  /// How long the items took, or what was measured of them.
  package let values: [DecimalNumber]
  package let unit: Unit
  package let limit: Checklist.Target?
  /// The items that were within the limit and met every question, of those that can be judged.
  package let conforming: Proportion?
  /// Each question of a grid with how many items met it, of those where it was answered.
  package let questions: [(question: String, met: Proportion)]

  /// One item drawn.
  package struct Line: Sendable {
    package let rank: Int
    package let item: String
    package let recorded: Sample.Case?
    /// The delay counted, or the value measured; of an item without an answer, the delay so far.
    package let value: Quantity?
    package let verdict: Verdict
  }

  /// What an item is.
  package enum Verdict: String, CaseIterable, Sendable {
    /// Within the limit, every question met.
    case within
    /// Beyond the limit, a question unmet, or said not to conform.
    case beyond
    /// Without an answer, and not yet beyond the limit.
    case pending
    /// Recorded, with no limit against which to hold it.
    case unjudged
    /// Not recorded yet, or in several ways that contradict each other.
    case unrecorded
  }

  /// Adds up the items of the ranks that were drawn, each held against the limit.
  ///
  /// The unit is the indicator's, or days or working days; the working days are those of the site.
  /// An item without an answer is counted up to the date.
  package init(
    _ sample: Sample, ranks: [Int], unit: Unit, limit: Checklist.Target?, days: WorkingDays,
    on date: CalendarDate
  ) {
    self.unit = unit
    self.limit = limit
    let reading = Reading(unit: unit, limit: limit, days: days, date: date)
    lines = ranks.map { rank in
      let recorded = sample.disputed.contains(rank) ? nil : sample.cases[rank]
      let value = recorded.flatMap(reading.value)
      return Line(
        rank: rank, item: sample.population.name(of: rank), recorded: recorded, value: value,
        verdict: recorded.map { reading.verdict(of: $0, value) } ?? .unrecorded)
    }
    values = lines.compactMap { line in
      guard let recorded = line.recorded, recorded.value != nil || recorded.answered != nil
      else { return nil }
      return line.value?.number
    }
    let judged = lines.filter { $0.verdict == .within || $0.verdict == .beyond }
    conforming = Proportion(judged.count { $0.verdict == .within }, of: judged.count)
    questions = Self.questions(of: lines)
  }

  private static func questions(of lines: [Line]) -> [(question: String, met: Proportion)] {
    var names: [String] = []
    var counts: [String: (met: Int, of: Int)] = [:]
    for check in lines.flatMap({ $0.recorded?.checks ?? [] }) {
      if counts[check.question] == nil { names.append(check.question) }
      counts[check.question, default: (0, 0)].of += 1
      if check.isMet { counts[check.question, default: (0, 0)].met += 1 }
    }
    return names.compactMap { name in
      counts[name].flatMap { Proportion($0.met, of: $0.of) }.map { (name, $0) }
    }
  }

  /// How the cases of a sample are read.
  private struct Reading {
    let unit: Unit
    let limit: Checklist.Target?
    let days: WorkingDays
    let date: CalendarDate

    func value(of recorded: Sample.Case) -> Quantity? {
      if let value = recorded.value { return value.converted(to: unit) ?? value }
      guard let received = recorded.received else { return nil }
      let end = recorded.answered ?? max(received, date)
      let count =
        unit == .workingDay
        ? days.count(from: received, to: end) : end.dayNumber - received.dayNumber
      return Quantity(DecimalNumber(count), unit == .workingDay ? .workingDay : .day)
    }

    func verdict(of recorded: Sample.Case, _ value: Quantity?) -> Verdict {
      if recorded.isConforming == false || recorded.checks.contains(where: { !$0.isMet }) {
        return .beyond
      }
      let isMet = value.flatMap { value in limit?.isMet(by: value) }
      let isWaiting = recorded.received != nil && recorded.answered == nil && recorded.value == nil
      if isMet == false { return .beyond }
      if isWaiting { return .pending }
      if isMet == true || recorded.isConforming == true || !recorded.checks.isEmpty {
        return .within
      }
      return .unjudged
    }
  }
}

extension SampleResult {
  /// The items beyond the limit or not conforming.
  package var late: [Line] { lines.filter { $0.verdict == .beyond } }
  package var pending: Int { lines.count { $0.verdict == .pending } }
  package var unrecorded: Int { lines.count { $0.verdict == .unrecorded } }

  /// The mean, and the number in the middle, to two decimals.
  package var mean: Quantity? {
    Statistics.mean(values).map { Quantity($0.rounded(to: 2), measuredUnit) }
  }
  package var median: Quantity? {
    Statistics.median(values).map { Quantity($0.rounded(to: 2), measuredUnit) }
  }

  /// The items with a value that were within the limit.
  package var withinLimit: Proportion? {
    guard let limit else { return conforming }
    let judged = lines.compactMap { line -> Bool? in
      guard line.verdict != .pending, line.verdict != .unrecorded else { return nil }
      return line.value.flatMap { limit.isMet(by: $0) }
    }
    return judged.isEmpty ? conforming : Proportion(judged.count { $0 }, of: judged.count)
  }

  /// The unit in which the items were measured.
  private var measuredUnit: Unit { lines.lazy.compactMap(\.value).first?.unit ?? unit }
}
