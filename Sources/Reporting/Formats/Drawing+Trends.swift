import Auditing

/// Values over time: a row for each series, its limit a dashed line, its last value beside it.
extension Drawing {
  private static let plot = (left: 250, right: 560)
  private static let rowHeight = 66

  init(_ chart: Document.TrendChart, _ typography: Typography) {
    let days = chart.trends.flatMap { $0.points.map(\.day) }
    guard let first = days.min(), let last = days.max() else { return }
    let axis = DayAxis(
      first: first, last: last, left: Self.plot.left + 12, right: Self.plot.right - 12)
    var top = legend(chart)
    for trend in chart.trends {
      let label = Self.wrap(trend.label.plain, width: Self.plot.left - 18)
      let verdict = Self.wrap(trend.verdict.plain, width: Self.width - Self.plot.right - 22)
      let height = max(Self.rowHeight, max(label.count, verdict.count + 1) * Self.lineHeight + 16)
      rectangle(Self.plot.left, top + 4, Self.plot.right - Self.plot.left, height - 8, .ground)
      lines(label, 0, around: top + height / 2)
      draw(trend, axis, top: top + 14, bottom: top + height - 14)
      let middle = top + height / 2 - verdict.count * Self.lineHeight / 2
      let tone: Colour =
        switch trend.points.last?.isMet {
        case true?: .good;
        case false?: .bad;
        case nil: .ink
        }
      text(trend.value.plain, Self.plot.right + 14, middle + 4, isStrong: true, tone)
      for (index, line) in verdict.enumerated() {
        text(line, Self.plot.right + 14, middle + 22 + index * Self.lineHeight, .start, .quiet)
      }
      top += height
    }
    if first == last {
      text(typography.date(first), axis.x(first), top + 16, .middle, .quiet)
    } else {
      text(typography.date(first), Self.plot.left, top + 16, .start, .quiet)
      text(typography.date(last), Self.plot.right, top + 16, .end, .quiet)
    }
    height = top + 24
  }

  /// Draws the words of the signs and of the dashed line, and gives the height below them.
  private mutating func legend(_ chart: Document.TrendChart) -> Int {
    guard chart.trends.contains(where: { $0.limit != nil }) else { return legend(chart.legend) }
    horizontal(10, 0, 30, .accent, width: 2, isDashed: true)
    text(chart.limitLabel.plain, 38, 15)
    let left = 38 + chart.limitLabel.plain.count * Self.characterWidth + 24
    return max(22, legend(chart.legend, from: left)) + 8
  }

  private mutating func draw(
    _ trend: Document.TrendChart.Trend, _ axis: DayAxis, top: Int, bottom: Int
  ) {
    let values = trend.points.map(\.value) + (trend.limit.map { [$0] } ?? [])
    guard let low = values.min(), let high = values.max() else { return }
    let scale = ValueAxis(low: low, high: high, top: top, bottom: bottom)
    if let limit = trend.limit {
      horizontal(
        scale.y(limit), Self.plot.left, Self.plot.right, .accent, width: 2, isDashed: true)
    }
    let points = trend.points.map { Point(x: axis.x($0.day), y: scale.y($0.value)) }
    if points.count > 1 { path(points, .quiet, width: 2) }
    for (point, place) in zip(trend.points, points) {
      let sign: Document.Sign =
        switch point.isMet {
        case true?: .done;
        case false?: .missed;
        case nil: .planned
        }
      self.sign(sign, place.x, place.y)
    }
  }
}

/// An axis of values: where each stands between two heights, the greatest above.
struct ValueAxis {
  let low: DecimalNumber
  let high: DecimalNumber
  let top: Int
  let bottom: Int

  /// Where a value stands; the middle where there is but one.
  func y(_ value: DecimalNumber) -> Int {
    let span = high.approximate - low.approximate
    guard span > 0 else { return (top + bottom) / 2 }
    let share = (value.approximate - low.approximate) / span
    return bottom - Int((share * Double(bottom - top)).rounded())
  }
}

extension DecimalNumber {
  /// The nearest binary number, for drawing alone.
  fileprivate var approximate: Double {
    (0..<scale).reduce(Double(significand)) { value, _ in value / 10 }
  }
}
