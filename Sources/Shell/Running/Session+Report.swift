import Auditing
import Journaling
import Reporting
import Scheduling

/// What a report of an audit is made of.
extension Session {
  mutating func subject(of audit: Audit, edition: Int? = nil) throws -> ReportSubject {
    let checklist = try checklist(audit.checklist)
    let state = state
    let parts = Surroundings.tool.split(separator: " ").map(String.init)
    var subject = ReportSubject(
      title: state.title, purpose: state.purpose, audit: audit, checklist: checklist,
      checklistDigest: audit.checklist, tool: .init(name: "Constat", version: parts.last ?? ""),
      written: environment.now(), date: today)
    let findings = state.findings(in: audit)
    let cited = Set(findings.flatMap(\.evidence))
    let criteria = Set(
      audit.visitedSites.flatMap { audit.criteria(of: checklist, at: $0).map(\.id) })
    let visited = Set(audit.visitedSites)
    subject.sites = state.sites
    subject.persons = state.persons
    subject.findings = findings
    subject.evidence = state.evidence.filter { piece in
      cited.contains(piece.key)
        || (piece.criterion.map(criteria.contains) == true
          && piece.site.map(visited.contains) != false)
    }
    subject.assessments = state.assessments(in: audit, on: checklist)
    subject.measures = state.measures
    subject.schedules = schedules()
    subject.heads = state.history.heads.values.sorted { $0.writer < $1.writer }
    subject.entriesUnderGivenClock =
      state.history.operations.filter { operation in
        operation.events.contains { $0?.isClockGiven == true }
      }.count
    subject.edition = edition
    subject.isDraft = edition == nil
    subject.signature = edition == nil ? .unsigned : .bySeal
    return subject
  }

  /// Each label in force with the milestones of its cycle.
  private func schedules() -> [LabelSchedule] {
    var schedules: [LabelSchedule] = []
    for planned in plannedMilestones() {
      if let index = schedules.firstIndex(where: { $0.label == planned.label }) {
        schedules[index].milestones.append(planned.milestone)
      } else {
        schedules.append(LabelSchedule(label: planned.label, milestones: [planned.milestone]))
      }
    }
    return schedules
  }

  /// What is said of every item that rests on a checklist which is not complete and official.
  static let provisionalWords: Wording = (
    "Référentiel PROVISOIRE\u{A0}: reconstitué, à confirmer sur le texte officiel.",
    "PROVISIONAL checklist: reconstructed, to be confirmed against the official text."
  )

  /// Whether the checklist of a label is not complete and official.
  private func isProvisional(_ label: Label) -> Bool {
    knownChecklists.first { $0.id == label.checklist }?.status != .official
  }

  /// The cycle of all labels as a calendar file, or nothing when there is none.
  func calendar() -> [UInt8]? {
    let planned = plannedMilestones()
    guard let dossier, !planned.isEmpty else { return nil }
    let names = Dictionary(
      state.sites.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let events = planned.map { planned in
      let label = planned.label
      let subject = "\(label.checklist), \(names[label.site] ?? label.site)"
      var event = ICalendar.Event(
        planned.milestone, of: subject,
        uid: PlannedMilestone.uid(planned.milestone, of: label, in: dossier.id),
        in: language, sequence: planned.sequence, stamp: environment.now(), modified: label.at)
      if isProvisional(label) {
        event.description += "\n" + language.pick(Self.provisionalWords)
      }
      return event
    }
    return ICalendar(
      name: "Constat – \(state.title)",
      product: Surroundings.tool,
      language: language, events: events
    ).bytes
  }
}
