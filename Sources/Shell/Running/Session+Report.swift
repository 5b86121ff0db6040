import Auditing
import Journaling
import Reporting
import Scheduling

/// What a report of an audit is made of.
extension Session {
  mutating func subject(of audit: Audit, edition: Int? = nil) throws -> ReportSubject {
    let checklist = try checklist(audit.checklist)
    let state = state
    var subject = ReportSubject(
      title: state.title, purpose: state.purpose, audit: audit, checklist: checklist,
      checklistDigest: audit.checklist, tool: .constat,
      written: environment.now(), date: today)
    let findings = state.findings(in: audit)
    subject.findings = findings
    addPreparation(to: &subject, state)
    subject.samples = try drawnSamples(of: audit).map {
      SampleSummary($0.sample, $0.result, isToExtend: $0.isToExtend)
    }
    let scope = Set(audit.scope.map(\.site))
    subject.surveys = state.surveys.filter { scope.contains($0.site) }
    let cited = subject.citedEvidence
    let criteria = Set(
      audit.visitedSites.flatMap { audit.criteria(of: checklist, at: $0).map(\.id) })
    let visited = Set(audit.visitedSites)
    subject.sites = state.sites
    subject.services = Dictionary(
      state.services.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    subject.persons = state.persons.map(state.shown)
    subject.evidence = state.evidence.filter { piece in
      cited.contains(piece.key)
        || (piece.isGathered(during: audit) && piece.criterion.map(criteria.contains) == true
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
    addEntries(to: &subject, state)
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

  /// Adds the entries down to which each figure of the report can be followed.
  private func addEntries(to subject: inout ReportSubject, _ state: State) {
    let audit = subject.audit.key
    let keys: [(Noun, [String])] = [
      (
        .assessment,
        subject.assessments.map { EventKind.naturalKey([audit, $0.criterion, $0.site]) }
      ),
      (.finding, subject.findings.map(\.key)), (.measure, subject.measures.map(\.key)),
      (.sample, subject.samples.map(\.sample.key)), (.survey, subject.surveys.map(\.key)),
      (.action, subject.actions.values.flatMap { $0.map(\.key) }),
    ]
    for (noun, keys) in keys {
      subject.entries[noun] = Dictionary(
        keys.compactMap { key in
          state.record(noun, key).map { (key, state.entries(of: $0)) }
        }, uniquingKeysWith: { one, _ in one })
    }
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

  /// Each label in force with the milestones of its cycle that are not cancelled.
  func schedules() -> [LabelSchedule] {
    var schedules: [LabelSchedule] = []
    for planned in plannedMilestones() where planned.status != .cancelled {
      let day = LabelSchedule.Day(
        planned.milestone, planned.status, reason: planned.decision?.reason)
      if let index = schedules.firstIndex(where: { $0.label == planned.label }) {
        schedules[index].days.append(day)
      } else {
        schedules.append(LabelSchedule(label: planned.label, days: [day]))
      }
    }
    return schedules
  }

  /// What the reminder schedule of the dossier's labels is made of.
  func renewalSubject() -> RenewalSubject {
    let known = knownChecklists
    return RenewalSubject(
      title: state.title, purpose: state.purpose, sites: state.sites, schedules: schedules(),
      checklists: Dictionary(known.map { ($0.id, $0.title) }, uniquingKeysWith: { one, _ in one }),
      provisional: Set(state.labels.map(\.checklist)).subtracting(
        known.filter { $0.status == .official }.map(\.id)),
      tool: .constat, date: today)
  }
}

extension State {
  /// Every entry that a record is made of, each once.
  fileprivate func entries(of record: Record) -> [Entry] {
    derivation(of: record, as: .nothingRecorded).parts.compactMap { part in
      if case .entry(let entry) = part.claim { entry } else { nil }
    }
  }
}

extension ReportSubject.Tool {
  /// This program in its version.
  static let constat: Self = {
    let parts = Surroundings.tool.split(separator: " ").map(String.init)
    return Self(name: "Constat", version: parts.last ?? "")
  }()
}
