import Auditing

/// Part 6, the closing minutes: conclusion, divergences, and who signs.
extension ReportBuilder {
  var closing: Document.Section {
    section(
      "6.", words.closing,
      sections: [
        section("6.1", words.conclusionLabel, blocks: meetings + conclusion + opinion),
        section("6.2", words.divergences, blocks: positions + divergences),
        section("6.3", words.samplingTitle, blocks: [.paragraph(words.sampling)] + samplesInBrief),
        section(
          "6.4", words.signatories,
          blocks: signatories + [
            .notice(
              .init(
                .neutral, title: words.unsignedTitle, text: words.signature(subject.signature)))
          ]),
      ], startsPage: true)
  }

  private var conclusion: [Document.Block] {
    guard let conclusion = audit.conclusion else { return [.paragraph(words.noConclusion)] }
    var blocks: [Document.Block] = []
    if audit.isConclusionStale {
      let command = Completeness.Gap.staleConclusion.command(
        audit: audit.id, in: language)
      blocks.append(
        .notice(
          .init(
            .caution, title: words.incompleteTitle, text: words.staleConclusion(command))))
    }
    blocks += [
      .paragraph(RichText(data: conclusion.text)),
      .definitions([
        .init(words.degreeLabel, conclusion.degree.map { words.degree($0) } ?? words.notGiven),
        .init(words.recommendationLabel, words.orNotGiven(conclusion.recommendation)),
      ]),
      .paragraph(words.concluded(by: personName(conclusion.by), conclusion.at)),
    ]
    return blocks
  }

  /// What was said at the opening and closing meetings.
  private var meetings: [Document.Block] {
    let held = subject.meetings.filter { !$0.present.isEmpty || $0.words?.isEmpty == false }
    guard !held.isEmpty else { return [] }
    return [
      .definitions(
        held.map { meeting in
          let present = list(meeting.present.map { personName($0) })
          return .init(
            words.word(meeting.kind),
            [
              meeting.start.map { words.moment($0) },
              meeting.present.isEmpty ? nil : words.present(present),
              meeting.words.map { RichText(data: $0) },
            ].compactMap(\.self).lines)
        })
    ]
  }

  /// The auditee's position on each finding on which one was taken, in their own words.
  private var positions: [Document.Block] {
    let heard = findings.filter { $0.position != .none }
    guard !heard.isEmpty else { return [] }
    return [
      .table(
        Document.Table(
          caption: words.positionsCaption,
          columns: [
            column(words.numberColumn, 12), column(words.statementColumn, 44),
            column(words.positionColumn, 44),
          ],
          rows: heard.map { finding in
            [
              .text(RichText([.strong(number(finding))])), .text(RichText(data: finding.text)),
              .text(position(of: finding)),
            ]
          }))
    ]
  }

  private var divergences: [Document.Block] {
    let contested = findings.filter { $0.position == .contested }
    let unheard = subject.nonconformities.count { $0.position == .none }
    var blocks: [Document.Block] =
      contested.isEmpty
      ? [.paragraph(words.noDivergence)]
      : [.list(contested.map { words.divergence(number($0), $0.text, words: $0.words) })]
    if unheard > 0 { blocks.append(.paragraph(words.unheard(unheard))) }
    return blocks
  }

  private var signatories: [Document.Block] {
    let signing = audit.team.filter { $0.role == .lead || $0.role == .auditee }
    guard !signing.isEmpty else { return [.paragraph(words.noSignatories)] }
    return [
      .table(
        Document.Table(
          caption: words.signatoriesCaption,
          columns: [
            column(words.fullNameColumn, 36), column(words.qualityColumn, 36),
            column(words.asColumn, 28),
          ],
          rows: signing.map { member in
            [
              .text(personName(member.person)),
              .text(words.orNotGiven(person(member.person)?.role)),
              .text(words.word(member.role)),
            ]
          })),
      .blanks(
        signing.map { member in
          .init(
            label: list([personName(member.person), words.word(member.role)]),
            hint: words.dateAndSignature, lines: 2)
        }),
    ]
  }
}
