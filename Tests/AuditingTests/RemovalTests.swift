import Auditing
import Testing

struct `A record that was removed` {
  private static let key = "00000000000000f1"
  private var a = Replica("aaaa")
  private var b = Replica("bbbb")
  private let made: Auditing.Operation

  init() {
    made = a.write(.finding(Self.key, text: "made"))
    b.pull(a)
  }

  private mutating func share() {
    a.pull(b)
    b.pull(a)
  }

  private var presence: [String?] {
    a.state.record(.finding, Self.key)?.units["presence"]?.map { $0.value["presence"]?.text } ?? []
  }

  @Test mutating func `is kept and not shown`() {
    b.write(.withdrawn(.finding, Self.key))
    share()
    #expect(a.state.all(.finding).isEmpty)
    #expect(a.state.everything(.finding).count == 1)
    a.write(.restored(.finding, Self.key))
    #expect(a.state.all(.finding).count == 1)
  }

  @Test mutating func `while another wrote to it stays shown, in conflict`() {
    a.write(.amended(Self.key, text: "amended", by: "bob"))
    b.write(.withdrawn(.finding, Self.key, by: "ana"))
    share()
    #expect(a.state.all(.finding).count == 1)
    #expect(a.state.conflicts.map(\.unit) == ["presence"])
    let writes = a.state.record(.finding, Self.key)?.units["presence"] ?? []
    #expect(Set(writes.map(\.by)) == ["ana", "bob"])
    b.write(.withdrawn(.finding, Self.key))
    share()
    #expect(a.state.all(.finding).isEmpty)
    #expect(a.state.conflicts.isEmpty)
  }

  @Test mutating func `while another cited it stays shown, in conflict`() {
    a.write(
      Event("action.added", by: "bob", ["record": "a1", "about": .texts([Self.key]), "text": "x"]))
    b.write(.withdrawn(.finding, Self.key))
    share()
    #expect(a.state.conflicts.map(\.key) == [Self.key])
    b.write(.restored(.finding, Self.key))
    share()
    #expect(a.state.conflicts.isEmpty)
    #expect(a.state.all(.finding).count == 1)
  }

  @Test mutating func `by someone who had seen its uses is gone, and its uses are moot`() {
    a.write(.amended(Self.key, text: "amended"))
    share()
    b.write(.withdrawn(.finding, Self.key))
    share()
    #expect(a.state.all(.finding).isEmpty)
    #expect(a.state.conflicts.isEmpty)
  }

  @Test mutating func `by undoing its making is gone`() {
    a.write(.undo(made))
    #expect(a.state.everything(.finding).isEmpty)
  }

  @Test mutating func `by undoing its making, though another wrote to it, stays shown`() {
    b.write(.amended(Self.key, text: "amended", by: "bob"))
    a.write(.undo(made))
    share()
    let state = a.state
    #expect(state.conflicts.map(\.unit) == ["presence"])
    #expect(state.record(.finding, Self.key)?.field("text", of: "statement") == "amended")
    #expect(state.record(.finding, Self.key)?.identity["id"] == "F1")
    #expect(Set(presence) == ["withdrawn", "present"])
    b.write(.withdrawn(.finding, Self.key))
    share()
    #expect(a.state.all(.finding).isEmpty)
    #expect(a.state.conflicts.isEmpty)
  }

  @Test mutating func `by undoing what wrote to it, too, is gone without a conflict`() {
    let amended = b.write(.amended(Self.key, text: "amended"))
    a.write(.undo(made))
    share()
    b.write(.undo(amended))
    share()
    #expect(a.state.everything(.finding).isEmpty)
    #expect(a.state.conflicts.isEmpty)
  }

  @Test mutating func `leaves no shell of itself where someone goes on writing to it`() {
    b.write(.amended(Self.key, text: "amended"))
    share()
    a.write(.undo(made))
    #expect(a.state.everything(.finding).isEmpty)
  }

  @Test mutating func `when it is a site that another has cited, stays shown, in conflict`() {
    let site = a.write(.site("digne", ["name": "Digne"]))
    share()
    a.write(.undo(site))
    b.write(
      Event(
        "audit.scoped", by: "bob",
        [
          "audit": "a", "change": "add",
          "element": Audit.ScopeLine(site: "digne", modules: ["1"]).content,
        ]))
    share()
    #expect(a.state.sites.map(\.name) == ["Digne"])
    #expect(a.state.conflicts.map(\.unit) == ["presence"])
  }

  @Test mutating func `when it is a person is cited by no handle that was taken back from it`() {
    let person = "00000000000000aa"
    a.write(Event("person.added", ["record": .text(person), "handle": "lea"]))
    b.pull(a)
    a.write(.withdrawn(.person, person))
    b.write(.site("s", ["name": "x"]))
    b.write(
      Event("audit.member", ["audit": "00000000000000a1", "change": "add", "lead": "lucie"]))
    let renamed = b.write(Event("person.set", ["record": .text(person), "handle": "lucie"]))
    b.write(.undo(renamed))
    b.pull(a)
    #expect(b.state.conflicts.isEmpty)
    #expect(b.state.all(.person).isEmpty)
    b.write(.redo(renamed))
    #expect(b.state.conflicts.map(\.unit) == ["presence"])
  }

  @Test mutating func `and restored by two who did not know of each other is in conflict`() {
    a.write(.withdrawn(.finding, Self.key))
    share()
    a.write(.restored(.finding, Self.key))
    a.write(.withdrawn(.finding, Self.key))
    b.write(.restored(.finding, Self.key))
    share()
    #expect(a.state.conflicts.map(\.unit) == ["presence"])
    #expect(a.state.all(.finding).count == 1)
  }
}

struct `Evidence that is destroyed by decision` {
  private static let key = "00000000000000e1"
  private var a = Replica("aaaa")
  private var b = Replica("bbbb")

  init() {
    a.write(Event("evidence.attached", by: "ana", ["record": .text(Self.key), "sha256": "00"]))
    b.pull(a)
  }

  private mutating func share() {
    a.pull(b)
    b.pull(a)
  }

  private let destruction = Event(
    "evidence.destroyed", by: "ana",
    ["record": .text(key), "sha256": "00", "authority": "archives"])

  private static func finding(citing key: String) -> Event {
    Event(
      "finding.added", by: "bob",
      [
        "record": "00000000000000f1", "audit": "00000000000000aa", "text": "x",
        "evidence": .texts([key]),
      ])
  }

  private var isDestroyed: Bool { a.state.record(.evidence, Self.key)?.destruction != nil }

  @Test mutating func `while another cites it is in conflict, until somebody decides`() throws {
    a.write(destruction)
    b.write(Self.finding(citing: Self.key))
    share()
    let conflict = try #require(a.state.conflicts.first)
    #expect(conflict.subject == .unit(.evidence, key: Self.key, unit: "destroyed"))
    #expect(Set(conflict.alternatives.map(\.by)) == ["ana", "bob"])
    let cited = try #require(conflict.alternatives.first { $0.isUse })
    let decision = try #require(conflict.decision(.value(cited.value), reason: "utile"))
    b.write(Event("conflict.resolved", by: "bob", decision))
    share()
    #expect(a.state.conflicts.isEmpty && b.state.conflicts.isEmpty)
    #expect(!isDestroyed)
    #expect(
      a.state.canonicalText == State(History(uniting: a.state.history.operations)).canonicalText)
  }

  @Test mutating func `stays destroyed when the decision stands`() throws {
    a.write(destruction)
    b.write(Self.finding(citing: Self.key))
    share()
    let conflict = try #require(a.state.conflicts.first)
    let made = try #require(conflict.alternatives.first { !$0.isUse })
    let decision = try #require(conflict.decision(.value(made.value), reason: "règle"))
    a.write(Event("conflict.resolved", by: "ana", decision))
    share()
    #expect(b.state.conflicts.isEmpty)
    #expect(isDestroyed)
  }

  @Test mutating func `is in no conflict with who knew of it, wrote to it or ceased to cite it`() {
    b.write(Self.finding(citing: Self.key))
    share()
    a.write(destruction)
    b.write(Event("evidence.set", by: "bob", ["record": .text(Self.key), "source": "x"]))
    b.write(
      Event(
        "finding.cited", by: "bob",
        [
          "record": "00000000000000f1", "audit": "00000000000000aa", "change": "remove",
          "element": .text(Self.key),
        ]))
    share()
    b.write(Self.finding(citing: Self.key))
    share()
    #expect(a.state.conflicts.isEmpty)
    #expect(isDestroyed)
  }
}
