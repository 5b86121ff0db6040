import Auditing

/// What a variable stays once a value made it that; a bare word is what it reads as.
enum VariableKind: Equatable, Sendable {
  case text, number, quantity, date, boolean, list, record(String)

  /// The kind that a value makes a variable, or nothing when it makes it none yet.
  init?(_ value: Value, _ comparing: Comparing) {
    switch value {
    case .nothing: return nil
    case .text, .choice: self = .text
    case .number: self = .number
    case .quantity: self = .quantity
    case .date: self = .date
    case .boolean: self = .boolean
    case .list: self = .list
    case .record(let record): self = .record(record.noun)
    case .word:
      if let quantity = comparing.quantity(value) {
        self = quantity.unit == .count ? .number : .quantity
      } else if comparing.date(value) != nil {
        self = .date
      } else {
        self = comparing.boolean(value) == nil ? .text : .boolean
      }
    }
  }

  /// Why a variable of this kind cannot become a value, if it cannot: the value is something, not
  /// of this kind, and no word that reads as one.
  func refusal(of value: Value, for name: String, _ comparing: Comparing) -> ScriptError.Kind? {
    if case .number = value, self == .number { return nil }
    guard !value.isEmpty, let other = VariableKind(value, comparing), other != self else {
      return nil
    }
    if case .word = value {
      if self == .text || self == .date && comparing.date(value) != nil { return nil }
    }
    return .typeChanged(name, from: self.name, to: other.name)
  }

  private var name: String {
    if case .record(let noun) = self { noun } else { "\(self)" }
  }
}

extension Expression {
  /// A value of the kind that the expression has whatever the dossier holds, where that is known.
  var exampleOfItsKind: Value? {
    switch node {
    case .value(.word(let word)): .word(word)
    case .value(.text(let template)): .text(template.parts.isEmpty ? "" : "…")
    case .value(.list(let items)) where items.count > 1: .list(items.map { _ in .nothing })
    case .or, .and, .not, .compare, .contained, .empty: .boolean(true)
    case .call, .arithmetic, .field, .value: nil
    }
  }
}
