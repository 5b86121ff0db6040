package import Auditing

/// A state that a shape and a tone show beside the words that say it.
package enum Mark: Hashable, Sendable {
  case verdict(Assessment.Verdict)
  case conflict
  case severity(Checklist.Severity)
  case yes, no, unknown
}

extension Mark {
  /// The shape, so that no colour is needed to tell marks apart.
  package var shape: String {
    switch self {
    case .verdict(.conforming), .yes: "✓"
    case .verdict(.nonconforming), .no: "✗"
    case .verdict(.notAssessed): "○"
    case .verdict(.notApplicable): "–"
    case .conflict: "≠"
    case .severity(.strength): "+"
    case .severity(.improvement): "↗"
    case .severity(.sensitive): "◆"
    case .severity(.minor): "▲"
    case .severity(.major): "■"
    case .unknown: "?"
    }
  }

  /// What the state means to a reader at a glance.
  package var tone: Tone {
    switch self {
    case .verdict(.conforming), .severity(.strength), .yes: .good
    case .verdict(.nonconforming), .severity(.major), .no: .bad
    case .severity(.minor), .severity(.sensitive), .conflict: .caution
    case .severity(.improvement): .accent
    case .verdict(.notAssessed), .verdict(.notApplicable), .unknown: .neutral
    }
  }

  /// The colour family of a state; never its only sign.
  package enum Tone: String, CaseIterable, Sendable { case good, bad, caution, accent, neutral }
}
