import Auditing

/// Part 3, the grid: by module and chapter, what was concluded of each criterion.
extension ReportBuilder {
  var evaluation: Document.Section {
    var blocks: [Document.Block] = []
    if subject.isProvisional { blocks.append(.notice(provisional)) }
    blocks.append(.paragraph(rows.isEmpty ? words.noCriteria : words.evaluationText))
    let modules = checklist.modules.compactMap { module -> (String, [CriterionRow])? in
      let rows = rows.filter { $0.criterion.module == module.id }
      return rows.isEmpty ? nil : (module.id, rows)
    }
    let sections = modules.enumerated().map { index, entry in
      section(
        "3.\(index + 1)", moduleName(entry.0),
        blocks: chapters(entry.1).map { grid($0.title ?? moduleName(entry.0), $0.rows) })
    }
    return section("3.", words.evaluation, blocks: blocks, sections: sections, startsPage: true)
  }

  /// The rows of a module by chapter, chapters in the order in which they first appear.
  func chapters(_ rows: [CriterionRow]) -> [(title: RichText?, rows: [CriterionRow])] {
    var order: [LocalizedText?] = []
    var table: [LocalizedText?: [CriterionRow]] = [:]
    for row in rows {
      let chapter = row.criterion.chapter
      if table[chapter] == nil { order.append(chapter) }
      table[chapter, default: []].append(row)
    }
    let isAlone = order.count == 1
    return order.map { chapter in
      let title = chapter.map { words.text($0) } ?? (isAlone ? nil : words.otherRequirements)
      return (title, table[chapter] ?? [])
    }
  }

  private func grid(_ title: RichText, _ rows: [CriterionRow]) -> Document.Block {
    let isOneSite = audit.visitedSites.count == 1
    var columns = [
      column(words.criterionColumn, 12), column(words.requirementColumn, isOneSite ? 38 : 28),
    ]
    if !isOneSite { columns.append(column(words.bySiteColumn, 21)) }
    columns += [
      column(words.stateColumn, isOneSite ? 27 : 18),
      column(words.evidenceColumn, isOneSite ? 11 : 10),
      column(words.findingsColumn, isOneSite ? 12 : 11, .trailing),
    ]
    return .table(
      Document.Table(
        caption: words.gridCaption(title), columns: columns,
        rows: rows.map { gridRow($0, isOneSite: isOneSite) }))
  }

  private func gridRow(_ row: CriterionRow, isOneSite: Bool) -> [Document.Cell] {
    let criterion = row.criterion
    let requirement = [
      words.text(criterion.title),
      words.provenance(words.word(criterion.provenance), ref: criterion.ref),
    ].lines
    var cells: [Document.Cell] = [
      .text(RichText([.strong(criterion.id)])), .text(requirement),
    ]
    if !isOneSite {
      let sites = row.assessments.map {
        words.atSite(siteName($0.site), words.mark($0), reason: $0.reason)
      }
      cells.append(.text(sites.lines))
    }
    cells.append(.text(state(row, isOneSite: isOneSite)))
    let ids = row.evidence.map { RichText(data: $0.id) }
    cells.append(ids.isEmpty ? .empty : .text(list(ids)))
    cells.append(.integer(row.findings.count))
    return cells
  }

  private func state(_ row: CriterionRow, isOneSite: Bool) -> RichText {
    let alone = isOneSite ? row.assessments.first : nil
    let mark = alone.map { words.mark($0) } ?? words.mark(row.verdict)
    let reason = alone?.reason.map { words.reason($0) } ?? RichText()
    return [mark, words.assessed(row.status.assessed, of: row.status.sites), reason].lines
  }
}
