import Auditing
import Scheduling

/// The paragraphs and the table of one label's cycle, the same in every report.
struct ScheduleBlocks {
  let words: ReportWording
  let date: CalendarDate

  /// What was granted, how long it lasts, and the days that lead to its renewal.
  func blocks(_ schedule: LabelSchedule, site: String, modules: [RichText]) -> [Document.Block] {
    let label = schedule.label
    var blocks: [Document.Block] = [
      .paragraph(words.granted(label.from, months: label.validity, until: label.until))
    ]
    if !modules.isEmpty {
      blocks.append(.paragraph(words.labelModules(modules.joined(separator: words.semicolon))))
    }
    if label.isWithdrawn { return blocks + [.paragraph(words.withdrawnLabel)] }
    if label.isStandingContested { blocks.append(.paragraph(words.contestedLabel)) }
    if let day = label.standing?.on { blocks.append(.paragraph(words.confirmedLabel(day))) }
    let left = label.until.dayNumber - date.dayNumber
    blocks.append(.paragraph(left < 0 ? words.expired(date) : words.remaining(left, date)))
    blocks.append(
      schedule.days.isEmpty
        ? .paragraph(words.noMilestones)
        : .chart(
          .timeline(timeline(of: schedule, site: site)), table(of: schedule, site: site)))
    return blocks
  }

  /// The validity of the label and each of its days, in the order of time.
  private func timeline(of schedule: LabelSchedule, site: String) -> Document.Timeline {
    let label = schedule.label
    let days = schedule.days.sorted { $0.milestone.date < $1.milestone.date }
    let rows = days.map { day in
      Document.Timeline.Row(
        label: RichText(data: words.language.pick(day.milestone.title)),
        first: day.milestone.date, last: day.milestone.date, sign: sign(of: day.standing))
    }
    let legend = Milestone.Standing.allCases.filter { standing in
      standing != .cancelled && days.contains { $0.standing == standing }
    }.map { Document.Timeline.Entry(sign(of: $0), words.word($0)) }
    let sentences = days.map { day in
      words.dueLine(
        RichText(data: words.language.pick(day.milestone.title)), day.milestone.date, site)
    }
    return Document.Timeline(
      title: words.timelineTitle(site),
      summary: sentences.joined(separator: words.semicolon),
      rows: [
        .init(
          label: words.validityRow(label.from), first: label.from, last: label.until,
          sign: .stretch)
      ] + rows,
      today: date, todayLabel: words.dayOfReport,
      legend: [.init(.stretch, words.validity)] + legend)
  }

  private func sign(of standing: Milestone.Standing) -> Document.Sign {
    switch standing {
    case .done: .done
    case .overdue: .missed
    case .planned, .cancelled, .contested: .planned
    }
  }

  private func table(of schedule: LabelSchedule, site: String) -> Document.Table {
    Document.Table(
      caption: words.scheduleCaption(site),
      columns: [
        Document.Column(words.dayColumn, share: 18),
        Document.Column(words.milestoneColumn, share: 28),
        Document.Column(words.standingColumn, share: 12),
        Document.Column(words.reasonColumn, share: 42),
      ],
      rows: schedule.days.map { day in
        [
          .date(day.milestone.date),
          .text(RichText(data: words.language.pick(day.milestone.title))),
          .text(words.word(day.standing)), .text(words.why(day)),
        ]
      })
  }
}
