import Auditing

/// Annex D, from each figure of the report to the entries of the journals that it is made of.
extension ReportBuilder {
  private typealias Source = (said: RichText, entries: [Entry])

  var sources: [Document.Section] {
    let rows = (verdictSources + recordSources).filter { !$0.entries.isEmpty }
    guard !rows.isEmpty else { return [] }
    let table = Document.Table(
      caption: words.sourcesCaption,
      columns: [
        column(words.saidColumn, 38), column(words.entriesColumn, 34),
        column(words.writtenByColumn, 28),
      ],
      rows: rows.map { source in
        [.text(source.said), .text(ids(source.entries)), .text(people(source.entries))]
      })
    return [
      section(
        "D.2", words.sources,
        blocks: [.paragraph(words.sourcesText(subject.tool.name.folded)), .table(table)])
    ]
  }

  private func entries(_ noun: Noun, _ key: String) -> [Entry] {
    subject.entries[noun]?[key] ?? []
  }

  /// The criteria that stand at each verdict: what was said of them, and the findings on them.
  private var verdictSources: [Source] {
    VerdictTally.order.map { verdict in
      let rows = rows.filter { $0.verdict == verdict }
      let said = rows.flatMap { row in
        row.assessments.flatMap { assessment in
          entries(
            .assessment,
            EventKind.naturalKey([audit.key, assessment.criterion, assessment.site]))
        } + row.findings.flatMap { entries(.finding, $0.key) }
      }
      return (words.counted(words.plural(verdict), rows.count), said)
    }
  }

  private var recordSources: [Source] {
    findingSources + measureSources + sampleSources + surveySources + actionSources
  }

  private var findingSources: [Source] {
    findings.map { finding in
      let said = list([RichText([.strong(number(finding))]), grade(finding)])
      return (said, entries(.finding, finding.key))
    }
  }

  private var measureSources: [Source] {
    let sites = Set(audit.scope.map(\.site))
    return subject.measures.filter { sites.contains($0.site) }.map { measure in
      let place = [measure.indicator, siteName(measure.site), measure.period, measure.item]
      let label = RichText(data: place.filter { !$0.isEmpty }.joined(separator: " · "))
      return (words.valued(label, measure.value), entries(.measure, measure.key))
    }
  }

  private var sampleSources: [Source] {
    subject.samples.map { summary in
      (RichText([.strong(summary.sample.id)]), entries(.sample, summary.sample.key))
    }
  }

  private var surveySources: [Source] {
    let sites = Set(audit.scope.map(\.site))
    return subject.surveys.filter { sites.contains($0.site) }.map { survey in
      let label = "\(survey.survey) · \(survey.question) · \(survey.period)"
      return (RichText(data: label), entries(.survey, survey.key))
    }
  }

  private var actionSources: [Source] {
    actions.map { (RichText([.strong($0.id)]), entries(.action, $0.key)) }
  }

  /// The operations, each once, in the order of time.
  private func ids(_ entries: [Entry]) -> RichText {
    let written = entries.filter { !$0.operation.isEmpty }.sorted { $0.at < $1.at }
    return Self.unique(written.map(\.shortID)).map { RichText([.code($0)]) }
      .joined(separator: RichText(data: " "))
  }

  /// Who wrote them, and from which day to which.
  private func people(_ entries: [Entry]) -> RichText {
    let names = Self.unique(entries.map(\.by)).map { personName($0) }
    let days = entries.map { $0.at.date() }
    return [list(names), words.period(days.min(), days.max())].lines
  }

  /// The words in their order, each once.
  static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
