import Auditing
import Notation

/// Who and where: what every OSCAL file says first.
extension OSCAL {
  func metadata(_ title: String) -> JSON {
    let notes = report.notices.map { "\($0.title.plain). \($0.text.plain)" }
    return Self.object(
      ("title", .text(Self.line("\(title) — \(subject.title)"))),
      ("last-modified", .text(subject.written.description)),
      ("version", .text(Self.line(version))), ("oscal-version", .text(Self.version)),
      (
        "props",
        .list([
          Self.property("tool", "\(subject.tool.name) \(subject.tool.version)"),
          Self.property("state", report.metadata.state.word.plain),
          Self.property("purpose", subject.isExercise ? "exercise" : subject.purpose.rawValue),
        ])
      ), ("roles", Self.list(roles)), ("locations", Self.list(locations)),
      ("parties", Self.list(parties)), ("responsible-parties", Self.list(responsible)),
      ("remarks", notes.isEmpty ? nil : .text(Self.prose(notes.joined(separator: "\n\n")))))
  }

  private var version: String {
    subject.edition.map { "\($0)" } ?? words.draft.plain
  }

  /// The roles that somebody holds, in the order of the enumeration.
  private var held: [Audit.Member.Role] {
    Audit.Member.Role.allCases.filter { role in audit.team.contains { $0.role == role } }
  }

  private var roles: [JSON] {
    held.map { role in
      Self.object(
        ("id", .text(role.rawValue)), ("title", .text(Self.line(words.word(role).plain))))
    }
  }

  private var parties: [JSON] {
    var handles: [String] = []
    let owners = subject.actions.values.joined().compactMap(\.owner).sorted()
    for handle in audit.team.map(\.person) + owners where !handles.contains(handle) {
      handles.append(handle)
    }
    return handles.map { handle in
      Self.object(
        ("uuid", uuid("party/\(handle)")), ("type", "person"),
        ("name", .text(Self.line(report.personName(handle).plain))),
        ("remarks", report.person(handle)?.role.map { .text(Self.prose($0)) }))
    }
  }

  private var responsible: [JSON] {
    held.map { role in
      let people = audit.team.filter { $0.role == role }.map(\.person)
      return Self.object(
        ("role-id", .text(role.rawValue)),
        ("party-uuids", .list(ReportBuilder.unique(people).map { uuid("party/\($0)") })))
    }
  }

  /// The sites in scope, each once.
  var sites: [String] { ReportBuilder.unique(audit.scope.map(\.site)) }

  private var locations: [JSON] {
    sites.map { site in
      Self.object(
        ("uuid", uuid("site/\(site)")), ("title", .text(Self.line(report.siteName(site)))),
        ("remarks", report.site(site)?.address.map { .text(Self.prose($0)) }))
    }
  }

  /// The criteria in scope, as controls.
  var reviewedControls: JSON {
    let ids = ReportBuilder.unique(report.rows.map { Self.token($0.criterion.id) })
    let selection: JSON =
      ids.isEmpty
      ? Self.object(("include-all", Self.object()))
      : Self.object(
        ("include-controls", .list(ids.map { Self.object(("control-id", .text($0))) })))
    return Self.object(
      ("description", .text(Self.prose(report.checklistName.plain))),
      ("control-selections", .list([selection])))
  }

  var subjects: JSON? {
    let visited = audit.visitedSites
    guard !visited.isEmpty else { return nil }
    return .list([
      Self.object(
        ("type", "location"), ("include-subjects", .list(visited.map(subject(_:)))))
    ])
  }

  func subject(_ site: String) -> JSON {
    Self.object(("subject-uuid", uuid("site/\(site)")), ("type", "location"))
  }

  /// The programme of the audit, a task a line.
  var tasks: [JSON] {
    subject.plan.enumerated().map { place, slot in
      let who = [slot.place, slot.who].filter { !$0.isEmpty }.joined(separator: " — ")
      let day = CalendarDate(slot.start.prefix(10))
      return Self.object(
        ("uuid", uuid("task/\(place)")), ("type", "action"),
        ("title", .text(Self.line(slot.what))),
        ("description", who.isEmpty ? nil : .text(Self.prose(who))),
        (
          "timing",
          day.map { Self.object(("on-date", Self.object(("date", Self.instant($0))))) }
        ))
    }
  }

  /// The checklist that the audit is pinned to, with its digest.
  var checklistResource: JSON {
    Self.object(
      ("uuid", uuid("checklist")), ("title", .text(Self.line(report.checklistName.plain))),
      (
        "rlinks",
        .list([
          file("checklists/\(subject.checklistDigest).rec", subject.checklistDigest, "text/plain")
        ])
      ))
  }

  /// The files of the evidence, where a seal keeps them.
  var resources: [JSON] {
    subject.evidence.filter { $0.sha256 != nil }.map { piece in
      let digest = piece.sha256 ?? ""
      return Self.object(
        ("uuid", uuid("resource/\(piece.key)")),
        ("title", .text(Self.line("\(piece.id) \(piece.name ?? "")"))),
        ("rlinks", .list([file("evidence/\(digest)", digest, nil)])))
    }
  }

  private func file(_ path: String, _ digest: String, _ type: String?) -> JSON {
    Self.object(
      ("href", .text(path)), ("media-type", type.map { .text($0) }),
      (
        "hashes",
        .list([Self.object(("algorithm", "SHA-256"), ("value", .text(digest)))])
      ))
  }
}
