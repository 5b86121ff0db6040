extension Document {
  /// Horizontal bars of stacked counts.
  package struct BarChart: Hashable, Sendable {
    package var title: RichText
    /// The figures in a sentence, for a reader who does not see the bars.
    package var summary: RichText
    package var series: [Series]
    package var bars: [Bar]
    /// Whether the series are named above the bars; not where each bar is one of them.
    package var hasLegend: Bool

    /// Creates a chart.
    package init(
      title: RichText, summary: RichText, series: [Series], bars: [Bar], hasLegend: Bool = true
    ) {
      self.title = title
      self.summary = summary
      self.series = series
      self.bars = bars
      self.hasLegend = hasLegend
    }

    /// What one colour and pattern stands for.
    package struct Series: Hashable, Sendable {
      package var label: RichText
      package var mark: Mark

      /// Creates a series.
      package init(label: RichText, mark: Mark) {
        self.label = label
        self.mark = mark
      }
    }

    /// One bar: a count for each series, in the order of the series.
    package struct Bar: Hashable, Sendable {
      package var label: RichText
      package var counts: [Int]

      /// Creates a bar.
      package init(label: RichText, counts: [Int]) {
        self.label = label
        self.counts = counts
      }

      package var total: Int { counts.reduce(0, +) }
    }
  }
}
