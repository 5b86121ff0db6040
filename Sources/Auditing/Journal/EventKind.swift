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
  /// What the fold must know of it before it adds anything up.
  let role: Role

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
    self.role = Role(name)
  }

  /// What the whole history is searched for before any of it is added up.
  enum Role: Sendable, Equatable {
    case ordinary
    /// Takes operations back or puts them back.
    case activity
    /// Decides a conflict.
    case decision
    /// Freezes an audit or frees it.
    case sealing

    fileprivate init(_ name: String) {
      self =
        switch name {
        case "undo", "redo": .activity
        case "conflict.resolved": .decision
        case "seal.begun", "seal.made", "seal.abandoned", "audit.amended": .sealing
        default: .ordinary
        }
    }
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
    /// Adds to or removes from the list of that name (fields `change` and `element`), and writes
    /// the units it has fields for.
    case element(String)
    /// Writes its units for the item that the field of that name holds: each item's are its own.
    case item(String)
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
    return parts.map(escaped).joined(separator: "/")
  }

  private static func escaped(_ part: String) -> String {
    guard part.utf8.contains(where: { $0 == 0x25 || $0 == 0x2F }) else { return part }
    return part.replacing("%", with: "%25").replacing("/", with: "%2F")
  }

  /// The first part of the key of a natural record that has several.
  static func firstPart(of key: String) -> String {
    let part = key.prefix { $0 != "/" }
    guard part.utf8.contains(0x25) else { return String(part) }
    return String(part).replacing("%2F", with: "/").replacing("%25", with: "%")
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

  /// Whether its records are never withdrawn: the dossier, its writers, and what was signed.
  var isLasting: Bool { self == .dossier || self == .writer || self == .seal }
}
