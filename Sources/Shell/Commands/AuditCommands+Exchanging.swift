import Auditing
import Notation
import Reporting
import Scripting

/// `audit export`, `audit import`: the grid of an audit to a spreadsheet and back.
extension AuditCommands {
  static let exporting = CommandSpec(
    noun: noun, name: Name("export", "exporter"),
    operands: [.init(name: Name("audit"), type: .reference(.audit), isOptional: true)],
    summary: (
      "écrire la grille de l’audit pour un tableur", "write the grid of the audit for a spreadsheet"
    ),
    manual: (
      """
      Une ligne par critère et par site. Le nom du fichier dit la forme\u{A0}: .csv (ou «\u{A0}as excel\u{A0}» \
      pour un tableur français), .fods, et «\u{A0}as ciso\u{A0}» pour la grille de CISO Assistant. Remplissez \
      verdict, raison et observation, puis «\u{A0}audit importer\u{A0}».
      """,
      """
      A row for each criterion and site. The name of the file gives the form: .csv (or as excel for \
      a spreadsheet of French settings), .fods, and as ciso for the grid of CISO Assistant. Fill in \
      verdict, reason and observation, then audit import.
      """
    ),
    example: #"audit export to "grille.fods""#, clauses: .writing,
    forms: ["csv", "excel", "fods", "ciso"]
  ) { session, bound in
    let audit = try session.audit(of: bound)
    let checklist = try session.checklist(audit.checklist)
    let (path, named, place) = try session.export(bound)
    let (state, language) = (session.state, session.language)
    let form = Format.name(of: named)
    let rows = AuditGrid.table(audit, checklist, state, language, isForPrograms: form == "csv")
    let bytes: [UInt8]
    switch form {
    case "csv": bytes = CSV.forPrograms.bytes(rows)
    case "excel": bytes = CSV.forSpreadsheets.bytes(rows)
    case "fods": bytes = Format.spreadsheet(named: audit.id, rows, language)
    case "ciso":
      bytes = CSV.forSpreadsheets.bytes(AuditGrid.cisoRows(audit, checklist, state, language))
    default: throw bound.spec.refusal(of: named, at: place)
    }
    let count = rows.count - 1
    return .written(
      bytes, to: path,
      (
        "grille de l’audit \(audit.id)\u{A0}: \(count.fr("ligne(s)")) dans \(path)",
        "grid of audit \(audit.id): \(count.en("row(s)")) in \(path)"
      ))
  }

  static let importing = CommandSpec(
    noun: noun, name: Name("import", "importer"),
    operands: [.init(name: Name("file", "fichier"), type: .file)],
    options: [.init(name: Name("audit"), type: .reference(.audit))] + ImportPlan.options,
    summary: (
      "reprendre la grille de l’audit d’un tableur", "take the grid of the audit from a spreadsheet"
    ),
    manual: (
      """
      Lit critère, site, verdict, raison et observation (gardée comme déclaration)\u{202F}; les autres \
      colonnes ne sont pas relues.\n\n
      """ + ImportPlan.manual.fr,
      """
      Reads criterion, site, verdict, reason and observation (kept as a statement); the other \
      columns are not read back.\n\n
      """ + ImportPlan.manual.en
    ),
    example: "audit import grille.csv", writes: true, clauses: .writing
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    let checklist = try session.checklist(audit.checklist)
    let sheet = try AuditSheet(
      bound["file"] ?? "", audit, checklist, &session, at: bound.place("file"))
    let file = sheet.table.file
    if let answer = sheet.plan.answer(bound, file: file, &session) { return answer }
    guard !sheet.entries.isEmpty else {
      return .acknowledged(
        ("\(file)\u{A0}: rien de nouveau", "\(file): nothing new"))
    }
    try session.recordImport(of: sheet.table)
    for entry in sheet.entries {
      if let text = entry.observation {
        _ = try session.attachStatement(text, criterion: entry.criterion, site: entry.site)
      }
      guard let (verdict, reason) = entry.verdict else { continue }
      try session.assess(audit.key, entry.criterion, entry.site, verdict, reason: reason)
    }
    let count = sheet.entries.count
    return .acknowledged(
      (
        "\(file)\u{A0}: \(count.fr("ligne(s) reprise(s)")), \(sheet.plan.same.fr("ligne(s) inchangée(s)"))",
        "\(file): \(count.en("row(s)")) taken over, \(sheet.plan.same.en("row(s)")) unchanged"
      ), value: .number(DecimalNumber(count)))
  }
}
