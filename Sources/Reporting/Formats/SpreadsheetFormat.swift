import Auditing

/// Every table of a document as a sheet, those of charts too.
package struct SpreadsheetFormat: DocumentFormat {
  /// Creates the format.
  package init() {}

  package var fileExtension: String { "fods" }
  package var mediaType: String { "application/vnd.oasis.opendocument.spreadsheet-flat-xml" }

  package func write(_ document: Document, to output: inout String) {
    let typography = Typography(document.language)
    let tables = ([document.opening] + document.sections).flatMap(\.everyTable)
    let sheets = [properties(document)] + tables.map { sheet($0, typography) }
    output += FlatSpreadsheet(language: document.language).text(of: sheets)
  }

  /// What the report is and what must not be overlooked, before any table.
  private func properties(_ document: Document) -> FlatSpreadsheet.Sheet {
    let metadata = document.metadata
    var rows = [metadata.kicker, metadata.title, metadata.subtitle, metadata.state.word]
    rows += document.notices.flatMap { [$0.title, $0.text] + $0.items }
    let last = "\(metadata.footer) · \(metadata.date) · \(metadata.generator)"
    return .init(
      name: document.opening.title.plain, heads: [],
      rows: rows.map { [.text($0.broken)] } + [[.text(last)]])
  }

  private func sheet(_ table: Document.Table, _ typography: Typography) -> FlatSpreadsheet.Sheet {
    .init(
      name: table.caption.plain, heads: table.columns.map(\.title.plain),
      rows: table.rows.map { row in
        row.map { cell in
          switch cell {
          case .integer(let number): .integer(number)
          case .date(let day): .date(day)
          case .text, .quantity, .empty: .text(cell.text(in: typography).broken)
          }
        }
      })
  }
}

extension Document.Section {
  /// The tables under the heading and under every heading below it, in order.
  fileprivate var everyTable: [Document.Table] {
    blocks.compactMap { block in
      switch block {
      case .table(let table), .chart(_, let table): table
      default: nil
      }
    } + sections.flatMap(\.everyTable)
  }
}
