import Auditing

/// What a trainee can come to see of a variant, whatever the questions.
struct Reachability {
  private(set) var ids: Set<String> = []
  private(set) var facts: Set<String> = []

  init(_ scenario: Scenario) {
    ids = Set(scenario.places.map(\.id))
    var isGrowing = true
    while isGrowing {
      let before = ids.count + facts.count
      grow(scenario)
      isGrowing = ids.count + facts.count > before
    }
  }

  private mutating func grow(_ scenario: Scenario) {
    ids.formUnion(scenario.persons.map(\.id))
    for answer in scenario.answers where !ids.contains(answer.id) {
      let isHeard = answer.after.allSatisfy { ids.contains($0) || facts.contains($0) }
      if isHeard, !answer.keywords.isEmpty, !Self.isHidden(answer, in: scenario) {
        ids.insert(answer.id)
      }
    }
    for document in scenario.documents
    where document.at.isEmpty || document.at.contains(where: ids.contains) {
      ids.insert(document.id)
    }
    for register in scenario.registers where register.at.contains(where: ids.contains) {
      ids.insert(register.id)
    }
    for fact in scenario.facts where fact.sources.contains(where: { ids.contains($0.id) }) {
      facts.insert(fact.id)
    }
  }

  /// Whether another answer of the person always wins over this one.
  static func isHidden(_ answer: Scenario.Answer, in scenario: Scenario) -> Bool {
    hiding(answer, in: scenario) != nil
  }

  /// The earlier answer of the person with the same groups and no condition of its own.
  static func hiding(_ answer: Scenario.Answer, in scenario: Scenario) -> Scenario.Answer? {
    let groups = normal(answer.keywords)
    return scenario.answers.prefix { $0.id != answer.id }.first {
      $0.person == answer.person && $0.after.isEmpty && normal($0.keywords) == groups
    }
  }

  private static func normal(_ groups: [[String]]) -> Set<Set<String>> {
    Set(groups.map { Set($0.map { Question.singular($0.folded) }) })
  }
}
