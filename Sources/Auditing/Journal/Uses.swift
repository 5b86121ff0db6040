/// Where operations in force write to or cite records that others, not knowing, removed.
struct Uses {
  /// One removal of a record.
  struct Removal {
    let operation: Int
    /// The operations, taken back by it, that made a record of the dossier; else nothing.
    ///
    /// A seal holds an undo back from the audit that it froze, and with it the uses there of what
    /// they had made: these stand as if nobody there knew of the undo.
    var makings: [Int] = []
  }

  /// One use of a record.
  struct Use {
    let place: EventPlace
    let event: Event
    /// Whether another record comes to cite it, rather than that it is written to itself.
    let isCitation: Bool
    /// What is seen of the frozen audit that uses it; nothing for the dossier and for what is free.
    let view: View?

    /// Whether who used the record cannot have known of its removal.
    func isUnaware(of removal: Removal, in history: History) -> Bool {
      if history.areConcurrent(removal.operation, place.operation) { return true }
      guard let view, !removal.makings.isEmpty,
        !view.sees(removal.operation, in: history)
      else { return false }
      let user = place.operation
      return removal.makings.contains { $0 == user || history.isInPast($0, of: user) }
    }
  }

  private var uses: [Target: [Use]] = [:]

  /// Finds the uses of some records in operations that did not know of one of the removals of that
  /// record.
  init(besides removals: [Target: [Removal]], in history: History, _ grounds: Grounds) {
    let positions = Set(removals.values.joined().map(\.operation))
    let mayBeHeld =
      !grounds.sealings.isEmpty && removals.values.joined().contains { !$0.makings.isEmpty }
    guard !positions.isEmpty, mayBeHeld || !history.isOneBranch else { return }
    let names = Self.names(of: removals.keys, in: history)
    for (position, operation) in history.operations.enumerated()
    where mayBeHeld || positions.contains(where: { history.areConcurrent($0, position) }) {
      for (index, event) in operation.events.enumerated() {
        guard let event, let kind = event.declaration,
          let target = Self.target(of: event, kind),
          grounds.admit(kind, event, about: target, at: position, in: history) == .counts
        else { continue }
        let place = EventPlace(operation: position, event: index)
        let adds = event["change"]?.text != "remove"
        let view = grounds.view(ofFrozen: grounds.frozenAudit(of: target, event))
        func note(_ name: String) {
          for used in names[name] ?? [] where uses[used]?.last?.place != place {
            let use = Use(
              place: place, event: event, isCitation: adds && used != target, view: view)
            guard removals[used]?.contains(where: { use.isUnaware(of: $0, in: history) }) == true
            else { continue }
            uses[used, default: []].append(use)
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
