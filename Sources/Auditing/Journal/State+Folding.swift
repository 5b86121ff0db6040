extension State {
  /// Adds the whole history up anew.
  mutating func fold() {
    records = [:]
    order = [:]
    changes = [:]
    made = [:]
    unknownKinds = [:]
    activity = Activity(history)
    removals = Removals(history, activity)
    for (position, operation) in history.operations.enumerated() {
      let isActive = isActive(operation.id)
      for case let event? in operation.events {
        // What is never undone counts even where the operation it came with was taken back.
        if isActive || EventKind.named(event.kind).map(\.permanent) ?? true {
          apply(event, at: position)
        } else {
          keep(event, at: position)
        }
      }
    }
    addUses()
  }

  /// Adds one event up.
  mutating func apply(_ event: Event, at position: Int) {
    guard let kind = EventKind.named(event.kind) else {
      unknownKinds[event.kind, default: 0] += 1
      return
    }
    if event.kind == "undo" { removeKept(at: position, by: event.by) }
    guard kind.effect != .structural else { return }
    count(kind, at: position)
    guard let target = kind.target(of: event) else {
      unknownKinds[event.kind, default: 0] += 1
      return
    }
    if removals.isGone(target) || isRepeated(kind, target, at: position) { return }
    perform(event, kind, on: target, at: position)
  }

  /// Counts what an operation that was taken back had made, so that no display id is ever given
  /// twice, and keeps the record where someone else used it, not knowing.
  private mutating func keep(_ event: Event, at position: Int) {
    guard let kind = EventKind.named(event.kind) else { return }
    count(kind, at: position)
    guard let target = kind.target(of: event), removals.isKept(target, madeAt: position)
    else { return }
    perform(event, kind, on: target, at: position)
  }

  private mutating func count(_ kind: EventKind, at position: Int) {
    guard kind.key == .random, kind.effect == .creates else { return }
    made["\(kind.noun.rawValue)/\(history.operations[position].writer)", default: 0] += 1
  }

  /// Whether an event would make anew what can be made only once, such as the dossier.
  private func isRepeated(_ kind: EventKind, _ target: Target, at position: Int) -> Bool {
    guard kind.permanent, kind.effect == .creates, let unit = kind.units.first?.name,
      let standing = records[target.noun]?[target.key]?.units[unit]
    else { return false }
    return standing.contains { history.isInPast($0.operation, of: position) }
  }

  private mutating func perform(
    _ event: Event, _ kind: EventKind, on target: Target, at position: Int
  ) {
    let (noun, key) = (target.noun, target.key)
    if records[noun]?[key] == nil {
      order[noun, default: []].append(key)
      records[noun, default: [:]][key] = newRecord(target, for: event, kind, at: position)
    }
    note(kind, target, at: position)
    switch kind.effect {
    case .creates, .writes:
      write(event, kind, to: target, at: position)
    case .element(let list):
      guard let element = event["element"] else { return }
      if event["change"]?.text == "remove" {
        remove(element, from: list, target, at: position)
      } else {
        add(element, to: list, by: event.by, target, at: position)
      }
    case .presence:
      let word = event.kind == "record.withdrawn" ? "withdrawn" : "present"
      let remarks = event["reason"].map { ["reason": $0] } ?? [:]
      put(["presence": .text(word)], remarks, in: "presence", event.by, target, at: position)
    case .structural:
      break
    }
  }

  private mutating func note(_ kind: EventKind, _ target: Target, at position: Int) {
    guard target.noun.belongsToAudit, let audit = records[target.noun]?[target.key]?.audit
    else { return }
    changes[audit, default: AuditChanges()].note(kind, on: target.noun, at: position)
  }

  /// Whether an operation says something of an audit, beyond its conclusion and numbering.
  func touches(_ operation: Operation, audit: String) -> Bool {
    operation.events.contains { event in
      guard let event, let kind = EventKind.named(event.kind),
        let target = kind.target(of: event), kind.changesAudit(target.noun)
      else { return false }
      let named = event["audit"]?.text ?? records[target.noun]?[target.key]?.audit
      return named ?? (target.noun == .audit ? target.key : nil) == audit
    }
  }

  private func newRecord(
    _ target: Target, for event: Event, _ kind: EventKind, at position: Int
  ) -> Record {
    let operation = history.operations[position]
    let (noun, key) = (target.noun, target.key)
    let others = Set(kind.units.flatMap(\.fields) + kind.remarks)
    return Record(
      noun: noun, key: key,
      audit: noun == .audit ? key : noun.belongsToAudit ? event["audit"]?.text : nil,
      identity: event.fields.filter { !others.contains($0.key) && $0.key != kind.list },
      origin: position, by: event.by, at: operation.at, writer: operation.writer)
  }
}

// MARK: - Units and lists

extension State {
  private mutating func write(
    _ event: Event, _ kind: EventKind, to target: Target, at position: Int
  ) {
    let remarks = event.fields.filter { kind.remarks.contains($0.key) }
    for group in kind.units {
      let value = event.fields.filter { group.fields.contains($0.key) }
      guard !value.isEmpty else { continue }
      put(value, remarks, in: group.name, event.by, target, at: position)
    }
    if let list = kind.list {
      for element in event[list]?.list ?? [] {
        add(element, to: list, by: event.by, target, at: position)
      }
    }
  }

  /// Writes a value to a unit: it stands in the place of what it has in its past.
  mutating func put(
    _ value: [String: Content], _ remarks: [String: Content], in unit: String, _ by: String,
    _ target: Target, at position: Int
  ) {
    let new = Record.Write(
      operation: position, value: value, remarks: remarks, by: by,
      at: history.operations[position].at)
    var standing = records[target.noun]?[target.key]?.units[unit] ?? []
    standing.removeAll { $0.operation == position || history.isInPast($0.operation, of: position) }
    standing.append(new)
    records[target.noun]?[target.key]?.units[unit] = standing
  }

  private mutating func add(
    _ element: Content, to list: String, by: String, _ target: Target, at position: Int
  ) {
    let addition = Record.Addition(
      operation: position, by: by, at: history.operations[position].at)
    var elements = records[target.noun]?[target.key]?.lists[list] ?? []
    if let place = elements.firstIndex(where: { $0.content == element }) {
      elements[place].additions.append(addition)
    } else {
      elements.append(.init(content: element, additions: [addition]))
    }
    records[target.noun]?[target.key]?.lists[list] = elements
  }

  private mutating func remove(
    _ element: Content, from list: String, _ target: Target, at position: Int
  ) {
    var elements = records[target.noun]?[target.key]?.lists[list] ?? []
    guard let place = elements.firstIndex(where: { $0.content == element }) else { return }
    elements[place].additions.removeAll {
      $0.operation == position || history.isInPast($0.operation, of: position)
    }
    if elements[place].additions.isEmpty { elements.remove(at: place) }
    records[target.noun]?[target.key]?.lists[list] = elements
  }
}
