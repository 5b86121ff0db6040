/// What a criterion asks of its evidence: how it is obtained, how much of it, and how old it may be.
package struct EvidenceContract: Sendable {
  private let evidence: [Place: [Evidence]]
  private let measures: [Place: Int]
  /// How many items of samples were looked at; a population that was looked at whole is enough.
  private let sampled: [Place: Int]
  private let audit: Audit
  private let checklist: Checklist

  /// Takes the evidence of a dossier as an audit sees it.
  package init(_ all: [Evidence], _ state: State, audit: Audit, checklist: Checklist) {
    self.audit = audit
    self.checklist = checklist
    let current = all.filter { $0.status == .current }
    evidence = Dictionary(grouping: current) { Place($0.criterion ?? "", $0.site ?? "") }
    measures = Dictionary(
      state.measures.map { (Place($0.indicator, $0.site), $0.n ?? 0) }, uniquingKeysWith: max)
    let counts = state.samples(in: audit).compactMap { sample -> (Place, Int)? in
      guard let criterion = sample.criterion, let site = sample.site else { return nil }
      let isWhole = sample.cases.count >= sample.population.count
      return (Place(criterion, site), isWhole ? .max : sample.cases.count)
    }
    sampled = Dictionary(counts, uniquingKeysWith: max)
  }

  /// How the evidence at a criterion and site falls short.
  package enum Fault: Sendable {
    case absent
    /// None was obtained in a way that the criterion asks for.
    case method([Checklist.Method])
    /// Fewer cases were looked at than say anything.
    case sample(needed: Int, found: Int)
    /// Even the newest is older than evidence may be at the audit's date.
    case tooOld(Evidence, limit: CalendarDate)
    /// It is about a time after the audit, or was collected before the time that it is about.
    case outsidePeriod(Evidence)

    /// Whether there is no evidence at all.
    package var isAbsence: Bool { if case .absent = self { true } else { false } }
  }

  /// What is wrong with the evidence of a criterion at a site; nothing when it is sufficient.
  package func faults(_ criterion: Checklist.Criterion, at site: String) -> [Fault] {
    let pieces = evidence[Place(criterion.id, site)] ?? []
    guard !pieces.isEmpty else { return [.absent] }
    var faults: [Fault] = []
    if !criterion.methods.isEmpty, !pieces.contains(where: { criterion.methods.contains($0.way) }) {
      faults.append(.method(criterion.methods))
    }
    if let needed = criterion.sample {
      let counted = criterion.indicators.compactMap { measures[Place($0, site)] }
      let drawn = sampled[Place(criterion.id, site)] ?? 0
      let found = max(pieces.count, counted.max() ?? 0, drawn)
      if found < needed { faults.append(.sample(needed: needed, found: found)) }
    }
    return faults + faultsOfTime(criterion, pieces)
  }

  /// What is wrong with the time of the evidence of a criterion at a site, be it sufficient or not.
  package func faultsOfTime(_ criterion: Checklist.Criterion, at site: String) -> [Fault] {
    faultsOfTime(criterion, evidence[Place(criterion.id, site)] ?? [])
  }

  private func faultsOfTime(_ criterion: Checklist.Criterion, _ pieces: [Evidence]) -> [Fault] {
    var faults: [Fault] = []
    let start = audit.start ?? audit.at.date()
    let end = audit.end ?? start
    if let limit = criterion.maxAge.flatMap({ start.adding($0, times: -1) }),
      let newest = pieces.max(by: { $0.lastDay < $1.lastDay }), newest.lastDay < limit
    {
      faults.append(.tooOld(newest, limit: limit))
    }
    for piece in pieces {
      guard let period = piece.covers.flatMap({ Period($0) }) else { continue }
      let isEarly = piece.collected.map { $0 < period.first } ?? false
      if period.first > end || isEarly { faults.append(.outsidePeriod(piece)) }
    }
    return faults
  }

  private struct Place: Hashable {
    let thing: String
    let site: String

    init(_ thing: String, _ site: String) {
      self.thing = thing
      self.site = site
    }
  }
}

extension Evidence {
  /// How it was obtained: a file of which nothing is said was examined, a statement observed.
  package var way: Checklist.Method { method ?? (form == .file ? .examine : .observe) }

  /// The last day that it says anything about.
  package var lastDay: CalendarDate {
    covers.flatMap { Period($0)?.last } ?? collected ?? at.date()
  }
}

extension State {
  /// The keys of all evidence that something of the dossier rests on.
  package var citedEvidence: Set<String> {
    var keys: Set<String> = []
    for record in all(.finding) { keys.formUnion(record.elements("evidence").compactMap(\.text)) }
    for action in actions { keys.formUnion(action.evidence) }
    for followUp in followUps { keys.formUnion(followUp.evidence) }
    for noun in [Noun.request, .measure, .survey, .label, .sample] {
      for record in all(noun) { keys.formUnion(record.citedEvidence) }
    }
    return keys
  }

  /// The keys of the evidence that an audit rests on: its findings, what became of them, and what
  /// was asked for and drawn in it.
  func citedEvidence(of audit: Audit) -> Set<String> {
    let findings = findings(in: audit)
    var keys = Set(findings.flatMap(\.evidence))
    let own = Set(findings.map(\.key))
    for action in actions where !own.isDisjoint(with: action.findings) {
      keys.formUnion(action.evidence)
    }
    for followUp in followUps where followUp.audit == audit.key {
      keys.formUnion(followUp.evidence)
    }
    for noun in [Noun.request, .sample] {
      for record in all(noun) where record.audit == audit.key {
        keys.formUnion(record.citedEvidence)
      }
    }
    return keys
  }
}

extension Record {
  /// The keys of the evidence that any entry about it names.
  fileprivate var citedEvidence: [String] {
    units.flatMap(\.writes).flatMap { write -> [String] in
      switch write["evidence"] {
      case .text(let key)?: [key]
      case .list(let list)?: list.compactMap(\.text)
      default: []
      }
    }
  }
}
