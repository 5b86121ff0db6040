import Auditing
import Testing

struct `A conflict` {
  private var a = Replica("aaaa")
  private var b = Replica("bbbb")

  init() {
    a.write(.site("s", ["name": "One"]))
    b.write(.site("s", ["name": "Two"], by: "bob"))
    share()
  }

  private mutating func share() {
    a.pull(b)
    b.pull(a)
  }

  private func only(_ state: State) throws -> Conflict {
    try #require(state.conflicts.count == 1 ? state.conflicts.first : nil)
  }

  private func decision(_ conflict: Conflict, _ choice: Conflict.Choice) throws -> Event {
    Event("conflict.resolved", by: "ana", try #require(conflict.decision(choice, reason: "vu")))
  }

  @Test func `has an id that is short to type and the same in every copy`() throws {
    let conflict = try only(a.state)
    #expect(conflict.id.hasPrefix("C-"))
    #expect(conflict.id.count == 6)
    #expect(try only(b.state).id == conflict.id)
    #expect(a.state.conflict(conflict.id)?.subject == conflict.subject)
    #expect(a.state.conflict(conflict.id.lowercased())?.heads == conflict.heads)
    #expect(a.state.conflict("C-0") == nil)
  }

  @Test func `names what stands, with its author`() throws {
    let conflict = try only(a.state)
    #expect(conflict.subject == .unit(.site, key: "s", unit: "name"))
    #expect(conflict.heads == ["aaaa-1", "bbbb-1"])
    #expect(Set(conflict.alternatives.map(\.by)) == ["ana", "bob"])
    #expect(Set(conflict.alternatives.map(\.value)) == [["name": "One"], ["name": "Two"]])
  }

  @Test mutating func `is settled by a decision that names its heads, and open again without it`()
    throws
  {
    let conflict = try only(a.state)
    let decided = a.write(try decision(conflict, .value(["name": "Two"])))
    #expect(a.state.conflicts.isEmpty)
    #expect(a.state.sites.map(\.name) == ["Two"])
    a.write(.undo(decided))
    #expect(try only(a.state).id == conflict.id)
  }

  @Test mutating func `decided alike by two is settled, and otherwise by neither`() throws {
    let conflict = try only(a.state)
    let two = try decision(conflict, .value(["name": "Two"]))
    a.write(two)
    b.write(two)
    share()
    #expect(a.state.conflicts.isEmpty)
    var c = Replica("cccc")
    for operation in a.operations where operation.n == 1 { c.take(operation) }
    c.write(try decision(conflict, .value(["name": "Three"])))
    a.pull(c)
    #expect(try only(a.state).alternatives.count == 3)
  }

  @Test mutating func `is not settled by a decision over other heads`() throws {
    let conflict = try only(a.state)
    b.write(.site("t", ["name": "T"]))
    let late = b.write(.site("s", ["address": "x"]))
    var fields = try #require(conflict.decision(.value(["name": "Two"]), reason: "vu"))
    fields["over"] = .texts([late.id])
    b.write(Event("conflict.resolved", fields))
    share()
    #expect(try only(a.state).heads == ["aaaa-1", "bbbb-1"])
    let position = try #require(a.state.history.position(of: "bbbb-4"))
    #expect(a.state.standing(of: EventPlace(operation: position, event: 0)) == .moot)
  }

  @Test mutating func `leaves what came without its knowledge to be decided anew`() throws {
    let conflict = try only(a.state)
    var c = Replica("cccc")
    for operation in a.operations { c.take(operation) }
    c.write(.site("s", ["name": "Three"]))
    a.write(try decision(conflict, .value(["name": "Two"])))
    a.pull(c)
    #expect(try only(a.state).heads == ["aaaa-2", "cccc-1"])
  }

  @Test func `stands in the way of a plain write, and of no other unit`() {
    guard case .inConflict(let conflict) = a.state.obstacle(to: .site("s", ["name": "X"])) else {
      Issue.record("no obstacle")
      return
    }
    #expect(conflict.key == "s")
    #expect(a.state.obstacle(to: .site("s", ["address": "X"])) == nil)
    #expect(a.state.isInConflict(.site, "s", unit: "name"))
    #expect(!a.state.isInConflict(.site, "s", unit: "address"))
  }

  @Test mutating func `of a removal and a use is settled by keeping or by dropping`() throws {
    let key = "00000000000000f1"
    a.write(try decision(only(a.state), .value(["name": "Two"])), .finding(key))
    share()
    a.write(.amended(key, text: "x"))
    b.write(.withdrawn(.finding, key))
    share()
    let conflict = try only(a.state)
    #expect(conflict.unit == "presence")
    #expect(conflict.alternatives.map(\.isUse).contains(true))
    var other = b
    a.write(try decision(conflict, .keep))
    #expect(a.state.conflicts.isEmpty)
    #expect(a.state.all(.finding).count == 1)
    other.write(try decision(conflict, .drop))
    #expect(other.state.conflicts.isEmpty)
    #expect(other.state.all(.finding).isEmpty)
    a.pull(other)
    #expect(try only(a.state).unit == "presence")
  }

  @Test mutating func `of an undo and a redo is settled by keeping or by dropping`() throws {
    a.write(try decision(only(a.state), .value(["name": "Two"])))
    let operation = a.write(.site("t", ["name": "T"]))
    let undo = a.write(.undo(operation))
    share()
    a.write(.redo(operation))
    a.write(.undo(operation))
    b.write(.redo(operation))
    share()
    let conflict = try only(a.state)
    #expect(conflict.subject == .activity(operation: operation.id))
    #expect(conflict.decision(.value([:]), reason: "") == nil)
    var other = b
    let kept = a.write(try decision(conflict, .keep))
    #expect(a.state.isActive(operation.id))
    #expect(a.state.contestedOperations.isEmpty)
    other.write(try decision(conflict, .drop))
    #expect(!other.state.isActive(operation.id))
    a.write(.undo(kept))
    #expect(a.state.contestedOperations == [operation.id])
    #expect(undo.n < kept.n)
  }
}

struct `A natural record that was withdrawn` {
  private var a = Replica("aaaa")

  @Test mutating func `is there again once someone who knew gives its identity anew`() {
    a.write(.site("s", ["name": "One"]))
    a.write(.withdrawn(.site, "s"))
    #expect(a.state.sites.isEmpty)
    let again = a.write(.site("s", ["name": "Two"]))
    #expect(a.state.sites.map(\.name) == ["Two"])
    a.write(.undo(again))
    #expect(a.state.sites.isEmpty)
  }
}

struct `A sample` {
  private var a = Replica("aaaa")
  private var b = Replica("bbbb")

  private static func recorded(_ item: String, _ days: String) -> Event {
    Event(
      "sample.recorded",
      ["record": "00000000000000c1", "audit": "a", "item": .text(item), "values": .text(days)])
  }

  @Test mutating func `holds a value for each item, and a conflict for that item alone`() {
    a.write(
      Event("sample.drawn", ["record": "00000000000000c1", "audit": "a", "size": 2]),
      Self.recorded("1", "3 d"))
    b.pull(a)
    a.write(Self.recorded("2", "4 d"), Self.recorded("1", "5 d"))
    b.write(Self.recorded("2", "6 d"))
    a.pull(b)
    #expect(a.state.conflicts.map(\.unit) == ["values 2"])
    let sample = a.state.record(.sample, "00000000000000c1")
    #expect(sample?.text("values", of: "values 1") == "5 d")
  }
}
