/// Where operations in force write to or cite records that others, not knowing, removed.
struct Uses {
  /// One removal of a record.
  struct Removal {
    let operation: Int
    /// Whether the record is the dossier's, which no seal freezes.
    let isOfDossier: Bool
  }

  /// One use of a record.
  struct Use {
    let place: EventPlace
    let event: Event
    /// Whether another record comes to cite it, rather than that it is written to itself.
    let isCitation: Bool
    /// What is seen of the frozen audit that uses it; nothing for the dossier and for what is free.
    let view: View?

    /// Whether who used the record cannot have known of its removal, or who removed it not of a
    /// seal that fixes the use: a seal uses all that its edition cites.
    func isUnaware(of removal: Removal, in history: History) -> Bool {
      history.areConcurrent(removal.operation, place.operation)
        || removal.isOfDossier && view?.isMissedBy(removal.operation, in: history) == true
    }
  }

  private var uses: [Target: [Use]] = [:]

  /// Finds the uses of some records in operations that did not know of one of the removals of that
  /// record.
  init(besides removals: [Target: [Removal]], in history: History, _ grounds: Grounds) {
    let positions = Set(removals.values.joined().map(\.operation))
    let isSealed = !grounds.sealings.isEmpty
    guard !positions.isEmpty, isSealed || !history.isOneBranch else { return }
    let names = Self.names(of: removals.keys, in: history, grounds)
    for (position, operation) in history.operations.enumerated() {
      let isConcurrent = positions.contains { history.areConcurrent($0, position) }
      guard isConcurrent || isSealed else { continue }
      for (index, event) in operation.events.enumerated() {
        guard let event, let kind = event.declaration,
          let target = Self.target(of: event, kind),
          grounds.admit(kind, event, about: target, at: position, in: history) == .counts
        else { continue }
        let place = EventPlace(operation: position, event: index)
        let adds = event["change"]?.text != "remove"
        let view = grounds.view(ofFrozen: grounds.frozenAudit(of: target, event))
        guard isConcurrent || view != nil else { continue }
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

  /// The records by the names under which entries cite them: a person by each handle that it was
  /// given and that was not taken back from it.
  private static func names(
    of targets: some Collection<Target>, in history: History, _ grounds: Grounds
  ) -> [String: [Target]] {
    var names: [String: [Target]] = [:]
    for target in targets { names[target.citation, default: []].append(target) }
    let people = Set(targets.filter { $0.noun == .person })
    guard !people.isEmpty else { return names }
    for (position, operation) in history.operations.enumerated() {
      for case let event? in operation.events {
        guard let kind = event.declaration, kind.noun == .person,
          let person = kind.target(of: event), people.contains(person),
          kind.makesRecord
            || grounds.admit(kind, event, about: person, at: position, in: history) == .counts
        else { continue }
        for name in event.citations(of: person) where names[name]?.contains(person) != true {
          names[name, default: []].append(person)
        }
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
