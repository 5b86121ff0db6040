package import Auditing

/// A value of the language.
package enum Value: Sendable {
  /// A bare word, with the spelling it was given: what it is compared with gives it its type.
  case word(String)
  /// A text, compared letter for letter.
  case text(String)
  /// One word of a closed list, which gives it its order; of an empty list an id or another name.
  case choice(String, among: [String])
  case number(DecimalNumber)
  case quantity(Quantity)
  case date(CalendarDate)
  case boolean(Bool)
  case list([Value])
  indirect case record(RecordValue)
  case nothing

  /// An id or another name: compared without regard to case and accents, never as a number.
  package static func name(_ text: String) -> Value { .choice(text, among: []) }

  /// The value as the language writes it.
  package var written: String {
    switch self {
    case .word(let text), .text(let text), .choice(let text, _): text
    case .number(let number): number.description
    case .quantity(let quantity): quantity.description
    case .date(let date): date.description
    case .boolean(let value): value ? "yes" : "no"
    case .list(let values): values.map(\.written).joined(separator: ", ")
    case .record(let record): record.id
    case .nothing: ""
    }
  }

  /// The name of its kind, for an error.
  package var kind: String {
    switch self {
    case .word, .text, .choice: "text"
    case .number: "number"
    case .quantity: "quantity"
    case .date: "date"
    case .boolean: "boolean"
    case .list: "list"
    case .record(let record): record.noun
    case .nothing: "nothing"
    }
  }

  /// Whether `is empty` holds of it.
  package var isEmpty: Bool {
    switch self {
    case .nothing: true
    case .word(let text), .text(let text): text.isEmpty
    case .list(let values): values.isEmpty
    default: false
    }
  }
}

/// A record of the dossier as the language sees it: its fields by name.
package struct RecordValue: Sendable {
  /// What kind of record it is, in English.
  package let noun: String
  /// What it is written as.
  package let id: String
  package let fields: [(name: String, value: Value)]

  /// Creates the value of a record.
  package init(noun: String, id: String, fields: [(name: String, value: Value)]) {
    self.noun = noun
    self.id = id
    self.fields = fields
  }

  /// The field of a name, without regard to case and accents.
  package subscript(name: String) -> Value? {
    if let field = fields.first(where: { $0.name == name }) { return field.value }
    let folded = name.folded
    return fields.first { $0.name.folded == folded }?.value
  }

  /// The names of the fields, in order.
  package var names: [String] { fields.map(\.name) }
}
