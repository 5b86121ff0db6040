/// Whether a report holds all that ISO 19011:2018 6.5.1 a to k asks of it.
package struct Completeness: Hashable, Sendable {
  /// One for each heading of the clause, in its order.
  package let items: [Item]

  /// What is still missing, in the order of the clause.
  package var gaps: [Gap] {
    items.flatMap { item -> [Gap] in
      if case .missing(let gaps) = item.state { gaps } else { [] }
    }
  }

  package var isComplete: Bool { gaps.isEmpty }

  /// One heading and how it stands.
  package struct Item: Hashable, Sendable {
    package let heading: Heading
    package let state: State
  }

  /// The headings of the clause, by their letters.
  package enum Heading: String, CaseIterable, Sendable {
    case objectives = "a"
    case scope = "b"
    case client = "c"
    case participants = "d"
    case datesAndPlaces = "e"
    case criteria = "f"
    case findings = "g"
    case conclusions = "h"
    case fulfilment = "i"
    case divergences = "j"
    case sampling = "k"
  }

  /// How a heading stands: filled, without object for a reason, or wanting.
  package enum State: Hashable, Sendable {
    case filled
    case notApplicable(reason: String)
    case missing([Gap])
  }

  /// One thing that keeps a report from being complete.
  package enum Gap: Hashable, Sendable {
    case objectives
    case scope
    case client
    case lead
    case auditee
    case dates
    case noCriteria
    case notAssessed(Int)
    case inConflict(Int)
    /// Findings that cite no piece that is here, by their ids.
    case unsupported([String])
    case conclusion
    case staleConclusion
    case degree
    /// Nonconformities on which the auditee has not been heard, by their ids.
    case positions([String])
    /// A heading that says "sans objet" without saying why.
    case reason(Heading)
  }
}
