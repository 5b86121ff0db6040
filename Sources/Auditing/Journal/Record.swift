/// What the entries add up to for one thing of the dossier.
package struct Record: Sendable {
  package let noun: Noun
  package let key: String
  /// The key of the audit it belongs to, if it belongs to one.
  package var audit: String?
  /// What its first entry says of it beyond its units, such as its display id.
  package var identity: [String: Content]
  /// The operation that made it, by its place in the history.
  package let origin: Int
  package let by: String
  package let at: Timestamp
  package let writer: String
  /// The standing writes of each unit: more than one distinct value is a conflict.
  package var units: [String: [Write]] = [:]
  /// The elements that are in each list, with the operations that added them.
  package var lists: [String: [Element]] = [:]

  /// One standing write of a unit.
  package struct Write: Sendable {
    package let operation: Int
    package let value: [String: Content]
    package let remarks: [String: Content]
    package let by: String
    package let at: Timestamp
  }

  /// An element of a list.
  package struct Element: Sendable {
    package let content: Content
    package var additions: [Int]
    package let by: String
    package let at: Timestamp
  }
}

extension Record {
  /// The value of a unit when it is established: written, and not in conflict.
  package func unit(_ name: String) -> [String: Content]? {
    guard let writes = units[name], let first = writes.first,
      writes.dropFirst().allSatisfy({ $0.value == first.value })
    else { return nil }
    return first.value
  }

  /// The last standing write of a unit, in display order.
  package func write(_ name: String) -> Write? { units[name]?.last }

  /// A field of a unit that bears the field's own name or another.
  package func field(_ name: String, of unit: String? = nil) -> Content? {
    self.unit(unit ?? name)?[name]
  }

  package func text(_ name: String, of unit: String? = nil) -> String? {
    field(name, of: unit)?.text
  }

  /// The elements of a list, in the order of their addition.
  package func elements(_ list: String) -> [Content] { lists[list]?.map(\.content) ?? [] }

  /// Whether it stands: neither withdrawn nor in conflict about it.
  package var isPresent: Bool { text("presence") != "withdrawn" }

  /// The names of the units that hold several distinct values.
  package var conflictingUnits: [String] {
    units.filter { entry in
      guard let first = entry.value.first else { return false }
      return entry.value.contains { $0.value != first.value }
    }.map(\.key).sorted()
  }
}
