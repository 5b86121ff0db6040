import Auditing

/// Part 8, what the auditee sends before the audit, and what has come of it.
extension ReportBuilder {
  var requests: Document.Section {
    let requests = subject.requests ?? audit.requests(of: checklist)
    guard !requests.isEmpty else {
      return section("8.", words.requests, blocks: [.paragraph(words.noRequests)])
    }
    var blocks: [Document.Block] = [.paragraph(words.requestsText(audit.start))]
    let late = requests.filter { $0.status(on: subject.date) == .late }
    if !late.isEmpty { blocks.append(.paragraph(words.lateRequests(late.map(\.id)))) }
    blocks.append(
      .table(
        Document.Table(
          caption: words.requestsCaption,
          columns: [
            column(words.documentColumn, 44), column(words.moduleColumn, 18),
            column(words.dueColumn, 16), column(words.receiptColumn, 22),
          ], rows: requests.map(row))))
    return section("8.", words.requests, blocks: blocks)
  }

  private func row(_ request: DocumentRequest) -> [Document.Cell] {
    let provenance = request.provenance.map { words.provenance(words.word($0), ref: nil) }
    return [
      .text(
        [RichText([.strong(request.id)]), words.text(request.title), provenance ?? words.added]
          .lines),
      .text(request.module.map { moduleName($0) } ?? words.everyModule),
      request.due.map { .date($0) } ?? .text(words.dateToSet), .text(receipt(of: request)),
    ]
  }

  private func receipt(of request: DocumentRequest) -> RichText {
    let days = request.delay(on: subject.date)
    switch request.status(on: subject.date) {
    case .asked: return words.awaited
    case .late: return words.late(days ?? 0)
    case .waived: return words.waived(request.waiver ?? "")
    case .received:
      let pieces = request.evidence.map { key in
        self.evidence[key].map { words.evidence($0.id, digest: $0.sha256) }
          ?? words.missingEvidence(key)
      }
      let day = request.received.map { words.received($0, late: days) } ?? words.notGiven
      return ([day] + pieces).lines
    }
  }
}
