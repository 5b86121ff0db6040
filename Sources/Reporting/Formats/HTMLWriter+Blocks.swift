import Auditing

/// The blocks of a document as elements.
extension HTMLWriter {
  /// Writes a block as the element that means it.
  mutating func block(_ block: Document.Block) {
    switch block {
    case .paragraph(let text): element("p", text)
    case .lead(let text): element("p", text, class: "lead")
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

  /// Writes a notice with its title as a paragraph, for it heads no section.
  mutating func notice(_ notice: Document.Notice) {
    output += "<div class=\"notice \(notice.tone.rawValue)\">\n"
    element("p", notice.title, class: "notice-title")
    element("p", notice.text)
    if !notice.items.isEmpty { list(notice.items) }
    output += "</div>\n"
  }

  private mutating func element(_ name: String, _ text: RichText, class kind: String? = nil) {
    output += kind.map { "<\(name) class=\"\($0)\">" } ?? "<\(name)>"
    rich(text)
    output += "</\(name)>\n"
  }

  private mutating func list(_ items: [RichText]) {
    output += "<ul>\n"
    for item in items { element("li", item) }
    output += "</ul>\n"
  }

  private mutating func definitions(_ definitions: [Document.Definition]) {
    output += "<dl class=\"terms\">\n"
    for definition in definitions {
      output += "<div>"
      element("dt", definition.term)
      element("dd", definition.text)
      output += "</div>\n"
    }
    output += "</dl>\n"
  }

  private mutating func keyFigures(_ figures: [Document.KeyFigure]) {
    output += "<dl class=\"figures\">\n"
    for figure in figures {
      output += "<div class=\"\(figure.tone.rawValue)\"><dt>"
      rich(figure.label)
      output += "</dt><dd>"
      if let mark = figure.mark { shape(mark) }
      rich(figure.value)
      output += "</dd></div>\n"
    }
    output += "</dl>\n"
  }

  private mutating func blanks(_ blanks: [Document.Blank]) {
    output += "<div class=\"blanks\">\n"
    for blank in blanks {
      output += "<p>"
      rich(blank.label)
      output += " <span class=\"hint\">("
      rich(blank.hint)
      output += ")</span></p>\n"
      for _ in 0..<blank.lines { output += "<div class=\"rule\"></div>\n" }
    }
    output += "</div>\n"
  }

  private mutating func contents() {
    output += "<nav class=\"contents\" aria-labelledby=\"contents\">\n<h3 id=\"contents\">"
    output.append(html: document.metadata.labels.contents)
    output += "</h3>\n<ol>\n"
    for (index, section) in document.sections.enumerated() {
      output += "<li><a href=\"#s\(index + 1)\">"
      rich(section.heading)
      output += "</a></li>\n"
    }
    output += "</ol>\n</nav>\n"
  }
}
