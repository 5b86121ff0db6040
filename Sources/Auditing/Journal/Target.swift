/// A record by its noun and key.
struct Target: Hashable {
  let noun: Noun
  let key: String

  /// What the record is called where entries cite it.
  var citation: String { noun.citation(of: key) }

  /// Whether only the event that made it can begin it.
  var isMinted: Bool { citation == key }
}

/// An event by the places of its operation in the history and of itself in the operation.
package struct EventPlace: Hashable, Comparable, Sendable {
  package let operation: Int
  package let event: Int

  /// Creates a place.
  package init(operation: Int, event: Int) {
    self.operation = operation
    self.event = event
  }

  package static func < (one: EventPlace, other: EventPlace) -> Bool {
    (one.operation, one.event) < (other.operation, other.event)
  }
}

extension EventKind {
  /// The record that an event of this kind speaks of, or nothing when it does not say; its key may
  /// have been asked for before.
  func target(of event: Event, key known: String? = nil) -> Target? {
    guard let key = known ?? targetKey(of: event) else { return nil }
    guard noun == .dossier, case .of = self.key else { return Target(noun: noun, key: key) }
    return event.text("noun").flatMap(Noun.init(rawValue:)).map { Target(noun: $0, key: key) }
  }

  /// Whether this version knows what an event of this kind says: not a verdict that a later one has,
  /// nor an edition of a number that none has.
  func isUnderstood(_ event: Event) -> Bool {
    if noun == .assessment, let verdict = event.text("verdict") {
      return Assessment.Verdict(rawValue: verdict) != nil
    }
    guard role == .sealing, name == "seal.begun", let edition = event["edition"] else {
      return true
    }
    return edition.integer.map(Seal.editions.contains) == true
  }

  /// The key of the record that an event of this kind speaks of, or nothing when it does not say.
  func targetKey(of event: Event) -> String? {
    switch key {
    case .random: event.recordKey
    case .natural(let fields): Self.naturalKey(of: event, fields)
    case .of(let field): field == "record" ? event.recordKey : event.text(field)
    }
  }

  /// Whether it changes what an audit's conclusion rests on, when it speaks of such a noun.
  func changesAudit(_ noun: Noun) -> Bool {
    noun.belongsToAudit && !isConclusion && !isNumbering
  }
}
