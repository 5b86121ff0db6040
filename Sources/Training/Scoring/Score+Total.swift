extension Score {
  /// The findings that count and raise nothing: unsupported, decoys and false alarms.
  package var wrong: Int {
    classes.count {
      switch $0 {
      case .unsupported, .decoy, .falseAlarm: true
      default: false
      }
    }
  }

  package var unsupported: Int { classes.count { $0 == .unsupported } }

  /// The share of the planted faults that were raised.
  package var recall: Double {
    let planted = hits.count + missed.count
    return planted > 0 ? Double(hits.count) / Double(planted) : 0
  }

  /// The share of the findings that raise a fault.
  package var precision: Double {
    let counted = hits.count + wrong
    return counted > 0 ? Double(hits.count) / Double(counted) : 0
  }

  /// The harmonic mean of recall and precision (van Rijsbergen 1979, as F1).
  package var balance: Double {
    let sum = recall + precision
    return sum > 0 ? 2 * recall * precision / sum : 0
  }

  /// The mean evidence of the faults that were raised.
  package var evidence: Double {
    hits.isEmpty ? 0 : hits.map(\.evidence).reduce(0, +) / Double(hits.count)
  }

  /// The share of the earlier findings that were followed up rightly.
  package var followUp: Double { earlier > 0 ? Double(followedUp) / Double(earlier) : 0 }

  /// How well what was found was graded, supported and followed up: from one quarter to 1.
  package var quality: Double {
    let grades = agreement.observed ?? 0
    return earlier > 0
      ? 0.25 * (1 + grades + evidence + followUp) : 0.25 + 0.375 * (grades + evidence)
  }

  /// The points taken off: hints, and five for each criterion wrongly found conforming.
  package var deductions: Int { hintCost + 5 * wronglyConforming.count }

  /// The score, from 0 to 100: balance times quality, less the points taken off.
  package var total: Int { max(0, Int((100 * balance * quality).rounded()) - deductions) }
}
