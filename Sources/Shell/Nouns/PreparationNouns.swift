import Auditing
import Scripting

/// The nouns by which an audit is prepared and led: what is asked for, the plan, the meetings.
enum PreparationNouns {
  static let all = [request, plan, meeting]

  static let request = NounSpec(
    name: Name("request", "pièce"),
    summary: ("pièces à fournir avant l’audit", "documents to provide before the audit"),
    rangesOverAudit: true, restsOnChecklist: true,
    fields: [
      .init(name: Name("id")), .init(name: Name("title", "titre")),
      .init(name: Name("due", "échéance")), .init(name: Name("module")),
      .init(name: Name("status", "statut"), choices: Choices.requestStatuses),
      .init(name: Name("received", "reçue-le")), .init(name: Name("delay", "jours-de-retard")),
      .init(name: Name("evidence", "preuves")), .init(name: Name("reason", "raison")),
      .init(name: Name("provenance"), choices: Choices.provenances, isRanked: true),
    ],
    columns: ["id", "title", "due", "module", "status", "received"]
  ) { session, range in
    let checklist = try session.checklistInRange(range)
    guard let audit = try session.auditIfAny(in: range) else {
      return checklist.requests.map { row(DocumentRequest($0), nil, session) }
    }
    let today = session.today
    return session.state.requests(in: audit, on: checklist).map { row($0, today, session) }
  }

  /// A row, with how far the request has come on a day of an audit.
  private static func row(
    _ request: DocumentRequest, _ today: CalendarDate?, _ session: Session
  ) -> RecordValue {
    let ids = request.evidence.isEmpty ? nil : Identifiers(.evidence, in: session.state)
    var row = RowBuilder()
    row.word("id", request.id)
    row.text("title", request.title[session.language])
    row.date("due", request.due)
    row.word("module", request.module)
    row.choice("status", today.map { request.status(on: $0).rawValue }, Choices.requestStatuses)
    row.date("received", request.received)
    row.number("delay", today.flatMap { request.delay(on: $0) })
    row.words("evidence", request.evidence.compactMap { ids?[$0] })
    row.text("reason", request.waiver)
    row.choice("provenance", request.provenance?.rawValue, Choices.provenances)
    return row.record("request", request.id)
  }

  static let plan = NounSpec(
    name: Name("plan"),
    summary: ("plan de l’audit, heure par heure", "the plan of the audit, hour by hour"),
    rangesOverAudit: true,
    fields: [
      .init(name: Name("id")), .init(name: Name("start", "début")), .init(name: Name("end", "fin")),
      .init(name: Name("what", "objet")), .init(name: Name("place", "lieu")),
      .init(name: Name("who", "avec")), .init(name: Name("conflict", "conflit")),
    ],
    columns: ["id", "start", "end", "what", "place", "who"]
  ) { session, range in
    let audit = try session.audit(in: range)
    let lines = session.state.plan(of: audit).map { line in
      var row = RowBuilder()
      row.word("id", line.id)
      row.word("start", line.start)
      row.word("end", line.end)
      row.text("what", line.what)
      row.text("place", line.place)
      row.text("who", line.who)
      row.boolean("conflict", line.isInConflict)
      return (line.start, row.record("plan", line.id))
    }
    let meetings = session.state.meetings(of: audit).compactMap { meeting in
      meeting.start.map { ($0, row(meeting, session.language)) }
    }
    return (lines + meetings).enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
  }

  /// A meeting as a line of the plan, which its own commands change: it has no id there.
  private static func row(_ meeting: Meeting, _ language: Language) -> RecordValue {
    var row = RowBuilder()
    row.word("start", meeting.start)
    row.text(
      "what",
      language.pick(
        meeting.kind == .opening
          ? ("réunion d’ouverture", "opening meeting") : ("réunion de clôture", "closing meeting")))
    row.text("who", meeting.present.joined(separator: ", "))
    row.boolean("conflict", meeting.isInConflict)
    return row.record("plan", meeting.id)
  }

  static let meeting = NounSpec(
    name: Name("meeting", "réunion"),
    summary: ("réunions d’ouverture et de clôture", "the opening and closing meetings"),
    rangesOverAudit: true,
    fields: [
      .init(name: Name("kind", "nature"), choices: Choices.meetingKinds),
      .init(name: Name("start", "début")), .init(name: Name("present", "présents")),
      .init(name: Name("words", "propos")), .init(name: Name("conflict", "conflit")),
    ],
    columns: ["kind", "start", "present", "words"]
  ) { session, range in
    let audit = try session.audit(in: range)
    return session.state.meetings(of: audit).map { meeting in
      var row = RowBuilder()
      row.choice("kind", meeting.kind.rawValue, Choices.meetingKinds)
      row.word("start", meeting.start)
      row.words("present", meeting.present)
      row.text("words", meeting.words)
      row.boolean("conflict", meeting.isInConflict)
      return row.record("meeting", meeting.id)
    }
  }
}

extension DocumentRequest {
  /// A request as a checklist has it, of no audit yet.
  fileprivate init(_ item: Checklist.Request) {
    self.init(
      keys: [], id: item.id, title: item.title, module: item.module, provenance: item.provenance)
  }
}
