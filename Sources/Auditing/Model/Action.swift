/// What is done about findings, from its cause to the proof that it helped.
///
/// ISO 9000:2015 3.12.1 (preventive action), 3.12.2 (corrective action), 3.12.3 (correction).
package struct Action: Sendable {
  package var key: String
  /// The display id, such as `A4`.
  package var id: String
  package var kind: Kind
  /// What is to be done.
  package var text: String
  /// The keys of the findings it is about.
  package var findings: [String]
  /// What the analysis of the cause found, in the order in which it was written.
  package var causes: [Cause] = []
  /// The handle of the person who answers for it.
  package var owner: String?
  /// The handles of all who are said to answer for it, or who said that it was done: more than the
  /// owner and whoever completed it while people contradict each other, or have been decided between.
  package var accountable: [String] = []
  /// The last day on which it is to be done.
  package var due: CalendarDate?
  package var completion: Completion?
  /// Whether it helped; nothing while nobody has looked since it was last completed.
  package var verification: Verification?
  /// Whether people who did not know of each other say different things of it.
  package var isInConflict = false
  package var by: String
  package var at: Timestamp

  /// The keys of the evidence that shows its completion and its effect.
  package var evidence: [String] { (completion?.evidence ?? []) + (verification?.evidence ?? []) }

  /// Creates an action that is still to be done.
  package init(
    key: String, id: String, kind: Kind, text: String, findings: [String] = [], by: String,
    at: Timestamp
  ) {
    self.key = key
    self.id = id
    self.kind = kind
    self.text = text
    self.findings = findings
    self.by = by
    self.at = at
  }

  /// What it acts on: the nonconformity itself, its cause, a cause that may come, or more.
  package enum Kind: String, CaseIterable, Sendable {
    /// Removes the nonconformity that was found, and not its cause.
    case correction
    /// Removes the cause of a nonconformity, so that it does not recur.
    case corrective
    /// Removes the cause of a nonconformity that has not happened.
    case preventive
    /// Raises what is conforming already (ISO 9000:2015 3.3.1).
    case improvement
  }

  /// How far it has come.
  package enum Status: String, CaseIterable, Sendable { case open, done, verified, ineffective }

  /// One line of the analysis of a cause: a why, or a bone of an Ishikawa diagram.
  package struct Cause: Hashable, Sendable {
    package var category: Category
    package var text: String
    /// Whether it is held for the root cause.
    package var isRoot: Bool

    /// Creates a line of an analysis.
    package init(category: Category, text: String, isRoot: Bool = false) {
      self.category = category
      self.text = text
      self.isRoot = isRoot
    }

    /// A why of the "five whys", or one of the families that Ishikawa's diagram asks after.
    package enum Category: String, CaseIterable, Sendable {
      case why, people, method, equipment, material, environment, measurement, management
    }
  }

  /// That it was done, with what shows it.
  package struct Completion: Hashable, Sendable {
    package var on: CalendarDate?
    /// The keys of the evidence.
    package var evidence: [String]
    package var by: String

    /// Creates what shows that an action was done.
    package init(on: CalendarDate?, evidence: [String], by: String) {
      self.on = on
      self.evidence = evidence
      self.by = by
    }
  }

  /// Whether it reached what it was for, with what shows it (ISO 9001:2015 10.2.1 d).
  package struct Verification: Hashable, Sendable {
    package var isEffective: Bool
    package var on: CalendarDate?
    /// The keys of the evidence.
    package var evidence: [String]
    package var by: String
    /// Why somebody verified their own action.
    package var despite: String?

    /// Creates what shows whether an action has helped.
    package init(
      isEffective: Bool, on: CalendarDate?, evidence: [String], by: String, despite: String? = nil
    ) {
      self.isEffective = isEffective
      self.on = on
      self.evidence = evidence
      self.by = by
      self.despite = despite
    }
  }
}

extension Action {
  package var status: Status {
    guard completion != nil else { return .open }
    guard let verification else { return .done }
    return verification.isEffective ? .verified : .ineffective
  }

  /// The cause it acts on: what was called the root, else the last why, else nothing.
  package var rootCause: String? {
    let roots = causes.filter(\.isRoot)
    if !roots.isEmpty { return roots.map(\.text).joined(separator: "\u{202F}; ") }
    return causes.last { $0.category == .why }?.text
  }

  /// Whether its day has passed and it is not done.
  package func isOverdue(on day: CalendarDate) -> Bool {
    status == .open && due.map { $0 < day } == true
  }

  /// Whether it is to be done within so many days from a day, that day included.
  package func isDueSoon(on day: CalendarDate, within days: Int = 30) -> Bool {
    guard status == .open, let due else { return false }
    return due >= day && due <= day.adding(days: days)
  }

  /// Whether somebody would be judging their own work: they own it, or said that it was done.
  package func isOwn(of handle: String, _ handles: Handles) -> Bool {
    accountable.contains { handles.areOne($0, handle) }
  }
}

extension Action.Cause {
  /// Reads a line as an entry of the journal writes it.
  package init?(_ content: Content) {
    guard let fields = content.object,
      let category = fields["category"]?.text.flatMap(Category.init),
      let text = fields["text"]?.text
    else { return nil }
    self.init(category: category, text: text, isRoot: fields["root"]?.boolean ?? false)
  }

  /// The line as an entry of the journal writes it.
  package var content: Content {
    .object(["category": .text(category.rawValue), "text": .text(text), "root": .boolean(isRoot)])
  }
}

extension Action {
  init(_ record: Record, id: String, in history: History) {
    let what = record.agreed("what") ?? [:]
    self.init(
      key: record.key, id: id, kind: what["form"]?.text.flatMap(Kind.init) ?? .corrective,
      text: what["text"]?.text ?? "", findings: record.elements("about").compactMap(\.text),
      by: record.by, at: record.at)
    isInConflict = !record.conflictingUnits.isEmpty
    causes = (record.field("cause")?.list ?? []).compactMap(Cause.init)
    owner = record.text("owner")
    accountable = record.said("owner") + Self.completers(of: record, in: history)
    due = record.text("due").flatMap { CalendarDate($0) }
    guard let done = record.unit("completed"), let completing = record.write("completed")
    else { return }
    completion = Completion(
      on: done["on"]?.text.flatMap { CalendarDate($0) }, evidence: done["evidence"]?.texts ?? [],
      by: completing.by)
    guard let verified = record.unit("verified"), let verifying = record.write("verified"),
      Self.follows(verifying, completing, in: history)
    else { return }
    verification = Verification(
      isEffective: verified["effective"]?.boolean ?? false,
      on: verified["on"]?.text.flatMap { CalendarDate($0) },
      evidence: verified["evidence"]?.texts ?? [], by: verifying.by,
      despite: record.remarks("despite", of: "verified"))
  }

  /// Those whose word that it was done stands, and those between whom it was decided.
  private static func completers(of record: Record, in history: History) -> [String] {
    (record.units["completed"] ?? []).flatMap { write in
      let decided = (write.over ?? []).flatMap { history.operations[$0].events }
      return [write.by]
        + decided.compactMap { event in
          guard let event, event.kind == "action.completed" else { return nil }
          return event["record"]?.text == record.key ? event.by : nil
        }
    }
  }

  /// Whether one who verified knew of the completion that stands: what was done again is to be
  /// verified again.
  private static func follows(
    _ verifying: Record.Write, _ completing: Record.Write, in history: History
  ) -> Bool {
    verifying.operation == completing.operation
      ? completing.place < verifying.place
      : history.isInPast(completing.operation, of: verifying.operation)
  }
}

extension State {
  /// The actions of the dossier that stand, in the order in which they were made.
  package var actions: [Action] { actions(of: all(.action)) }

  /// The action of a key that stands.
  package func action(_ key: String) -> Action? {
    record(.action, key).flatMap { $0.isPresent ? actions(of: [$0]).first : nil }
  }

  /// The actions that were given up, which a calendar may still hold.
  package var actionsGivenUp: [Action] { actions(of: everything(.action).filter { !$0.isPresent }) }

  private func actions(of records: [Record]) -> [Action] {
    let records = records.filter { $0.units["what"] != nil }
    guard !records.isEmpty else { return [] }
    let ids = Identifiers(.action, in: self)
    return records.map { Action($0, id: ids[$0.key], in: history) }
  }
}
