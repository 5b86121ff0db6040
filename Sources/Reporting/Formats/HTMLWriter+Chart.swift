import Auditing

/// A chart as inline SVG, its figures in words and in a table.
extension HTMLWriter {
  /// Writes the drawing, its caption, and the table under it.
  mutating func chart(_ chart: Document.Chart, _ table: Document.Table) {
    let id = ids.nextChart()
    output += "<figure>\n<div class=\"scroll\" role=\"group\" "
    output += "aria-labelledby=\"\(id)-t\" tabindex=\"0\">\n"
    svg(chart, id: id)
    output += "</div>\n<figcaption>"
    rich(chart.title)
    output += "</figcaption>\n</figure>\n"
    self.table(table)
  }

  /// Writes the drawing, and gives its height; one that stands alone names its namespace.
  @discardableResult
  mutating func svg(_ chart: Document.Chart, id: String, isAlone: Bool = false) -> Int {
    switch chart {
    case .bars(let bars):
      let drawing = BarChartDrawing(bars)
      frame(chart, id, height: drawing.height, isAlone) { writer in
        writer.patterns(id)
        for item in drawing.legend { writer.legend(item, bars, id) }
        for row in drawing.rows { writer.bar(row, bars, id) }
      }
      return drawing.height
    case .trends(let trends): return svg(chart, Drawing(trends, typography), id, isAlone)
    case .timeline(let timeline): return svg(chart, Drawing(timeline, typography), id, isAlone)
    case .countdown(let countdown): return svg(chart, Drawing(countdown, typography), id, isAlone)
    }
  }

  private mutating func svg(
    _ chart: Document.Chart, _ drawing: Drawing, _ id: String, _ isAlone: Bool
  ) -> Int {
    frame(chart, id, height: drawing.height, isAlone) { $0.shapes(of: drawing) }
    return drawing.height
  }

  private mutating func frame(
    _ chart: Document.Chart, _ id: String, height: Int, _ isAlone: Bool,
    _ content: (inout HTMLWriter) -> Void
  ) {
    output += isAlone ? "<svg xmlns=\"http://www.w3.org/2000/svg\" " : "<svg "
    output += "viewBox=\"0 0 \(Drawing.width) \(height)\" role=\"img\" "
    output += "aria-labelledby=\"\(id)-t \(id)-d\" font-size=\"14\" fill=\"#1b1b28\" "
    let fonts = isAlone ? OpenDocumentStyles.fontNames : HTMLStyle.fonts
    output += "font-family=\"\(fonts)\">\n<title id=\"\(id)-t\">"
    output.append(html: chart.title.plain)
    output += "</title>\n<desc id=\"\(id)-d\">"
    output.append(html: chart.summary.plain)
    output += "</desc>\n"
    content(&self)
    output += "</svg>\n"
  }

  /// Stripes, dots and lines, so that the segments differ without colour.
  private mutating func patterns(_ id: String) {
    output += """
      <defs>
      <pattern id="\(id)-bad" width="8" height="8" patternUnits="userSpaceOnUse">\
      <path fill="#b3261e" d="M0 0h8v8H0z"/>\
      <path stroke="#fff" stroke-width="2" d="M-2 2l4-4M0 8l8-8M6 10l4-4"/></pattern>
      <pattern id="\(id)-open" width="6" height="6" patternUnits="userSpaceOnUse">\
      <path fill="#fff" d="M0 0h6v6H0z"/><circle fill="#55556a" cx="3" cy="3" r="1"/></pattern>
      <pattern id="\(id)-none" width="6" height="6" patternUnits="userSpaceOnUse">\
      <path fill="#d9d9e3" d="M0 0h6v6H0z"/><path fill="#55556a" d="M0 0h6v1H0z"/></pattern>
      <pattern id="\(id)-minor" width="8" height="8" patternUnits="userSpaceOnUse">\
      <path fill="#8a4b00" d="M0 0h8v8H0z"/>\
      <path stroke="#fff" stroke-width="1.5" d="M-2 6l4 4M0 0l8 8M6-2l4 4"/></pattern>
      </defs>

      """
  }

  private mutating func legend(
    _ item: BarChartDrawing.Item, _ chart: Document.BarChart, _ id: String
  ) {
    rectangle(item.x + 1, item.y, 22, 18, chart.series[item.series].mark, id)
    output += "<text x=\"\(item.x + 31)\" y=\"\(item.y + 14)\">"
    output.append(html: item.text)
    output += "</text>\n"
  }

  private mutating func bar(
    _ row: BarChartDrawing.Row, _ chart: Document.BarChart, _ id: String
  ) {
    let first = row.middle - row.lines.count * Drawing.lineHeight / 2 + 13
    for (index, line) in row.lines.enumerated() {
      output += "<text x=\"0\" y=\"\(first + index * Drawing.lineHeight)\">"
      output.append(html: line)
      output += "</text>\n"
    }
    let top = row.middle - BarChartDrawing.barHeight / 2
    for segment in row.segments {
      let mark = chart.series[segment.series].mark
      rectangle(segment.x, top, segment.width, BarChartDrawing.barHeight, mark, id)
      let room = String(segment.count).count * 9 + 10
      if row.segments.count > 1, segment.width > room + 4 {
        count(segment.count, at: segment.x + segment.width / 2, row.middle, room)
      }
    }
    output += "<text font-weight=\"700\" x=\"\(row.end + 8)\" y=\"\(row.middle + 5)\">"
    output.append(html: typography.number(DecimalNumber(row.total)))
    output += "</text>\n"
  }

  private mutating func rectangle(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ mark: Mark, _ id: String
  ) {
    let fill =
      switch mark {
      case .verdict(.nonconforming): "url(#\(id)-bad)"
      case .verdict(.notAssessed): "url(#\(id)-open)"
      case .verdict(.notApplicable): "url(#\(id)-none)"
      case .severity(.major): "url(#\(id)-bad)"
      case .severity(.minor): "url(#\(id)-minor)"
      case .severity(.sensitive): "#8a4b00"
      case .severity(.improvement): "#000091"
      default: "#18753c"
      }
    output += "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(max(1, width))\" height=\"\(height)\" "
    output += "stroke=\"#1b1b28\" fill=\"\(fill)\"/>\n"
  }

  /// A count on a plate of paper, readable on every pattern.
  private mutating func count(_ count: Int, at x: Int, _ y: Int, _ room: Int) {
    output += "<rect fill=\"#fff\" x=\"\(x - room / 2)\" y=\"\(y - 8)\" width=\"\(room)\" "
    output += "height=\"16\" rx=\"3\"/><text font-weight=\"700\" text-anchor=\"middle\" "
    output += "x=\"\(x)\" y=\"\(y + 5)\">\(count)</text>\n"
  }
}
