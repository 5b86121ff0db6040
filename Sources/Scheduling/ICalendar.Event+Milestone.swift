package import Auditing

extension ICalendar.Event {
  /// Creates the event of a milestone, with what is labelled behind its title.
  package init(
    _ milestone: Milestone, of subject: String, uid: String, in language: Language,
    status: Status = .confirmed, sequence: Int = 0, stamp: Timestamp, modified: Timestamp? = nil
  ) {
    let title = language.pick(milestone.kind.title)
    self.init(
      uid: uid, date: milestone.date,
      summary: subject.isEmpty ? title : "\(title) – \(subject)",
      description: language.pick(milestone.why),
      categories: milestone.kind.categories.map(language.pick), status: status,
      sequence: sequence, stamp: stamp, modified: modified)
  }
}
