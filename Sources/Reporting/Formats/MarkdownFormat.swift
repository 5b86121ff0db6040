import Auditing

/// Markdown with tables (CommonMark 0.31, tables as GitHub and pandoc read them).
///
/// A chart is its table here; a mark is its shape and its words.
package struct MarkdownFormat: DocumentFormat {
  /// Creates the format.
  package init() {}

  package var fileExtension: String { "md" }
  package var mediaType: String { "text/markdown;charset=utf-8;variant=GFM" }

  package func write(_ document: Document, to output: inout String) {
    var writer = MarkdownWriter(document)
    writer.page()
    output += writer.output
  }
}

/// What writes one document as Markdown.
struct MarkdownWriter {
  let document: Document
  let typography: Typography
  var output = ""
  /// Alternates, so that a list right after another does not go on with it.
  private var bullet = "-"

  init(_ document: Document) {
    self.document = document
    typography = Typography(document.language)
  }

  /// Writes the whole text.
  mutating func page() {
    let metadata = document.metadata
    paragraph(metadata.kicker)
    output += "# "
    line(metadata.title)
    output += "\n\n"
    paragraph(metadata.subtitle)
    paragraph(RichText([.strong(metadata.state.word.plain)]))
    if let watermark = metadata.labels.watermark {
      paragraph(RichText([.strong(watermark)]))
    }
    for notice in document.notices { self.notice(notice) }
    section(document.opening, level: 2)
    for part in document.sections { section(part, level: 2) }
    output += "---\n\n"
    paragraph(
      RichText(
        data: "\(metadata.footer) · \(typography.date(metadata.date)) · \(metadata.generator)"))
  }

  private mutating func section(_ section: Document.Section, level: Int) {
    output += String(repeating: "#", count: min(6, level)) + " "
    line(section.heading)
    output += "\n\n"
    for block in section.blocks { self.block(block) }
    for part in section.sections { self.section(part, level: level + 1) }
  }

  private mutating func block(_ block: Document.Block) {
    switch block {
    case .paragraph(let text): paragraph(text)
    case .lead(let text): paragraph(RichText([.strong(text.plain)]))
    case .list(let items): list(items)
    case .definitions(let definitions):
      list(definitions.map { pair($0.term, $0.text) })
    case .table(let table): self.table(table)
    case .chart(_, let table): self.table(table)
    case .notice(let notice): self.notice(notice)
    case .keyFigures(let figures):
      list(
        figures.map { figure in
          let shape = figure.mark.map { RichText(data: $0.shape + " ") } ?? RichText()
          return shape + pair(figure.label, figure.value)
        })
    case .blanks(let blanks):
      for blank in blanks {
        paragraph(pair(blank.label, blank.hint))
        for _ in 0..<blank.lines { output += String(repeating: "\\_", count: 60) + "\n\n" }
      }
    case .contents:
      paragraph(RichText([.strong(document.metadata.labels.contents)]))
      list(document.sections.map(\.heading))
    }
  }

  private func pair(_ term: RichText, _ text: RichText) -> RichText {
    let colon = typography.typeset(document.language == .fr ? " : " : ": ")
    return RichText([.strong(term.plain)]) + RichText(data: colon) + text
  }

  /// Writes a text and the blank line after it.
  mutating func paragraph(_ text: RichText) {
    inline(text, place: .block(indent: ""))
    output += "\n\n"
  }

  /// A text that must stay on one line, as a heading does.
  private mutating func line(_ text: RichText) { inline(text, place: .line) }

  private mutating func list(_ items: [RichText]) {
    bullet = bullet == "-" ? "*" : "-"
    for item in items {
      output += bullet + " "
      inline(item, place: .block(indent: "  "))
      output += "\n"
    }
    output += "\n"
  }

  private mutating func notice(_ notice: Document.Notice) {
    output += "> "
    inline(RichText([.strong(notice.title.plain)]), place: .block(indent: "> "))
    output += "\n>\n> "
    inline(notice.text, place: .block(indent: "> "))
    output += "\n"
    if !notice.items.isEmpty { output += ">\n" }
    for item in notice.items {
      output += "> - "
      inline(item, place: .block(indent: ">   "))
      output += "\n"
    }
    output += "\n"
  }
}
