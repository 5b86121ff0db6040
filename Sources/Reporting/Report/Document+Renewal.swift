package import Auditing
import Scheduling

extension Document {
  /// Creates the reminder schedule of the labels of a dossier in a language.
  package init(reminding subject: RenewalSubject, in language: Language) {
    let builder = RenewalBuilder(subject: subject, words: ReportWording(language))
    self.init(
      language: language, metadata: builder.metadata, notices: builder.notices,
      opening: builder.opening, sections: builder.sections)
  }
}

/// The parts of the reminder schedule.
private struct RenewalBuilder {
  let subject: RenewalSubject
  let words: ReportWording

  var metadata: Document.Metadata {
    let watermark: RichText? =
      switch subject.purpose {
      case .exercise: words.exerciseTitle
      case .trial: words.trialTitle
      case .real: nil
      }
    let overdue = self.overdue.count
    return Document.Metadata(
      kicker: words.renewalKicker, title: RichText(data: subject.title),
      subtitle: words.renewalSubtitle(subject.date),
      state: overdue > 0
        ? .init(word: words.overdueState(overdue), tone: .bad)
        : !ended.isEmpty
          ? .init(word: words.endedState(ended.count), tone: .bad)
          : contestedState ?? .init(word: words.upToDate, tone: .good),
      date: subject.date, generator: "\(subject.tool.name) \(subject.tool.version)",
      footer: words.renewalFooter(subject.title), labels: words.labels(watermark: watermark?.plain))
  }

  /// What people disagree on, labels before days; nothing where they agree.
  private var contestedState: Document.State? {
    if !contested.isEmpty {
      return .init(word: words.contestedState(contested.count), tone: .caution)
    }
    guard !disputed.isEmpty else { return nil }
    return .init(word: words.disputedState(disputed.count), tone: .caution)
  }

  var notices: [Document.Notice] {
    var notices: [Document.Notice] = []
    switch subject.purpose {
    case .exercise:
      notices.append(.init(.caution, title: words.exerciseTitle, text: words.exerciseText))
    case .trial: notices.append(.init(.caution, title: words.trialTitle, text: words.trialText))
    case .real: break
    }
    if !overdue.isEmpty {
      notices.append(
        .init(
          .bad, title: words.overdueTitle, text: words.overdueText(overdue.count),
          items: overdue.map(line)))
    }
    if !ended.isEmpty {
      notices.append(
        .init(
          .bad, title: words.endedTitle, text: words.endedText(ended.count),
          items: ended.map { words.dueLine(checklist($0.checklist), $0.until, site($0)) }))
    }
    if !contested.isEmpty {
      notices.append(
        .init(
          .caution, title: words.contestedTitle, text: words.contestedText(contested.count),
          items: contested.map { words.dueLine(checklist($0.checklist), $0.until, site($0)) }))
    }
    if !disputed.isEmpty {
      notices.append(
        .init(
          .caution, title: words.disputedTitle, text: words.disputedText(disputed.count),
          items: disputed.map(line)))
    }
    for id in Set(subject.schedules.map(\.label.checklist)).sorted()
    where subject.provisional.contains(id) {
      notices.append(
        .init(.caution, title: words.provisionalTitle, text: words.provisional(checklist(id))))
    }
    return notices
  }

  var opening: Document.Section {
    guard !subject.schedules.isEmpty else {
      return .init(title: words.atAGlance, blocks: [.paragraph(words.noLabelsAtAll)])
    }
    var blocks: [Document.Block] = []
    if let next { blocks.append(.lead(words.nextDay(line(next)))) }
    blocks.append(.table(overview))
    blocks.append(.contents)
    return .init(title: words.atAGlance, blocks: blocks)
  }

  var sections: [Document.Section] {
    let parts = ScheduleBlocks(words: words, date: subject.date)
    return subject.schedules.enumerated().map { index, schedule in
      let label = schedule.label
      return Document.Section(
        number: RichText(data: "\(index + 1)"),
        title: words.label(checklist(label.checklist), site(label)),
        blocks: parts.blocks(
          schedule, site: site(label), modules: label.modules.map { RichText(data: $0) }))
    }
  }

  private typealias Entry = (label: Label, day: LabelSchedule.Day)

  private var entries: [Entry] {
    subject.schedules.flatMap { schedule in schedule.days.map { (schedule.label, $0) } }
      .sorted { $0.day.milestone.date < $1.day.milestone.date }
  }

  private var overdue: [Entry] { entries.filter { $0.day.standing == .overdue } }

  /// The labels whose last day is past and that no later one of the same site took the place of.
  private var ended: [Label] {
    let labels = subject.schedules.map(\.label).filter { !$0.isWithdrawn }
    return labels.filter { label in
      label.until < subject.date
        && !labels.contains {
          $0.site == label.site && $0.checklist == label.checklist && $0.until > label.until
        }
    }
  }

  /// The labels of which people disagree on whether they were withdrawn.
  private var contested: [Label] { subject.schedules.map(\.label).filter(\.isStandingContested) }

  /// The milestones on which people disagree, though they agree on the label.
  private var disputed: [Entry] {
    entries.filter { $0.day.standing == .contested && !$0.label.isStandingContested }
  }

  /// The first day to come on which something is still to be done.
  private var next: Entry? {
    entries.first { $0.day.standing == .planned && $0.day.milestone.date >= subject.date }
  }

  private var overview: Document.Table {
    Document.Table(
      caption: words.labelsCaption,
      columns: [
        Document.Column(words.siteColumn, share: 30),
        Document.Column(words.checklistColumn, share: 34),
        Document.Column(words.untilColumn, share: 18),
        Document.Column(words.daysLeftColumn, share: 18, alignment: .trailing),
      ],
      rows: subject.schedules.map { schedule in
        let label = schedule.label
        return [
          .text(RichText(data: site(label))), .text(checklist(label.checklist)),
          .date(label.until),
          .integer(max(0, label.until.dayNumber - subject.date.dayNumber)),
        ]
      })
  }

  private func line(_ entry: Entry) -> RichText {
    words.dueLine(
      RichText(data: words.language.pick(entry.day.milestone.title)),
      entry.day.milestone.date, site(entry.label))
  }

  private func site(_ label: Label) -> String {
    subject.sites.first { $0.id == label.site }?.name ?? label.site
  }

  private func checklist(_ id: String) -> RichText {
    subject.checklists[id].map(words.text) ?? RichText(data: id)
  }
}
