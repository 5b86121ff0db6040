/// What has been seen of a scenario so far, and what each next step reveals.
package struct Play: Sendable {
  package let scenario: Scenario
  /// The ids of what was looked at, read, asked, answered and drawn from.
  package private(set) var visited: Set<String> = []
  /// The answers of which more was told.
  package private(set) var told: Set<String> = []
  /// The facts that were revealed.
  package private(set) var facts: Set<String> = []

  /// Creates the play of a scenario at its beginning.
  package init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  /// What someone says to a question.
  package struct Reply: Sendable {
    /// Nothing when the question is not understood.
    package let answer: Scenario.Answer?
    /// Whether what is said besides is told.
    package let isMoreTold: Bool
    package let facts: [Scenario.Fact]
  }
}

extension Play {
  /// The facts that are seen on looking at a place, or on reading a document.
  package func facts(at id: String, isMore: Bool = false) -> [Scenario.Fact] {
    let source = Scenario.Source(id: id, isMore: isMore)
    return scenario.facts.filter { $0.sources.contains(source) }
  }

  /// What a person says to a question: the fitting answer with the most groups of keywords.
  package func reply(of person: String, to words: String) -> Reply {
    let question = Question(words)
    let fitting = scenario.answers.filter { answer in
      answer.person == person && question.fits(answer.keywords)
        && answer.after.allSatisfy { visited.contains($0) || facts.contains($0) }
    }
    guard let most = fitting.map(\.keywords.count).max(),
      let answer = fitting.first(where: { $0.keywords.count == most })
    else { return Reply(answer: nil, isMoreTold: false, facts: []) }
    let isMoreTold =
      answer.more != nil && (question.isOpen || answer.moreKeywords.contains(where: question.holds))
    return Reply(
      answer: answer, isMoreTold: isMoreTold,
      facts: facts(at: answer.id) + (isMoreTold ? facts(at: answer.id, isMore: true) : []))
  }

  /// Whether a document, mailbox or measurement is known by now.
  package func knows(_ at: [String]) -> Bool {
    at.isEmpty || at.contains(where: visited.contains)
  }

  /// Notes what a step visited and revealed.
  package mutating func visit(_ id: String, isMore: Bool = false, facts revealed: [String]) {
    visited.insert(id)
    if isMore { told.insert(id) }
    facts.formUnion(revealed)
  }
}
