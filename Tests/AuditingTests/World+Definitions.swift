import Auditing

extension World {
  /// Compares a state with what the definitions say of the same operations.
  mutating func checkAgainstDefinitions(_ here: UInt64, _ state: State) {
    let oracle = Oracle(self, here)
    for position in operations.indices where here.has(position) {
      if state.isActive(operations[position].id) != oracle.isActive(position, in: here) {
        fault("activity of \(operations[position].id)")
      }
    }
    for (thing, writes) in oracle.writes {
      check(thing, writes, oracle, state)
      for write in writes { check(write, of: thing, oracle, state) }
    }
    let held = oracle.writes.values.joined().filter { $0.isHeld && $0.isActive }.map(\.place)
    let shown = state.held.map { name($0.place, state) }
    for place in held where !shown.contains(name(place)) {
      fault("\(name(place)) is not listed as held")
    }
  }

  private func name(_ place: EventPlace) -> String {
    "\(operations[place.operation].id).\(place.event)"
  }

  private func name(_ place: EventPlace, _ state: State) -> String {
    "\(state.history.operations[place.operation].id).\(place.event)"
  }

  private mutating func check(
    _ thing: Oracle.Thing, _ writes: [Oracle.Write], _ oracle: Oracle, _ state: State
  ) {
    let record = state.record(thing.noun, thing.key)
    let counting = oracle.counting(thing)
    guard let record else {
      if counting.contains(where: \.isMaker) { fault("\(thing) is not there") }
      return
    }
    for unit in Set(writes.flatMap(\.units.keys)) where unit != "presence" {
      var expected = oracle.standing(thing, unit)
      var values = Set(expected.compactMap { $0.units[unit] })
      if unit == "destroyed" {
        let citations = oracle.citations(of: thing)
        expected += citations
        if !citations.isEmpty { values.insert(["destroyed": "cited"]) }
      }
      let found = record.units[unit]?.map { name($0.place, state) } ?? []
      if Set(found) != Set(expected.map { name($0.place) }) { fault("\(thing) \(unit)") }
      if record.conflictingUnits.contains(unit) != (values.count > 1) {
        fault("conflict of \(thing) \(unit)")
      }
    }
    for list in ["scope", "team", "evidence", "about"]
    where Set(record.elements(list)) != oracle.elements(thing, list) {
      fault("\(thing) \(list)")
    }
    guard counting.contains(where: \.isMaker) else { return }
    let presence = oracle.presence(thing)
    if record.isPresent != (presence != .withdrawn)
      || record.conflictingUnits.contains("presence") != (presence == .disputed)
    {
      fault("presence of \(thing) is not \(presence)")
    }
  }

  /// Every event is exactly one of the things that may become of it, and none is hidden.
  private mutating func check(
    _ write: Oracle.Write, of thing: Oracle.Thing, _ oracle: Oracle, _ state: State
  ) {
    guard let operation = state.history.position(of: operations[write.place.operation].id) else {
      return fault("\(name(write.place)) is lost")
    }
    let place = EventPlace(operation: operation, event: write.place.event)
    guard let standing = state.standing(of: place) else { return fault("no standing") }
    let counts = oracle.counting(thing)
    let isGone = !counts.contains(where: \.isMaker) || oracle.presence(thing) == .withdrawn
    let isHead = write.units.keys.contains { unit in
      oracle.standing(thing, unit).contains { $0.place == write.place }
    }
    let expected: Set<Standing> =
      if write.isHeld {
        write.isActive ? [.held] : [.undone]
      } else if !write.isActive {
        [.undone]
      } else if write.units["presence"] != nil {
        isHead || oracle.presence(thing) == .disputed
          ? [.effective, .conflicting, .superseded, .moot] : [.superseded, .moot]
      } else if isGone {
        [.moot]
      } else if isHead {
        [.effective, .conflicting]
      } else if write.over != nil {
        [.superseded, .moot]
      } else {
        [.effective, .superseded, .conflicting]
      }
    if !expected.contains(standing) {
      fault("\(name(write.place)) of \(thing) is \(standing), not \(expected)")
    }
  }
}
