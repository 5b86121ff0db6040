/// Which operations are taken back: an operation is active until undone.
///
/// Activity is itself a unit: an undo and a redo that did not know of each other are in conflict,
/// and the operation counts as active. What an undo names was known to it, since an id is a hash.
struct Activity {
  /// The operations that are taken back, by their places in the history.
  private(set) var undone: Set<Int> = []
  /// The operations that both an undo and a redo stand for.
  private(set) var contested: Set<Int> = []
  /// What was written about each operation, by its place, in the order of the history.
  private var marks: [Int: [Mark]] = [:]

  /// One undo or redo of an operation, or a decision between them.
  struct Mark {
    let place: EventPlace
    let isUndo: Bool
    /// The operations whose marks a decision replaces; nothing for an undo or a redo.
    let over: [Int]?
  }

  init() {}

  /// Reads the undos, redos and decisions that stand at some places of a history.
  init(_ places: [EventPlace], in history: History) {
    for place in places {
      guard let event = history.operations[place.operation].events[place.event] else { continue }
      if let decision = Decision(event) {
        note(decision, at: place, history)
      } else {
        for id in event["of"]?.texts ?? [] {
          note(id, Mark(place: place, isUndo: event.kind == "undo", over: nil), history)
        }
      }
    }
    for position in marks.keys {
      let standing = standing(of: position, seenBy: nil, in: history)
      guard !standing.isEmpty else { continue }
      if standing.allSatisfy(\.isUndo) {
        undone.insert(position)
      } else if standing.contains(where: \.isUndo) {
        contested.insert(position)
      }
    }
  }

  private mutating func note(_ decision: Decision, at place: EventPlace, _ history: History) {
    guard case .activity(let id) = decision.subject else { return }
    let over = decision.over.compactMap(history.position)
    guard over.count == decision.over.count else { return }
    note(id, Mark(place: place, isUndo: !decision.keeps, over: over), history)
  }

  private mutating func note(_ id: String, _ mark: Mark, _ history: History) {
    guard let position = history.position(of: id) else { return }
    marks[position, default: []].append(mark)
  }

  /// The operations that were ever undone or redone.
  var changed: some Sequence<Int> { marks.keys }

  /// Whether an operation was ever undone or redone.
  func isMarked(_ position: Int) -> Bool { marks[position] != nil }

  /// The marks of an operation that no other of them replaces, of those that a view sees.
  func standing(of position: Int, seenBy view: View?, in history: History) -> [Mark] {
    let known = (marks[position] ?? []).filter { mark in
      (view?.sees(mark.place.operation, in: history) ?? true)
        && (mark.over == nil || isActive(mark.place.operation, seenBy: view, in: history))
    }
    return known.filter { mark in
      !known.contains { $0.place != mark.place && $0.replaces(mark, in: history) }
    }
  }

  /// Whether an operation is in force, as a view sees it.
  func isActive(_ position: Int, seenBy view: View?, in history: History) -> Bool {
    guard isMarked(position) else { return true }
    let standing = standing(of: position, seenBy: view, in: history)
    return standing.isEmpty || !standing.allSatisfy(\.isUndo)
  }
}

extension Activity.Mark {
  fileprivate func replaces(_ other: Self, in history: History) -> Bool {
    let (theirs, mine) = (other.place.operation, place.operation)
    guard let over else {
      return theirs == mine ? other.place < place : history.isInPast(theirs, of: mine)
    }
    return over.contains { $0 == theirs || history.isInPast(theirs, of: $0) }
  }
}

extension Event {
  /// Whether it takes operations back or puts them back.
  var changesActivity: Bool { kind == "undo" || kind == "redo" }
}
