/// What a set of operations adds up to.
///
/// It is a function of the whole operations present and of nothing else: not of files, clocks,
/// settings or the order of arrival. Times are shown and decide nothing.
package struct State: Sendable {
  package private(set) var history: History
  private var records: [Noun: [String: Record]] = [:]
  private var order: [Noun: [String]] = [:]
  /// The operations that are taken back, by id, with the entry that says so.
  private(set) var undone: Set<String> = []
  /// The operations that changed something of each audit, by its key, conclusions left out.
  private var changes: [String: [Int]] = [:]
  /// How many records of each noun each writer has made, those taken back included.
  private var made: [String: Int] = [:]
  /// How many events of each kind this version does not know.
  package private(set) var unknownKinds: [String: Int] = [:]

  /// Creates the state of a history.
  package init(_ history: History = History()) {
    self.history = history
    fold()
  }

  /// Applies one more whole operation, whose past is already here.
  package mutating func apply(_ operation: Operation) {
    history.append(operation)
    if operation.events.contains(where: { $0?.kind == "undo" || $0?.kind == "redo" }) {
      fold()
    } else {
      let position = history.operations.count - 1
      for event in operation.events { apply(event, at: position) }
    }
  }

  /// Begins an operation that is still being prepared: its events are added one by one.
  package mutating func prepare(_ operation: Operation) { history.append(operation) }

  /// Adds an event to the operation being prepared.
  package mutating func add(_ event: Event) {
    history.extendLast(with: event)
    if event.kind == "undo" || event.kind == "redo" {
      fold()
    } else {
      apply(event, at: history.operations.count - 1)
    }
  }

  /// Gives the prepared operation the id that its line has on disk.
  package mutating func settle(id: String) { history.settleLast(id: id) }
}

// MARK: - Reading

extension State {
  /// The records of a noun that stand, in the order in which they were made.
  package func all(_ noun: Noun) -> [Record] {
    guard let keys = order[noun], let table = records[noun] else { return [] }
    return keys.compactMap { table[$0] }.filter(\.isPresent)
  }

  /// The record of that key, standing or withdrawn.
  package func record(_ noun: Noun, _ key: String) -> Record? { records[noun]?[key] }

  /// The records of a noun, those that were withdrawn included.
  package func everything(_ noun: Noun) -> [Record] {
    guard let keys = order[noun], let table = records[noun] else { return [] }
    return keys.compactMap { table[$0] }
  }

  /// How many records of a noun a writer has made, those taken back included.
  package func count(of noun: Noun, madeBy writer: String) -> Int {
    made["\(noun.rawValue)/\(writer)"] ?? 0
  }

  /// Whether an audit has entries that are not in the past of an operation.
  package func hasChanges(ofAudit key: String, outsidePastOf position: Int) -> Bool {
    (changes[key] ?? []).contains { $0 != position && !history.isInPast($0, of: position) }
  }

  /// Whether an operation is in force.
  package func isActive(_ id: String) -> Bool { !undone.contains(id) }

  /// The units that hold several distinct values, each with its record.
  package var conflicts: [(record: Record, unit: String)] {
    Noun.allCases.flatMap { noun in
      (order[noun] ?? []).compactMap { records[noun]?[$0] }.flatMap { record in
        record.conflictingUnits.map { (record, $0) }
      }
    }
  }
}

// MARK: - Folding

extension State {
  private mutating func fold() {
    records = [:]
    order = [:]
    changes = [:]
    made = [:]
    unknownKinds = [:]
    undone = Activity(history).undone
    for (position, operation) in history.operations.enumerated() {
      let isActive = isActive(operation.id)
      for event in operation.events {
        if isActive { apply(event, at: position) } else { count(event, at: position) }
      }
    }
  }

  /// Counts a record that an event makes, so that no display id is ever given twice.
  private mutating func count(_ event: Event?, at position: Int) {
    guard let event, let kind = EventKind.named(event.kind), kind.key == .random,
      kind.effect == .creates
    else { return }
    made["\(kind.noun.rawValue)/\(history.operations[position].writer)", default: 0] += 1
  }

  private mutating func apply(_ event: Event?, at position: Int) {
    guard let event else { return }
    guard let kind = EventKind.named(event.kind) else {
      unknownKinds[event.kind, default: 0] += 1
      return
    }
    guard kind.effect != .structural else { return }
    count(event, at: position)
    guard let (noun, key) = target(of: event, kind) else {
      unknownKinds[event.kind, default: 0] += 1
      return
    }
    if records[noun]?[key] == nil {
      order[noun, default: []].append(key)
      records[noun, default: [:]][key] = newRecord(noun, key, for: event, kind, at: position)
    }
    note(kind, noun, key, at: position)
    switch kind.effect {
    case .creates, .writes:
      write(event, kind, to: noun, key, at: position)
    case .element(let list):
      guard let element = event["element"] else { return }
      let removes = event["change"]?.text == "remove"
      change(list, element, removes: removes, by: event.by, noun, key, at: position)
    case .presence:
      let word = event.kind == "record.withdrawn" ? "withdrawn" : "present"
      let remarks = event["reason"].map { ["reason": $0] } ?? [:]
      put(["presence": .text(word)], remarks, in: "presence", event.by, noun, key, at: position)
    case .structural:
      break
    }
  }

  private mutating func note(_ kind: EventKind, _ noun: Noun, _ key: String, at position: Int) {
    guard noun.belongsToAudit, kind.name != "audit.concluded", kind.name != "audit.closed",
      let audit = records[noun]?[key]?.audit, changes[audit]?.last != position
    else { return }
    changes[audit, default: []].append(position)
  }

  /// The noun and key of the record that an event speaks of.
  private func target(of event: Event, _ kind: EventKind) -> (Noun, String)? {
    switch kind.key {
    case .random:
      return event["record"]?.text.map { (kind.noun, $0) }
    case .natural(let fields):
      let parts = fields.map { event[$0]?.text ?? "" }
      return (kind.noun, parts.joined(separator: "/"))
    case .of(let field):
      guard let key = event[field]?.text else { return nil }
      guard kind.effect == .presence else { return (kind.noun, key) }
      guard let noun = event["noun"]?.text.flatMap(Noun.init(rawValue:)) else { return nil }
      return (noun, key)
    }
  }

  private func newRecord(
    _ noun: Noun, _ key: String, for event: Event, _ kind: EventKind, at position: Int
  ) -> Record {
    let operation = history.operations[position]
    let grouped = Set(kind.units.flatMap(\.fields))
    return Record(
      noun: noun, key: key,
      audit: noun == .audit ? key : noun.belongsToAudit ? event["audit"]?.text : nil,
      identity: event.fields.filter { !grouped.contains($0.key) && $0.key != kind.list },
      origin: position, by: event.by, at: operation.at, writer: operation.writer)
  }

  private mutating func write(
    _ event: Event, _ kind: EventKind, to noun: Noun, _ key: String, at position: Int
  ) {
    let remarks = event.fields.filter { kind.remarks.contains($0.key) }
    for group in kind.units {
      let value = event.fields.filter { group.fields.contains($0.key) }
      guard !value.isEmpty else { continue }
      put(value, remarks, in: group.name, event.by, noun, key, at: position)
    }
    if let list = kind.list {
      for element in event[list]?.list ?? [] {
        change(list, element, removes: false, by: event.by, noun, key, at: position)
      }
    }
  }

  private mutating func put(
    _ value: [String: Content], _ remarks: [String: Content], in unit: String, _ by: String,
    _ noun: Noun, _ key: String, at position: Int
  ) {
    let new = Record.Write(
      operation: position, value: value, remarks: remarks, by: by,
      at: history.operations[position].at)
    var standing = records[noun]?[key]?.units[unit] ?? []
    standing.removeAll { $0.operation == position || history.isInPast($0.operation, of: position) }
    standing.append(new)
    records[noun]?[key]?.units[unit] = standing
  }

  private mutating func change(
    _ list: String, _ element: Content, removes: Bool, by: String, _ noun: Noun, _ key: String,
    at position: Int
  ) {
    var elements = records[noun]?[key]?.lists[list] ?? []
    let place = elements.firstIndex { $0.content == element }
    if removes {
      guard let place else { return }
      elements[place].additions.removeAll { $0 == position || history.isInPast($0, of: position) }
      if elements[place].additions.isEmpty { elements.remove(at: place) }
    } else if let place {
      elements[place].additions.append(position)
    } else {
      let at = history.operations[position].at
      elements.append(.init(content: element, additions: [position], by: by, at: at))
    }
    records[noun]?[key]?.lists[list] = elements
  }
}
