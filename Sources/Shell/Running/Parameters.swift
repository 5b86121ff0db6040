import Auditing
import Scripting

/// The parameters of a script as values of their types.
enum Parameters {
  /// The types that a `param` may have.
  static let types = [
    "text", "number", "quantity", "percent", "duration", "date", "period", "boolean", "file",
    "folder",
  ]

  /// Whether a word names a type: one of the list or a noun, with `*` for a list of it.
  static func isType(_ word: String) -> Bool {
    let single = word.hasSuffix("*") ? String(word.dropLast()) : word
    return types.contains(single) || Registry.standard.nounNames.contains { $0.matches(single) }
  }

  /// What was given for a parameter, read as its type; `TYPE*` makes a list.
  static func value(
    _ given: [String], type: String, dates: DateOrigin, at range: Range<Int>
  ) throws -> Value {
    if type.hasSuffix("*") {
      let items = given.flatMap { $0.split(separator: ",").map(String.init) }
      return .list(try items.map { try single($0, String(type.dropLast()), dates, range) })
    }
    return try single(given.last ?? "", type, dates, range)
  }

  private static func single(
    _ text: String, _ type: String, _ dates: DateOrigin, _ range: Range<Int>
  ) throws -> Value {
    func fault(_ type: ValueType) -> Failure { Failure(.badValue(text, type), at: range) }
    switch type {
    case "number":
      guard let number = DecimalNumber(text) else { throw fault(.quantity) }
      return .number(number)
    case "quantity", "percent", "duration":
      guard let quantity = Quantity(text) else { throw fault(.quantity) }
      return .quantity(quantity)
    case "date":
      guard let date = dates.date(text) else { throw fault(.date) }
      return .date(date)
    case "period":
      guard Period(text) != nil else { throw fault(.period) }
      return .word(text)
    case "boolean":
      switch text.folded {
      case "yes", "oui", "true": return .boolean(true)
      case "no", "non", "false": return .boolean(false)
      default: throw fault(.boolean)
      }
    case "text", "file", "folder": return .text(text)
    default: return .word(text)
    }
  }
}
