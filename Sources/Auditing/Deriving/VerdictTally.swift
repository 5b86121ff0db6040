/// How many criteria stand at each verdict.
package struct VerdictTally: Hashable, Sendable {
  package private(set) var counts: [Assessment.Verdict: Int] = [:]

  /// Counts the derived verdict of each criterion in scope.
  package init(_ verdicts: some Sequence<Assessment.Verdict>) {
    for verdict in verdicts { counts[verdict, default: 0] += 1 }
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

extension ConformityRate {
  /// The rate with its formula, or why it is withheld, as half a sentence.
  package var wording: (fr: String, en: String) {
    switch self {
    case .rate(let percent, let conforming, let nonconforming, let notApplicable):
      let value = Quantity(percent, .percent)
      let outside: (fr: String, en: String) =
        notApplicable == 0
        ? ("", "")
        : (
          ", \(notApplicable) sans objet hors du calcul",
          ", \(notApplicable) not applicable outside"
        )
      return (
        """
        \(value.written(in: .fr)) = \(conforming) conformes ÷ (\(conforming) conformes + \
        \(nonconforming) non conformes)\(outside.fr)
        """,
        """
        \(value.written(in: .en)) = \(conforming) conforming ÷ (\(conforming) conforming + \
        \(nonconforming) nonconforming)\(outside.en)
        """
      )
    case .withheld(let open, let total):
      return (
        """
        taux non donné\u{A0}: \(open) critères sur \(total) ne sont pas entièrement évalués \
        (il sera\u{A0}: conformes ÷ (conformes + non conformes))
        """,
        """
        rate withheld: \(open) of \(total) criteria not fully assessed \
        (it will be: conforming ÷ (conforming + nonconforming))
        """
      )
    case .nothingToRate:
      return (
        "taux non donné\u{A0}: aucun critère n’est conforme ou non conforme",
        "rate withheld: no criterion is conforming or nonconforming"
      )
    }
  }
}
