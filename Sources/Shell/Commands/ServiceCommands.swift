import Auditing
import Scripting

/// `service …`: the services of a site, which a scope takes module by module.
enum ServiceCommands {
  static let all = [add, set, remove]

  /// The services of the dossier's sites.
  static let noun = NounSpec(
    name: Name("service"), summary: ("services des sites", "services of the sites"),
    fields: [
      .init(name: Name("id")), .init(name: Name("site")), .init(name: Name("name", "nom")),
      .init(name: Name("modules")),
    ],
    columns: ["id", "site", "name", "modules"]
  ) { session, _ in
    _ = try session.openDossier()
    let lines = (try? session.currentAudit())?.scope ?? []
    return session.state.services.map { service in
      let own = lines.filter { $0.site == service.site && !$0.isSampledOut }
      var row = RowBuilder()
      row.word("id", service.id)
      row.word("site", service.site)
      row.text("name", service.name)
      row.words(
        "modules",
        own.flatMap { line in line.modules.filter { line.services(of: $0).contains(service.id) } })
      return row.record("service", service.id)
    }
  }

  private static let name = CommandSpec.OptionSpec(name: Name("name", "nom"), type: .text)
  private static let site = CommandSpec.OptionSpec(name: Name("site"), type: .reference(.site))

  static let add = CommandSpec(
    noun: noun.name, name: Name("add", "ajouter"),
    operands: [.init(name: Name("id"), type: .word)], options: [site, name, CommandSpec.once],
    summary: ("ajouter un service à un site", "add a service to a site"),
    manual: (
      "«\u{A0}audit cadrer digne --modules 1,4 --services accueil,4:conseil\u{A0}» le met dans le périmètre\u{A0}: pour tous les modules, ou pour le module nommé devant.",
      "audit scope digne --modules 1,4 --services front,4:advice puts it in scope: for all modules, or for the one named before it."
    ),
    example: #"service add accueil --site digne --name "Accueil général""#, writes: true
  ) { session, bound in
    let id = bound["id"]?.lowercased() ?? ""
    let site = try session.siteOfFigure(bound)
    guard !session.state.services.contains(where: { $0.site == site && $0.id == id }) else {
      if bound.has("once") { return .standing(id) }
      throw Failure(.serviceExists(id, site: site), at: bound.place("id"))
    }
    return try write(id, site, bound["name"] ?? id, &session)
  }

  static let set = CommandSpec(
    noun: noun.name, name: Name("set", "modifier"),
    operands: [.init(name: Name("service"), type: .reference(.service))],
    subject: ["service": "id", "site": "site"], options: [site, name],
    summary: ("changer le nom d’un service", "change the name of a service"),
    example: #"service set accueil --name "Accueil général""#, writes: true
  ) { session, bound in
    let service = try session.service(bound["service"] ?? "", bound, at: bound.place("service"))
    return try write(service.id, service.site, bound["name"] ?? service.name, &session)
  }

  private static func write(
    _ id: String, _ site: String, _ name: String, _ session: inout Session
  ) throws -> Outcome {
    let key = EventKind.naturalKey([site, id])
    if session.state.record(.service, key)?.isPresent == false {
      try session.record("record.restored", ["record": .text(key), "noun": "service"])
    }
    try session.record(
      "service.set", ["site": .text(site), "service": .text(id), "name": .text(name)])
    return .acknowledged(
      ("service \(id) de \(site)\u{A0}: \(name)", "service \(id) of \(site): \(name)"),
      value: .word(id))
  }

  static let remove = CommandSpec(
    noun: noun.name, name: Name("remove", "supprimer"),
    operands: [.init(name: Name("service"), type: .reference(.service))],
    options: [site, .init(name: Name("reason", "raison"), type: .text, isRequired: true)],
    summary: ("retirer un service que rien ne cite", "remove a service that nothing refers to"),
    example: #"service remove accueil --reason "réuni au guichet""#, writes: true
  ) { session, bound in
    let service = try session.service(bound["service"] ?? "", bound, at: bound.place("service"))
    let state = session.state
    let isUsed = state.audits.contains { audit in
      audit.scope.contains { $0.site == service.site && $0.allServices.contains(service.id) }
        || state.findings(in: audit).contains {
          $0.site == service.site && $0.service == service.id
        }
    }
    if isUsed { throw Failure(.stillUsed(service.id), at: bound.place("service")) }
    try session.withdraw(.service, EventKind.naturalKey([service.site, service.id]), bound)
    return .acknowledged(("service \(service.id) retiré", "service \(service.id) removed"))
  }
}

extension Session {
  /// The service of an id, at the site named where several have one.
  func service(_ word: String, _ bound: Bound, at range: Range<Int>?) throws -> Service {
    let site = try bound["site"].map { try self.site($0, at: bound.place("site")).id }
    let found = state.services.filter {
      $0.id.folded == word.folded && (site == nil || $0.site == site)
    }
    if found.count > 1 {
      throw Failure(.ambiguousRecord(word, found.map { "\($0.site) · \($0.id)" }), at: range)
    }
    guard let service = found.first else { throw unknownService(word, site, at: range) }
    return service
  }

  /// The failure that a site has no service of that id.
  func unknownService(_ word: String, _ site: String?, at range: Range<Int>?) -> Failure {
    let known = state.services.filter { site == nil || $0.site == site }.map(\.id)
    return Failure.unknown(.service, word, among: known, at: range)
  }

  /// The services of a scope as they are kept, each once and sorted: known ones, with the module
  /// before where one is said.
  func scopedServices(_ bound: Bound, _ site: String, _ modules: [String]) throws -> [String] {
    let named = try bound.all("services").map { word in
      let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
      let id = (parts.last ?? word).folded
      guard let service = state.services.first(where: { $0.site == site && $0.id.folded == id })
      else { throw unknownService(parts.last ?? word, site, at: bound.place("services")) }
      guard parts.count == 2 else { return service.id }
      guard let module = modules.first(where: { $0.folded == parts[0].folded }) else {
        throw Failure(
          .unknownRecord(.module, parts[0], known: modules, suggestion: nil),
          at: bound.place("services"))
      }
      return "\(module):\(service.id)"
    }
    return Set(named).sorted()
  }

  /// The service that a finding names, which the scope must take for the criterion's module.
  func service(
    of bound: Bound, _ criterion: Checklist.Criterion, _ site: String, _ audit: Audit
  ) throws -> String? {
    guard let word = bound["service"] else { return nil }
    let lines = audit.scope.filter { $0.site == site && !$0.isSampledOut }
    let inScope = lines.flatMap { $0.services(of: criterion.module) }
    guard !inScope.isEmpty else { return word }
    guard let service = inScope.first(where: { $0.folded == word.folded }) else {
      throw Failure(.serviceNotInScope(word, inScope), at: bound.place("service"))
    }
    return service
  }
}
