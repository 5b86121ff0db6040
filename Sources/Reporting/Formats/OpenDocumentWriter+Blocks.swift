import Auditing

/// The blocks of a document as paragraphs, lists and tables.
extension OpenDocumentWriter {
  /// Writes a block in the styles that mean it.
  mutating func block(_ block: Document.Block) {
    switch block {
    case .paragraph(let text): paragraph("Body", text)
    case .lead(let text): paragraph("Lead", text)
    case .list(let items): list(items)
    case .definitions(let definitions): self.definitions(definitions)
    case .table(let table): self.table(table)
    case .chart(let chart, let table): self.chart(chart, table)
    case .notice(let notice): self.notice(notice)
    case .keyFigures(let figures): keyFigures(figures)
    case .blanks(let blanks): self.blanks(blanks)
    case .contents: contents()
    }
  }

  /// Writes a notice in a frame of its tone, which is a table of one cell.
  mutating func notice(_ notice: Document.Notice) {
    output += "<table:table table:name=\"\(names.nextTable())\" table:style-name=\"Box\">"
    output += "<table:table-column/>\n<table:table-row table:style-name=\"Row\">"
    output += "<table:table-cell table:style-name=\"Notice_\(notice.tone.rawValue)\" "
    output += "office:value-type=\"string\">\n"
    output += "<text:p text:style-name=\"NoticeTitle\">"
    output += "<text:span text:style-name=\"Mark_\(notice.tone.rawValue)\">"
    rich(notice.title)
    output += "</text:span></text:p>\n"
    paragraph("NoticeText", notice.text)
    if !notice.items.isEmpty { list(notice.items, "NoticeText") }
    output += "</table:table-cell></table:table-row>\n</table:table>\n"
    paragraph("Gap", RichText())
  }

  private mutating func list(_ items: [RichText], _ style: String = "Item") {
    output += "<text:list text:style-name=\"Bullets\">\n"
    for item in items {
      output += "<text:list-item>"
      paragraph(style, item)
      output += "</text:list-item>\n"
    }
    output += "</text:list>\n"
  }

  private mutating func definitions(_ definitions: [Document.Definition]) {
    for share in [27, 73] { columnShares.insert(share) }
    output += "<table:table table:name=\"\(names.nextTable())\" table:style-name=\"Box\">"
    output += "<table:table-column table:style-name=\"Column_27\"/>"
    output += "<table:table-column table:style-name=\"Column_73\"/>\n"
    for definition in definitions {
      output += "<table:table-row table:style-name=\"Row\">"
      output += "<table:table-cell table:style-name=\"Term\" office:value-type=\"string\">"
      paragraph("Term", definition.term)
      output += "</table:table-cell>"
      output += "<table:table-cell table:style-name=\"Term\" office:value-type=\"string\">"
      paragraph("CellText", definition.text)
      output += "</table:table-cell></table:table-row>\n"
    }
    output += "</table:table>\n"
    paragraph("Gap", RichText())
  }

  private mutating func keyFigures(_ figures: [Document.KeyFigure]) {
    guard !figures.isEmpty else { return }
    output += "<table:table table:name=\"\(names.nextTable())\" table:style-name=\"Box\">"
    output += "<table:table-column table:number-columns-repeated=\"\(figures.count)\"/>\n"
    output += "<table:table-row table:style-name=\"Row\">"
    for figure in figures {
      output += "<table:table-cell table:style-name=\"Figure_\(figure.tone.rawValue)\" "
      output += "office:value-type=\"string\"><text:p text:style-name=\"FigureValue\">"
      output += "<text:span text:style-name=\"Mark_\(figure.tone.rawValue)\">"
      if let mark = figure.mark { output += "\(mark.shape)\u{A0}" }
      rich(figure.value)
      output += "</text:span></text:p>\n"
      paragraph("FigureLabel", figure.label)
      output += "</table:table-cell>"
    }
    output += "</table:table-row>\n</table:table>\n"
    paragraph("Gap", RichText())
  }

  private mutating func blanks(_ blanks: [Document.Blank]) {
    for blank in blanks {
      output += "<text:p text:style-name=\"Blank\">"
      rich(blank.label)
      output += " <text:span text:style-name=\"Hint\">("
      rich(blank.hint)
      output += ")</text:span></text:p>\n"
      for _ in 0..<blank.lines { paragraph("Rule", RichText()) }
    }
    paragraph("Gap", RichText())
  }

  /// Writes the headings of the sections with the pages they stand on, which the reader's
  /// program counts.
  private mutating func contents() {
    paragraph("ContentsTitle", RichText(data: document.metadata.labels.contents))
    for (index, section) in document.sections.enumerated() {
      let id = "s\(index + 1)"
      output += "<text:p text:style-name=\"Contents\">"
      output += "<text:a xlink:type=\"simple\" "
      output += "text:style-name=\"Link\" text:visited-style-name=\"Link\" "
      output += "xlink:href=\"#\(id)\">"
      rich(section.heading)
      output += "<text:tab/><text:bookmark-ref text:reference-format=\"page\" "
      output += "text:ref-name=\"\(id)\">–</text:bookmark-ref></text:a></text:p>\n"
    }
    paragraph("Gap", RichText())
  }
}
