import Auditing

/// Annex C, the labels of the sites in scope and the days that lead to their renewal.
extension ReportBuilder {
  var schedule: Document.Section {
    let sites = Set(audit.scope.map(\.site))
    let schedules = subject.schedules.filter { sites.contains($0.label.site) }
    return Document.Section(
      number: words.annex("C"), title: words.schedule,
      blocks: schedules.isEmpty ? [.paragraph(words.noLabels)] : [],
      sections: schedules.enumerated().map { index, schedule in
        let label = schedule.label
        let isThisOne = label.checklist == checklist.id
        return section(
          "C.\(index + 1)", name(of: label),
          blocks: ScheduleBlocks(words: words, date: subject.date).blocks(
            schedule, site: siteName(label.site),
            modules: label.modules.map { isThisOne ? moduleName($0) : RichText(data: $0) }))
      })
  }

  private func name(of label: Label) -> RichText {
    let isThisOne = label.checklist == checklist.id
    return words.label(
      isThisOne ? checklistTitle : RichText(data: label.checklist), siteName(label.site))
  }
}
