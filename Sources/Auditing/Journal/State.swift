/// What a set of operations adds up to.
///
/// It is a function of the whole operations present and of nothing else: not of files, clocks,
/// settings or the order of arrival. Times are shown and decide nothing.
package struct State: Sendable {
  package internal(set) var history: History
  var records: [Noun: [String: Record]] = [:]
  var order: [Noun: [String]] = [:]
  /// Which operations are taken back.
  var activity = Activity(History())
  /// The records that were made by operations taken back, and what others did with them.
  var removals = Removals()
  /// What changed each audit, by its key.
  var changes: [String: AuditChanges] = [:]
  /// How many records of each noun each writer has made, those taken back included.
  var made: [String: Int] = [:]
  /// How many events of each kind this version does not know.
  package internal(set) var unknownKinds: [String: Int] = [:]

  /// Creates the state of a history.
  package init(_ history: History = History()) {
    self.history = history
    fold()
  }

  /// Unites with operations that have come since, each writer's in order.
  ///
  /// What has all the rest in its past is folded on top; anything else makes the history anew,
  /// so that no order of arrival shows.
  package mutating func unite(_ operations: [Operation]) {
    var needsFold = false
    for (index, operation) in operations.enumerated() where !history.contains(operation.id) {
      history.append(operation)
      guard history.lastSeesAll else {
        self = State(History(uniting: history.operations + operations[(index + 1)...]))
        return
      }
      needsFold =
        needsFold || !isActive(operation.id)
        || operation.events.contains { $0?.changesActivity == true }
      guard !needsFold else { continue }
      let position = history.operations.count - 1
      for case let event? in operation.events { apply(event, at: position) }
    }
    if needsFold { fold() }
  }

  /// Begins an operation that is still being prepared: its events are added one by one.
  package mutating func prepare(_ operation: Operation) { history.append(operation) }

  /// Adds an event to the operation being prepared.
  package mutating func add(_ event: Event) {
    history.extendLast(with: event)
    if event.changesActivity {
      fold()
    } else {
      apply(event, at: history.operations.count - 1)
    }
  }

  /// Gives the prepared operation the id that its line has on disk.
  package mutating func settle(id: String) { history.settleLast(id: id) }
}

/// Which operations changed an audit beyond its conclusion and numbering, by their places.
struct AuditChanges {
  private(set) var operations: [Int] = []
  /// The operations that conclude and change something after that.
  private(set) var afterConclusion: Set<Int> = []
  private var lastConclusion: Int?

  /// Takes note of one event.
  mutating func note(_ kind: EventKind, on noun: Noun, at position: Int) {
    if kind.name == "audit.concluded" {
      lastConclusion = position
      afterConclusion.remove(position)
    } else if kind.changesAudit(noun) {
      if operations.last != position { operations.append(position) }
      if lastConclusion == position { afterConclusion.insert(position) }
    }
  }
}

// MARK: - Reading

extension State {
  /// The records of a noun that stand, in the order in which they were made.
  package func all(_ noun: Noun) -> [Record] { everything(noun).filter(\.isPresent) }

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

  /// Whether an audit has entries that are not in the past of an operation, or has lost or got
  /// back some that are.
  package func hasChanges(ofAudit key: String, outsidePastOf position: Int) -> Bool {
    let changes = changes[key] ?? AuditChanges()
    let isOutside = changes.operations.contains {
      $0 != position && !history.isInPast($0, of: position)
    }
    return isOutside || changes.afterConclusion.contains(position)
      || activity.changed.contains { id in
        guard let place = history.position(of: id), history.isInPast(place, of: position),
          activity.wasUndone(id, before: position, in: history) == isActive(id)
        else { return false }
        return touches(history.operations[place], audit: key)
      }
  }

  /// Whether an operation is in force.
  package func isActive(_ id: String) -> Bool { !activity.undone.contains(id) }

  /// The ids of the operations that one undid and another, not knowing of it, redid; they count
  /// as active.
  package var contestedOperations: [String] { activity.contested.sorted() }

  /// The units that hold several distinct values, each with its record.
  package var conflicts: [(record: Record, unit: String)] {
    Noun.allCases.flatMap { noun in
      everything(noun).flatMap { record in record.conflictingUnits.map { (record, $0) } }
    }
  }
}
