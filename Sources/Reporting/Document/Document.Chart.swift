package import Auditing

extension Document {
  /// A picture of figures, which always stands beside their table.
  package enum Chart: Hashable, Sendable {
    case bars(BarChart)
    case trends(TrendChart)
    case timeline(Timeline)
    case countdown(Countdown)

    package var title: RichText {
      switch self {
      case .bars(let chart): chart.title
      case .trends(let chart): chart.title
      case .timeline(let chart): chart.title
      case .countdown(let chart): chart.title
      }
    }

    /// The figures in sentences, for a reader who does not see the picture.
    package var summary: RichText {
      switch self {
      case .bars(let chart): chart.summary
      case .trends(let chart): chart.summary
      case .timeline(let chart): chart.summary
      case .countdown(let chart): chart.summary
      }
    }
  }

  /// Values over time, a line of its own for each series, held against its limit.
  package struct TrendChart: Hashable, Sendable {
    package var title: RichText
    package var summary: RichText
    package var trends: [Trend]
    /// The words of the signs, and those of the line of the limit.
    package var legend: [Timeline.Entry]
    package var limitLabel: RichText

    /// Creates a chart.
    package init(
      title: RichText, summary: RichText, trends: [Trend], legend: [Timeline.Entry],
      limitLabel: RichText
    ) {
      self.title = title
      self.summary = summary
      self.trends = trends
      self.legend = legend
      self.limitLabel = limitLabel
    }

    /// One series: what it is of, its points in the order of time, and where it ends.
    package struct Trend: Hashable, Sendable {
      package var label: RichText
      package var points: [Point]
      package var limit: DecimalNumber?
      /// The last value, and what it is held against, in words.
      package var value: RichText
      package var verdict: RichText

      /// Creates a series.
      package init(
        label: RichText, points: [Point], limit: DecimalNumber?, value: RichText, verdict: RichText
      ) {
        self.label = label
        self.points = points
        self.limit = limit
        self.value = value
        self.verdict = verdict
      }
    }

    /// A value on the last day of its period, in the unit of its series.
    package struct Point: Hashable, Sendable {
      package var day: CalendarDate
      package var value: DecimalNumber
      /// Whether it meets the limit; nothing where that is not known.
      package var isMet: Bool?

      /// Creates a point.
      package init(_ day: CalendarDate, _ value: DecimalNumber, isMet: Bool?) {
        self.day = day
        self.value = value
        self.isMet = isMet
      }
    }
  }

  /// Stretches of time with the days that matter in them.
  package struct Timeline: Hashable, Sendable {
    package var title: RichText
    package var summary: RichText
    package var rows: [Row]
    package var today: CalendarDate
    /// What the line of today says, and the words of the signs that appear.
    package var todayLabel: RichText
    package var legend: [Entry]

    /// Creates a timeline.
    package init(
      title: RichText, summary: RichText, rows: [Row], today: CalendarDate, todayLabel: RichText,
      legend: [Entry]
    ) {
      self.title = title
      self.summary = summary
      self.rows = rows
      self.today = today
      self.todayLabel = todayLabel
      self.legend = legend
    }

    /// A stretch, or a day where it begins and ends on the same one.
    package struct Row: Hashable, Sendable {
      package var label: RichText
      package var first: CalendarDate
      package var last: CalendarDate
      package var sign: Sign

      /// Creates a row.
      package init(label: RichText, first: CalendarDate, last: CalendarDate, sign: Sign) {
        self.label = label
        self.first = first
        self.last = last
        self.sign = sign
      }
    }

    /// What a sign stands for.
    package struct Entry: Hashable, Sendable {
      package var sign: Sign
      package var label: RichText

      /// Creates an entry of a legend.
      package init(_ sign: Sign, _ label: RichText) {
        self.sign = sign
        self.label = label
      }
    }
  }

  /// How many things remain to be done, day by day, beside how many were to remain.
  package struct Countdown: Hashable, Sendable {
    package var title: RichText
    package var summary: RichText
    /// What is left, up to today, and what the due dates leave.
    package var actual: Steps
    package var planned: Steps
    package var today: CalendarDate
    package var todayLabel: RichText

    /// Creates a chart.
    package init(
      title: RichText, summary: RichText, actual: Steps, planned: Steps, today: CalendarDate,
      todayLabel: RichText
    ) {
      self.title = title
      self.summary = summary
      self.actual = actual
      self.planned = planned
      self.today = today
      self.todayLabel = todayLabel
    }

    /// A count that changes on some days, with the words that name it.
    package struct Steps: Hashable, Sendable {
      package var label: RichText
      package var changes: [Change]

      /// Creates a line of steps.
      package init(label: RichText, changes: [Change]) {
        self.label = label
        self.changes = changes
      }
    }

    /// The count from a day on.
    package struct Change: Hashable, Sendable {
      package var day: CalendarDate
      package var count: Int

      /// Creates a change.
      package init(_ day: CalendarDate, _ count: Int) {
        self.day = day
        self.count = count
      }
    }
  }

  /// A shape at a point of a chart, so that no colour is needed to tell what it says.
  package enum Sign: Hashable, Sendable { case done, missed, planned, stretch }
}
