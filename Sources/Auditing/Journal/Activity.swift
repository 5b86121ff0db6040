/// Which operations are taken back: an operation is active until undone.
///
/// Activity is itself a unit: an undo and a redo that did not know of each other are in
/// conflict, and the operation counts as active.
struct Activity {
  /// The ids of the operations that are taken back.
  private(set) var undone: Set<String> = []

  init(_ history: History) {
    var standing: [String: [(position: Int, undone: Bool)]] = [:]
    for (position, operation) in history.operations.enumerated() {
      for event in operation.events {
        guard let event, event.kind == "undo" || event.kind == "redo" else { continue }
        for id in event["of"]?.texts ?? [] {
          var writes = standing[id] ?? []
          writes.removeAll { history.isInPast($0.position, of: position) }
          writes.append((position, event.kind == "undo"))
          standing[id] = writes
        }
      }
    }
    for (id, writes) in standing where writes.allSatisfy(\.undone) { undone.insert(id) }
  }
}
