import Auditing

extension Gap {
  /// What is missing.
  var wording: Wording {
    switch self {
    case .noScope: ("aucun site dans le périmètre", "no site in scope")
    case .notAssessed(let criterion, let site):
      ("\(criterion) · \(site)\u{A0}: non évalué", "\(criterion) · \(site): not assessed")
    case .contradicted(let criterion, let site, let findings):
      (
        "\(criterion) · \(site)\u{A0}: conforme, alors qu’une non-conformité est ouverte (\(findings.joined(separator: ", ")))",
        "\(criterion) · \(site): conforming while a nonconformity stands (\(findings.joined(separator: ", ")))"
      )
    case .evidence(let fault, let criterion, let site):
      (
        "\(criterion) · \(site)\u{A0}: \(fault.wording.fr)",
        "\(criterion) · \(site): \(fault.wording.en)"
      )
    case .notApplicableWithoutReason(let criterion, let site):
      (
        "\(criterion) · \(site)\u{A0}: sans objet sans raison",
        "\(criterion) · \(site): not applicable without a reason"
      )
    case .reasonNotForeseen(let criterion, let site, _):
      (
        "\(criterion) · \(site)\u{A0}: sans objet, pour une raison que le référentiel ne prévoit pas",
        "\(criterion) · \(site): not applicable, for a reason that the checklist does not foresee"
      )
    case .mostlyNotApplicable(let module, let site, let count, let total):
      (
        "module \(module) · \(site)\u{A0}: \(count) critères sur \(total) sans objet",
        "module \(module) · \(site): \(count) of \(total) criteria not applicable"
      )
    case .conflict(let id, let about):
      (
        "\(id)\u{A0}: contradiction à trancher (\(about.fr))",
        "\(id): conflict to be settled (\(about.en))"
      )
    case .unattached(let evidence):
      (
        "\(evidence)\u{A0}: preuve rattachée à aucun critère",
        "\(evidence): evidence at no criterion"
      )
    case .requestUnanswered(let request, let due):
      (
        "\(request)\u{A0}: pièce non reçue\(due.map { ", attendue le \($0)" } ?? "")",
        "\(request): document not received\(due.map { ", due on \($0)" } ?? "")"
      )
    case .ownService(let person, let stake):
      (
        "\(person)\u{A0}: audite ce dont il répond (\(stake.fr)), sans raison écrite",
        "\(person): audits their own work (\(stake.en)), with no reason written"
      )
    case .noTeam: ("équipe d’audit non dite", "audit team not said")
    case .noClient: ("commanditaire non dit", "audit client not said")
    case .noObjectives: ("objectifs non dits", "objectives not said")
    case .noConclusion: ("pas de conclusion", "no conclusion")
    case .staleConclusion: ("conclusion périmée", "the conclusion is stale")
    default: wordingOfFinding
    }
  }

  /// What is missing of a finding, of what is done about it or of what became of it.
  private var wordingOfFinding: Wording {
    switch self {
    case .restsOnStatement(let finding):
      (
        "\(finding)\u{A0}: repose sur la seule déclaration de l’auditeur",
        "\(finding): rests on the auditor’s own statement alone"
      )
    case .findingWithoutEvidence(let finding):
      ("\(finding)\u{A0}: aucune preuve qui tienne", "\(finding): no evidence that stands")
    case .citesSuperseded(let finding, let evidence, let latest):
      (
        "\(finding)\u{A0}: cite \(evidence), remplacée par \(latest)",
        "\(finding): cites \(evidence), superseded by \(latest)"
      )
    case .nonconformityWithoutDue(let finding):
      (
        "\(finding)\u{A0}: non-conformité sans échéance",
        "\(finding): nonconformity without a due day"
      )
    case .nonconformityWithoutAction(let finding):
      (
        "\(finding)\u{A0}: non-conformité sans action sur sa cause",
        "\(finding): nonconformity without an action on its cause"
      )
    case .actionWithoutOwner(let action):
      ("\(action)\u{A0}: action sans responsable", "\(action): action without an owner")
    case .actionWithoutDue(let action):
      ("\(action)\u{A0}: action sans échéance", "\(action): action without a due day")
    case .notFollowed(let finding, let audit):
      (
        "\(finding) (audit \(audit))\u{A0}: suite non dite",
        "\(finding) (audit \(audit)): what became of it is not said"
      )
    case .followedWithoutEvidence(let finding, let outcome):
      (
        "\(finding)\u{A0}: \(Choices.french(outcome.rawValue, Choices.outcomes)), sans preuve",
        "\(finding): \(outcome.rawValue), without evidence"
      )
    case .notTakenUp(let finding, _, let outcome):
      (
        "\(finding)\u{A0}: \(Choices.french(outcome.rawValue, Choices.outcomes)), et aucun constat de cet audit ne le reprend",
        "\(finding): \(outcome.rawValue), and no finding of this audit takes it up"
      )
    case .liftedWithoutAction(let finding, nil):
      (
        "\(finding)\u{A0}: levé, et aucune action n’écrit ce qui a été fait",
        "\(finding): lifted, and no action says what was done"
      )
    case .liftedWithoutAction(let finding, let open?):
      (
        "\(finding)\u{A0}: levé, et l’action \(open) n’est pas achevée",
        "\(finding): lifted, and action \(open) is not completed"
      )
    default: ("", "")
    }
  }
}

extension EvidenceContract.Fault {
  /// How the evidence falls short.
  var wording: Wording {
    switch self {
    case .absent: return ("conforme sans preuve", "conforming without evidence")
    case .method(let methods):
      let french = methods.map { Choices.french($0.rawValue, Choices.methods) }
      return (
        "aucune preuve par \(french.joined(separator: " ou "))",
        "no evidence by \(methods.map(\.rawValue).joined(separator: " or "))"
      )
    case .sample(let needed, let found):
      return (
        "\(needed) cas au moins à examiner, \(found) vu\(found > 1 ? "s" : "")",
        "\(needed) cases at least to be looked at, \(found) seen"
      )
    case .tooOld(let evidence, let limit):
      return (
        "preuve trop ancienne (\(evidence.id), \(evidence.lastDay)\u{202F}; au plus tôt \(limit))",
        "evidence too old (\(evidence.id), \(evidence.lastDay); \(limit) at the earliest)"
      )
    case .outsidePeriod(let evidence):
      return (
        "preuve hors période (\(evidence.id), \(evidence.covers ?? ""))",
        "evidence outside its period (\(evidence.id), \(evidence.covers ?? ""))"
      )
    }
  }
}
