package import Auditing

/// Everything a report of one audit says, as values.
package struct ReportSubject: Sendable {
  /// The title of the dossier: the audited body.
  package var title: String
  package var purpose: Purpose
  package var audit: Audit
  package var checklist: Checklist
  /// SHA-256 of the checklist's bytes, in hexadecimal.
  package var checklistDigest: String
  package var sites: [Site] = []
  /// The names of the services by the short name that is typed for them.
  package var services: [String: String] = [:]
  package var persons: [Person] = []
  package var evidence: [Evidence] = []
  package var findings: [Finding] = []
  /// One row per criterion and site in scope; a row that is missing counts as not assessed.
  package var assessments: [Assessment] = []
  package var measures: [Measure] = []
  /// What was drawn by chance in this audit, and what it came to.
  package var samples: [SampleSummary] = []
  package var surveys: [Survey] = []
  /// What the checklist's rules conclude of each site; none where it has no rules.
  package var awards: [Award] = []
  package var schedules: [LabelSchedule] = []
  package var plan: [PlanSlot] = []
  package var meetings: [Meeting] = []
  /// What was asked of the auditee; nothing where only the checklist says it.
  package var requests: [DocumentRequest]?
  /// What is done about the findings, by the keys of the findings.
  package var actions: [String: [Action]] = [:]
  /// What became of the findings of the audit that this one goes on from.
  package var followUp: FollowUpSummary?
  /// The entries of the journals that records are made of, by noun and key.
  package var entries: [Noun: [String: [Entry]]] = [:]
  /// The last entry of each journal the report rests on.
  package var heads: [Head] = []
  /// How many entries were written under a clock that was given rather than read.
  package var entriesUnderGivenClock = 0
  /// Whether statements that no finding cites are printed word for word.
  package var includesNotes = false
  package var tool: Tool
  /// The instant and the civil day at which the report is written.
  package var written: Timestamp
  package var date: CalendarDate
  /// The number of the edition, once one is being sealed.
  package var edition: Int?
  /// Whether it is a working copy, which never calls itself final.
  package var isDraft = false
  package var signature = Signature.unsigned

  /// Creates the subject of a report; what it does not name here is still empty.
  package init(
    title: String, purpose: Purpose, audit: Audit, checklist: Checklist, checklistDigest: String,
    tool: Tool, written: Timestamp, date: CalendarDate
  ) {
    self.title = title
    self.purpose = purpose
    self.audit = audit
    self.checklist = checklist
    self.checklistDigest = checklistDigest
    self.tool = tool
    self.written = written
    self.date = date
  }

  /// The program that writes the report.
  package struct Tool: Hashable, Sendable {
    package var name: String
    package var version: String

    /// Creates the name and version of a program.
    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// How the report is signed: never by itself, at most by the bag that holds it or the edition
  /// from which it is drawn.
  package enum Signature: Hashable, Sendable { case unsigned, bySeal, drawn }
}

extension ReportSubject {
  /// Whether the checklist is not the complete official text.
  package var isProvisional: Bool { checklist.status == .provisional }

  /// The keys of the evidence on which something in the report rests.
  package var citedEvidence: Set<String> {
    var keys = Set(findings.flatMap(\.evidence))
    for action in actions.values.joined() { keys.formUnion(action.evidence) }
    for request in requests ?? [] { keys.formUnion(request.evidence) }
    for survey in surveys { keys.formUnion(survey.evidence) }
    return keys.union(followUp?.evidence ?? [])
  }

  /// Whether it reports on practice and not on a real audit.
  package var isExercise: Bool { purpose == .exercise || audit.kind == .mock }
}
