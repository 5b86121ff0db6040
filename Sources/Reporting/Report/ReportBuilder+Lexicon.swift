import Auditing

/// Part 7, the grades, the words of the report and the terms of the checklist.
extension ReportBuilder {
  var lexicon: Document.Section {
    section(
      "7.", words.lexicon,
      sections: [
        section("7.1", words.gradesHeading, blocks: [grades]),
        section(
          "7.2", words.wordsHeading,
          blocks: [
            .definitions(
              VerdictTally.order.map { .init(words.mark($0), words.explanation($0)) }
                + Checklist.Provenance.allCases.map {
                  .init(words.word($0), words.explanation($0))
                })
          ]),
        section("7.3", words.termsHeading, blocks: [terms]),
      ])
  }

  private var grades: Document.Block {
    .table(
      Document.Table(
        caption: words.gradesCaption,
        columns: [
          column(words.codeColumn, 12), column(words.titleColumn, 26),
          column(words.severityColumn, 24), column(words.definitionColumn, 38),
        ],
        rows: checklist.grades.sorted { $0.severity > $1.severity }.map { grade in
          [
            .text(RichText([.code(grade.code)])), .text(words.text(grade.title)),
            .text(
              RichText([.mark(.severity(grade.severity), words.word(grade.severity).plain)])),
            grade.definition.map { .text(words.text($0)) } ?? .empty,
          ]
        }))
  }

  private var terms: Document.Block {
    guard !checklist.terms.isEmpty else { return .paragraph(words.noTerms) }
    let sorted = checklist.terms.sorted { $0.title[language].folded < $1.title[language].folded }
    return .definitions(
      sorted.map { term in
        .init(
          words.text(term.title),
          words.term(term.definition.map { words.text($0) }, clause: term.clause))
      })
  }
}
