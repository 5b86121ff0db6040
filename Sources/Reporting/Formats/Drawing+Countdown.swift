import Auditing

/// What remains to be done, as steps that go down, beside the steps of the due dates.
extension Drawing {
  private static let field = (left: 44, right: 780, height: 190)

  init(_ chart: Document.Countdown, _ typography: Typography) {
    let changes = chart.actual.changes + chart.planned.changes
    guard let first = changes.map(\.day).min(), let end = changes.map(\.day).max() else { return }
    let last = max(end, chart.today)
    let axis = DayAxis(
      first: first, last: last, left: Self.field.left, right: Self.field.right)
    let most = max(1, changes.map(\.count).max() ?? 1)
    legend(chart)
    let (top, bottom) = (58, 58 + Self.field.height)
    let y = { (count: Int) in bottom - count * Self.field.height / most }
    let step = max(1, (most + 5) / 6)
    for count in stride(from: 0, through: most, by: step) {
      horizontal(y(count), Self.field.left, Self.field.right, count == 0 ? .quiet : .faint)
      text(typography.number(DecimalNumber(count)), Self.field.left - 8, y(count) + 5, .end)
    }
    path(
      steps(chart.planned.changes, until: last, axis, y), .caution, width: 2, isDashed: true)
    path(steps(chart.actual.changes, until: chart.today, axis, y), .accent, width: 4)
    let x = axis.x(chart.today)
    vertical(x, top - 8, bottom, .ink, isDashed: true)
    let isRight = x > (Self.field.left + Self.field.right) / 2
    text(chart.todayLabel.plain, x, top - 12, isRight ? .end : .start, isStrong: true)
    text(typography.date(first), Self.field.left, bottom + 20, .start, .quiet)
    text(typography.date(last), Self.field.right, bottom + 20, .end, .quiet)
    height = bottom + 28
  }

  private mutating func legend(_ chart: Document.Countdown) {
    let (actual, planned) = (chart.actual.label.plain, chart.planned.label.plain)
    horizontal(10, 0, 30, .accent, width: 4)
    text(actual, 38, 15)
    let x = 38 + actual.count * Self.characterWidth + 24
    horizontal(10, x, x + 30, .caution, width: 2, isDashed: true)
    text(planned, x + 38, 15)
  }

  private func steps(
    _ changes: [Document.Countdown.Change], until last: CalendarDate, _ axis: DayAxis,
    _ y: (Int) -> Int
  ) -> [Point] {
    var points: [Point] = []
    for change in changes {
      if let before = points.last { points.append(Point(x: axis.x(change.day), y: before.y)) }
      points.append(Point(x: axis.x(change.day), y: y(change.count)))
    }
    if let end = points.last { points.append(Point(x: axis.x(last), y: end.y)) }
    return points
  }
}
