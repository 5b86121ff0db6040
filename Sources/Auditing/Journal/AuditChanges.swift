/// Which operations changed an audit beyond its conclusion and numbering, by their places.
struct AuditChanges {
  private(set) var operations: [Int] = []
  /// The operations that conclude and change something after that.
  private(set) var afterConclusion: Set<Int> = []
  private var lastConclusion: Int?

  /// Takes note of a conclusion.
  mutating func noteConclusion(at position: Int) {
    lastConclusion = position
    afterConclusion.remove(position)
  }

  /// Takes note of another change.
  mutating func noteChange(at position: Int) {
    if operations.last != position { operations.append(position) }
    if lastConclusion == position { afterConclusion.insert(position) }
  }
}

/// What changed each audit, by its key.
struct AuditLog {
  private var places: [String: Int] = [:]
  private var all: [AuditChanges] = []
  /// The audit that was spoken of last: mostly the next entry speaks of it too.
  private var last: (key: String, place: Int)?

  /// The key of the audit that was spoken of last.
  var lastAudit: String? { last?.key }

  /// What changed an audit.
  subscript(key: String) -> AuditChanges {
    places[key].map { all[$0] } ?? AuditChanges()
  }

  /// Takes note of a conclusion of an audit.
  mutating func noteConclusion(of key: String, at position: Int) {
    all[place(of: key)].noteConclusion(at: position)
  }

  /// Takes note of another change of an audit.
  mutating func noteChange(of key: String, at position: Int) {
    all[place(of: key)].noteChange(at: position)
  }

  private mutating func place(of key: String) -> Int {
    if let last, last.key == key { return last.place }
    let place = places[key] ?? all.count
    if place == all.count {
      all.append(AuditChanges())
      places[key] = place
    }
    last = (key, place)
    return place
  }
}

extension State {
  /// Whether an audit has entries that are not in the past of an operation, or has lost or got
  /// back some that are.
  package func hasChanges(ofAudit key: String, outsidePastOf position: Int) -> Bool {
    let changes = changes[key]
    let isOutside = changes.operations.contains {
      $0 != position && !history.isInPast($0, of: position)
    }
    let then = View(operations: [position])
    let now = grounds.sealings.view(ofAudit: key)
    return isOutside || changes.afterConclusion.contains(position)
      || grounds.activity.changed.contains { place in
        guard history.isInPast(place, of: position),
          grounds.activity.isActive(place, seenBy: then, in: history)
            != grounds.activity.isActive(place, seenBy: now, in: history)
        else { return false }
        return touches(place, audit: key)
      }
  }

  /// Whether an operation says something of an audit, beyond its conclusion and numbering.
  private func touches(_ position: Int, audit: String) -> Bool {
    history.operations[position].events.contains { event in
      guard let event, let kind = event.declaration,
        let target = self.target(of: event, kind)
      else { return false }
      return kind.changesAudit(target.noun) && self.audit(of: target, event) == audit
    }
  }

  /// The audits that an operation says something of.
  func auditsTouched(by position: Int) -> Set<String> {
    var audits: Set<String> = []
    for case let event? in history.operations[position].events {
      guard let kind = event.declaration, let target = target(of: event, kind),
        let audit = audit(of: target, event)
      else { continue }
      audits.insert(audit)
    }
    return audits
  }

  /// The audit that a record belongs to, as far as it or an event about it says.
  func audit(of target: Target, _ event: Event) -> String? {
    guard target.noun.belongsToAudit else { return nil }
    switch target.noun {
    case .audit: return target.key
    case .assessment, .followup: return EventKind.firstPart(of: target.key)
    default: return recordPlace(of: target).flatMap { records[$0].audit } ?? event["audit"]?.text
    }
  }

  /// The record that an event speaks of, be it the record of a conflict that it decides.
  func target(of event: Event, _ kind: EventKind) -> Target? {
    if kind.role == .decision, case .unit(let target, _) = Decision(event)?.subject {
      return target
    }
    return kind.isStructural ? nil : kind.target(of: event)
  }
}
