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
    /// Two fields, the French and the English.
    case localizedText
    case id
    /// What a person types for a grade.
    case word
    /// An expression of the language.
    case expression
    /// One of such words.
    case enumeration([String])
    /// The id of a record of one of such types.
    case reference([RecordType])
    /// `yes` or `no`.
    case boolean
    /// A whole number from 1.
    case number
    /// A whole number of months or years.
    case months
    /// A time longer than nothing, in any unit of time.
    case duration
    case unit
    /// A comparison and a limit.
    case target
  }

  /// How often it stands in a record.
  enum Occurrence: Sendable { case required, optional, repeated }

  /// The names its fields have in a file; the first is the one that cannot be missing.
  var names: [String] {
    if case .localizedText = kind { [name + "_fr", name + "_en"] } else { [name] }
  }
}

extension FieldDeclaration {
  /// The declaration behind each name of a field, for each type of record.
  static let byName: [RecordType: [String: FieldDeclaration]] = table.mapValues { declarations in
    var byName: [String: FieldDeclaration] = [:]
    for declaration in declarations {
      for name in declaration.names { byName[name] = declaration }
    }
    return byName
  }
}
