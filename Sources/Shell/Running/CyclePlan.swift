import Auditing
import Scheduling

/// The cycles of the labels of a dossier as it decided them, apart from its journal.
struct CyclePlan: Sendable {
  let sites: [Site]
  /// The labels in force.
  let labels: [Label]
  /// What was decided of the milestones of each label, by its key.
  private let decisions: [String: [MilestoneDecision]]

  /// Takes the labels of a dossier, with what was decided about them.
  init(_ state: State) {
    sites = state.sites
    labels = state.labels.filter { !$0.isWithdrawn }
    decisions = Dictionary(grouping: state.milestoneDecisions, by: \.label)
  }

  /// The milestones of all labels in force, in order of their days.
  func milestones(on today: CalendarDate) -> [PlannedMilestone] {
    labels.flatMap { milestones(of: $0, on: today) }
      .sorted { ($0.milestone.date, $0.id) < ($1.milestone.date, $1.id) }
  }

  /// The milestones of one label, each as it stands on a day.
  func milestones(of label: Label, on today: CalendarDate) -> [PlannedMilestone] {
    let isLatest = labels.filter { $0.site == label.site }.max { $0.until < $1.until } == label
    let isRenewed = labels.contains {
      $0.site == label.site && $0.checklist == label.checklist && $0.from > label.from
    }
    let decided = Dictionary(
      (decisions[label.key] ?? []).map { ($0.milestone, $0) }, uniquingKeysWith: { _, last in last }
    )
    let dates = decided.compactMap { word, decision in
      Milestone.Kind(rawValue: word).flatMap { kind in decision.date.map { (kind, $0) } }
    }
    return cycle(of: label).milestones(decided: Dictionary(dates) { _, last in last }).map {
      milestone in
      let decision = decided[milestone.kind.rawValue]
      return PlannedMilestone(
        id: "\(isLatest ? label.site : label.key)/\(milestone.kind.rawValue)", label: label,
        milestone: milestone, decision: decision,
        status: status(of: milestone, decision, label, on: today, isRenewed: isRenewed))
    }
  }

  /// The cycle of a label on the working days of its site.
  func cycle(of label: Label) -> LabelCycle {
    LabelCycle(label, workingDays: sites.workingDays(at: label.site))
  }

  /// Contested as long as the label is; else a decision first; what surveillance asks is done once the label is confirmed; a task whose
  /// day has passed is overdue, unless the label has been renewed or has ended.
  private func status(
    of milestone: Milestone, _ decision: MilestoneDecision?, _ label: Label,
    on today: CalendarDate, isRenewed: Bool
  ) -> Milestone.Standing {
    if label.isStandingContested { return .contested }
    switch decision?.status {
    case .done?: return .done
    case .cancelled?: return .cancelled
    case .planned?, nil: break
    }
    if milestone.kind.isOfSurveillance, label.confirmed != nil { return .done }
    let isOver = isRenewed || today > label.until
    return milestone.kind.isTask && milestone.date < today && !isOver ? .overdue : .planned
  }
}

/// A milestone of the cycle of one label, with what was decided about it.
struct PlannedMilestone {
  /// What a person types for it: `digne/internal-audit`, with the checklist and first day of the
  /// label between them where it is not the label of the site that ends last.
  let id: String
  let label: Label
  let milestone: Milestone
  let decision: MilestoneDecision?
  let status: Milestone.Standing

  /// Whether it is still to be done, as far as anyone knows.
  var isToDo: Bool { [.planned, .overdue, .contested].contains(status) }
}

extension WorkingDays {
  /// The working days at a site: Monday to Friday but for the public holidays that it keeps.
  init(at site: Site?) {
    let holidays = site?.holidays.flatMap { HolidayCalendar(word: $0) }
    self.init(.fiveDay, holidays: holidays ?? .metropolitan)
  }
}

extension [Site] {
  /// The working days at one of the sites.
  func workingDays(at site: String?) -> WorkingDays { WorkingDays(at: first { $0.id == site }) }
}
