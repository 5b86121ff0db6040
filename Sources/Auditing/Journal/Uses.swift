/// Where operations in force write to or cite records that others, not knowing, removed.
struct Uses {
  /// One use of a record.
  struct Use {
    let place: EventPlace
    let event: Event
    /// Whether another record comes to cite it, rather than that it is written to itself.
    let isCitation: Bool
  }

  private var uses: [Target: [Use]] = [:]

  /// Finds the uses of some records in operations that are concurrent with one of the removals of
  /// that record.
  init(besides removals: [Target: [Int]], in history: History, _ grounds: Grounds) {
    let positions = Set(removals.values.joined())
    guard !positions.isEmpty, !history.isOneBranch else { return }
    let names = Self.names(of: removals.keys, in: history)
    for (position, operation) in history.operations.enumerated()
    where positions.contains(where: { history.areConcurrent($0, position) }) {
      for (index, event) in operation.events.enumerated() {
        guard let event, let kind = event.declaration,
          let target = Self.target(of: event, kind),
          grounds.admit(kind, event, about: target, at: position, in: history) == .counts
        else { continue }
        let place = EventPlace(operation: position, event: index)
        let adds = event["change"]?.text != "remove"
        func note(_ name: String) {
          for used in names[name] ?? [] where uses[used]?.last?.place != place {
            guard removals[used]?.contains(where: { history.areConcurrent($0, position) }) == true
            else { continue }
            uses[used, default: []].append(
              Use(place: place, event: event, isCitation: adds && used != target))
          }
        }
        note(target.citation)
        if kind.role != .decision { event.forEachMention(note) }
      }
    }
  }

  /// The records by the names under which entries cite them: a person by each handle it ever had.
  private static func names(
    of targets: some Collection<Target>, in history: History
  ) -> [String: [Target]] {
    var names: [String: [Target]] = [:]
    for target in targets { names[target.citation, default: []].append(target) }
    let people = Set(targets.filter { $0.noun == .person })
    guard !people.isEmpty else { return names }
    for case let event? in history.operations.lazy.flatMap(\.events) {
      guard let kind = event.declaration, kind.noun == .person,
        let person = kind.target(of: event), people.contains(person)
      else { continue }
      for name in event.citations(of: person) where names[name]?.contains(person) != true {
        names[name, default: []].append(person)
      }
    }
    return names
  }

  /// The record that an event writes to, when writing to it is a use.
  private static func target(of event: Event, _ kind: EventKind) -> Target? {
    if kind.role == .decision, case .unit(let target, let unit) = Decision(event)?.subject {
      return unit == Record.presence ? nil : target
    }
    guard !kind.isStructural, kind.effect != .presence else { return nil }
    return kind.target(of: event)
  }

  subscript(record: Target) -> [Use] { uses[record] ?? [] }
}
