import Auditing
import Reporting
import Scheduling
import Testing

struct `A chart over time` {
  private func charts(_ subject: ReportSubject, _ language: Language = .fr) -> [Document.Chart] {
    let document = Document(reporting: subject, in: language)
    return document.sections.flatMap(\.everyBlock).compactMap { block in
      if case .chart(let chart, _) = block { chart } else { nil }
    }
  }

  private func measure(_ period: String, _ value: String) throws -> Measure {
    Measure(
      key: period, indicator: "IND-01", site: "digne", period: period,
      value: try #require(Quantity(value)), by: "cmartin", at: Sample.instant)
  }

  @Test func `holds each value of an indicator against its target, in the order of time`() throws {
    var subject = Sample.complete
    subject.measures = [
      try measure("2026", "4 d"), try measure("2024", "7 d"), try measure("2025", "120 h"),
    ]
    let trends = charts(subject).compactMap { chart -> Document.TrendChart? in
      if case .trends(let trends) = chart { trends } else { nil }
    }
    let trend = try #require(trends.first?.trends.first)
    #expect(trends.count == 1 && trends[0].trends.count == 1)
    #expect(trend.points.map(\.day.year) == [2024, 2025, 2026])
    #expect(trend.points.map(\.value.description) == ["7", "5", "4"])
    #expect(trend.points.map(\.isMet) == [false, true, true])
    #expect(trend.verdict.plain.plainSpaces == "cible ≤ 5 jours : atteinte")
    #expect(trends[0].summary.plain.plainSpaces.contains("4 jours, cible ≤ 5 jours : atteinte."))
  }

  @Test func `leaves out what has no day, and is not drawn for nothing`() throws {
    var subject = Sample.complete
    subject.measures = [try measure("un jour", "4 d")]
    #expect(!charts(subject).contains { if case .trends = $0 { true } else { false } })
    subject.measures = []
    #expect(!charts(subject).contains { if case .trends = $0 { true } else { false } })
  }

  @Test func `lays the days of a label along its validity, with today`() throws {
    var subject = Sample.complete
    subject.schedules[0].days[0] = .init(subject.schedules[0].days[0].milestone, .done)
    subject.schedules[0].days[1] = .init(subject.schedules[0].days[1].milestone, .overdue)
    let timelines = charts(subject).compactMap { chart -> Document.Timeline? in
      if case .timeline(let timeline) = chart { timeline } else { nil }
    }
    let timeline = try #require(timelines.first)
    #expect(timeline.rows.count == subject.schedules[0].days.count + 1)
    #expect(timeline.rows[0].first == Sample.day("2024-12-02"))
    #expect(timeline.rows[0].last == Sample.day("2027-12-01"))
    #expect(timeline.rows.dropFirst().map(\.last) == timeline.rows.dropFirst().map(\.last).sorted())
    #expect(timeline.legend.map(\.sign) == [.stretch, .planned, .missed, .done])
    #expect(timeline.today == subject.date)
    let page = HTMLFormat().text(of: Document(reporting: subject, in: .fr))
    #expect(page.contains("date du rapport"))
  }

  @Test func `counts down the actions, in fact and by their due dates`() throws {
    var subject = Sample.complete
    let finding = try #require(subject.nonconformities.first)
    func action(_ id: String, due: String, done: String?) -> Action {
      var action = Action(
        key: id, id: id, kind: .corrective, text: "Afficher", findings: [finding.key],
        by: "cmartin", at: Timestamp("2026-10-01T08:00:00.000Z") ?? Sample.instant)
      action.due = Sample.day(due)
      action.completion = done.map { .init(on: Sample.day($0), evidence: [], by: "cmartin") }
      return action
    }
    subject.actions = [
      finding.key: [
        action("A1", due: "2026-10-15", done: "2026-10-20"),
        action("A2", due: "2026-11-01", done: nil), action("A3", due: "2026-12-01", done: nil),
      ]
    ]
    let document = Document(reporting: subject, in: .fr)
    let steps = document.table("Actions restant à faire, jour par jour")
    #expect(
      steps == [
        ["1er octobre 2026", "3", "3"], ["15 octobre 2026", "3", "2"],
        ["20 octobre 2026", "2", "2"], ["1er novembre 2026", "2", "1"],
        ["21 novembre 2026", "2", "1"], ["1er décembre 2026", "", "0"],
      ])
    let rows = document.table("Actions qui répondent aux constats")
    #expect(rows.map { $0[0] } == ["A1", "A2", "A3"])
    #expect(
      rows.map { $0[5] } == ["achevée, efficacité à vérifier", "en retard", "à faire"])
    #expect(rows[0][2] == "NC-01")
    #expect(
      document.words.contains(
        "Le 21 novembre 2026, 2 actions restent à faire sur 3, dont 1 en retard."))
    #expect(document.table("Constats, du plus grave")[0][5] == "20 janvier 2027 A1, A2, A3")
  }

  @Test func `is not drawn where nothing is to be done`() {
    let all = charts(Sample.complete)
    #expect(!all.contains { if case .countdown = $0 { true } else { false } })
  }

  @Test func `shows a bar for each grade, the gravest first`() throws {
    let rows = Document(reporting: Sample.complete, in: .en).table("Number of findings by grade")
    let severities = Sample.complete.checklist.grades.map(\.severity).sorted().reversed()
    #expect(rows.count == severities.count)
    #expect(rows.compactMap { Int($0[1]) }.reduce(0, +) == Sample.complete.findings.count)
  }

  @Test func `keeps within its frame, each text too`() throws {
    var subject = Sample.complete
    subject.measures += [try measure("2024", "7 d"), try measure("2025", "900 h")]
    let page = HTMLFormat().text(of: Document(reporting: subject, in: .en))
    for drawing in page.components("<svg ") {
      let source = String(drawing.prefix { $0 != "]" })
      let svg = source.components("viewBox=\"0 0 800 ").first.map(String.init) ?? String(drawing)
      guard let height = Int(svg.prefix { $0.isNumber }) else { continue }
      let end = svg.firstRange(of: "</svg>")?.lowerBound ?? svg.endIndex
      for text in String(svg[..<end]).components("<text ") {
        let part = " " + String(text)
        let x = try #require(part.values(of: "x").first.flatMap { Int($0) })
        let y = try #require(part.values(of: "y").first.flatMap { Int($0) })
        let words = text.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
        let width = words.count * 7
        let start =
          part.contains("\"end\"") ? x - width : part.contains("\"middle\"") ? x - width / 2 : x
        #expect(start >= -4 && start + width <= 812, "\(words)")
        #expect(y > 0 && y < height, "\(words)")
      }
    }
  }
}
