package import Auditing

extension LabelCycle {
  /// The milestones in the order of their days, given the days that someone decided on.
  ///
  /// Leads that reach back to the grant or before it are left out, and so is a surveillance
  /// after the end with its preparation. Nothing moves the last day.
  package func milestones(decided: [Milestone.Kind: CalendarDate] = [:]) -> [Milestone] {
    let plan = Plan(cycle: self, decided: decided)
    return leads.compactMap(plan.milestone).enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      .map(\.element)
  }
}

/// One cycle with what was decided in it.
private struct Plan {
  let cycle: LabelCycle
  let decided: [Milestone.Kind: CalendarDate]

  func milestone(of lead: Milestone.Lead) -> Milestone? {
    if case .milestone(let kind) = lead.anchor {
      guard let lead = self.lead(of: kind), milestone(of: lead) != nil else { return nil }
    }
    guard let origin = origin(of: lead.anchor) else { return nil }
    let nominal = day(lead.span, before: origin)
    let decision = lead.kind.isFixed ? nil : decided[lead.kind]
    guard decision != nil || (cycle.from < nominal && nominal <= cycle.plannedEnd)
    else { return nil }
    let date = decision ?? (lead.kind.isFixed ? nominal : cycle.workingDays.onOrBefore(nominal))
    let adjustment: Milestone.Adjustment? =
      if date == nominal { nil } else if decision != nil { .decided } else {
        .earlier(cycle.workingDays)
      }
    return Milestone(
      kind: lead.kind, date: date, nominal: nominal, reason: reason(of: lead, origin),
      adjustment: adjustment, basis: lead.basis)
  }

  private func lead(of kind: Milestone.Kind) -> Milestone.Lead? {
    cycle.leads.first { $0.kind == kind }
  }

  /// A date and the months to count from it: one addition, so that no month end is lost.
  private typealias Origin = (date: CalendarDate, months: Int)

  private func origin(of anchor: Milestone.Lead.Anchor) -> Origin? {
    switch anchor {
    case .endOfValidity: return (cycle.plannedEnd, 0)
    case .surveillance: return cycle.surveillance.map { (cycle.from, $0) }
    case .milestone(let kind):
      if let day = decided[kind] { return (day, 0) }
      guard let lead = self.lead(of: kind), let origin = origin(of: lead.anchor)
      else { return nil }
      if case .months(let months) = lead.span { return (origin.date, origin.months - months) }
      return (day(lead.span, before: origin), 0)
    }
  }

  private func day(_ span: Milestone.Lead.Span, before origin: Origin) -> CalendarDate {
    switch span {
    case .months(let months): origin.date.adding(months: origin.months - months)
    case .workingDays(let days):
      WorkingDays(.fiveDay, holidays: cycle.workingDays.holidays)
        .adding(-days, to: origin.date.adding(months: origin.months))
    }
  }

  private func reason(of lead: Milestone.Lead, _ origin: Origin) -> Milestone.Reason {
    let anchorDay = origin.date.adding(months: origin.months)
    return switch lead.anchor {
    case .endOfValidity where lead.kind == .endOfValidity:
      .lastDay(months: cycle.validity, from: cycle.from, convention: cycle.convention)
    case .endOfValidity: .beforeEnd(lead.span, end: anchorDay)
    case .surveillance:
      if case .months(let months) = lead.span {
        .afterGrant(months: origin.months - months, from: cycle.from)
      } else {
        .afterGrant(months: origin.months, from: cycle.from)
      }
    case .milestone(let kind): .beforeMilestone(lead.span, kind, on: anchorDay)
    }
  }
}
