import Auditing

/// Part 5, one sheet a nonconformity, with room for the auditee's answer.
extension ReportBuilder {
  var sheets: Document.Section {
    let nonconformities = findings.filter { subject.severity(of: $0)?.isNonconformity ?? false }
    return section(
      "5.", words.sheets, blocks: nonconformities.isEmpty ? [.paragraph(words.noSheets)] : [],
      sections: nonconformities.enumerated().map { index, finding in
        Document.Section(
          number: RichText(data: "5.\(index + 1)"), title: words.sheet(number(finding)),
          blocks: [.definitions(statement(of: finding)), .blanks(blanks)], startsPage: index > 0)
      }, startsPage: true)
  }

  private func statement(of finding: Finding) -> [Document.Definition] {
    let pieces = finding.evidence.map { key in
      evidence[key].map { inFull($0) } ?? words.missingEvidence(key)
    }
    return [
      .init(words.criterionLabel, criterion(of: finding)),
      .init(
        words.siteLabel,
        words.site(siteName(finding.site), service: finding.service.map { serviceName($0) })),
      .init(words.gradeLabel, grade(finding)),
      .init(words.statementLabel, RichText(data: finding.text)),
      .init(words.evidenceLabel, pieces.isEmpty ? words.none : pieces.lines),
      .init(words.positionLabel, position(of: finding)),
      .init(words.dueLabel, finding.due.map { words.before($0) } ?? words.notDue),
    ]
  }

  private func inFull(_ piece: Evidence) -> RichText {
    words.evidence(
      piece, content: content(of: piece),
      details: [origin(of: piece), collection(of: piece)].filter { !$0.isEmpty }
        .joined(separator: words.semicolon))
  }

  private var blanks: [Document.Blank] {
    [
      .init(label: words.causeLabel, hint: words.toFillIn, lines: 2),
      .init(label: words.correctionLabel, hint: words.toFillIn, lines: 2),
      .init(label: words.correctiveLabel, hint: words.toFillIn, lines: 3),
      .init(label: words.verificationLabel, hint: words.toFillIn, lines: 2),
    ]
  }
}
