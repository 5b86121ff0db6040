/// What was found of one criterion at the sites where it is in scope, and what that adds up to.
package struct CriterionStanding: Sendable {
  package let criterion: Checklist.Criterion
  package let assessments: [Assessment]
  package let status: CriterionStatus

  /// The derived verdict; without a site nothing is assessed.
  package var verdict: Assessment.Verdict { status.verdict ?? .notAssessed }
}

extension State {
  /// The criteria in scope at one visited site at least, in the order of the checklist; of one
  /// site alone where it is named.
  package func standings(in audit: Audit, on checklist: Checklist, at site: String? = nil)
    -> [CriterionStanding]
  {
    let rows = assessments(in: audit, on: checklist).filter { site == nil || $0.site == site }
    let byCriterion = Dictionary(grouping: rows, by: \.criterion)
    return checklist.criteria.compactMap { criterion in
      guard let rows = byCriterion[criterion.id] else { return nil }
      return CriterionStanding(
        criterion: criterion, assessments: rows, status: CriterionStatus(rows))
    }
  }
}

extension [CriterionStanding] {
  /// How many of them stand at each verdict.
  package var tally: VerdictTally { VerdictTally(map(\.verdict)) }

  /// What they add up to together, by the same rule as a criterion over its sites.
  package var status: CriterionStatus { CriterionStatus(verdicts: map(\.verdict)) }
}
