import Auditing

/// The indicators over time, each series held against its target.
extension ReportBuilder {
  /// The chart of every series of the sites in scope; nothing where nothing is dated.
  var trends: Document.TrendChart? {
    let sites = Set(audit.scope.map(\.site))
    let measures = subject.measures.filter { sites.contains($0.site) }
    let trends = checklist.indicators.flatMap { indicator in
      Series.all(measures.filter { $0.indicator == indicator.id }).compactMap { series in
        trend(series, of: indicator, isOneSite: sites.count == 1)
      }
    }
    guard !trends.isEmpty else { return nil }
    let sentences = trends.map { words.trend($0.label, $0.value, $0.verdict) }
    return Document.TrendChart(
      title: words.trendsTitle, summary: sentences.joined(separator: RichText(data: " ")),
      trends: trends, legend: legend(of: trends), limitLabel: words.targetColumn)
  }

  private func legend(of trends: [Document.TrendChart.Trend]) -> [Document.Timeline.Entry] {
    let met = Set(trends.flatMap { $0.points.map(\.isMet) })
    let entries: [(Bool?, Document.Timeline.Entry)] = [
      (true, .init(.done, words.metSign)), (false, .init(.missed, words.missedSign)),
      (nil, .init(.planned, words.unjudgedSign)),
    ]
    return entries.filter { met.contains($0.0) }.map(\.1)
  }

  private func trend(
    _ series: Series, of indicator: Checklist.Indicator, isOneSite: Bool
  ) -> Document.TrendChart.Trend? {
    guard let last = series.measures.last else { return nil }
    let unit = last.value.unit
    let points = series.measures.compactMap { measure -> Document.TrendChart.Point? in
      guard let day = Period(measure.period)?.last, let value = measure.value.converted(to: unit)
      else { return nil }
      return .init(day, value.number, isMet: measure.meets(indicator))
    }
    guard points.last?.day == Period(last.period)?.last, !points.isEmpty else { return nil }
    let isMet = last.meets(indicator)
    let isOwn = series.statistic.isEmpty || series.statistic == indicator.statistic?.rawValue
    let details = [isOwn ? "" : words.statistic(series.statistic), series.item]
    let label =
      [
        "\(indicator.id) \(words.text(indicator.title).plain)",
        isOneSite ? "" : siteName(series.site),
      ] + details
    return .init(
      label: RichText(data: label.filter { !$0.isEmpty }.joined(separator: " · ")),
      points: points,
      limit: isMet == nil ? nil : indicator.target?.limit.converted(to: unit)?.number,
      value: words.quantity(last.value), verdict: words.against(indicator.target, isMet: isMet))
  }
}
