import Auditing
import Notation

/// The whole document as JSON, for programs: what it says in order, with typed cells.
///
/// `DocumentSchema` is its schema. A chart is its title, its sentences and its table.
package struct JSONFormat: DocumentFormat {
  /// Creates the format.
  package init() {}

  package var fileExtension: String { "json" }
  package var mediaType: String { "application/json" }

  package func write(_ document: Document, to output: inout String) {
    output += JSONWriter(document).document.prettyText
    if !output.hasSuffix("\n") { output += "\n" }
  }
}

/// What makes one document a value of JSON.
private struct JSONWriter {
  let source: Document
  let typography: Typography

  init(_ document: Document) {
    source = document
    typography = Typography(document.language)
  }

  var document: JSON {
    let metadata = source.metadata
    return [
      "schema": .text(DocumentSchema.name), "language": .text(source.language.rawValue),
      "metadata": [
        "kicker": text(metadata.kicker), "title": text(metadata.title),
        "subtitle": text(metadata.subtitle), "state": text(metadata.state.word),
        "tone": .text(metadata.state.tone.rawValue), "date": .text(metadata.date.description),
        "generator": .text(metadata.generator), "footer": .text(metadata.footer),
        "watermark": metadata.labels.watermark.map { .text($0) } ?? .null,
      ],
      "notices": .list(source.notices.map { block(.notice($0)) }),
      "opening": section(source.opening), "sections": .list(source.sections.map(section)),
    ]
  }

  private func section(_ section: Document.Section) -> JSON {
    [
      "number": section.number.map(text) ?? .null, "title": text(section.title),
      "blocks": .list(section.blocks.filter { $0 != .contents }.map(block)),
      "sections": .list(section.sections.map(self.section)),
    ]
  }

  private func block(_ block: Document.Block) -> JSON {
    switch block {
    case .paragraph(let words): ["kind": "paragraph", "text": text(words)]
    case .lead(let words): ["kind": "lead", "text": text(words)]
    case .list(let items): ["kind": "list", "items": .list(items.map(text))]
    case .definitions(let items):
      [
        "kind": "definitions",
        "items": .list(items.map { ["term": text($0.term), "text": text($0.text)] }),
      ]
    case .table(let table): self.table(table)
    case .chart(let chart, let table):
      [
        "kind": "chart", "title": text(chart.title), "summary": text(chart.summary),
        "table": self.table(table),
      ]
    case .notice(let notice):
      [
        "kind": "notice", "tone": .text(notice.tone.rawValue), "title": text(notice.title),
        "text": text(notice.text), "items": .list(notice.items.map(text)),
      ]
    case .keyFigures(let figures):
      [
        "kind": "figures",
        "items": .list(figures.map { ["label": text($0.label), "value": text($0.value)] }),
      ]
    case .blanks(let blanks):
      ["kind": "blanks", "items": .list(blanks.map { text($0.label) })]
    case .contents: .null
    }
  }

  private func table(_ table: Document.Table) -> JSON {
    [
      "kind": "table", "caption": text(table.caption),
      "columns": .list(table.columns.map { text($0.title) }),
      "rows": .list(table.rows.map { .list($0.map(cell)) }),
    ]
  }

  private func cell(_ cell: Document.Cell) -> JSON {
    switch cell {
    case .text(let words): text(words)
    case .integer(let integer): .integer(integer)
    case .date(let date): ["date": .text(date.description)]
    case .quantity(let quantity):
      [
        "value": .decimal(quantity.number.description), "unit": .text(quantity.unit.rawValue),
        "text": text(cell.text(in: typography)),
      ]
    case .empty: .null
    }
  }

  private func text(_ words: RichText) -> JSON { .text(words.broken) }
}

extension RichText {
  /// The characters alone, with a line feed for the end of a line.
  package var broken: String {
    var result = ""
    for run in runs {
      result += run == .lineBreak ? "\n" : RichText([run]).plain
    }
    return result
  }
}
