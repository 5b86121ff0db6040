/// The records that only operations taken back have made.
///
/// Where someone used one while another, not knowing, took its making back, it is kept and its
/// presence is in conflict; so is one that a sealed audit uses, whose seal the undo did not know.
/// One that somebody decided to keep, naming the undo, is kept. Else it is gone, and what was
/// written to it since is moot.
struct Removals {
  private var gone: Set<Target> = []
  /// The records that are kept, by the places in the history of what made them.
  private var kept: [Int: Set<Target>] = [:]
  /// The records that are kept, by the place of the undo that would have them gone.
  private(set) var removed: [EventPlace: Set<Target>] = [:]
  private var disputed: Set<Target> = []

  init() {}

  init(_ history: History, _ grounds: Grounds) {
    var makers = Self.makers(history, grounds)
    guard !makers.isEmpty else { return }
    for (position, operation) in history.operations.enumerated() {
      for case let event? in operation.events {
        guard let (target, kind) = Self.made(by: event), makers[target] != nil,
          grounds.admit(kind, event, about: target, at: position, in: history) == .counts
        else { continue }
        makers[target] = nil
      }
    }
    var removals: [Target: [Uses.Removal]] = [:]
    for (target, maker) in makers {
      for position in maker.positions {
        for mark in grounds.activity.standing(of: position, seenBy: maker.view, in: history) {
          removals[target, default: []].append(Self.removal(of: target, by: mark.place))
        }
      }
    }
    let uses = Uses(besides: removals, in: history, grounds)
    let keeping = Self.keeping(Set(makers.keys), history, grounds)
    for (target, maker) in makers {
      note(target, maker, uses[target], keeping[target] ?? [], history, grounds)
    }
  }

  private mutating func note(
    _ target: Target, _ maker: Maker, _ uses: [Uses.Use], _ keeping: [[Int]], _ history: History,
    _ grounds: Grounds
  ) {
    let uses = uses.filter { maker.view?.sees($0.place.operation, in: history) ?? true }
    var isKept = false
    for position in maker.positions {
      let undoings = grounds.activity.standing(of: position, seenBy: maker.view, in: history)
      let disputed = undoings.filter { undoing in
        let removal = Self.removal(of: target, by: undoing.place)
        return uses.contains { $0.isUnaware(of: removal, in: history) }
          || keeping.contains { $0.contains(removal.operation) }
      }
      guard !disputed.isEmpty else { continue }
      isKept = true
      kept[position, default: []].insert(target)
      for undoing in disputed { removed[undoing.place, default: []].insert(target) }
    }
    if isKept {
      disputed.insert(target)
    } else if target.isMinted {
      gone.insert(target)
    }
  }

  /// The operations taken back that made a record, and what is seen of it.
  private struct Maker {
    var positions: [Int] = []
    let view: View?
  }

  private static func makers(_ history: History, _ grounds: Grounds) -> [Target: Maker] {
    var makers: [Target: Maker] = [:]
    for position in grounds.activity.changed.sorted() {
      for case let event? in history.operations[position].events {
        guard let (target, kind) = made(by: event),
          grounds.admit(kind, event, about: target, at: position, in: history) == .undone
        else { continue }
        let audit = grounds.frozenAudit(of: target, event)
        let maker = makers[target] ?? Maker(view: grounds.view(ofFrozen: audit))
        makers[target] = maker
        if maker.positions.last != position { makers[target]?.positions.append(position) }
      }
    }
    return makers
  }

  private static func made(by event: Event) -> (Target, EventKind)? {
    guard let kind = event.declaration, kind.makesRecord else { return nil }
    return kind.target(of: event).map { ($0, kind) }
  }

  /// The heads over which decisions in force keep some records.
  private static func keeping(
    _ targets: Set<Target>, _ history: History, _ grounds: Grounds
  ) -> [Target: [[Int]]] {
    var keeping: [Target: [[Int]]] = [:]
    for (position, operation) in history.operations.enumerated() {
      for case let event? in operation.events {
        guard let kind = event.declaration, kind.role == .decision,
          let decision = Decision(event), decision.keeps,
          case .unit(let target, Record.presence) = decision.subject, targets.contains(target),
          grounds.admit(kind, event, about: target, at: position, in: history) == .counts
        else { continue }
        let over = decision.over.compactMap(history.position)
        if over.count == decision.over.count { keeping[target, default: []].append(over) }
      }
    }
    return keeping
  }

  /// The removal of a record by an entry.
  static func removal(of target: Target, by place: EventPlace) -> Uses.Removal {
    Uses.Removal(operation: place.operation, isOfDossier: !target.noun.belongsToAudit)
  }

  /// Whether a record is not there, whatever is still written to it.
  func isGone(_ target: Target) -> Bool { !gone.isEmpty && gone.contains(target) }

  /// Whether only operations taken back have made a record that is gone or kept.
  func concerns(_ target: Target) -> Bool {
    !disputed.isEmpty && disputed.contains(target) || isGone(target)
  }

  /// Whether a person is among the records that are gone or kept.
  var concernsPeople: Bool {
    gone.contains { $0.noun == .person } || disputed.contains { $0.noun == .person }
  }

  /// Whether a record that an operation made stays though the operation was taken back.
  func isKept(_ target: Target, madeAt position: Int) -> Bool {
    kept[position]?.contains(target) == true
  }
}
