package import Auditing

/// What a submission is worth against the key.
package struct Score: Sendable {
  package let hits: [Hit]
  /// The planted faults that no finding raises.
  package let missed: [Scenario.Fault]
  /// What each claim is, by its place in the submission.
  package let classes: [Class]
  /// Criteria found conforming where a fault lies.
  package let wronglyConforming: [Submission.Spot]
  /// How many of the criteria that the scenario bears on have a verdict.
  package let assessed: Int
  package let bearing: Int
  /// How many earlier findings were followed up rightly, of how many.
  package let followedUp: Int
  package let earlier: Int
  package let agreement: Agreement
  package let hintCost: Int
  package let minutes: Int
  package let budget: Int
  /// The facts that were seen, of how many there are.
  package let seen: Int
  package let facts: Int

  /// A fault that was raised.
  package struct Hit: Sendable {
    package let fault: Scenario.Fault
    package let claim: Submission.Claim
    /// The supporting facts that the finding cites, over all that it cites or should (Jaccard).
    package let evidence: Double
  }

  /// What a finding turned out to be.
  package enum Class: Hashable, Sendable {
    case hit(fault: String)
    /// The same fault again, with some of its evidence; it counts for nothing.
    case duplicate
    /// The right criterion and site of a fault, without the evidence that supports it.
    case unsupported
    /// Something that looks like a fault and is none.
    case decoy(String)
    /// Nothing of the kind was planted.
    case falseAlarm
    /// A strength, which is not scored.
    case strength
    /// Made after the time was over.
    case late
  }

  /// Scores a submission; the budget is that of the key, or so many minutes instead.
  package init(
    _ submission: Submission, against key: Scenario, grades: [Checklist.Grade],
    budget minutesGiven: Int? = nil
  ) {
    let matching = Matching(key, submission.claims)
    let order = Dictionary(
      grades.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    hits = key.faults.compactMap { fault in
      matching.claims[fault.id].map { index in
        let claim = submission.claims[index]
        let cited = Double(claim.facts.intersection(fault.evidence).count)
        let all = Double(claim.facts.union(fault.evidence).count)
        return Hit(fault: fault, claim: claim, evidence: all > 0 ? cited / all : 0)
      }
    }
    missed = key.faults.filter { matching.claims[$0.id] == nil }
    agreement = Agreement(
      hits.map { (order[$0.fault.grade] ?? 0, order[$0.claim.grade] ?? 0) }, grades: grades.count)
    classes = Self.classes(submission.claims, key, matching, grades)
    wronglyConforming = key.faults.flatMap { fault in
      fault.criteria.map { Submission.Spot($0, key.site(fault.site)) }.prefix(1)
    }.filter(submission.conforming.contains).reduce(into: []) { spots, spot in
      if !spots.contains(spot) { spots.append(spot) }
    }
    let bearing = key.bearingSpots
    self.bearing = bearing.count
    assessed = bearing.intersection(submission.assessed).count
    earlier = key.earlier.count
    followedUp = key.earlier.count { submission.followUps[$0.id] == $0.outcome }
    hintCost = submission.hintCost
    minutes = submission.minutes
    budget = minutesGiven ?? key.minutes
    seen = submission.facts.intersection(key.facts.map(\.id)).count
    facts = key.facts.count
  }

  private static func classes(
    _ claims: [Submission.Claim], _ key: Scenario, _ matching: Matching,
    _ grades: [Checklist.Grade]
  ) -> [Class] {
    let faults = Dictionary(
      matching.claims.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    return claims.indices.map { index in
      let claim = claims[index]
      if let fault = faults[index] { return .hit(fault: fault) }
      if grades.first(where: { $0.code == claim.grade })?.severity == .strength {
        return .strength
      }
      return matching.supports(index) ? .duplicate : wrong(claim, key, matching)
    }
  }

  /// What a finding is that raises no fault.
  private static func wrong(
    _ claim: Submission.Claim, _ key: Scenario, _ matching: Matching
  ) -> Class {
    let here = key.faults.filter {
      $0.criteria.contains(claim.spot.criterion) && key.site($0.site) == claim.spot.site
    }
    let near = here.filter { !claim.facts.isDisjoint(with: $0.evidence) }
    if near.contains(where: { matching.claims[$0.id] != nil }) { return .duplicate }
    if !near.isEmpty { return .unsupported }
    if let decoy = key.decoys.first(where: { !claim.facts.isDisjoint(with: $0.evidence) }) {
      return .decoy(decoy.id)
    }
    if !here.isEmpty { return .unsupported }
    let decoy = key.decoys.first {
      $0.criterion == claim.spot.criterion && key.site($0.site) == claim.spot.site
    }
    return decoy.map { .decoy($0.id) } ?? .falseAlarm
  }
}

extension Scenario {
  /// The criteria and sites that something in the scenario bears on.
  var bearingSpots: Set<Submission.Spot> {
    var spots = Set(faults.map { Submission.Spot($0.criterion, site($0.site)) })
    spots.formUnion(decoys.map { Submission.Spot($0.criterion, site($0.site)) })
    spots.formUnion(earlier.map { Submission.Spot($0.criterion, site($0.site)) })
    for fact in facts {
      guard let criterion = fact.criterion, let source = fact.sources.first else { continue }
      spots.insert(Submission.Spot(criterion, site(holding: source.id)))
    }
    return spots
  }
}
