/// What one kind of event means: its record, its fields in their units, and what may undo it.
///
/// It is the place of its declaration among all, so that it costs nothing to hand on.
package struct EventKind: Hashable, Sendable {
  /// Its place in `all`.
  package let place: Int

  package var name: String { declaration.name }
  package var noun: Noun { declaration.noun }
  package var key: Key { declaration.key }
  package var effect: Effect { declaration.effect }
  /// The groups of fields that mean something only together: written and compared whole.
  package var units: [Group] { declaration.units }
  /// Fields that are kept beside a write but never compared.
  package var remarks: [String] { declaration.remarks }
  /// The field, if any, whose texts are added to the list of the same name at creation.
  package var list: String? { declaration.list }
  /// Every field that an event of this kind may have, its record's name and the audit's included.
  package var fields: Set<String> { declaration.fields }
  /// What an element of its list says, where that is an object.
  package var elementFields: [String] { declaration.elementFields }
  /// Whether undo never takes it back.
  package var permanent: Bool { declaration.permanent }
  /// What the fold must know of it before it adds anything up.
  var role: Role { declaration.role }
  /// Whether it concerns the journal and no record.
  var isStructural: Bool { declaration.isStructural }
  /// Whether it makes its record; one without a maker of its own begins with any write.
  var makesRecord: Bool { declaration.makesRecord }
  /// Whether its record has a minted key.
  var isRandom: Bool { declaration.isRandom }
  /// Whether it withdraws its record or restores it.
  var isPresence: Bool { declaration.isPresence }
  /// Whether it begins its record and does nothing else.
  var isCreating: Bool { declaration.isCreating }
  /// Whether it makes its record or writes its units, and that is all.
  var isPlain: Bool { declaration.isPlain }
  /// Whether it concludes an audit.
  var isConclusion: Bool { declaration.isConclusion }
  /// Whether it numbers the findings of an audit.
  var isNumbering: Bool { declaration.isNumbering }
  /// Whether it says that the content of evidence is no more.
  var isDestruction: Bool { declaration.isDestruction }
  /// The ordinal of its noun.
  var nounOrdinal: Int { declaration.nounOrdinal }
  /// The fields whose texts make the key of its record.
  var keyNames: KeyNames { declaration.keyNames }

  private var declaration: Declaration { Self.declarations[place] }

  /// Every kind of event, in the order of their declarations.
  package static let all: [EventKind] = declarations.indices.map(EventKind.init)

  init(place: Int) { self.place = place }

  /// All that is said of a kind.
  struct Declaration: Sendable {
    let name: String
    let noun: Noun
    let key: Key
    let effect: Effect
    let units: [Group]
    let remarks: [String]
    let list: String?
    let fields: Set<String>
    let elementFields: [String]
    let permanent: Bool
    let role: Role
    let isStructural: Bool
    let makesRecord: Bool
    let isRandom: Bool
    let isPresence: Bool
    let isCreating: Bool
    let isPlain: Bool
    let isConclusion: Bool
    let isNumbering: Bool
    let isDestruction: Bool
    let nounOrdinal: Int
    let keyNames: KeyNames

    /// Creates the declaration of a kind.
    init(
      _ name: String, _ noun: Noun, _ key: Key, _ effect: Effect, units: [Group] = [],
      remarks: [String] = [], list: String? = nil, also others: [String] = [],
      element elementFields: [String] = [], permanent: Bool = false
    ) {
      self.name = name
      self.noun = noun
      self.key = key
      self.effect = effect
      self.units = units
      self.remarks = remarks
      self.list = list
      self.elementFields = elementFields
      fields = Set(
        key.fields(of: noun) + effect.fields + units.flatMap(\.fields) + remarks
          + [list].compactMap(\.self) + others)
      self.permanent = permanent
      role = Role(name)
      isStructural = effect == .structural
      isRandom = key == .random
      isPresence = effect == .presence
      isCreating = effect == .creates
      isPlain = effect == .creates || effect == .writes
      isConclusion = name == "audit.concluded"
      isNumbering = name == "audit.closed"
      isDestruction = name == "evidence.destroyed"
      nounOrdinal = noun.ordinal
      keyNames = KeyNames(key)
      makesRecord =
        switch (key, effect) {
        case (.random, .creates), (.random, .writes), (.natural, .creates), (.natural, .writes):
          true
        default: false
        }
    }
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

    /// The fields that say which record is meant, and which audit's it is.
    fileprivate func fields(of noun: Noun) -> [String] {
      let names =
        switch self {
        case .random: ["record"]
        case .natural(let fields): fields
        case .of(let field): noun == .dossier ? [field, "noun"] : [field]
        }
      return noun.belongsToAudit ? names + ["audit"] : names
    }
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

    fileprivate var fields: [String] {
      switch self {
      case .element: ["change", "element"]
      case .item(let field): [field]
      case .creates, .writes, .presence, .structural: []
      }
    }
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
  package static func named(_ name: String) -> EventKind? {
    place(named: name.utf8.span).map(EventKind.init)
  }

  /// The key of a natural record: its identity, joined so that no two identities meet.
  package static func naturalKey(_ parts: [String]) -> String {
    guard parts.count > 1 else { return parts.first ?? "" }
    return parts.map(escaped).joined(separator: "/")
  }

  /// The key of the natural record that some fields of an event name.
  static func naturalKey(of event: Event, _ fields: [String]) -> String {
    if fields.count == 1 { return event.text(fields[0]) ?? "" }
    if let key = event.joined(fields) { return key }
    var key = ""
    key.reserveCapacity(48)
    for (place, field) in fields.enumerated() {
      if place > 0 { key += "/" }
      if let part = event.text(field) { key += escaped(part) }
    }
    return key
  }

  private static func escaped(_ part: String) -> String {
    guard part.utf8.contains(where: { $0 == 0x25 || $0 == 0x2F }) else { return part }
    return part.replacing("%", with: "%25").replacing("/", with: "%2F")
  }

  /// The first part of the key of a natural record that has several.
  static func firstPart(of key: String) -> String {
    let part = key[..<(key.utf8.firstIndex(of: 0x2F) ?? key.endIndex)]
    guard part.utf8.contains(0x25) else { return String(part) }
    return String(part).replacing("%2F", with: "/").replacing("%25", with: "%")
  }
}

extension Event {
  /// The fields that its kind does not have, those of an element under the name of both; none of a
  /// kind that this version does not know.
  package var undeclaredFields: [String] {
    guard let declaration else { return [] }
    let own = fields.keys.filter { !declaration.fields.contains($0) }
    let element = self["element"]?.object?.keys.filter {
      !declaration.elementFields.contains($0)
    }
    return own.sorted() + (element ?? []).sorted().map { "element.\($0)" }
  }
}
