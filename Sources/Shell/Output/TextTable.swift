import Auditing
import Scripting

/// A table as text: fitted to a terminal, never cut on a pipe.
struct TextTable {
  private let cells: TableCells
  private let session: Session
  private var settings: Settings { session.settings }

  init(_ cells: TableCells, _ session: Session) {
    self.cells = cells
    self.session = session
  }

  func text() throws -> String {
    let view = cells.view
    let range = settings.language.pick(view.range).visible
    let provisional = settings.language.pick(("référentiel PROVISOIRE", "PROVISIONAL checklist"))
    let exercise = settings.language.pick(("EXERCICE", "EXERCISE"))
    let isMarked = !view.isExercise || range.contains(exercise)
    let parts = [isMarked ? "" : exercise, range, view.isProvisional ? provisional : ""].filter {
      !$0.isEmpty
    }
    let head = parts.isEmpty ? "" : parts.joined(separator: " — ") + "\n"
    guard !view.records.isEmpty else {
      return head + settings.language.pick(("rien à montrer", "nothing to show"))
    }
    if let group = view.group { return head + (try grouped(by: group)) }
    return head + (try table(cells.rows(session)))
  }

  private func grouped(by field: String) throws -> String {
    var heads: [String] = []
    var groups: [String: [[String]]] = [:]
    for (record, row) in zip(cells.view.records, try cells.rows(session)) {
      let value = cells.cell(field, of: record, forPrograms: false)
      if groups[value] == nil { heads.append(value) }
      groups[value, default: []].append(row)
    }
    return try heads.map { head in
      let title = head.isEmpty ? "–" : head.visible
      return "\(title) (\(groups[head]?.count ?? 0))\n" + (try table(groups[head] ?? []))
    }.joined(separator: "\n\n")
  }

  private func table(_ rows: [[String]]) throws -> String {
    let rows = try session.each(of: rows, Format.writing) { row in
      row.map { ($0.utf8.contains(0x0A) ? $0.replacing("\n", with: " ") : $0).visible }
    }
    let heads = cells.heads
    // Someone who listens to the screen hears each record as lines of their own.
    if settings.isAccessible { return lines(heads, rows) }
    let widths = fitted(heads, rows)
    let total = widths.reduce(2 * (widths.count - 1), +)
    // One whose screen is too narrow for all columns reads them so too.
    if let width = settings.width, total > max(20, width) {
      return lines(heads, rows).wrapped(to: width)
    }
    let top = line(heads, widths)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    let body = try session.each(of: rows, Format.writing) { line($0, widths) }
    return ([settings.isColoured ? Colours.bold(top) : top, rule] + body).joined(separator: "\n")
  }

  /// The records one below the other, a line for each cell that says something.
  private func lines(_ heads: [String], _ rows: [[String]]) -> String {
    rows.map { row in
      zip(heads, row).filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    var parts: [String] = []
    for (index, cell) in row.enumerated() {
      let text = Self.cut(cell, to: widths[index])
      let isLast = index == row.count - 1
      parts.append(
        isLast ? text : text + String(repeating: " ", count: max(0, widths[index] - text.columns)))
    }
    return parts.joined(separator: "  ")
  }

  /// The widths of the columns; on a terminal the widest give way first.
  private func fitted(_ heads: [String], _ rows: [[String]]) -> [Int] {
    var widths = heads.map(\.columns)
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.columns) }
    }
    guard let width = settings.width else { return widths }
    let room = max(20, width) - 2 * (widths.count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 8 {
      guard let index = widths.firstIndex(of: widest) else { break }
      widths[index] -= 1
    }
    return widths
  }

  static func cut(_ text: String, to width: Int) -> String {
    guard text.columns > width else { return text }
    var result = ""
    var used = 0
    for character in text {
      if used + character.columns > width - 1 { break }
      result.append(character)
      used += character.columns
    }
    return result + "…"
  }
}

/// Records one below the other, a field a line.
struct TextList {
  private let cells: TableCells
  private let session: Session

  init(_ cells: TableCells, _ session: Session) {
    self.cells = cells
    self.session = session
  }

  func text() throws -> String {
    let mark = cells.provisionalMark(forPrograms: false)
    let heads = cells.heads + mark.map(\.0)
    let width = heads.map(\.columns).max() ?? 0
    return try session.each(of: cells.rows(session), Format.writing) { row in
      zip(heads, row + mark.map(\.1)).filter { !$0.1.isEmpty }.map { head, cell in
        let label = head + String(repeating: " ", count: width - head.columns)
        let lines = cell.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let indent = String(repeating: " ", count: width + 2)
        return label + "  " + lines.map(\.visible).joined(separator: "\n" + indent)
      }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}

/// Rows under their heads as a Markdown table.
struct MarkdownTable {
  private let table: [[String]]

  init(_ table: [[String]]) {
    self.table = table
  }

  var text: String {
    let heads = "| " + (table.first ?? []).joined(separator: " | ") + " |\n"
    let rule = "|" + (table.first ?? []).map { _ in " --- |" }.joined() + "\n"
    return heads + rule
      + table.dropFirst().map { row in "| " + row.map(escaped).joined(separator: " | ") + " |\n" }
      .joined()
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text.visible {
      if "\\`*_{}[]()#+-.!|<>&".contains(character) { result.append("\\") }
      result.append(character == "\n" ? " " : character)
    }
    return result
  }
}

/// Records in the form of checklists, which recsel reads.
struct RecTable {
  private let cells: TableCells
  private let session: Session

  init(_ cells: TableCells, _ session: Session) {
    self.cells = cells
    self.session = session
  }

  func text() throws -> String {
    let names = cells.view.columns.map { (column: $0, name: Self.fieldName($0)) }
    let mark = cells.provisionalMark(forPrograms: true)
      .map { "\n\(Self.fieldName($0.0)): \($0.1)" }.joined()
    let records = try session.each(of: cells.view.records, Format.writing) { record in
      names.compactMap { column, name in
        let value = cells.cell(column, of: record, forPrograms: true)
        guard !value.isEmpty else { return nil }
        let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
        return "\(name): \(lines.joined(separator: "\n+ "))"
      }.joined(separator: "\n") + mark
    }
    let head = "%rec: \(Self.fieldName(cells.view.noun.name.en))\n\n"
    return head + records.joined(separator: "\n\n") + "\n"
  }

  private static func fieldName(_ column: String) -> String {
    let plain = column.replacing(".", with: "_").replacing("-", with: "_")
    return plain.prefix(1).uppercased() + plain.dropFirst()
  }
}
