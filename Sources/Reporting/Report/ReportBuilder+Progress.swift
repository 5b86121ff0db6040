import Auditing

/// The actions that answer the findings, and how many remain.
extension ReportBuilder {
  /// Each action once, in the order in which it was made.
  var actions: [Action] {
    var seen: Set<String> = []
    return findings.flatMap { subject.actions[$0.key] ?? [] }
      .filter { seen.insert($0.key).inserted }
      .sorted { ($0.at, $0.id.count, $0.id) < ($1.at, $1.id.count, $1.id) }
  }

  var progress: [Document.Section] {
    let actions = actions
    guard !actions.isEmpty else { return [] }
    let list = Document.Table(
      caption: words.actionsCaption,
      columns: [
        column(words.numberColumn, 9), column(words.actionColumn, 35),
        column(words.findingsColumn, 13), column(words.ownerColumn, 17),
        column(words.dueColumn, 13), column(words.stateColumn, 13),
      ], rows: actions.map(row))
    let countdown = Countdown(
      actions, on: subject.date, since: audit.end ?? audit.start ?? subject.date)
    let chart = Document.Countdown(
      title: words.countdownTitle,
      summary: words.countdown(
        left: countdown.left, of: actions.count,
        overdue: actions.count { $0.isOverdue(on: subject.date) }, subject.date),
      actual: .init(label: words.leftToDo, changes: countdown.actual),
      planned: .init(label: words.leftByPlan, changes: countdown.planned), today: subject.date,
      todayLabel: words.dayOfReport)
    let steps = Document.Table(
      caption: words.countdownCaption,
      columns: [
        column(words.dayColumn, 40), column(words.leftToDo, 30, .trailing),
        column(words.leftByPlan, 30, .trailing),
      ],
      rows: countdown.days.map { day in
        [
          .date(day.day), day.actual.map { .integer($0) } ?? .empty, .integer(day.planned),
        ]
      })
    return [
      Document.Section(
        title: words.progress,
        blocks: [
          .paragraph(chart.summary),
          countdown.days.count > 1 ? .chart(.countdown(chart), steps) : .table(steps),
          .table(list),
        ])
    ]
  }

  private func row(_ action: Action) -> [Document.Cell] {
    let about = findings.filter { action.findings.contains($0.key) }
    return [
      .text(RichText([.strong(action.id)])),
      .text([RichText(data: action.text), words.word(action.kind)].lines),
      .text(list(about.map { RichText(data: number($0)) })),
      .text(action.owner.map { personName($0) } ?? words.notGiven),
      action.due.map { .date($0) } ?? .text(words.notDue),
      .text(words.standing(action, isOverdue: action.isOverdue(on: subject.date))),
    ]
  }

  /// How many actions remain from day to day, in fact and by their due dates.
  struct Countdown {
    let days: [(day: CalendarDate, actual: Int?, planned: Int)]

    /// Counts on each day on which something changes.
    ///
    /// What is done without a day was done on the day of the count; what was written down after it
    /// was due or done is counted from the audit on.
    init(_ actions: [Action], on today: CalendarDate, since audit: CalendarDate) {
      let ended = actions.map { action in
        action.completion.map { min($0.on ?? today, today) }
      }
      let due = actions.map(\.due)
      let made = zip(actions, zip(due, ended)).map { action, days in
        let end = min(days.0 ?? today, days.1 ?? today, today)
        return action.at.date() <= end ? action.at.date() : min(audit, end)
      }
      let changes = Set(made + (ended + due).compactMap(\.self) + [today])
      let start = made.min() ?? today
      days = changes.filter { $0 >= start }.sorted().map { day in
        let known = actions.indices.filter { made[$0] <= day }
        let left = known.count { index in ended[index].map { $0 > day } ?? true }
        let planned = known.count { index in due[index].map { $0 > day } ?? true }
        return (day, day <= today ? left : nil, planned)
      }
    }

    var left: Int { days.last { $0.actual != nil }?.actual ?? 0 }

    var actual: [Document.Countdown.Change] {
      days.compactMap { day in day.actual.map { .init(day.day, $0) } }
    }

    var planned: [Document.Countdown.Change] { days.map { .init($0.day, $0.planned) } }
  }
}
