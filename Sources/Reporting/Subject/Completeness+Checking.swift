import Auditing

extension Completeness {
  /// Checks what a report would say, given its criteria in scope.
  package init(_ subject: ReportSubject, rows: [CriterionRow]) {
    items = Heading.allCases.map { heading in
      Item(heading: heading, state: Self.state(of: heading, in: subject, rows))
    }
  }

  private static func state(
    of heading: Heading, in subject: ReportSubject, _ rows: [CriterionRow]
  ) -> State {
    let audit = subject.audit
    switch heading {
    case .objectives: return text(audit.objectives, heading, missing: .objectives)
    case .scope: return gaps(audit.visitedSites.isEmpty ? [.scope] : [])
    case .client: return text(audit.client, heading, missing: .client)
    case .participants: return gaps(participants(audit))
    case .datesAndPlaces: return gaps(audit.start == nil ? [.dates] : [])
    case .criteria: return gaps(rows.isEmpty ? [.noCriteria] : [])
    case .findings: return gaps(findings(subject, rows))
    case .conclusions:
      let state = text(audit.conclusion?.text, heading, missing: .conclusion)
      return state == .filled && audit.isConclusionStale ? .missing([.staleConclusion]) : state
    case .fulfilment: return text(audit.conclusion?.degree, heading, missing: .degree)
    case .divergences: return gaps(divergences(subject))
    case .sampling: return .filled
    }
  }

  private static func gaps(_ gaps: [Gap]) -> State { gaps.isEmpty ? .filled : .missing(gaps) }

  private static func text(_ text: String?, _ heading: Heading, missing gap: Gap) -> State {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return .missing([gap]) }
    switch reasonForNone(text) {
    case nil: return .filled
    case "": return .missing([.reason(heading)])
    case let reason?: return .notApplicable(reason: reason)
    }
  }

  /// What follows "sans objet" or "not applicable" at the start of a text; nothing otherwise.
  private static func reasonForNone(_ text: String) -> String? {
    for opening in ["sans objet", "not applicable"] {
      let start = text.prefix(opening.count)
      guard start.folded == opening else { continue }
      let rest = text.dropFirst(opening.count)
      guard !(rest.first.map { $0.isLetter || $0.isNumber } ?? false) else { continue }
      return String(rest.drop { !$0.isLetter && !$0.isNumber })
    }
    return nil
  }

  private static func participants(_ audit: Audit) -> [Gap] {
    let roles = Set(audit.team.map(\.role))
    return (roles.contains(.lead) ? [] : [.lead]) + (roles.contains(.auditee) ? [] : [.auditee])
  }

  private static func findings(_ subject: ReportSubject, _ rows: [CriterionRow]) -> [Gap] {
    var gaps: [Gap] = []
    let assessments = rows.flatMap(\.assessments)
    let open = assessments.filter { $0.verdict == .notAssessed && !$0.isInConflict }.count
    let conflicts = assessments.filter(\.isInConflict).count
    if open > 0 { gaps.append(.notAssessed(open)) }
    if conflicts > 0 { gaps.append(.inConflict(conflicts)) }
    let here = Set(subject.evidence.map(\.key))
    let bare = subject.standingFindings.filter { here.isDisjoint(with: $0.evidence) }
    if !bare.isEmpty { gaps.append(.unsupported(bare.map(\.id))) }
    return gaps
  }

  private static func divergences(_ subject: ReportSubject) -> [Gap] {
    let unheard = subject.nonconformities.filter { $0.position == .none }
    return unheard.isEmpty ? [] : [.positions(unheard.map(\.id))]
  }
}
