/// What a type of record says about one of its fields.
struct FieldDeclaration: Sendable {
  /// The name in a file; of a localized text, without its `_fr` or `_en`.
  let name: String
  let kind: Kind
  let occurrence: Occurrence

  /// Creates a declaration.
  init(_ name: String, _ kind: Kind, _ occurrence: Occurrence = .optional) {
    self.name = name
    self.kind = kind
    self.occurrence = occurrence
  }

  /// What its values are.
  enum Kind: Sendable {
    case text
    /// Two fields, the French and the English, in which variables stand as `{name}`.
    case localizedText
    case id
    case date
    /// One of such words.
    case enumeration([String])
    /// The id of a record of one of such types.
    case reference([RecordType])
    /// One or several ids parted by `|`, each with a `+` behind it where an answer says more.
    case places
    /// A whole number between two bounds.
    case number(ClosedRange<Int>)
    /// A number, whole or not.
    case decimal
    /// Words that mean the same, parted by commas.
    case keywords
    /// A number of days, `5 d` or `5 wd`.
    case limit
    /// A comparison and a number.
    case target
  }

  /// How often it stands in a record.
  enum Occurrence: Sendable { case required, optional, repeated, requiredRepeated }

  /// The names its fields have in a file; the first is the one that cannot be missing.
  var names: [String] {
    if case .localizedText = kind { [name + "_fr", name + "_en"] } else { [name] }
  }

  var isRequired: Bool { occurrence == .required || occurrence == .requiredRepeated }
  var isRepeated: Bool { occurrence == .repeated || occurrence == .requiredRepeated }
}
