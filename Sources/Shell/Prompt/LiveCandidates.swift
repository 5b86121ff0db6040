import Auditing
import Journaling
import LineEditing
import Scheduling
import Scripting

/// The candidates that the dossier and its checklist hold, each list made when it is first asked
/// for and kept until the dossier changes.
struct LiveCandidates {
  /// What the lists were made of; when it changes they are made anew.
  struct Moment: Equatable {
    let dossier: String?
    let operations: Int
    let audit: String?
    let language: Language

    init(_ session: Session) {
      dossier = session.dossier?.path
      operations = session.state.history.operations.count
      audit = session.place.audit
      language = session.language
    }
  }

  private(set) var moment: Moment
  /// How many more candidates there were than the last answer holds.
  private(set) var omitted = 0
  private var session: Session
  private var lists: [ValueType.Reference: [Candidate]] = [:]
  private var labels: [Noun: LabelIndex] = [:]

  init(_ session: Session) {
    self.session = session
    moment = Moment(session)
  }

  /// Takes the session as it is when a line is begun; lists of another state are made anew.
  mutating func renew(_ session: Session) {
    let moment = Moment(session)
    if moment != self.moment { lists = [:] }
    if moment.dossier != self.moment.dossier { labels = [:] }
    (self.session, self.moment) = (session, moment)
  }

  /// Takes in what was recorded since, of the nouns that may have very many records.
  mutating func prepare() {
    for noun in [Noun.evidence, .finding, .action] {
      labels[noun, default: LabelIndex(noun)].keepUp(session.state)
    }
  }

  /// Begins another answer, of which nothing is left out yet.
  mutating func forgetOmitted() { omitted = 0 }

  private var language: Language { session.language }

  /// The candidates that begin as was typed, else those of which something said does so.
  mutating func fitting(_ typed: String, _ reference: ValueType.Reference) -> [Candidate] {
    switch reference {
    case .evidence:
      return records(.evidence, typed) {
        $0.text("name", of: "content") ?? $0.text("text", of: "content")
      }
    case .finding: return records(.finding, typed) { $0.text("text", of: "statement") }
    case .action: return records(.action, typed) { $0.text("text", of: "what") }
    case .criterion:
      // What lies in scope comes first; the rest only where nothing there is meant.
      let fitting = Self.fitting(typed, all(.criterion))
      let scope = scope
      let inScope = fitting.filter { scope.contains($0.text) }
      return inScope.isEmpty ? fitting : inScope
    default: return Self.fitting(typed, all(reference))
    }
  }

  /// The candidates whose text begins as was typed, else those with a word that does.
  static func fitting(_ typed: String, _ candidates: [Candidate]) -> [Candidate] {
    let folded = typed.folded.drop { $0 == "\"" }
    guard !folded.isEmpty else { return candidates }
    let begun = candidates.filter {
      $0.text.folded.drop { $0 == "\"" }.hasPrefix(folded)
    }
    guard begun.isEmpty else { return begun }
    let numbered = candidates.filter {
      $0.text.folded.split(separator: "-").contains { $0.hasPrefix(folded) }
    }
    guard numbered.isEmpty else { return numbered }
    let words = folded.split(separator: " ")
    return folded.count < 3
      ? []
      : candidates.filter { said in
        let note = said.note.folded
        return words.allSatisfy { note.contains($0) }
      }
  }

  /// The records of a noun, the newest first; of very many those that a screen shows, and one for
  /// each way in which the others go on.
  private mutating func records(
    _ noun: Noun, _ typed: String, _ note: (Record) -> String?
  ) -> [Candidate] {
    let state = session.state
    let audit = noun == .finding ? audit?.key : nil
    labels[noun, default: LabelIndex(noun)].keepUp(state)
    guard let index = labels[noun] else { return [] }
    let folded = typed.folded
    let wanted = Array(folded.utf8)
    var found = index.records(labelled: folded, audit: audit, in: state)
    if found.records.isEmpty, typed.count >= 3 {
      found = index.newest(audit: audit, in: state) { note($0)?.folded.holds(wanted) == true }
    }
    omitted += found.omitted
    return index.named(found.records, in: state).map { Candidate($0.id, note($0.record) ?? "") }
      + found.others.map { Candidate($0) }
  }

  private var audit: Audit? { try? session.currentAudit() }

  /// The criteria that are in scope at a site that is visited.
  private var scope: Set<String> {
    guard let audit, let checklist = session.readChecklist(audit.checklist) else { return [] }
    return Set(
      audit.visitedSites.flatMap { audit.criteria(of: checklist, at: $0).map(\.id) })
  }

  /// All candidates of a reference that are few.
  mutating func all(_ reference: ValueType.Reference) -> [Candidate] {
    if let known = lists[reference] { return known }
    let made = make(reference)
    lists[reference] = made
    return made
  }

  private func make(_ reference: ValueType.Reference) -> [Candidate] {
    let state = session.state
    var copy = session
    let checklist = try? copy.checklistInRange(.current)
    func named(_ id: String, _ title: LocalizedText) -> Candidate { Candidate(id, title[language]) }
    switch reference {
    case .criterion: return checklist?.criteria.map { named($0.id, $0.title) } ?? []
    case .module: return checklist?.modules.map { named($0.id, $0.title) } ?? []
    case .indicator: return checklist?.indicators.map { named($0.id, $0.title) } ?? []
    case .request:
      guard let audit, let checklist else {
        return checklist?.requests.map { named($0.id, $0.title) } ?? []
      }
      return state.requests(in: audit, on: checklist).map { named($0.id, $0.title) }
    case .term: return checklist?.terms.map { named($0.id, $0.title) } ?? []
    case .checklist: return session.knownChecklists.map { named($0.id, $0.title) }
    case .site: return state.sites.map { Candidate($0.id, $0.name) }
    case .person: return state.people.map { Candidate($0.handle, $0.name) }
    case .audit: return state.audits.map { Candidate($0.id, $0.title ?? "") }
    case .assessment:
      guard let audit, let checklist else { return [] }
      return state.assessments(in: audit, on: checklist).map {
        Candidate(
          "\($0.criterion)/\($0.site)",
          Choices.name($0.verdict.rawValue, Choices.verdicts, language))
      }
    case .measure:
      return state.measures.map {
        Candidate("\($0.indicator)/\($0.site)/\($0.period)", $0.value.description)
      }
    case .conflict:
      return state.conflicts.map {
        Candidate($0.id, language.pick(session.words(for: $0.subject).record))
      }
    case .plan:
      return audit.map(state.plan(of:))?.map { Candidate($0.id, "\($0.start) \($0.what)") } ?? []
    case .meeting:
      return audit.map(state.meetings(of:))?.map { Candidate(session.name(of: $0), $0.start ?? "") }
        ?? []
    case .label: return state.labels.map { Candidate($0.key, "\($0.until)") }
    case .milestone:
      return session.plannedMilestones().map {
        Candidate($0.id, language.pick($0.milestone.kind.title))
      }
    case .service: return state.services.map { Candidate($0.id, "\($0.site)\u{A0}: \($0.name)") }
    case .sample:
      return audit.map(state.samples(in:))?.map { Candidate($0.id, $0.title ?? $0.criterion ?? "") }
        ?? []
    case .survey: return state.surveys.map { Candidate($0.survey, $0.question) }
    case .signer: return state.signers.map { Candidate($0.person, $0.name) }
    case .journal: return state.history.heads.keys.sorted().map { Candidate($0) }
    case .evidence, .finding, .action, .seal, .report: return []
    }
  }
}
