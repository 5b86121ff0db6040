/// One line of the plan of an audit (ISO 19011:2018 6.3.2): when, where, what and with whom.
package struct PlanLine: Hashable, Sendable {
  package var key: String
  /// The display id, such as `H2`.
  package var id: String
  /// The beginning and the end: `2026-11-21T09:00`.
  package var start: String
  package var end: String?
  package var place: String?
  package var what: String
  package var who: String?
  package var isInConflict = false
}

/// A meeting of an audit, planned or held (ISO 19011:2018 6.4.3 and 6.4.10).
package struct Meeting: Hashable, Sendable {
  package var key: String
  package var kind: Kind
  /// The display id: the kind, and where several are of it the beginning of the key too.
  package var id: String
  /// When it begins: `2026-11-21T09:00`.
  package var start: String?
  /// The handles of those who were there; none before it was held.
  package var present: [String]
  /// What was said there.
  package var words: String?
  package var isInConflict = false

  /// Which meeting it is.
  package enum Kind: String, CaseIterable, Sendable { case opening, closing }
}

extension State {
  /// The lines of the plan of an audit, in the order of their hours.
  package func plan(of audit: Audit) -> [PlanLine] {
    let ids = Identifiers(.plan, in: self)
    return all(.plan).filter { $0.audit == audit.key }.compactMap { record in
      guard let slot = record.agreed("slot") else { return nil }
      return PlanLine(
        key: record.key, id: ids[record.key], start: slot["start"]?.text ?? "",
        end: slot["end"]?.text, place: slot["place"]?.text, what: slot["what"]?.text ?? "",
        who: slot["who"]?.text, isInConflict: !record.conflictingUnits.isEmpty)
    }.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element)
  }

  /// The meetings of an audit, the opening first.
  package func meetings(of audit: Audit) -> [Meeting] {
    let meetings = all(.meeting).filter { $0.audit == audit.key }.compactMap { record in
      record.agreed("meeting").flatMap { Meeting(record, $0) }
    }
    return Meeting.Kind.allCases.flatMap { kind in
      let alike = meetings.filter { $0.kind == kind }
      guard alike.count > 1 else { return alike }
      return alike.map { meeting in
        var meeting = meeting
        meeting.id += ".\(meeting.key.prefix(4))"
        return meeting
      }
    }
  }
}

extension Meeting {
  fileprivate init?(_ record: Record, _ fields: [String: Content]) {
    guard let kind = fields["form"]?.text.flatMap(Kind.init) else { return nil }
    key = record.key
    self.kind = kind
    id = kind.rawValue
    start = fields["start"]?.text
    present = fields["present"]?.texts ?? []
    words = fields["words"]?.text
    isInConflict = !record.conflictingUnits.isEmpty
  }
}
