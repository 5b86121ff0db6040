import Auditing
import Scheduling
import Testing

struct `The label of 26 November 2020` {
  private let cycle: LabelCycle

  init() throws {
    cycle = LabelCycle(
      from: try #require(CalendarDate("2020-11-26")), validity: 36, surveillance: 18)
  }

  @Test func `ends on the eve of its anniversary, or on it`() {
    #expect(cycle.anniversary.description == "2023-11-26")
    #expect(cycle.eve.description == "2023-11-25")
    #expect(cycle.lastDay == cycle.eve)
    #expect(cycle.plannedEnd == cycle.eve)
  }

  @Test func `has this cycle`() {
    let table = cycle.milestones().map { "\($0.date) \($0.nominal) \($0.kind.rawValue)" }
    #expect(
      table == [
        "2022-03-25 2022-03-26 surveillance-preparation",
        "2022-05-25 2022-05-26 surveillance-audit",
        "2022-11-25 2022-11-25 renewal-decision",
        "2023-02-24 2023-02-25 satisfaction-survey",
        "2023-05-25 2023-05-25 self-assessment",
        "2023-05-25 2023-05-25 reminder-6m",
        "2023-07-25 2023-07-25 documents",
        "2023-08-25 2023-08-25 internal-audit",
        "2023-08-25 2023-08-25 reminder-3m",
        "2023-09-25 2023-09-25 corrections",
        "2023-10-25 2023-10-25 external-audit",
        "2023-10-25 2023-10-25 reminder-1m",
        "2023-11-20 2023-11-20 reminder-5wd",
        "2023-11-25 2023-11-25 end-of-validity",
      ])
  }

  @Test func `says in French why each day was chosen`() {
    #expect(
      cycle.milestones().map(\.why.fr) == [
        "2\u{A0}mois avant l’audit de suivi (2022-05-26), avancé au jour ouvré précédent\u{A0}: "
          + "le 2022-03-26 est un samedi",
        "18\u{A0}mois après l’octroi (2020-11-26), avancé au jour ouvré précédent\u{A0}: "
          + "le 2022-05-26 est férié (Ascension)",
        "12\u{A0}mois avant la fin de validité (2023-11-25)",
        "9\u{A0}mois avant la fin de validité (2023-11-25), avancé au jour ouvré précédent\u{A0}: "
          + "le 2023-02-25 est un samedi",
        "6\u{A0}mois avant la fin de validité (2023-11-25)",
        "6\u{A0}mois avant la fin de validité (2023-11-25)",
        "1\u{A0}mois avant l’audit interne (2023-08-25)",
        "3\u{A0}mois avant la fin de validité (2023-11-25)",
        "3\u{A0}mois avant la fin de validité (2023-11-25)",
        "1\u{A0}mois avant l’audit externe (2023-10-25)",
        "1\u{A0}mois avant la fin de validité (2023-11-25)",
        "1\u{A0}mois avant la fin de validité (2023-11-25)",
        "5\u{A0}jours ouvrés avant la fin de validité (2023-11-25)",
        "veille du 2023-11-26, 36\u{A0}mois après l’octroi (2020-11-26)",
      ])
  }

  @Test func `says it in English too`() {
    let why = cycle.milestones().map(\.why.en)
    #expect(
      why.prefix(2) == [
        "2\u{A0}months before the surveillance audit (2022-05-26), brought forward to the "
          + "previous working day: 2022-03-26 is a Saturday",
        "18\u{A0}months after the grant (2020-11-26), brought forward to the previous working "
          + "day: 2022-05-26 is a public holiday (Ascension Day)",
      ])
    #expect(why.last == "eve of 2023-11-26, 36\u{A0}months after the grant (2020-11-26)")
  }
}

struct `A label cycle` {
  private func cycle(
    _ from: String, validity: Int = 36, surveillance: Int? = 18,
    convention: Label.Convention = .eve, holidays: HolidayCalendar = .metropolitan
  ) throws -> LabelCycle {
    LabelCycle(
      from: try #require(CalendarDate(from)), validity: validity, surveillance: surveillance,
      convention: convention, workingDays: WorkingDays(holidays: holidays))
  }

  private func date(_ kind: Milestone.Kind, in milestones: [Milestone]) -> String? {
    milestones.first { $0.kind == kind }?.date.description
  }

  @Test func `is planned from the earlier end when the label ends on its anniversary`() throws {
    let eve = try cycle("2020-11-26")
    let anniversary = try cycle("2020-11-26", convention: .anniversary)
    #expect(anniversary.lastDay.description == "2023-11-26")
    #expect(anniversary.plannedEnd == eve.plannedEnd)
    #expect(anniversary.milestones().map(\.date) == eve.milestones().map(\.date))
    #expect(
      anniversary.milestones().last?.why.fr
        == "veille du 2023-11-26, 36\u{A0}mois après l’octroi (2020-11-26)\u{202F}; "
        + "le label court encore ce jour-là, mais le plus tôt des deux est retenu")
  }

  @Test(arguments: [
    ("2020-02-29", 36, "2023-02-28", "2023-02-27"), ("2020-02-29", 48, "2024-02-29", "2024-02-28"),
    ("2024-08-31", 6, "2025-02-28", "2025-02-27"), ("2021-03-01", 36, "2024-03-01", "2024-02-29"),
  ])
  func `ends right at the end of February`(
    from: String, validity: Int, anniversary: String, eve: String
  ) throws {
    let cycle = try cycle(from, validity: validity)
    #expect(cycle.anniversary.description == anniversary)
    #expect(cycle.eve.description == eve)
  }

  @Test func `counts months from the origin, not from one milestone to the next`() throws {
    // The end is 2026-05-31: three months before is 28 February, four are 31 January.
    let milestones = try cycle("2023-06-01", holidays: .none).milestones()
    let nominal = Dictionary(grouping: milestones, by: \.kind).mapValues { $0.map(\.nominal) }
    #expect(nominal[.internalAudit]?.map(\.description) == ["2026-02-28"])
    #expect(nominal[.documents]?.map(\.description) == ["2026-01-31"])
  }

  @Test func `leaves the last day where it is, and moves reminders off days of rest`() throws {
    // The end, 2026-04-06, is Easter Monday.
    let milestones = try cycle("2023-04-07").milestones()
    #expect(date(.endOfValidity, in: milestones) == "2026-04-06")
    #expect(date(.fiveDayReminder, in: milestones) == "2026-03-30")
    for milestone in milestones where milestone.kind != .endOfValidity {
      #expect(WorkingDays().contains(milestone.date))
      #expect(milestone.date <= milestone.nominal)
      #expect((milestone.adjustment == nil) == (milestone.date == milestone.nominal))
    }
  }

  @Test func `is the one that its checklist plans, where it plans one`() throws {
    let label = Label(
      key: "k", site: "digne", checklist: "c", from: try #require(CalendarDate("2023-06-01")),
      modules: [], validity: 36, surveillance: 18, by: "ana", at: Timestamp(milliseconds: 0))
    func days(_ declared: [Checklist.Milestone]) -> [String] {
      var label = label
      label.milestones = declared
      return LabelCycle(label, workingDays: WorkingDays(holidays: .none)).milestones().map {
        "\($0.kind.rawValue) \($0.nominal) \($0.basis)"
      }
    }
    #expect(
      days([
        .init(kind: .internalAudit, months: 4, anchor: .endOfValidity),
        .init(kind: .documents, months: 2, anchor: .milestone(.internalAudit)),
        .init(kind: .surveillanceAudit, months: 1, anchor: .surveillance),
        .init(kind: .corrections, months: 1, anchor: .milestone(.externalAudit)),
      ]) == [
        "surveillance-audit 2024-11-01 checklist", "documents 2025-11-30 checklist",
        "internal-audit 2026-01-31 checklist", "end-of-validity 2026-05-31 scheme",
      ])
    let circle: [Checklist.Milestone] = [
      .init(kind: .documents, months: 1, anchor: .milestone(.corrections)),
      .init(kind: .corrections, months: 1, anchor: .milestone(.documents)),
    ]
    #expect(days(circle) == ["end-of-validity 2026-05-31 scheme"])
    #expect(days([]).count == 14)
  }

  @Test func `knows the holidays of its site`() throws {
    // One month before the end is Good Friday 2026.
    let metropolitan = try cycle("2023-05-04").milestones()
    let alsatian = try cycle("2023-05-04", holidays: .alsaceMoselle).milestones()
    #expect(date(.externalAudit, in: metropolitan) == "2026-04-03")
    #expect(date(.externalAudit, in: alsatian) == "2026-04-02")
  }

  @Test func `moves to Saturdays where people work six days, but counts five-day weeks`() throws {
    let cycle = LabelCycle(
      from: try #require(CalendarDate("2020-11-26")), validity: 36, surveillance: 18,
      workingDays: WorkingDays(.sixDay))
    let milestones = cycle.milestones()
    #expect(date(.satisfactionSurvey, in: milestones) == "2023-02-25")
    // The last day of this one is Monday 2023-11-27; five six-day weekdays before is the 21st.
    let monday = LabelCycle(
      from: try #require(CalendarDate("2020-11-28")), validity: 36, surveillance: nil,
      workingDays: WorkingDays(.sixDay))
    #expect(date(.fiveDayReminder, in: monday.milestones()) == "2023-11-20")
  }

  @Test func `has no surveillance when its checklist asks for none`() throws {
    let kinds = try cycle("2020-11-26", surveillance: nil).milestones().map(\.kind)
    #expect(!kinds.contains(.surveillanceAudit))
    #expect(!kinds.contains(.surveillancePreparation))
    #expect(kinds.count == 12)
  }

  @Test func `has no surveillance after its end, and no preparation for it`() throws {
    // The preparation alone would still fall within the validity.
    let kinds = try cycle("2020-11-26", validity: 17, surveillance: 18).milestones().map(\.kind)
    #expect(!kinds.contains(.surveillanceAudit))
    #expect(!kinds.contains(.surveillancePreparation))
  }

  @Test func `has nothing on or before the grant`() throws {
    let short = try cycle("2020-11-26", validity: 3, surveillance: nil)
    #expect(
      short.milestones().map(\.kind) == [
        .corrections, .externalAudit, .oneMonthReminder, .fiveDayReminder, .endOfValidity,
      ])
    let immediate = try cycle("2020-11-26", surveillance: 0).milestones().map(\.kind)
    #expect(!immediate.contains(.surveillanceAudit))
    #expect(try cycle("2020-11-26", validity: 0).milestones().isEmpty)
    #expect(try cycle("2020-11-26", validity: -36).milestones().isEmpty)
  }

  @Test func `ends with the calendar when the validity is absurd`() throws {
    let cycle = try cycle("2020-11-26", validity: .max, surveillance: .max)
    #expect(cycle.anniversary == .last)
    #expect(cycle.milestones().last?.kind == .endOfValidity)
  }

  @Test func `takes the days that were decided, and what hangs on them follows`() throws {
    let audit = try #require(CalendarDate("2023-09-16"))
    let milestones = try cycle("2020-11-26").milestones(decided: [.internalAudit: audit])
    #expect(date(.internalAudit, in: milestones) == "2023-09-16")
    #expect(date(.documents, in: milestones) == "2023-08-16")
    #expect(date(.threeMonthReminder, in: milestones) == "2023-08-25")
    let decided = try #require(milestones.first { $0.kind == .internalAudit })
    #expect(decided.adjustment == .decided)
    #expect(
      decided.why.fr
        == "date décidée\u{202F}; le plan donnait le 2023-08-25, "
        + "3\u{A0}mois avant la fin de validité (2023-11-25)")
    #expect(
      milestones.first { $0.kind == .documents }?.why.fr
        == "1\u{A0}mois avant l’audit interne (2023-09-16)")
    #expect(milestones.map(\.date) == milestones.map(\.date).sorted())
  }

  @Test func `does not let anyone decide on the last day`() throws {
    let later = try #require(CalendarDate("2024-01-01"))
    let milestones = try cycle("2020-11-26").milestones(decided: [.endOfValidity: later])
    #expect(date(.endOfValidity, in: milestones) == "2023-11-25")
  }

  @Test func `is that of the label in the dossier`() throws {
    let label = Label(
      key: "k", site: "digne", checklist: "qual-e-pref",
      from: try #require(CalendarDate("2020-11-26")), modules: ["1", "7"], validity: 36,
      surveillance: 18, convention: .anniversary, by: "p", at: Timestamp(milliseconds: 0))
    #expect(try LabelCycle(label) == cycle("2020-11-26", convention: .anniversary))
    #expect(LabelCycle(label).lastDay == label.until)
  }
}

struct `The leads of a cycle` {
  @Test func `are one for each kind of milestone`() {
    let kinds = Milestone.Lead.cycle.map(\.kind)
    #expect(kinds.count == Set(kinds).count)
    #expect(Set(kinds) == Set(Milestone.Kind.allCases))
  }

  @Test func `have words of their own in both languages`() {
    #expect(Set(Milestone.Kind.allCases.map(\.title.fr)).count == Milestone.Kind.allCases.count)
    #expect(Set(Milestone.Kind.allCases.map(\.title.en)).count == Milestone.Kind.allCases.count)
    #expect(Set(Milestone.Lead.Basis.allCases.map(\.wording.fr)).count == 4)
  }

  @Test func `say whether they are the label's, observed or ours`() throws {
    let cycle = LabelCycle(
      from: try #require(CalendarDate("2020-11-26")), validity: 36, surveillance: 18)
    let milestones = cycle.milestones()
    let scheme = milestones.filter { $0.basis == .scheme }.map(\.kind)
    #expect(scheme == [.surveillanceAudit, .endOfValidity])
    #expect(milestones.first { $0.kind == .selfAssessment }?.basis == .ours)
  }
}
