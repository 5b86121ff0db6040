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
    subject.findings = findings
    addPreparation(to: &subject, state)
    let cited = subject.citedEvidence
    let criteria = Set(
      audit.visitedSites.flatMap { audit.criteria(of: checklist, at: $0).map(\.id) })
    let visited = Set(audit.visitedSites)
    subject.sites = state.sites
    subject.services = Dictionary(
      state.services.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    subject.persons = state.persons
    subject.evidence = state.evidence.filter { piece in
      cited.contains(piece.key)
        || (piece.criterion.map(criteria.contains) == true
          && piece.site.map(visited.contains) != false)
    }
    subject.assessments = state.assessments(in: audit, on: checklist)
    subject.measures = state.measures
    if !checklist.rules.isEmpty {
      let day = audit.end ?? audit.start ?? today
      subject.awards = audit.visitedSites.map {
        judgement(of: audit, on: checklist, at: $0, day: day).award
      }
    }
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

  /// Adds what was planned, asked for and done about findings.
  private func addPreparation(to subject: inout ReportSubject, _ state: State) {
    let audit = subject.audit
    let treatment = Treatment(state)
    for finding in subject.findings {
      subject.actions[finding.key] = treatment.actions(about: finding.key)
    }
    subject.requests = state.requests(in: audit, on: subject.checklist)
    subject.meetings = state.meetings(of: audit)
    subject.plan = state.plan(of: audit).map { line in
      PlanSlot(
        start: line.start, end: line.end ?? "", place: line.place ?? "", what: line.what,
        who: line.who ?? "")
    }
    if let earlier = state.predecessors(of: audit).first {
      let lines = Comparison(of: earlier, with: audit, in: state).lines
      subject.followUp = FollowUpSummary(
        audit: earlier.id, lines: lines.filter { $0.earlier != nil },
        evidence: state.followUps.filter { $0.audit == audit.key }.flatMap(\.evidence))
    }
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

  /// The cycle of all labels and the days of the actions as a calendar file, or nothing when there
  /// is neither.
  func calendar() -> [UInt8]? {
    let planned = plannedMilestones()
    guard let dossier else { return nil }
    let actions = actionEvents(dossier.id)
    guard !planned.isEmpty || !actions.isEmpty else { return nil }
    let names = Dictionary(
      state.sites.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let events = planned.map { planned in
      let label = planned.label
      let subject = "\(label.checklist), \(names[label.site] ?? label.site)"
      var event = ICalendar.Event(
        planned.milestone, of: subject,
        uid:
          "\(dossier.id.prefix(16)).\(label.site).\(label.from).\(planned.milestone.kind.rawValue)@constat.invalid",
        in: language, status: planned.status == "cancelled" ? .cancelled : .confirmed,
        sequence: planned.sequence, stamp: environment.now(), modified: label.at)
      if isProvisional(label) {
        event.description += "\n" + language.pick(Self.provisionalWords)
      }
      return event
    }
    return ICalendar(
      name: "Constat – \(state.title)",
      product: Surroundings.tool,
      language: language, events: events + actions
    ).bytes
  }
}
