package import Auditing

/// How many criteria stand at each verdict.
package struct VerdictTally: Hashable, Sendable {
  package private(set) var counts: [Assessment.Verdict: Int] = [:]

  /// Counts the derived status of each criterion.
  package init(_ rows: [CriterionRow]) {
    for row in rows { counts[row.verdict, default: 0] += 1 }
  }

  package subscript(verdict: Assessment.Verdict) -> Int { counts[verdict] ?? 0 }

  /// How many criteria are in scope.
  package var total: Int { counts.values.reduce(0, +) }

  /// How many of them have a verdict.
  package var assessed: Int { total - self[.notAssessed] }

  /// The verdicts in the order in which a reader wants them.
  package static let order: [Assessment.Verdict] = [
    .conforming, .nonconforming, .notAssessed, .notApplicable,
  ]
}

/// The share of conforming criteria, or why it is not given.
package enum ConformityRate: Hashable, Sendable {
  /// Conforming over conforming and nonconforming; the inapplicable stand outside.
  case rate(DecimalNumber, conforming: Int, nonconforming: Int, notApplicable: Int)
  case withheld(notAssessed: Int, of: Int)
  case nothingToRate

  /// Derives the rate in percent to one decimal.
  package init(_ tally: VerdictTally) {
    let (conforming, nonconforming) = (tally[.conforming], tally[.nonconforming])
    guard tally[.notAssessed] == 0 else {
      self = .withheld(notAssessed: tally[.notAssessed], of: tally.total)
      return
    }
    guard
      let share = DecimalNumber.divide(
        DecimalNumber(conforming * 100), DecimalNumber(conforming + nonconforming))
    else {
      self = .nothingToRate
      return
    }
    self = .rate(
      share.rounded(to: 1), conforming: conforming, nonconforming: nonconforming,
      notApplicable: tally[.notApplicable])
  }
}
