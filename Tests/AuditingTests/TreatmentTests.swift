import Auditing
import Testing

struct `How a finding is dealt with` {
  private var a = Replica("aaaa")
  private var b = Replica("bbbb")

  init() {
    a.write(Self.audit("k", "2025-001", start: "2025-10-10"))
    a.write(.finding("f", audit: "k"))
    b.pull(a)
  }

  private static func audit(_ key: String, _ id: String, start: String) -> [Event] {
    [
      Event(
        "audit.opened", by: "ana",
        [
          "record": .text(key), "audit": .text(key), "id": .text(id), "form": "internal",
          "checklist": "c",
        ]),
      Event(
        "audit.set", by: "ana",
        ["audit": .text(key), "start": .text(start), "end": .text(start)]),
    ]
  }

  private static func action(
    _ key: String, about findings: [String] = ["f"], _ kind: Action.Kind = .corrective
  ) -> Event {
    Event(
      "action.added", by: "ana",
      [
        "record": .text(key), "id": .text(key), "form": .text(kind.rawValue), "text": "do it",
        "about": .texts(findings), "owner": "bob", "due": "2025-12-01",
      ])
  }

  private static func completed(_ key: String, on day: String = "2025-11-20") -> Event {
    Event(
      "action.completed", by: "bob",
      ["record": .text(key), "on": .text(day), "evidence": .texts(["p"])])
  }

  private static func verified(_ key: String, _ isEffective: Bool = true) -> Event {
    Event(
      "action.verified", by: "ana",
      [
        "record": .text(key), "effective": .boolean(isEffective), "on": "2026-01-10",
        "evidence": .texts(["q"]),
      ])
  }

  private static func followed(
    _ finding: String, in audit: String, _ outcome: FollowUp.Outcome, as successor: String? = nil
  ) -> Event {
    var fields: [String: Content] = [
      "audit": .text(audit), "finding": .text(finding), "outcome": .text(outcome.rawValue),
    ]
    fields["as"] = successor.map(Content.text)
    return Event("finding.followed", by: "ana", fields)
  }

  private func finding(_ key: String = "f", of audit: String = "k") throws -> Finding {
    let state = a.state
    let audit = try #require(state.audits.first { $0.key == audit })
    return try #require(state.findings(in: audit).first { $0.key == key })
  }

  @Test mutating func `goes from its actions to their end and their effect, and by nothing else`()
    throws
  {
    #expect(try finding().status == .open)
    a.write(Self.action("x"))
    #expect(try finding().status == .inProgress)
    a.write(Self.completed("x"))
    #expect(try finding().status == .done)
    a.write(Self.verified("x"))
    #expect(try finding().status == .closed)
  }

  @Test mutating func `stays when the action did not help, until another does`() throws {
    a.write([Self.action("x"), Self.completed("x"), Self.verified("x", false)])
    #expect(try finding().status == .open)
    a.write([Self.action("y"), Self.completed("y"), Self.verified("y")])
    #expect(try finding().status == .closed)
  }

  @Test mutating func `is not closed by a correction, which leaves the cause`() throws {
    a.write([Self.action("x", .correction), Self.completed("x"), Self.verified("x")])
    #expect(try finding().status == .done)
  }

  @Test mutating func `is verified again when it was done again`() throws {
    a.write([Self.action("x"), Self.completed("x"), Self.verified("x", false)])
    a.write(Self.completed("x", on: "2026-02-01"))
    #expect(a.state.actions.map(\.status) == [.done])
    #expect(try finding().status == .done)
  }

  @Test mutating func `is not verified by one who did not know what was done meanwhile`() throws {
    a.write([Self.action("x"), Self.completed("x")])
    b.pull(a)
    a.write(Self.completed("x", on: "2026-02-01"))
    b.write(Self.verified("x"))
    a.pull(b)
    #expect(a.state.actions.map(\.status) == [.done])
  }

  @Test mutating func `is not known where two say different things, and shown in conflict`() throws
  {
    a.write(Self.action("x"))
    b.pull(a)
    a.write(Self.completed("x"))
    b.write(Self.completed("x", on: "2025-11-25"))
    a.pull(b)
    let action = try #require(a.state.actions.first)
    #expect(action.isInConflict && action.status == .open)
    #expect(a.state.conflicts.count == 1)
  }

  @Test mutating func `is closed by an audit that finds it lifted, once it is on record by what`()
    throws
  {
    a.write(Self.audit("m", "2026-001", start: "2026-10-10"))
    a.write(Self.followed("f", in: "m", .lifted))
    #expect(try finding().outcome == .lifted)
    #expect(try finding().status == .done && !finding().isOpen)
    a.write(Self.action("x"))
    #expect(try finding().status == .inProgress && !finding().isOpen)
    a.write(Self.completed("x"))
    #expect(try finding().status == .closed)
  }

  @Test mutating func `goes on in the finding that takes it up, with the actions still open`()
    throws
  {
    a.write(Self.action("x"))
    a.write(Self.audit("m", "2026-001", start: "2026-10-10"))
    a.write([.finding("g", audit: "m"), Self.followed("f", in: "m", .persists, as: "g")])
    #expect(try finding("g", of: "m").predecessors == ["f"])
    #expect(try finding("g", of: "m").outcome == .persists)
    #expect(try finding("g", of: "m").status == .inProgress)
    a.write([Self.action("y", about: ["g"]), Self.completed("x"), Self.verified("x")])
    #expect(try finding().status == .inProgress)
    a.write([Self.completed("y"), Self.verified("y")])
    #expect(try finding("g", of: "m").status == .closed)
    #expect(try finding().status == .closed)
  }

  @Test mutating func `is open again when a later audit still finds it`() throws {
    a.write([Self.action("x"), Self.completed("x"), Self.verified("x")])
    a.write(Self.audit("m", "2026-001", start: "2026-10-10"))
    a.write(Self.followed("f", in: "m", .persists))
    #expect(try finding().status == .open)
  }

  @Test mutating func `is what the last audit by its day says, in whatever order it was entered`()
    throws
  {
    a.write(Self.audit("late", "2027-001", start: "2027-10-10"))
    a.write(Self.followed("f", in: "late", .lifted))
    a.write(Self.audit("m", "2026-001", start: "2026-10-10"))
    a.write(Self.followed("f", in: "m", .persists))
    #expect(try finding().outcome == .lifted)
  }

  @Test mutating func `survives follow-ups that name each other`() throws {
    a.write([.finding("g", audit: "k"), Self.followed("f", in: "k", .persists, as: "g")])
    a.write(Self.followed("g", in: "k", .persists, as: "f"))
    #expect(try finding().status == .open)
    #expect(try finding("g").predecessors == ["f"])
  }

  @Test func `tells what is overdue and due soon by days, both ends counted`() {
    var action = Action(
      key: "x", id: "A1", kind: .corrective, text: "t", by: "ana", at: Timestamp(milliseconds: 0))
    #expect(!action.isOverdue(on: .last))
    let day = CalendarDate("2025-12-01") ?? .first
    action.due = day
    #expect(!action.isOverdue(on: day) && action.isOverdue(on: day.adding(days: 1)))
    #expect(action.isDueSoon(on: day) && action.isDueSoon(on: day.adding(days: -30)))
    #expect(
      !action.isDueSoon(on: day.adding(days: -31)) && !action.isDueSoon(on: day.adding(days: 1)))
  }

  @Test func `keeps the lines of an analysis as they were written`() {
    let causes = Action.Cause.Category.allCases.map {
      Action.Cause(category: $0, text: "« \($0.rawValue) »", isRoot: $0 == .method)
    }
    #expect(causes.compactMap { Action.Cause($0.content) } == causes)
    var action = Action(
      key: "x", id: "A1", kind: .corrective, text: "t", by: "ana", at: Timestamp(milliseconds: 0))
    action.causes = causes
    #expect(action.rootCause == "« method »")
    action.causes = [.init(category: .why, text: "one"), .init(category: .why, text: "two")]
    #expect(action.rootCause == "two")
  }
}
