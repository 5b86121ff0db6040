import Auditing
import Notation
import Scheduling

/// What a file says of the items of a sample: dates, values, and the questions of a grid.
struct SampleGrid {
  private(set) var table: ImportTable
  private(set) var cases: [(rank: Int, values: Sample.Case)] = []
  /// How many rows speak of items that were not drawn.
  private(set) var left = 0

  private static let columns = [
    ImportColumn(
      name: Name("item", "élément"), others: ["rank", "rang", "n°", "no", "numéro", "id"]),
    ImportColumn(name: Name("received", "reçu"), others: ["reçue", "reçu le", "arrivée"]),
    ImportColumn(name: Name("answered", "répondu"), others: ["répondue", "répondu le", "départ"]),
    ImportColumn(name: Name("value", "valeur")),
    ImportColumn(name: Name("conforming", "conforme")),
    ImportColumn(name: Name("note", "remarque"), others: ["commentaire"]),
  ]

  /// What a sheet that was drawn says besides, which is not read back.
  private static let derived = [
    "rank", "rang", "delay", "délai", "verdict", "checks", "questions", "by", "par", "row", "ligne",
    "checklist_status", "statut du référentiel", "purpose", "nature",
  ]

  /// Reads a file; any fault refuses the whole.
  init(_ word: String, _ drawn: DrawnSample, _ session: inout Session, at range: Range<Int>) throws
  {
    let heads = try session.table(word, columns: [], at: range).heads
    var columns = Self.columns
    // A sheet that was drawn has both; the item is meant by its name.
    if heads.contains(where: { ["item", "element"].contains($0.folded) }) {
      columns[0] = ImportColumn(name: Name("item", "élément"))
    }
    let key = heads.first { columns[0].matches($0) } ?? heads.first ?? ""
    columns[0] = ImportColumn(name: Name("item", "élément"), others: [key])
    table = try session.table(word, columns: columns, at: range)
    let questions = questions()
    let unread = unread(besides: questions)
    let names = names(drawn)
    let ranks = Set(drawn.ranks)
    var rows: [Int: Int] = [:]
    for row in table.rows {
      guard let item = table.required("item", row) else { continue }
      guard let rank = names[item.folded] else {
        table.report(
          "item", row,
          ("n’est pas dans la population", "is not in the population"),
          remedy: (
            "«\u{A0}échantillon montrer \(drawn.sample.id)\u{A0}» donne les éléments",
            "sample show \(drawn.sample.id) gives the items"
          ))
        continue
      }
      guard ranks.contains(rank) else {
        left += 1
        continue
      }
      if let first = rows.updateValue(row.number, forKey: rank) {
        table.report(
          "item", row, ("figure déjà à la ligne \(first)", "stands in row \(first) already"),
          remedy: ("une ligne par élément", "one row for each item"))
      }
      read(row, questions, drawn, today: session.today).map { cases.append((rank, $0)) }
    }
    if !table.faults.isEmpty {
      throw session.refusal(of: table.faults, in: table.file, at: range)
    }
    if !unread.isEmpty {
      let heads = unread.joined(separator: ", ")
      session.output.note(("colonnes non lues\u{A0}: \(heads)", "columns not read: \(heads)"))
    }
  }

  /// The ranks by what items are called, folded.
  private func names(_ drawn: DrawnSample) -> [String: Int] {
    let population = drawn.sample.population
    let names = population.items.isEmpty ? [] : population.items
    guard !names.isEmpty else {
      return Dictionary(
        uniqueKeysWithValues: (0..<min(max(0, population.count), Drawing.limit)).map {
          (String($0 + 1), $0 + 1)
        })
    }
    return Dictionary(
      names.enumerated().map { ($0.element.folded, $0.offset + 1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The columns that are questions of a grid: most cells that say anything say yes or no, unless
  /// all are numbers.
  private func questions() -> [(place: Int, head: String)] {
    unknown.filter { column in
      let cells = table.rows.compactMap { table.text(at: column.place, $0) }
      let answers = cells.count { ImportTable.flag($0) != nil }
      return answers == cells.count
        || 2 * answers > cells.count && !cells.allSatisfy { DecimalNumber($0) != nil }
    }
  }

  /// The columns with cells that a grid neither knows nor writes itself.
  private var unknown: [(place: Int, head: String)] {
    table.strangers.filter { column in
      !Self.derived.contains { $0.folded == column.head.folded }
        && table.rows.contains { table.text(at: column.place, $0) != nil }
    }
  }

  /// The heads of the columns that are left out.
  private func unread(besides questions: [(place: Int, head: String)]) -> [String] {
    unknown.filter { column in !questions.contains { $0.place == column.place } }.map(\.head)
  }

  /// What a row says; nothing of a row that says nothing.
  private mutating func read(
    _ row: CSVTable.Row, _ questions: [(place: Int, head: String)], _ drawn: DrawnSample,
    today: CalendarDate
  ) -> Sample.Case? {
    var values = Sample.Case()
    values.received = table.date("received", row, upTo: today)
    values.answered = table.date("answered", row, upTo: today)
    if let received = values.received, let answered = values.answered, answered < received {
      table.report(
        "answered", row,
        ("précède la réception (\(received))", "precedes the receipt (\(received))"),
        remedy: ("vérifiez les deux dates", "check both dates"))
    }
    if let value = table.quantity("value", row) {
      values.value = drawn.measured(value)
      if values.value == nil {
        let unit = drawn.result.unit
        table.report(
          "value", row,
          (
            "ne se compare pas à l’unité attendue (\(unit.french))",
            "does not compare with the unit expected (\(unit.rawValue))"
          ), remedy: ("écrivez la valeur dans cette unité", "write the value in that unit"))
      }
    }
    values.isConforming = table.flag("conforming", row)
    values.note = table.text("note", row)
    for question in questions {
      guard let text = table.text(at: question.place, row) else { continue }
      guard let answer = ImportTable.flag(text) else {
        table.report(
          at: question.place, row, ("n’est pas oui ou non", "is not yes or no"),
          remedy: ("corrigez la cellule, ou videz-la", "correct the cell, or empty it"))
        continue
      }
      values.checks.append(.init(question.head, answer))
    }
    guard values != Sample.Case() else { return nil }
    values.row = row.number
    return values
  }
}
