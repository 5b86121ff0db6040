/// The last entry of one writer's journal: its number, from 1, and its id.
package struct Head: Hashable, Sendable {
  package let writer: String
  package let n: Int
  package let identity: OperationID

  /// Creates a head.
  package init(writer: String, n: Int, id: String) {
    self.init(writer: writer, n: n, identity: OperationID(id))
  }

  /// Creates a head of an id that was read.
  package init(writer: String, n: Int, identity: OperationID) {
    self.writer = writer
    self.n = n
    self.identity = identity
  }

  /// The id in lowercase hexadecimal.
  package var id: String { identity.text }
}

extension Head: CustomStringConvertible {
  /// The head as a header names it: `writer n id`.
  package var description: String { "\(writer) \(n) \(id)" }
}

/// What was entered at once: one line of a journal, whole or absent.
package struct Operation: Sendable {
  /// SHA-256 of the line's header.
  package var identity: OperationID
  package let writer: String
  /// Its number in this writer's journal, from 1.
  package let n: Int
  package let at: Timestamp
  /// The id of this writer's operation before it; zeros or empty for the first.
  package let predecessor: OperationID
  /// The heads of other writers that had been replayed before it was evaluated.
  package let seen: [Head]
  /// Its events; nothing where a body was redacted.
  package var events: [Event?] { didSet { firstKey = nil } }
  /// The key of the record that the first event speaks of, where its reader has found it already.
  private(set) var firstKey: String?

  /// Creates an operation.
  package init(
    id: String, writer: String, n: Int, at: Timestamp, previous: String, seen: [Head],
    events: [Event?]
  ) {
    self.init(
      identity: OperationID(id), writer: writer, n: n, at: at,
      predecessor: OperationID(previous), seen: seen, events: events)
  }

  /// Creates an operation of ids that were read.
  package init(
    identity: OperationID, writer: String, n: Int, at: Timestamp, predecessor: OperationID,
    seen: [Head], events: [Event?], firstKey: String? = nil
  ) {
    self.identity = identity
    self.writer = writer
    self.n = n
    self.at = at
    self.predecessor = predecessor
    self.seen = seen
    self.events = events
    self.firstKey = firstKey
  }

  /// SHA-256 of the line's header, in lowercase hexadecimal.
  package var id: String {
    get { identity.text }
    set { identity = OperationID(newValue) }
  }

  /// The id of this writer's operation before it, in lowercase hexadecimal.
  package var previous: String { predecessor.text }

  /// The operation as the head of its writer.
  package var head: Head { Head(writer: writer, n: n, identity: identity) }
}
