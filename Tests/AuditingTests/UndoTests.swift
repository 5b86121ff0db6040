import Auditing
import Testing

struct `An operation that is undone` {
  private var a = Replica("aaaa")
  private var b = Replica("bbbb")

  private mutating func share() {
    a.pull(b)
    b.pull(a)
  }

  @Test mutating func `gives back what it replaced`() {
    a.write(.site("s", ["name": "One"]))
    let two = a.write(.site("s", ["name": "Two"]))
    a.write(.undo(two))
    #expect(a.state.sites.map(\.name) == ["One"])
    #expect(!a.state.isActive(two.id))
    a.write(.redo(two))
    #expect(a.state.sites.map(\.name) == ["Two"])
    #expect(a.state.isActive(two.id))
  }

  @Test mutating func `leaves what has replaced it since`() {
    let one = a.write(.site("s", ["name": "One"]))
    a.write(.site("s", ["name": "Two"]))
    a.write(.undo(one))
    #expect(a.state.sites.map(\.name) == ["Two"])
  }

  @Test mutating func `gives the state without it, and redone the state before`() {
    a.write(.site("s", ["name": "One"]), .finding("f"), .cited("f", "add", "e1"))
    let before = a.state.canonicalText
    let operation = a.write(
      .site("s", ["name": "Two"]), .site("t"), .finding("g"), .amended("f", text: "x"),
      .cited("f", "remove", "e1"), .cited("f", "add", "e2"), .withdrawn(.finding, "f"))
    let after = a.state.canonicalText
    a.write(.undo(operation))
    #expect(a.state.canonicalText == before)
    a.write(.redo(operation))
    #expect(a.state.canonicalText == after)
  }

  @Test mutating func `counts as active when another, not knowing, redid it`() {
    let one = a.write(.site("s", ["name": "One"]))
    a.write(.undo(one))
    share()
    a.write(.redo(one))
    a.write(.undo(one))
    b.write(.redo(one))
    share()
    #expect(a.state.isActive(one.id))
    #expect(a.state.contestedOperations == [one.id])
    #expect(a.state.sites.count == 1)
    b.write(.undo(one))
    share()
    #expect(!a.state.isActive(one.id))
    #expect(a.state.contestedOperations.isEmpty)
  }

  @Test mutating func `by two who do not know of each other is undone once`() {
    let one = a.write(.site("s", ["name": "One"]))
    share()
    a.write(.undo(one))
    b.write(.undo(one))
    share()
    #expect(a.state.sites.isEmpty)
    #expect(a.state.contestedOperations.isEmpty)
  }

  @Test mutating func `takes nothing of another writer`() {
    a.write(.site("s", ["name": "One"]))
    share()
    let mine = a.write(.site("s", ["name": "Mine"]), .site("t", ["name": "Mine"]))
    b.write(.site("u", ["name": "Theirs"]), .site("t", ["address": "Theirs"]))
    share()
    a.write(.undo(mine))
    share()
    #expect(b.state.sites.map(\.id).sorted() == ["s", "t", "u"])
    #expect(b.state.record(.site, "s")?.text("name") == "One")
    #expect(b.state.record(.site, "t")?.text("address") == "Theirs")
    #expect(b.state.record(.site, "t")?.text("name") == nil)
  }

  @Test mutating func `is never an undo, nor what is marked as never undone`() {
    let created = a.write(
      Event("dossier.created", by: "ana", ["purpose": "exercise", "title": "T", "tool": "t"]),
      .site("s"))
    let undo = a.write(.undo(created))
    #expect(a.state.purpose == .exercise)
    #expect(a.state.title == "T")
    #expect(a.state.sites.isEmpty)
    a.write(.undo(undo))
    #expect(a.state.sites.isEmpty)
  }

  @Test mutating func `frees no display id`() {
    let one = a.write(.finding("f"))
    a.write(.undo(one))
    #expect(a.state.count(of: .finding, madeBy: "aaaa") == 1)
    #expect(a.state.count(of: .finding, madeBy: "bbbb") == 0)
  }

  @Test mutating func `still counts among the kinds that are not known`() {
    let one = a.write(Event("tea.served", [:]))
    a.write(.undo(one))
    #expect(a.state.unknownKinds == ["tea.served": 1])
  }
}
