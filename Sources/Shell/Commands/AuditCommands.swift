import Auditing
import Journaling
import Scripting

/// `audit …`: an engagement from its opening to its conclusion and numbering.
enum AuditCommands {
  static let noun = AuditNouns.audit.name
  static let all = [
    open, resume, set, scope, member, conclude, close, amend, migrate, exporting, importing,
  ]

  private static let target = CommandSpec.OptionSpec(
    name: Name("audit"), type: .reference(.audit))

  static let open = CommandSpec(
    noun: noun, name: Name("open", "ouvrir"),
    operands: [.init(name: Name("id"), type: .word)],
    options: [
      .init(
        name: Name("checklist", "référentiel"), type: .reference(.checklist), unless: "from"),
      .init(name: Name("from", "depuis"), type: .reference(.audit)),
      .init(name: Name("kind", "nature"), type: .choice(Choices.auditKinds)),
      .init(name: Name("title", "titre"), type: .text),
      .init(name: Name("start", "début"), type: .date),
      .init(name: Name("end", "fin"), type: .date),
      .init(name: Name("client", "commanditaire"), type: .text),
      .init(name: Name("objectives", "objectifs"), type: .text),
    ],
    summary: ("ouvrir un audit sur un référentiel", "begin an audit on a checklist"),
    manual: (
      """
      Le référentiel est copié dans le dossier, octet pour octet\u{A0}: l’audit y reste attaché, même si \
      une autre édition paraît. Un fichier .rec l’emporte sur un référentiel intégré. --depuis reprend \
      d’un audit précédent son référentiel, son périmètre, son équipe, ses pièces et ses constats à \
      suivre\u{202F}; tout le reste commence à neuf, et la réponse dit quoi.
      """,
      """
      The checklist is copied into the dossier, byte for byte: the audit stays on it even if another \
      edition appears. A .rec file wins over a built-in checklist. --from carries over the checklist, \
      scope, team, requests and findings to follow of an earlier audit; all else begins anew, and the \
      answer says what.
      """
    ),
    example: "audit open 2026-001 --checklist qual-e-pref --start today", writes: true
  ) { session, bound in
    let id = bound["id"] ?? ""
    if session.state.audits.contains(where: { $0.id.folded == id.folded }) {
      throw Failure(.auditExists(id), at: bound.place("id"))
    }
    let earlier = try bound["from"].map { try session.audit($0, at: bound.place("from")) }
    let sha256 = try sha256(bound, earlier, &session)
    let key = session.mintKey()
    let kind =
      bound["kind"] ?? earlier?.kind.rawValue
      ?? (session.state.purpose == .exercise ? "mock" : "internal")
    var opening: [String: Content] = [
      "record": .text(key), "audit": .text(key), "id": .text(id), "form": .text(kind),
      "checklist": .text(sha256),
    ]
    opening["from"] = (earlier?.key).map(Content.text)
    try session.record("audit.opened", opening)
    let start = bound.date("start") ?? session.today
    try write(details(bound, start: start), of: key, &session)
    session.place = Place(audit: key, site: nil, criterion: nil)
    let checklist = try session.checklist(sha256)
    let carried = try earlier.map { try session.carry(from: $0, to: key, on: checklist) }
    if checklist.status == .provisional {
      session.output.note(
        (
          "référentiel PROVISOIRE\u{A0}: reconstitué, à confirmer sur le texte officiel",
          "PROVISIONAL checklist: reconstructed, to be confirmed against the official text"
        ))
    }
    var outcome = Outcome.acknowledged(
      (
        "audit \(id) ouvert sur \(checklist.id), édition \(checklist.edition)",
        "audit \(id) begun on \(checklist.id), edition \(checklist.edition)"
      ), value: .word(id))
    if let carried { outcome.acknowledgements.append(carried) }
    return outcome
  }

  /// The checklist of a new audit: the one that is named, else that of the audit it goes on from.
  private static func sha256(
    _ bound: Bound, _ earlier: Audit?, _ session: inout Session
  ) throws -> String {
    if let word = bound["checklist"] {
      return try pin(word, &session, at: bound.place("checklist"))
    }
    guard let earlier else {
      throw Failure(
        .missingOption(Name("checklist", "référentiel"), command: bound.spec), at: bound.range)
    }
    return earlier.checklist
  }

  /// Copies a checklist into the dossier and says so in the journal, once.
  static func pin(_ word: String, _ session: inout Session, at range: Range<Int>) throws
    -> String
  {
    let found = try session.checklistBytes(word, at: range)
    let sha256 = try session.openDossier().keepChecklist(found.bytes)
    if session.state.record(.checklist, sha256) == nil {
      try session.record(
        "checklist.pinned",
        [
          "sha256": .text(sha256), "id": .text(found.checklist.id),
          "edition": .text(found.checklist.edition),
          "status": .text(found.checklist.status.rawValue), "from": .text(found.from),
        ])
    }
    return sha256
  }

  private static func details(_ bound: Bound, start: CalendarDate?) -> [String: Content] {
    var fields: [String: Content] = [:]
    for name in ["title", "client", "objectives", "confidentiality", "obstacles", "uncovered"] {
      if let text = bound[name] { fields[name] = .text(text) }
    }
    if let start {
      fields["start"] = .text(start.description)
      fields["end"] = .text((bound.date("end") ?? start).description)
    }
    return fields
  }

  private static func write(_ fields: [String: Content], of key: String, _ session: inout Session)
    throws
  {
    guard !fields.isEmpty else { return }
    try session.record("audit.set", fields.merging(["audit": .text(key)]) { old, _ in old })
  }

  static let resume = CommandSpec(
    noun: noun, name: Name("resume", "reprendre"),
    operands: [.init(name: Name("audit"), type: .reference(.audit))],
    summary: ("se placer dans un audit", "stand in an audit"), example: "audit resume 2026-001"
  ) { session, bound in
    let audit = try session.audit(bound["audit"] ?? "", at: bound.place("audit"))
    session.place = Place(audit: audit.key, site: nil, criterion: nil)
    return .acknowledged(("audit courant\u{A0}: \(audit.id)", "current audit: \(audit.id)"))
  }

  static let set = CommandSpec(
    noun: noun, name: Name("set", "modifier"),
    operands: [.init(name: Name("audit"), type: .reference(.audit))], subject: ["audit": "id"],
    options: [
      .init(name: Name("title", "titre"), type: .text),
      .init(name: Name("client", "commanditaire"), type: .text),
      .init(name: Name("objectives", "objectifs"), type: .text),
      .init(name: Name("start", "début"), type: .date),
      .init(name: Name("end", "fin"), type: .date),
      .init(name: Name("confidentiality", "confidentialité"), type: .text),
      .init(name: Name("obstacles"), type: .text),
      .init(name: Name("uncovered", "non-couvert"), type: .text),
    ],
    summary: ("compléter ce que dit l’audit de lui-même", "complete what the audit says of itself"),
    example: #"audit set 2026-001 --client "Préfète""#, writes: true
  ) { session, bound in
    let audit = try session.openAudit(of: bound)
    let start = bound.date("start") ?? (bound.has("end") ? audit.start : nil)
    try write(details(bound, start: start), of: audit.key, &session)
    return .acknowledged(("audit \(audit.id) complété", "audit \(audit.id) completed"))
  }

  static let scope = CommandSpec(
    noun: noun, name: Name("scope", "cadrer"),
    operands: [.init(name: Name("site"), type: .reference(.site))],
    options: [
      .init(name: Name("modules"), type: .reference(.module), isList: true),
      .init(name: Name("services"), type: .text, isList: true),
      .init(name: Name("sampled-out", "hors-échantillon"), type: nil), target,
    ],
    summary: (
      "mettre un site dans le périmètre, avec ses modules", "put a site in scope, with its modules"
    ),
    manual: (
      "Une ligne par site. Sans --modules\u{A0}: les modules obligatoires, ou tous si aucun ne l’est. Le chapitre transverse va avec chaque périmètre. --services accueil,4:conseil\u{A0}: accueil pour tous les modules, conseil pour le seul module 4\u{202F}; sans --services, tout le site.",
      "One line a site. Without --modules: the mandatory ones, or all where none is. The transverse chapter goes with every scope. --services front,4:advice: front for all modules, advice for module 4 alone; without --services the whole site."
    ),
    example: "audit scope digne --modules 1,7", writes: true
  ) { session, bound in
    let audit = try session.openAudit(of: bound)
    let site = try session.site(bound["site"] ?? "", at: bound.place("site"))
    let checklist = try session.checklist(audit.checklist)
    let modules = try modules(bound, checklist)
    let line = Audit.ScopeLine(
      site: site.id, modules: modules,
      services: try session.scopedServices(bound, site.id, modules),
      isSampledOut: bound.has("sampled-out"))
    for old in audit.scope where old.site == site.id && old != line {
      try change("audit.scoped", "remove", old.content, audit, &session)
    }
    if !audit.scope.contains(line) {
      try change("audit.scoped", "add", line.content, audit, &session)
    }
    let count = try session.currentScopeCount(audit.key)
    return .acknowledged(
      (
        "périmètre\u{A0}: \(site.id), modules \(modules.joined(separator: ", ")) — \(count) évaluations à mener en tout",
        "scope: \(site.id), modules \(modules.joined(separator: ", ")) — \(count) assessments to make in all"
      ))
  }

  private static func modules(_ bound: Bound, _ checklist: Checklist) throws -> [String] {
    let chosen = checklist.modules.filter { $0.kind == .module }
    guard bound.has("modules") else {
      let mandatory = chosen.filter(\.mandatory)
      return (mandatory.isEmpty ? chosen.filter { !$0.disabled } : mandatory).map(\.id)
    }
    let named = try bound.all("modules").map { word in
      guard let module = chosen.first(where: { $0.id.folded == word.folded }) else {
        let known = chosen.map(\.id)
        throw Failure(
          .unknownRecord(.module, word, known: known, suggestion: nil), at: bound.place("modules"))
      }
      if module.disabled { throw Failure(.moduleDisabled(module.id), at: bound.place("modules")) }
      return module.id
    }
    return checklist.inOrder(named)
  }

  private static func change(
    _ kind: String, _ change: String, _ element: Content, _ audit: Audit, _ session: inout Session
  ) throws {
    try session.record(
      kind, ["audit": .text(audit.key), "change": .text(change), "element": element])
  }

  static let member = CommandSpec(
    noun: noun, name: Name("member", "membre"),
    operands: [.init(name: Name("person", "personne"), type: .reference(.person))],
    options: [
      .init(name: Name("role", "rôle"), type: .choice(Choices.roles)), CommandSpec.despite, target,
    ],
    summary: ("mettre une personne dans l’équipe d’audit", "put a person in the audit team"),
    manual: (
      "Qui répond d’un service ou d’un critère du périmètre ne l’audite pas, sauf avec --malgré et une raison, que le rapport imprime. Un audit a un seul responsable\u{A0}: pour en changer, donnez d’abord un autre rôle à celui qui l’est.",
      "Who answers for a service or a criterion in scope does not audit it, except with --despite and a reason, which the report prints. An audit has one lead: to change it, give another role first to the one who is."
    ),
    example: "audit member cmartin --role lead", writes: true
  ) { session, bound in
    let audit = try session.openAudit(of: bound)
    let person = try session.person(bound["person"] ?? "", bound)
    let role = bound["role"].flatMap(Audit.Member.Role.init) ?? .auditor
    let member = Audit.Member(person: person.handle, role: role)
    let handles = session.state.handles
    // Between leads in conflict only a decision chooses, as the entry itself will say.
    if role == .lead, !session.state.isInConflict(.audit, audit.key, unit: "lead"),
      let lead = audit.team.first(where: {
        $0.role == .lead && !handles.areOne($0.person, person.handle)
      })
    {
      throw Failure(.leadKnown(lead.person, audit: audit.id), at: bound.place("person"))
    }
    var fields = member.addition(to: audit.key, asOnlyLead: true)
    if role == .lead || role == .auditor {
      let checklist = try session.checklist(audit.checklist)
      let guarding = Impartiality(state: session.state, checklist: checklist)
      if let stake = guarding.stake(of: person, in: audit) {
        guard let despite = bound["despite"] else {
          throw Failure(.ownService(person.handle, stake), at: bound.place("person"))
        }
        fields["despite"] = .text(despite)
      }
    }
    for old in session.state.record(.audit, audit.key)?.elements("team") ?? [] {
      let other = old.object?["person"]?.text ?? ""
      guard handles.areOne(other, person.handle), old != member.content else { continue }
      try change("audit.member", "remove", old, audit, &session)
    }
    try session.record("audit.member", fields)
    let name = Choices.roles.first { $0.en == role.rawValue }
    return .acknowledged(
      (
        "équipe\u{A0}: \(person.name), \(name?.fr ?? "")",
        "team: \(person.name), \(name?.en ?? "")"
      ))
  }

  static let conclude = CommandSpec(
    noun: noun, name: Name("conclude", "conclure"),
    operands: [.init(name: Name("conclusion"), type: .text)],
    options: [
      .init(name: Name("degree", "degré"), type: .choice(Choices.degrees)),
      .init(name: Name("recommendation", "recommandation"), type: .text), target,
    ],
    summary: ("écrire la conclusion de l’audit", "write the conclusion of the audit"),
    manual: (
      "Une conclusion est périmée dès que quelque chose de l’audit change après elle\u{A0}: concluez de nouveau.",
      "A conclusion is stale as soon as something of the audit changes after it: conclude again."
    ),
    example: #"audit conclude "Les engagements sont tenus." --degree fulfilled"#, writes: true
  ) { session, bound in
    let audit = try session.openAudit(of: bound)
    if audit.scope.isEmpty { throw Failure(.noScope) }
    var fields: [String: Content] = [
      "audit": .text(audit.key), "text": .text(bound["conclusion"] ?? ""),
    ]
    if let degree = bound["degree"] { fields["degree"] = .text(degree) }
    if let words = bound["recommendation"] { fields["recommendation"] = .text(words) }
    try session.record("audit.concluded", fields)
    return .acknowledged(("audit \(audit.id) conclu", "audit \(audit.id) concluded"))
  }

  static let amend = CommandSpec(
    noun: noun, name: Name("amend", "rectifier"),
    options: [
      .init(name: Name("reason", "raison"), type: .text, isRequired: true), target,
    ],
    summary: (
      "ouvrir l’édition suivante d’un audit scellé", "open the next edition of a sealed audit"
    ),
    manual: (
      "L’édition scellée reste valable\u{202F}; ce qui était venu après elle compte désormais, et peut la contredire. Deux scellés rivaux d’une édition sont ainsi départagés.",
      "The sealed edition stays valid; what had come after it now counts, and may contradict it. Two rival seals of one edition are settled so."
    ),
    example: #"audit amend --reason "preuve reçue après coup""#, writes: true, isLasting: true
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.audit(of: bound)
    let seals = session.state.seals(of: audit.key).filter(\.freezes)
    guard let last = seals.map(\.edition).max() else { throw Failure(.notSealed(audit.id)) }
    try session.record(
      "audit.amended",
      [
        "audit": .text(audit.key), "seals": .texts(seals.map(\.key).sorted()),
        "edition": .integer(last + 1), "reason": .text(bound["reason"] ?? ""),
      ])
    return .acknowledged(
      (
        "audit \(audit.id)\u{A0}: édition \(last + 1) ouverte, l’édition \(last) reste valable",
        "audit \(audit.id): edition \(last + 1) opened, edition \(last) stays valid"
      ))
  }

  static let close = CommandSpec(
    noun: noun, name: Name("close", "clore"), options: [target],
    summary: ("donner leur numéro aux constats du rapport", "number the findings of the report"),
    manual: (
      "Les numéros (NC-01, PS-01…) sont donnés une fois\u{202F}; clore de nouveau numérote ce qui est venu depuis et ne change aucun numéro.",
      "The numbers (NC-01, PS-01…) are given once; closing again numbers what came since and changes none."
    ),
    example: "audit close", writes: true
  ) { session, bound in
    let audit = try session.openAudit(of: bound)
    if audit.conclusion == nil { throw Failure(.notConcluded(audit.id)) }
    let checklist = try session.checklist(audit.checklist)
    let findings = session.state.findings(in: audit)
    let numbers = Numbering.numbers(findings, audit.numbers, checklist)
    try session.record(
      "audit.closed",
      ["audit": .text(audit.key), "numbers": .object(numbers.mapValues(Content.text))])
    return .acknowledged(
      (
        "audit \(audit.id) clos\u{A0}: \(numbers.count.fr("constat(s) numéroté(s)"))",
        "audit \(audit.id) closed: \(numbers.count.en("finding(s)")) numbered"
      ))
  }
}

/// The numbers of the findings in the report.
enum Numbering {
  /// The numbers given before, and the next ones for what has come since, in order of making.
  static func numbers(
    _ findings: [Finding], _ given: [String: String], _ checklist: Checklist
  ) -> [String: String] {
    var numbers = given
    for finding in findings where numbers[finding.key] == nil {
      let prefix = prefix(checklist.grade(finding.grade)?.severity)
      let last =
        numbers.values.filter { $0.hasPrefix(prefix + "-") }
        .compactMap { Int($0.dropFirst(prefix.count + 1)) }.max() ?? 0
      numbers[finding.key] = "\(prefix)-\((last + 1).padded(2))"
    }
    return numbers
  }

  private static func prefix(_ severity: Checklist.Severity?) -> String {
    switch severity {
    case .strength: "PF"
    case .improvement: "PP"
    case .sensitive: "PS"
    case .minor, .major: "NC"
    case nil: "C"
    }
  }
}

extension Session {
  /// How many criteria at how many sites an audit's scope holds.
  mutating func currentScopeCount(_ key: String) throws -> Int {
    guard let audit = state.audits.first(where: { $0.key == key }) else { return 0 }
    return try state.assessments(in: audit, on: checklist(audit.checklist)).count
  }
}
