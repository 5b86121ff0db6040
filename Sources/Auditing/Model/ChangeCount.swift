/// How often something was changed, for calendars that were given out before (RFC 5545, 3.8.7.4).
package struct ChangeCount: Sendable {
  /// How many operations spoke of it, undone ones and undos too: it never falls while the history
  /// grows.
  package internal(set) var changes = 0
  /// When the latest of them was entered.
  package internal(set) var last: Timestamp

  /// How many came after the first.
  package var revisions: Int { max(0, changes - 1) }
}

extension State {
  /// How often each action was changed, by its key.
  package func actionChanges() -> [String: ChangeCount] {
    let spoken = operations { event, kind in
      target(of: event, kind).flatMap { $0.noun == .action ? $0 : nil }
    }
    return Dictionary(
      uniqueKeysWithValues: spoken.compactMap { target, places in
        changes(at: places).map { (target.key, $0) }
      })
  }

  /// The places of the operations that speak of each record, of undos and redos of them too.
  ///
  /// - Parameter record: The record that an event speaks of, if it is to be counted.
  /// - Returns: The places in the history, by record.
  func operations(speakingOf record: (Event, EventKind) -> Target?) -> [Target: Set<Int>] {
    var touched: [Int: Set<Target>] = [:]
    for (position, operation) in history.operations.enumerated() {
      for case let event? in operation.events {
        guard let kind = event.declaration else { continue }
        if kind.name == "undo" || kind.name == "redo" {
          for place in (event["of"]?.texts ?? []).compactMap(history.position) {
            guard let undone = touched[place] else { continue }
            touched[position, default: []].formUnion(undone)
          }
        } else if let target = record(event, kind) {
          touched[position, default: []].insert(target)
        }
      }
    }
    var places: [Target: Set<Int>] = [:]
    for (position, targets) in touched {
      for target in targets { places[target, default: []].insert(position) }
    }
    return places
  }

  /// Counts changes by the places of their operations; nothing where there are none.
  func changes(at places: Set<Int>) -> ChangeCount? {
    places.map { history.operations[$0].at }.max().map {
      ChangeCount(changes: places.count, last: $0)
    }
  }
}
