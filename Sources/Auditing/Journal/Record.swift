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
    /// Whether it only shows that the record was used while another removed it.
    package var isUse = false
  }

  /// An element of a list.
  package struct Element: Sendable {
    package let content: Content
    /// The additions that no removal has in its past, in display order; never empty.
    package var additions: [Addition]

    /// Who first added it, of those whose addition stands.
    package var by: String { additions.first?.by ?? "" }
  }

  /// One addition of an element to a list.
  package struct Addition: Sendable {
    /// The operation that added it, by its place in the history.
    package let operation: Int
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

  /// The fields on which all standing writes of a unit agree, though it be in conflict.
  package func agreed(_ unit: String) -> [String: Content]? {
    guard let writes = units[unit], let first = writes.first else { return nil }
    return first.value.filter { field in writes.allSatisfy { $0.value[field.key] == field.value } }
  }

  /// What all standing writes of a unit remark, each once; equal values may have several reasons.
  package func remarks(_ name: String, of unit: String) -> String? {
    var texts: [String] = []
    for case let text? in (units[unit] ?? []).map({ $0.remarks[name]?.text })
    where !texts.contains(text) {
      texts.append(text)
    }
    return texts.isEmpty ? nil : texts.joined(separator: " ; ")
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
