import Auditing
import Scripting

/// Blockers of the audit's own substance: findings, figures, what is missing, the rules.
extension Session {
  /// The major nonconformities that are open at the site, of this audit and of others.
  mutating func nonconformityBlockers(_ context: ReadinessContext) throws -> [Blocker] {
    var blockers: [Blocker] = []
    let treatment = Treatment(state)
    let derivations = Derivations(state)
    for audit in state.audits where audit.kind != .mock {
      let checklist = try checklist(audit.checklist)
      for finding in state.findings(in: [audit], treatment) where finding.site == context.site {
        let grade = checklist.grade(finding.grade)
        guard grade?.severity == .major, finding.isOpen else { continue }
        let owner = state.owner(of: finding.criterion, on: checklist.id)
        blockers.append(
          Blocker(
            kind: .nonconformity, subject: finding.id,
            what: (
              "\(finding.id), \(finding.criterion)\u{A0}: \(finding.text)",
              "\(finding.id), \(finding.criterion): \(finding.text)"
            ), who: owner.map { [$0] } ?? context.auditees, due: finding.due,
            remedy: remedy(of: finding, in: context.audit, treatment),
            derivation: derivations.derivation(of: finding, grade: grade)))
      }
    }
    return blockers
  }

  /// The indicators of the criteria in scope that are below target or without a fresh value.
  func indicatorBlockers(_ context: ReadinessContext) -> [Blocker] {
    let criteria = context.criteria
    return context.checklist.indicators.compactMap { indicator in
      let users = criteria.filter { $0.indicators.contains(indicator.id) }
      guard !users.isEmpty else { return nil }
      let owners = users.compactMap { state.owner(of: $0.id, on: context.checklist.id) }
      let who = owners.isEmpty ? context.auditees : Set(owners).sorted()
      let site = context.site
      let remedy: Wording = (
        "mesure ajouter \(indicator.id) VALEUR --site \(site) --période \(context.day.year)",
        "measure add \(indicator.id) VALUE --site \(site) --period \(context.day.year)"
      )
      func blocker(_ kind: Blocker.Kind, _ due: CalendarDate?, _ state: Wording) -> Blocker {
        Blocker(
          kind: kind, subject: indicator.id,
          what: (
            "\(indicator.id) \(indicator.title[.fr])\u{A0}: \(state.fr)",
            "\(indicator.id) \(indicator.title[.en]): \(state.en)"
          ), who: who, due: due, remedy: remedy,
          derivation: self.state.derivation(of: indicator, at: site))
      }
      switch state.figure(of: indicator, at: site, on: context.day) {
      case .good: return nil
      case .never:
        guard indicator.target != nil || indicator.frequency != nil else { return nil }
        return blocker(.indicatorStale, nil, ("jamais mesuré", "never measured"))
      case .stale(let measure, let since):
        return blocker(
          .indicatorStale, since,
          (
            "dernière valeur de \(measure.period), périmée depuis le \(since)",
            "last value of \(measure.period), stale since \(since)"
          ))
      case .missed(let measure):
        let target = indicator.target
        return blocker(
          .indicatorMissed, nil,
          (
            "\(measure.value.written(in: .fr)) en \(measure.period), cible \(target?.written(in: .fr) ?? "") non atteinte",
            "\(measure.value.written(in: .en)) in \(measure.period), target \(target?.written(in: .en) ?? "") not met"
          ))
      }
    }
  }

  /// What `missing` lists for the site, but for what a blocker of its own tells already.
  mutating func missingBlockers(_ context: ReadinessContext, besides known: Set<String>) throws
    -> [Blocker]
  {
    let derivations = Derivations(state)
    return try gaps(of: context.audit).compactMap { gap in
      if let site = gap.site, site != context.site { return nil }
      if gap.isToldElsewhere, let subject = gap.subject, known.contains(subject) { return nil }
      return Blocker(
        kind: .missing, subject: gap.subject ?? context.audit.id, what: gap.wording,
        who: context.leads, due: context.audit.end, remedy: gap.remedy,
        derivation: derivation(of: gap, context, derivations))
    }
  }

  private func derivation(
    of gap: Gap, _ context: ReadinessContext, _ derivations: Derivations
  ) -> Derivation {
    if let criterion = gap.criterion {
      return derivations.derivation(
        of: state.assessment(context.audit, criterion, context.site), in: context.audit)
    }
    return Derivation(.nothingRecorded)
  }

  /// The rules that do not hold and of which nothing that they look at blocks already.
  func ruleBlockers(_ context: ReadinessContext, besides known: Set<String>) -> [Blocker] {
    let judgement = judgement(
      of: context.audit, on: context.checklist, at: context.site, day: context.day)
    return judgement.award.rules.compactMap { rule, outcome in
      guard outcome != .holds else { return nil }
      let found = (judgement.queries[rule.id] ?? []).flatMap { $0.records.map(\.id) }
      let isTold = !found.isEmpty && found.allSatisfy(known.contains)
      guard !isTold else { return nil }
      return Blocker(
        kind: .rule, subject: rule.id,
        what: (
          "\(rule.id) non tenue\u{A0}: \(rule.title[.fr])",
          "\(rule.id) does not hold: \(rule.title[.en])"
        ), who: context.leads, due: nil,
        remedy: (
          "expliquer décision --site \(context.site) --audit \(context.audit.id)",
          "explain decision --site \(context.site) --audit \(context.audit.id)"
        ), derivation: Derivation(.rule(rule, outcome)))
    }
  }
}
