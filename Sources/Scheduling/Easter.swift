import Auditing

/// The feast on which the movable holidays rest.
enum Easter {
  /// Easter Sunday of a Gregorian year, in days since 1970-01-01.
  ///
  /// The anonymous algorithm that Butcher published in 1876.
  static func dayNumber(year: Int) -> Int? {
    let golden = year % 19
    let (century, ofCentury) = year.quotientAndRemainder(dividingBy: 100)
    let moonCorrection = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
    let toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * toSunday) / 451
    let (month, day) = (epact + toSunday - 7 * late + 114).quotientAndRemainder(dividingBy: 31)
    return CalendarDate(year: year, month: month, day: day + 1)?.dayNumber
  }
}
