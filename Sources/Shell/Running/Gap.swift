import Auditing
import Training

/// Something an audit lacks, with the command that mends it.
enum Gap {
  case noScope
  case notAssessed(criterion: String, site: String)
  case conformingWithoutEvidence(criterion: String, site: String)
  case notApplicableWithoutReason(criterion: String, site: String)
  case inConflict(criterion: String, site: String)
  case restsOnStatement(finding: String)
  case findingWithoutEvidence(finding: String)
  case nonconformityWithoutDue(finding: String)
  case unattached(evidence: String)
  case noTeam
  case noClient(String)
  case noObjectives(String)
  case noConclusion(String)
  case staleConclusion(String)

  /// Everything that an audit lacks, most basic first; what an exercise shows is no mere statement.
  static func all(of audit: Audit, on checklist: Checklist, in state: State) -> [Gap] {
    if audit.scope.isEmpty { return [.noScope] }
    let evidence = state.evidence
    let shown = Set(Exercise(state).map { Array($0.evidence.keys) } ?? [])
    let findings = state.findings(in: audit)
    var gaps: [Gap] = []
    let seen = Set(
      evidence.compactMap { piece in piece.criterion.map { "\($0)/\(piece.site ?? "")" } })
    for row in state.assessments(in: audit, on: checklist) {
      if row.isInConflict {
        gaps.append(.inConflict(criterion: row.criterion, site: row.site))
        continue
      }
      switch row.verdict {
      case .notAssessed: gaps.append(.notAssessed(criterion: row.criterion, site: row.site))
      case .notApplicable where row.reason?.isEmpty != false:
        gaps.append(.notApplicableWithoutReason(criterion: row.criterion, site: row.site))
      case .conforming where !seen.contains("\(row.criterion)/\(row.site)"):
        gaps.append(.conformingWithoutEvidence(criterion: row.criterion, site: row.site))
      default: break
      }
    }
    gaps += findings.flatMap { Self.gaps(of: $0, checklist, evidence, shown) }
    gaps += evidence.filter { $0.criterion == nil && !shown.contains($0.key) }.map {
      .unattached(evidence: $0.id)
    }
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

  private static func gaps(
    of finding: Finding, _ checklist: Checklist, _ evidence: [Evidence],
    _ shown: Set<String>
  ) -> [Gap] {
    guard checklist.grade(finding.grade)?.severity.isNonconformity == true else { return [] }
    var gaps: [Gap] = []
    let cited = evidence.filter { finding.evidence.contains($0.key) }
    if cited.isEmpty {
      gaps.append(.findingWithoutEvidence(finding: finding.id))
    } else if cited.allSatisfy({ $0.form == .statement && !shown.contains($0.key) }) {
      gaps.append(.restsOnStatement(finding: finding.id))
    }
    if finding.due == nil { gaps.append(.nonconformityWithoutDue(finding: finding.id)) }
    return gaps
  }
}

extension Gap {
  /// What is missing.
  var wording: Wording {
    switch self {
    case .noScope: ("aucun site dans le périmètre", "no site in scope")
    case .notAssessed(let criterion, let site):
      ("\(criterion) · \(site)\u{A0}: non évalué", "\(criterion) · \(site): not assessed")
    case .conformingWithoutEvidence(let criterion, let site):
      (
        "\(criterion) · \(site)\u{A0}: conforme sans preuve",
        "\(criterion) · \(site): conforming without evidence"
      )
    case .notApplicableWithoutReason(let criterion, let site):
      (
        "\(criterion) · \(site)\u{A0}: sans objet sans raison",
        "\(criterion) · \(site): not applicable without a reason"
      )
    case .inConflict(let criterion, let site):
      (
        "\(criterion) · \(site)\u{A0}: verdicts contradictoires",
        "\(criterion) · \(site): contradictory verdicts"
      )
    case .restsOnStatement(let finding):
      (
        "\(finding)\u{A0}: repose sur la seule déclaration de l’auditeur",
        "\(finding): rests on the auditor’s own statement alone"
      )
    case .findingWithoutEvidence(let finding):
      ("\(finding)\u{A0}: aucune preuve qui tienne", "\(finding): no evidence that stands")
    case .nonconformityWithoutDue(let finding):
      (
        "\(finding)\u{A0}: non-conformité sans échéance",
        "\(finding): nonconformity without a due day"
      )
    case .unattached(let evidence):
      (
        "\(evidence)\u{A0}: preuve rattachée à aucun critère",
        "\(evidence): evidence at no criterion"
      )
    case .noTeam: ("équipe d’audit non dite", "audit team not said")
    case .noClient: ("commanditaire non dit", "audit client not said")
    case .noObjectives: ("objectifs non dits", "objectives not said")
    case .noConclusion: ("pas de conclusion", "no conclusion")
    case .staleConclusion: ("conclusion périmée", "the conclusion is stale")
    }
  }

  /// The command that mends it.
  var remedy: Wording {
    switch self {
    case .noScope: ("audit cadrer SITE --modules 1", "audit scope SITE --modules 1")
    case .notAssessed(let criterion, let site):
      ("aller \(criterion) --site \(site)", "go \(criterion) --site \(site)")
    case .conformingWithoutEvidence(let criterion, let site):
      (
        "preuve joindre FICHIER --critère \(criterion) --site \(site)",
        "evidence attach FILE --criterion \(criterion) --site \(site)"
      )
    case .notApplicableWithoutReason(let criterion, let site):
      (
        "na RAISON --sur \(criterion) --site \(site)", "na REASON --on \(criterion) --site \(site)"
      )
    case .inConflict: ("conflit lister", "conflict list")
    case .restsOnStatement(let finding), .findingWithoutEvidence(let finding):
      (
        "constat rectifier \(finding) --preuve P… --raison \"preuve ajoutée\"",
        "finding amend \(finding) --evidence P… --reason \"evidence added\""
      )
    case .nonconformityWithoutDue(let finding):
      (
        "constat rectifier \(finding) --échéance +60j --raison \"échéance convenue\"",
        "finding amend \(finding) --due +60d --reason \"day agreed\""
      )
    case .unattached(let evidence):
      ("preuve montrer \(evidence)", "evidence show \(evidence)")
    case .noTeam: ("audit membre PERSONNE --rôle responsable", "audit member PERSON --role lead")
    case .noClient(let audit):
      ("audit modifier \(audit) --commanditaire \"…\"", "audit set \(audit) --client \"…\"")
    case .noObjectives(let audit):
      ("audit modifier \(audit) --objectifs \"…\"", "audit set \(audit) --objectives \"…\"")
    case .noConclusion, .staleConclusion: ("audit conclure \"…\"", "audit conclude \"…\"")
    }
  }
}
