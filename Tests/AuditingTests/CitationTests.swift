import Auditing
import Testing

/// Records that are known by what they are called and not by a minted key, and people.
struct `What others cite by another name than a minted key` {
  private static let digest = String(repeating: "ab", count: 32)
  private static let audit = "00000000000000a1"
  private static let person = "00000000000000b1"

  /// How such a record is made, removed and cited.
  struct Case: CustomTestStringConvertible, Sendable {
    let noun: Noun
    let key: String
    let making: Event
    let citing: Event

    var testDescription: String { noun.rawValue }
  }

  static let cases = [
    Case(
      noun: .service, key: "s/counter",
      making: Event("service.set", ["site": "s", "service": "counter", "name": "Counter"]),
      citing: Event(
        "audit.scoped",
        [
          "audit": .text(audit), "change": "add",
          "element": .object(["site": "s", "services": .texts(["counter"])]),
        ])),
    Case(
      noun: .label, key: "s/pack/2026-01-01",
      making: Event(
        "label.granted",
        ["site": "s", "checklist": "pack", "from": "2026-01-01", "validity": "3 years"]),
      citing: Event(
        "milestone.set",
        ["label": "s/pack/2026-01-01", "milestone": "renewal", "date": "2028-01-01"])),
    Case(
      noun: .checklist, key: digest,
      making: Event("checklist.pinned", ["sha256": .text(digest), "id": "pack"]),
      citing: Event(
        "audit.opened",
        ["record": "00000000000000a2", "audit": "00000000000000a2", "checklist": .text(digest)])),
    Case(
      noun: .person, key: person,
      making: Event("person.added", ["record": .text(person), "handle": "zoe"]),
      citing: Event(
        "audit.member",
        [
          "audit": .text(audit), "change": "add",
          "element": .object(["person": "zoe", "role": "lead"]),
        ])),
  ]

  private var a = Replica("aaaa")
  private var b = Replica("bbbb")

  init() {
    a.write(
      Event(
        "audit.opened", ["record": .text(Self.audit), "audit": .text(Self.audit), "id": "1"]),
      .site("s", ["name": "Seat"]))
  }

  private func stands(_ record: Case) -> Bool {
    a.state.all(record.noun).contains { $0.key == record.key }
  }

  @Test(arguments: cases)
  mutating func `stays shown, in conflict, when it was withdrawn meanwhile`(_ record: Case) {
    a.write(record.making)
    b.pull(a)
    b.write(record.citing)
    a.write(.withdrawn(record.noun, record.key))
    #expect(!stands(record))
    a.pull(b)
    #expect(stands(record))
    #expect(a.state.conflicts.map(\.unit) == ["presence"])
  }

  @Test(arguments: cases)
  mutating func `stays shown, in conflict, when its making was taken back meanwhile`(
    _ record: Case
  ) {
    let made = a.write(record.making)
    b.pull(a)
    b.write(record.citing)
    a.write(.undo(made))
    #expect(!stands(record))
    a.pull(b)
    #expect(stands(record))
    #expect(a.state.conflicts.map(\.unit) == ["presence"])
  }

  @Test(arguments: cases)
  mutating func `is not taken back by undo once another rests on it`(_ record: Case) {
    a.write(record.making)
    b.pull(a)
    b.write(record.citing)
    a.pull(b)
    #expect {
      try Undoing(a.state, writer: "aaaa").last()
    } throws: { error in
      guard case Undoing.Refusal.restedOn(let operations) = error else { return false }
      return operations.count == 1
    }
  }

  @Test mutating func `is a person by every handle that was ever theirs`() {
    let record = Self.cases[3]
    a.write(record.making)
    b.pull(a)
    b.write(record.citing)
    a.write(Event("person.set", ["record": .text(record.key), "handle": "zoe2"]))
    a.write(.withdrawn(.person, record.key))
    a.pull(b)
    #expect(stands(record))
  }

  @Test mutating func `is not brought back unsaid by giving it its name again`() {
    let record = Self.cases[0]
    a.write(record.making)
    b.pull(a)
    b.write(record.citing)
    a.write(.withdrawn(.service, record.key))
    a.pull(b)
    guard case .inConflict(let conflict)? = a.state.obstacle(to: record.making) else {
      Issue.record("a plain write would settle it")
      return
    }
    #expect(conflict.unit == "presence")
  }
}
