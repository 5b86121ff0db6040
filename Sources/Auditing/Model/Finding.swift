/// A graded statement on a criterion that cites at least one piece of evidence.
///
/// ISO 19011:2018 3.10 (audit findings). Its key never changes and no merge renumbers it.
package struct Finding: Sendable {
  package var key: String
  /// The display id, such as `F12`.
  package var id: String
  package var audit: String
  package var criterion: String
  package var site: String
  package var service: String?
  /// The code of its grade on the checklist's scale.
  package var grade: String
  package var text: String
  /// For a nonconformity, the day by which the auditee answers it with an action.
  package var due: CalendarDate?
  /// The keys of the evidence it cites.
  package var evidence: [String] = []
  package var status: Status = .open
  package var position: Position = .none
  /// What the auditee said of it.
  package var words: String?
  /// What became of it in the last audit that followed it, else what it is of one it takes up;
  /// nothing while it is new.
  package var outcome: FollowUp.Outcome?
  /// The keys of the earlier findings that it takes up.
  package var predecessors: [String] = []
  /// The number the report gives it, such as `NC-01`, once the audit is closed.
  package var number: String?
  /// Whether people who did not know of each other say different things of it.
  package var isInConflict = false
  package var by: String
  package var at: Timestamp

  /// Creates a finding.
  package init(
    key: String, id: String, audit: String, criterion: String, site: String, grade: String,
    text: String, by: String, at: Timestamp
  ) {
    self.key = key
    self.id = id
    self.audit = audit
    self.criterion = criterion
    self.site = site
    self.grade = grade
    self.text = text
    self.by = by
    self.at = at
  }

  /// How far it has come: derived from the auditee's position, the actions and the follow-up.
  package enum Status: String, CaseIterable, Sendable {
    case open
    /// The auditee has taken a position and no action is known.
    case answered
    case inProgress = "in-progress"
    /// All that was to be done is done, and nobody has yet looked whether it helped; or an audit
    /// found the finding lifted, and no record says by what.
    case done
    /// What was done was found effective, or a later audit found the finding lifted by it.
    case closed
    case withdrawn
  }

  /// Whether it still stands: neither closed nor withdrawn, nor found lifted by an audit.
  package var isOpen: Bool {
    status != .closed && status != .withdrawn && outcome != .lifted
  }
  package enum Position: String, CaseIterable, Sendable { case accepted, contested, none }

  init(_ record: Record, id: String) {
    // In conflict, what all agree on is still said, and of the texts none is hidden.
    let statement = record.agreed("statement") ?? [:]
    self.init(
      key: record.key, id: id, audit: record.audit ?? "",
      criterion: statement["criterion"]?.text ?? "", site: statement["site"]?.text ?? "",
      grade: statement["grade"]?.text ?? "", text: Self.text(record), by: record.by,
      at: record.at)
    isInConflict = !record.conflictingUnits.isEmpty
    service = statement["service"]?.text
    due = record.text("due").flatMap { CalendarDate($0) }
    evidence = record.elements("evidence").compactMap(\.text)
    position = record.text("position").flatMap(Position.init) ?? .none
    words = record.text("words", of: "position")
    if position != .none { status = .answered }
    if !record.isPresent { status = .withdrawn }
  }

  private static func text(_ record: Record) -> String {
    var texts: [String] = []
    for case let text? in (record.units["statement"] ?? []).map({ $0.value["text"]?.text })
    where !texts.contains(text) {
      texts.append(text)
    }
    return texts.joined(separator: " ≠ ")
  }
}
