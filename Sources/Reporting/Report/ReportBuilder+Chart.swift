import Auditing

/// The bars of conformity, by module on the first page and by chapter among the findings.
extension ReportBuilder {
  var moduleChart: Document.Block {
    let groups = checklist.modules.map { module in
      (moduleName(module.id), rows.filter { $0.criterion.module == module.id })
    }
    return chart(words.byModuleTitle, words.moduleColumn, groups)
  }

  var chapterChart: Document.Block {
    let groups = checklist.modules.flatMap { module in
      chapters(rows.filter { $0.criterion.module == module.id }).map { chapter in
        (chapter.title ?? moduleName(module.id), chapter.rows)
      }
    }
    return chart(words.byChapterTitle, words.chapterColumn, groups)
  }

  private func chart(
    _ title: RichText, _ head: RichText, _ groups: [(RichText, [CriterionRow])]
  ) -> Document.Block {
    let bars = groups.filter { !$0.1.isEmpty }.map { label, rows in
      let tally = VerdictTally(rows)
      return Document.BarChart.Bar(
        label: label, counts: VerdictTally.order.map { tally[$0] })
    }
    let series = VerdictTally.order.map {
      Document.BarChart.Series(label: words.plural($0), mark: .verdict($0))
    }
    let sentences = bars.map { bar in
      words.bar(bar.label, zip(series, bar.counts).map { ($0.label, $1) })
    }
    let chart = Document.BarChart(
      title: title, summary: sentences.joined(separator: RichText(data: " ")), series: series,
      bars: bars)
    return .chart(chart, table(of: chart, head))
  }

  private func table(of chart: Document.BarChart, _ head: RichText) -> Document.Table {
    let heads = chart.series.map(\.label) + [words.totalColumn]
    // A column is as wide as the longest word of its heading asks.
    let lengths = heads.map { head in
      max(6, head.plain.split(separator: " ").map(\.count).max() ?? 0)
    }
    let shares = lengths.map { 64 * $0 / max(1, lengths.reduce(0, +)) }
    return Document.Table(
      caption: words.chartTable(chart.title),
      columns: [column(head, 100 - shares.reduce(0, +))]
        + zip(heads, shares).map { column($0, $1, .trailing) },
      rows: chart.bars.map { bar in
        [.text(bar.label)] + bar.counts.map { .integer($0) } + [.integer(bar.total)]
      })
  }
}
