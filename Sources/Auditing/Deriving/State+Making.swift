extension State {
  /// The entry that made the record of a key, though it may not count.
  package func making(of key: String, _ noun: Noun? = nil) -> EventPlace? {
    for (position, operation) in history.operations.enumerated() {
      for case (let index, let event?) in operation.events.enumerated() {
        guard event.recordKey == key, let kind = event.declaration, kind.makesRecord,
          noun == nil || kind.noun == noun
        else { continue }
        return EventPlace(operation: position, event: index)
      }
    }
    return nil
  }
}
