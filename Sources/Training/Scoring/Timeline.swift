/// What an exercise was, minute by minute.
package struct Timeline: Sendable {
  package let entries: [Entry]

  /// One thing that was done.
  package struct Entry: Sendable {
    /// The whole minutes since the beginning.
    package let minute: Int
    package let kind: Kind
    /// How many facts it revealed.
    package let facts: Int

    package enum Kind: Sendable {
      case step(Exercise.Step.Kind)
      case claim(Submission.Claim, Score.Class)
      case handedIn
    }
  }

  /// Puts steps and findings in order.
  package init(_ exercise: Exercise, _ judged: [(claim: Submission.Claim, found: Score.Class)]) {
    var entries = exercise.steps.map {
      Entry(minute: exercise.minute($0.at), kind: .step($0.kind), facts: $0.facts.count)
    }
    entries += judged.map { claim, found in
      Entry(minute: claim.minute, kind: .claim(claim, found), facts: 0)
    }
    var ordered = entries.enumerated().sorted {
      ($0.element.minute, $0.offset) < ($1.element.minute, $1.offset)
    }.map(\.element)
    if let end = exercise.handedInAt {
      ordered.append(Entry(minute: exercise.minute(end), kind: .handedIn, facts: 0))
    }
    self.entries = ordered
  }
}

/// Why a fact behind a fault was missed, and where it was to be had.
package struct Trace: Sendable {
  package let fact: Scenario.Fact
  package let source: Scenario.Source
  package let state: State

  package enum State: Sendable, Equatable {
    /// Seen at that minute, and not cited.
    case seen(minute: Int)
    /// One was there, or asked, and did not get it.
    case near(minute: Int)
    /// One never was there.
    case never
  }

  /// The traces of the facts of a fault, in the order of the key.
  package static func traces(
    of fault: Scenario.Fault, in key: Scenario, _ exercise: Exercise
  ) -> [Trace] {
    fault.evidence.compactMap { id in
      guard let fact = key.fact(id), let source = fact.sources.first else { return nil }
      return Trace(fact: fact, source: source, state: state(id, source, key, exercise))
    }
  }

  private static func state(
    _ fact: String, _ source: Scenario.Source, _ key: Scenario, _ exercise: Exercise
  ) -> State {
    if let step = exercise.steps.first(where: {
      $0.facts.values.contains { Exercise.fact($0) == fact }
    }) {
      return .seen(minute: exercise.minute(step.at))
    }
    let person = key.answers.first { $0.id == source.id }?.person
    let near = exercise.steps.first { step in
      switch step.kind {
      case .looked(let id), .read(let id), .sampled(let id, _): id == source.id
      case .asked(let asked, _, _, _): asked == person
      case .hinted: false
      }
    }
    return near.map { .near(minute: exercise.minute($0.at)) } ?? .never
  }
}
