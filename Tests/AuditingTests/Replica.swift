import Auditing

/// One copy of a dossier that knows some operations and writes new ones as one writer.
struct Replica {
  let writer: String
  private(set) var operations: [Operation] = []

  init(_ writer: String) { self.writer = writer }

  var state: State { State(History(uniting: operations)) }

  /// Writes one operation that has seen all that this copy holds.
  @discardableResult
  mutating func write(_ events: Event..., at milliseconds: Int = 0) -> Operation {
    write(events, at: milliseconds)
  }

  @discardableResult
  mutating func write(_ events: [Event], at milliseconds: Int = 0) -> Operation {
    let history = History(uniting: operations)
    let head = history.heads[writer]
    let n = (head?.n ?? 0) + 1
    let operation = Operation(
      id: "\(writer)-\(n)", writer: writer, n: n, at: Timestamp(milliseconds: milliseconds),
      previous: head?.id ?? "", seen: history.unseen(by: writer), events: events)
    operations.append(operation)
    return operation
  }

  /// Takes over one operation.
  mutating func take(_ operation: Auditing.Operation) { operations.append(operation) }

  /// Takes over what another copy holds.
  mutating func pull(_ other: Replica) {
    let known = Set(operations.map(\.id))
    operations += other.operations.filter { !known.contains($0.id) }
  }
}

extension Event {
  static func site(_ site: String, _ fields: [String: Content] = [:], by person: String = "ana")
    -> Event
  {
    Event("site.set", by: person, fields.merging(["site": .text(site)]) { $1 })
  }

  static func undo(_ operations: Operation...) -> Event {
    Event("undo", by: "ana", ["of": .texts(operations.map(\.id))])
  }

  static func redo(_ operations: Operation...) -> Event {
    Event("redo", by: "ana", ["of": .texts(operations.map(\.id))])
  }

  static func withdrawn(_ noun: Noun, _ key: String, by person: String = "ana") -> Event {
    Event(
      "record.withdrawn", by: person, ["noun": .text(noun.rawValue), "record": .text(key)])
  }

  static func restored(_ noun: Noun, _ key: String) -> Event {
    Event(
      "record.restored", by: "ana", ["noun": .text(noun.rawValue), "record": .text(key)])
  }

  static func finding(
    _ key: String, id: String = "F1", text: String = "", audit: String = "a",
    evidence: [String] = []
  ) -> Event {
    Event(
      "finding.added", by: "ana",
      [
        "record": .text(key), "id": .text(id), "audit": .text(audit), "criterion": "M1",
        "site": "digne", "grade": "ncmin", "text": .text(text), "evidence": .texts(evidence),
      ])
  }

  static func amended(_ key: String, text: String, by person: String = "ana") -> Event {
    Event(
      "finding.amended", by: person,
      [
        "record": .text(key), "audit": "a", "criterion": "M1", "site": "digne", "grade": "ncmin",
        "text": .text(text),
      ])
  }

  static func cited(_ finding: String, _ change: String, _ evidence: String) -> Event {
    Event(
      "finding.cited", by: "ana",
      [
        "record": .text(finding), "audit": "a", "change": .text(change),
        "element": .text(evidence),
      ])
  }
}

extension Conflict {
  /// The unit it is about, if it is about one.
  var unit: String? {
    if case .unit(_, _, let unit) = subject { unit } else { nil }
  }

  /// The key of the record it is about, if it is about one.
  var key: String? {
    if case .unit(_, let key, _) = subject { key } else { nil }
  }
}
