package import Auditing

/// How a language sets spaces, quotes, numbers and dates.
package struct Typography: Sendable {
  package let language: Language

  /// Creates the typography of a language.
  package init(_ language: Language) {
    self.language = language
  }

  /// The text with the no-break spaces of French, and the apostrophes of both languages.
  package func typeset(_ text: String) -> String {
    guard text.utf8.contains(where: Self.isSpecial) else { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      result.append(typeset(scalar, after: previous, before: rest.first))
      previous = scalar
    }
    return String(result)
  }

  /// Whether a byte may belong to a sign that asks for a no-break space, or to an apostrophe.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "%"), 0xC2, 0xE2:
      true
    default: false
    }
  }

  private func typeset(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Unicode.Scalar {
    switch scalar {
    case "'":
      return "\u{2019}"
    case " " where language == .fr:
      switch next {
      case ":", "»", "%", "€": return "\u{A0}"
      case ";", "!", "?": return "\u{202F}"
      default: return previous == "«" || previous == "°" ? "\u{A0}" : " "
      }
    default:
      return scalar
    }
  }

  /// The number with the decimal mark and the groups of the language.
  package func number(_ number: DecimalNumber) -> String { number.written(in: language) }

  /// The number and its noun: French has the singular up to one, English for one alone.
  package func counted(_ count: Int, _ one: String, _ many: String) -> String {
    number(DecimalNumber(count)) + "\u{A0}" + agreeing(count, one, many)
  }

  /// The words in the number that the count asks for.
  package func agreeing(_ count: Int, _ one: String, _ many: String) -> String {
    let isSingular = language == .fr ? (-1...1).contains(count) : count == 1
    return typeset(isSingular ? one : many)
  }

  /// The date in full: `26 novembre 2020`, `1er décembre 2020`, `26 November 2020`.
  package func date(_ date: CalendarDate) -> String {
    let (year, month, day) = date.parts
    let name = Self.months[language == .fr ? 0 : 1][month - 1]
    let number = language == .fr && day == 1 ? "1er" : String(day)
    return "\(number)\u{A0}\(name) \(year)"
  }

  /// A sentence of the program with its days as a person reads them, not as records write them.
  package func dated(_ sentence: String) -> String {
    var result = ""
    var rest = sentence[...]
    while let first = rest.first {
      let day = first.isNumber ? rest.prefix(10) : ""
      if day.utf8.count == 10, let date = CalendarDate(day), result.last?.isNumber != true {
        result += self.date(date)
        rest = rest.dropFirst(10)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  /// The instant to the minute, in UTC.
  package func instant(_ instant: Timestamp) -> String {
    let clock = instant.seconds.dropFirst(11).prefix(5)
    let day = date(instant.date())
    switch language {
    case .fr: return "\(day) à \(clock.prefix(2))\u{A0}h\u{A0}\(clock.suffix(2)) UTC"
    case .en: return "\(day) at \(clock) UTC"
    }
  }

  /// The number of bytes in the largest unit that keeps it readable.
  package func size(_ bytes: Int) -> String {
    let units = language == .fr ? ["o", "Ko", "Mo", "Go"] : ["B", "KB", "MB", "GB"]
    var value = DecimalNumber(bytes)
    var unit = 0
    while unit < units.count - 1, value > DecimalNumber(999),
      let smaller = DecimalNumber.divide(value, DecimalNumber(1000))
    {
      value = smaller
      unit += 1
    }
    return number(value.rounded(to: unit == 0 ? 0 : 1)) + "\u{A0}" + units[unit]
  }

  private static let months = [
    [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
  ]
}
