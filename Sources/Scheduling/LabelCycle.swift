package import Auditing

/// The life of one label, from its grant to its last day, planned backwards.
package struct LabelCycle: Hashable, Sendable {
  /// The day of the grant, which counts as the first.
  package let from: CalendarDate
  /// How long the label is valid, in months.
  package let validity: Int
  /// How long after the grant the surveillance audit is due, in months.
  package let surveillance: Int?
  /// Which day the label itself calls its last.
  package let convention: Label.Convention
  /// The days on which people work at the site.
  package let workingDays: WorkingDays
  /// What is due in it; each is counted from the grant, the end or one before it in the list.
  package let leads: [Milestone.Lead]

  /// Creates a cycle.
  package init(
    from: CalendarDate, validity: Int, surveillance: Int?, convention: Label.Convention = .eve,
    workingDays: WorkingDays = WorkingDays(), leads: [Milestone.Lead] = Milestone.Lead.cycle
  ) {
    self.from = from
    self.validity = validity
    self.surveillance = surveillance
    self.convention = convention
    self.workingDays = workingDays
    self.leads = leads
  }

  /// The same day so many months later: the last day of validity if the label says so.
  package var anniversary: CalendarDate { from.adding(months: validity) }

  /// The day before the anniversary: the last day of validity by default.
  package var eve: CalendarDate { anniversary.adding(days: -1) }

  /// The last day of validity by the label's convention.
  package var lastDay: CalendarDate { convention == .eve ? eve : anniversary }

  /// The end from which everything is planned: the earlier one, whatever the convention.
  ///
  /// A day of rest does not extend a label (Code de procédure civile, article 642, extends only
  /// the periods of a procedure).
  package var plannedEnd: CalendarDate { min(eve, anniversary) }
}

extension LabelCycle {
  /// Creates the cycle of a label, with the working days of its site.
  package init(_ label: Label, workingDays: WorkingDays = WorkingDays()) {
    self.init(
      from: label.from, validity: label.validity, surveillance: label.surveillance,
      convention: label.convention, workingDays: workingDays,
      leads: Milestone.Lead.planned(by: label.milestones))
  }
}
