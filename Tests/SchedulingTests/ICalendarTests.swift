import Auditing
import Scheduling
import Testing

struct `A calendar file` {
  private func text(_ calendar: ICalendar) -> String {
    String(decoding: calendar.bytes, as: UTF8.self)
  }

  private func event(
    description: String = "", reminds: Bool = true, status: ICalendar.Event.Status = .confirmed
  ) -> ICalendar.Event {
    ICalendar.Event(
      uid: "u1", date: CalendarDate(dayNumber: 19_502), summary: "S", description: description,
      status: status, sequence: -1, stamp: Timestamp(milliseconds: 0), reminds: reminds)
  }

  private func calendar(_ events: [ICalendar.Event], name: String = "N") -> ICalendar {
    ICalendar(name: name, product: "Constat 1.0", language: .en, events: events)
  }

  @Test func `of the label of 26 November 2020 is this one`() throws {
    #expect(try text(LabelCalendar.calendar()) == GoldenCalendar.text)
  }

  @Test func `is the same bytes each time`() throws {
    #expect(try LabelCalendar.calendar().bytes == LabelCalendar.calendar().bytes)
  }

  @Test func `has one line for each thing and nothing more`() {
    #expect(
      text(calendar([event()])).split(separator: "\r\n").map(String.init) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Constat//Constat 1.0//EN",
        "CALSCALE:GREGORIAN", "NAME:N", "X-WR-CALNAME:N",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D", "BEGIN:VEVENT", "UID:u1",
        "DTSTAMP:19700101T000000Z", "LAST-MODIFIED:19700101T000000Z", "SEQUENCE:0",
        "DTSTART;VALUE=DATE:20230525", "DTEND;VALUE=DATE:20230526", "SUMMARY;LANGUAGE=en:S",
        "STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "CLASS:PRIVATE", "BEGIN:VALARM",
        "ACTION:DISPLAY", "DESCRIPTION:S", "TRIGGER:-PT15H", "END:VALARM", "END:VEVENT",
        "END:VCALENDAR",
      ])
  }

  @Test func `never holds an empty description, a method or a time zone`() throws {
    let text = try text(LabelCalendar.calendar())
    #expect(!text.contains("METHOD"))
    #expect(!text.contains("VTIMEZONE"))
    for line in text.split(separator: "\r\n") { #expect(!line.hasSuffix(":")) }
    #expect(!self.text(calendar([event()], name: "")).contains("NAME"))
  }

  @Test func `reminds once of what is confirmed, and never of what is cancelled`() {
    #expect(text(calendar([event()])).count(of: "BEGIN:VALARM") == 1)
    #expect(text(calendar([event(reminds: false)])).count(of: "BEGIN:VALARM") == 0)
    let cancelled = text(calendar([event(status: .cancelled)]))
    #expect(cancelled.count(of: "BEGIN:VALARM") == 0)
    #expect(cancelled.contains("STATUS:CANCELLED\r\n"))
  }

  @Test func `cannot be broken by what a text holds`() {
    let hostile = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\u{1B}]0;t\u{7}"
    var event = event(description: hostile)
    event.uid = hostile
    event.summary = hostile
    event.categories = [hostile, hostile]
    let text = text(calendar([event], name: hostile))
    #expect(text.count(of: "\r\nBEGIN:VEVENT") == 1)
    #expect(text.count(of: "\r\nEND:VEVENT") == 1)
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(!text.unicodeScalars.contains("\u{7}"))
  }

  @Test func `ends an event of the last day of the calendar without another day`() {
    var event = event()
    event.date = .last
    let text = text(calendar([event]))
    #expect(text.contains("DTSTART;VALUE=DATE:99991231\r\n"))
    #expect(!text.contains("DTEND"))
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func count(of part: String) -> Int {
    ranges(of: part).count
  }
}
