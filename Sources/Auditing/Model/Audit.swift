/// One engagement in a dossier: what is audited, against what, by whom, and what came of it.
///
/// ISO 19011:2018 3.1. Everything in it is what the entries of the journal add up to.
package struct Audit: Sendable {
  package var key: String
  /// The id a person gave it, such as `2026-001`.
  package var id: String
  package var kind: Kind
  /// SHA-256 of the checklist it is pinned to.
  package var checklist: String
  /// The key of the earlier audit that it goes on from.
  package var from: String?
  package var title: String?
  package var client: String?
  package var objectives: String?
  package var confidentiality: String?
  package var obstacles: String?
  package var uncovered: String?
  package var start: CalendarDate?
  package var end: CalendarDate?
  package var scope: [ScopeLine] = []
  package var team: [Member] = []
  package var conclusion: Conclusion?
  /// Whether the audit has entries that the one who concluded had not seen.
  package var isConclusionStale = false
  /// The number of each finding by its key, once closed.
  package var numbers: [String: String] = [:]
  package var status: Status = .open
  package var by: String
  package var at: Timestamp

  /// Creates an audit that was just opened.
  package init(
    key: String, id: String, kind: Kind, checklist: String, by: String, at: Timestamp
  ) {
    self.key = key
    self.id = id
    self.kind = kind
    self.checklist = checklist
    self.by = by
    self.at = at
  }

  /// What sort of engagement it is.
  package enum Kind: String, CaseIterable, Sendable {
    case `internal`, external
    case followUp = "follow-up"
    case renewal, mock
  }

  /// How far it has come.
  package enum Status: String, CaseIterable, Sendable { case open, concluded, closed, sealed }

  /// One site in scope with its modules and services (ISO 19011:2018 3.5).
  package struct ScopeLine: Hashable, Sendable {
    package var site: String
    package var modules: [String]
    package var services: [String]
    /// In the perimeter but left out of this visit by sampling.
    package var isSampledOut: Bool

    /// Creates a line of the scope.
    package init(
      site: String, modules: [String], services: [String] = [], isSampledOut: Bool = false
    ) {
      self.site = site
      self.modules = modules
      self.services = services
      self.isSampledOut = isSampledOut
    }

    init?(_ content: Content) {
      guard let fields = content.object, let site = fields["site"]?.text else { return nil }
      self.init(
        site: site, modules: fields["modules"]?.texts ?? [],
        services: fields["services"]?.texts ?? [],
        isSampledOut: fields["sampledOut"]?.boolean ?? false)
    }

    /// The services that are looked at for a module, none where the whole site is.
    ///
    /// Those of the line, and those that it names for the module alone as `4:advice`.
    package func services(of module: String) -> [String] {
      services.compactMap { service in
        let parts = service.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return service }
        return parts[0] == module ? parts[1] : nil
      }
    }

    /// Every service that the line names, each once.
    package var allServices: [String] {
      var found: [String] = []
      for service in services {
        let id = service.split(separator: ":", maxSplits: 1).last.map(String.init) ?? service
        if !found.contains(id) { found.append(id) }
      }
      return found
    }

    /// The line as an entry of the journal writes it.
    package var content: Content {
      .object([
        "site": .text(site), "modules": .texts(modules), "services": .texts(services),
        "sampledOut": .boolean(isSampledOut),
      ])
    }
  }

  /// Someone of the audit team, with a role (ISO 19011:2018 3.14).
  package struct Member: Hashable, Sendable {
    /// The handle of the person.
    package var person: String
    package var role: Role
    /// Why somebody audits what they answer for themselves.
    package var despite: String?

    /// Creates a member of the team.
    package init(person: String, role: Role) {
      self.person = person
      self.role = role
    }

    init?(_ content: Content) {
      guard let fields = content.object, let person = fields["person"]?.text,
        let role = fields["role"]?.text.flatMap(Role.init)
      else { return nil }
      self.init(person: person, role: role)
    }

    /// The member as an entry of the journal writes it.
    package var content: Content {
      .object(["person": .text(person), "role": .text(role.rawValue)])
    }

    /// The fields of the entry that puts a member in the team of an audit; whoever leads it alone is
    /// also said to be its lead, of whom there is one.
    package func addition(to audit: String, asOnlyLead isOnlyLead: Bool) -> [String: Content] {
      var fields: [String: Content] = ["audit": .text(audit), "change": "add", "element": content]
      if role == .lead, isOnlyLead { fields["lead"] = .text(person) }
      return fields
    }

    package enum Role: String, CaseIterable, Sendable {
      case lead, auditor, expert, observer, auditee
    }
  }

  /// What the findings add up to (ISO 19011:2018 3.11).
  package struct Conclusion: Hashable, Sendable {
    package var text: String
    /// To what degree the criteria are fulfilled (ISO 19011:2018 6.5.1 i).
    package var degree: String?
    package var recommendation: String?
    package var by: String
    package var at: Timestamp

    /// Creates a conclusion.
    package init(
      text: String, degree: String? = nil, recommendation: String? = nil, by: String,
      at: Timestamp
    ) {
      self.text = text
      self.degree = degree
      self.recommendation = recommendation
      self.by = by
      self.at = at
    }
  }
}

extension Audit {
  /// The criteria of a checklist that are in scope at a site: the modules of its lines, and the
  /// transverse chapters; none of a module that is disabled or at a site left out by sampling.
  ///
  /// A site has several lines when people who did not know of each other put it in scope.
  package func criteria(of checklist: Checklist, at site: String) -> [Checklist.Criterion] {
    let lines = scope.filter { $0.site == site && !$0.isSampledOut }
    guard !lines.isEmpty else { return [] }
    let open = checklist.modules.filter { module in
      !module.disabled
        && (module.kind == .transverse || lines.contains { $0.modules.contains(module.id) })
    }
    let modules = Set(open.map(\.id))
    return checklist.criteria.filter { modules.contains($0.module) }
  }

  /// The sites in scope, each once: two may have put one in scope, each with modules of their own.
  package var sites: [String] { Self.sites(of: scope) }

  /// The sites that are visited, each once.
  package var visitedSites: [String] { Self.sites(of: scope.filter { !$0.isSampledOut }) }

  private static func sites(of lines: [ScopeLine]) -> [String] {
    var sites: [String] = []
    for line in lines where !sites.contains(line.site) { sites.append(line.site) }
    return sites
  }
}
