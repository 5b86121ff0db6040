import Auditing

/// OpenDocument text in one flat XML file (OASIS OpenDocument 1.3, part 3), to be edited further.
///
/// A word processor opens it as it opens its own files, and makes PDF, ODT or DOCX of it.
package struct OpenDocumentFormat: DocumentFormat {
  /// Creates the format.
  package init() {}

  package var fileExtension: String { "fodt" }
  package var mediaType: String { "application/vnd.oasis.opendocument.text-flat-xml" }

  package func write(_ document: Document, to output: inout String) {
    var writer = OpenDocumentWriter(document)
    writer.body()
    output += OpenDocumentFrame(document, columnShares: writer.columnShares).opening
    output += writer.output
    output += OpenDocumentFrame.closing
  }
}

/// What writes the content of one document as OpenDocument.
struct OpenDocumentWriter {
  let document: Document
  let typography: Typography
  var output = ""
  /// The shares of the width that columns have, each of which needs a style.
  var columnShares: Set<Int> = []
  /// The names of tables and drawings.
  var names = ElementIDs()

  init(_ document: Document) {
    self.document = document
    typography = Typography(document.language)
  }

  /// Writes everything that stands on the pages.
  mutating func body() {
    let metadata = document.metadata
    paragraph("Kicker", metadata.kicker)
    paragraph("Title", metadata.title)
    paragraph("Subtitle", metadata.subtitle)
    output += "<text:p text:style-name=\"State\"><text:span text:style-name=\""
    output += "Mark_\(metadata.state.tone.rawValue)\">"
    rich(metadata.state.word)
    output += "</text:span></text:p>\n"
    if let watermark = metadata.labels.watermark {
      paragraph("Banner", RichText(data: watermark))
    }
    for notice in document.notices { self.notice(notice) }
    section(document.opening, id: "s0", level: 1)
    for (index, part) in document.sections.enumerated() {
      section(part, id: "s\(index + 1)", level: 1)
    }
  }

  private mutating func section(_ section: Document.Section, id: String, level: Int) {
    let style = "Heading_\(level)\(section.startsPage ? "_page" : "")"
    output += "<text:h text:style-name=\"\(style)\" text:outline-level=\"\(level)\">"
    output += "<text:bookmark-start text:name=\"\(id)\"/>"
    rich(section.heading)
    output += "<text:bookmark-end text:name=\"\(id)\"/></text:h>\n"
    for block in section.blocks { self.block(block) }
    for (index, part) in section.sections.enumerated() {
      self.section(
        part, id: "\(id)-\(index + 1)", level: min(OpenDocumentStyles.headings, level + 1))
    }
  }

  /// Writes a text as a paragraph in a style.
  mutating func paragraph(_ style: String, _ text: RichText) {
    output += "<text:p text:style-name=\"\(style)\">"
    rich(text)
    output += "</text:p>\n"
  }
}
