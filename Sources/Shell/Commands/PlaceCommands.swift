import Auditing
import Scheduling
import Scripting

/// `site …`: the places of the dossier.
enum PlaceCommands {
  static let all = [addSite, setSite, removeSite]

  private static let siteOptions: [CommandSpec.OptionSpec] = [
    .init(name: Name("name", "nom"), type: .text),
    .init(name: Name("address", "adresse"), type: .text),
    .init(name: Name("contact"), type: .text),
    .init(name: Name("staff", "effectif"), type: .text),
    .init(
      name: Name("holidays", "fériés"),
      type: .choice(HolidayCalendar.allCases.map { Name($0.rawValue, Self.french($0)) })),
  ]

  private static func french(_ calendar: HolidayCalendar) -> String {
    switch calendar {
    case .none: "aucun"
    case .metropolitan: "métropole"
    case .reunion: "réunion"
    case .guyane: "guyane"
    case .saintBarthelemy: "saint-barthélemy"
    default: calendar.rawValue
    }
  }

  static let addSite = CommandSpec(
    noun: DossierNouns.site.name, name: Name("add", "ajouter"),
    operands: [.init(name: Name("id"), type: .word)], options: siteOptions + [CommandSpec.once],
    summary: ("ajouter un site", "add a site"),
    example: #"site add digne --name "Préfecture, Digne-les-Bains""#, writes: true
  ) { session, bound in
    let id = bound["id"]?.lowercased() ?? ""
    if let known = session.state.sites.first(where: { $0.id.folded == id.folded }) {
      if bound.has("once") { return .standing(known.id) }
      throw Failure(.siteExists(id), at: bound.place("id"))
    }
    return try writeSite(id, &session, bound)
  }

  static let setSite = CommandSpec(
    noun: DossierNouns.site.name, name: Name("set", "modifier"),
    operands: [.init(name: Name("site"), type: .reference(.site))], subject: ["site": "id"],
    options: siteOptions, summary: ("modifier un site", "change a site"),
    example: #"site set digne --staff "88 agents""#, writes: true
  ) { session, bound in
    let site = try session.site(bound["site"] ?? "", at: bound.place("site"))
    return try writeSite(site.id, &session, bound)
  }

  private static func writeSite(_ id: String, _ session: inout Session, _ bound: Bound) throws
    -> Outcome
  {
    var fields: [String: Content] = ["site": .text(id)]
    for option in siteOptions.map(\.name.en) {
      if let value = bound[option] { fields[option] = .text(value) }
    }
    let known = session.state.record(.site, id)
    if fields["name"] == nil, known == nil { fields["name"] = .text(id) }
    if known?.isPresent == false {
      try session.record("record.restored", ["record": .text(id), "noun": "site"])
    }
    try session.record("site.set", fields)
    let name = session.state.sites.first { $0.id == id }?.name ?? id
    return .acknowledged(("site \(id)\u{A0}: \(name)", "site \(id): \(name)"), value: .word(id))
  }

  static let removeSite = CommandSpec(
    noun: DossierNouns.site.name, name: Name("remove", "supprimer"),
    operands: [.init(name: Name("site"), type: .reference(.site))],
    options: [.init(name: Name("reason", "raison"), type: .text, isRequired: true)],
    summary: ("retirer un site que rien ne cite", "remove a site that nothing refers to"),
    example: #"site remove sisteron --reason "fermé""#, writes: true
  ) { session, bound in
    let site = try session.site(bound["site"] ?? "", at: bound.place("site"))
    let state = session.state
    let isUsed =
      state.audits.contains { $0.scope.contains { $0.site == site.id } }
      || state.evidence.contains { $0.site == site.id }
      || state.labels.contains { $0.site == site.id }
      || state.measures.contains { $0.site == site.id }
    if isUsed { throw Failure(.stillUsed(site.id), at: bound.place("site")) }
    try session.withdraw(.site, site.id, bound)
    return .acknowledged(("site \(site.id) retiré", "site \(site.id) removed"))
  }
}
