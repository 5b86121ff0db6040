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
    if let day = label.standing?.on { blocks.append(.paragraph(words.confirmedLabel(day))) }
    let left = label.until.dayNumber - date.dayNumber
    blocks.append(.paragraph(left < 0 ? words.expired(date) : words.remaining(left, date)))
    blocks.append(
      schedule.days.isEmpty
        ? .paragraph(words.noMilestones) : .table(table(of: schedule, site: site)))
    return blocks
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
