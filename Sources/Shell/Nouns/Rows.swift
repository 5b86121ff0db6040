import Auditing
import Scripting

/// Makes the fields of a record as the language sees them.
struct RowBuilder {
  private(set) var fields: [(name: String, value: Value)] = []

  /// An id, a name or another word: compared without regard to case and accents.
  mutating func word(_ name: String, _ value: String?) {
    fields.append((name, value.map(Value.word) ?? .nothing))
  }

  /// A text: compared letter for letter.
  mutating func text(_ name: String, _ value: String?) {
    fields.append((name, value.map(Value.text) ?? .nothing))
  }

  mutating func date(_ name: String, _ value: CalendarDate?) {
    fields.append((name, value.map(Value.date) ?? .nothing))
  }

  mutating func number(_ name: String, _ value: Int?) {
    fields.append((name, value.map { Value.number(DecimalNumber($0)) } ?? .nothing))
  }

  mutating func quantity(_ name: String, _ value: Quantity?) {
    fields.append((name, value.map(Value.quantity) ?? .nothing))
  }

  mutating func boolean(_ name: String, _ value: Bool?) {
    fields.append((name, value.map(Value.boolean) ?? .nothing))
  }

  mutating func words(_ name: String, _ values: [String]) {
    fields.append((name, .list(values.map(Value.word))))
  }

  /// One of a closed list, which gives it its order.
  mutating func choice(_ name: String, _ value: String?, _ among: [Name]) {
    fields.append((name, value.map { .choice($0, among: among.map(\.en)) } ?? .nothing))
  }

  mutating func record(_ name: String, _ value: RecordValue?) {
    fields.append((name, value.map(Value.record) ?? .nothing))
  }

  func record(_ noun: String, _ id: String) -> RecordValue {
    RecordValue(noun: noun, id: id, fields: fields)
  }
}
