/// What one kind of event means: its record, its fields in their units, and what may undo it.
package struct EventKind: Sendable {
  package let name: String
  package let noun: Noun
  package let key: Key
  package let effect: Effect
  /// The groups of fields that mean something only together: written and compared whole.
  package let units: [Group]
  /// Fields that are kept beside a write but never compared.
  package let remarks: [String]
  /// The field, if any, whose texts are added to the list of the same name at creation.
  package let list: String?
  /// Whether undo never takes it back.
  package let permanent: Bool

  /// Creates the declaration of a kind.
  init(
    _ name: String, _ noun: Noun, _ key: Key, _ effect: Effect, units: [Group] = [],
    remarks: [String] = [], list: String? = nil, permanent: Bool = false
  ) {
    self.name = name
    self.noun = noun
    self.key = key
    self.effect = effect
    self.units = units
    self.remarks = remarks
    self.list = list
    self.permanent = permanent
  }

  /// How the record that an event speaks of is found.
  package enum Key: Sendable, Equatable {
    /// The field `record` holds 64 random bits, minted before the write.
    case random
    /// The fields that are the identity.
    case natural([String])
    /// The field names another kind's record.
    case of(String)
  }

  /// What the event does to its record.
  package enum Effect: Sendable, Equatable {
    /// Makes the record and writes its units.
    case creates
    /// Writes the units it has fields for; a natural record begins with its first write.
    case writes
    /// Adds to or removes from the list of that name (fields `change` and `element`).
    case element(String)
    /// Withdraws the record or restores it.
    case presence
    /// Concerns the journal and no record.
    case structural
  }

  /// A unit: the fields that are written and compared together.
  package struct Group: Sendable, Equatable {
    package let name: String
    package let fields: [String]

    init(_ name: String, _ fields: [String]? = nil) {
      self.name = name
      self.fields = fields ?? [name]
    }
  }

  /// The kind of that name, or nothing when this version does not know it.
  package static func named(_ name: String) -> EventKind? { table[name] }

  /// The key of a natural record: its identity, joined so that no two identities meet.
  package static func naturalKey(_ parts: [String]) -> String {
    guard parts.count > 1 else { return parts.first ?? "" }
    return parts.map { $0.replacing("%", with: "%25").replacing("/", with: "%2F") }
      .joined(separator: "/")
  }

  private static let table = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

/// A sort of record.
package enum Noun: String, CaseIterable, Sendable {
  case dossier, writer, site, service, person, criterion, checklist, mapping, evidence, measure
  case survey, label, milestone, action, audit, plan, meeting, request, sample, assessment
  case finding, followup, seal, masking, exercise

  /// Whether its records belong to one audit and are frozen by its seal.
  package var belongsToAudit: Bool {
    switch self {
    case .audit, .plan, .meeting, .request, .sample, .assessment, .finding, .followup, .exercise:
      true
    default: false
    }
  }
}
