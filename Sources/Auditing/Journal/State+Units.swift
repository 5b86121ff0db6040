extension State {
  /// Writes the units for which an event has fields, each standing in the place of what it has
  /// in its past.
  mutating func write(
    _ event: Event, _ kind: EventKind, to record: Int, item: String? = nil, at place: EventPlace
  ) {
    let time = history.operations[place.operation].at
    if item == nil, takes(event, kind, record, at: place, time) {
      if kind.list != nil { records[record].lists.begin(event, kind, at: place, time) }
      return
    }
    for (index, group) in kind.units.enumerated()
    where group.fields.contains(where: { event.holds($0) }) {
      let write = Record.Write(event, kind, group: index, at: place, time)
      put(write, in: item.map { "\(group.name) \($0)" } ?? group.name, of: record)
    }
    if let list = kind.list {
      for element in event[list]?.list ?? [] {
        add(element, to: list, by: event.by, record, at: place)
      }
    }
  }

  /// Whether an event is all that a record has to say, and is kept as that.
  private mutating func takes(
    _ event: Event, _ kind: EventKind, _ record: Int, at place: EventPlace, _ time: Timestamp
  ) -> Bool {
    guard !kind.units.isEmpty, kind.list == nil || records[record].lists.isEmpty else {
      return false
    }
    if let known = records[record].units.onlyPlace {
      guard
        known.operation == place.operation
          ? known < place : history.isInPast(known.operation, of: place.operation)
      else { return false }
    }
    return records[record].units.take(event, kind, at: place, time)
  }

  /// Puts one write in a unit.
  mutating func put(_ write: Record.Write, in unit: String, of record: Int) {
    let standing = records[record].units[unit] ?? []
    if standing.contains(where: { $0.over != nil && $0.replaces(write, in: history) }) { return }
    let kept = standing.filter { !write.replaces($0, in: history) }
    let count = records[record].units.put(write, besides: kept, in: unit)
    if count > 1 { contended.insert(record) }
  }

  /// Adds an element to a list.
  mutating func add(
    _ element: Content, to list: String, by: String, _ record: Int, at place: EventPlace
  ) {
    let addition = Record.Addition(
      place: place, by: by, at: history.operations[place.operation].at)
    records[record].lists.add(element, to: list, addition)
  }

  /// Removes the additions of an element that the removal has in its past.
  mutating func remove(_ element: Content, from list: String, _ record: Int, at place: EventPlace) {
    let history = history
    records[record].lists.remove(element, from: list) {
      $0.operation == place.operation || history.isInPast($0.operation, of: place.operation)
    }
  }
}

// MARK: - Presence

extension State {
  /// Writes that a record stands or is withdrawn.
  mutating func putPresence(
    _ isPresent: Bool, _ event: Event, over: [Int]? = nil, _ target: Target, at place: EventPlace
  ) {
    guard let record = recordPlace(of: target) else { return }
    let write = Record.Write(
      event, value: Record.presence(isPresent), remarks: ["reason", "as"], over: over,
      at: place, of: history)
    put(write, in: Record.presence, of: record)
    removable.insert(record)
    // Which uses a seal fixes is found anew for all.
    if !grounds.sealings.isEmpty { isStale = true }
    let removals = removals(of: record)
    let history = history
    records[record].units.removeAll(in: Record.presence) { write in
      write.isUse && !removals.contains { history.areConcurrent($0.operation, write.operation) }
    }
  }

  /// Brings a record back to which someone who knew that it was withdrawn gives its identity
  /// again, such as a site that is set anew.
  mutating func restore(_ record: Int, _ event: Event, _ kind: EventKind, at place: EventPlace) {
    guard !removable.isEmpty, removable.contains(record), case .natural = kind.key else { return }
    let isKnown = removals(of: record).contains {
      $0.operation == place.operation || history.isInPast($0.operation, of: place.operation)
    }
    if isKnown { putPresence(true, event, target(of: record), at: place) }
  }

  /// The removals of a record that stand.
  private func removals(of record: Int) -> [Uses.Removal] {
    let target = target(of: record)
    return (records[record].units[Record.presence] ?? [])
      .filter { $0[Record.presence] == "withdrawn" }
      .map { Removals.removal(of: target, by: $0.place) }
  }

  /// The decisions that stand that the content of a record is destroyed.
  private func destructions(of record: Int) -> [Uses.Removal] {
    let target = target(of: record)
    return (records[record].units[Record.destroyed] ?? []).filter { $0["sha256"] != nil }
      .map { Removals.removal(of: target, by: $0.place) }
  }

  /// Sets against each standing removal of a record what others did with it, not knowing, and
  /// against each destruction of a content who cites it, not knowing.
  mutating func addUses() {
    var removals: [Int: [Uses.Removal]] = [:]
    for record in removable { removals[record] = self.removals(of: record) }
    addUses(against: removals, in: Record.presence, as: Record.presence(true)) { _ in true }
    var destructions: [Int: [Uses.Removal]] = [:]
    for record in destroyed { destructions[record] = self.destructions(of: record) }
    addUses(against: destructions, in: Record.destroyed, as: [Record.destroyed: "cited"]) {
      $0.isCitation
    }
  }

  /// Sets uses of records, as writes of a unit with a value, against the operations that would
  /// have nobody use them any more.
  private mutating func addUses(
    against removals: [Int: [Uses.Removal]], in unit: String, as value: [String: Content],
    where isMeant: (Uses.Use) -> Bool
  ) {
    guard !removals.isEmpty else { return }
    let uses = Uses(
      besides: Dictionary(
        removals.map { (target(of: $0.key), $0.value) }, uniquingKeysWith: +), in: history,
      grounds)
    for (record, removals) in removals {
      let view = records[record].audit.flatMap(grounds.sealings.view)
      let disputing = uses[target(of: record)].filter { use in
        isMeant(use) && removals.contains { use.isUnaware(of: $0, in: history) }
          && view?.sees(use.place.operation, in: history) ?? true
      }
      guard !disputing.isEmpty else { continue }
      let writes = disputing.map {
        Record.Write($0.event, value: value, isUse: true, at: $0.place, of: history)
      }
      records[record].units.add(writes, in: unit)
      contended.insert(record)
    }
  }

  private func target(of record: Int) -> Target {
    Target(noun: records[record].noun, key: records[record].key)
  }
}

extension Record.Write {
  /// Whether it stands in the place of another write of the same unit.
  fileprivate func replaces(_ other: Self, in history: History) -> Bool {
    guard let over else {
      return other.operation == operation
        ? other.place < place : history.isInPast(other.operation, of: operation)
    }
    return over.contains { $0 == other.operation || history.isInPast(other.operation, of: $0) }
  }
}
