import Auditing
import Journaling
import Scripting

/// `plan …` and `meeting …`: the visit hour by hour, its opening and its closing.
enum PlanCommands {
  static let all = [add, set, remove, open, close]

  private static let noun = PreparationNouns.plan.name
  private static let target = CommandSpec.OptionSpec(
    name: Name("audit"), type: .reference(.audit))
  private static let day = CommandSpec.OptionSpec(name: Name("day", "jour"), type: .date)
  private static let one = CommandSpec.Operand(name: Name("plan"), type: .reference(.plan))
  private static let details: [CommandSpec.OptionSpec] = [
    day, .init(name: Name("place", "lieu"), type: .text),
    .init(name: Name("who", "avec"), type: .text),
  ]

  static let add = CommandSpec(
    noun: noun, name: Name("add", "ajouter"),
    operands: [
      .init(name: Name("start", "début"), type: .time),
      .init(name: Name("end", "fin"), type: .time),
      .init(name: Name("what", "objet"), type: .text),
    ], options: details + [target, CommandSpec.once],
    summary: ("ajouter une ligne au plan de l’audit", "add a line to the plan of the audit"),
    manual: (
      "Sans --jour\u{A0}: le premier jour de l’audit. Les réunions d’ouverture et de clôture ont leurs commandes.",
      "Without --day: the first day of the audit. The opening and closing meetings have their own commands."
    ),
    example: #"plan add 9h30 10h30 "Accueil physique" --place hall --who "chef de l'accueil""#,
    writes: true
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    let (start, end) = try hours(bound, audit, start: nil, end: nil)
    let known = session.state.plan(of: audit).first {
      ($0.start, $0.end, $0.what) == (start, end, bound["what"] ?? "")
    }
    if bound.has("once"), let known { return .standing(known.id) }
    let key = session.mintKey()
    let own = session.dossier?.writerPreparing
    let count = session.state.everything(.plan).filter { $0.writer == own }.count
    let label = "H\(count + 1)"
    var fields: [String: Content] = [
      "record": .text(key), "audit": .text(audit.key), "id": .text(label), "start": .text(start),
      "end": .text(end), "what": .text(bound["what"] ?? ""),
    ]
    for name in ["place", "who"] { fields[name] = bound[name].map(Content.text) }
    try session.record("plan.set", fields)
    let id = session.displayID(.plan, key, label: label)
    let what = bound["what"] ?? ""
    return .acknowledged(
      ("\(id)\u{A0}: \(start) – \(end), \(what)", "\(id): \(start) – \(end), \(what)"),
      value: .word(id))
  }

  static let set = CommandSpec(
    noun: noun, name: Name("set", "modifier"), operands: [one], subject: ["plan": "id"],
    options: [
      .init(name: Name("start", "début"), type: .time),
      .init(name: Name("end", "fin"), type: .time), .init(name: Name("what", "objet"), type: .text),
    ] + details + [target],
    summary: ("modifier une ligne du plan", "change a line of the plan"),
    example: "plan set H1 --start 9h45", writes: true
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    let line = try session.planLine(bound, audit)
    let (start, end) = try hours(bound, audit, start: line.start, end: line.end)
    var fields: [String: Content] = [
      "record": .text(line.key), "audit": .text(audit.key), "start": .text(start),
      "end": .text(end), "what": .text(bound["what"] ?? line.what),
    ]
    fields["place"] = (bound["place"] ?? line.place).map(Content.text)
    fields["who"] = (bound["who"] ?? line.who).map(Content.text)
    try session.record("plan.set", fields)
    return .acknowledged(("\(line.id) modifiée", "\(line.id) changed"), value: .word(line.id))
  }

  static let remove = CommandSpec(
    noun: noun, name: Name("remove", "supprimer"), operands: [one],
    options: [.init(name: Name("reason", "raison"), type: .text), target],
    summary: ("retirer une ligne du plan", "take a line out of the plan"),
    example: "plan remove H1", writes: true
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    let line = try session.planLine(bound, audit)
    try session.withdraw(.plan, line.key, of: audit.key, bound)
    return .acknowledged(("\(line.id) retirée", "\(line.id) removed"), value: .word(line.id))
  }

  /// The beginning and end of a line, each with its day; the end is after the beginning.
  private static func hours(
    _ bound: Bound, _ audit: Audit, start: String?, end: String?
  ) throws -> (String, String) {
    let known = (start ?? end).map { String($0.prefix(10)) }
    let day = bound.date("day")?.description ?? known ?? audit.start?.description ?? ""
    func moment(_ name: String, _ known: String?) -> String {
      guard let time = bound[name] else {
        return bound.has("day") ? "\(day)T\(known?.suffix(5) ?? "")" : known ?? ""
      }
      return time.count > 5 ? time : "\(day)T\(time)"
    }
    let (first, last) = (moment("start", start), moment("end", end))
    guard first < last else { throw Failure(.endBeforeStart(first, last), at: bound.place("end")) }
    return (first, last)
  }

  static let open = meeting(
    .opening, Name("open", "ouvrir"),
    summary: (
      "écrire la réunion d’ouverture\u{A0}: prévue, puis tenue",
      "write the opening meeting: planned, then held"
    ), example: "meeting open --start 9h")

  static let close = meeting(
    .closing, Name("close", "clore"),
    summary: (
      "écrire la réunion de clôture\u{A0}: prévue, puis tenue",
      "write the closing meeting: planned, then held"
    ), example: #"meeting close --start 16h30 --words "constats présentés et expliqués""#)

  private static func meeting(
    _ kind: Meeting.Kind, _ name: Name, summary: Wording, example: String
  ) -> CommandSpec {
    CommandSpec(
      noun: PreparationNouns.meeting.name, name: name,
      options: [
        .init(name: Name("start", "début"), type: .time), day,
        .init(name: Name("present", "présents"), type: .reference(.person), isList: true),
        .init(name: Name("words", "propos"), type: .text), target,
      ], summary: summary,
      manual: (
        """
        Une réunion de chaque sorte\u{A0}: la redire complète la même. La position de l’audité sur \
        chaque constat s’écrit avec «\u{A0}constat répondre\u{A0}».
        """,
        """
        One meeting of each sort: saying it again completes the same. The auditee’s position on each \
        finding is written with finding respond.
        """
      ), example: example, writes: true
    ) { session, bound in try write(kind, &session, bound) }
  }

  private static func write(
    _ kind: Meeting.Kind, _ session: inout Session, _ bound: Bound
  ) throws -> Outcome {
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    let known = try session.meeting(kind.rawValue, of: audit, at: bound.range)
    let start = bound["start"].map { time in
      let base = kind == .opening ? audit.start : audit.end ?? audit.start
      let day = bound.date("day") ?? base
      return time.count > 5 || day == nil ? time : "\(day?.description ?? "")T\(time)"
    }
    var fields: [String: Content] = [
      "record": .text(known?.key ?? session.mintKey()), "audit": .text(audit.key),
      "form": .text(kind.rawValue),
    ]
    fields["start"] = (start ?? known?.start).map(Content.text)
    let present = try bound.all("present").map { try session.person($0, bound).handle }
    fields["present"] = .texts(present.isEmpty ? known?.present ?? [] : present)
    fields["words"] = (bound["words"] ?? known?.words).map(Content.text)
    try session.record("meeting.set", fields)
    let name = Choices.meetingKinds.first { $0.en == kind.rawValue }
    let at = (start ?? known?.start).map { ", \($0)" } ?? ""
    return .acknowledged(
      ("réunion\u{A0}: \(name?.fr ?? "")\(at)", "meeting: \(name?.en ?? "")\(at)"))
  }
}

extension Session {
  /// The meeting of an audit that a word names in either language: its kind, and where colleagues
  /// wrote several of it the beginning of its key.
  func meeting(_ word: String, of audit: Audit, at range: Range<Int>?) throws -> Meeting? {
    let parts = word.folded.split(separator: ".", maxSplits: 1).map(String.init)
    let kind = Choices.meetingKinds.first { $0.matches(parts.first ?? "") }
    let found = state.meetings(of: audit).filter { meeting in
      meeting.kind.rawValue == kind?.en
        && (parts.count < 2 || meeting.key.hasPrefix(parts[1]))
    }
    guard found.count > 1 else { return found.first }
    throw Failure(.ambiguousRecord(word, found.map { name(of: $0) }), at: range)
  }

  /// What a meeting is called in the language of the user.
  func name(of meeting: Meeting) -> String {
    let kind = Choices.meetingKinds.first { $0.en == meeting.kind.rawValue }
    return (kind?[language] ?? "") + meeting.id.dropFirst(meeting.kind.rawValue.count)
  }

  /// The line of the plan that a command names.
  fileprivate func planLine(_ bound: Bound, _ audit: Audit) throws -> PlanLine {
    let word = bound["plan"] ?? ""
    let record = try record(.plan, .plan, word, at: bound.place("plan"))
    let lines = state.plan(of: audit)
    guard let line = lines.first(where: { $0.key == record.key }) else {
      throw Failure(
        .unknownRecord(.plan, word, known: lines.map(\.id), suggestion: nil),
        at: bound.place("plan"))
    }
    return line
  }
}
