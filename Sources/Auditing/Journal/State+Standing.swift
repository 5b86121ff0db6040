/// What has become of an event: exactly one of these.
package enum Standing: String, Hashable, Sendable {
  /// It counts, and nothing contradicts it.
  case effective
  /// It counts, and someone who did not know of it says otherwise.
  case conflicting
  /// Someone who had seen it has written in its place.
  case superseded
  /// Its operation was taken back.
  case undone
  /// What it is about is not there, or it repeats what is made only once.
  case moot
  /// It came after a seal had frozen what it is about.
  case held
  /// This version does not know its kind, or it does not say what it is about.
  case unknown
  /// It concerns the journal and no record.
  case structural
}

extension State {
  /// What has become of an event; nothing where its body was left out.
  package func standing(of place: EventPlace) -> Standing? {
    guard let event = event(at: place) else { return nil }
    guard let kind = event.declaration else { return .unknown }
    guard !kind.isStructural else {
      return kind.role == .decision ? standing(ofDecision: event, kind, at: place) : .structural
    }
    guard kind.isUnderstood(event), let target = kind.target(of: event) else { return .unknown }
    switch grounds.admit(kind, event, about: target, at: place.operation, in: history) {
    case .held: return .held
    case .undone: return .undone
    case .counts: break
    }
    guard !removals.isGone(target), let index = recordPlace(of: target), records[index].isMade,
      !isIdle(kind, target, at: place)
    else { return .moot }
    let record = records[index]
    if kind.effect == .presence { return standing(at: place, of: record, Record.presence) }
    if record.isWithdrawn { return .moot }
    return standing(of: event, kind, at: place, record)
  }

  /// Whether all that an operation says is moot.
  package func isMoot(_ position: Int) -> Bool {
    let events = history.operations[position].events
    return !events.isEmpty
      && events.indices.allSatisfy {
        standing(of: EventPlace(operation: position, event: $0)) == .moot
      }
  }

  private func standing(ofDecision event: Event, _ kind: EventKind, at place: EventPlace)
    -> Standing
  {
    guard let decision = Decision(event) else { return .unknown }
    switch decision.subject {
    case .activity(let id):
      if grounds.activity.undone.contains(place.operation) { return .undone }
      guard let position = history.position(of: id), heads(of: decision) != nil else {
        return .moot
      }
      let marks = grounds.activity.standing(of: position, seenBy: nil, in: history)
      return marks.contains { $0.place == place } ? .effective : .superseded
    case .unit(let target, let unit):
      switch grounds.admit(kind, event, about: target, at: place.operation, in: history) {
      case .held: return .held
      case .undone: return .undone
      case .counts: break
      }
      guard let index = recordPlace(of: target), records[index].isMade, heads(of: decision) != nil,
        unit == Record.presence || !records[index].isWithdrawn
      else { return .moot }
      return standing(at: place, of: records[index], unit)
    }
  }

  private func standing(
    of event: Event, _ kind: EventKind, at place: EventPlace, _ record: Record
  ) -> Standing {
    let units = standing(at: place, of: record, in: kind.units(in: event).map(\.name))
    if units == .conflicting || isDisputed(place, record) { return .conflicting }
    if kind.makesRecord, record.origin == place.operation { return .effective }
    let list: Bool? =
      switch kind.effect {
      case .element(let list):
        event["element"].map { isStanding($0, in: list, record, place, event) }
      default:
        kind.list.flatMap { list in
          event[list]?.list.map { $0.contains { isStanding($0, in: list, record, place, event) } }
        }
      }
    return list == true ? .effective : units ?? (list == nil ? .effective : .superseded)
  }

  /// What has become of what an event writes to some units; nothing where it writes to none.
  private func standing(at place: EventPlace, of record: Record, in units: [String]) -> Standing? {
    let standings = units.map { standing(at: place, of: record, $0) }
    return standings.first { $0 == .conflicting } ?? standings.first { $0 == .effective }
      ?? standings.first
  }

  /// What has become of what an event writes to a unit.
  private func standing(at place: EventPlace, of record: Record, _ unit: String) -> Standing {
    let entry = record.units.first { $0.name == unit }
    guard let entry, entry.writes.contains(where: { $0.place == place }) else {
      return .superseded
    }
    return entry.isInConflict ? .conflicting : .effective
  }

  /// Whether an event is a use for which a record that another removed is shown.
  private func isDisputed(_ place: EventPlace, _ record: Record) -> Bool {
    record.units[Record.presence]?.contains { $0.isUse && $0.place == place } ?? false
  }

  /// Whether an addition of an element still counts, or a removal is the last word on it.
  private func isStanding(
    _ element: Content, in list: String, _ record: Record, _ place: EventPlace, _ event: Event
  ) -> Bool {
    let additions = record.lists[list]?.first { $0.content == element }?.additions ?? []
    guard event["change"]?.text == "remove" else {
      return additions.contains { $0.place == place }
    }
    return !additions.contains {
      $0.operation == place.operation || history.isInPast(place.operation, of: $0.operation)
    }
  }
}
