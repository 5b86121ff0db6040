import Auditing
import Scheduling

/// The cycles of the labels of a dossier as it decided them, apart from its journal.
struct CyclePlan: Sendable {
  let sites: [Site]
  /// The labels in force.
  let labels: [Label]
  /// What was decided of the milestones of each label, by its key.
  private let decisions: [String: [MilestoneDecision]]
  /// The decisions that contradict one another, by the key of the label.
  private let contests: [String: [MilestoneDecision]]

  /// Takes the labels of a dossier, with what was decided about them.
  init(_ state: State) {
    sites = state.sites
    labels = state.labels.filter { !$0.isWithdrawn }
    decisions = Dictionary(grouping: state.milestoneDecisions, by: \.label)
    contests = Dictionary(grouping: state.contestedMilestones, by: \.label)
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
    let contested = Dictionary(grouping: contests[label.key] ?? [], by: \.milestone)
    let dates = Array(decided.values) + contested.values.compactMap(\.earliest)
    let milestones = cycle(of: label).milestones(decided: Self.days(dates))
    let open = Self.open(contested, decided, milestones)
    return milestones.map { milestone in
      let decision = decided[milestone.kind.rawValue]
      let contest = contested[milestone.kind.rawValue] ?? []
      let isOpen = open.contains(milestone.kind) && decision?.status ?? .planned == .planned
      let status: Milestone.Standing =
        label.isStandingContested || isOpen || !contest.isEmpty
        ? .contested : status(of: milestone, decision, label, on: today, isRenewed: isRenewed)
      return PlannedMilestone(
        id: "\(isLatest ? label.site : label.key)/\(milestone.kind.rawValue)", label: label,
        milestone: milestone, decision: decision, contest: contest, isDayOpen: isOpen,
        status: status)
    }
  }

  private static func days(_ decisions: [MilestoneDecision]) -> [Milestone.Kind: CalendarDate] {
    let days = decisions.compactMap { decision in
      Milestone.Kind(rawValue: decision.milestone).flatMap { kind in
        decision.date.map { (kind, $0) }
      }
    }
    return Dictionary(days) { _, last in last }
  }

  /// The milestones whose day is not established: people gave several, or it is counted from such
  /// a one.
  private static func open(
    _ contested: [String: [MilestoneDecision]], _ decided: [String: MilestoneDecision],
    _ milestones: [Milestone]
  ) -> Set<Milestone.Kind> {
    let disputed = contested.filter { Set($0.value.map(\.date)).count > 1 }.keys
    var open = Set(disputed.compactMap { Milestone.Kind(rawValue: $0) })
    var known = -1
    while known < open.count {
      known = open.count
      for milestone in milestones where decided[milestone.kind.rawValue]?.date == nil {
        guard case .beforeMilestone(_, let kind, _) = milestone.reason, open.contains(kind),
          contested[milestone.kind.rawValue] == nil
        else { continue }
        open.insert(milestone.kind)
      }
    }
    return open
  }

  /// The cycle of a label on the working days of its site.
  func cycle(of label: Label) -> LabelCycle {
    LabelCycle(label, workingDays: sites.workingDays(at: label.site))
  }

  /// A decision first; what surveillance asks is done once the label is confirmed; a task whose
  /// day has passed is overdue, unless the label has been renewed or has ended.
  private func status(
    of milestone: Milestone, _ decision: MilestoneDecision?, _ label: Label,
    on today: CalendarDate, isRenewed: Bool
  ) -> Milestone.Standing {
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
  /// The decisions that contradict one another; it then stands on the earliest day they give.
  let contest: [MilestoneDecision]
  /// Whether its day is not established.
  let isDayOpen: Bool
  let status: Milestone.Standing

  /// The key of what is decided about it.
  var key: String { EventKind.naturalKey([label.key, milestone.kind.rawValue]) }

  /// Whether it is still to be done, as far as anyone knows.
  var isToDo: Bool { [.planned, .overdue, .contested].contains(status) }
}

extension [MilestoneDecision] {
  /// The one with the earliest day, of those that give one.
  fileprivate var earliest: MilestoneDecision? {
    filter { $0.date != nil }.min { ($0.date ?? .last) < ($1.date ?? .last) }
  }
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
