import Auditing

/// Days and stretches of time, a row for each, with today across all of them.
extension Drawing {
  private static let dates = (left: 290, right: 644)
  private static let dayLeft = 660

  init(_ chart: Document.Timeline, _ typography: Typography) {
    let days = chart.rows.flatMap { [$0.first, $0.last] }
    guard let first = days.min(), let last = days.max() else { return }
    let isNear =
      chart.today >= first.adding(months: -6) && chart.today <= last.adding(months: 6)
    let axis = DayAxis(
      first: isNear ? min(first, chart.today) : first,
      last: isNear ? max(last, chart.today) : last, left: Self.dates.left, right: Self.dates.right)
    let top = legend(chart.legend) + (axis.holds(chart.today) ? 44 : 28)
    let rows = rows(chart.rows, from: top)
    let bottom = rows.last.map { $0.top + $0.height } ?? top
    for year in axis.years(apart: 44) {
      vertical(axis.x(year), top - 6, bottom, .faint)
      text(String(year.year), axis.x(year), top - 10, .middle, .quiet)
    }
    if axis.holds(chart.today) {
      let x = axis.x(chart.today)
      vertical(x, top - 22, bottom, .ink, width: 2, isDashed: true)
      let isRight = x > (Self.dates.left + Self.dates.right) / 2
      text(chart.todayLabel.plain, x, top - 28, isRight ? .end : .start, isStrong: true)
    }
    for (index, place) in rows.enumerated() {
      let middle = place.top + place.height / 2
      if index > 0 { horizontal(place.top, 0, Self.width, .faint) }
      lines(place.lines, 0, around: middle)
      draw(place.row, axis, middle)
      text(typography.date(place.row.last), Self.dayLeft, middle + 5)
    }
    height = bottom + 6
  }

  /// A row with the room it takes.
  private struct Place {
    let row: Document.Timeline.Row
    let lines: [String]
    let top: Int
    let height: Int
  }

  private func rows(_ rows: [Document.Timeline.Row], from top: Int) -> [Place] {
    var top = top
    return rows.map { row in
      let lines = Self.wrap(row.label.plain, width: Self.dates.left - 14)
      let height = max(26, lines.count * Self.lineHeight + 8)
      defer { top += height }
      return Place(row: row, lines: lines, top: top, height: height)
    }
  }

  private mutating func draw(_ row: Document.Timeline.Row, _ axis: DayAxis, _ middle: Int) {
    guard row.sign == .stretch else { return sign(row.sign, axis.x(row.last), middle) }
    let start = axis.x(row.first)
    rectangle(start, middle - 8, axis.x(row.last) - start, 16, .accent)
  }

  /// Draws the words of the signs, and gives the height below them.
  mutating func legend(_ entries: [Document.Timeline.Entry], from left: Int = 0) -> Int {
    var (x, y) = (left, 10)
    for entry in entries {
      let words = entry.label.plain
      let room = words.count * Self.characterWidth + 44
      if x > 0, x + room > Self.width { (x, y) = (0, y + 24) }
      if entry.sign == .stretch {
        rectangle(x, y - 7, 20, 14, .accent)
      } else {
        sign(entry.sign, x + 10, y)
      }
      text(words, x + 27, y + 5)
      x += room
    }
    return entries.isEmpty ? 0 : y + 12
  }
}
