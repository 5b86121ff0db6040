import Auditing
import Scheduling
import Testing

struct `The public holidays of France` {
  private func days(_ calendar: HolidayCalendar, from: Int = 2000, to: Int = 2035) throws
    -> [CalendarDate]
  {
    let first = try #require(CalendarDate(year: from, month: 1, day: 1))
    let last = try #require(CalendarDate(year: to, month: 12, day: 31))
    return (first.dayNumber...last.dayNumber).map(CalendarDate.init(dayNumber:))
      .filter(calendar.isHoliday)
  }

  @Test(arguments: HolidayFacts.places)
  func `are those of jours-feries-france from 2000 to 2035`(
    place: String, count: Int, hash: UInt64
  ) throws {
    let calendar = try #require(HolidayCalendar(rawValue: place))
    let days = try days(calendar)
    var checksum = Checksum()
    for day in days { checksum.add("\(day)\n") }
    #expect(days.count == count)
    #expect(checksum.value == hash)
  }

  @Test func `move with Easter as in jours-feries-france`() throws {
    let movable: [PublicHoliday] = [.goodFriday, .easterMonday, .ascension, .whitMonday]
    for facts in HolidayFacts.movable {
      for (text, holiday) in zip(facts.split(separator: " "), movable) {
        let date = try #require(CalendarDate(text))
        #expect(HolidayCalendar.alsaceMoselle.holidays(on: date).contains(holiday), "\(text)")
      }
    }
  }

  @Test func `are the eleven of the law in 2026`() throws {
    #expect(
      try days(.metropolitan, from: 2026, to: 2026).map(\.description) == [
        "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
        "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25",
      ])
    #expect(PublicHoliday.legal.count == 11)
  }

  @Test(arguments: [
    (HolidayCalendar.guadeloupe, "2026-05-27"), (.martinique, "2026-05-22"),
    (.guyane, "2026-06-10"), (.reunion, "2026-12-20"), (.mayotte, "2026-04-27"),
    (.saintBarthelemy, "2026-10-09"), (.saintMartin, "2026-05-28"), (.saintMartin, "2017-05-27"),
  ])
  func `include the abolition of slavery overseas, there only`(
    calendar: HolidayCalendar, text: String
  ) throws {
    let date = try #require(CalendarDate(text))
    #expect(calendar.holidays(on: date) == [.abolitionOfSlavery])
    #expect(HolidayCalendar.allCases.filter { $0.isHoliday(date) }.contains(calendar))
    #expect(!HolidayCalendar.metropolitan.isHoliday(date))
    #expect(!HolidayCalendar.alsaceMoselle.isHoliday(date))
  }

  @Test func `are two more in Alsace and Moselle`() throws {
    let more = Set(try days(.alsaceMoselle, from: 2026, to: 2026))
      .subtracting(try days(.metropolitan, from: 2026, to: 2026))
    #expect(more.map(\.description).sorted() == ["2026-04-03", "2026-12-26"])
  }

  @Test func `are none where none are kept`() throws {
    #expect(try days(.none, from: 2026, to: 2026).isEmpty)
  }

  @Test(arguments: [
    (HolidayCalendar.metropolitan, "2008-05-01", "Fête du Travail et Ascension"),
    (.martinique, "2031-05-22", "Ascension et Abolition de l’esclavage"),
    (.guyane, "2030-06-10", "Lundi de Pentecôte et Abolition de l’esclavage"),
    (.metropolitan, "2022-05-26", "Ascension"), (.alsaceMoselle, "2026-12-26", "Saint-Étienne"),
  ])
  func `have a name, or two when they meet`(calendar: HolidayCalendar, text: String, name: String)
    throws
  {
    let date = try #require(CalendarDate(text))
    #expect(calendar.name(date)?.fr == name)
    #expect(calendar.name(date.adding(days: 3)) == nil)
  }

  @Test func `each have a name in both languages`() {
    #expect(Set(PublicHoliday.allCases.map(\.title.fr)).count == PublicHoliday.allCases.count)
    #expect(Set(PublicHoliday.allCases.map(\.title.en)).count == PublicHoliday.allCases.count)
  }
}

struct `The word for a holiday calendar` {
  @Test(arguments: [
    ("metropolitan", HolidayCalendar.metropolitan), ("Métropole", .metropolitan),
    ("métropolitaine", .metropolitan), ("Alsace-Moselle", .alsaceMoselle),
    ("alsace moselle", .alsaceMoselle), ("Guyane", .guyane), ("french-guiana", .guyane),
    ("Réunion", .reunion), ("La Réunion", .reunion), ("SAINT-BARTHÉLEMY", .saintBarthelemy),
    ("saint-martin", .saintMartin), ("Martinique", .martinique), ("mayotte", .mayotte),
    ("aucun", .none), ("none", .none),
  ])
  func `is taken in either language`(word: String, calendar: HolidayCalendar) {
    #expect(HolidayCalendar(word: word) == calendar)
  }

  @Test(arguments: ["", "corse", "fr", "metropolitan "])
  func `outside the list is refused`(word: String) {
    #expect(HolidayCalendar(word: word) == nil)
  }

  @Test(arguments: HolidayCalendar.allCases)
  func `is also the one that records keep`(calendar: HolidayCalendar) {
    #expect(HolidayCalendar(word: calendar.rawValue) == calendar)
  }
}
