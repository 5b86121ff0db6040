import Auditing

extension Gap {
  /// The command that mends it.
  var remedy: Wording {
    switch self {
    case .noScope: ("audit cadrer SITE --modules 1", "audit scope SITE --modules 1")
    case .notAssessed(let criterion, let site):
      ("aller \(criterion) --site \(site)", "go \(criterion) --site \(site)")
    case .contradicted(let criterion, let site, _):
      (
        "évaluation modifier \(criterion) --site \(site) --verdict non-conforme",
        "assessment set \(criterion) --site \(site) --verdict nonconforming"
      )
    case .evidence(let fault, let criterion, let site):
      Self.attach(criterion, site, fault)
    case .notApplicableWithoutReason(let criterion, let site):
      Self.notApplicable(criterion, site, reason: nil)
    case .reasonNotForeseen(let criterion, let site, let known):
      Self.notApplicable(criterion, site, reason: known.first)
    case .mostlyNotApplicable(_, let site, _, _):
      ("audit cadrer \(site) --modules …", "audit scope \(site) --modules …")
    case .conflict(let id, _):
      (
        "conflit trancher \(id) CHOIX --raison \"…\"",
        "conflict resolve \(id) CHOICE --reason \"…\""
      )
    case .unattached(let evidence):
      ("preuve montrer \(evidence)", "evidence show \(evidence)")
    case .requestUnanswered(let request, _):
      ("pièce recevoir \(request) FICHIER", "request receive \(request) FILE")
    case .ownService(let person, _):
      (
        "audit membre \(person) --rôle auditeur --malgré \"…\"",
        "audit member \(person) --role auditor --despite \"…\""
      )
    case .noTeam: ("audit membre PERSONNE --rôle responsable", "audit member PERSON --role lead")
    case .noClient(let audit):
      ("audit modifier \(audit) --commanditaire \"…\"", "audit set \(audit) --client \"…\"")
    case .noObjectives(let audit):
      ("audit modifier \(audit) --objectifs \"…\"", "audit set \(audit) --objectives \"…\"")
    case .noConclusion, .staleConclusion: ("audit conclure \"…\"", "audit conclude \"…\"")
    default: remedyOfFinding
    }
  }

  private var remedyOfFinding: Wording {
    switch self {
    case .restsOnStatement(let finding), .findingWithoutEvidence(let finding):
      (
        "constat rectifier \(finding) --preuve P… --raison \"preuve ajoutée\"",
        "finding amend \(finding) --evidence P… --reason \"evidence added\""
      )
    case .citesSuperseded(let finding, _, let latest):
      (
        "constat rectifier \(finding) --preuve \(latest) --raison \"version plus récente\"",
        "finding amend \(finding) --evidence \(latest) --reason \"later version\""
      )
    case .nonconformityWithoutDue(let finding):
      (
        "constat rectifier \(finding) --échéance +60j --raison \"échéance convenue\"",
        "finding amend \(finding) --due +60d --reason \"day agreed\""
      )
    case .liftedWithoutAction(_, let open?):
      ("action achever \(open) --vu \"…\"", "action complete \(open) --seen \"…\"")
    case .nonconformityWithoutAction(let finding), .liftedWithoutAction(let finding, nil):
      (
        "action ajouter \"…\" --constat \(finding) --responsable PERSONNE --échéance +30j",
        "action add \"…\" --finding \(finding) --owner PERSON --due +30d"
      )
    case .actionWithoutOwner(let action):
      ("action modifier \(action) --responsable PERSONNE", "action set \(action) --owner PERSON")
    case .actionWithoutDue(let action):
      ("action modifier \(action) --échéance +30j", "action set \(action) --due +30d")
    case .notFollowed(let finding, _):
      ("constat suivre \(finding) levé --vu \"…\"", "finding follow \(finding) lifted --seen \"…\"")
    case .followedWithoutEvidence(let finding, let outcome):
      (
        "constat suivre \(finding) \(Choices.french(outcome.rawValue, Choices.outcomes)) --vu \"…\"",
        "finding follow \(finding) \(outcome.rawValue) --seen \"…\""
      )
    case .notTakenUp(let finding, let criterion, let outcome):
      (
        "constat ajouter \(criterion) \"…\" --grade … --vu \"…\"\u{202F}; constat suivre \(finding) \(Choices.french(outcome.rawValue, Choices.outcomes)) --en F…",
        "finding add \(criterion) \"…\" --grade … --seen \"…\"; finding follow \(finding) \(outcome.rawValue) --as F…"
      )
    default: ("", "")
    }
  }

  private static func notApplicable(
    _ criterion: String, _ site: String, reason: LocalizedText?
  ) -> Wording {
    (
      "na \(reason?.fr ?? "RAISON") --sur \(criterion) --site \(site)",
      "na \(reason?[.en] ?? "REASON") --on \(criterion) --site \(site)"
    )
  }

  private static func attach(
    _ criterion: String, _ site: String, _ fault: EvidenceContract.Fault
  ) -> Wording {
    var options: Wording = ("", "")
    switch fault {
    case .sample(let needed, _):
      return (
        "échantillon tirer --population N --taille \(needed) --critère \(criterion) --site \(site)",
        "sample draw --population N --size \(needed) --criterion \(criterion) --site \(site)"
      )
    case .method(let methods):
      let method = methods.first?.rawValue ?? ""
      options = (
        " --méthode \(Choices.french(method, Choices.methods))", " --method \(method)"
      )
    case .outsidePeriod: options = (" --couvre PÉRIODE", " --covers PERIOD")
    default: break
    }
    return (
      "preuve joindre FICHIER --critère \(criterion) --site \(site)\(options.fr)",
      "evidence attach FILE --criterion \(criterion) --site \(site)\(options.en)"
    )
  }
}
