package import Auditing

/// What is there to be found.
extension Scenario {
  /// A site in scope with its modules.
  package struct Site: Sendable {
    package let id: String
    package let name: LocalizedText
    package let modules: [String]
  }

  /// Somewhere to look.
  package struct Place: Sendable {
    package let id: String
    package let site: String?
    package let name: LocalizedText
    package let text: LocalizedText
  }

  /// Someone to ask.
  package struct Person: Sendable {
    package let id: String
    package let place: String
    package let name: LocalizedText
    package let role: LocalizedText
    package let character: LocalizedText
    /// What is said to a question that is not understood.
    package let lost: LocalizedText?
  }

  /// What someone says to questions that hold a word of each group.
  package struct Answer: Sendable {
    package let id: String
    package let person: String
    package let keywords: [[String]]
    package let text: LocalizedText
    /// What is said besides to one who asks well.
    package let more: LocalizedText?
    package let moreKeywords: [String]
    /// What must have been seen, read or heard before.
    package let after: [String]
  }

  /// Something to read.
  package struct Document: Sendable {
    package let id: String
    package let site: String?
    package let title: LocalizedText
    package let text: LocalizedText
    /// Where it comes from; nowhere: it was sent before the visit.
    package let at: [String]
  }

  /// One observation that can be made.
  package struct Fact: Sendable {
    package let id: String
    /// Where it is made: one of each list.
    package let at: [[Source]]
    package let criterion: String?
    package let text: LocalizedText
    package let condition: String?
    package let exception: String?

    /// Where the observation is made once no choice is left.
    package var sources: [Source] { at.compactMap(\.first) }
  }

  /// Where an observation is made.
  package struct Source: Hashable, Sendable {
    package let id: String
    /// Whether only what is said besides reveals it.
    package let isMore: Bool
  }
}
