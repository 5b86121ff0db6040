import Auditing

/// Tables and runs of text, with everything that Markdown would act on escaped.
extension MarkdownWriter {
  /// Where a text stands, which decides what a line end and the start of a line mean.
  enum Place {
    /// In a paragraph or an item whose further lines begin with the indent.
    case block(indent: String)
    case line
    case cell
  }

  /// Writes a table under its caption.
  mutating func table(_ table: Document.Table) {
    paragraph(RichText([.strong(table.caption.plain)]))
    row(table.columns.map(\.title))
    output += "|"
    for column in table.columns { output += column.alignment == .trailing ? " ---: |" : " --- |" }
    output += "\n"
    let nothing = RichText(data: document.metadata.labels.nothing)
    for cells in table.rows {
      row(cells.map { $0 == .empty ? nothing : $0.text(in: typography) })
    }
    output += "\n"
  }

  private mutating func row(_ cells: [RichText]) {
    output += "|"
    for cell in cells {
      output += " "
      inline(cell, place: .cell)
      output += " |"
    }
    output += "\n"
  }

  /// Writes the runs of a text for the place where it stands.
  mutating func inline(_ text: RichText, place: Place) {
    var isStart = true
    for run in text.runs {
      switch run {
      case .text(let text), .foreign(let text, _): escape(text, place, isStart: isStart)
      case .strong(let text):
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { continue }
        output += "**"
        escape(trimmed, place, isStart: false)
        output += "**"
      case .code(let text): code(text, place)
      case .mark(let mark, let words):
        escape("\(mark.shape) \(words)", place, isStart: isStart)
      case .lineBreak: lineBreak(place)
      }
      isStart = run == .lineBreak
    }
  }

  private mutating func lineBreak(_ place: Place) {
    switch place {
    case .block(let indent): output += "\\\n" + indent
    case .line: output += " "
    case .cell: output += "<br>"
    }
  }

  private mutating func escape(_ text: String, _ place: Place, isStart: Bool) {
    guard isStart || text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
      output.append(markdown: text)
      return
    }
    var isStart = isStart
    var lines = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    )[...]
    while let line = lines.popFirst() {
      let line = isStart ? line.drop { $0 == " " || $0 == "\t" } : line
      let marker = isStart && isBlock(place) ? Self.marker(of: line) : ""
      if let last = marker.last { output += marker.dropLast() + "\\" + String(last) }
      output.append(markdown: String(line.dropFirst(marker.count)))
      guard !lines.isEmpty else { return }
      lineBreak(place)
      isStart = true
    }
  }

  private func isCell(_ place: Place) -> Bool {
    if case .cell = place { true } else { false }
  }

  private func isBlock(_ place: Place) -> Bool {
    if case .block = place { true } else { false }
  }

  /// What would open a list, a rule or an underlined heading at the start of a line.
  private static func marker(of line: Substring) -> Substring {
    guard let first = line.first else { return "" }
    if "-+=".contains(first) { return line.prefix(1) }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let next = line.dropFirst(digits.count).first, ".)".contains(next)
    else { return "" }
    return line.prefix(digits.count + 1)
  }

  private mutating func code(_ text: String, _ place: Place) {
    let isCell = isCell(place)
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    output += fence + pad
    output.append(escaping: text.split(whereSeparator: \.isNewline).joined(separator: " ")) {
      isCell && $0 == "|" ? "\\|" : nil
    }
    output += pad + fence
  }
}

extension String {
  /// Appends a text as characters of Markdown.
  mutating func append(markdown text: String) {
    append(escaping: text) { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "`": "\\`"
      case "*": "\\*"
      case "_": "\\_"
      case "{": "\\{"
      case "}": "\\}"
      case "[": "\\["
      case "]": "\\]"
      case "<": "\\<"
      case ">": "\\>"
      case "|": "\\|"
      case "&": "\\&"
      case "~": "\\~"
      case "^": "\\^"
      case "$": "\\$"
      case "#": "\\#"
      default: nil
      }
    }
  }

  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace } ?? start.startIndex
    return start.isEmpty ? "" : String(start[...end])
  }
}
