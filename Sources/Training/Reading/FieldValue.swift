import Auditing
import Recfiles

/// How the values of fields are read, for the check and for the scenario that is made after it.
enum FieldValue {
  /// The parts of a text between separators, trimmed; none is empty.
  static func parts(_ text: String, _ separator: Character) -> [String] {
    text.split(separator: separator).map { FieldText.trimmed($0) }.filter { !$0.isEmpty }
  }

  /// Words that mean the same, as they compare.
  static func keywords(_ text: String) -> [String] { parts(text, ",") }

  /// A count of days, of all or of Monday to Friday.
  static func limit(_ text: String) -> Register.Limit? {
    let parts = parts(text, " ")
    guard parts.count == 2, let days = Int(parts[0]), (0...366).contains(days) else { return nil }
    switch parts[1] {
    case "d", "j", "days": return Register.Limit(days: days, isWorkdays: false)
    case "wd", "jo", "workdays": return Register.Limit(days: days, isWorkdays: true)
    default: return nil
    }
  }

  /// A comparison and a number.
  static func target(_ text: String) -> (comparison: Checklist.Target.Comparison, DecimalNumber)? {
    let signs: [(String, Checklist.Target.Comparison)] = [
      ("<=", .atMost), (">=", .atLeast), ("≤", .atMost), ("≥", .atLeast), ("<", .less),
      (">", .more),
    ]
    guard let (sign, comparison) = signs.first(where: { text.hasPrefix($0.0) }),
      let number = DecimalNumber(FieldText.trimmed(text.dropFirst(sign.count)))
    else { return nil }
    return (comparison, number)
  }

  /// A row of a mailbox: received, answered if it was, about what.
  static func row(_ text: String) -> Register.Letter? {
    let cells = text.split(separator: "|", omittingEmptySubsequences: false).map {
      FieldText.trimmed($0)
    }
    guard (2...3).contains(cells.count), let received = CalendarDate(cells[0]) else { return nil }
    let answered = CalendarDate(cells[1])
    guard answered != nil || cells[1] == "-" else { return nil }
    if let answered, answered < received { return nil }
    return Register.Letter(
      received: received, answered: answered, subject: cells.count > 2 ? cells[2] : "")
  }
}
