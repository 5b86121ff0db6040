import Auditing
import Testing

struct `A unit` {
  @Test(arguments: [
    ("%", Unit.percent), ("s", .second), ("min", .minute), ("h", .hour), ("heures", .hour),
    ("d", .day), ("j", .day), ("Jours", .day), ("wd", .workingDay), ("jo", .workingDay),
    ("jours ouvrés", .workingDay), ("working days", .workingDay), ("w", .week), ("sem", .week),
    ("m", .month), ("mois", .month), ("y", .year), ("an", .year), ("ans", .year),
  ])
  func `is named in either language`(word: String, unit: Unit) {
    #expect(Unit(word: word) == unit)
  }

  @Test(arguments: ["", "km", "mn", "M€", "days ", "jourss"])
  func `outside the list is refused`(word: String) {
    #expect(Unit(word: word) == nil)
  }

  @Test(arguments: Unit.allCases.filter { $0 != .count })
  func `is read from its own letters in both languages`(unit: Unit) {
    #expect(Unit(word: unit.rawValue) == unit)
    #expect(Unit(word: unit.french) == unit)
  }
}

struct `A quantity` {
  @Test(arguments: [
    ("1,37 jours", "1.37 d"), ("93,1 %", "93.1 %"), ("93.1%", "93.1 %"), ("600 000", "600000"),
    ("6,4", "6.4"), ("12min", "12 min"), ("-2m", "-2 m"), ("+30d", "30 d"),
    ("5\u{202F}jo", "5 wd"), ("3\u{2009}h", "3 h"), ("1\u{A0}000\u{A0}s", "1000 s"),
    ("36 months", "36 m"),
  ])
  func `is read with its unit`(text: String, written: String) {
    #expect(Quantity(text)?.description == written)
  }

  @Test(arguments: ["", "jours", "5 km", "%", "5 days ago", "1 37 d", "5,, d", "d5", "5 d 3 h"])
  func `is refused in any other form`(text: String) {
    #expect(Quantity(text) == nil)
  }

  @Test func `compares with clock units and days, else only with its own kind`() throws {
    let minutes = try #require(Quantity("60 min"))
    let day = try #require(Quantity("1 d"))
    let workingDay = try #require(Quantity("1 wd"))
    let month = try #require(Quantity("1 m"))
    #expect(minutes.compares(with: day))
    #expect(minutes.isLess(than: day) == true)
    #expect(try minutes.isLess(than: #require(Quantity("1 h"))) == false)
    #expect(try #require(Quantity("1 h")).isLess(than: minutes) == false)
    #expect(try #require(Quantity("6 d")).isLess(than: #require(Quantity("1 w"))) == true)
    #expect(!day.compares(with: workingDay))
    #expect(day.isLess(than: workingDay) == nil)
    #expect(day.isLess(than: month) == nil)
    #expect(try month.isLess(than: #require(Quantity("1 y"))) == nil)
    #expect(try month.isLess(than: #require(Quantity("2 m"))) == true)
    #expect(try #require(Quantity("5 %")).isLess(than: #require(Quantity("5"))) == nil)
  }

  @Test(arguments: [
    ("0 d", "0 jour", "0 days"), ("0.5 d", "0,5 jour", "0.5 days"), ("1 d", "1 jour", "1 day"),
    ("1.37 d", "1,37 jour", "1.37 days"), ("2 d", "2 jours", "2 days"),
    ("-1 d", "-1 jour", "-1 day"), ("-2 d", "-2 jours", "-2 days"),
    ("5 wd", "5 jours ouvrés", "5 working days"), ("1 wd", "1 jour ouvré", "1 working day"),
    ("1 w", "1 semaine", "1 week"), ("3 w", "3 semaines", "3 weeks"),
    ("1 m", "1 mois", "1 month"), ("36 m", "36 mois", "36 months"), ("1 y", "1 an", "1 year"),
    ("3 y", "3 ans", "3 years"), ("12 min", "12 min", "12 min"), ("93.1 %", "93,1 %", "93.1%"),
    ("7", "7", "7"),
  ])
  func `is written for a reader`(text: String, french: String, english: String) {
    func bound(_ text: String) -> String {
      guard let space = text.firstIndex(of: " ") else { return text }
      return text.replacingCharacters(in: space, with: "\u{A0}")
    }
    #expect(Quantity(text)?.written(in: .fr) == bound(french))
    #expect(Quantity(text)?.written(in: .en) == bound(english))
  }

  @Test(arguments: ["1.37 d", "5 wd", "36 m", "-2 y", "93.1 %", "12 min", "7"])
  func `is read back from what it writes`(text: String) throws {
    let quantity = try #require(Quantity(text))
    #expect(Quantity(quantity.description) == quantity)
    #expect(Quantity(quantity.written(in: .fr)) == quantity)
    #expect(Quantity(quantity.written(in: .en)) == quantity)
  }
}

extension String {
  /// The text with one character replaced.
  fileprivate func replacingCharacters(in index: Index, with text: String) -> String {
    String(self[..<index]) + text + String(self[self.index(after: index)...])
  }
}
