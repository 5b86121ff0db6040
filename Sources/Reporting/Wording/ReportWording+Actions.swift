import Auditing

/// What is done about findings, on their sheets, and what became of earlier ones.
extension ReportWording {
  func word(_ kind: Action.Kind) -> RichText {
    switch kind {
    case .correction: pick("correction", "correction")
    case .corrective: pick("action corrective", "corrective action")
    case .preventive: pick("action préventive", "preventive action")
    case .improvement: pick("action d'amélioration", "improvement")
    }
  }

  func word(_ category: Action.Cause.Category) -> RichText {
    switch category {
    case .why: pick("Pourquoi", "Why")
    case .people: pick("Main-d'œuvre", "People")
    case .method: pick("Méthode", "Method")
    case .equipment: pick("Matériel", "Equipment")
    case .material: pick("Matière", "Material")
    case .environment: pick("Milieu", "Environment")
    case .measurement: pick("Mesure", "Measurement")
    case .management: pick("Management", "Management")
    }
  }

  func cause(_ category: RichText, _ text: String, isRoot: Bool) -> RichText {
    isRoot
      ? pick(
        "\(category) : \(text) (cause racine)", "\(category): \(text) (root cause)")
      : pick("\(category) : \(text)", "\(category): \(text)")
  }

  func action(
    _ action: Action, _ kind: RichText, owner: RichText?, done: CalendarDate?, evidence: RichText,
    isOverdue: Bool
  ) -> RichText {
    let text = action.text
    let head = pick(
      "\(strong: action.id) (\(kind)) : \(text)", "\(strong: action.id) (\(kind)): \(text)")
    let who = owner.map { pick("responsable : \($0)", "owner: \($0)") }
    let due = action.due.map { pick("échéance : \($0)", "due on \($0)") }
    let progress: RichText? =
      if let done {
        pick("achevée le \(done) (\(evidence))", "done on \(done) (\(evidence))")
      } else {
        isOverdue ? pick("en retard", "overdue") : nil
      }
    let rest = [who, due, progress].compactMap(\.self).joined(separator: semicolon)
    return [head, rest].filter { !$0.isEmpty }.lines
  }

  func verification(
    _ id: String, _ verification: Action.Verification, by person: RichText, evidence: RichText
  ) -> RichText {
    let day = date(verification.on)
    let line =
      verification.isEffective
      ? pick(
        "\(strong: id) : efficace, vérifié le \(day) par \(person) (\(evidence))",
        "\(strong: id): effective, verified on \(day) by \(person) (\(evidence))")
      : pick(
        "\(strong: id) : inefficace, vérifié le \(day) par \(person) (\(evidence))",
        "\(strong: id): ineffective, verified on \(day) by \(person) (\(evidence))")
    guard let reason = verification.despite else { return line }
    return [
      line,
      pick(
        "vérifié par qui en répond ; motif : \(reason)",
        "verified by who answers for it; reason: \(reason)"),
    ].lines
  }

  var followUp: RichText {
    pick("Suites des constats précédents", "What became of earlier findings")
  }

  func followUpCaption(_ audit: String) -> RichText {
    pick("Constats de l'audit \(audit) et leurs suites", "Findings of audit \(audit), followed up")
  }
  var outcomeColumn: RichText { pick("Suite", "Outcome") }
  var takenUpColumn: RichText { pick("Repris par", "Taken up by") }

  func word(_ fate: Comparison.Fate) -> RichText {
    switch fate {
    case .lifted: pick("levé", "lifted")
    case .persists: pick("persiste", "persists")
    case .recurs: pick("récidive", "recurs")
    case .regressed: pick("régressé", "regressed")
    case .notFollowed: pick("suite non dite", "not followed up")
    case .new: pick("nouveau", "new")
    }
  }
}
