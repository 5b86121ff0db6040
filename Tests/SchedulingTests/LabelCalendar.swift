import Auditing
import Scheduling

/// The calendar of the label of 26 November 2020, as the tests export it.
enum LabelCalendar {
  static func calendar(in language: Language = .fr) throws -> ICalendar {
    let stamp = Timestamp(milliseconds: 1_795_250_824_560)
    let cycle = LabelCycle(
      from: CalendarDate(dayNumber: 18_592), validity: 36, surveillance: 18)
    var events = cycle.milestones().map { milestone in
      ICalendar.Event(
        milestone, of: "Préfecture des Alpes-de-Haute-Provence",
        uid: "4f1c.digne.\(milestone.kind.rawValue)@constat.invalid", in: language, stamp: stamp,
        modified: Timestamp(milliseconds: 1_795_000_000_000))
    }
    events.append(
      ICalendar.Event(
        uid: "4f1c.action.A7@constat.invalid", date: CalendarDate(dayNumber: 19_500),
        summary: "A7, afficher les horaires ; « ouvert » \u{1F551}", status: .cancelled,
        sequence: 2, stamp: stamp))
    return ICalendar(
      name: "Constat, préfecture de Digne", product: "Constat 1.0", language: language,
      events: events)
  }
}
