import Auditing
import Testing

struct `The choice of undo` {
  private static let finding = "00000000000000f1"
  private var a = Replica("aaaa")
  private var b = Replica("bbbb")

  private func last(_ replica: Replica) -> Result<String, Undoing.Refusal> {
    do {
      let position = try Undoing(replica.state, writer: replica.writer).last()
      return .success(replica.state.history.operations[position].id)
    } catch {
      return .failure(error)
    }
  }

  private func undone(_ replica: Replica) -> [String]? {
    let positions = try? Undoing(replica.state, writer: replica.writer).undone()
    return positions?.map { replica.state.history.operations[$0].id }
  }

  @Test mutating func `is this writer's last operation in force, whatever others wrote since`() {
    let one = a.write(.site("s", ["name": "One"]))
    let two = a.write(.site("t", ["name": "Two"]))
    b.pull(a)
    b.write(.site("u", ["name": "Theirs"]))
    a.pull(b)
    #expect((try? last(a).get()) == two.id)
    a.write(.undo(two))
    #expect((try? last(a).get()) == one.id)
    #expect(undone(a) == [two.id])
    a.write(.undo(one))
    #expect((try? last(a).get()) == nil)
    #expect(undone(a) == [one.id])
    a.write(.redo(one))
    #expect(undone(a) == [two.id])
    a.write(.site("v"))
    #expect(undone(a) == nil)
  }

  @Test mutating func `is refused when another rests on a record that it made, however deep`() {
    a.write(Event("evidence.attached", ["record": "00000000000000e1", "text": "x"]))
    b.pull(a)
    b.write(
      Event(
        "label.granted",
        [
          "site": "s", "checklist": "c", "from": "2026-01-01",
          "modules": .list([.object(["proof": "00000000000000e1"])]),
        ]))
    a.pull(b)
    guard case .failure(.restedOn(let positions)) = last(a) else {
      Issue.record("not refused")
      return
    }
    #expect(positions.map { a.state.history.operations[$0].id } == ["bbbb-1"])
  }

  @Test mutating func `is refused when what is never undone rests on it, though someone tried`() {
    a.write(Event("evidence.attached", ["record": "00000000000000e1", "text": "x"]))
    let destroyed = a.write(
      Event("evidence.destroyed", ["record": "00000000000000e1", "sha256": "00"]))
    a.write(.undo(destroyed))
    guard case .failure(.restedOn(let positions)) = last(a) else {
      Issue.record("not refused")
      return
    }
    #expect(positions.map { a.state.history.operations[$0].id } == [destroyed.id])
  }

  @Test mutating func `is not refused for what did not know of it`() {
    a.write(.site("s", ["name": "One"]))
    b.write(.site("s", ["name": "Two"]))
    a.pull(b)
    #expect((try? last(a).get()) == "aaaa-1")
  }

  @Test mutating func `stops at what is never undone`() {
    a.write(Event("seal.begun", ["record": "00000000000000e1", "audit": "x", "edition": 1]))
    a.write(Event("seal.abandoned", ["record": "00000000000000e1", "reason": "x"]))
    guard case .failure(.commitPoint) = last(a) else {
      Issue.record("not refused")
      return
    }
  }

  @Test mutating func `stops at an operation in an undo conflict`() {
    let one = a.write(.site("s", ["name": "One"]))
    a.write(.undo(one))
    b.pull(a)
    a.write(.redo(one))
    a.write(.undo(one))
    b.write(.redo(one))
    a.pull(b)
    guard case .failure(.inConflict(let conflict)) = last(a) else {
      Issue.record("not refused")
      return
    }
    #expect(conflict.subject == .activity(operation: one.id))
  }

  @Test mutating func `of a run is all its operations, though they rest on each other`() throws {
    func event(_ kind: String, _ fields: [String: Content]) -> Event {
      Event(kind, by: "ana", run: "r1", fields)
    }
    a.write(.site("s", ["name": "One"]))
    a.write(event("evidence.attached", ["record": "00000000000000e1", "text": "x"]))
    a.write(event("evidence.set", ["record": "00000000000000e1", "source": "y"]))
    let run = try Undoing(a.state, writer: "aaaa").run()
    #expect(run.map { a.state.history.operations[$0].id } == ["aaaa-3", "aaaa-2"])
    #expect(throws: Undoing.Refusal.self) { try Undoing(a.state, writer: "aaaa").run("r2") }
  }

  @Test mutating func `takes nothing that is still being prepared`() {
    a.write(.site("s", ["name": "One"]))
    var state = a.state
    state.prepare(
      Auditing.Operation(
        id: "pending", writer: "aaaa", n: 2, at: Timestamp(milliseconds: 0), previous: "aaaa-1",
        seen: [], events: []))
    state.add(.site("t", ["name": "Two"]))
    let position = try? Undoing(state, writer: "aaaa", isPreparing: true).last()
    #expect(position == 0)
  }
}
