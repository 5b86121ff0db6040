import Auditing

extension ScenarioCheck {
  /// Tries the first variants: in each, every planted fault can be found and nothing contradicts.
  mutating func checkVariants() {
    var planted: Set<String> = []
    var reached: Set<String> = []
    for seed in 1...Self.variants {
      let (variant, names) = scenario.named(seed)
      planted.formUnion(variant.faults.map(\.id))
      let reachability = Reachability(variant)
      reached.formUnion(reachability.ids)
      checkFaults(of: variant, names, reachability, seed)
      checkContradictions(of: variant, names, seed)
      if !found.isEmpty { return }
    }
    for fault in scenario.faults where !planted.contains(fault.id) {
      report(.neverPlanted, fault.id)
    }
    checkReached()
    checkDraws()
  }

  private mutating func checkFaults(
    of variant: Scenario, _ names: [String: String], _ reachability: Reachability, _ seed: Int
  ) {
    for fault in variant.faults {
      let reachable = fault.evidence.count(where: reachability.facts.contains)
      if reachable < fault.needs {
        report(
          .faultUnreachable(reachable: reachable, needs: fault.needs, variant: seed), fault.id)
      }
    }
  }

  private mutating func checkContradictions(
    of variant: Scenario, _ names: [String: String], _ seed: Int
  ) {
    for fault in variant.faults {
      for decoy in variant.decoys {
        if let fact = fault.evidence.first(where: decoy.evidence.contains) {
          report(
            .contradiction(fact: names[fact] ?? fact, decoy: decoy.id, variant: seed), fault.id)
        }
      }
      for other in variant.faults.prefix(while: { $0.id != fault.id })
      where other.criterion == fault.criterion
        && variant.site(other.site) == variant.site(fault.site)
        && Set(other.evidence) == Set(fault.evidence)
      {
        report(.sameFault(other.id, variant: seed), fault.id)
      }
    }
  }

  /// Finds what no variant ever shows.
  private mutating func checkReached() {
    let reachability = Reachability(scenario)
    for fact in scenario.facts where !reachability.facts.contains(fact.id) {
      report(.unreachable, fact.id)
    }
    let ids = scenario.answers.map(\.id) + scenario.documents.map(\.id)
    for id in ids + scenario.registers.map(\.id) where !reachability.ids.contains(id) {
      report(.unreachable, id)
    }
  }

  /// Finds draws that could well show nothing of the fault that rests on them.
  private mutating func checkDraws() {
    for register in scenario.registers {
      let facts = scenario.facts.filter { $0.at.joined().contains { $0.id == register.id } }
      let isCited = scenario.faults.contains { fault in
        fault.evidence.contains { id in facts.contains { $0.id == id } }
      }
      guard isCited, register.beyond > 0 else { continue }
      let chance = Self.chanceOfNone(
        rows: register.population, marked: register.beyond, draw: register.minimum)
      if chance > 0.02 {
        report(
          .smallDraw(minimum: register.minimum, percent: Int((chance * 100).rounded(.up))),
          register.id, "Minimum")
      }
    }
  }

  /// The probability that a draw without replacement shows none of the marked rows.
  ///
  /// The hypergeometric distribution at 0: C(N − K, n) ÷ C(N, n).
  static func chanceOfNone(rows: Int, marked: Int, draw: Int) -> Double {
    let size = min(draw, rows)
    return (0..<size).reduce(1) { chance, index in
      chance * Double(max(0, rows - marked - index)) / Double(rows - index)
    }
  }
}
