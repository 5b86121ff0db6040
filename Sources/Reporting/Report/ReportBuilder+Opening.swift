import Auditing

/// The cover and the first page.
extension ReportBuilder {
  /// Whether the report may call itself final: complete, closed, no draft, no practice.
  var isFinal: Bool {
    completeness.isComplete && !subject.isDraft && !subject.isExercise
      && subject.purpose == .real && (audit.status == .closed || audit.status == .sealed)
  }

  var metadata: Document.Metadata {
    let title = RichText(data: subject.title)
    return Document.Metadata(
      kicker: words.kicker(audit.kind, id: audit.id, edition: subject.edition),
      title: title,
      subtitle: words.subtitle(
        checklistTitle, edition: checklist.edition, words.period(audit.start, audit.end)),
      state: state, date: subject.date,
      generator: "\(subject.tool.name) \(subject.tool.version)",
      footer: words.footer(
        id: audit.id, edition: subject.edition,
        head: subject.heads.min { $0.writer < $1.writer }),
      labels: words.labels(watermark: watermark))
  }

  private var state: Document.State {
    if subject.isExercise { return Document.State(word: words.exercise, tone: .caution) }
    if subject.purpose == .trial { return Document.State(word: words.trial, tone: .caution) }
    if !completeness.isComplete { return Document.State(word: words.incomplete, tone: .bad) }
    return isFinal
      ? Document.State(word: words.final, tone: .good)
      : Document.State(word: words.draft, tone: .caution)
  }

  private var watermark: String? {
    if subject.isExercise { return words.exerciseTitle.plain }
    return subject.purpose == .trial ? words.trialTitle.plain : nil
  }

  var opening: Document.Section {
    var blocks: [Document.Block] = [.lead(words.gist(tally)), .keyFigures(verdictFigures)]
    blocks.append(.keyFigures(gradeFigures))
    blocks.append(.definitions(essentials))
    if tally.total > 0 { blocks.append(moduleChart) }
    blocks.append(.contents)
    return Document.Section(title: words.atAGlance, blocks: blocks)
  }

  private var verdictFigures: [Document.KeyFigure] {
    VerdictTally.order.map { verdict in
      Document.KeyFigure(
        value: RichText(data: words.typography.number(DecimalNumber(tally[verdict]))),
        label: words.plural(verdict), mark: .verdict(verdict), isQuiet: tally[verdict] == 0)
    } + [Document.KeyFigure(value: words.figure(rate), label: words.rateLabel)]
  }

  private var gradeFigures: [Document.KeyFigure] {
    let counts = Dictionary(grouping: findings, by: \.grade).mapValues(\.count)
    return checklist.grades.sorted { $0.severity > $1.severity }.map { grade in
      let count = counts[grade.code] ?? 0
      return Document.KeyFigure(
        value: RichText(data: words.typography.number(DecimalNumber(count))),
        label: words.text(grade.title), mark: .severity(grade.severity), isQuiet: count == 0)
    }
  }

  private var essentials: [Document.Definition] {
    var list: [Document.Definition] = []
    if let conclusion = audit.conclusion {
      if let degree = conclusion.degree {
        list.append(.init(words.degreeLabel, words.degree(degree)))
      }
      if let recommendation = conclusion.recommendation {
        list.append(.init(words.recommendationLabel, RichText(data: recommendation)))
      }
    }
    let leads = audit.team.filter { $0.role == .lead }.map { personName($0.person) }
    list.append(.init(words.leadLabel, leads.isEmpty ? words.notGiven : self.list(leads)))
    let visited = audit.visitedSites.map { RichText(data: siteName($0)) }
    list.append(
      .init(
        words.sitesLabel,
        visited.isEmpty ? words.notGiven : visited.joined(separator: words.semicolon)))
    list.append(.init(words.signatureLabel, words.signature(subject.signature)))
    return list
  }
}
