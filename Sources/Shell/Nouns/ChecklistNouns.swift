import Auditing
import Scripting

/// The nouns that a checklist holds: what is asked, how it is measured, the words for it.
enum ChecklistNouns {
  static let all = [checklist, module, criterion, indicator, term]

  static let checklist = NounSpec(
    name: Name("checklist", "référentiel"),
    summary: ("référentiels intégrés et épinglés", "built-in and pinned checklists"),
    fields: [
      .init(name: Name("id")), .init(name: Name("title", "titre")),
      .init(name: Name("edition", "édition")),
      .init(name: Name("status", "statut"), choices: Choices.checklistStatuses),
      .init(name: Name("criteria", "critères")), .init(name: Name("pinned", "épinglé")),
      .init(name: Name("sha256", "empreinte")),
    ],
    columns: ["id", "title", "edition", "status", "criteria", "pinned"]
  ) { session, _ in
    let pinned = session.state.all(.checklist)
    var rows: [RecordValue] = []
    for record in pinned {
      let checklist = try session.checklist(record.key)
      rows.append(row(checklist, sha256: record.key, isPinned: true, session.language))
    }
    for builtin in session.builtinChecklists
    where !pinned.contains(where: { $0.key == builtin.sha256 }) {
      rows.append(
        row(builtin.checklist, sha256: builtin.sha256, isPinned: false, session.language))
    }
    return rows
  }

  private static func row(
    _ checklist: Checklist, sha256: String, isPinned: Bool, _ language: Language
  ) -> RecordValue {
    var row = RowBuilder()
    row.word("id", checklist.id)
    row.text("title", checklist.title[language])
    row.word("edition", checklist.edition)
    row.choice("status", checklist.status.rawValue, Choices.checklistStatuses)
    row.number("criteria", checklist.criteria.count)
    row.boolean("pinned", isPinned)
    row.word("sha256", sha256)
    return row.record("checklist", checklist.id)
  }

  static let module = NounSpec(
    name: Name("module"),
    summary: ("modules du référentiel", "modules of the checklist"),
    restsOnChecklist: true,
    fields: [
      .init(name: Name("id")), .init(name: Name("title", "titre")),
      .init(name: Name("mandatory", "obligatoire")), .init(name: Name("transverse")),
      .init(name: Name("disabled", "désactivé")), .init(name: Name("criteria", "critères")),
      .init(name: Name("provenance"), choices: Choices.provenances, isRanked: true),
    ],
    columns: ["id", "title", "mandatory", "disabled", "criteria", "provenance"]
  ) { session, range in
    let checklist = try session.checklistInRange(range)
    return checklist.modules.map { moduleRow($0, checklist, session.language) }
  }

  /// A criterion as another noun refers to it, so that `criterion.module` follows the reference.
  static func reference(_ id: String, in checklist: Checklist, _ language: Language)
    -> RecordValue
  {
    let criterion = checklist.criterion(id)
    var row = RowBuilder()
    row.word("id", id)
    row.word("ref", criterion?.ref)
    row.text("title", criterion?.title[language])
    row.word("module", criterion?.module)
    row.text("chapter", criterion?.chapter?[language])
    row.boolean("mandatory", criterion?.mandatory)
    row.choice("provenance", criterion?.provenance.rawValue, Choices.provenances)
    return row.record("criterion", id)
  }

  static func moduleRow(
    _ module: Checklist.Module, _ checklist: Checklist, _ language: Language
  ) -> RecordValue {
    var row = RowBuilder()
    row.word("id", module.id)
    row.text("title", module.title[language])
    row.boolean("mandatory", module.mandatory)
    row.boolean("transverse", module.kind == .transverse)
    row.boolean("disabled", module.disabled)
    row.number("criteria", checklist.criteria.filter { $0.module == module.id }.count)
    row.choice("provenance", module.provenance.rawValue, Choices.provenances)
    return row.record("module", module.id)
  }

  static let criterion = NounSpec(
    name: Name("criterion", "critère"),
    summary: ("points de contrôle de l’audit", "points to check in the audit"),
    rangesOverAudit: true, restsOnChecklist: true,
    fields: [
      .init(name: Name("id")), .init(name: Name("ref", "réf")),
      .init(name: Name("title", "titre")), .init(name: Name("module")),
      .init(name: Name("chapter", "chapitre")), .init(name: Name("mandatory", "obligatoire")),
      .init(name: Name("provenance"), choices: Choices.provenances, isRanked: true),
      .init(name: Name("source")),
      .init(name: Name("methods", "méthodes"), choices: Choices.methods),
      .init(name: Name("place", "lieu")), .init(name: Name("meet", "rencontrer")),
      .init(name: Name("question")), .init(name: Name("expected", "attendu")),
      .init(name: Name("indicator", "indicateur")), .init(name: Name("note", "remarque")),
      .init(name: Name("owner", "responsable")),
      .init(name: Name("status", "statut"), choices: Choices.verdicts),
      .init(name: Name("assessed", "évalués")), .init(name: Name("sites")),
      .init(name: Name("evidence", "preuves")),
      .init(name: Name("evidence_newest", "preuve_récente")),
      .init(name: Name("findings", "constats")),
    ],
    columns: [
      "id", "title", "module", "provenance", "status", "assessed", "sites", "evidence", "findings",
    ],
    rows: criterionRows)

  private static func criterionRows(_ session: inout Session, _ range: NounSpec.Range) throws
    -> [RecordValue]
  {
    let checklist = try session.checklistInRange(range)
    let language = session.language
    let audit = try session.auditIfAny(in: range)
    let assessments = audit.map { session.state.assessments(in: $0, on: checklist) } ?? []
    let byCriterion = Dictionary(grouping: assessments, by: \.criterion)
    let pieces = audit.map { session.state.evidence(of: $0) } ?? session.state.evidence
    let evidence = Dictionary(grouping: pieces, by: { $0.criterion ?? "" })
    let findings = Dictionary(
      grouping: audit.map { session.state.findings(in: $0) } ?? [], by: \.criterion)
    let handles = session.state.handles
    let inScope =
      audit == nil || audit?.scope.isEmpty == true
      ? checklist.criteria : checklist.criteria.filter { byCriterion[$0.id] != nil }
    return inScope.map { criterion in
      let status = CriterionStatus(byCriterion[criterion.id] ?? [])
      var row = RowBuilder()
      row.word("id", criterion.id)
      row.word("ref", criterion.ref)
      row.text("title", criterion.title[language])
      row.record(
        "module",
        checklist.module(criterion.module).map { moduleRow($0, checklist, language) })
      row.text("chapter", criterion.chapter?[language])
      row.boolean("mandatory", criterion.mandatory)
      row.choice("provenance", criterion.provenance.rawValue, Choices.provenances)
      row.words("source", criterion.source)
      row.words("methods", criterion.methods.map(\.rawValue))
      let own = session.state.record(.criterion, "\(checklist.id)/\(criterion.id)")
      row.text("place", own?.text("place") ?? criterion.place?[language])
      row.text("meet", criterion.meet?[language])
      row.text("question", criterion.question?[language])
      row.text(
        "expected",
        criterion.evidence.isEmpty
          ? nil : criterion.evidence.map { $0[language] }.joined(separator: "\n"))
      row.words("indicator", criterion.indicators)
      row.text("note", criterion.note?[language])
      row.word("owner", own?.text("owner").map { handles[$0] })
      row.choice("status", audit == nil ? nil : status.verdict?.rawValue, Choices.verdicts)
      row.number("assessed", audit == nil ? nil : status.assessed)
      row.number("sites", audit == nil ? nil : status.sites)
      row.number("evidence", evidence[criterion.id]?.count ?? 0)
      row.date("evidence_newest", evidence[criterion.id]?.map(\.lastDay).max())
      row.number("findings", findings[criterion.id]?.count ?? 0)
      return row.record("criterion", criterion.id)
    }
  }

  static let indicator = NounSpec(
    name: Name("indicator", "indicateur"),
    summary: ("indicateurs du référentiel et leur cible", "indicators and their targets"),
    restsOnChecklist: true,
    fields: [
      .init(name: Name("id")), .init(name: Name("title", "titre")),
      .init(name: Name("unit", "unité")), .init(name: Name("target", "cible")),
      .init(name: Name("better", "mieux"), choices: Choices.directions),
      .init(name: Name("statistic", "statistique"), choices: Choices.statistics),
      .init(name: Name("value", "valeur")), .init(name: Name("n")),
      .init(name: Name("site")), .init(name: Name("item", "rubrique")),
      .init(name: Name("period", "période")),
      .init(name: Name("met", "atteinte")), .init(name: Name("frequency", "fréquence")),
      .init(name: Name("stale", "périmé")), .init(name: Name("due", "attendue")),
      .init(name: Name("missing", "absentes")),
      .init(name: Name("provenance"), choices: Choices.provenances, isRanked: true),
      .init(name: Name("note", "remarque")),
    ],
    columns: [
      "id", "title", "target", "value", "n", "site", "period", "met", "missing", "stale",
      "provenance",
    ]
  ) { session, range in
    let checklist = try session.checklistInRange(range)
    let bySeries = Dictionary(grouping: Series.all(session.state.measures), by: \.indicator)
    return checklist.indicators.map { indicator in
      let series = (bySeries[indicator.id] ?? []).filter {
        $0.statistic.isEmpty || $0.statistic == indicator.statistic?.rawValue
      }
      let measure = series.max { ($0.last ?? .first) < ($1.last ?? .first) }?.measures.last
      let overdue = series.compactMap { each in
        indicator.frequency.flatMap { each.staleSince(every: $0, on: session.today) }
      }
      var row = RowBuilder()
      row.word("id", indicator.id)
      row.text("title", indicator.title[session.language])
      row.word("unit", indicator.unit.rawValue)
      row.text("target", indicator.target?.written)
      row.choice("better", indicator.better?.rawValue, Choices.directions)
      row.choice("statistic", indicator.statistic?.rawValue, Choices.statistics)
      row.quantity("value", measure?.value)
      row.number("n", measure?.n)
      row.word("site", measure?.site)
      row.text("item", measure?.item.isEmpty == false ? measure?.item : nil)
      row.word("period", measure?.period)
      row.boolean("met", measure?.meets(indicator))
      row.quantity("frequency", indicator.frequency)
      row.boolean("stale", series.isEmpty || indicator.frequency == nil ? nil : !overdue.isEmpty)
      row.date("due", overdue.min())
      row.words("missing", missingPeriods(of: series, indicator))
      row.choice("provenance", indicator.provenance.rawValue, Choices.provenances)
      row.text("note", indicator.note?[session.language])
      return row.record("indicator", indicator.id)
    }
  }

  /// The periods without a value, each with the site and item where it lacks.
  private static func missingPeriods(of series: [Series], _ indicator: Checklist.Indicator)
    -> [String]
  {
    guard let frequency = indicator.frequency else { return [] }
    return series.flatMap { each in
      each.missing(every: frequency).map { period in
        let place = each.item.isEmpty ? each.site : "\(each.site)/\(each.item)"
        return series.count == 1 ? period.written : "\(period.written) (\(place))"
      }
    }
  }

  static let term = NounSpec(
    name: Name("term", "terme"), summary: ("lexique du référentiel", "lexicon of the checklist"),
    restsOnChecklist: true,
    fields: [
      .init(name: Name("id")), .init(name: Name("title", "titre")),
      .init(name: Name("definition", "définition")), .init(name: Name("clause")),
    ],
    columns: ["title", "definition"]
  ) { session, range in
    try session.checklistInRange(range).terms.map { term in
      var row = RowBuilder()
      row.word("id", term.id)
      row.text("title", term.title[session.language])
      row.text("definition", term.definition?[session.language])
      row.text("clause", term.clause)
      return row.record("term", term.id)
    }
  }
}
