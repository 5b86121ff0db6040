import Auditing

/// What the rules of the checklist conclude, beside the auditors' own conclusion.
extension ReportBuilder {
  /// The opinion for each site with the rules that do not hold, and whose rules they are.
  var opinion: [Document.Block] {
    guard !subject.awards.isEmpty else { return [] }
    var blocks: [Document.Block] = []
    if subject.awards.contains(where: { $0.provenance != .established }) {
      blocks.append(
        .notice(.init(.caution, title: words.opinionTitle, text: words.opinionIsOurs)))
    }
    blocks.append(
      .table(
        Document.Table(
          caption: words.opinionCaption,
          columns: [
            column(words.siteColumn, 26), column(words.opinionColumn, 24),
            column(words.rulesColumn, 50),
          ],
          rows: subject.awards.map { award in
            [
              .text(RichText(data: siteName(award.site))),
              .text(words.opinion(award.verdict)),
              .text(rules(of: award)),
            ]
          })))
    return blocks
  }

  private func rules(of award: Award) -> RichText {
    let lines = award.rules.map { rule, outcome in
      words.rule(rule.id, words.text(rule.title), outcome, words.word(rule.provenance))
    }
    return lines.lines
  }
}
