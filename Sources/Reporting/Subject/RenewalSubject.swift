package import Auditing

/// What the reminder schedule of a dossier's labels says, as values.
package struct RenewalSubject: Sendable {
  /// The title of the dossier: the audited body.
  package var title: String
  package var purpose: Purpose
  package var sites: [Site]
  package var schedules: [LabelSchedule]
  /// The titles of the checklists that are known, by their ids.
  package var checklists: [String: LocalizedText]
  /// The ids of the checklists that are not the complete official text.
  package var provisional: Set<String>
  package var tool: ReportSubject.Tool
  /// The civil day at which it is written.
  package var date: CalendarDate

  /// Creates a subject.
  package init(
    title: String, purpose: Purpose, sites: [Site], schedules: [LabelSchedule],
    checklists: [String: LocalizedText], provisional: Set<String>, tool: ReportSubject.Tool,
    date: CalendarDate
  ) {
    self.title = title
    self.purpose = purpose
    self.sites = sites
    self.schedules = schedules
    self.checklists = checklists
    self.provisional = provisional
    self.tool = tool
    self.date = date
  }
}
