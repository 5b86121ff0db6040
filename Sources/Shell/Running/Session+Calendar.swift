import Auditing
import Journaling
import Scheduling

extension Session {
  /// The days of all labels and actions as a calendar file that a mail program imports, and imports
  /// again; nothing when no label was ever granted and no action has a day.
  ///
  /// Each event's SEQUENCE rises with every change of what it shows (RFC 5545, 3.8.7.4).
  func calendar() -> [UInt8]? {
    let calendar = DossierCalendar(state, of: dossier?.id ?? "", checklists: knownChecklists)
    return ICalendar.file(
      named: "Constat – \(state.title)", calendar.events(calendarManner), in: language)
  }

  /// How the events of a calendar are written now.
  var calendarManner: DossierCalendar.Manner {
    DossierCalendar.Manner(language: language, stamp: environment.now(), today: today)
  }
}
