/// A record by its noun and key.
struct Target: Hashable {
  let noun: Noun
  let key: String

  /// What the record is called where entries cite it.
  var citation: String { noun.citation(of: key) }
}

extension EventKind {
  /// The record that an event of this kind speaks of, or nothing when it does not say.
  func target(of event: Event) -> Target? {
    switch key {
    case .random:
      return event["record"]?.text.map { Target(noun: noun, key: $0) }
    case .natural(let fields):
      let parts = fields.map { event[$0]?.text ?? "" }
      return Target(noun: noun, key: Self.naturalKey(parts))
    case .of(let field):
      guard let key = event[field]?.text else { return nil }
      guard noun == .dossier else { return Target(noun: noun, key: key) }
      let named = event["noun"]?.text.flatMap(Noun.init(rawValue:))
      return named.map { Target(noun: $0, key: key) }
    }
  }

  /// Whether it changes what an audit's conclusion rests on, when it speaks of such a noun.
  func changesAudit(_ noun: Noun) -> Bool {
    noun.belongsToAudit && name != "audit.concluded" && name != "audit.closed"
  }
}
