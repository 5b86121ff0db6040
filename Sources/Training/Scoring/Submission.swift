package import Auditing

/// What a trainee handed in, as far as it is scored.
package struct Submission: Sendable {
  package var claims: [Claim] = []
  /// The criteria and sites found conforming.
  package var conforming: Set<Spot> = []
  /// The criteria and sites with any verdict.
  package var assessed: Set<Spot> = []
  /// What was said of each earlier finding, by its id in the scenario.
  package var followUps: [String: Scenario.Outcome] = [:]
  /// The points that the hints cost.
  package var hintCost = 0
  /// The facts that were seen.
  package var facts: Set<String> = []
  /// The whole minutes from the beginning to handing in, or to the last entry.
  package var minutes = 0

  /// Creates a submission that holds nothing.
  package init() {}

  /// A criterion at a site.
  package struct Spot: Hashable, Sendable {
    package let criterion: String
    package let site: String

    /// Creates a spot.
    package init(_ criterion: String, _ site: String) {
      self.criterion = criterion
      self.site = site
    }
  }

  /// A finding, with the facts behind the evidence that it cites.
  package struct Claim: Sendable {
    /// The key of its record.
    package let key: String
    package let id: String
    package let spot: Spot
    /// The code of its grade.
    package let grade: String
    package let text: String
    package let facts: Set<String>
    /// The whole minute in which it was made.
    package let minute: Int

    /// Creates a claim.
    package init(
      key: String = "", id: String, spot: Spot, grade: String, text: String, facts: Set<String>,
      minute: Int
    ) {
      self.key = key
      self.id = id
      self.spot = spot
      self.grade = grade
      self.text = text
      self.facts = facts
      self.minute = minute
    }
  }
}

extension Submission {
  /// Reads what a dossier holds of an exercise.
  package init(
    _ exercise: Exercise, in state: State, on checklist: Checklist, against key: Scenario
  ) {
    let evidence = exercise.evidence(against: key)
    guard let audit = state.audits.first(where: { $0.key == exercise.audit }) else { return }
    var last = exercise.steps.last?.at ?? exercise.startedAt
    for finding in state.findings(in: audit) {
      last = max(last, finding.at)
      claims.append(
        Claim(
          key: finding.key, id: finding.id, spot: Spot(finding.criterion, finding.site),
          grade: finding.grade,
          text: finding.text, facts: Set(finding.evidence.compactMap { evidence[$0] }),
          minute: exercise.minute(finding.at)))
    }
    for row in state.assessments(in: audit, on: checklist) where row.verdict != .notAssessed {
      let spot = Spot(row.criterion, row.site)
      if let at = row.at { last = max(last, at) }
      assessed.insert(spot)
      if row.verdict == .conforming { conforming.insert(spot) }
    }
    for (key, earlier) in exercise.earlier {
      let natural = EventKind.naturalKey([audit.key, key])
      let outcome = state.record(.followup, natural)?.text("outcome")
      followUps[earlier] = outcome.flatMap(Scenario.Outcome.init)
    }
    hintCost = exercise.hints.map(\.cost).reduce(0, +)
    facts = Set(evidence.values)
    minutes = exercise.minute(exercise.handedInAt ?? last)
  }
}
