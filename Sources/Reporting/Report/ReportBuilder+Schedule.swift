import Auditing
import Scheduling

/// Annex C, the labels of the sites in scope and the days that lead to their renewal.
extension ReportBuilder {
  var schedule: Document.Section {
    let sites = Set(audit.scope.map(\.site))
    let schedules = subject.schedules.filter { sites.contains($0.label.site) }
    return Document.Section(
      number: words.annex("C"), title: words.schedule,
      blocks: schedules.isEmpty ? [.paragraph(words.noLabels)] : [],
      sections: schedules.enumerated().map { index, schedule in
        section("C.\(index + 1)", name(of: schedule.label), blocks: blocks(of: schedule))
      })
  }

  private func name(of label: Label) -> RichText {
    let isThisOne = label.checklist == checklist.id
    return words.label(
      isThisOne ? checklistTitle : RichText(data: label.checklist), siteName(label.site))
  }

  private func blocks(of schedule: LabelSchedule) -> [Document.Block] {
    let label = schedule.label
    var blocks: [Document.Block] = [
      .paragraph(words.granted(label.from, months: label.validity, until: label.until))
    ]
    if !label.modules.isEmpty {
      let isThisOne = label.checklist == checklist.id
      let names = label.modules.map { isThisOne ? moduleName($0) : RichText(data: $0) }
      blocks.append(.paragraph(words.labelModules(names.joined(separator: words.semicolon))))
    }
    if label.isWithdrawn {
      return blocks + [.paragraph(words.withdrawnLabel)]
    }
    let days = label.until.dayNumber - subject.date.dayNumber
    blocks.append(
      .paragraph(
        days < 0 ? words.expired(subject.date) : words.remaining(days, subject.date)))
    blocks.append(milestones(of: schedule))
    return blocks
  }

  private func milestones(of schedule: LabelSchedule) -> Document.Block {
    guard !schedule.milestones.isEmpty else { return .paragraph(words.noMilestones) }
    return .table(
      Document.Table(
        caption: words.scheduleCaption(siteName(schedule.label.site)),
        columns: [
          column(words.dayColumn, 20), column(words.milestoneColumn, 32),
          column(words.reasonColumn, 48),
        ],
        rows: schedule.milestones.map { milestone in
          [
            .date(milestone.date), .text(RichText(data: language.pick(milestone.title))),
            .text(words.why(milestone)),
          ]
        }))
  }
}
