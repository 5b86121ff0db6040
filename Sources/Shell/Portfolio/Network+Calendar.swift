import Auditing
import Scheduling

/// The calendar files of a network.
///
/// Their events bear the identifiers that the dossiers' own calendars give them, so that whoever
/// has imported one of these sees each event once (RFC 5545, 3.8.4.7).
extension Network {
  /// The calendars of all dossiers as one file; nothing where there are no events.
  func calendar(_ manner: DossierCalendar.Manner) -> [UInt8]? {
    file(counted.flatMap { $0.calendar?.events(manner) ?? [] }, manner.language)
  }

  /// The cycles of some labels as one calendar file; nothing where there are none.
  func calendar(of labels: [Held], _ manner: DossierCalendar.Manner) -> [UInt8]? {
    file(
      labels.flatMap { $0.member.calendar?.events(of: $0.label, manner) ?? [] }, manner.language)
  }

  private func file(_ events: [ICalendar.Event], _ language: Language) -> [UInt8]? {
    ICalendar.file(
      named: language.pick(("Constat – réseau", "Constat – network")), events, in: language)
  }
}
