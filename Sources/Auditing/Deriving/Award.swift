/// What the rules of a checklist say of one site: whether the label would be awarded.
///
/// The rules come as they were evaluated; this only says what follows from them.
package struct Award: Sendable {
  package let site: String
  /// The rules in the order of the checklist, each with what it came to.
  package let rules: [(rule: Checklist.Rule, outcome: Outcome)]
  /// The assessments in scope at the site.
  package let assessments: [Assessment]
  /// The ids of the contradictions that concern the site and that nobody has settled.
  package let conflicts: [String]

  /// Creates the award of a site.
  package init(
    site: String, rules: [(rule: Checklist.Rule, outcome: Outcome)], assessments: [Assessment],
    conflicts: [String] = []
  ) {
    self.site = site
    self.rules = rules
    self.assessments = assessments
    self.conflicts = conflicts
  }

  /// What is concluded, from the worst.
  package enum Verdict: String, CaseIterable, Sendable {
    /// A rule of award does not hold, whatever is still to be assessed.
    case unfavourable
    /// Something in scope is not assessed or anything is in conflict, or a rule cannot be
    /// evaluated.
    case withheld
    /// The rules of award hold, and a limit is passed.
    case conditional
    case favourable
  }

  /// What evaluating a rule gave.
  package enum Outcome: Hashable, Sendable {
    case holds
    case fails
    /// It could not be evaluated, for a reason.
    case undecided(LocalizedText)
  }

  /// How many assessments are established.
  package var assessed: Int {
    assessments.count { !$0.isInConflict && $0.verdict != .notAssessed }
  }

  /// The rules that do not hold, or could not be evaluated.
  package var failing: [Checklist.Rule] { rules.filter { $0.outcome != .holds }.map(\.rule) }

  /// The verdict: a failed rule of award decides; else what is incomplete withholds it; else a
  /// passed limit makes it conditional.
  package var verdict: Verdict {
    func fails(_ kind: Checklist.Rule.Kind) -> Bool {
      rules.contains { $0.rule.kind == kind && $0.outcome == .fails }
    }
    if fails(.award) { return .unfavourable }
    let isUndecided = rules.contains { if case .undecided = $0.outcome { true } else { false } }
    if isUndecided || assessments.isEmpty || assessed < assessments.count || !conflicts.isEmpty {
      return .withheld
    }
    return fails(.limit) ? .conditional : .favourable
  }

  /// The weakest provenance of the rules: a decision is no better founded than they are.
  package var provenance: Checklist.Provenance? {
    let order = Checklist.Provenance.allCases
    return rules.map(\.rule.provenance).max {
      (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0)
    }
  }
}
