import Auditing
import Testing

struct `An audit under seal` {
  private static let audit = "00000000000000a1"
  private static let finding = "00000000000000f1"
  private var a = Replica("aaaa")
  private var b = Replica("bbbb")

  init() {
    a.write(
      Event(
        "audit.opened", by: "ana",
        ["record": .text(Self.audit), "audit": .text(Self.audit), "id": "1", "form": "internal"]),
      .finding(Self.finding, text: "one", audit: Self.audit), .site("s", ["name": "One"]))
    b.pull(a)
  }

  private mutating func share() {
    a.pull(b)
    b.pull(a)
  }

  private static func begun(_ key: String, edition: Int = 1) -> Event {
    Event(
      "seal.begun",
      ["record": .text(key), "audit": .text(audit), "edition": .integer(edition)])
  }

  private static func made(_ key: String, manifest: String = "m") -> Event {
    Event("seal.made", ["record": .text(key), "manifest": .text(manifest)])
  }

  private static func amended(_ seals: String...) -> Event {
    Event("audit.amended", ["audit": .text(audit), "seals": .texts(seals), "reason": "x"])
  }

  private static func title(_ title: String) -> Event {
    Event("audit.set", by: "bob", ["audit": .text(audit), "title": .text(title)])
  }

  private func decision(_ conflict: Conflict, _ choice: Conflict.Choice) throws -> Event {
    Event("conflict.resolved", by: "ana", try #require(conflict.decision(choice, reason: "vu")))
  }

  private func title(_ state: State) -> String? { state.audits.first?.title }

  @Test mutating func `holds what came without its knowledge, and the dossier's goes on`() {
    a.write(Self.begun("00000000000000e1"), Self.made("00000000000000e1"))
    b.write(Self.title("late"), .site("s", ["name": "Two"]))
    share()
    #expect(title(a.state) == nil)
    #expect(a.state.sites.map(\.name) == ["Two"])
    #expect(a.state.held.map(\.audit) == [Self.audit])
    let place = a.state.held.first.map(\.place)
    #expect(place.flatMap(a.state.standing) == .held)
    #expect(place.flatMap(a.state.event)?.by == "bob")
    #expect(a.state.seal(freezing: Self.audit)?.edition == 1)
    a.write(Self.amended("00000000000000e1"))
    #expect(title(a.state) == "late")
    #expect(a.state.held.isEmpty)
    #expect(a.state.edition(of: Self.audit) == 2)
  }

  @Test mutating func `keeps its edition, whatever comes`() throws {
    a.write(Self.title("sealed"))
    a.write(Self.begun("00000000000000e1"))
    let seal = try #require(a.state.seal(freezing: Self.audit))
    let text = a.state.state(ofEdition: seal).canonicalText
    a.write(Self.made("00000000000000e1"))
    b.write(.amended(Self.finding, text: "two"), .withdrawn(.finding, Self.finding))
    share()
    #expect(a.state.state(ofEdition: seal).canonicalText == text)
    a.write(Self.amended("00000000000000e1"))
    a.write(Self.title("next"))
    #expect(a.state.state(ofEdition: seal).canonicalText == text)
    #expect(title(a.state.state(ofEdition: seal)) == "sealed")
  }

  @Test mutating func `holds an undo that did not know of it, for its own records alone`() throws {
    let operation = b.write(
      Self.title("seen"), .site("s", ["name": "Seen"]))
    share()
    a.write(Self.begun("00000000000000e1"))
    b.write(.undo(operation))
    share()
    #expect(title(a.state) == "seen")
    #expect(a.state.sites.map(\.name) == ["One"])
    #expect(a.state.held.count == 1)
    a.write(Event("seal.abandoned", ["record": "00000000000000e1", "reason": "x"]))
    #expect(title(a.state) == nil)
    #expect(a.state.held.isEmpty)
  }

  @Test mutating func `keeps what it cites shown, though the making of it was undone unknowingly`()
    throws
  {
    let (evidence, cited) = ("00000000000000d1", "00000000000000f2")
    let operation = b.write(
      Event("evidence.attached", by: "bob", ["record": .text(evidence), "text": "seen"]),
      .finding(cited, text: "seen", audit: Self.audit, evidence: [evidence]))
    share()
    a.write(Self.begun("00000000000000e1"))
    let seal = try #require(a.state.seal(freezing: Self.audit))
    b.write(.undo(operation))
    #expect(b.state.record(.evidence, evidence)?.isPresent != true)
    share()
    #expect(a.state.record(.finding, cited)?.isPresent == true)
    #expect(a.state.record(.evidence, evidence)?.isPresent == true)
    let conflict = try #require(a.state.conflicts.first)
    #expect(conflict.subject == .unit(.evidence, key: evidence, unit: "presence"))
    #expect(a.state.state(ofEdition: seal).conflicts.isEmpty)
    var kept = a
    kept.write(try decision(conflict, .keep))
    #expect(kept.state.record(.evidence, evidence)?.isPresent == true)
    #expect(kept.state.conflicts.isEmpty)
    var dropped = a
    dropped.write(try decision(conflict, .drop))
    #expect(dropped.state.record(.evidence, evidence)?.isPresent == false)
    #expect(dropped.state.conflicts.isEmpty)
    let abandoned = Event("seal.abandoned", ["record": "00000000000000e1", "reason": "x"])
    kept.write(abandoned)
    #expect(kept.state.record(.finding, cited)?.isPresent != true)
    #expect(kept.state.record(.evidence, evidence)?.isPresent == true)
    a.write(abandoned)
    #expect(a.state.record(.finding, cited)?.isPresent != true)
    #expect(a.state.record(.evidence, evidence)?.isPresent != true)
    #expect(a.state.conflicts.isEmpty)
  }

  @Test
  mutating func `keeps what it cites shown, though it was withdrawn or destroyed unknowingly`()
    throws
  {
    let (evidence, cited) = ("00000000000000d1", "00000000000000f2")
    let attached = Event("evidence.attached", by: "bob", ["record": .text(evidence), "text": "a"])
    b.write(attached, .site("t", ["name": "Two"]))
    b.write(.finding(cited, text: "seen", audit: Self.audit, evidence: [evidence]))
    share()
    a.write(Self.begun("00000000000000e1"))
    b.write(.withdrawn(.finding, cited))
    let destroyed: [String: Content] = [
      "record": .text(evidence), "sha256": "00", "authority": "x",
    ]
    var c = b
    b.write(.withdrawn(.evidence, evidence))
    c.write(Event("evidence.destroyed", by: "ana", destroyed))
    var other = a
    other.pull(c)
    #expect(other.state.isInConflict(.evidence, evidence, unit: "destroyed"))
    share()
    #expect(a.state.record(.evidence, evidence)?.isPresent == true)
    let conflict = try #require(a.state.conflicts.first)
    #expect(conflict.subject == .unit(.evidence, key: evidence, unit: "presence"))
    var dropped = a
    dropped.write(try decision(conflict, .drop))
    #expect(dropped.state.conflicts.isEmpty)
    #expect(dropped.state.record(.evidence, evidence)?.isPresent == false)
    a.write(try decision(conflict, .keep))
    #expect(a.state.conflicts.isEmpty)
    #expect(a.state.record(.evidence, evidence)?.isPresent == true)
    // Who knows the seal may withdraw what the dossier holds: the edition has it.
    a.write(.withdrawn(.evidence, evidence))
    #expect(a.state.record(.evidence, evidence)?.isPresent == false)
    #expect(a.state.conflicts.isEmpty)
  }

  @Test mutating func `refuses that the making of what it cites be undone, knowing of it`() throws {
    let (evidence, cited) = ("00000000000000d1", "00000000000000f2")
    a.write(Event("evidence.attached", by: "ana", ["record": .text(evidence), "text": "seen"]))
    b.pull(a)
    let finding = b.write(
      .finding(cited, text: "seen", audit: Self.audit, evidence: [evidence]))
    a.pull(b)
    var c = Replica("cccc")
    c.pull(a)
    c.write(Self.begun("00000000000000e1"))
    b.write(.undo(finding))
    a.pull(b)
    #expect(throws: Never.self) { try Undoing(a.state, writer: "aaaa").last() }
    a.pull(c)
    #expect(a.state.record(.finding, cited)?.isPresent == true)
    #expect {
      try Undoing(a.state, writer: "aaaa").last()
    } throws: { error in
      if case Undoing.Refusal.sealed(Self.audit, edition: 1) = error { true } else { false }
    }
  }

  @Test mutating func `refuses writes, decisions and undo`() throws {
    a.write(Self.title("one"))
    a.write(Self.begun("00000000000000e1"))
    guard case .sealed(_, let edition) = a.state.obstacle(to: Self.title("two")) else {
      Issue.record("no obstacle")
      return
    }
    #expect(edition == 1)
    #expect(a.state.obstacle(to: .site("s", ["name": "x"])) == nil)
    #expect(throws: Undoing.Refusal.self) { try Undoing(a.state, writer: "aaaa").last() }
    #expect(a.state.canSeal(Self.audit).contains(.sealed(edition: 1)))
  }

  @Test mutating func `is freed by an abandonment before the signature, and by none after`() {
    a.write(Self.begun("00000000000000e1"))
    b.pull(a)
    a.write(Event("seal.abandoned", ["record": "00000000000000e1", "reason": "x"]))
    #expect(a.state.seal(freezing: Self.audit) == nil)
    b.write(Self.made("00000000000000e1"))
    share()
    #expect(a.state.seal(freezing: Self.audit)?.isMade == true)
    #expect(a.state.seals(of: Self.audit).map(\.isAbandoned) == [false])
  }

  @Test mutating func `stays signed though its signature is said twice, or its seal withdrawn`() {
    a.write(Self.begun("00000000000000e1"))
    b.pull(a)
    a.write(Self.made("00000000000000e1", manifest: "m"))
    b.write(Self.made("00000000000000e1", manifest: "n"), .withdrawn(.seal, "00000000000000e1"))
    share()
    #expect(a.state.seal(freezing: Self.audit)?.isMade == true)
  }

  @Test mutating func `by two who did not know of each other is a conflict until amended`() throws {
    b.write(Self.title("other"))
    a.write(Self.begun("00000000000000e1"), Self.made("00000000000000e1"))
    b.write(Self.begun("00000000000000e2"), Self.made("00000000000000e2"))
    share()
    let conflict = try #require(a.state.conflicts.first)
    #expect(conflict.subject == .edition(1, audit: Self.audit))
    #expect(a.state.seals(of: Self.audit).allSatisfy { $0.isMade && $0.freezes })
    #expect(title(a.state) == "other")
    #expect(conflict.decision(.keep, reason: "") == nil)
    a.write(Self.amended("00000000000000e1", "00000000000000e2"))
    #expect(a.state.conflicts.isEmpty)
    #expect(a.state.seal(freezing: Self.audit) == nil)
  }

  @Test mutating func `wants a whole past, no conflict, known kinds, a conclusion and numbers`() {
    #expect(a.state.canSeal(Self.audit) == [.notConcluded])
    a.write(Event("audit.concluded", ["audit": .text(Self.audit), "text": "c"]))
    #expect(a.state.canSeal(Self.audit) == [.notClosed])
    a.write(Event("audit.closed", ["audit": .text(Self.audit), "numbers": .object([:])]))
    #expect(a.state.canSeal(Self.audit) == [.numberingStale([Self.finding])])
    a.write(
      Event(
        "audit.closed",
        ["audit": .text(Self.audit), "numbers": .object([Self.finding: "NC-01"])]))
    #expect(a.state.canSeal(Self.audit).isEmpty)
    let whole = a
    a.write(Event("tea.served", [:]))
    #expect(a.state.canSeal(Self.audit) == [.unknownKind("tea.served")])
    b.write(.site("s", ["name": "Two"]))
    a = whole
    a.write(.site("s", ["name": "Three"]))
    a.pull(b)
    #expect(a.state.canSeal(Self.audit) == a.state.conflicts.map { .conflict($0.id) })
    b.write(Self.title("late"))
    a = whole
    a.pull(b)
    #expect(a.state.canSeal(Self.audit) == [.conclusionStale])
    let missing = State(History(uniting: a.operations.filter { $0.id != "bbbb-1" }))
    #expect(missing.canSeal(Self.audit).contains { if case .missing = $0 { true } else { false } })
  }
}
