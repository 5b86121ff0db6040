import Auditing

/// Annex B, the measures of the sites in scope held against their targets.
extension ReportBuilder {
  var indicators: Document.Section {
    Document.Section(
      number: words.annex("B"), title: words.indicators, blocks: measures,
      sections: subsections("B", samples + surveys))
  }

  /// Parts of an annex, numbered in order.
  private func subsections(
    _ letter: String, _ parts: [(title: RichText, blocks: [Document.Block])]
  ) -> [Document.Section] {
    parts.enumerated().map { index, part in
      section("\(letter).\(index + 1)", part.title, blocks: part.blocks)
    }
  }

  private var measures: [Document.Block] {
    let rows = checklist.indicators.flatMap(rows(of:))
    guard !rows.isEmpty else { return [.paragraph(words.noIndicators)] }
    let table = Document.Table(
      caption: words.indicatorsCaption,
      columns: [
        column(words.indicatorColumn, 26), column(words.siteColumn, 14),
        column(words.periodColumn, 10), column(words.valueColumn, 11, .trailing),
        column(words.sampleColumn, 10, .trailing), column(words.targetColumn, 13),
        column(words.metColumn, 16),
      ], rows: rows)
    return [trends.map { .chart(.trends($0), table) } ?? .table(table)]
  }

  private func rows(of indicator: Checklist.Indicator) -> [[Document.Cell]] {
    let sites = Set(audit.scope.map(\.site))
    let measures = subject.measures.filter {
      $0.indicator == indicator.id && sites.contains($0.site)
    }
    let name = [
      RichText([.strong(indicator.id)]) + RichText(data: " ") + words.text(indicator.title),
      words.provenance(words.word(indicator.provenance), ref: nil),
    ].lines
    let target = indicator.target.map { words.target($0) } ?? words.noTarget
    guard !measures.isEmpty else {
      return [
        [.text(name), .empty, .empty, .text(words.notMeasured), .empty, .text(target), .empty]
      ]
    }
    return Series.all(measures).flatMap(\.measures).map { measure in
      [
        .text(name), .text(RichText(data: siteName(measure.site))),
        .text(
          RichText(
            data: [measure.period, measure.item].filter { !$0.isEmpty }.joined(separator: " · "))),
        .quantity(measure.value),
        sample(of: measure, indicator), .text(target), .text(met(measure, indicator)),
      ]
    }
  }

  /// The size of the sample; a rate or a mean that does not say it says so.
  private func sample(of measure: Measure, _ indicator: Checklist.Indicator) -> Document.Cell {
    if let n = measure.n { return .integer(n) }
    let isRate = indicator.unit == .percent || measure.value.unit == .percent
    return switch indicator.statistic {
    case .mean, .median, .share: .text(words.sampleNotGiven)
    case .count: .empty
    case nil: isRate ? .text(words.sampleNotGiven) : .empty
    }
  }

  private func met(_ measure: Measure, _ indicator: Checklist.Indicator) -> RichText {
    let source = measure.source.map { words.source($0) } ?? RichText()
    let unknown = RichText([.mark(.unknown, words.unknown.plain)])
    guard indicator.target != nil else { return [unknown, source].lines }
    guard let met = measure.meets(indicator) else {
      return [unknown, words.notComparable, source].lines
    }
    let mark: RichText.Run =
      met ? .mark(.yes, words.yes.plain) : .mark(.no, words.no.plain)
    return [RichText([mark]), source].lines
  }
}
