import Auditing

/// Which finding raises which planted fault: each at most one of the other, as many as can be.
struct Matching {
  /// The place of the claim of each fault, by the fault's id.
  private(set) var claims: [String: Int] = [:]
  private let candidates: [[Int]]

  /// Matches claims by criterion, site and cited facts; wording counts for nothing.
  ///
  /// Maximum bipartite matching by augmenting paths (Kuhn 1955); a claim that cites more of the
  /// facts goes first, then the one made first.
  init(_ key: Scenario, _ submission: [Submission.Claim]) {
    candidates = key.faults.map { fault in
      let site = key.site(fault.site)
      let supported = submission.indices.filter { index in
        let claim = submission[index]
        return claim.spot.site == site && fault.criteria.contains(claim.spot.criterion)
          && fault.evidence.count(where: claim.facts.contains) >= fault.needs
      }
      func cited(_ index: Int) -> Int {
        fault.evidence.count(where: submission[index].facts.contains)
      }
      return supported.sorted { (cited($1), $0) < (cited($0), $1) }
    }
    var faultOfClaim: [Int: Int] = [:]
    for fault in key.faults.indices {
      var seen: Set<Int> = []
      _ = augment(fault, &seen, &faultOfClaim)
    }
    for (claim, fault) in faultOfClaim { claims[key.faults[fault].id] = claim }
  }

  private func augment(_ fault: Int, _ seen: inout Set<Int>, _ taken: inout [Int: Int]) -> Bool {
    for claim in candidates[fault] where seen.insert(claim).inserted {
      if let other = taken[claim], !augment(other, &seen, &taken) { continue }
      taken[claim] = fault
      return true
    }
    return false
  }

  /// Whether a claim would raise some fault.
  func supports(_ claim: Int) -> Bool { candidates.contains { $0.contains(claim) } }
}
