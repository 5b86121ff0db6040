import Auditing
import Scripting

/// The verbs that every noun has: list, show, count.
enum GenericVerbs {
  static func specs(of noun: NounSpec) -> [CommandSpec] {
    // There is but one dossier to show: its own command needs no name for it.
    noun.name == DossierCommands.noun
      ? [list(noun), count(noun)] : [list(noun), show(noun), count(noun)]
  }

  private static let auditOption = CommandSpec.OptionSpec(
    name: Name("audit"), type: .reference(.audit))

  private static func options(_ noun: NounSpec) -> [CommandSpec.OptionSpec] {
    noun.rangesOverAudit ? [auditOption] : []
  }

  private static func list(_ noun: NounSpec) -> CommandSpec {
    CommandSpec(
      noun: noun.name, name: Name("list", "lister"), options: options(noun),
      summary: (
        "montrer en tableau\u{A0}: \(noun.summary.fr)", "show as a table: \(noun.summary.en)"
      ),
      example: "\(noun.name.en) list", clauses: .all,
      forms: Format.general + (noun.name.en == "milestone" ? [Format.ics.rawValue] : [])
    ) { session, bound in
      let range = range(bound)
      var view = try view(noun, range, &session, bound)
      session.noteConflicts(among: view.records, of: noun, in: range)
      if noun.name.en == "milestone" { view.calendar = session.calendar() }
      return Outcome(value: .list(view.records.map(Value.record)), view: .table(view))
    }
  }

  private static func count(_ noun: NounSpec) -> CommandSpec {
    CommandSpec(
      noun: noun.name, name: Name("count", "compter"), options: options(noun),
      summary: ("compter\u{A0}: \(noun.summary.fr)", "count: \(noun.summary.en)"),
      example: "\(noun.name.en) count", clauses: .counting
    ) { session, bound in
      let view = try view(noun, range(bound), &session, bound)
      if let group = view.group { return grouped(view, by: group, session.dates) }
      let count = view.records.count
      return .text(("\(count)", "\(count)"), value: .number(DecimalNumber(count)))
    }
  }

  private static func show(_ noun: NounSpec) -> CommandSpec {
    CommandSpec(
      noun: noun.name, name: Name("show", "montrer"),
      operands: [.init(name: Name("id"), type: .reference(Self.reference(noun)))],
      options: options(noun),
      summary: ("montrer un seul, champ par champ", "show one, field by field"),
      example: "\(noun.name.en) show \(examples[noun.name.en] ?? "1")", clauses: .showing
    ) { session, bound in
      var id = bound["id"] ?? ""
      if noun.name == DossierNouns.person.name {
        id = try session.shownID(ofPerson: id, at: bound.place("id"))
      }
      let records = try noun.listed(&session, range(bound))
      // An assessment is meant by its criterion where that has but one site.
      let normal = Period.normal(id: id).folded
      let found = records.filter { record in
        record.id.folded == id.folded || Period.normal(id: record.id).folded == normal
          || record["name"]?.written.folded == id.folded
          || record["number"]?.written.folded == id.folded
          || (noun.name == SignerNoun.signer.name && record["person"]?.written.folded == id.folded)
          || (noun.name.en == "assessment" && record["criterion"]?.written.folded == id.folded)
      }
      if found.count > 1 {
        throw Failure(.ambiguousRecord(id, found.map(told)), at: bound.place("id"))
      }
      guard let record = found.first else {
        if let kind = Noun(rawValue: noun.name.en) {
          try session.refuseAmbiguous(id, kind, at: bound.place("id"))
          try session.refuseContested(id, kind, at: bound.place("id"))
          session.noteHeld(id, kind)
          try session.refuseWithdrawn(id, kind, Self.reference(noun), at: bound.place("id"))
        }
        let known = records.map(\.id)
        throw Failure(
          .unknownRecord(
            Self.reference(noun), id, known: known,
            suggestion: Suggestion.nearest(to: id, among: known)), at: bound.place("id"))
      }
      session.noteConflicts(about: record, of: noun, in: range(bound))
      let fields = columns(bound, noun)
      if let sheet = noun.sheet, fields.isEmpty {
        var view = try sheet(&session, record)
        view.isExercise = session.state.purpose == .exercise
        return Outcome(value: .record(record), view: .table(view))
      }
      var view = TableView(
        noun: noun, records: [record], columns: fields.isEmpty ? record.names : fields)
      view.isProvisional = try noun.restsOnChecklist && session.isProvisional(range(bound))
      view.isSingle = true
      view.isExercise = session.isExercise
      return Outcome(value: .record(record), view: .table(view))
    }
  }

  /// The id of a record with its author and time, where it has them.
  private static func told(_ record: RecordValue) -> String {
    let made = ["by", "at"].compactMap { record[$0]?.written }.filter { !$0.isEmpty }
    return record.id + (made.isEmpty ? "" : " — \(made.joined(separator: " "))")
  }

  /// A record of each noun, for the examples of the help.
  private static let examples = [
    "site": "digne", "person": "cmartin", "measure": "IND-01/digne/2020",
    "label": "digne/qual-e-pref/2024-11-26", "milestone": "digne/internal-audit", "action": "A1",
    "audit": "2026-001",
    "assessment": "M1-A1/digne", "evidence": "P1", "finding": "F1", "seal": "2026-001-e1",
    "request": "PIECE-01", "plan": "H1", "meeting": "opening", "checklist": "qual-e-pref",
    "module": "1", "criterion": "M1-B4", "indicator": "IND-01", "term": "module",
    "mock": "hall", "conflict": "C-1a2b", "sample": "E1",
    "survey": "accueil-2026/propreté/digne/2026",
    "service": "accueil", "signer": "cmartin", "portfolio": "pref-01",
    "journal": "fe57d892a5c6cb49",
    "report": "rapport-2026-001.html",
  ]

  /// What a command calls a record of a noun.
  static func reference(_ noun: NounSpec) -> ValueType.Reference {
    switch noun.name.en {
    case "module": .module
    case "indicator": .indicator
    case "site": .site
    case "person": .person
    case "audit": .audit
    case "evidence": .evidence
    case "finding": .finding
    case "label": .label
    case "checklist": .checklist
    case "request": .request
    case "term": .term
    case "seal": .seal
    case "service": .service
    case "assessment": .assessment
    case "measure": .measure
    case "milestone": .milestone
    case "conflict": .conflict
    case "sample": .sample
    case "survey": .survey
    case "action": .action
    case "plan": .plan
    case "meeting": .meeting
    case "signer": .signer
    case "journal": .journal
    case "report": .report
    default: .criterion
    }
  }

  /// Which audits a command ranges over.
  static func range(_ bound: Bound) -> NounSpec.Range {
    guard let audit = bound["audit"] else { return .current }
    return audit == "all" || audit.folded == "tous" ? .all : .audit(audit)
  }

  /// The records of a noun, chosen, ordered and cut as the clauses say.
  private static func view(
    _ noun: NounSpec, _ range: NounSpec.Range, _ session: inout Session, _ bound: Bound
  ) throws -> TableView {
    var view = try chosen(try noun.listed(&session, range), noun, &session, bound)
    view.isProvisional = try noun.restsOnChecklist && session.isProvisional(range)
    view.range = session.describe(range, for: noun)
    view.isExercise = session.isExercise
    return view
  }

  /// One record for each value of a field, with how many have it.
  static func grouped(_ view: TableView, by group: String, _ dates: DateOrigin) -> Outcome {
    let evaluator = Evaluator(origin: dates)
    var counts: [(value: Value, count: Int)] = []
    for record in view.records {
      let path = group.split(separator: ".").map(String.init)
      let value = (try? evaluator.field(path, of: record, at: 0..<0)) ?? .nothing
      if let index = counts.firstIndex(where: { $0.value.written == value.written }) {
        counts[index].count += 1
      } else {
        counts.append((value, 1))
      }
    }
    counts.sort { evaluator.isBefore($0.value, $1.value) }
    let records = counts.map { value, count in
      RecordValue(
        noun: view.noun.name.en, id: value.written,
        fields: [(group, value), ("count", .number(DecimalNumber(count)))])
    }
    var table = view
    table.noun = view.noun.counting
    table.records = records
    table.columns = [group, "count"]
    table.group = nil
    return Outcome(value: .list(records.map(Value.record)), view: .table(table))
  }

  /// Records chosen, ordered and cut as the clauses say.
  static func chosen(
    _ all: [RecordValue], _ noun: NounSpec, _ session: inout Session, _ bound: Bound
  ) throws -> TableView {
    var records = all
    let evaluator = Evaluator(origin: session.dates)
    if let filter = bound.filter {
      let filter = FilterTranslation(noun).translate(filter)
      var left: Int = 0
      let wanted = try session.each(of: records, ("choix", "choosing")) { record in
        do {
          return try evaluator.isTrue(filter, of: record)
        } catch let error as ScriptError {
          guard case .incomparable = error.kind else { throw error }
          left += 1
          return false
        }
      }
      records = zip(records, wanted).filter(\.1).map(\.0)
      if left > 0 {
        session.output.note(
          (left.fr("non comparé(s), laissé(s) de côté"), "\(left) not comparable, left out"))
      }
    }
    try sort(&records, bound, noun, evaluator)
    if let limit = bound.limit { records = Array(records.prefix(max(0, limit))) }
    let fields = columns(bound, noun)
    var view = TableView(
      noun: noun, records: records, columns: fields.isEmpty ? noun.columns : fields)
    view.group = bound.group.map { FilterTranslation(noun).path($0.value).joined(separator: ".") }
    return view
  }

  /// The fields that a command asks for, under their English names.
  private static func columns(_ bound: Bound, _ noun: NounSpec) -> [String] {
    bound.fields.map { FilterTranslation(noun).path($0.value).joined(separator: ".") }
  }

  private static func sort(
    _ records: inout [RecordValue], _ bound: Bound, _ noun: NounSpec, _ evaluator: Evaluator
  ) throws {
    for key in bound.sort.reversed() {
      let path = FilterTranslation(noun).path(key.field.value)
      let values = try records.map { try evaluator.field(path, of: $0, at: key.field.range) }
      let order = records.indices.sorted { left, right in
        let (a, b) = key.isDescending ? (right, left) : (left, right)
        return evaluator.isBefore(values[a], values[b])
      }
      records = order.map { records[$0] }
    }
  }
}
