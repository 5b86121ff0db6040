/// A unit a quantity may have: a closed list, so that quantities compare or are refused.
package enum Unit: String, CaseIterable, Sendable {
  case percent = "%"
  case second = "s"
  case minute = "min"
  case hour = "h"
  case day = "d"
  case workingDay = "wd"
  case week = "w"
  case month = "m"
  case year = "y"
  /// What an indicator counts: rings, complaints, points of ten.
  case count = ""

  /// The French letters for the unit, which are accepted everywhere too.
  package var french: String {
    switch self {
    case .day: "j"
    case .workingDay: "jo"
    case .week: "sem"
    case .month: "m"
    case .year: "an"
    default: rawValue
    }
  }

  /// The unit that a word names, in either language, long or short.
  package init?(word: some StringProtocol) {
    switch word.lowercased() {
    case "%": self = .percent
    case "s", "second", "seconds", "seconde", "secondes": self = .second
    case "min", "minute", "minutes": self = .minute
    case "h", "hour", "hours", "heure", "heures": self = .hour
    case "d", "j", "day", "days", "jour", "jours": self = .day
    case "wd", "jo", "workday", "workdays", "working day", "working days", "jour ouvré",
      "jours ouvrés", "jour ouvre", "jours ouvres":
      self = .workingDay
    case "w", "sem", "week", "weeks", "semaine", "semaines": self = .week
    case "m", "month", "months", "mois": self = .month
    case "y", "an", "ans", "year", "years": self = .year
    default: return nil
    }
  }

  /// What the unit is worth in seconds, for clock units and days; nothing for the others.
  package var seconds: Int? {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    case .day: 86_400
    case .week: 604_800
    default: nil
    }
  }
}

/// A number with its unit, exact: `1.37 d`, `93.1 %`, `12 min`.
package struct Quantity: Hashable, Sendable {
  package let number: DecimalNumber
  package let unit: Unit

  /// Creates a quantity.
  package init(_ number: DecimalNumber, _ unit: Unit) {
    self.number = number
    self.unit = unit
  }

  /// Reads a number and the unit that follows it, with or without a space between.
  package init?(_ text: some StringProtocol) { self.init(written: String(text)) }

  private init?(written text: String) {
    let scalars = Array(text.unicodeScalars)
    let isNumeric = { (scalar: Unicode.Scalar) in
      ("0"..."9").contains(scalar)
        || "+-\u{2212}., \u{A0}\u{202F}\u{2009}".unicodeScalars
          .contains(scalar)
    }
    let end = scalars.firstIndex { !isNumeric($0) } ?? scalars.count
    func word(_ slice: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: slice)
      return String(view)
    }
    var digits = scalars[..<end]
    while let last = digits.last, " \u{A0}\u{202F}\u{2009}".unicodeScalars.contains(last) {
      digits.removeLast()
    }
    guard let number = DecimalNumber(word(digits)) else { return nil }
    guard end < scalars.count else {
      self.init(number, .count)
      return
    }
    guard let unit = Unit(word: word(scalars[end...])) else { return nil }
    self.init(number, unit)
  }

  /// Whether the two can be ordered: clock units and days together, others with their own kind.
  package func compares(with other: Quantity) -> Bool {
    unit == other.unit || (unit.seconds != nil && other.unit.seconds != nil)
  }

  /// The same quantity in another unit of time, to nine decimals; nothing when they do not compare.
  package func converted(to other: Unit) -> Quantity? {
    if unit == other { return self }
    guard let mine = unit.seconds, let theirs = other.seconds,
      let seconds = DecimalNumber.multiply(number, DecimalNumber(mine)),
      let converted = DecimalNumber.divide(seconds, DecimalNumber(theirs))
    else { return nil }
    return Quantity(converted, other)
  }

  /// The order of two quantities, or nothing when their units do not compare.
  package func isLess(than other: Quantity) -> Bool? {
    if unit == other.unit { return number < other.number }
    guard let mine = unit.seconds, let theirs = other.unit.seconds,
      let left = DecimalNumber.multiply(number, DecimalNumber(mine)),
      let right = DecimalNumber.multiply(other.number, DecimalNumber(theirs))
    else { return nil }
    return left < right
  }
}

extension Quantity: CustomStringConvertible {
  /// The quantity as the language and the journal write it, `1.37 d`.
  package var description: String {
    unit == .count ? number.description : "\(number) \(unit.rawValue)"
  }

  /// The quantity as a person reads it in a language, with a no-break space before the unit.
  package func written(in language: Language) -> String {
    let value = number.written(in: language)
    let isPlural =
      switch language {
      case .fr: number >= DecimalNumber(2) || number <= DecimalNumber(-2)
      case .en: number != DecimalNumber(1) && number != DecimalNumber(-1)
      }
    let name: String
    switch (unit, language) {
    case (.count, _): return value
    case (.percent, .fr): return value + "\u{A0}%"
    case (.percent, .en): return value + "%"
    case (.second, _), (.minute, _), (.hour, _): return value + "\u{A0}" + unit.rawValue
    case (.day, .fr): name = isPlural ? "jours" : "jour"
    case (.day, .en): name = isPlural ? "days" : "day"
    case (.workingDay, .fr): name = isPlural ? "jours ouvrés" : "jour ouvré"
    case (.workingDay, .en): name = isPlural ? "working days" : "working day"
    case (.week, .fr): name = isPlural ? "semaines" : "semaine"
    case (.week, .en): name = isPlural ? "weeks" : "week"
    case (.month, .fr): name = "mois"
    case (.month, .en): name = isPlural ? "months" : "month"
    case (.year, .fr): name = isPlural ? "ans" : "an"
    case (.year, .en): name = isPlural ? "years" : "year"
    }
    return value + "\u{A0}" + name
  }
}
