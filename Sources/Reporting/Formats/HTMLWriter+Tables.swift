import Auditing

/// Tables with a caption, a header row that printed pages repeat, and typed cells.
extension HTMLWriter {
  /// Writes a table in a frame that scrolls, by keyboard too, where the screen is narrow.
  mutating func table(_ table: Document.Table) {
    let id = ids.nextTable()
    output += "<div class=\"scroll\" role=\"group\" aria-labelledby=\"\(id)\" tabindex=\"0\">\n"
    output += "<table>\n<caption id=\"\(id)\">"
    rich(table.caption)
    output += "</caption>\n<colgroup>"
    for column in table.columns { output += "<col style=\"width:\(column.share)%\">" }
    output += "</colgroup>\n<thead>\n<tr>"
    for column in table.columns {
      output +=
        column.alignment == .trailing ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">"
      rich(column.title)
      output += "</th>"
    }
    output += "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows {
      output += "<tr>"
      for (cell, column) in zip(row, table.columns) { self.cell(cell, column) }
      output += "</tr>\n"
    }
    output += "</tbody>\n</table>\n</div>\n"
  }

  private mutating func cell(_ cell: Document.Cell, _ column: Document.Column) {
    output += column.alignment == .trailing ? "<td class=\"n\">" : "<td>"
    switch cell {
    case .date(let date):
      output += "<time datetime=\"\(date)\">"
      output.append(html: typography.date(date))
      output += "</time>"
    case .empty:
      output.append(html: document.metadata.labels.nothing)
    default:
      rich(cell.text(in: typography))
    }
    output += "</td>"
  }
}

/// Runs of text.
extension HTMLWriter {
  /// Writes the runs of a text.
  mutating func rich(_ text: RichText) {
    for run in text.runs {
      switch run {
      case .text(let text): output.append(html: text)
      case .strong(let text): wrap("strong", text)
      case .code(let text): wrap("code", text)
      case .foreign(let text, let language):
        output += "<span lang=\"\(language.rawValue)\">"
        output.append(html: text)
        output += "</span>"
      case .mark(let mark, let words):
        output += "<span class=\"mark \(mark.tone.rawValue)\">"
        shape(mark)
        output.append(html: words)
        output += "</span>"
      case .lineBreak: output += "<br>"
      }
    }
  }

  /// Writes the shape of a mark, which is not read aloud: the words beside it are.
  mutating func shape(_ mark: Mark) {
    output += "<span class=\"shape\" aria-hidden=\"true\">\(mark.shape)</span>\u{A0}"
  }

  private mutating func wrap(_ name: String, _ text: String) {
    output += "<\(name)>"
    output.append(html: text)
    output += "</\(name)>"
  }
}
