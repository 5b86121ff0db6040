extension State {
  /// Writes what a decision gives a unit, in the place of the heads that it names.
  mutating func decide(
    _ decision: Decision, _ event: Event, _ kind: EventKind, _ target: Target, _ unit: String,
    at place: EventPlace
  ) {
    guard !removals.isGone(target), let over = heads(of: decision) else { return }
    let record = record(target, for: event, kind, at: place)
    if let audit = records[record].audit, target.noun.belongsToAudit {
      if unit == "conclusion" {
        changes.noteConclusion(of: audit, at: place.operation)
      } else if unit != "numbering" {
        changes.noteChange(of: audit, at: place.operation)
      }
    }
    if unit == Record.presence {
      putPresence(decision.keeps, event, over: over, target, at: place)
    } else {
      let write = Record.Write(
        event, value: decision.value, remarks: ["reason"], over: over, at: place, of: history)
      put(write, in: unit, of: record)
    }
  }

  /// The operations that a decision names, or nothing where it names one that is not here or that
  /// has no part in the conflict: it is then moot.
  func heads(of decision: Decision) -> [Int]? {
    let over = decision.over.compactMap(history.position)
    guard over.count == decision.over.count else { return nil }
    // What only used a record or cited it has written to nothing of it.
    guard case .unit(let target, let unit) = decision.subject,
      ![Record.presence, Record.destroyed].contains(unit)
    else { return over }
    return over.allSatisfy { writes($0, unit, of: target) } ? over : nil
  }

  /// Whether an operation writes to a unit of a record.
  private func writes(_ position: Int, _ unit: String, of target: Target) -> Bool {
    history.operations[position].events.contains { event in
      guard let event, let kind = event.declaration else { return false }
      if kind.role == .decision, case .unit(target, unit) = Decision(event)?.subject { return true }
      guard kind.target(of: event) == target else { return false }
      return kind.units(in: event).contains { $0.name == unit }
    }
  }

  /// Takes note of what an undo or redo would change of records that a seal had frozen by then.
  mutating func noteHeldActivity(_ event: Event, at place: EventPlace) {
    guard !grounds.sealings.isEmpty else { return }
    var audits: Set<String> = []
    for position in (event["of"]?.texts ?? []).compactMap(history.position) {
      for audit in auditsTouched(by: position) {
        guard let view = grounds.sealings.view(ofAudit: audit),
          view.sees(position, in: history), !view.sees(place.operation, in: history)
        else { continue }
        audits.insert(audit)
      }
    }
    for audit in audits.sorted() { held.append(Held(place: place, audit: audit)) }
  }
}

extension EventKind {
  /// The units that an event writes, with the fields of each.
  func units(in event: Event) -> [(name: String, fields: [String])] {
    units.compactMap { group in
      guard group.fields.contains(where: { event[$0] != nil }) else { return nil }
      guard case .item(let field) = effect else { return (group.name, group.fields) }
      return ("\(group.name) \(event[field]?.text ?? "")", group.fields)
    }
  }
}

/// An event that came about an audit after a seal had frozen it: it counts in the next edition.
package struct Held: Hashable, Sendable {
  package let place: EventPlace
  /// The key of the audit.
  package let audit: String

  /// The operation it is part of, by its place in the history.
  package var operation: Int { place.operation }
}
