/// An entry of a journal that something rests on: who wrote it, when, and in which operation.
package struct Entry: Hashable, Sendable {
  /// The kind of the event, such as `assessment.set`.
  package let kind: String
  package let by: String
  package let at: Timestamp
  /// The id of the operation; empty while it is not on disk, or only supposed.
  package let operation: String

  /// Creates an entry.
  package init(kind: String, by: String, at: Timestamp, operation: String) {
    self.kind = kind
    self.by = by
    self.at = at
    self.operation = operation
  }

  /// The first digits of the operation's id, which tell it from others of a dossier.
  package var shortID: String { String(operation.prefix(8)) }
}

extension State {
  /// The entry at a place of the history.
  package func entry(at place: EventPlace) -> Entry {
    let operation = history.operations[place.operation]
    let event = event(at: place)
    return Entry(
      kind: event?.kind ?? "", by: event?.by ?? "", at: operation.at,
      operation: operation.id == "pending" ? "" : operation.id)
  }

  /// The entries that stand for a unit of a record; several where people contradict each other.
  package func entries(of record: Record?, _ unit: String) -> [Entry] {
    (record?.units[unit] ?? []).map { entry(at: $0.place) }
  }
}
