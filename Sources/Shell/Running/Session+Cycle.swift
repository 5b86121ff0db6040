import Auditing
import Scheduling

/// The labels and milestones that a person means.
extension Session {
  /// The milestones of all labels in force, in order of their days.
  func plannedMilestones() -> [PlannedMilestone] { CyclePlan(state).milestones(on: today) }

  /// The label that an id means: its site where that has but one in force, else its whole key.
  func label(_ word: String, at range: Range<Int>?) throws -> Label {
    _ = try openDossier()
    let labels = state.labels.filter { !$0.isWithdrawn }
    if let label = labels.first(where: { $0.key.folded == word.folded }) { return label }
    try refuseContested(word, .label, at: range)
    let named = labels.filter { $0.site.folded == word.folded }
    if let label = named.first, named.count == 1 { return label }
    if named.count > 1 { throw Failure(.ambiguousRecord(word, named.map(\.key)), at: range) }
    let known = labels.map { label in
      labels.count { $0.site == label.site } == 1 ? label.site : label.key
    }
    throw Failure.unknown(.label, word, among: known, at: range)
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
    throw Failure.unknown(.milestone, word, among: known, at: range)
  }
}
