import Auditing

/// Part 2, how the audit was to be done.
extension ReportBuilder {
  var plan: Document.Section {
    section(
      "2.", words.plan,
      sections: [
        section(
          "2.1", words.auditCriteria,
          blocks: [
            .paragraph(
              words.auditCriteria(checklistName, rows.count, digest: subject.checklistDigest))
          ]),
        section(
          "2.2", words.method, blocks: [.paragraph(words.methodText)] + methods + samplesInBrief),
        section("2.3", words.team, blocks: team),
        section("2.4", words.course, blocks: course),
      ])
  }

  private var methods: [Document.Block] {
    let items = Checklist.Method.allCases.compactMap { method -> RichText? in
      let count = rows.count { $0.criterion.methods.contains(method) }
      return count == 0 ? nil : words.method(words.word(method), count)
    }
    return items.isEmpty ? [] : [.list(items)]
  }

  private var team: [Document.Block] {
    guard !audit.team.isEmpty else { return [.paragraph(words.noTeam)] }
    let order = Audit.Member.Role.allCases
    let rows = order.flatMap { role in audit.team.filter { $0.role == role } }
      .map { member -> [Document.Cell] in
        let person = person(member.person)
        return [
          .text(
            [words.word(member.role), member.despite.map { words.despite($0) }]
              .compactMap(\.self).lines), .text(personName(member.person)),
          .text(words.orNotGiven(person?.role)), .text(words.orNotGiven(person?.body)),
        ]
      }
    return [
      .table(
        Document.Table(
          caption: words.teamCaption,
          columns: [
            column(words.roleColumn, 22), column(words.nameColumn, 26),
            column(words.qualityColumn, 26), column(words.bodyColumn, 26),
          ], rows: rows))
    ]
  }

  /// The meetings that have an hour, as lines of the plan.
  private var planned: [PlanSlot] {
    subject.meetings.compactMap { meeting in
      guard let start = meeting.start else { return nil }
      let present = list(meeting.present.map { personName($0) }).plain
      return PlanSlot(
        start: start, end: "", place: "", what: words.word(meeting.kind).plain, who: present)
    }
  }

  private var course: [Document.Block] {
    let dates = Document.Block.paragraph(words.period(audit.start, audit.end))
    var plan = subject.plan + planned
    if plan.allSatisfy({ $0.start.count == 16 }) {
      plan = plan.enumerated()
        .sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
    }
    guard !plan.isEmpty else {
      return [
        dates,
        .notice(
          .init(
            .caution, title: words.noPlanTitle,
            text: words.noPlan)),
      ]
    }
    return [
      .table(
        Document.Table(
          caption: words.courseCaption,
          columns: [
            column(words.timeColumn, 18), column(words.placeColumn, 22),
            column(words.whatColumn, 36), column(words.whoColumn, 24),
          ],
          rows: plan.map {
            [
              .text(words.slot($0.start, $0.end)), .text(RichText(data: $0.place)),
              .text(RichText(data: $0.what)), .text(RichText(data: $0.who)),
            ]
          }))
    ]
  }
}
