import Auditing

/// Where everything of a bar chart stands, in units of the drawing.
struct BarChartDrawing {
  /// The whole width, and the room of the labels on the left.
  static let width = 800
  static let labelWidth = 270
  /// The heights of a bar and of a line of its label, and the room between two bars.
  static let barHeight = 24
  static let lineHeight = 17
  static let gap = 14
  private static let totalWidth = 50
  /// What a character of 14 units takes at most on average.
  private static let characterWidth = 8

  let rows: [Row]
  let legend: [Item]
  let height: Int

  /// One bar: its label in lines, and its segments.
  struct Row {
    let top: Int
    let height: Int
    let lines: [String]
    let segments: [Segment]
    let total: Int

    /// The middle of the bar.
    var middle: Int { top + height / 2 }
    /// Where the bar ends.
    var end: Int { segments.last.map { $0.x + $0.width } ?? BarChartDrawing.labelWidth }
  }

  /// A part of a bar, by the place of its series.
  struct Segment {
    let series: Int
    let x: Int
    let width: Int
    let count: Int
  }

  /// An entry of the legend.
  struct Item {
    let series: Int
    let x: Int
    let y: Int
    let text: String
  }

  init(_ chart: Document.BarChart) {
    legend = Self.legend(chart)
    var top = (legend.last?.y ?? 0) + 34
    let most = max(1, chart.bars.map(\.total).max() ?? 1)
    var rows: [Row] = []
    for bar in chart.bars {
      let lines = Self.wrap(bar.label.plain)
      let height = max(Self.barHeight, lines.count * Self.lineHeight)
      rows.append(
        Row(
          top: top, height: height, lines: lines, segments: Self.segments(bar.counts, most),
          total: bar.total))
      top += height + Self.gap
    }
    self.rows = rows
    height = top
  }

  private static func legend(_ chart: Document.BarChart) -> [Item] {
    var items: [Item] = []
    var (x, y) = (0, 6)
    for (index, series) in chart.series.enumerated() {
      let total = chart.bars.reduce(0) { $0 + $1.counts[index] }
      let text = "\(series.label.plain) (\(total))"
      let room = text.count * characterWidth + 60
      if x > 0, x + room > width { (x, y) = (0, y + 28) }
      items.append(Item(series: index, x: x, y: y, text: text))
      x += room
    }
    return items
  }

  private static func segments(_ counts: [Int], _ most: Int) -> [Segment] {
    let room = width - labelWidth - totalWidth
    var sum = 0
    return counts.enumerated().compactMap { series, count in
      let start = labelWidth + sum * room / most
      sum += count
      let end = labelWidth + sum * room / most
      return count == 0 ? nil : Segment(series: series, x: start, width: end - start, count: count)
    }
  }

  /// The words of a label in lines that fit; a word that does not fit is broken.
  static func wrap(_ label: String) -> [String] {
    let limit = (labelWidth - 14) / characterWidth
    var lines: [String] = []
    var line = ""
    for word in label.split(whereSeparator: \.isWhitespace) {
      var word = word
      if !line.isEmpty, line.count + 1 + word.count <= limit {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while word.count > limit {
        lines.append(String(word.prefix(limit)))
        word = word.dropFirst(limit)
      }
      line = String(word)
    }
    return lines + (line.isEmpty ? [] : [line])
  }
}
