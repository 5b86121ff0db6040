import Auditing

/// Where everything of a bar chart stands, in units of the drawing.
struct BarChartDrawing {
  /// The room of the labels on the left.
  static let labelWidth = 270
  /// The height of a bar, and the room between two.
  static let barHeight = 24
  static let gap = 14
  private static let totalWidth = 50

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
    legend = chart.hasLegend ? Self.legend(chart) : []
    var top = legend.last.map { $0.y + 34 } ?? 4
    let most = max(1, chart.bars.map(\.total).max() ?? 1)
    var rows: [Row] = []
    for bar in chart.bars {
      let lines = Drawing.wrap(bar.label.plain, width: Self.labelWidth - 14)
      let height = max(Self.barHeight, lines.count * Drawing.lineHeight)
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
      let room = text.count * Drawing.characterWidth + 60
      if x > 0, x + room > Drawing.width { (x, y) = (0, y + 28) }
      items.append(Item(series: index, x: x, y: y, text: text))
      x += room
    }
    return items
  }

  private static func segments(_ counts: [Int], _ most: Int) -> [Segment] {
    let room = Drawing.width - labelWidth - totalWidth
    var sum = 0
    return counts.enumerated().compactMap { series, count in
      let start = labelWidth + sum * room / most
      sum += count
      let end = labelWidth + sum * room / most
      return count == 0 ? nil : Segment(series: series, x: start, width: end - start, count: count)
    }
  }
}
