import Auditing

/// The bars of conformity, by module on the first page and by chapter among the findings, and those
/// of the findings by grade.
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
    return chart(title, head, series, bars)
  }

  /// The findings counted by grade, the gravest first.
  var gradeChart: Document.Block {
    let counts = Dictionary(grouping: findings, by: \.grade).mapValues(\.count)
    let known = checklist.grades.sorted { $0.severity > $1.severity }
    let others = Set(counts.keys).subtracting(known.map(\.code)).sorted()
    let grades = known.map { (code: $0.code, label: words.text($0.title), $0.severity) }
    let series =
      grades.map { Document.BarChart.Series(label: $0.label, mark: .severity($0.2)) }
      + others.map { Document.BarChart.Series(label: RichText(data: $0), mark: .unknown) }
    let codes = known.map(\.code) + others
    let bars = codes.enumerated().map { place, code in
      Document.BarChart.Bar(
        label: series[place].label,
        counts: codes.indices.map { $0 == place ? counts[code] ?? 0 : 0 })
    }
    let chart = Document.BarChart(
      title: words.byGradeTitle,
      summary: words.counts(bars.map { ($0.label, $0.total) }), series: series, bars: bars,
      hasLegend: false)
    let table = Document.Table(
      caption: words.byGradeCaption,
      columns: [column(words.gradeColumn, 70), column(words.countColumn, 30, .trailing)],
      rows: zip(series, bars).map { series, bar in
        [.text(RichText([.mark(series.mark, series.label.plain)])), .integer(bar.total)]
      })
    return findings.isEmpty ? .table(table) : .chart(chart, table)
  }

  private func chart(
    _ title: RichText, _ head: RichText, _ series: [Document.BarChart.Series],
    _ bars: [Document.BarChart.Bar]
  ) -> Document.Block {
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
