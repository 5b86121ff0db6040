import Auditing
import Scripting

/// Blockers that somebody was to clear: actions and documents whose day has passed.
extension Session {
  /// The actions on the site's findings, or on none in particular, that are not done by the day.
  func actionBlockers(_ context: ReadinessContext) -> [Blocker] {
    let late = state.actions.filter { action in
      action.isOverdue(on: context.day) && concerns(action, context.site)
    }
    guard !late.isEmpty else { return [] }
    let derivations = Derivations(state)
    return late.map { action in
      Blocker(
        kind: .action, subject: action.id,
        what: ("\(action.id)\u{A0}: \(action.text)", "\(action.id): \(action.text)"),
        who: action.owner.map { [$0] } ?? context.auditees, due: action.due,
        remedy: (
          "action achever \(action.id) --vu \"…\"", "action complete \(action.id) --seen \"…\""
        ), derivation: derivations.derivation(of: action))
    }
  }

  private func concerns(_ action: Action, _ site: String) -> Bool {
    let sites = state.sites(of: action)
    return sites.isEmpty || sites.contains(site)
  }

  /// The documents asked of the auditee that have not come in time.
  func requestBlockers(_ context: ReadinessContext) -> [Blocker] {
    let audit = context.audit.id
    return state.requests(in: context.audit, on: context.checklist)
      .filter { $0.status(on: context.day) == .late }.map { request in
        let claim = Derivation.Claim.stated(
          kind: "request", id: request.id,
          LocalizedText(
            fr: "pièce \(request.id)\u{A0}: \(request.title[.fr])",
            en: "request \(request.id): \(request.title[.en])"))
        let records = request.keys.compactMap { state.record(.request, $0) }
        let parts = records.flatMap { state.derivation(of: $0, as: claim).parts }
        return Blocker(
          kind: .request, subject: request.id,
          what: (
            "\(request.id)\u{A0}: \(request.title[.fr]), pas reçue",
            "\(request.id): \(request.title[.en]), not received"
          ), who: context.auditees, due: request.due,
          remedy: (
            "pièce recevoir \(request.id) --audit \(audit)",
            "request receive \(request.id) --audit \(audit)"
          ),
          derivation: Derivation(claim, parts.isEmpty ? [Derivation(.nothingRecorded)] : parts))
      }
  }

  /// What comes next for a major nonconformity: an action, its end, its verification; of an earlier
  /// audit its follow-up.
  func remedy(of finding: Finding, in audit: Audit, _ treatment: Treatment) -> Wording {
    guard finding.audit == audit.key else {
      return ("constat suivre \(finding.id) levé", "finding follow \(finding.id) lifted")
    }
    let actions = treatment.actions(about: finding.key).filter { $0.kind != .correction }
    if let open = actions.first(where: { $0.status == .open }) {
      return ("action achever \(open.id) --vu \"…\"", "action complete \(open.id) --seen \"…\"")
    }
    if let done = actions.first(where: { $0.status == .done }) {
      return (
        "action vérifier \(done.id) efficace --vu \"…\"",
        "action verify \(done.id) effective --seen \"…\""
      )
    }
    return (
      "action ajouter \"…\" --constat \(finding.id) --nature corrective --échéance +30j",
      "action add \"…\" --finding \(finding.id) --kind corrective --due +30d"
    )
  }
}
