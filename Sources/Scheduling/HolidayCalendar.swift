package import Auditing

/// The public holidays of a part of France: a field of the site.
///
/// Holds from 1982 on, when 8 May became a legal holiday for good.
package enum HolidayCalendar: String, CaseIterable, Sendable {
  /// No public holiday at all: only the days of the week count.
  case none
  case metropolitan
  case alsaceMoselle = "alsace-moselle"
  case guadeloupe, martinique
  case guyane = "french-guiana"
  case reunion, mayotte
  case saintBarthelemy = "saint-barthelemy"
  case saintMartin = "saint-martin"

  /// The calendar that a word names in either language, whatever its case, accents and hyphens.
  package init?(word: some StringProtocol) {
    let folded = String(word.folded.map { $0 == " " || $0 == "_" ? "-" : $0 })
    switch folded {
    case "none", "aucun", "aucune": self = .none
    case "metropolitan", "metropolitaine", "metropole", "france": self = .metropolitan
    case "alsace-moselle", "alsace", "moselle": self = .alsaceMoselle
    case "guadeloupe": self = .guadeloupe
    case "martinique": self = .martinique
    case "guyane", "french-guiana": self = .guyane
    case "reunion", "la-reunion": self = .reunion
    case "mayotte": self = .mayotte
    case "saint-barthelemy", "st-barthelemy", "saint-barth": self = .saintBarthelemy
    case "saint-martin", "st-martin": self = .saintMartin
    default: return nil
    }
  }

  /// The holidays kept there.
  package var holidays: [PublicHoliday] {
    switch self {
    case .none: []
    case .metropolitan: PublicHoliday.legal
    case .alsaceMoselle: Self.alsatian
    default: Self.overseas
    }
  }

  /// The legal days, Good Friday and 26 December (Code du travail, article L3134-13).
  ///
  /// The law keeps Good Friday to municipalities with a Protestant church or a shared one.
  private static let alsatian = PublicHoliday.legal + [.goodFriday, .saintStephen]
  private static let overseas = PublicHoliday.legal + [.abolitionOfSlavery]

  /// The day that commemorates the abolition of slavery (Code du travail, article L3422-2).
  ///
  /// Saint-Martin kept 27 May until 2017.
  private func abolition(year: Int) -> PublicHoliday.Rule? {
    switch self {
    case .guadeloupe: .fixed(month: 5, day: 27)
    case .martinique: .fixed(month: 5, day: 22)
    case .guyane: .fixed(month: 6, day: 10)
    case .reunion: .fixed(month: 12, day: 20)
    case .mayotte: .fixed(month: 4, day: 27)
    case .saintBarthelemy: .fixed(month: 10, day: 9)
    case .saintMartin: .fixed(month: 5, day: year < 2018 ? 27 : 28)
    case .none, .metropolitan, .alsaceMoselle: nil
    }
  }
}

extension HolidayCalendar {
  /// Whether the day is a public holiday there.
  package func isHoliday(_ date: CalendarDate) -> Bool {
    let (year, month, day) = date.parts
    let afterEaster = Easter.dayNumber(year: year).map { date.dayNumber - $0 }
    return holidays.contains { holiday in
      matches(holiday, year: year, month: month, day: day, afterEaster: afterEaster)
    }
  }

  /// The holidays that fall on a day: two where a movable one meets a fixed one.
  package func holidays(on date: CalendarDate) -> [PublicHoliday] {
    let (year, month, day) = date.parts
    let afterEaster = Easter.dayNumber(year: year).map { date.dayNumber - $0 }
    return holidays.filter { holiday in
      matches(holiday, year: year, month: month, day: day, afterEaster: afterEaster)
    }
  }

  private func matches(
    _ holiday: PublicHoliday, year: Int, month: Int, day: Int, afterEaster: Int?
  ) -> Bool {
    switch holiday.rule ?? abolition(year: year) {
    case .fixed(let ruleMonth, let ruleDay)?: ruleMonth == month && ruleDay == day
    case .easter(let days)?: afterEaster == days
    case nil: false
    }
  }
}
