import Auditing
import Testing

struct `A unit of a record` {
  private var a = Replica("aaaa")
  private var b = Replica("bbbb")

  private mutating func share() {
    a.pull(b)
    b.pull(a)
  }

  private func name(_ state: State) -> String? {
    state.record(.site, "s")?.text("name")
  }

  @Test mutating func `holds the value that was written last by those who knew`() {
    a.write(.site("s", ["name": "One"]))
    share()
    b.write(.site("s", ["name": "Two"]))
    share()
    #expect(name(a.state) == "Two")
    #expect(a.state.conflicts.isEmpty)
  }

  @Test mutating func `is in conflict when two write to it that do not know of each other`() {
    a.write(.site("s", ["name": "One"]), at: 1000)
    b.write(.site("s", ["name": "Two"], by: "bob"), at: 9)
    share()
    let state = a.state
    #expect(name(state) == nil)
    #expect(state.conflicts.map(\.unit) == ["name"])
    let writes = state.record(.site, "s")?.units["name"] ?? []
    #expect(Set(writes.map(\.by)) == ["ana", "bob"])
    #expect(state.sites.map(\.id) == ["s"])
  }

  @Test mutating func `agrees when both write the same`() {
    a.write(.site("s", ["name": "One"]))
    b.write(.site("s", ["name": "One"], by: "bob"))
    share()
    #expect(name(a.state) == "One")
    #expect(a.state.conflicts.isEmpty)
  }

  @Test mutating func `is settled by a write that has seen both`() {
    a.write(.site("s", ["name": "One"]))
    b.write(.site("s", ["name": "Two"]))
    share()
    b.write(.site("s", ["name": "Three"]))
    share()
    #expect(name(a.state) == "Three")
    #expect(a.state.conflicts.isEmpty)
  }

  @Test mutating func `is not settled by a write that has seen one of them`() {
    a.write(.site("s", ["name": "One"]))
    b.write(.site("s", ["name": "Two"]))
    a.write(.site("s", ["name": "Three"]))
    share()
    let values = a.state.record(.site, "s")?.units["name"]?.compactMap { $0.value["name"]?.text }
    #expect(Set(values ?? []) == ["Two", "Three"])
  }

  @Test mutating func `has nothing to do with another unit`() {
    a.write(.site("s", ["name": "One"]))
    share()
    a.write(.site("s", ["address": "here"]))
    b.write(.site("s", ["contact": "there"]))
    share()
    let site = a.state.sites.first
    #expect(site?.name == "One" && site?.address == "here" && site?.contact == "there")
    #expect(a.state.conflicts.isEmpty)
  }

  @Test mutating func `holds the last of what one operation writes twice`() {
    a.write(.site("s", ["name": "One"]), .site("s", ["name": "Two"]))
    #expect(name(a.state) == "Two")
    #expect(a.state.conflicts.isEmpty)
  }

  @Test mutating func `keeps the reasons of all who say the same`() throws {
    for (replica, reason) in [(\Self.a, "vu"), (\Self.b, "lu")] {
      self[keyPath: replica].write(
        Event(
          "assessment.set", by: "ana",
          [
            "audit": "a", "criterion": "M1", "site": "s", "verdict": "conforming",
            "reason": .text(reason),
          ]))
    }
    share()
    let audit = Audit(
      key: "a", id: "1", kind: .internal, checklist: "", by: "", at: Timestamp(milliseconds: 0))
    let assessment = a.state.assessment(audit, "M1", "s")
    #expect(assessment.verdict == .conforming)
    #expect(!assessment.isInConflict)
    #expect(assessment.reason == "vu ; lu")
  }

  @Test mutating func `of a verdict, or an edition, that no version here knows is unknown`() {
    a.write(
      Event(
        "assessment.set", by: "ana",
        ["audit": "a", "criterion": "M1", "site": "s", "verdict": "doubtful"]),
      Event(
        "seal.begun", by: "ana",
        ["record": "00000000000000e1", "audit": "a", "edition": -1]))
    #expect(a.state.unknownKinds == ["assessment.set": 1, "seal.begun": 1])
    #expect(a.state.standing(of: EventPlace(operation: 0, event: 0)) == .unknown)
    #expect(a.state.standing(of: EventPlace(operation: 0, event: 1)) == .unknown)
  }

  @Test mutating func `in conflict leaves a verdict not established`() {
    for (replica, verdict) in [(\Self.a, "conforming"), (\Self.b, "not-applicable")] {
      self[keyPath: replica].write(
        Event(
          "assessment.set", by: "ana",
          ["audit": "a", "criterion": "M1", "site": "s", "verdict": .text(verdict)]))
    }
    share()
    let audit = Audit(
      key: "a", id: "1", kind: .internal, checklist: "", by: "", at: Timestamp(milliseconds: 0))
    let assessment = a.state.assessment(audit, "M1", "s")
    #expect(assessment.isInConflict)
    #expect(assessment.verdict == .notAssessed)
    #expect(CriterionStatus([assessment]).verdict == .notAssessed)
  }
}

struct `A list of a record` {
  private var a = Replica("aaaa")
  private var b = Replica("bbbb")

  init() {
    a.write(.finding("f"), .cited("f", "add", "e1"))
    b.pull(a)
  }

  private mutating func evidence() -> [String] {
    a.pull(b)
    return a.state.record(.finding, "f")?.elements("evidence").compactMap(\.text) ?? []
  }

  @Test mutating func `holds what both have added`() {
    a.write(.cited("f", "add", "e2"))
    b.write(.cited("f", "add", "e3"))
    #expect(Set(evidence()) == ["e1", "e2", "e3"])
    #expect(a.state.conflicts.isEmpty)
  }

  @Test mutating func `holds no longer what was removed`() {
    b.write(.cited("f", "remove", "e1"))
    #expect(evidence() == [])
  }

  @Test mutating func `keeps what was added again, not knowing of the removal`() {
    a.write(.cited("f", "add", "e1"))
    b.write(.cited("f", "remove", "e1"))
    #expect(evidence() == ["e1"])
  }

  @Test mutating func `names who added what stands`() {
    a.write(
      Event(
        "finding.cited", by: "zoe",
        ["record": "f", "audit": "a", "change": "add", "element": "e1"]))
    b.write(.cited("f", "remove", "e1"))
    _ = evidence()
    #expect(a.state.record(.finding, "f")?.lists["evidence"]?.map(\.by) == ["zoe"])
  }

  @Test mutating func `lets one removal take both of two additions it has seen`() {
    a.write(.cited("f", "add", "e2"))
    b.write(.cited("f", "add", "e2"))
    b.pull(a)
    b.write(.cited("f", "remove", "e2"))
    #expect(evidence() == ["e1"])
  }

  @Test mutating func `follows the order of the events in one operation`() {
    b.write(.cited("f", "remove", "e1"), .cited("f", "add", "e1"))
    #expect(evidence() == ["e1"])
    b.write(.cited("f", "add", "e1"), .cited("f", "remove", "e1"))
    #expect(evidence() == [])
  }

  @Test mutating func `begins with what the record was made with`() {
    b.write(
      Event(
        "finding.added",
        [
          "record": "g", "id": "F2", "audit": "a", "text": "", "evidence": .texts(["e1", "e2"]),
        ]))
    _ = evidence()
    #expect(a.state.record(.finding, "g")?.elements("evidence") == ["e1", "e2"])
  }
}

struct `A state` {
  private var a = Replica("aaaa")

  @Test mutating func `counts and keeps the kinds it does not know`() {
    a.write(Event("tea.served", ["sugar": 2]), Event("tea.served", [:]), .site("s"))
    #expect(a.state.unknownKinds == ["tea.served": 2])
    #expect(a.state.history.operations.first?.events.count == 3)
    #expect(a.state.sites.count == 1)
  }

  @Test mutating func `takes an entry for unknown that does not say what it speaks of`() {
    a.write(
      Event("finding.added", ["id": "F1"]), Event("record.withdrawn", ["record": "x"]),
      Event("record.withdrawn", ["noun": "teapot", "record": "x"]))
    #expect(a.state.unknownKinds == ["finding.added": 1, "record.withdrawn": 2])
  }

  @Test mutating func `reads past a body that was left out`() {
    var operation = a.write(.site("s"), .site("t"))
    operation.events[0] = nil
    #expect(State(History(uniting: [operation])).sites.map(\.id) == ["t"])
  }

  @Test mutating func `keeps what the dossier is for as its first entry says it`() {
    func created(_ purpose: String) -> Event {
      Event("dossier.created", ["purpose": .text(purpose), "title": "T", "tool": "t"])
    }
    #expect(State().purpose == .real)
    a.write(created("exercise"))
    a.write(created("real"))
    #expect(a.state.purpose == .exercise)
    var b = Replica("bbbb")
    b.write(created("real"))
    a.pull(b)
    #expect(a.state.purpose != .real)
    #expect(a.state.conflicts.map(\.unit) == ["origin"])
  }

  @Test mutating func `has one purpose, though different versions began what was joined`() {
    for (replica, tool) in [("aaaa", "constat 1"), ("bbbb", "constat 2")] {
      var other = Replica(replica)
      other.write(
        Event("dossier.created", ["purpose": "real", "title": "T", "tool": .text(tool)]))
      a.pull(other)
    }
    #expect(a.state.purpose == .real)
    #expect(a.state.conflicts.isEmpty)
  }

  @Test mutating func `keeps two records apart whose keys would read the same`() {
    for (site, service) in [("a/b", "c"), ("a", "b/c"), ("a%2Fb", "c")] {
      a.write(Event("service.set", ["site": .text(site), "service": .text(service), "name": "x"]))
    }
    #expect(a.state.everything(.service).count == 3)
  }

  @Test mutating func `says that one record is another without making a third`() {
    a.write(
      Event("person.added", ["record": "p1", "handle": "ana"]),
      Event("record.same", ["noun": "person", "record": "p1", "keep": "p2", "reason": "x"]))
    #expect(a.state.everything(.person).map(\.key) == ["p1"])
    #expect(a.state.record(.person, "p1")?.text("keep") == "p2")
  }

  @Test mutating func `shows an operation that is being prepared, event by event`() {
    a.write(.site("s", ["name": "One"]))
    var state = a.state
    state.prepare(
      Auditing.Operation(
        id: "pending", writer: "aaaa", n: 2, at: Timestamp(milliseconds: 0), previous: "aaaa-1",
        seen: [], events: []))
    state.add(.site("s", ["name": "Two"]))
    #expect(state.sites.map(\.name) == ["Two"])
    let first = a.operations[0]
    state.add(.undo(first))
    #expect(state.sites.map(\.name) == ["Two"])
    state.settle(id: "aaaa-2")
    a.write(.site("s", ["name": "Two"]), .undo(first))
    #expect(state.canonicalText == a.state.canonicalText)
    #expect(state.history.heads == a.state.history.heads)
    #expect(!state.history.contains("pending"))
  }
}
