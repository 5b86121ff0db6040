import Auditing
import Journaling
import Scripting

/// The nouns of an audit: the engagement, its rows, its evidence and its findings.
enum AuditNouns {
  static let all = [audit, assessment, evidence, finding, seal]

  static let audit = NounSpec(
    name: Name("audit"), summary: ("audits du dossier", "audits of the dossier"),
    fields: [
      .init(name: Name("id")), .init(name: Name("title", "titre")),
      .init(name: Name("kind", "nature"), choices: Choices.auditKinds),
      .init(name: Name("checklist", "référentiel")), .init(name: Name("from", "depuis")),
      .init(name: Name("date")), .init(name: Name("start", "début")),
      .init(name: Name("end", "fin")), .init(name: Name("sites")), .init(name: Name("modules")),
      .init(name: Name("client", "commanditaire")), .init(name: Name("objectives", "objectifs")),
      .init(name: Name("team", "équipe")),
      .init(name: Name("status", "statut"), choices: Choices.auditStatuses),
      .init(name: Name("conclusion")), .init(name: Name("by", "par")),
      .init(name: Name("at", "le")),
    ],
    columns: ["id", "title", "kind", "start", "sites", "status"]
  ) { session, _ in
    _ = try session.openDossier()
    var rows: [RecordValue] = []
    let audits = session.state.audits
    for audit in audits {
      let checklist = try? session.checklist(audit.checklist)
      var row = RowBuilder()
      row.word("id", audit.id)
      row.text("title", audit.title)
      row.choice("kind", audit.kind.rawValue, Choices.auditKinds)
      row.word("checklist", checklist?.id ?? String(audit.checklist.prefix(12)))
      row.word("from", audit.from.flatMap { key in audits.first { $0.key == key }?.id })
      row.date("date", audit.start ?? audit.at.date())
      row.date("start", audit.start)
      row.date("end", audit.end)
      row.words("sites", audit.sites)
      row.words("modules", Set(audit.scope.flatMap(\.modules)).sorted())
      row.text("client", audit.client)
      row.text("objectives", audit.objectives)
      row.words("team", audit.team.map { "\($0.person) (\($0.role.rawValue))" })
      row.choice("status", audit.status.rawValue, Choices.auditStatuses)
      row.text("conclusion", audit.conclusion?.text)
      row.word("by", audit.by)
      row.word("at", audit.at.description)
      rows.append(row.record("audit", audit.id))
    }
    return rows
  }

  static let assessment = NounSpec(
    name: Name("assessment", "évaluation"),
    summary: ("une ligne par critère et par site", "one row per criterion and site"),
    rangesOverAudit: true, restsOnChecklist: true,
    fields: [
      .init(name: Name("criterion", "critère")), .init(name: Name("site")),
      .init(name: Name("title", "titre")), .init(name: Name("module")),
      .init(name: Name("verdict"), choices: Choices.verdicts),
      .init(name: Name("reason", "raison")),
      .init(name: Name("conflict", "conflit")), .init(name: Name("by", "par")),
      .init(name: Name("at", "le")),
    ],
    columns: ["criterion", "site", "title", "verdict", "reason"]
  ) { session, range in
    let audit = try session.audit(in: range)
    let checklist = try session.checklist(audit.checklist)
    let assessments = session.state.assessments(in: audit, on: checklist)
    return try session.eachRow(of: assessments) { assessment in
      let contest = session.contest(assessment, in: audit).map { session.language.pick($0) }
      let criterion = checklist.criterion(assessment.criterion)
      var row = RowBuilder()
      row.record(
        "criterion",
        ChecklistNouns.reference(assessment.criterion, in: checklist, session.language))
      row.word("site", assessment.site)
      row.text("title", criterion?.title[session.language])
      row.word("module", criterion?.module)
      row.choice("verdict", assessment.verdict.rawValue, Choices.verdicts)
      row.text("reason", contest ?? assessment.reason)
      row.boolean("conflict", assessment.isInConflict)
      row.word("by", assessment.by)
      row.word("at", assessment.at?.description)
      return row.record("assessment", "\(assessment.criterion)/\(assessment.site)")
    }
  }

  static let evidence = NounSpec(
    name: Name("evidence", "preuve"),
    summary: ("fichiers et déclarations recueillis", "files and statements gathered"),
    rangesOverAudit: true,
    fields: [
      .init(name: Name("id")),
      .init(name: Name("kind", "nature"), choices: Choices.evidenceKinds),
      .init(name: Name("criterion", "critère")), .init(name: Name("site")),
      .init(name: Name("name", "nom")), .init(name: Name("text", "texte")),
      .init(name: Name("source")), .init(name: Name("method", "méthode"), choices: Choices.methods),
      .init(name: Name("collected", "recueillie")), .init(name: Name("covers", "couvre")),
      .init(name: Name("size", "taille")), .init(name: Name("digest", "empreinte")),
      .init(name: Name("sensitive", "sensible")),
      .init(name: Name("status", "statut"), choices: Choices.evidenceStatuses),
      .init(name: Name("successor", "remplaçante")),
      .init(name: Name("custody", "garde"), choices: Choices.custodies),
      .init(name: Name("audit")), .init(name: Name("by", "par")), .init(name: Name("at", "le")),
    ],
    columns: ["id", "kind", "criterion", "site", "name", "text", "collected", "digest"]
  ) { session, range in
    let dossier = try session.openDossier()
    let state = session.state
    var audit = try session.auditIfAny(in: range)
    if case .all = range { audit = nil }
    let pieces = audit.map(state.evidence) ?? state.evidence
    let audits = Dictionary(
      state.audits.map { ($0.key, $0.id) }, uniquingKeysWith: { first, _ in first })
    let places = EvidenceLocker(dossier).whereabouts(of: pieces.compactMap(\.sha256))
    let destroyed = Set(state.all(.evidence).filter { $0.destruction != nil }.map(\.key))
    let ids = session.identifiers(.evidence)
    return try session.eachRow(of: pieces) { evidence in
      var row = RowBuilder()
      row.word("id", evidence.id)
      row.choice("kind", evidence.form.rawValue, Choices.evidenceKinds)
      row.word("criterion", evidence.criterion)
      row.word("site", evidence.site)
      row.text("name", evidence.name)
      row.text("text", evidence.text)
      row.text("source", evidence.source)
      row.choice("method", evidence.method?.rawValue, Choices.methods)
      row.date("collected", evidence.collected)
      row.word("covers", evidence.covers)
      row.number("size", evidence.size)
      row.word("digest", evidence.sha256.map { String($0.prefix(12)) })
      row.boolean("sensitive", evidence.isSensitive)
      row.choice("status", evidence.status.rawValue, Choices.evidenceStatuses)
      row.word("successor", evidence.successor.map { ids[$0] })
      row.choice(
        "custody",
        destroyed.contains(evidence.key)
          ? "destroyed" : evidence.sha256.flatMap { places[$0]?.word }, Choices.custodies)
      row.word("audit", evidence.audit.flatMap { audits[$0] })
      row.word("by", evidence.by)
      row.word("at", evidence.at.description)
      return row.record("evidence", evidence.id)
    }
  }

  static let finding = NounSpec(
    name: Name("finding", "constat"),
    summary: (
      "constats gradués, chacun avec ses preuves", "graded findings, each with its evidence"
    ),
    rangesOverAudit: true, restsOnChecklist: true,
    fields: [
      .init(name: Name("id")), .init(name: Name("number", "numéro")),
      .init(name: Name("criterion", "critère")), .init(name: Name("site")),
      .init(name: Name("service")), .init(name: Name("grade")),
      .init(name: Name("severity", "gravité"), choices: Choices.severities, isRanked: true),
      .init(name: Name("text", "texte")), .init(name: Name("due", "échéance")),
      .init(name: Name("owner", "responsable")), .init(name: Name("evidence", "preuves")),
      .init(name: Name("superseded", "remplacées")),
      .init(name: Name("status", "statut"), choices: Choices.findingStatuses),
      .init(name: Name("position"), choices: Choices.positions),
      .init(name: Name("followup", "suite"), choices: Choices.followUps),
      .init(name: Name("follows", "reprend")), .init(name: Name("actions")),
      .init(name: Name("audit")), .init(name: Name("by", "par")), .init(name: Name("at", "le")),
    ],
    columns: ["id", "criterion", "site", "grade", "text", "due", "evidence"],
    rows: findingRows)

  private static func findingRows(_ session: inout Session, _ range: NounSpec.Range) throws
    -> [RecordValue]
  {
    let audits = try session.audits(in: range)
    let evidence = session.state.all(.finding).isEmpty ? [] : session.state.evidence
    let treatment = Treatment(session.state)
    let places = Dictionary(
      evidence.indices.map { (evidence[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
    let succession = Succession(
      Dictionary(evidence.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }))
    let ids = session.identifiers(.finding)
    let state = session.state
    let handles = state.handles
    var rows: [RecordValue] = []
    for audit in audits {
      let checklist = try session.checklistOrEmpty(audit.checklist)
      let findings = session.state.findings(in: [audit], treatment)
      let language = session.language
      rows += try session.eachRow(of: findings) { finding in
        var row = RowBuilder()
        row.word("id", finding.id)
        row.word("number", finding.number)
        row.record(
          "criterion", ChecklistNouns.reference(finding.criterion, in: checklist, language))
        row.word("site", finding.site)
        row.word("service", finding.service)
        row.word("grade", finding.grade)
        row.choice("severity", checklist.grade(finding.grade)?.severity.name, Choices.severities)
        row.text("text", finding.text)
        row.date("due", finding.due)
        let actions = treatment.actions(about: finding.key)
        row.words("owner", owners(of: finding, actions, on: checklist, state, handles))
        let cited = Set(finding.evidence.compactMap { places[$0] })
        row.words("evidence", cited.sorted().map { evidence[$0].id })
        row.words(
          "superseded",
          succession.outdated(in: finding).map { "\($0.cited.id) → \($0.latest.id)" })
        row.choice("status", finding.status.rawValue, Choices.findingStatuses)
        row.choice("position", finding.position.rawValue, Choices.positions)
        row.choice("followup", finding.outcome?.rawValue ?? "new", Choices.followUps)
        row.words(
          "follows",
          finding.predecessors.map { language.pick(state.reference(to: $0, .finding, ids)) })
        row.words("actions", actions.map(\.id))
        row.word("audit", audit.id)
        row.word("by", finding.by)
        row.word("at", finding.at.description)
        return row.record("finding", finding.id)
      }
    }
    return rows
  }

  /// Who answers for a finding: the owners of its actions, else whoever answers for its criterion.
  private static func owners(
    of finding: Finding, _ actions: [Action], on checklist: Checklist, _ state: State,
    _ handles: Handles
  ) -> [String] {
    var owners: [String] = []
    for owner in actions.compactMap({ $0.owner.map { handles[$0] } }) where !owners.contains(owner)
    {
      owners.append(owner)
    }
    guard owners.isEmpty else { return owners }
    return state.owner(of: finding.criterion, on: checklist.id).map { [handles[$0]] } ?? []
  }

  static let seal = NounSpec(
    name: Name("seal", "scellé"), summary: ("éditions scellées", "sealed editions"),
    fields: [
      .init(name: Name("id")), .init(name: Name("audit")), .init(name: Name("edition", "édition")),
      .init(name: Name("signer", "signataire")), .init(name: Name("manifest", "manifeste")),
      .init(name: Name("bag", "sac")), .init(name: Name("made", "apposé")),
      .init(name: Name("countersigned", "contresigné")),
      .init(name: Name("stamped", "horodaté")),
    ],
    columns: ["audit", "edition", "signer", "bag", "made", "countersigned"]
  ) { session, _ in
    _ = try session.openDossier()
    return session.state.audits.flatMap { audit in
      session.state.seals(of: audit.key).map { seal in
        var row = RowBuilder()
        row.word("id", "\(audit.id)-e\(seal.edition)")
        row.word("audit", audit.id)
        row.number("edition", seal.edition)
        row.word("signer", seal.signer)
        row.word("manifest", seal.manifest)
        row.word("bag", seal.bag)
        row.boolean("made", seal.isMade)
        row.text(
          "countersigned",
          seal.countersignatures.isEmpty
            ? nil
            : seal.countersignatures.map { "\($0.signer) (\($0.act))" }.joined(separator: ", "))
        row.boolean("stamped", !seal.stamped.isEmpty)
        return row.record("seal", "\(audit.id)-e\(seal.edition)")
      }
    }
  }
}
