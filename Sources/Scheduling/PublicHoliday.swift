/// A day that French law makes a public holiday (jour férié) somewhere in France.
package enum PublicHoliday: String, CaseIterable, Sendable {
  case newYear = "new-year"
  case goodFriday = "good-friday"
  case easterMonday = "easter-monday"
  case labourDay = "labour-day"
  case victory1945 = "victory-1945"
  case ascension
  case whitMonday = "whit-monday"
  case nationalDay = "national-day"
  case assumption
  case allSaints = "all-saints"
  case armistice1918 = "armistice-1918"
  case christmas
  case saintStephen = "saint-stephen"
  case abolitionOfSlavery = "abolition-of-slavery"

  /// The eleven legal holidays (Code du travail, article L3133-1), as they stand since 1982.
  package static let legal: [Self] = [
    .newYear, .easterMonday, .labourDay, .victory1945, .ascension, .whitMonday, .nationalDay,
    .assumption, .allSaints, .armistice1918, .christmas,
  ]

  /// How the holiday is found in a year.
  enum Rule: Hashable, Sendable {
    /// The same day of every year.
    case fixed(month: Int, day: Int)
    /// So many days after Easter Sunday.
    case easter(days: Int)
  }

  /// The rule that is the same wherever the holiday is kept; nothing where places differ.
  var rule: Rule? {
    switch self {
    case .newYear: .fixed(month: 1, day: 1)
    case .goodFriday: .easter(days: -2)
    case .easterMonday: .easter(days: 1)
    case .labourDay: .fixed(month: 5, day: 1)
    case .victory1945: .fixed(month: 5, day: 8)
    case .ascension: .easter(days: 39)
    case .whitMonday: .easter(days: 50)
    case .nationalDay: .fixed(month: 7, day: 14)
    case .assumption: .fixed(month: 8, day: 15)
    case .allSaints: .fixed(month: 11, day: 1)
    case .armistice1918: .fixed(month: 11, day: 11)
    case .christmas: .fixed(month: 12, day: 25)
    case .saintStephen: .fixed(month: 12, day: 26)
    case .abolitionOfSlavery: nil
    }
  }
}
