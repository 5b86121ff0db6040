/// Which operations are taken back: an operation is active until undone.
///
/// Activity is itself a unit: an undo and a redo that did not know of each other are in
/// conflict, and the operation counts as active.
struct Activity {
  /// The ids of the operations that are taken back.
  private(set) var undone: Set<String> = []
  /// The ids of the operations that both an undo and a redo stand for.
  private(set) var contested: Set<String> = []

  /// What was written about each operation, by its id, in the order of the history.
  private var marks: [String: [Mark]] = [:]

  /// One undo or redo of an operation.
  struct Mark {
    /// The place in the history of the operation that says it.
    let position: Int
    let isUndo: Bool
  }

  init(_ history: History) {
    for (position, operation) in history.operations.enumerated() {
      for event in operation.events {
        guard let event, event.changesActivity else { continue }
        let mark = Mark(position: position, isUndo: event.kind == "undo")
        for id in event["of"]?.texts ?? [] { marks[id, default: []].append(mark) }
      }
    }
    for id in marks.keys {
      let standing = standing(of: id, in: history)
      if standing.allSatisfy(\.isUndo) {
        undone.insert(id)
      } else if standing.contains(where: \.isUndo) {
        contested.insert(id)
      }
    }
  }

  /// The ids of the operations that were ever undone or redone.
  var changed: some Sequence<String> { marks.keys }

  /// The marks of an operation that no other of them has in its past.
  func standing(of id: String, in history: History) -> [Mark] {
    Self.standing(marks[id] ?? [], in: history)
  }

  /// Whether an operation was taken back in what another has in its past, itself included.
  func wasUndone(_ id: String, before position: Int, in history: History) -> Bool {
    let known = (marks[id] ?? []).filter {
      $0.position == position || history.isInPast($0.position, of: position)
    }
    let standing = Self.standing(known, in: history)
    return !standing.isEmpty && standing.allSatisfy(\.isUndo)
  }

  private static func standing(_ marks: [Mark], in history: History) -> [Mark] {
    var standing: [Mark] = []
    for mark in marks {
      standing.removeAll {
        $0.position == mark.position || history.isInPast($0.position, of: mark.position)
      }
      standing.append(mark)
    }
    return standing
  }
}

extension Event {
  /// Whether it takes operations back or puts them back.
  var changesActivity: Bool { kind == "undo" || kind == "redo" }
}
