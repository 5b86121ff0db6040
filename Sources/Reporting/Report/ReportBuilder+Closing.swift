import Auditing

/// Part 6, the closing minutes: conclusion, divergences, and who signs.
extension ReportBuilder {
  var closing: Document.Section {
    section(
      "6.", words.closing,
      sections: [
        section("6.1", words.conclusionLabel, blocks: conclusion),
        section("6.2", words.divergences, blocks: divergences),
        section("6.3", words.samplingTitle, blocks: [.paragraph(words.sampling)]),
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
          }))
    ]
  }
}
