import Auditing
import Notation

// MARK: - Values of a known type

extension ImportTable {
  /// A day: `2026-11-21` or `21/11/2026`, with or without a time behind it, neither long past nor
  /// to come.
  mutating func date(_ name: String, _ row: CSVTable.Row, upTo today: CalendarDate)
    -> CalendarDate?
  {
    let day = value(name, row, .date) { text in
      CalendarDate(text) ?? Self.dayOfTimestamp(text)
    }
    guard let day else { return nil }
    if day > today {
      report(
        name, row, ("est dans l’avenir", "is in the future"),
        remedy: (
          "vérifiez l’année et l’ordre jour/mois (aujourd’hui\u{A0}: \(today))",
          "check the year and the order of day and month (today: \(today))"
        ))
      return nil
    }
    if day.year < 1990 {
      report(
        name, row, ("est trop ancien pour être vrai", "is too long ago to be true"),
        remedy: ("vérifiez l’année (à partir de 1990)", "check the year (from 1990 on)"))
      return nil
    }
    return day
  }

  /// The day of a date that a time follows.
  private static func dayOfTimestamp(_ text: String) -> CalendarDate? {
    let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" }
    guard parts.count == 2, let first = parts[1].first, first.isNumber, parts[1].contains(":")
    else { return nil }
    return CalendarDate(parts[0])
  }

  /// A number with or without its unit, written with one decimal mark.
  mutating func quantity(_ name: String, _ row: CSVTable.Row) -> Quantity? {
    if let text = text(name, row), let wording = ambiguity(text) {
      report(name, row, wording.reason, remedy: wording.remedy)
      return nil
    }
    return value(name, row, .quantity) { Quantity($0) }
  }

  /// A whole number that is not negative, and not beyond what can be counted.
  mutating func count(_ name: String, _ row: CSVTable.Row) -> Int? {
    let count = value(name, row, .integer) { text -> Int? in
      guard let number = DecimalNumber(text), number.scale == 0, number.significand >= 0
      else { return nil }
      return number.significand
    }
    if let count, !count.canBeEntered {
      let most = DecimalNumber(.largestEntered)
      report(
        name, row, ("est trop grand", "is too large"),
        remedy: ("au plus \(most.written(in: .fr))", "at most \(most.written(in: .en))"))
      return nil
    }
    return count
  }

  /// `oui` or `non`, and the other ways people tick.
  mutating func flag(_ name: String, _ row: CSVTable.Row) -> Bool? {
    value(name, row, .boolean, Self.flag)
  }

  /// What a tick means, or nothing of any other text.
  static func flag(_ text: String) -> Bool? {
    switch text.folded {
    case "yes", "oui", "y", "o", "x", "1", "vrai", "true", "conforme": true
    case "no", "non", "n", "0", "faux", "false", "non conforme", "non-conforme": false
    default: nil
    }
  }

  /// Why a number may mean two things: both marks in it, or three digits behind the mark that
  /// separates thousands in the other language.
  private func ambiguity(_ text: String) -> (reason: Wording, remedy: Wording)? {
    let number = text.prefix { $0.isNumber || "+-.,\u{2212} \u{A0}\u{202F}".contains($0) }
      .filter { !$0.isWhitespace }
    let points = number.count { $0 == "." }
    let commas = number.count { $0 == "," }
    if points + commas > 1 {
      return (
        ("a plusieurs marques décimales", "has several decimal marks"),
        (
          "écrivez 1234,5\u{A0}: une seule virgule, pas de point",
          "write 1234.5: one mark, none for thousands"
        )
      )
    }
    let mark: Character = isFrench ? "." : ","
    guard let place = number.firstIndex(of: mark) else { return nil }
    let fraction = number[number.index(after: place)...]
    let whole = number[..<place]
    guard fraction.count == 3, (1...3).contains(whole.count), whole.last != "0" || whole.count > 1
    else { return nil }
    return (
      ("peut se lire de deux façons", "can be read in two ways"),
      (
        "écrivez \(whole)\(fraction) pour les milliers, ou \(whole),\(fraction) pour la décimale",
        "write \(whole)\(fraction) for thousands, or \(whole).\(fraction) for the decimal"
      )
    )
  }
}
