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
          blocks: [.definitions(statement(of: finding))] + answer(to: finding),
          startsPage: index > 0)
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

  /// What is known of the answer, and room for the rest.
  private func answer(to finding: Finding) -> [Document.Block] {
    let actions = subject.actions[finding.key] ?? []
    let parts = [
      (words.causeLabel, 2, actions.flatMap { cause(of: $0) }),
      (words.correctionLabel, 2, actions.filter { $0.kind == .correction }.map(inFull)),
      (words.correctiveLabel, 3, actions.filter { $0.kind != .correction }.map(inFull)),
      (words.verificationLabel, 2, actions.compactMap(verification)),
    ]
    let known = parts.filter { !$0.2.isEmpty }.map { Document.Definition($0.0, $0.2.lines) }
    let blanks = parts.filter(\.2.isEmpty).map {
      Document.Blank(label: $0.0, hint: words.toFillIn, lines: $0.1)
    }
    return (known.isEmpty ? [] : [.definitions(known)]) + (blanks.isEmpty ? [] : [.blanks(blanks)])
  }

  private func cause(of action: Action) -> [RichText] {
    action.causes.map { cause in
      words.cause(words.word(cause.category), cause.text, isRoot: cause.isRoot)
    }
  }

  private func inFull(_ action: Action) -> RichText {
    words.action(
      action, words.word(action.kind), owner: action.owner.map { personName($0) },
      done: action.completion?.on,
      evidence: action.completion.map { pieces($0.evidence) } ?? RichText(),
      isOverdue: action.isOverdue(on: subject.date))
  }

  private func verification(_ action: Action) -> RichText? {
    action.verification.map { verification in
      words.verification(
        action.id, verification, by: personName(verification.by),
        evidence: pieces(verification.evidence))
    }
  }

  private func pieces(_ keys: [String]) -> RichText {
    list(keys.map { evidence[$0].map { RichText(data: $0.id) } ?? words.missingEvidence($0) })
  }
}
