import Auditing
import Reporting

/// The parts of the page: each a chart where there is one to draw, and the table of its figures.
extension NetworkDocument {
  /// The sites with a valid label, those whose label has ended, those that never had one, and those
  /// on whose label people disagree where there are any; the dossiers that lack most come first.
  var coverage: Document.Section {
    let isAnyContested = !network.contested.isEmpty
    let bars = network.counted.map { member -> Document.BarChart.Bar in
      let labelled = member.labelled(on: network.today)
      let contested = member.contestedSites(on: network.today)
      let ended = max(
        0, Set(member.labels.map(\.site)).subtracting(contested).count - labelled)
      let never = max(0, member.sites.count - labelled - ended - contested.count)
      return Document.BarChart.Bar(
        label: RichText(data: member.title),
        counts: [labelled, ended, never] + (isAnyContested ? [contested.count] : []))
    }.sorted { $1.total - $1.counts[0] < $0.total - $0.counts[0] }
    let total = Document.BarChart.Bar(
      label: text("Réseau", "Network"),
      counts: (0..<(isAnyContested ? 4 : 3)).map { place in bars.reduce(0) { $0 + $1.counts[place] }
      })
    var series: [Document.BarChart.Series] = [
      .init(label: text("labellisés", "labelled"), mark: .verdict(.conforming)),
      .init(
        label: text("label terminé ou retiré", "label ended or withdrawn"),
        mark: .verdict(.nonconforming)),
      .init(label: text("jamais", "never"), mark: .verdict(.notAssessed)),
    ]
    if isAnyContested {
      series.append(.init(label: text("label contesté", "label contested"), mark: .conflict))
    }
    let share = Network.share(network.labelled, of: network.sites)?.written(in: language) ?? "–"
    let chart = Document.BarChart(
      title: text("Sites labellisés", "Labelled sites"),
      summary: text(
        "\(network.labelled) sites labellisés sur \(network.sites) : \(share).",
        "\(network.labelled) labelled sites of \(network.sites): \(share)."),
      series: series, bars: Array(bars.prefix(Self.most)))
    return Document.Section(
      title: text("Couverture", "Coverage"),
      blocks: [
        .chart(chart, table(of: chart, text("Dossier", "Dossier"), [total] + bars))
      ])
  }

  /// The labels that end, by quarter and one by one.
  func expiring(_ labels: [Network.Held]) -> Document.Section {
    let title = text("Labels à renouveler", "Labels to renew")
    guard !labels.isEmpty else { return Document.Section(title: title, blocks: [.lead(nothing)]) }
    var quarters: [(name: String, late: Int, ahead: Int)] = []
    for held in labels {
      let name = Self.quarter(of: held.label.until, language)
      let isLate = held.label.until < network.today
      if quarters.last?.name != name { quarters.append((name, 0, 0)) }
      quarters[quarters.count - 1].late += isLate ? 1 : 0
      quarters[quarters.count - 1].ahead += isLate ? 0 : 1
    }
    let chart = Document.BarChart(
      title: text("Fins de validité par trimestre", "Ends of validity by quarter"),
      summary: text(
        "Labels qui se terminent : \(labels.count).", "Labels that end: \(labels.count)."),
      series: [
        .init(label: text("terminés", "ended"), mark: .verdict(.nonconforming)),
        .init(label: text("à venir", "to come"), mark: .verdict(.conforming)),
      ],
      bars: quarters.map { .init(label: RichText(data: $0.name), counts: [$0.late, $0.ahead]) })
    let rows = labels.map { held -> [Document.Cell] in
      [
        .date(held.label.until), .integer(held.label.until.dayNumber - network.today.dayNumber),
        .text(RichText(data: held.member.title)), .text(RichText(data: held.site)),
        .text(RichText(data: held.label.checklist)),
      ]
    }
    let list = Document.Table(
      caption: text("Les labels, le premier terminé d'abord", "The labels, the first to end first"),
      columns: [
        .init(text("Jusqu'au", "Until"), share: 18),
        .init(text("Jours", "Days"), share: 10, alignment: .trailing),
        .init(text("Dossier", "Dossier"), share: 28), .init(text("Site", "Site"), share: 26),
        .init(text("Référentiel", "Checklist"), share: 18),
      ], rows: rows)
    return Document.Section(
      title: title,
      blocks: [
        .chart(chart, table(of: chart, text("Trimestre", "Quarter"), chart.bars)), .table(list),
      ])
  }

  /// The criteria that several dossiers do not meet.
  func recurrent(_ found: (shown: [Network.Recurrence], hidden: Int), least: Int)
    -> Document.Section
  {
    let title = text("Non-conformités récurrentes", "Recurrent nonconformities")
    let hidden = Document.Block.paragraph(
      text(
        "Critères qui concernent moins de \(least) dossiers, non montrés : \(found.hidden).",
        "Criteria that concern fewer than \(least) dossiers, not shown: \(found.hidden)."))
    guard !found.shown.isEmpty else {
      return Document.Section(title: title, blocks: [.lead(nothing), hidden])
    }
    let bars = found.shown.map { recurrence -> Document.BarChart.Bar in
      var label = RichText(data: "\(recurrence.criterion.id) ")
      label += RichText(recurrence.title, in: language)
      return Document.BarChart.Bar(
        label: label,
        counts: [recurrence.dossiers, max(0, recurrence.assessed - recurrence.dossiers)])
    }
    let chart = Document.BarChart(
      title: text("Dossiers concernés, par critère", "Dossiers concerned, by criterion"),
      summary: text(
        "Critères non conformes dans au moins \(least) dossiers : \(bars.count).",
        "Criteria nonconforming in at least \(least) dossiers: \(bars.count)."),
      series: [
        .init(label: text("non conformes", "nonconforming"), mark: .verdict(.nonconforming)),
        .init(label: text("autres évalués", "others assessed"), mark: .verdict(.conforming)),
      ], bars: Array(bars.prefix(Self.most)))
    return Document.Section(
      title: title,
      blocks: [.chart(chart, table(of: chart, text("Critère", "Criterion"), bars)), hidden])
  }

  /// The actions that are late, by dossier and one by one.
  var late: Document.Section {
    let title = text("Actions en retard", "Late actions")
    let late = network.late
    guard !late.isEmpty else { return Document.Section(title: title, blocks: [.lead(nothing)]) }
    let counts = Dictionary(grouping: late, by: \.member.path).values
    let bars = counts.map { actions in
      Document.BarChart.Bar(
        label: RichText(data: actions[0].member.title), counts: [actions.count])
    }.sorted { ($1.counts[0], $0.label.plain) < ($0.counts[0], $1.label.plain) }
    let chart = Document.BarChart(
      title: text("Actions en retard, par dossier", "Late actions, by dossier"),
      summary: text("Actions en retard : \(late.count).", "Late actions: \(late.count)."),
      series: [
        .init(label: text("en retard", "late"), mark: .verdict(.nonconforming))
      ], bars: Array(bars.prefix(Self.most)))
    let rows = late.map { member, action -> [Document.Cell] in
      [
        action.due.map { .date($0) } ?? .empty, .text(RichText(data: action.text)),
        .text(RichText(data: member.title)),
      ]
    }
    let list = Document.Table(
      caption: text("Les actions, la plus ancienne d'abord", "The actions, the oldest first"),
      columns: [
        .init(text("Échéance", "Due"), share: 18), .init(text("Action", "Action"), share: 48),
        .init(text("Dossier", "Dossier"), share: 34),
      ], rows: rows)
    return Document.Section(
      title: title,
      blocks: [.chart(chart, table(of: chart, text("Dossier", "Dossier"), bars)), .table(list)])
  }

  /// The strengths, with the dossier to ask.
  func strengths(_ strengths: [Network.Strength]) -> Document.Section {
    let title = text("Points forts à copier", "Strengths worth copying")
    guard !strengths.isEmpty else {
      return Document.Section(title: title, blocks: [.lead(nothing)])
    }
    let rows = strengths.map { strength -> [Document.Cell] in
      [
        .text(RichText(data: strength.finding.criterion.id)),
        .text(RichText(data: strength.finding.text)),
        .text(RichText(data: strength.member.title)), .date(strength.finding.date),
      ]
    }
    return Document.Section(
      title: title,
      blocks: [
        .table(
          Document.Table(
            caption: text("Points forts, par critère", "Strengths, by criterion"),
            columns: [
              .init(text("Critère", "Criterion"), share: 13),
              .init(text("Point fort", "Strength"), share: 45),
              .init(text("Dossier", "Dossier"), share: 26), .init(text("Date", "Date"), share: 16),
            ], rows: rows))
      ])
  }

  /// The most bars that a chart shows; the table has them all.
  private static let most = 24

  private var nothing: RichText { text("Rien à montrer.", "Nothing to show.") }

  private static func quarter(of date: CalendarDate, _ language: Language) -> String {
    "\(date.year)-\(language.pick(("T", "Q")))\((date.month + 2) / 3)"
  }

  private func table(
    of chart: Document.BarChart, _ head: RichText, _ bars: [Document.BarChart.Bar]
  ) -> Document.Table {
    Document.Table(
      caption: chart.title,
      columns: [.init(head, share: 46)]
        + chart.series.map { .init($0.label, share: 54 / chart.series.count, alignment: .trailing) },
      rows: bars.map { bar in [.text(bar.label)] + bar.counts.map { .integer($0) } })
  }
}
