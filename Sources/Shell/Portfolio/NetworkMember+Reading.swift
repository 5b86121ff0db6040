import Auditing
import Glibc
import Journaling
import Synchronization

extension NetworkMember {
  /// Sums up a dossier, or says why that cannot be done.
  init(
    _ path: String, _ reading: Result<SurveyedDossier, JournalError>, _ shelf: borrowing Shelf
  ) {
    switch reading {
    case .failure(let error):
      self.init(path: path, standing: Standing(error), why: error.wording)
    case .success(let dossier):
      switch dossier.state.purpose {
      case .real: self.init(path: path, standing: .ok)
      case .exercise: self.init(path: path, standing: .exercise)
      case .trial: self.init(path: path, standing: .trial)
      }
      id = dossier.id
      title = dossier.state.title
      entries = dossier.state.history.operations.count
      if standing == .ok { sumUp(dossier, shelf) }
    }
  }

  private mutating func sumUp(_ dossier: SurveyedDossier, _ shelf: borrowing Shelf) {
    let state = dossier.state
    sites = state.sites
    var last: [[String]: Label] = [:]
    for label in state.labels {
      let key = [label.site, label.checklist]
      if let known = last[key], known.from >= label.from { continue }
      last[key] = label
    }
    labels = last.values.sorted { ($0.until, $0.site) < ($1.until, $1.site) }
    contestedGrants = state.all(.label).filter { $0.conflictingUnits.contains("grant") }
      .compactMap { $0.identity("site")?.text }
    calendar = DossierCalendar(state, of: dossier.id, checklists: shelf.checklists(of: dossier))
    actions = state.actions.filter { $0.status == .open && $0.due != nil }
    let audits = state.audits.filter { $0.kind != .mock }
    for audit in audits {
      let found = state.findings(in: audit)
      guard let checklist = shelf.checklist(audit.checklist, of: dossier) else {
        unclassed += found.count
        continue
      }
      let date = audit.start ?? audit.at.date()
      for row in state.assessments(in: audit, on: checklist)
      where !row.isInConflict && [.conforming, .nonconforming].contains(row.verdict) {
        note(Criterion(checklist: checklist.id, id: row.criterion), on: date)
      }
      for finding in found {
        guard let grade = checklist.grade(finding.grade) else {
          unclassed += 1
          continue
        }
        let criterion = Criterion(checklist: checklist.id, id: finding.criterion)
        if grade.severity.isNonconformity { note(criterion, on: date) }
        findings.append(
          Finding(
            criterion: criterion,
            title: checklist.criterion(finding.criterion)?.title ?? LocalizedText(fr: "", en: nil),
            site: finding.site, severity: grade.severity, text: finding.text, audit: audit.id,
            date: date, hasRecurred: Self.hasRecurred(finding, audits, state)))
      }
    }
  }

  private mutating func note(_ criterion: Criterion, on date: CalendarDate) {
    assessed[criterion] = max(assessed[criterion] ?? date, date)
  }

  /// Whether an audit has followed a finding up and found it again.
  private static func hasRecurred(
    _ finding: Auditing.Finding, _ audits: [Audit], _ state: State
  ) -> Bool {
    audits.contains { audit in
      let key = EventKind.naturalKey([audit.key, finding.key])
      let outcome = state.record(.followup, key)?.text("outcome")
      return outcome.map { ["persists", "recurs", "regressed"].contains($0) } ?? false
    }
  }
}

extension NetworkMember.Standing {
  fileprivate init(_ error: JournalError) {
    switch error {
    case .newerFormat: self = .newer
    case .merging(.unreadable(_, code: EACCES)), .merging(.unreadable(_, code: EPERM)):
      self = .locked
    default: self = .damaged
    }
  }
}

/// The checklists that the dossiers of a network pin, each read once; several threads ask.
struct Shelf: ~Copyable, Sendable {
  private let known = Mutex<[String: Checklist]>([:])

  /// The checklists that a dossier pins, and those built in.
  borrowing func checklists(of dossier: SurveyedDossier) -> [Checklist] {
    let pinned = dossier.state.all(.checklist).compactMap { checklist($0.key, of: dossier) }
    return ChecklistReading.withBuiltin(pinned)
  }

  /// The checklist of a digest; nothing where the dossier does not hold it either.
  borrowing func checklist(_ sha256: String, of dossier: SurveyedDossier) -> Checklist? {
    if let builtin = ChecklistReading.builtin(of: sha256) { return builtin }
    return known.withLock { known in
      if let checklist = known[sha256] { return checklist }
      let read = dossier.checklist(sha256).flatMap { ChecklistReading.load($0).checklist }
      known[sha256] = read
      return read
    }
  }
}
