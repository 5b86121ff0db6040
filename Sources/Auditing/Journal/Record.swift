/// What the entries add up to for one thing of the dossier.
package struct Record: Sendable {
  package let noun: Noun
  package let key: String
  /// The key of the audit it belongs to, if it belongs to one.
  package var audit: String?
  /// The operation that made it, by its place in the history.
  package private(set) var origin: Int
  package private(set) var at: Timestamp
  package private(set) var writer: String
  /// The standing writes of each unit: more than one distinct value is a conflict.
  package internal(set) var units = Units()
  /// The elements that are in each list, with the operations that added them.
  package internal(set) var lists = Lists()
  /// Whether the entry that makes it is here, and not only others that name it.
  package private(set) var isMade: Bool
  /// The event that made it, else the first that speaks of it.
  private var first: Event
  private var kind: EventKind

  /// Begins with the first event that speaks of it; the audit that was spoken of last may be its
  /// own, whose text it then shares.
  init(
    _ target: Target, _ first: Event, _ kind: EventKind, at position: Int, of history: History,
    _ lastAudit: String? = nil
  ) {
    noun = target.noun
    key = target.key
    let known = lastAudit ?? ""
    audit =
      switch target.noun {
      case .audit: target.key
      case .assessment, .followup:
        kind.noun == target.noun
          ? first.text("audit", or: known) ?? "" : EventKind.firstPart(of: target.key)
      default: target.noun.belongsToAudit ? first.text("audit", or: known) : nil
      }
    origin = position
    at = history.operations[position].at
    writer = history.operations[position].writer
    (self.first, self.kind) = (first, kind)
    isMade = kind.makesRecord
  }

  /// Takes what it is from the event that makes it, where others had only named it.
  mutating func make(by event: Event, _ kind: EventKind, at position: Int, of history: History) {
    guard !isMade, kind.makesRecord else { return }
    let known = self
    self = Record(Target(noun: noun, key: key), event, kind, at: position, of: history)
    (units, lists) = (known.units, known.lists)
  }

  /// The person whose entry made it.
  package var by: String { first.by }

  /// What its first entry says of it beyond its units, such as its display id.
  package var identity: [String: Content] {
    first.fields.filter { !kind.writes($0.key) }
  }

  /// One field of what its first entry says of it beyond its units.
  package func identity(_ name: String) -> Content? { kind.writes(name) ? nil : first[name] }

  /// The label that its maker gave it, such as `F12`; nothing where it goes by another name.
  package var label: String? { kind.writes("id") ? nil : first.text("id") }

  /// An element of a list.
  package struct Element: Sendable {
    package let content: Content
    /// The additions that no removal has in its past, in display order; never empty.
    package internal(set) var additions: [Addition]

    /// Who first added it, of those whose addition stands.
    package var by: String { additions.first?.by ?? "" }
  }

  /// One addition of an element to a list.
  package struct Addition: Sendable {
    /// Where it stands in the history.
    package let place: EventPlace
    package let by: String
    package let at: Timestamp

    /// The operation that added it, by its place in the history.
    package var operation: Int { place.operation }
  }
}

extension EventKind {
  /// Whether a field is part of a unit, a remark or a list.
  fileprivate func writes(_ field: String) -> Bool {
    field == list || remarks.contains(field) || units.contains { $0.fields.contains(field) }
  }
}

// MARK: - Reading

extension Record {
  /// The unit that says whether it stands, and a value of it.
  static let presence = "presence"

  static func presence(_ isPresent: Bool) -> [String: Content] {
    [presence: isPresent ? "present" : "withdrawn"]
  }

  /// The unit that says that the content of evidence was destroyed by decision.
  static let destroyed = "destroyed"

  /// The last standing decision to destroy its content, if there is one.
  package var destruction: Write? { units[Self.destroyed]?.last { $0["sha256"] != nil } }

  /// The value of a unit when it is established: written, and not in conflict.
  package func unit(_ name: String) -> [String: Content]? {
    guard let writes = units[name], let first = writes.first?.value,
      writes.dropFirst().allSatisfy({ $0.value == first })
    else { return nil }
    return first
  }

  /// The last standing write of a unit, in display order.
  package func write(_ name: String) -> Write? { units[name]?.last }

  /// A field of a unit that bears the field's own name or another.
  package func field(_ name: String, of unit: String? = nil) -> Content? {
    let unit = unit ?? name
    if let writes = units[unit], writes.count == 1 { return writes[0][name] }
    return self.unit(unit)?[name]
  }

  package func text(_ name: String, of unit: String? = nil) -> String? {
    units.plainText(name, of: unit ?? name) ?? field(name, of: unit)?.text
  }

  /// The fields on which all standing writes of a unit agree, though it be in conflict.
  package func agreed(_ unit: String) -> [String: Content]? {
    guard let writes = units[unit], let first = writes.first else { return nil }
    return first.value.filter { field in writes.allSatisfy { $0[field.key] == field.value } }
  }

  /// What every standing write of a unit says in a field, contradictions included.
  package func said(_ field: String, of unit: String? = nil) -> [String] {
    (units[unit ?? field] ?? []).compactMap { $0[field]?.text }
  }

  /// What all standing writes of a unit remark, each once; equal values may have several reasons.
  package func remarks(_ name: String, of unit: String) -> String? {
    var texts: [String] = []
    for case let text? in (units[unit] ?? []).map({ $0.remark(name)?.text })
    where !texts.contains(text) {
      texts.append(text)
    }
    return texts.isEmpty ? nil : texts.joined(separator: " ; ")
  }

  /// The elements of a list, in the order of their addition.
  package func elements(_ list: String) -> [Content] { lists[list]?.map(\.content) ?? [] }

  /// Whether it stands: made, and neither withdrawn nor in conflict about it.
  package var isPresent: Bool { isMade && !isWithdrawn }

  /// Whether all that stands of its presence says that it is withdrawn.
  var isWithdrawn: Bool {
    guard let writes = units[Self.presence] else { return false }
    return !writes.isEmpty && writes.allSatisfy { $0[Self.presence] == "withdrawn" }
  }

  /// The names of the units that hold several distinct values.
  package var conflictingUnits: [String] {
    units.filter(\.isInConflict).map(\.name).sorted()
  }
}
