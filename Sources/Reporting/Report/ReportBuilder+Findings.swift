import Auditing

/// Part 4, the findings counted, charted and listed.
extension ReportBuilder {
  var findingsSummary: Document.Section {
    var conformity: [Document.Block] = [.paragraph(words.rate(rate))]
    if tally.total > 0 { conformity.append(chapterChart) }
    return section(
      "4.", words.findingsSummary,
      sections: [
        section("4.1", words.byGrade, blocks: [gradeChart]),
        section("4.2", words.conformity, blocks: conformity),
        section("4.3", words.allFindings, blocks: findingsTable),
      ] + numbered(followUp + progress))
  }

  /// The parts that are not in every report, numbered after those that are.
  private func numbered(_ parts: [Document.Section]) -> [Document.Section] {
    parts.enumerated().map { index, part in
      var part = part
      part.number = RichText(data: "4.\(index + 4)")
      return part
    }
  }

  /// What this audit says of the findings of the one it goes on from.
  private var followUp: [Document.Section] {
    guard let summary = subject.followUp, !summary.lines.isEmpty else { return [] }
    let rows = summary.lines.compactMap { line -> [Document.Cell]? in
      guard let earlier = line.earlier else { return nil }
      return [
        .text(RichText([.strong(number(earlier))])), .text(RichText(data: earlier.text)),
        .text(words.word(line.fate)),
        line.successor.map { .text(RichText(data: number($0))) } ?? .empty,
      ]
    }
    return [
      section(
        "4.4", words.followUp,
        blocks: [
          .table(
            Document.Table(
              caption: words.followUpCaption(summary.audit),
              columns: [
                column(words.numberColumn, 12), column(words.statementColumn, 52),
                column(words.outcomeColumn, 20), column(words.takenUpColumn, 16),
              ], rows: rows))
        ])
    ]
  }

  private var findingsTable: [Document.Block] {
    guard !findings.isEmpty else { return [.paragraph(words.noFindings)] }
    return [
      .table(
        Document.Table(
          caption: words.findingsCaption,
          columns: [
            column(words.numberColumn, 9), column(words.criterionColumn, 22),
            column(words.statementColumn, 27), column(words.evidenceColumn, 15),
            column(words.positionColumn, 14), column(words.dueAndActionColumn, 13),
          ], rows: findings.map(row)))
    ]
  }

  private func row(_ finding: Finding) -> [Document.Cell] {
    let grade = grade(finding)
    let place = words.site(
      siteName(finding.site), service: finding.service.map { serviceName($0) })
    let isNonconformity = subject.severity(of: finding)?.isNonconformity ?? false
    let actions = (subject.actions[finding.key] ?? []).map { RichText(data: $0.id) }
    let due: Document.Cell =
      finding.due.map { .date($0) } ?? (isNonconformity ? .text(words.notDue) : .empty)
    let answer = [due.text(in: words.typography), list(actions)].filter { !$0.isEmpty }.lines
    return [
      .text(RichText([.strong(number(finding))])),
      .text([criterion(of: finding), place].lines),
      .text([grade, RichText(data: finding.text)].lines),
      .text(citations(of: finding)),
      isNonconformity || finding.position != .none
        ? .text([position(of: finding), words.word(finding.status)].lines) : .empty,
      actions.isEmpty ? due : .text(answer),
    ]
  }

  /// The criterion of a finding: id, title and the edition that says so.
  func criterion(of finding: Finding) -> RichText {
    guard let criterion = checklist.criterion(finding.criterion) else {
      return RichText(data: finding.criterion)
    }
    return words.criterion(
      criterion.id, words.text(criterion.title), edition: checklist.edition)
  }

  func position(of finding: Finding) -> RichText {
    words.position(words.word(finding.position), words: finding.words)
  }

  private func citations(of finding: Finding) -> RichText {
    finding.evidence.map { key in
      guard let piece = evidence[key] else { return words.missingEvidence(key) }
      return words.evidence(piece.id, digest: piece.sha256)
    }.lines
  }
}
