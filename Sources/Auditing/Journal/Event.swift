/// One thing that happened to a dossier, as its entry in the journal says it.
package struct Event: Hashable, Sendable {
  /// The name of its kind, such as `finding.added`.
  package let kind: String
  /// The handle of the person who caused it; empty when nobody had said who enters.
  package let by: String
  /// The run of the script it belongs to, when undo can take that back as one.
  package let run: String?
  package let fields: [String: Content]

  /// Creates an event.
  package init(_ kind: String, by: String = "", run: String? = nil, _ fields: [String: Content]) {
    self.kind = kind
    self.by = by
    self.run = run
    self.fields = fields
  }

  package subscript(name: String) -> Content? { fields[name] }
}

/// The last entry of one writer's journal: its number, from 1, and its id.
package struct Head: Hashable, Sendable {
  package let writer: String
  package let n: Int
  package let id: String

  /// Creates a head.
  package init(writer: String, n: Int, id: String) {
    self.writer = writer
    self.n = n
    self.id = id
  }
}

/// What was entered at once: one line of a journal, whole or absent.
package struct Operation: Sendable {
  /// SHA-256 of the line's header, in lowercase hexadecimal.
  package var id: String
  package let writer: String
  /// Its number in this writer's journal, from 1.
  package let n: Int
  package let at: Timestamp
  /// The id of this writer's operation before it; empty for the first.
  package let previous: String
  /// The heads of other writers that had been replayed before it was evaluated.
  package let seen: [Head]
  /// Its events; nothing where a body was redacted.
  package var events: [Event?]

  /// Creates an operation.
  package init(
    id: String, writer: String, n: Int, at: Timestamp, previous: String, seen: [Head],
    events: [Event?]
  ) {
    self.id = id
    self.writer = writer
    self.n = n
    self.at = at
    self.previous = previous
    self.seen = seen
    self.events = events
  }

  /// The operation as the head of its writer.
  package var head: Head { Head(writer: writer, n: n, id: id) }
}
