package import Auditing
package import Scheduling

/// A label with the days of its cycle.
package struct LabelSchedule: Hashable, Sendable {
  package var label: Label
  package var days: [Day]

  /// Creates a schedule.
  package init(label: Label, days: [Day]) {
    self.label = label
    self.days = days
  }

  /// A milestone, how it stands at the date of the report, and why it departs from the plan.
  package struct Day: Hashable, Sendable {
    package var milestone: Milestone
    package var standing: Milestone.Standing
    package var reason: String?

    /// Creates a day of a schedule.
    package init(_ milestone: Milestone, _ standing: Milestone.Standing, reason: String? = nil) {
      self.milestone = milestone
      self.standing = standing
      self.reason = reason
    }
  }
}
