import Auditing
import Scripting

/// The values of a command, bound to its declaration: each is of its type.
struct Bound {
  let spec: CommandSpec
  let range: Range<Int>
  var operands: [String: [BoundValue]] = [:]
  var options: [String: [BoundValue]] = [:]
  /// The parameters of the script that it runs, as a command line gives them.
  var parameters: [String] = []
  var text: Spanned<String>?
  var filter: Resolved?
  var sort: [Clause.SortKey] = []
  var limit: Int?
  var fields: [Spanned<String>] = []
  var group: Spanned<String>?
  var format: Spanned<String>?
  var destination: Spanned<String>?
}

/// A value with its type and the place where it was written.
struct BoundValue {
  let value: Typed
  let range: Range<Int>

  enum Typed {
    case text(String)
    case integer(Int)
    case quantity(Quantity)
    case date(CalendarDate)
    case boolean(Bool)
    case flag
  }

  var text: String {
    switch value {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .quantity(let quantity): quantity.description
    case .date(let date): date.description
    case .boolean(let boolean): boolean ? "yes" : "no"
    case .flag: ""
    }
  }
}

extension Bound {
  private func first(_ name: String) -> BoundValue? {
    operands[name]?.first ?? options[name]?.first
  }

  /// Whether an option was said.
  func has(_ name: String) -> Bool { options[name] != nil || operands[name]?.isEmpty == false }

  subscript(name: String) -> String? { first(name)?.text }

  /// The values of an operand or option, with their places.
  func values(_ name: String) -> [BoundValue] { operands[name] ?? options[name] ?? [] }

  func all(_ name: String) -> [String] { values(name).map(\.text) }

  func date(_ name: String) -> CalendarDate? {
    if case .date(let date)? = first(name)?.value { date } else { nil }
  }

  func integer(_ name: String) -> Int? {
    if case .integer(let integer)? = first(name)?.value { integer } else { nil }
  }

  func quantity(_ name: String) -> Quantity? {
    if case .quantity(let quantity)? = first(name)?.value { quantity } else { nil }
  }

  /// The place of a value, or of the whole command.
  func place(_ name: String) -> Range<Int> { first(name)?.range ?? range }
}
