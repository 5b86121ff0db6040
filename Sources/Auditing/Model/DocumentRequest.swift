/// A document that the auditee is asked for before an audit (pièce à fournir), until it is here.
///
/// Those of the checklist follow from the scope and have a record only once something is said of
/// them; others were added by a person.
package struct DocumentRequest: Sendable {
  /// The keys of its records: several where people did not know of each other, none at first.
  package var keys: [String]
  /// The checklist's own id, or the display id of one that was added.
  package var id: String
  package var title: LocalizedText
  /// The module it is asked for; none: always.
  package var module: String?
  /// How well it is known; nothing for one that a person added.
  package var provenance: Checklist.Provenance?
  package var due: CalendarDate?
  package var received: CalendarDate?
  /// The keys of the evidence that came.
  package var evidence: [String] = []
  /// Why the auditee need not provide it.
  package var waiver: String?

  /// Creates a request of which nothing has been said yet.
  package init(
    keys: [String], id: String, title: LocalizedText, module: String? = nil,
    provenance: Checklist.Provenance? = nil, due: CalendarDate? = nil
  ) {
    self.keys = keys
    self.id = id
    self.title = title
    self.module = module
    self.provenance = provenance
    self.due = due
  }

  /// How far a request has come.
  package enum Status: String, CaseIterable, Sendable { case asked, received, late, waived }

  /// How far it has come on a day; one is late from the day after its due day.
  package func status(on day: CalendarDate) -> Status {
    if received != nil { return .received }
    if waiver != nil { return .waived }
    return due.map { $0 < day } == true ? .late : .asked
  }

  /// How many days after its due day it came, or has not come by a day; nothing when in time.
  package func delay(on day: CalendarDate) -> Int? {
    guard let due, waiver == nil || received != nil else { return nil }
    let days = (received ?? day).dayNumber - due.dayNumber
    return days > 0 ? days : nil
  }
}

extension Checklist.Request {
  /// The day it is due before an audit that begins on a day: a month before unless said otherwise.
  package func due(before start: CalendarDate?) -> CalendarDate? {
    guard let start else { return nil }
    return lead.flatMap { start.adding($0, times: -1) } ?? start.adding(months: -1)
  }
}

extension CalendarDate {
  /// The date moved by a whole count of days, weeks, months or years, or nothing for any other
  /// quantity.
  package func adding(_ quantity: Quantity, times factor: Int = 1) -> CalendarDate? {
    let count = quantity.number.significand
    guard quantity.number.scale == 0, count.magnitude < 100_000 else { return nil }
    return switch quantity.unit {
    case .day: adding(days: factor * count)
    case .week: adding(days: 7 * factor * count)
    case .month: adding(months: factor * count)
    case .year: adding(months: 12 * factor * count)
    default: nil
    }
  }
}

extension Audit {
  /// What a checklist asks for the modules in scope, of which nothing has been said yet.
  package func requests(of checklist: Checklist) -> [DocumentRequest] {
    let modules = Set(scope.flatMap(\.modules))
    return checklist.requests.filter { $0.module.map(modules.contains) ?? true }.map { item in
      DocumentRequest(
        keys: [], id: item.id, title: item.title, module: item.module,
        provenance: item.provenance, due: item.due(before: start))
    }
  }
}

extension State {
  /// What is asked of the auditee before an audit: what the checklist asks for its modules, then
  /// what people added.
  package func requests(in audit: Audit, on checklist: Checklist) -> [DocumentRequest] {
    let records = everything(.request).filter { $0.audit == audit.key && $0.isAsked }
    var requests = audit.requests(of: checklist).map { item in
      var request = item
      for record in records where record.identity("item")?.text == item.id {
        request.keys.append(record.key)
        if let due = record.agreed("request")?["due"]?.text { request.due = CalendarDate(due) }
        request.take(record)
      }
      return request
    }
    let ids = Identifiers(.request, in: self)
    for record in records where record.identity("item") == nil && !record.isRemoved {
      let what = record.agreed("request") ?? [:]
      var request = DocumentRequest(
        keys: [record.key], id: ids[record.key], title: LocalizedText(fr: what["what"]?.text ?? ""))
      request.due = what["due"]?.text.flatMap { CalendarDate($0) }
      request.take(record)
      requests.append(request)
    }
    return requests
  }
}

extension DocumentRequest {
  /// Takes what a record says has become of it.
  fileprivate mutating func take(_ record: Record) {
    if !record.isPresent {
      waiver = record.remarks("reason", of: Record.presence) ?? ""
    } else if let unit = record.unit("received"), let day = unit["on"]?.text {
      received = CalendarDate(day)
      evidence += unit["evidence"]?.texts ?? []
    }
  }
}

extension Record {
  /// Whether the entry that asks is here and stands, be it waived since.
  fileprivate var isAsked: Bool { units["request"] != nil || identity("item") != nil }

  /// Whether it was asked for by mistake, which is no waiver: all say so who withdrew it.
  fileprivate var isRemoved: Bool {
    !isPresent
      && units[Record.presence]?.allSatisfy { $0.remark("as")?.text == Record.removed } == true
  }
}

extension Record {
  /// What a withdrawal that is neither a waiver nor a judgement says that it is.
  package static let removed = "removed"
}
