import Auditing

/// Part 8, what the auditee sends before the audit.
extension ReportBuilder {
  var requests: Document.Section {
    let modules = Set(audit.scope.flatMap(\.modules))
    let requests = checklist.requests.filter { request in
      request.module.map { modules.contains($0) } ?? true
    }
    guard !requests.isEmpty else {
      return section("8.", words.requests, blocks: [.paragraph(words.noRequests)])
    }
    return section(
      "8.", words.requests,
      blocks: [
        .paragraph(words.requestsText(audit.start)),
        .table(
          Document.Table(
            caption: words.requestsCaption,
            columns: [
              column(words.documentColumn, 50), column(words.moduleColumn, 26),
              column(words.dueColumn, 24),
            ],
            rows: requests.map { request in
              [
                .text(
                  [
                    words.text(request.title),
                    words.provenance(words.word(request.provenance), ref: nil),
                  ].lines),
                .text(request.module.map { moduleName($0) } ?? words.everyModule),
                Self.due(request, before: audit.start).map { .date($0) }
                  ?? .text(words.dateToSet),
              ]
            })),
      ])
  }

  /// The day a document is due: one month before the audit unless the checklist says otherwise.
  static func due(_ request: Checklist.Request, before start: CalendarDate?) -> CalendarDate? {
    guard let start else { return nil }
    guard let lead = request.lead else { return start.adding(months: -1) }
    let count = lead.number.rounded(to: 0).significand
    switch lead.unit {
    case .month: return start.adding(months: -count)
    case .year: return start.adding(months: -12 * count)
    case .week: return start.adding(days: -7 * count)
    case .day: return start.adding(days: -count)
    default: return start.adding(months: -1)
    }
  }
}
