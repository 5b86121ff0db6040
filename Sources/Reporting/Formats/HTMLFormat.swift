import Auditing

/// HTML that stands alone: no script, nothing fetched, one style sheet for screen and A4.
///
/// It is the reference rendering, made to be read with or without eyes (WCAG 2.1 AA, RGAA 4.1).
package struct HTMLFormat: DocumentFormat {
  /// Creates the format.
  package init() {}

  package var fileExtension: String { "html" }
  package var mediaType: String { "text/html;charset=utf-8" }

  package func write(_ document: Document, to output: inout String) {
    var writer = HTMLWriter(document)
    writer.page()
    output += writer.output
  }
}

/// What writes one document as HTML.
struct HTMLWriter {
  let document: Document
  let typography: Typography
  var output = ""
  /// The ids of tables and charts.
  var ids = ElementIDs()

  init(_ document: Document) {
    self.document = document
    typography = Typography(document.language)
  }

  /// Writes the whole page.
  mutating func page() {
    head()
    output += "<body>\n<a class=\"skip\" href=\"#content\">"
    output.append(html: document.metadata.labels.skip)
    output += "</a>\n"
    if let watermark = document.metadata.labels.watermark {
      output += "<div class=\"watermark\" aria-hidden=\"true\">"
      output.append(html: watermark)
      output += "</div>\n"
    }
    masthead()
    output += "<main id=\"content\">\n"
    for notice in document.notices { self.notice(notice) }
    section(document.opening, id: "s0", level: 2)
    for (index, part) in document.sections.enumerated() {
      section(part, id: "s\(index + 1)", level: 2)
    }
    output += "</main>\n<footer>\n<p>"
    let metadata = document.metadata
    output.append(
      html: "\(metadata.footer) · \(typography.date(metadata.date)) · \(metadata.generator)")
    output += "</p>\n</footer>\n</body>\n</html>\n"
  }

  private mutating func head() {
    let metadata = document.metadata
    output += """
      <!DOCTYPE html>
      <html lang="\(document.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; img-src data:">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="
      """
    output.append(html: metadata.generator)
    output += "\">\n<meta name=\"dcterms.date\" content=\"\(metadata.date)\">\n<title>"
    output.append(html: "\(metadata.kicker.plain) — \(metadata.title.plain)")
    output += "</title>\n<style>\n"
    output += HTMLStyle.sheet
    output += "@page { @bottom-left { content: "
    output.append(css: metadata.footer)
    output += " } @bottom-right { content: "
    output.append(css: metadata.labels.page + " ")
    output += " counter(page) \" / \" counter(pages) } }\n</style>\n</head>\n"
  }

  private mutating func masthead() {
    let metadata = document.metadata
    output += "<header>\n<p class=\"kicker\">"
    rich(metadata.kicker)
    output += "</p>\n<h1>"
    rich(metadata.title)
    output += "</h1>\n<p class=\"subtitle\">"
    rich(metadata.subtitle)
    output += "</p>\n<p class=\"state \(metadata.state.tone.rawValue)\">"
    rich(metadata.state.word)
    output += "</p>\n</header>\n"
  }

  private mutating func section(_ section: Document.Section, id: String, level: Int) {
    output += section.startsPage ? "<section class=\"new-page\">\n" : "<section>\n"
    output += "<h\(level) id=\"\(id)\">"
    rich(section.heading)
    output += "</h\(level)>\n"
    for block in section.blocks { self.block(block) }
    for (index, part) in section.sections.enumerated() {
      self.section(part, id: "\(id)-\(index + 1)", level: min(6, level + 1))
    }
    output += "</section>\n"
  }
}
