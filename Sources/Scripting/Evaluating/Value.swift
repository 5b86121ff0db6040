package import Auditing

/// A value of the language.
package indirect enum Value: Sendable {
  /// A bare word, with the spelling it was given: what it is compared with gives it its type.
  case word(String)
  /// A text, compared letter for letter.
  case text(String)
  /// One word of a closed list, which gives it its order.
  case choice(String, among: [String])
  case number(DecimalNumber)
  case quantity(Quantity)
  case date(CalendarDate)
  case boolean(Bool)
  case list([Value])
  case record(RecordValue)
  case nothing

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
  package let noun: String
  package let id: String
  package let fields: [(name: String, value: Value)]

  /// Creates the value of a record.
  package init(noun: String, id: String, fields: [(name: String, value: Value)]) {
    self.noun = noun
    self.id = id
    self.fields = fields
  }

  package subscript(name: String) -> Value? { fields.first { $0.name == name }?.value }

  package var names: [String] { fields.map(\.name) }
}

/// The days that words of a date count from.
package struct DateOrigin: Sendable {
  package let today: CalendarDate
  /// The day of the audit, from which `+30d` counts where there is one.
  package let audit: CalendarDate?

  /// Creates the origin of dates.
  package init(today: CalendarDate, audit: CalendarDate? = nil) {
    self.today = today
    self.audit = audit
  }

  /// Reads a date: ISO, French, a word of either language, or a signed quantity.
  package func date(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(text) { return date }
    let word = text.folded
    for (names, days) in Self.words {
      for name in names where word.hasPrefix(name) {
        let base = today.adding(days: days)
        let rest = String(word.dropFirst(name.count))
        if rest.isEmpty { return base }
        if rest.first == "+" || rest.first == "-" { return Self.moved(base, by: rest) }
      }
    }
    if word.first == "+" || word.first == "-" { return Self.moved(audit ?? today, by: word) }
    return nil
  }

  private static let words: [(names: [String], days: Int)] = [
    (["today", "aujourd'hui"], 0), (["yesterday", "hier"], -1), (["tomorrow", "demain"], 1),
  ]

  /// A date moved by a signed quantity of days, weeks, months or years.
  static func moved(_ date: CalendarDate, by text: String) -> CalendarDate? {
    guard let quantity = Quantity(text), quantity.number.scale == 0 else { return nil }
    return moved(date, by: quantity)
  }

  static func moved(_ date: CalendarDate, by quantity: Quantity) -> CalendarDate? {
    let n = quantity.number.significand
    guard quantity.number.scale == 0, n.magnitude < 100_000 else { return nil }
    return switch quantity.unit {
    case .day: date.adding(days: n)
    case .week: date.adding(days: 7 * n)
    case .month: date.adding(months: n)
    case .year: date.adding(months: 12 * n)
    default: nil
    }
  }
}
