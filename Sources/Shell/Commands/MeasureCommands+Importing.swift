import Auditing
import Notation
import Scripting

/// `measure import`: a table of figures, all of it or nothing.
extension MeasureCommands {
  static let importing = CommandSpec(
    noun: noun, name: Name("import", "importer"),
    operands: [.init(name: Name("file", "fichier"), type: .file)],
    options: [FieldCommands.site, checklistOption] + ImportPlan.options,
    summary: ("importer des mesures d’un fichier CSV", "import measures from a CSV file"),
    manual: (
      """
      Colonnes\u{A0}: indicateur et valeur, et selon le cas site, période, n, source, statistique, \
      rubrique, détail (courrier:1 | urne:62), en français ou en anglais. UTF-8 ou Windows-1252, \
      séparateur «\u{202F};\u{A0}», «\u{A0},\u{A0}» ou tabulation.\n\n
      """ + ImportPlan.manual.fr,
      """
      Columns: indicator and value, and as the case may be site, period, n, source, statistic, \
      item, parts (letter:1 | box:62), in French or English. UTF-8 or Windows-1252, separated by \
      semicolon, comma or tabulation.\n\n
      """ + ImportPlan.manual.en
    ),
    example: "measure import mesures.csv --site digne", writes: true, clauses: .writing
  ) { session, bound in
    try session.requirePerson()
    let checklist = try session.checklistOfFigures(bound)
    let site = bound.has("site") ? try session.siteOfFigure(bound) : nil
    let word = bound["file"] ?? ""
    let sheet = try MeasureSheet(
      word, checklist: checklist, site: site, &session, at: bound.place("file"))
    let (plan, measures) = sheet.plan(against: session.state.measures)
    if let answer = plan.answer(bound, file: sheet.table.file, &session) { return answer }
    guard !measures.isEmpty else {
      return .acknowledged(
        (
          "\(sheet.table.file)\u{A0}: rien de nouveau, \(plan.same.fr("ligne(s) déjà connue(s)"))",
          "\(sheet.table.file): nothing new, \(plan.same.en("row(s)")) known already"
        ))
    }
    try session.recordImport(of: sheet.table)
    for measure in measures { try session.record(measure) }
    let count = measures.count
    return .acknowledged(
      (
        "\(sheet.table.file)\u{A0}: \(count.fr("mesure(s) importée(s)")), \(plan.same.fr("ligne(s) déjà connue(s)"))",
        "\(sheet.table.file): \(count.en("measure(s)")) imported, \(plan.same.en("row(s)")) known already"
      ), value: .number(DecimalNumber(count)))
  }
}
