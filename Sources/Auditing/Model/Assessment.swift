/// One row per criterion and site in scope, with its verdict.
package struct Assessment: Hashable, Sendable {
  package var criterion: String
  package var site: String
  package var verdict: Verdict
  /// Why, which a verdict of not applicable requires.
  package var reason: String?
  /// Whether several people said different things: it then counts as not assessed.
  package var isInConflict = false
  package var by: String?
  package var at: Timestamp?

  /// Creates an assessment.
  package init(criterion: String, site: String, verdict: Verdict = .notAssessed) {
    self.criterion = criterion
    self.site = site
    self.verdict = verdict
  }

  /// What was concluded of a criterion at a site, or of a criterion over its sites.
  package enum Verdict: String, CaseIterable, Sendable {
    case notAssessed = "not-assessed"
    case conforming
    case nonconforming
    case notApplicable = "not-applicable"
  }
}

/// What the assessments of one criterion over the sites in scope add up to.
package struct CriterionStatus: Hashable, Sendable {
  /// Nothing when no site is in scope.
  package let verdict: Assessment.Verdict?
  package let assessed: Int
  package let sites: Int

  /// Derives it: nonconforming if it is so at any site; else not assessed if any is not
  /// assessed or in conflict; else conforming if any is; else not applicable.
  package init(_ assessments: [Assessment]) {
    self.init(verdicts: assessments.map { $0.isInConflict ? .notAssessed : $0.verdict })
  }

  /// Derives it in the same way from verdicts that were derived themselves, as a module's is.
  package init(verdicts: [Assessment.Verdict]) {
    sites = verdicts.count
    assessed = verdicts.filter { $0 != .notAssessed }.count
    verdict =
      if verdicts.isEmpty {
        nil
      } else if verdicts.contains(.nonconforming) {
        .nonconforming
      } else if verdicts.contains(.notAssessed) {
        .notAssessed
      } else if verdicts.contains(.conforming) {
        .conforming
      } else {
        .notApplicable
      }
  }
}
