package import Auditing

extension Exercise {
  /// The last moment that counts: that of the scenario's budget, or of so many minutes instead.
  package func deadline(minutes: Int? = nil) -> Timestamp {
    Timestamp(milliseconds: startedAt.milliseconds + (minutes ?? scenario.minutes) * 60_000)
  }
}

extension State {
  /// What the operations that were entered up to a moment add up to, as their clocks say.
  package func entered(by moment: Timestamp) -> State {
    let operations = history.operations.filter { $0.at <= moment }
    return operations.count == history.operations.count ? self : State(History(uniting: operations))
  }
}
