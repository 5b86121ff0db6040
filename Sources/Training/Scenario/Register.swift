package import Auditing

/// Rows from which a sample is drawn: a mailbox, or values that were measured.
package struct Register: Sendable {
  package let id: String
  package let site: String?
  package let title: LocalizedText
  /// Where it is kept.
  package let at: [String]
  /// The smallest draw that supports what rests on it.
  package let minimum: Int
  package let content: Content
  let plan: Plan?
  let condition: String?

  /// Its rows, in the order in which they would be drawn once no choice is left.
  package enum Content: Sendable {
    case letters([Letter], Limit)
    case values([DecimalNumber], unit: Unit, Target)
  }

  /// A message received, and answered if it was.
  package struct Letter: Hashable, Sendable {
    package let received: CalendarDate
    package let answered: CalendarDate?
    package let subject: String
  }

  /// The time within which an answer is due.
  package struct Limit: Hashable, Sendable {
    package let days: Int
    /// Whether only the days from Monday to Friday count.
    package let isWorkdays: Bool
  }

  /// What each value should reach.
  package struct Target: Sendable {
    package let comparison: Checklist.Target.Comparison
    package let limit: DecimalNumber
  }

  /// How rows are made where none are given.
  struct Plan: Sendable {
    let rows: Int
    /// How many lie beyond the limit or target, and how many more have no answer.
    let beyond: Int
    let unanswered: Int
    let dates: ClosedRange<CalendarDate>?
    let range: (low: DecimalNumber, high: DecimalNumber)?
  }
}

extension Register {
  /// The number of rows there are to draw from.
  package var population: Int {
    if let plan { return plan.rows }
    return switch content {
    case .letters(let letters, _): letters.count
    case .values(let values, _, _): values.count
    }
  }

  /// How many rows lie beyond the limit or target.
  package var beyond: Int {
    if let plan { return plan.beyond + plan.unanswered }
    return Draw(self, size: population).beyond
  }
}

extension Register.Limit {
  /// The days from one date to another, as they count here.
  package func days(from start: CalendarDate, to end: CalendarDate) -> Int {
    guard isWorkdays else { return end.dayNumber - start.dayNumber }
    guard start < end else { return 0 }
    return (start.dayNumber + 1...end.dayNumber).count {
      CalendarDate(dayNumber: $0).weekday <= 5
    }
  }
}

extension Register.Target {
  /// Whether a value reaches it.
  package func isMet(by value: DecimalNumber) -> Bool {
    switch comparison {
    case .less: value < limit
    case .atMost: !(limit < value)
    case .more: limit < value
    case .atLeast: !(value < limit)
    case .equal: !(value < limit) && !(limit < value)
    }
  }
}
