import Auditing
import Scheduling

/// Samples and surveys: how they were made, what they came to, and how sure that is.
extension ReportBuilder {
  typealias Part = (title: RichText, blocks: [Document.Block])

  var samples: [Part] {
    guard !subject.samples.isEmpty else { return [] }
    let table = Document.Table(
      caption: words.samplesCaption,
      columns: [
        column(words.sampleNameColumn, 24), column(words.drawColumn, 24),
        column(words.resultColumn, 28), column(words.casesColumn, 24),
      ], rows: subject.samples.map(row))
    return [(words.samples, [.paragraph(words.samplesText), .table(table)])]
  }

  private func row(_ summary: SampleSummary) -> [Document.Cell] {
    let (sample, result) = (summary.sample, summary.result)
    let place = list(
      [
        sample.criterion.map { RichText(data: $0) }, sample.indicator.map { RichText(data: $0) },
        sample.site.map { RichText(data: siteName($0)) },
      ].compactMap(\.self))
    let source = sample.population.source.map { source in
      words.drawnFrom(source, digest: sample.population.sha256)
    }
    return [
      .text(
        [
          RichText([.strong(sample.id)]), sample.title.map { RichText(data: $0) } ?? RichText(),
          place,
        ]
        .filter { !$0.isEmpty }.lines),
      .text(
        [
          words.drawn(sample.size, of: sample.population.count),
          sample.firstSize < sample.size ? words.extended(from: sample.firstSize) : RichText(),
          words.seed(sample.seed), source ?? RichText(),
        ].lines),
      .text(outcome(result).lines), .text(cases(summary).lines),
    ]
  }

  /// What the items come to; what is not recorded or waits for an answer is said.
  private func outcome(_ result: SampleResult) -> [RichText] {
    var lines: [RichText] = []
    if let within = result.withinLimit {
      lines.append(words.within(result.limit, within))
    }
    if let mean = result.mean, let median = result.median {
      lines.append(words.mean(mean, median: median, n: result.values.count))
    }
    lines += result.questions.map { words.met($0.question, $0.met) }
    if result.pending > 0 { lines.append(words.pending(result.pending)) }
    if result.unrecorded > 0 { lines.append(words.unrecorded(result.unrecorded)) }
    return lines
  }

  /// Each item that does not conform, with its value and where it stands in the file.
  private func cases(_ summary: SampleSummary) -> [RichText] {
    let late = summary.result.late.map { line in
      words.lateCase(
        line.item, line.value, row: line.recorded?.row,
        unmet: (line.recorded?.checks ?? []).filter { !$0.isMet }.map(\.question),
        note: line.recorded?.note)
    }
    return (late.isEmpty ? [words.none] : late) + (summary.isToExtend ? [words.toExtend] : [])
  }

  var surveys: [Part] {
    let sites = Set(audit.scope.map(\.site))
    let surveys = subject.surveys.filter { sites.contains($0.site) }
    guard !surveys.isEmpty else { return [] }
    let table = Document.Table(
      caption: words.surveysCaption,
      columns: [
        column(words.surveyColumn, 26), column(words.siteColumn, 16),
        column(words.periodColumn, 12), column(words.answersColumn, 22),
        column(words.favourableColumn, 24),
      ], rows: surveys.map(row))
    return [(words.surveys, [.paragraph(words.surveysText), .table(table)])]
  }

  private func row(_ survey: Survey) -> [Document.Cell] {
    let pieces = survey.evidence.map { key in
      evidence[key].map { words.evidence($0.id, digest: $0.sha256) } ?? words.missingEvidence(key)
    }
    return [
      .text([RichText([.strong(survey.survey)]), RichText(data: survey.question)].lines),
      .text(RichText(data: siteName(survey.site))), .text(RichText(data: survey.period)),
      .text((survey.answers.map(words.answer) + pieces).lines),
      .text(survey.proportion.map { words.proportion($0) } ?? words.noOpinion),
    ]
  }

  /// What the samples of this audit add to the method and to the caveat.
  var samplesInBrief: [Document.Block] {
    subject.samples.isEmpty
      ? []
      : [
        .paragraph(
          words.samplesInBrief(
            subject.samples.count, items: subject.samples.map(\.sample.size).saturatingSum))
      ]
  }
}
