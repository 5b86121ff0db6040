package import Auditing

extension ICalendar {
  /// One thing that is due on one day (VEVENT; RFC 5545, 3.6.1).
  package struct Event: Hashable, Sendable {
    /// The name by which a program knows the event again: the same in every export.
    package var uid: String
    /// The one day it takes.
    package var date: CalendarDate
    /// The line that a mail program shows in its grid.
    package var summary: String
    /// Left out of the file when empty.
    package var description: String
    /// The words under which it is filed.
    package var categories: [String]
    /// Whether it takes place.
    package var status: Status
    /// How often its day or status changed, from 0; a program takes the higher one.
    package var sequence: Int
    /// When the file is written (DTSTAMP).
    package var stamp: Timestamp
    /// When the event was last changed; the stamp where nothing else is known.
    package var modified: Timestamp
    /// Whether the mail program warns at nine o'clock on the day before; never of a cancelled one.
    package var reminds: Bool

    /// Creates an event.
    package init(
      uid: String, date: CalendarDate, summary: String, description: String = "",
      categories: [String] = [], status: Status = .confirmed, sequence: Int = 0,
      stamp: Timestamp, modified: Timestamp? = nil, reminds: Bool = true
    ) {
      self.uid = uid
      self.date = date
      self.summary = summary
      self.description = description
      self.categories = categories
      self.status = status
      self.sequence = sequence
      self.stamp = stamp
      self.modified = modified ?? stamp
      self.reminds = reminds
    }

    /// Confirmed, or not sure yet; one that was removed is exported once more as cancelled.
    package enum Status: String, CaseIterable, Sendable {
      case confirmed = "CONFIRMED"
      case tentative = "TENTATIVE"
      case cancelled = "CANCELLED"
    }
  }
}

extension ICalendar.Event {
  /// Writes the event; the end is exclusive (RFC 5545, 3.6.1), so it is the next day if any.
  func write(to lines: inout ContentLines, in language: Language) {
    let inLanguage = ";LANGUAGE=" + language.rawValue
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", text: uid)
    lines.add("DTSTAMP", stamp.basicFormat)
    lines.add("LAST-MODIFIED", modified.basicFormat)
    lines.add("SEQUENCE", String(max(0, sequence)))
    lines.add("DTSTART;VALUE=DATE", date.basicFormat)
    if date < .last { lines.add("DTEND;VALUE=DATE", date.adding(days: 1).basicFormat) }
    lines.add("SUMMARY" + inLanguage, text: summary)
    lines.add("DESCRIPTION" + inLanguage, text: description)
    lines.add("STATUS", status.rawValue)
    lines.add("TRANSP", "TRANSPARENT")
    lines.add("CLASS", "PRIVATE")
    lines.add("CATEGORIES" + inLanguage, texts: categories)
    if reminds, status == .confirmed {
      lines.add("BEGIN", "VALARM")
      lines.add("ACTION", "DISPLAY")
      lines.add("DESCRIPTION", text: summary)
      lines.add("TRIGGER", "-PT15H")
      lines.add("END", "VALARM")
    }
    lines.add("END", "VEVENT")
  }
}

extension CalendarDate {
  /// The date without hyphens, `20261121` (RFC 5545, 3.3.4).
  fileprivate var basicFormat: String { String(description.filter { $0 != "-" }) }
}

extension Timestamp {
  /// The instant in UTC to the second, `20261121T084704Z` (RFC 5545, 3.3.5).
  fileprivate var basicFormat: String {
    String(description.prefix(19).filter { $0 != "-" && $0 != ":" }) + "Z"
  }
}
