import Auditing
import Scheduling

/// A milestone of the cycle of one label, with what was decided about it.
struct PlannedMilestone {
  /// What a person types for it: `digne/internal-audit`, with the checklist and first day of the
  /// label between them where it is not the label of the site that ends last.
  let id: String
  let label: Label
  let milestone: Milestone
  let decision: MilestoneDecision?
  let status: Milestone.Standing

  /// Whether it is still to be done.
  var isToDo: Bool { status == .planned || status == .overdue }
}

extension Session {
  /// The milestones of all labels in force, in order of their days.
  func plannedMilestones() -> [PlannedMilestone] {
    let labels = state.labels.filter { !$0.isWithdrawn }
    let decisions = Dictionary(grouping: state.milestoneDecisions, by: \.label)
    return labels.flatMap { label in
      let isLatest = labels.filter { $0.site == label.site }.max { $0.until < $1.until } == label
      let isRenewed = labels.contains {
        $0.site == label.site && $0.checklist == label.checklist && $0.from > label.from
      }
      return planned(label, decisions[label.key] ?? []).map { milestone, decision in
        PlannedMilestone(
          id: "\(isLatest ? label.site : label.key)/\(milestone.kind.rawValue)", label: label,
          milestone: milestone, decision: decision,
          status: status(of: milestone, decision, label, isRenewed: isRenewed))
      }
    }.sorted { ($0.milestone.date, $0.id) < ($1.milestone.date, $1.id) }
  }

  /// The cycle of a label with what was decided in it.
  private func planned(_ label: Label, _ decisions: [MilestoneDecision])
    -> [(Milestone, MilestoneDecision?)]
  {
    let decided = Dictionary(
      decisions.map { ($0.milestone, $0) }, uniquingKeysWith: { _, last in last })
    let days = decided.compactMap { word, decision in
      Milestone.Kind(rawValue: word).flatMap { kind in decision.date.map { (kind, $0) } }
    }
    return cycle(of: label).milestones(decided: Dictionary(days) { _, last in last }).map {
      ($0, decided[$0.kind.rawValue])
    }
  }

  /// The cycle of a label on the working days of its site.
  func cycle(of label: Label) -> LabelCycle {
    LabelCycle(label, workingDays: workingDays(at: label.site))
  }

  /// A decision first; what surveillance asks is done once the label is confirmed; a task whose
  /// day has passed is overdue, unless the label has been renewed or has ended.
  private func status(
    of milestone: Milestone, _ decision: MilestoneDecision?, _ label: Label, isRenewed: Bool
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

  /// The label that an id means: its site where that has but one in force, else its whole key.
  func label(_ word: String, at range: Range<Int>?) throws -> Label {
    _ = try openDossier()
    let labels = state.labels.filter { !$0.isWithdrawn }
    if let label = labels.first(where: { $0.key.folded == word.folded }) { return label }
    let named = labels.filter { $0.site.folded == word.folded }
    if let label = named.first, named.count == 1 { return label }
    if named.count > 1 { throw Failure(.ambiguousRecord(word, named.map(\.key)), at: range) }
    let known = labels.map { label in
      labels.count { $0.site == label.site } == 1 ? label.site : label.key
    }
    throw Failure(
      .unknownRecord(
        .label, word, known: known, suggestion: Suggestion.nearest(to: word, among: known)),
      at: range)
  }

  /// The milestone that an id means, its kind in either language.
  func milestone(_ word: String, at range: Range<Int>?) throws -> PlannedMilestone {
    _ = try openDossier()
    let planned = plannedMilestones()
    let wanted = word.folded
    let found = planned.first { one in
      let kind = Choices.french(one.milestone.kind.rawValue, Choices.milestoneKinds)
      let place = one.id.dropLast(one.milestone.kind.rawValue.count)
      return one.id.folded == wanted || "\(place)\(kind)".folded == wanted
    }
    if let found { return found }
    let known = planned.map(\.id)
    throw Failure(
      .unknownRecord(
        .milestone, word, known: known, suggestion: Suggestion.nearest(to: word, among: known)),
      at: range)
  }
}
