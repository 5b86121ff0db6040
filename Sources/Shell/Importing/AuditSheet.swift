import Auditing
import Notation
import Scripting

/// A grid that comes back from a spreadsheet, each cell checked against the audit.
struct AuditSheet {
  private(set) var table: ImportTable
  private(set) var plan = ImportPlan()
  private(set) var entries: [Entry] = []

  /// What a row says that the audit does not say yet.
  struct Entry {
    let criterion: String
    let site: String
    var verdict: (value: Assessment.Verdict, reason: String?)?
    var observation: String?
  }

  private let audit: Audit
  private let checklist: Checklist
  private let state: State
  /// The criteria by their ids, folded, and those in scope at each site.
  private let criteria: [String: String]
  private let scope: [String: Set<String>]
  /// The nonconformities that stand at each criterion and site.
  private let standing: [String: [String]]
  private var rows: [String: Int] = [:]

  /// Reads a file; any fault refuses the whole.
  init(
    _ word: String, _ audit: Audit, _ checklist: Checklist, _ session: inout Session,
    at range: Range<Int>
  ) throws {
    (self.audit, self.checklist, state) = (audit, checklist, session.state)
    criteria = Dictionary(
      checklist.criteria.map { ($0.id.folded, $0.id) }, uniquingKeysWith: { first, _ in first })
    scope = Dictionary(
      uniqueKeysWithValues: audit.visitedSites.map { site in
        (site, Set(audit.criteria(of: checklist, at: site).map(\.id)))
      })
    standing = Dictionary(
      grouping: session.state.findings(in: audit).filter {
        checklist.grade($0.grade)?.severity.isNonconformity == true
      }, by: { "\($0.criterion)/\($0.site)" }
    ).mapValues { $0.map(\.id) }
    let columns = AuditGrid.columns.map { name in
      ImportColumn(name: name, isRequired: name.en == "criterion")
    }
    table = try session.table(word, columns: columns, at: range)
    let statements = Set(
      state.evidence.compactMap { piece in
        piece.text.map { "\(piece.criterion ?? "")/\(piece.site ?? "")/\($0)" }
      })
    for row in table.rows { read(row, known: statements) }
    if !table.faults.isEmpty { throw session.refusal(of: table.faults, in: table.file, at: range) }
  }

  private mutating func read(_ row: CSVTable.Row, known statements: Set<String>) {
    guard let criterion = criterion(row), let site = site(row) else { return }
    guard scope[site]?.contains(criterion) == true else {
      table.report(
        "criterion", row,
        ("n’est pas dans le périmètre à \(site)", "is not in scope at \(site)"),
        remedy: (
          "«\u{A0}audit cadrer\u{A0}» d’abord, ou ôtez la ligne",
          "audit scope first, or remove the row"
        ))
      return
    }
    let key = "\(criterion)/\(site)"
    if let first = rows.updateValue(row.number, forKey: key) {
      table.report(
        "criterion", row,
        (
          "figure déjà à la ligne \(first) pour \(site)",
          "stands in row \(first) already for \(site)"
        ), remedy: ("une ligne par critère et par site", "one row for each criterion and site"))
      return
    }
    var entry = Entry(criterion: criterion, site: site)
    readVerdict(row, &entry)
    if let text = table.text("observation", row), !statements.contains("\(key)/\(text)") {
      entry.observation = text
      plan.add(
        row: row.number, record: "\(criterion) · \(site)", field: Name("observation"),
        before: nil, after: text)
    }
    if entry.verdict == nil, entry.observation == nil {
      plan.same += 1
    } else {
      entries.append(entry)
    }
  }

  private mutating func criterion(_ row: CSVTable.Row) -> String? {
    guard let word = table.required("criterion", row) else { return nil }
    if let found = criteria[word.folded] { return found }
    let near = Suggestion.nearest(to: word, among: checklist.criteria.map(\.id))
    table.report(
      "criterion", row,
      (
        "n’est pas un critère de \(checklist.id) \(checklist.edition)",
        "is no criterion of \(checklist.id) \(checklist.edition)"
      ),
      remedy: near.map { ("vouliez-vous dire \($0)\u{202F}?", "did you mean \($0)?") }
        ?? ("corrigez l’identifiant", "correct the id"))
    return nil
  }

  private mutating func site(_ row: CSVTable.Row) -> String? {
    let visited = audit.visitedSites
    let word = table.text("site", row)
    let site =
      if let word { visited.first { $0.folded == word.folded } } else {
        visited.count == 1 ? visited[0] : nil
      }
    if let site { return site }
    let list = visited.joined(separator: ", ")
    table.report(
      "site", row,
      word == nil
        ? ("le site n’est pas dit", "the site is not said")
        : ("n’est pas un site visité", "is no site visited"),
      remedy: ("sites visités\u{A0}: \(list)", "sites visited: \(list)"))
    return nil
  }

  /// Takes the verdict of a row where it says one that is not known; an empty cell says nothing.
  private mutating func readVerdict(_ row: CSVTable.Row, _ entry: inout Entry) {
    let said = table.choice("verdict", row, Choices.verdicts).flatMap(Assessment.Verdict.init)
    if said == nil, table.text("verdict", row) != nil { return }
    let reason = table.text("reason", row)
    let known = state.assessment(audit, entry.criterion, entry.site)
    guard said != nil || reason != nil else { return }
    let verdict = said ?? known.verdict
    let kept = reason ?? known.reason
    guard verdict != known.verdict || kept != known.reason else { return }
    if let refusal = refusal(of: verdict, kept, known) {
      table.report(
        said == nil ? "reason" : "verdict", row, refusal.reason, remedy: refusal.remedy)
      return
    }
    entry.verdict = (verdict, kept)
    let record = "\(entry.criterion) · \(entry.site)"
    if verdict != known.verdict {
      plan.add(
        row: row.number, record: record, field: Name("verdict"),
        before: known.verdict == .notAssessed ? nil : known.verdict.rawValue,
        after: verdict.rawValue, choices: Choices.verdicts)
    }
    if let kept, kept != known.reason {
      plan.add(
        row: row.number, record: record, field: Name("reason", "raison"), before: known.reason,
        after: kept)
    }
  }

  /// Why a verdict cannot stand, if it cannot.
  private func refusal(
    of verdict: Assessment.Verdict, _ reason: String?, _ known: Assessment
  ) -> (reason: Wording, remedy: Wording)? {
    if known.isInConflict {
      return (
        ("attend qu’une contradiction soit tranchée", "waits until a conflict is settled"),
        ("conflit lister", "conflict list")
      )
    }
    switch verdict {
    case .notApplicable where reason == nil:
      return (
        ("demande une raison", "needs a reason"),
        ("remplissez la colonne raison", "fill in the column reason")
      )
    case .notAssessed where reason != nil:
      return (
        ("n’a pas de verdict à motiver", "has no verdict to give a reason for"),
        ("remplissez la colonne verdict", "fill in the column verdict")
      )
    case .conforming:
      guard let standing = standing["\(known.criterion)/\(known.site)"] else { return nil }
      let ids = standing.joined(separator: ", ")
      return (
        (
          "contredit une non-conformité ouverte (\(ids))",
          "contradicts an open nonconformity (\(ids))"
        ),
        ("rectifiez le constat d’abord", "amend the finding first")
      )
    default: return nil
    }
  }
}
