package import Auditing

/// What a trainee is not told.
extension Scenario {
  /// How many of the faults that name it are planted.
  package struct Choice: Sendable {
    package let id: String
    package let plant: Int
  }

  /// A planted fault.
  package struct Fault: Sendable {
    package let id: String
    package let criterion: String
    /// Other criteria under which it may be raised.
    package let also: [String]
    package let site: String?
    package let grade: String
    package let title: LocalizedText
    /// The facts that support it.
    package let evidence: [String]
    /// How many of them a finding must cite.
    package let needs: Int
    package let why: LocalizedText
    package let choice: String?

    /// The criteria under which it may be raised.
    package var criteria: [String] { [criterion] + also }
  }

  /// What looks like a fault and is none.
  package struct Decoy: Sendable {
    package let id: String
    package let criterion: String
    package let site: String?
    package let title: LocalizedText
    package let evidence: [String]
    package let why: LocalizedText
  }

  /// A help that costs points.
  package struct Hint: Sendable {
    package let id: String
    package let fault: String?
    package let cost: Int
    package let text: LocalizedText
  }

  /// A finding of the earlier audit, and what became of it.
  package struct Earlier: Sendable {
    package let id: String
    package let criterion: String
    package let site: String?
    package let grade: String
    package let title: LocalizedText
    package let outcome: Outcome?
    package let evidence: [String]
    package let why: LocalizedText?
  }
}
