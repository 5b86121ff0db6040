import Auditing
import Recfiles

/// A record of a known type with its fields by name.
struct SourceRecord {
  let type: RecordType
  /// The line of its first field.
  let line: Int
  private(set) var fields: [String: [RecFile.Field]] = [:]

  /// Creates a record that has no field yet.
  init(type: RecordType, line: Int) {
    self.type = type
    self.line = line
  }

  /// The fields of a name, in order.
  subscript(name: String) -> [RecFile.Field] { fields[name] ?? [] }

  /// Adds a field under a name, which is the one it was meant to have.
  mutating func append(_ field: RecFile.Field, as name: String) {
    fields[name, default: []].append(field)
  }
}

extension SourceRecord {
  /// The values of a field, without the blanks around them.
  func texts(_ name: String) -> [String] { self[name].map { FieldText.trimmed($0.value) } }

  /// The value of a field.
  func text(_ name: String) -> String? { self[name].first.map { FieldText.trimmed($0.value) } }

  /// The value of a field that every record of the type has: the check comes before.
  func required(_ name: String) -> String { text(name) ?? "" }

  /// The wording of a field in French and, if it is there, in English.
  func localized(_ name: String) -> LocalizedText? { localizedList(name).first }

  /// The wordings of a field that may stand several times, each with its translation.
  func localizedList(_ name: String) -> [LocalizedText] {
    let english = texts(name + "_en")
    return texts(name + "_fr").enumerated().map { index, french in
      LocalizedText(fr: french, en: english.indices.contains(index) ? english[index] : nil)
    }
  }

  /// The title, which every type has but one.
  var title: LocalizedText { localized("Title") ?? LocalizedText(fr: "") }

  /// The id.
  var id: String { required("Id") }

  /// How well the item is known.
  var provenance: Checklist.Provenance { word("Provenance") ?? .inferred }

  /// The value of an enumeration.
  func word<Value: RawRepresentable<String>>(_ name: String) -> Value? {
    text(name).flatMap(Value.init)
  }

  /// Whether a field says `yes`.
  func flag(_ name: String) -> Bool { text(name) == "yes" }

  /// The months that a field says.
  func months(_ name: String) -> Int? { text(name).flatMap(FieldValue.months) }

  /// The duration that a field says.
  func duration(_ name: String) -> Quantity? { text(name).flatMap(FieldValue.duration) }
}
