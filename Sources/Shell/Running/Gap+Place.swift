/// What a gap is about.
extension Gap {
  /// The criterion it lies at, where it lies at one.
  var criterion: String? { spot?.criterion }

  /// The site it lies at; nothing where it concerns the whole audit.
  var site: String? {
    if case .mostlyNotApplicable(_, let site, _, _) = self { return site }
    return spot?.site
  }

  private var spot: (criterion: String, site: String)? {
    switch self {
    case .notAssessed(let criterion, let site), .contradicted(let criterion, let site, _),
      .evidence(_, let criterion, let site),
      .notApplicableWithoutReason(let criterion, let site),
      .reasonNotForeseen(let criterion, let site, _):
      (criterion, site)
    default: nil
    }
  }

  /// The id of what it is about, where that is one record.
  var subject: String? {
    switch self {
    case .conflict(let id, _), .restsOnStatement(let id), .findingWithoutEvidence(let id),
      .citesSuperseded(let id, _, _),
      .nonconformityWithoutDue(let id), .nonconformityWithoutAction(let id),
      .actionWithoutOwner(let id), .actionWithoutDue(let id), .unattached(let id),
      .requestUnanswered(let id, _), .notFollowed(let id, _), .followedWithoutEvidence(let id, _),
      .notTakenUp(let id, _, _), .liftedWithoutAction(let id, _), .ownService(let id, _):
      id
    case .mostlyNotApplicable(let module, let site, _, _): "\(module)/\(site)"
    default: spot.map { "\($0.criterion)/\($0.site)" }
    }
  }

  /// Whether readiness tells the same by a blocker of its own, when there is one about its subject.
  var isToldElsewhere: Bool {
    switch self {
    case .conflict, .requestUnanswered, .nonconformityWithoutAction: true
    default: false
    }
  }
}
