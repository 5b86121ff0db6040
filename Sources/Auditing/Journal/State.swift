/// What a set of operations adds up to.
///
/// It is a function of the whole operations present and of nothing else: not of files, clocks,
/// settings or the order of arrival. Times are shown and decide nothing.
///
/// A unit holds what the active writes say that no other active write has in its past; a decision
/// replaces only the heads that it names and what those had replaced. A plain write by one whose
/// past holds both sides of a conflict replaces both, as any write does: that nobody writes one
/// unknowingly is for the program to see to, by `obstacle(to:)`.
package struct State: Sendable {
  package internal(set) var history: History
  /// The records in the order in which they were made.
  var records: [Record] = []
  /// Where each record is.
  var places = RecordTable()
  /// The records of each noun, by its ordinal, in the order in which they were made.
  var order: [[Int]] = Array(repeating: [], count: Noun.allCases.count)
  /// The records with a unit that several writes stand for, by their places.
  var contended: Set<Int> = []
  /// The records whose presence was ever written, by their places.
  var removable: Set<Int> = []
  /// The records whose content was destroyed by a decision, by their places.
  var destroyed: Set<Int> = []
  /// Which operations and records events count for.
  var grounds = Grounds()
  /// The records that were made by operations taken back, and what others did with them.
  var removals = Removals()
  /// The display ids of the nouns that were asked for, kept up as records are made.
  var identifiers: [Noun: Identifiers] = [:]
  /// Where the findings of each audit are, by its key, in the order in which they were made.
  var findingPlaces: [String: [Int]] = [:]
  /// Whether an event came that changes what earlier ones count for.
  var isStale = false
  /// What changed each audit, by its key.
  var changes = AuditLog()
  /// How many records of each noun each writer has made, those taken back included.
  var made = Made()
  /// The events of kinds that this version does not know, or that do not say what they are about.
  var unknown: [EventPlace] = []
  /// What came about an audit after a seal had frozen it.
  package internal(set) var held: [Held] = []

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
      needsFold = needsFold || operation.events.contains { $0.map(Self.reachesBack) == true }
      guard !needsFold else { continue }
      let position = history.operations.count - 1
      for (index, event) in operation.events.enumerated() {
        if let event { take(event, at: EventPlace(operation: position, event: index)) }
      }
    }
    if needsFold || isStale { fold() }
  }

  /// Begins an operation that is still being prepared: its events are added one by one.
  package mutating func prepare(_ operation: Operation) { history.append(operation) }

  /// Adds an event to the operation being prepared.
  package mutating func add(_ event: Event) {
    history.extendLast(with: event)
    let position = history.operations.count - 1
    if Self.reachesBack(event) {
      fold()
    } else {
      let index = history.operations[position].events.count - 1
      take(event, at: EventPlace(operation: position, event: index))
      if isStale { fold() }
    }
  }

  /// Gives the prepared operation the id that its line has on disk.
  package mutating func settle(id: String) {
    history.settleLast(id: id)
    if !history.lastSeesAll { self = State(History(uniting: history.operations)) }
  }

  /// Takes the operation that is being prepared away again: what is left is added up anew.
  package mutating func abandonLast() {
    self = State(History(uniting: Array(history.operations.dropLast())))
  }

  /// Whether an event changes what earlier ones count for.
  private static func reachesBack(_ event: Event) -> Bool {
    guard let kind = event.declaration else { return false }
    return switch kind.role {
    case .ordinary: false
    case .activity, .sealing: true
    case .decision:
      switch Decision(event)?.subject {
      case .activity, .unit(_, Record.presence): true
      default: false
      }
    }
  }
}

// MARK: - Reading

extension State {
  /// The records of a noun that stand, in the order in which they were made.
  package func all(_ noun: Noun) -> [Record] {
    let places = order[noun.ordinal]
    var all: [Record] = []
    all.reserveCapacity(places.count)
    for place in places where records[place].isPresent { all.append(records[place]) }
    return all
  }

  /// Where the record of a target is.
  func recordPlace(of target: Target) -> Int? { places.place(of: target, in: records) }

  /// The record of that key, standing or withdrawn.
  package func record(_ noun: Noun, _ key: String) -> Record? {
    recordPlace(of: Target(noun: noun, key: key)).map { records[$0] }
  }

  /// The records of a noun, those that were withdrawn included.
  package func everything(_ noun: Noun) -> [Record] { order[noun.ordinal].map { records[$0] } }

  /// The key of the record of a noun that was made after so many others.
  package func key(_ noun: Noun, after count: Int) -> String? {
    let places = order[noun.ordinal]
    return places.indices.contains(count) ? records[places[count]].key : nil
  }

  /// How many records of a noun there are, those that were withdrawn included.
  package func count(of noun: Noun) -> Int { order[noun.ordinal].count }

  /// A record by the label that its maker gave it.
  package typealias Labelled = (label: String, key: String, audit: String?)

  /// The labels of the records of a noun beyond so many, in the order in which they were made.
  package func labels(of noun: Noun, after count: Int) -> [Labelled] {
    order[noun.ordinal].dropFirst(count).compactMap { place in
      records[place].label.map { ($0, records[place].key, records[place].audit) }
    }
  }

  /// Whether the content of any record was destroyed by a decision.
  package var hasDestructions: Bool { !destroyed.isEmpty }

  /// How many records of a noun a writer has made, those taken back included.
  package func count(of noun: Noun, madeBy writer: String) -> Int {
    history.columns(of: writer).reduce(0) { $0 + made[noun, $1] }
  }

  /// How many events of each kind this version does not know, or which do not say what they are
  /// about.
  package var unknownKinds: [String: Int] {
    var kinds: [String: Int] = [:]
    for place in unknown {
      if let event = event(at: place) { kinds[event.kind, default: 0] += 1 }
    }
    return kinds
  }

  /// The event at a place; nothing where its body was left out.
  package func event(at place: EventPlace) -> Event? {
    history.operations[place.operation].events[place.event]
  }

  /// Whether an operation is in force.
  package func isActive(_ id: String) -> Bool { history.position(of: id).map(isActive) ?? true }

  /// Whether the operation at a place in the history is in force.
  package func isActive(_ position: Int) -> Bool { !grounds.activity.undone.contains(position) }

  /// The ids of the operations that one undid and another, not knowing of it, redid; they count
  /// as active.
  package var contestedOperations: [String] {
    grounds.activity.contested.map { history.operations[$0].id }.sorted()
  }
}
