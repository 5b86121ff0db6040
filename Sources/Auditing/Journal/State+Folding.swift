extension State {
  /// Adds the whole history up anew.
  mutating func fold() {
    (records, places, contended, removable, destroyed) = ([], RecordTable(), [], [], [])
    (changes, made, unknown, held) = (AuditLog(), Made(), [], [])
    (identifiers, findingPlaces) = ([:], [:])
    order = Array(repeating: [], count: Noun.allCases.count)
    records.reserveCapacity(history.operations.count)
    places.reserve(history.operations.count, records)
    grounds = Grounds(history)
    removals = Removals(history, grounds)
    for position in history.operations.indices {
      for (index, event) in history.operations[position].events.enumerated() {
        guard let event else { continue }
        let key = index == 0 ? history.operations[position].firstKey : nil
        take(event, key: key, at: EventPlace(operation: position, event: index))
      }
    }
    addUses()
    isStale = false
  }

  /// Adds one event up; the key of the record that it speaks of may be known.
  mutating func take(_ event: Event, key: String? = nil, at place: EventPlace) {
    guard let kind = event.declaration else { return unknown.append(place) }
    guard !kind.isStructural else {
      if kind.role != .ordinary { takeUp(event, kind, at: place) }
      return
    }
    guard kind.isUnderstood(event), let target = kind.target(of: event, key: key) else {
      return unknown.append(place)
    }
    // A handle may show earlier entries to have cited a person who was removed.
    if kind.noun == .person, hasRemovedPeople, event.holds("handle") { isStale = true }
    if kind.isRandom {
      grounds.noteOwner(of: event)
      count(kind, at: place.operation)
    }
    switch grounds.admit(kind, event, about: target, at: place.operation, in: history) {
    case .held(let audit): held.append(Held(place: place, audit: audit))
    case .undone:
      if kind.makesRecord, removals.isKept(target, madeAt: place.operation) {
        perform(event, kind, on: target, at: place)
      }
    case .counts:
      // Someone makes anew what only operations taken back had made.
      if kind.makesRecord, removals.concerns(target) { isStale = true }
      if removals.isGone(target) || isIdle(kind, target, at: place) { return }
      perform(event, kind, on: target, at: place)
    }
  }

  private var hasRemovedPeople: Bool {
    removals.concernsPeople || removable.contains { records[$0].noun == .person }
  }

  /// Takes up an entry that concerns operations, or a conflict, and has no record of its own.
  private mutating func takeUp(_ event: Event, _ kind: EventKind, at place: EventPlace) {
    if kind.role == .activity { noteHeldActivity(event, at: place) }
    for target in removals.removed[place] ?? [] { putPresence(false, event, target, at: place) }
    guard kind.role == .decision else { return }
    guard let decision = Decision(event) else { return unknown.append(place) }
    guard case .unit(let target, let unit) = decision.subject else { return }
    switch grounds.admit(kind, event, about: target, at: place.operation, in: history) {
    case .undone: break
    case .held(let audit): held.append(Held(place: place, audit: audit))
    case .counts: decide(decision, event, kind, target, unit, at: place)
    }
  }

  /// Counts what an operation made, though it be taken back, so that no display id is ever given
  /// twice.
  private mutating func count(_ kind: EventKind, at position: Int) {
    if kind.isCreating { made.count(kind.nounOrdinal, history.column(of: position)) }
  }

  /// Whether an event would make anew what can be made only once, such as the dossier, or would
  /// withdraw what never is.
  func isIdle(_ kind: EventKind, _ target: Target, at place: EventPlace) -> Bool {
    if kind.isPresence { return target.noun.isLasting }
    guard kind.permanent, kind.isCreating, let unit = kind.units.first?.name,
      let standing = recordPlace(of: target).flatMap({ records[$0].units[unit] })
    else { return false }
    return standing.contains { write in
      write.operation == place.operation
        ? write.place < place : history.isInPast(write.operation, of: place.operation)
    }
  }

  private mutating func perform(
    _ event: Event, _ kind: EventKind, on target: Target, at place: EventPlace
  ) {
    let record = record(target, for: event, kind, at: place)
    note(kind, record, at: place.operation)
    if kind.isDestruction { destroyed.insert(record) }
    if !kind.isPresence { restore(record, event, kind, at: place) }
    if kind.isPlain { return write(event, kind, to: record, at: place) }
    switch kind.effect {
    case .creates, .writes: break
    case .element(let list):
      write(event, kind, to: record, at: place)
      guard let element = event["element"] else { return }
      if event["change"]?.text == "remove" {
        remove(element, from: list, record, at: place)
      } else {
        add(element, to: list, by: event.by, record, at: place)
      }
    case .item(let field):
      write(event, kind, to: record, item: event[field]?.text ?? "", at: place)
    case .presence:
      let isPresent = event.kind != "record.withdrawn"
      putPresence(isPresent, event, target, at: place)
    case .structural:
      break
    }
  }

  /// The place of the record of a target, which begins here where it is new.
  mutating func record(
    _ target: Target, for event: Event, _ kind: EventKind, at place: EventPlace
  ) -> Int {
    let hash = places.hash(of: target)
    if let known = places.place(of: target, hash, in: records) {
      if !records[known].isMade {
        records[known].make(by: event, kind, at: place.operation, of: history)
        index(known, isNew: false)
      }
      return known
    }
    let index = records.count
    places.insert(hash, at: index, in: records)
    records.append(
      Record(target, event, kind, at: place.operation, of: history, changes.lastAudit))
    let isOfKind = kind.noun == target.noun
    order[isOfKind ? kind.nounOrdinal : target.noun.ordinal].append(index)
    self.index(index, isNew: true)
    return index
  }

  /// Keeps up what is looked for by audit or by display id, for a record that begins or is made.
  private mutating func index(_ place: Int, isNew: Bool) {
    let noun = records[place].noun
    if noun == .finding, let audit = records[place].audit {
      if isNew {
        findingPlaces[audit, default: []].append(place)
      } else if findingPlaces[audit]?.contains(place) != true {
        findingPlaces[audit, default: []].append(place)
        findingPlaces[audit]?.sort()
      }
    }
    guard !identifiers.isEmpty else { return }
    // What a record that was only named is called is known when it is made.
    if isNew { identifiers[noun]?.add(records[place]) } else { identifiers[noun] = nil }
  }

  private mutating func note(_ kind: EventKind, _ record: Int, at position: Int) {
    guard let audit = records[record].audit else { return }
    if kind.isConclusion {
      changes.noteConclusion(of: audit, at: position)
    } else if kind.changesAudit(records[record].noun) {
      changes.noteChange(of: audit, at: position)
    }
  }
}
