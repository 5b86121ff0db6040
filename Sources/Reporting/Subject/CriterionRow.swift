package import Auditing

/// A criterion in scope with what was found of it at each site.
package struct CriterionRow: Sendable {
  package let criterion: Checklist.Criterion
  /// One for each visited site at which the criterion is in scope.
  package let assessments: [Assessment]
  package let status: CriterionStatus
  package let findings: [Finding]
  /// The pieces recorded at it or cited by a finding on it.
  package let evidence: [Evidence]

  /// The derived verdict; without a site nothing is assessed.
  package var verdict: Assessment.Verdict { status.verdict ?? .notAssessed }
}

extension ReportSubject {
  /// The criteria in scope at one site at least, in the order of the checklist.
  package var rows: [CriterionRow] {
    let stated = Dictionary(
      assessments.map { (Place($0.criterion, $0.site), $0) }, uniquingKeysWith: { $1 })
    let visited = audit.visitedSites.map { site in
      (site: site, criteria: Set(audit.criteria(of: checklist, at: site).map(\.id)))
    }
    let findingsByCriterion = Dictionary(grouping: standingFindings, by: \.criterion)
    let evidenceByKey = self.evidenceByKey
    let evidenceByCriterion = Dictionary(grouping: evidence) { $0.criterion ?? "" }
    return checklist.criteria.compactMap { criterion in
      let rows = visited.filter { $0.criteria.contains(criterion.id) }.map { line in
        stated[Place(criterion.id, line.site)]
          ?? Assessment(criterion: criterion.id, site: line.site)
      }
      guard !rows.isEmpty else { return nil }
      let findings = findingsByCriterion[criterion.id] ?? []
      let cited = findings.flatMap(\.evidence).compactMap { evidenceByKey[$0] }
      return CriterionRow(
        criterion: criterion, assessments: rows, status: CriterionStatus(rows), findings: findings,
        evidence: ((evidenceByCriterion[criterion.id] ?? []) + cited).distinct)
    }
  }

  /// The findings that stand, gravest first, then by number, then as they were made.
  package var standingFindings: [Finding] {
    let standing = findings.filter { $0.status != .withdrawn }.enumerated()
    return standing.sorted { left, right in
      let (a, b) = (weight(of: left.element), weight(of: right.element))
      if a != b { return a > b }
      let (m, n) = (left.element.number ?? "", right.element.number ?? "")
      if m.count != n.count { return m.isEmpty ? false : n.isEmpty || m.count < n.count }
      return m != n ? m < n : left.offset < right.offset
    }.map(\.element)
  }

  /// The findings that are nonconformities (ISO 9000:2015 3.6.9).
  package var nonconformities: [Finding] {
    standingFindings.filter { severity(of: $0)?.isNonconformity ?? false }
  }

  /// The severity of a finding's grade, or nothing when the checklist has no such grade.
  package func severity(of finding: Finding) -> Checklist.Severity? {
    checklist.grade(finding.grade)?.severity
  }

  /// The pieces of evidence by key.
  package var evidenceByKey: [String: Evidence] {
    Dictionary(evidence.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func weight(of finding: Finding) -> Int { severity(of: finding)?.rawValue ?? -1 }

  private struct Place: Hashable {
    let criterion: String
    let site: String

    init(_ criterion: String, _ site: String) {
      self.criterion = criterion
      self.site = site
    }
  }
}

extension [Evidence] {
  /// The pieces in order, each once.
  fileprivate var distinct: [Evidence] {
    var seen: Set<String> = []
    return filter { seen.insert($0.key).inserted }
  }
}

extension VerdictTally {
  /// Counts the derived verdict of each criterion in scope.
  init(_ rows: [CriterionRow]) { self.init(rows.map(\.verdict)) }
}
