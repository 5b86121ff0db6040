import Auditing
import Recfiles

/// How the values of fields are read, for the check and for the checklist that is made after it.
enum FieldValue {
  /// The words an indicator's unit is usually written with.
  static let unitWords = [
    "%", "s", "min", "h", "days", "workdays", "weeks", "months", "years", "count",
  ]

  /// Whether a text may be typed for a grade: a letter, then letters, digits, `-` and `_`.
  static func isWord(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter, text.count <= 32 else { return false }
    return text.allSatisfy { $0.isLetter || ("0"..."9").contains($0) || $0 == "-" || $0 == "_" }
  }

  /// A whole number from 1 to a million million.
  static func number(_ text: String) -> Int? {
    guard (1...12).contains(text.utf8.count), text.allSatisfy({ ("0"..."9").contains($0) }),
      let number = Int(text), number > 0
    else { return nil }
    return number
  }

  /// A whole number of months up to a hundred years, written in months or years.
  static func months(_ text: String) -> Int? {
    guard let quantity = Quantity(text), quantity.number.scale == 0,
      (1...1200).contains(quantity.number.significand)
    else { return nil }
    switch quantity.unit {
    case .month: return quantity.number.significand
    case .year where quantity.number.significand <= 100: return quantity.number.significand * 12
    default: return nil
    }
  }

  /// A time longer than nothing.
  static func duration(_ text: String) -> Quantity? {
    guard let quantity = Quantity(text), quantity.number.significand > 0 else { return nil }
    return quantity.unit == .percent || quantity.unit == .count ? nil : quantity
  }

  /// The unit of an indicator.
  static func unit(_ text: String) -> Unit? {
    text == "count" ? .count : Unit(word: text)
  }

  /// A comparison and its limit; a limit without a unit has that of the indicator.
  static func target(_ text: String, unit: Unit) -> Checklist.Target? {
    Checklist.Target(FieldText.trimmed(text), unit: unit)
  }
}
