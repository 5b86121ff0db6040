import Auditing
import Training

/// Something an audit lacks, with the command that mends it.
enum Gap {
  case noScope
  case notAssessed(criterion: String, site: String)
  /// A criterion called conforming at a site where nonconformities stand, by their ids.
  case contradicted(criterion: String, site: String, findings: [String])
  case evidence(EvidenceContract.Fault, criterion: String, site: String)
  case notApplicableWithoutReason(criterion: String, site: String)
  /// A reason that the checklist does not know, and those that it does.
  case reasonNotForeseen(criterion: String, site: String, known: [LocalizedText])
  /// So many of a module at a site that it is doubtful whether the module belongs in the scope.
  case mostlyNotApplicable(module: String, site: String, count: Int, of: Int)
  case conflict(String, about: Wording)
  case restsOnStatement(finding: String)
  case findingWithoutEvidence(finding: String)
  /// A finding that cites evidence in whose place a version was put that it does not cite.
  case citesSuperseded(finding: String, evidence: String, by: String)
  case nonconformityWithoutDue(finding: String)
  case nonconformityWithoutAction(finding: String)
  case actionWithoutOwner(action: String)
  case actionWithoutDue(action: String)
  case unattached(evidence: String)
  case requestUnanswered(request: String, due: CalendarDate?)
  /// A finding of an earlier audit of which this one says nothing.
  case notFollowed(finding: String, audit: String)
  case followedWithoutEvidence(finding: String, FollowUp.Outcome)
  case notTakenUp(finding: String, criterion: String, FollowUp.Outcome)
  case liftedWithoutAction(finding: String, open: String?)
  case ownService(person: String, stake: Wording)
  case noTeam
  case noClient(String)
  case noObjectives(String)
  case noConclusion(String)
  case staleConclusion(String)
}

/// Finds what an audit lacks, most basic first.
struct GapSearch {
  private let audit: Audit
  private let checklist: Checklist
  private let session: Session
  private let state: State
  private let treatment: Treatment
  private let findings: [Finding]
  /// The keys of what an exercise shows, which is no mere statement.
  private let shown: Set<String>

  init(_ audit: Audit, on checklist: Checklist, in session: Session) {
    (self.audit, self.checklist, self.session) = (audit, checklist, session)
    state = session.state
    treatment = Treatment(state)
    findings = state.findings(in: audit)
    shown = Set(Exercise(state).map { Array($0.evidence.keys) } ?? [])
  }

  func gaps() -> [Gap] {
    if audit.scope.isEmpty { return [.noScope] }
    let evidence = state.evidence
    let rows = state.assessments(in: audit, on: checklist)
    let contract = EvidenceContract(evidence, state, audit: audit, checklist: checklist)
    var gaps = rows.flatMap { self.gaps(of: $0, contract) }
    gaps += state.contradictedVerdicts(in: audit, on: checklist).map {
      .contradicted(criterion: $0.criterion, site: $0.site, findings: $0.findings)
    }
    gaps += mostlyNotApplicable(rows)
    gaps += state.conflicts(touching: audit.key).map { conflict in
      let words = session.words(for: conflict.subject)
      return .conflict(
        conflict.id,
        about: (
          "\(words.record.fr), \(words.field.fr)", "\(words.record.en), \(words.field.en)"
        ))
    }
    let standing = Dictionary(evidence.map { ($0.key, $0) }) { first, _ in first }
    gaps += findings.flatMap { self.gaps(of: $0, standing) }
    if audit.kind != .mock { gaps += actions + followUps + requests }
    let cited = state.citedEvidence.union(shown)
    gaps += evidence.filter { $0.criterion == nil && !cited.contains($0.key) }
      .map { .unattached(evidence: $0.id) }
    let guarding = Impartiality(state: state, checklist: checklist)
    gaps += guarding.unexplained(in: audit).map { .ownService(person: $0.person, stake: $0.stake) }
    return gaps + headings
  }

  private func gaps(of row: Assessment, _ contract: EvidenceContract) -> [Gap] {
    guard !row.isInConflict, let criterion = checklist.criterion(row.criterion) else { return [] }
    let (id, site) = (row.criterion, row.site)
    switch row.verdict {
    case .notAssessed: return [.notAssessed(criterion: id, site: site)]
    case .conforming:
      return contract.faults(criterion, at: site).filter { $0.isAbsence || audit.kind != .mock }
        .map { .evidence($0, criterion: id, site: site) }
    case .nonconforming:
      return contract.faultsOfTime(criterion, at: site).map {
        .evidence($0, criterion: id, site: site)
      }
    case .notApplicable:
      guard let reason = row.reason?.folded, !reason.isEmpty else {
        return [.notApplicableWithoutReason(criterion: id, site: site)]
      }
      let known = criterion.notApplicable
      let isForeseen = known.contains {
        reason.contains($0.fr.folded) || reason.contains($0[.en].folded)
      }
      return known.isEmpty || isForeseen
        ? [] : [.reasonNotForeseen(criterion: id, site: site, known: known)]
    }
  }

  /// Modules of which more than half, and three at least, do not apply at a site: a limit of ours.
  private func mostlyNotApplicable(_ rows: [Assessment]) -> [Gap] {
    audit.visitedSites.flatMap { site in
      checklist.modules.compactMap { module -> Gap? in
        let own = rows.filter {
          $0.site == site && checklist.criterion($0.criterion)?.module == module.id
        }
        let out = own.count { $0.verdict == .notApplicable && !$0.isInConflict }
        guard out >= 3, 2 * out > own.count else { return nil }
        return .mostlyNotApplicable(module: module.id, site: site, count: out, of: own.count)
      }
    }
  }

  private func isNonconformity(_ finding: Finding) -> Bool {
    checklist.grade(finding.grade)?.severity.isNonconformity == true
  }

  private func gaps(of finding: Finding, _ evidence: [String: Evidence]) -> [Gap] {
    let cited = finding.evidence.compactMap { evidence[$0] }
    var gaps: [Gap] = []
    if cited.isEmpty { gaps.append(.findingWithoutEvidence(finding: finding.id)) }
    gaps += Succession(evidence).outdated(in: finding).map {
      .citesSuperseded(finding: finding.id, evidence: $0.cited.id, by: $0.latest.id)
    }
    guard isNonconformity(finding) else { return gaps }
    if !cited.isEmpty, cited.allSatisfy({ $0.form == .statement && !shown.contains($0.key) }) {
      gaps.append(.restsOnStatement(finding: finding.id))
    }
    if finding.due == nil { gaps.append(.nonconformityWithoutDue(finding: finding.id)) }
    let lasting = treatment.actions(about: finding.key).filter {
      $0.kind != .correction && $0.status != .ineffective
    }
    if finding.isOpen, lasting.isEmpty, audit.kind != .mock {
      gaps.append(.nonconformityWithoutAction(finding: finding.id))
    }
    return gaps
  }

  /// The actions about findings of this audit that nobody answers for, or that have no day.
  private var actions: [Gap] {
    let ours = Set(findings.map(\.key))
    return state.actions.filter { $0.status == .open && !ours.isDisjoint(with: $0.findings) }
      .flatMap { action -> [Gap] in
        (action.owner == nil ? [.actionWithoutOwner(action: action.id)] : [])
          + (action.due == nil ? [.actionWithoutDue(action: action.id)] : [])
      }
  }

  /// What this audit still has to say of nonconformities of earlier ones.
  private var followUps: [Gap] {
    let audits = Dictionary(uniqueKeysWithValues: state.audits.map { ($0.key, $0) })
    return state.findingsToFollow(in: audit).filter(isNonconformity).flatMap { finding -> [Gap] in
      guard let said = treatment.followUps(of: finding.key).last(where: { $0.audit == audit.key }),
        let outcome = said.outcome
      else {
        return [.notFollowed(finding: finding.id, audit: audits[finding.audit]?.id ?? "")]
      }
      var gaps: [Gap] = []
      if said.evidence.isEmpty {
        gaps.append(.followedWithoutEvidence(finding: finding.id, outcome))
      }
      if outcome != .lifted, said.successor == nil {
        gaps.append(.notTakenUp(finding: finding.id, criterion: finding.criterion, outcome))
      }
      let actions = treatment.actions(about: finding.key)
      if outcome == .lifted, finding.status != .closed {
        let open = actions.first { $0.status == .open }?.id
        gaps.append(.liftedWithoutAction(finding: finding.id, open: open))
      }
      return gaps
    }
  }

  /// The documents that are late, or have not come when the audit begins.
  private var requests: [Gap] {
    let today = session.today
    return state.requests(in: audit, on: checklist).compactMap { request in
      switch request.status(on: today) {
      case .received, .waived: return nil
      case .asked where audit.start.map({ today < $0 }) ?? true: return nil
      case .asked, .late: return .requestUnanswered(request: request.id, due: request.due)
      }
    }
  }

  private var headings: [Gap] {
    var gaps: [Gap] = []
    if audit.team.isEmpty { gaps.append(.noTeam) }
    if audit.client == nil { gaps.append(.noClient(audit.id)) }
    if audit.objectives == nil { gaps.append(.noObjectives(audit.id)) }
    if audit.conclusion == nil {
      gaps.append(.noConclusion(audit.id))
    } else if audit.isConclusionStale {
      gaps.append(.staleConclusion(audit.id))
    }
    return gaps
  }
}

extension Session {
  /// Everything that an audit lacks, most basic first.
  mutating func gaps(of audit: Audit) throws -> [Gap] {
    _ = identifiers(.evidence)
    return GapSearch(audit, on: try checklist(audit.checklist), in: self).gaps()
  }
}
