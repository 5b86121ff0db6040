import Auditing
import Checklists
import Notation
import Scripting

/// The grid of an audit: a row for each criterion and site in scope.
struct AuditGrid {
  /// The columns, of which verdict, reason and observation are read back.
  static let columns = [
    Name("criterion", "critère"), Name("site"), Name("title", "titre"), Name("verdict"),
    Name("reason", "raison"), Name("observation"), Name("module"), Name("chapter", "chapitre"),
    Name("evidence", "preuves"), Name("findings", "constats"),
  ]

  /// The heads and the rows, in English for programs; those of an exercise say in each row that
  /// they are.
  static func table(
    _ audit: Audit, _ checklist: Checklist, _ state: State, _ language: Language,
    isForPrograms: Bool
  ) -> [[String]] {
    let heads = columns.map { isForPrograms ? $0.en : $0[language] }
    let all =
      [heads]
      + rows(audit, checklist, state, language, isForPrograms: isForPrograms)
    guard state.purpose == .exercise else { return all }
    let mark =
      isForPrograms
      ? ("purpose", "exercise") : (language.pick(("mention", "purpose")), exercise(language))
    return all.enumerated().map { place, row in row + [place == 0 ? mark.0 : mark.1] }
  }

  private static func exercise(_ language: Language) -> String {
    language.pick(("EXERCICE", "EXERCISE"))
  }

  private static func rows(
    _ audit: Audit, _ checklist: Checklist, _ state: State, _ language: Language,
    isForPrograms: Bool
  ) -> [[String]] {
    let evidence = Dictionary(
      grouping: state.evidence(of: audit).filter { $0.criterion != nil },
      by: { "\($0.criterion ?? "")/\($0.site ?? "")" })
    let findings = Dictionary(
      grouping: state.findings(in: audit), by: { "\($0.criterion)/\($0.site)" })
    return state.assessments(in: audit, on: checklist).map { row in
      let criterion = checklist.criterion(row.criterion)
      let key = "\(row.criterion)/\(row.site)"
      // What is not said leaves its cell empty, which erases nothing when it comes back.
      let verdict = row.verdict == .notAssessed || row.isInConflict ? "" : row.verdict.rawValue
      return [
        row.criterion, row.site, criterion?.title[language] ?? "",
        isForPrograms ? verdict : Choices.name(verdict, Choices.verdicts, language),
        row.reason ?? "", "", criterion?.module ?? "", criterion?.chapter?[language] ?? "",
        (evidence[key] ?? []).map(\.id).joined(separator: ", "),
        (findings[key] ?? []).map { "\($0.id) \($0.grade): \($0.text)" }.joined(separator: "\n"),
      ]
    }
  }

  /// The grid as CISO Assistant reads it: a row for each criterion, over its sites.
  static func cisoRows(_ audit: Audit, _ checklist: Checklist, _ state: State, _ language: Language)
    -> [[String]]
  {
    let rows = Dictionary(grouping: state.assessments(in: audit, on: checklist), by: \.criterion)
    let findings = Dictionary(grouping: state.findings(in: audit), by: \.criterion)
    let heads = [
      "urn", "ref_id", "name", "description", "typical_evidence", "annotation",
      "compliance_result", "extended_result", "requirement_progress", "score", "observations",
    ]
    let lines = checklist.criteria.compactMap { criterion -> [String]? in
      guard let own = rows[criterion.id] else { return nil }
      let status = CriterionStatus(own)
      let found = findings[criterion.id] ?? []
      let worst = found.compactMap { checklist.grade($0.grade)?.severity }.max()
      let observations = found.map { "\($0.grade) · \($0.site): \($0.text)" }
      return [
        Checklist.Criterion.urn(criterion.id, in: checklist), criterion.id,
        criterion.title[language], "",
        criterion.evidence.map { $0[language] }.joined(separator: "\n"),
        state.purpose == .exercise ? exercise(language) : "",
        cisoResult(status.verdict), worst.map(cisoGrade) ?? "",
        status.assessed == 0 ? "to_do" : status.assessed < status.sites ? "in_progress" : "done",
        "", observations.joined(separator: "\n"),
      ]
    }
    return [heads] + lines
  }

  private static func cisoResult(_ verdict: Assessment.Verdict?) -> String {
    switch verdict {
    case .conforming: "compliant"
    case .nonconforming: "non_compliant"
    case .notApplicable: "not_applicable"
    case .notAssessed, nil: "not_assessed"
    }
  }

  private static func cisoGrade(_ severity: Checklist.Severity) -> String {
    switch severity {
    case .strength: "good_practice"
    case .improvement: "opportunity_for_improvement"
    case .sensitive: "observation_sensitive_point"
    case .minor: "minor_nonconformity"
    case .major: "major_nonconformity"
    }
  }
}
