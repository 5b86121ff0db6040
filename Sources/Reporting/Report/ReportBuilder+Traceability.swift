import Auditing

/// Annexes D and E: what the report rests on, and what it still lacks.
extension ReportBuilder {
  var traceability: Document.Section {
    Document.Section(
      number: words.annex("D"), title: words.traceability,
      blocks: [
        .definitions([
          .init(
            words.toolLabel, RichText(data: "\(subject.tool.name) \(subject.tool.version)")),
          .init(words.writtenLabel, words.written(subject.written)),
          .init(words.checklistLabel, checklistName),
          .init(words.checklistDigestLabel, RichText([.code(subject.checklistDigest)])),
          .init(words.givenClockLabel, words.entries(subject.entriesUnderGivenClock)),
        ]), heads,
      ],
      sections: [
        section(
          "D.1", words.howToCheck, blocks: [.list(words.waysToCheck(subject.tool.name.folded))])
      ] + sources)
  }

  private var heads: Document.Block {
    guard !subject.heads.isEmpty else { return .paragraph(words.noHeads) }
    return .table(
      Document.Table(
        caption: words.headsCaption,
        columns: [
          column(words.writerColumn, 24), column(words.entryColumn, 12, .trailing),
          column(words.digestColumn, 64),
        ],
        rows: subject.heads.sorted { $0.writer < $1.writer }.map { head in
          [
            .text(RichText([.code(head.writer)])), .integer(head.n),
            .text(RichText([.code(head.id)])),
          ]
        }))
  }

  var contentChecklist: Document.Section {
    Document.Section(
      number: words.annex("E"), title: words.completeness,
      blocks: [
        .table(
          Document.Table(
            caption: words.completenessCaption,
            columns: [
              column(words.letterColumn, 8), column(words.headingColumn, 30),
              column(words.stateColumn, 16), column(words.detailColumn, 46),
            ], rows: completeness.items.map(row)))
      ])
  }

  private func row(_ item: Completeness.Item) -> [Document.Cell] {
    let (state, detail): (RichText, RichText) =
      switch item.state {
      case .filled: (words.filled, words.place(of: item.heading))
      case .notApplicable(let reason): (words.notApplicableHeading, RichText(data: reason))
      case .missing(let gaps):
        (
          words.missing,
          gaps.map { words.gap($0, command: $0.command(audit: audit.id, in: language)) }.lines
        )
      }
    return [
      .text(RichText([.strong(item.heading.rawValue)])), .text(words.heading(item.heading)),
      .text(state), .text(detail),
    ]
  }
}
