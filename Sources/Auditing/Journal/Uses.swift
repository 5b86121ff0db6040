/// Where operations in force write to or cite records that others, not knowing, removed.
struct Uses {
  /// One use of a record.
  struct Use {
    let place: EventPlace
    let event: Event
    /// Whether another record comes to cite it, rather than that it is written to itself.
    let isCitation: Bool
  }

  private var uses: [String: [Use]] = [:]

  /// Finds the uses of some records, by the names under which entries cite them, in operations
  /// that are concurrent with one of the removals of that record.
  init(besides removals: [String: [Int]], in history: History, _ grounds: Grounds) {
    let positions = Set(removals.values.joined())
    guard !positions.isEmpty, !history.isOneBranch else { return }
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
          guard let removals = removals[name], uses[name]?.last?.place != place,
            removals.contains(where: { history.areConcurrent($0, position) })
          else { return }
          let isCitation = adds && name != target.citation
          uses[name, default: []].append(Use(place: place, event: event, isCitation: isCitation))
        }
        note(target.citation)
        if kind.role != .decision { event.forEachMention(note) }
      }
    }
  }

  /// The record that an event writes to, when writing to it is a use.
  private static func target(of event: Event, _ kind: EventKind) -> Target? {
    if kind.role == .decision, case .unit(let target, let unit) = Decision(event)?.subject {
      return unit == Record.presence ? nil : target
    }
    guard !kind.isStructural, kind.effect != .presence else { return nil }
    return kind.target(of: event)
  }

  subscript(name: String) -> [Use] { uses[name] ?? [] }
}
