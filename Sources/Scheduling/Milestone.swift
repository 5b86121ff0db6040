package import Auditing

/// A day of a label's cycle on which something is due.
package struct Milestone: Hashable, Sendable {
  /// What is due.
  package let kind: Kind
  /// The day it is due.
  package let date: CalendarDate
  /// The day the lead alone gives, before a day off or a decision moved it.
  package let nominal: CalendarDate
  /// What the nominal day is counted from.
  package let reason: Reason
  /// Why the day it is due differs from the nominal one; nothing where it does not.
  package let adjustment: Adjustment?
  /// What the lead rests on.
  package let basis: Lead.Basis

  /// What is due.
  package typealias Kind = Checklist.Milestone.Kind

  /// What the nominal day is counted from.
  package enum Reason: Hashable, Sendable {
    /// So long before the end of validity.
    case beforeEnd(Lead.Span, end: CalendarDate)
    /// So long before another milestone.
    case beforeMilestone(Lead.Span, Kind, on: CalendarDate)
    /// So many months after the label was granted.
    case afterGrant(months: Int, from: CalendarDate)
    /// The eve of the anniversary, whatever the convention of the label.
    case lastDay(months: Int, from: CalendarDate, convention: Label.Convention)
  }

  /// Why a day differs from the nominal one.
  package enum Adjustment: Hashable, Sendable {
    /// The nominal day is a day of rest, so the last working day before it is taken.
    case earlier(WorkingDays)
    /// Someone decided on another day.
    case decided
  }
}

extension Checklist.Milestone.Kind {
  /// Whether it stays where the lead puts it, on a day of rest too.
  package var isFixed: Bool { self == .endOfValidity }

  /// Whether it is something to do, and not only a reminder or the end itself.
  package var isTask: Bool {
    switch self {
    case .sixMonthReminder, .threeMonthReminder, .oneMonthReminder, .fiveDayReminder,
      .endOfValidity:
      false
    default: true
    }
  }

  /// Whether the confirmation of the label settles it.
  package var isOfSurveillance: Bool {
    self == .surveillancePreparation || self == .surveillanceAudit
  }
}
