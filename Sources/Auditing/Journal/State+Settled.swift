/// A contradiction that somebody has settled, the decision still standing.
package struct SettledConflict: Sendable {
  package let id: String
  package let subject: Conflict.Subject
  package let choice: Conflict.Choice
  package let reason: String?
  package let by: String
  package let at: Timestamp
}

extension State {
  /// What was decided and stands, in display order.
  package var settledConflicts: [SettledConflict] {
    history.operations.indices.flatMap { position in
      history.operations[position].events.enumerated().compactMap { index, event in
        guard let event, event.kind == "conflict.resolved" else { return nil }
        return settled(event, at: EventPlace(operation: position, event: index))
      }
    }
  }

  private func settled(_ event: Event, at place: EventPlace) -> SettledConflict? {
    guard let decision = Decision(event),
      [.effective, .conflicting].contains(standing(of: place))
    else { return nil }
    let (subject, choice): (Conflict.Subject, Conflict.Choice)
    switch decision.subject {
    case .activity(let operation):
      (subject, choice) = (.activity(operation: operation), decision.keeps ? .keep : .drop)
    case .unit(let target, let unit):
      subject = .unit(target.noun, key: target.key, unit: unit)
      choice =
        unit == Record.presence ? (decision.keeps ? .keep : .drop) : .value(decision.value)
    }
    let conflict = Conflict(
      subject: subject, alternatives: [], audit: nil, heads: decision.over.sorted())
    return SettledConflict(
      id: "C-\(conflict.fingerprint.prefix(4))", subject: subject, choice: choice,
      reason: event["reason"]?.text, by: event.by,
      at: history.operations[place.operation].at)
  }
}
