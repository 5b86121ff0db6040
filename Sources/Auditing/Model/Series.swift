/// The values of one indicator at one site over time: of one statistic and one item.
package struct Series: Sendable {
  package let indicator: String
  package let site: String
  package let statistic: String
  package let item: String
  /// The measures in the order of their periods.
  package let measures: [Measure]

  /// The series that some measures make, in the order in which they first appear.
  package static func all(_ measures: [Measure]) -> [Series] {
    var order: [[String]] = []
    var groups: [[String]: [Measure]] = [:]
    for measure in measures {
      let key = [measure.indicator, measure.site, measure.statistic, measure.item]
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(measure)
    }
    return order.map { key in
      Series(
        indicator: key[0], site: key[1], statistic: key[2], item: key[3],
        measures: (groups[key] ?? []).sorted { left, right in
          Self.end(left) == Self.end(right)
            ? left.period < right.period : Self.end(left) < Self.end(right)
        })
    }
  }

  private static func end(_ measure: Measure) -> CalendarDate {
    Period(measure.period)?.last ?? .first
  }

  /// The last day that a value is known for.
  package var last: CalendarDate? { measures.last.map(Self.end) }

  /// The periods for which no value was recorded between two that have one, at the frequency at
  /// which one is expected; a hundred at most.
  package func missing(every frequency: Quantity) -> [Period] {
    let periods = measures.compactMap { Period($0.period) }
    var missing: [Period] = []
    var covered = periods.first?.last
    for period in periods.dropFirst() {
      while let last = covered, missing.count < 100 {
        let start = last.adding(days: 1)
        guard let end = Self.end(of: start, frequency), end < period.first else { break }
        missing.append(Period(from: start, to: end))
        covered = end
      }
      covered = max(covered ?? period.last, period.last)
    }
    return missing
  }

  /// The day after which the next value was due, when that is past.
  package func staleSince(every frequency: Quantity, on date: CalendarDate) -> CalendarDate? {
    guard let last, let due = Self.end(of: last.adding(days: 1), frequency), due < date
    else { return nil }
    return due
  }

  /// The last day of a stretch of a length that begins on a day.
  private static func end(of start: CalendarDate, _ length: Quantity) -> CalendarDate? {
    let count = length.number.significand
    guard length.number.scale == 0, count > 0, count.canBeEntered else { return nil }
    return switch length.unit {
    case .day: start.adding(days: count - 1)
    case .week: start.adding(days: 7 * count - 1)
    case .month: start.adding(months: count).adding(days: -1)
    case .year: start.adding(months: 12 * count).adding(days: -1)
    default: nil
    }
  }
}
