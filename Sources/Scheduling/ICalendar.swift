package import Auditing

/// A calendar file of all-day events (RFC 5545; its name and refresh interval from RFC 7986).
///
/// It has no METHOD, which belongs to invitations (RFC 5546), and no time zone: days only.
package struct ICalendar: Sendable {
  /// What mail programs call the calendar.
  package let name: String
  /// The program that writes it and its version, such as `Constat 1.0`.
  package let product: String
  /// The language of the texts.
  package let language: Language
  /// In the order in which they are written: at least one (RFC 5545, 3.6), no UID twice.
  package let events: [Event]

  /// Creates a calendar.
  package init(name: String, product: String, language: Language, events: [Event]) {
    self.name = name
    self.product = product
    self.language = language
    self.events = events
  }

  /// The file, in UTF-8.
  package var bytes: [UInt8] {
    var lines = ContentLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    let code = language.rawValue.uppercased()
    lines.add("PRODID", text: "-//Constat//\(product)//\(code)")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("NAME", text: name)
    lines.add("X-WR-CALNAME", text: name)
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
    for event in events { event.write(to: &lines, in: language) }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }
}
