import Auditing

/// Tables with a caption and a header row that printed pages repeat.
extension OpenDocumentWriter {
  /// Writes a table under its caption.
  mutating func table(_ table: Document.Table) {
    paragraph("Caption", table.caption)
    output += "<table:table table:name=\"\(names.nextTable())\" table:style-name=\"Table\">\n"
    for column in table.columns {
      columnShares.insert(column.share)
      output += "<table:table-column table:style-name=\"Column_\(column.share)\"/>"
    }
    output += "\n<table:table-header-rows>"
    row(table.columns, "Head") { writer, column, _ in
      writer.paragraph(column.alignment == .trailing ? "HeadNumber" : "HeadText", column.title)
    }
    output += "</table:table-header-rows>\n"
    for (index, cells) in table.rows.enumerated() {
      row(table.columns, index.isMultiple(of: 2) ? "Cell" : "CellShaded") { writer, column, place in
        guard place < cells.count else { return writer.paragraph("CellText", RichText()) }
        writer.cell(cells[place], column)
      }
    }
    output += "</table:table>\n"
    paragraph("Gap", RichText())
  }

  private mutating func row(
    _ columns: [Document.Column], _ style: String,
    _ content: (inout OpenDocumentWriter, Document.Column, Int) -> Void
  ) {
    output += "<table:table-row table:style-name=\"Row\">"
    for (place, column) in columns.enumerated() {
      output += "<table:table-cell table:style-name=\"\(style)\" office:value-type=\"string\">"
      content(&self, column, place)
      output += "</table:table-cell>"
    }
    output += "</table:table-row>\n"
  }

  private mutating func cell(_ cell: Document.Cell, _ column: Document.Column) {
    let text =
      cell == .empty
      ? RichText(data: document.metadata.labels.nothing) : cell.text(in: typography)
    paragraph(column.alignment == .trailing ? "CellNumber" : "CellText", text)
  }
}

/// Runs of text.
extension OpenDocumentWriter {
  /// Writes the runs of a text.
  mutating func rich(_ text: RichText) {
    for run in text.runs {
      switch run {
      case .text(let text): output.append(openDocument: text)
      case .strong(let text): span("Strong", text)
      case .code(let text): span("Code", text)
      case .foreign(let text, let language): span("Language_\(language.rawValue)", text)
      case .mark(let mark, let words):
        span("Mark_\(mark.tone.rawValue)", "\(mark.shape)\u{A0}\(words)")
      case .lineBreak: output += "<text:line-break/>"
      }
    }
  }

  private mutating func span(_ style: String, _ text: String) {
    output += "<text:span text:style-name=\"\(style)\">"
    output.append(openDocument: text)
    output += "</text:span>"
  }
}

extension String {
  /// Appends a text as content of a paragraph, where line ends, tabs and runs of spaces are
  /// elements (OpenDocument 1.3, part 3, 6.1.2).
  mutating func append(openDocument text: String) {
    let lines = text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
    for (index, line) in lines.enumerated() {
      if index > 0 { append("<text:line-break/>") }
      append(openDocumentLine: String(line))
    }
  }

  private mutating func append(openDocumentLine line: String) {
    var isAfterSpace = true
    append(escaping: line) { scalar in
      defer { isAfterSpace = scalar == " " || scalar == "\t" }
      return switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      case "\t": "<text:tab/>"
      case " ": isAfterSpace ? "<text:s/>" : nil
      default: nil
      }
    }
  }

  /// Appends a text as the value of an attribute or of an element that holds nothing else.
  mutating func append(xml text: String) { append(html: text) }
}
