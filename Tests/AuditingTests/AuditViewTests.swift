import Auditing
import Testing

struct `An audit as its entries add up to` {
  private var a = Replica("aaaa")
  private var b = Replica("bbbb")

  init() {
    a.write(
      Event(
        "audit.opened", by: "ana",
        ["record": "k", "audit": "k", "id": "2026-001", "form": "internal", "checklist": "c"]))
    b.pull(a)
  }

  private mutating func share() {
    a.pull(b)
    b.pull(a)
  }

  private func audit(_ replica: Replica) throws -> Audit {
    try #require(replica.state.audits.first)
  }

  private static let conclusion = Event(
    "audit.concluded", by: "ana", ["audit": "k", "text": "Conforme."])

  private static func scoped(_ site: String, _ modules: [String], isSampledOut: Bool = false)
    -> Event
  {
    Event(
      "audit.scoped", by: "ana",
      [
        "audit": "k", "change": "add",
        "element": Audit.ScopeLine(site: site, modules: modules, isSampledOut: isSampledOut)
          .content,
      ])
  }

  @Test mutating func `is open, concluded, closed`() throws {
    #expect(try audit(a).status == .open)
    #expect(try audit(a).id == "2026-001")
    a.write(Self.conclusion)
    #expect(try audit(a).status == .concluded)
    #expect(try audit(a).conclusion?.text == "Conforme.")
    a.write(Event("audit.closed", ["audit": "k", "numbers": .object([:])]))
    #expect(try audit(a).status == .closed)
  }

  @Test mutating func `has a stale conclusion once something came that it had not seen`() throws {
    a.write(.finding("f", audit: "k"))
    a.write(Self.conclusion)
    #expect(try !audit(a).isConclusionStale)
    a.write(Event("audit.closed", ["audit": "k", "numbers": .object([:])]))
    #expect(try !audit(a).isConclusionStale)
    b.write(.finding("g", audit: "k"))
    share()
    #expect(try audit(a).isConclusionStale)
    a.write(Self.conclusion)
    #expect(try !audit(a).isConclusionStale)
  }

  @Test mutating func `has a stale conclusion when what came after it was entered with it`() throws
  {
    a.write(.finding("f", audit: "k"), Self.conclusion)
    #expect(try !audit(a).isConclusionStale)
    a.write(Self.conclusion, .finding("g", audit: "k"))
    #expect(try audit(a).isConclusionStale)
    a.write(Self.conclusion, .finding("h", audit: "k"), Self.conclusion)
    #expect(try !audit(a).isConclusionStale)
  }

  @Test mutating func `has a stale conclusion once something that it had seen is undone`() throws {
    let seen = b.write(.finding("g", audit: "k"))
    share()
    a.write(Self.conclusion)
    share()
    b.write(.undo(seen))
    share()
    #expect(try audit(a).isConclusionStale)
    b.write(.redo(seen))
    share()
    #expect(try !audit(a).isConclusionStale)
  }

  @Test mutating func `has a conclusion as before when what came after it is undone`() throws {
    a.write(Self.conclusion)
    let later = a.write(.finding("g", audit: "k"))
    a.write(.undo(later))
    #expect(try !audit(a).isConclusionStale)
  }

  @Test mutating func `visits a site once that two have put in scope`() throws {
    a.write(Self.scoped("digne", ["1"]))
    b.write(Self.scoped("digne", ["2"]), Self.scoped("gap", ["1"], isSampledOut: true))
    share()
    let audit = try audit(a)
    #expect(audit.visitedSites == ["digne"])
    var checklist = Checklist(
      id: "c", title: LocalizedText(fr: "C"), edition: "1", status: .official)
    for module in ["1", "2", "3"] {
      let title = LocalizedText(fr: module)
      checklist.modules.append(.init(id: module, title: title, provenance: .established))
      checklist.criteria.append(
        .init(id: "M\(module)", module: module, title: title, provenance: .established))
    }
    #expect(audit.criteria(of: checklist, at: "digne").map(\.id) == ["M1", "M2"])
    #expect(audit.criteria(of: checklist, at: "gap").isEmpty)
    #expect(a.state.assessments(in: audit, on: checklist).count == 2)
  }

  @Test mutating func `shows a finding in conflict with all that is said of it`() throws {
    a.write(.finding("f", text: "one", audit: "k"))
    share()
    a.write(.amended("f", text: "two"))
    b.write(.amended("f", text: "three"))
    share()
    let finding = try #require(a.state.findings(in: audit(a)).first)
    #expect(finding.isInConflict)
    #expect(finding.criterion == "M1" && finding.site == "digne" && finding.grade == "ncmin")
    #expect(finding.text == "two ≠ three")
  }

  @Test mutating func `shows nothing that is only named`() throws {
    let made = a.write(.finding("f", audit: "k"))
    share()
    b.write(.cited("f", "add", "e"), Event("audit.set", ["audit": "z", "title": "x"]))
    let without = State(History(uniting: b.operations.filter { $0.id != made.id }))
    #expect(without.audits.map(\.key) == ["k"])
    #expect(without.findings(in: try audit(a)).isEmpty)
    #expect(!without.history.missing.isEmpty)
  }

  @Test mutating func `is sealed while a seal is begun or made, and free when it is abandoned`()
    throws
  {
    a.write(Event("seal.begun", ["record": "z", "audit": "k", "edition": 1]))
    #expect(try audit(a).status == .sealed)
    a.write(Event("seal.abandoned", ["record": "z", "reason": "x"]))
    #expect(try audit(a).status == .open)
    a.write(Event("seal.made", ["record": "z", "manifest": "m"]))
    #expect(try audit(a).status == .sealed)
    #expect(a.state.seals(of: "k").map(\.isMade) == [true])
  }
}
