import Auditing
import Chance

extension World {
  /// What someone might record next, mostly of things that they know.
  mutating func events(_ state: State) -> [Event] {
    let value: Content = .text("v\(random.below(3))")
    let finding = random.pick(state.everything(.finding))
    let evidence = random.pick(state.everything(.evidence))
    let audit = random.pick(Self.audits) ?? ""
    switch random.below(24) {
    case 0: return [.site("s\(1 + random.below(3))", ["name": value])]
    case 1: return [.site("s\(1 + random.below(3))", ["address": value])]
    case 2:
      return [Event("evidence.attached", by: "bob", ["record": .text(mint()), "text": value])]
    case 3:
      guard let evidence else { return [] }
      if random.once(in: 3) {
        return [
          Event(
            "evidence.destroyed",
            ["record": .text(evidence.key), "sha256": "00", "authority": value])
        ]
      }
      return [Event("evidence.set", ["record": .text(evidence.key), "source": value])]
    case 4, 5: return newFinding(audit, value, evidence)
    case 6, 7:
      guard let finding, let audit = finding.audit else { return [] }
      return [
        Event(
          "finding.amended", by: "bob",
          ["record": .text(finding.key), "audit": .text(audit), "text": value])
      ]
    case 8, 9:
      guard let finding, let evidence, let audit = finding.audit else { return [] }
      return [
        Event(
          "finding.cited",
          [
            "record": .text(finding.key), "audit": .text(audit),
            "change": random.once(in: 2) ? "add" : "remove", "element": .text(evidence.key),
          ])
      ]
    case 10, 11:
      return [
        Event(
          "assessment.set",
          [
            "audit": .text(audit), "criterion": .text("M\(random.below(2))"),
            "site": .text("s\(1 + random.below(2))"),
            "verdict": random.pick(["conforming", "nonconforming", "not-applicable"]) ?? value,
            "reason": value,
          ])
      ]
    case 12:
      guard let finding else { return [] }
      return [
        Event(
          "action.added", ["record": .text(mint()), "about": .texts([finding.key]), "text": value])
      ]
    case 13, 14: return [presence(state, finding, evidence)].compactMap(\.self)
    case 15..<20: return auditEvents(state, audit, value)
    default: return placeEvents(state, audit, value)
    }
  }

  private mutating func newFinding(_ audit: String, _ value: Content, _ evidence: Record?)
    -> [Event]
  {
    var taken: [Event] = []
    if random.once(in: 3) {
      taken = [Event("evidence.attached", by: "ana", ["record": .text(mint()), "text": value])]
    }
    let cited = taken.first?["record"]?.text ?? evidence?.key
    let finding = Event(
      "finding.added", by: "ana",
      [
        "record": .text(mint()), "id": "F1", "audit": .text(audit), "criterion": "M1",
        "site": "s1", "grade": "ncmin", "text": value,
        "evidence": .texts(cited.map { [$0] } ?? []),
      ])
    let assessment = Event(
      "assessment.set",
      ["audit": .text(audit), "criterion": "M1", "site": "s1", "verdict": "nonconforming"])
    return taken + (random.once(in: 2) ? [finding, assessment] : [finding])
  }

  private mutating func presence(_ state: State, _ finding: Record?, _ evidence: Record?) -> Event?
  {
    let site = random.pick(state.everything(.site))
    let nouns: [Noun] = [.service, .label, .checklist, .person]
    let other = random.pick(random.pick(nouns).map(state.everything) ?? [])
    guard let record = random.pick([finding, evidence, site, other].compactMap(\.self)) else {
      return nil
    }
    let isWithdrawn = record.isPresent && !random.once(in: 6)
    return isWithdrawn
      ? .withdrawn(record.noun, record.key) : .restored(record.noun, record.key)
  }

  /// What is recorded of records without a minted key, and of people, whom texts cite by handles.
  private mutating func placeEvents(_ state: State, _ audit: String, _ value: Content) -> [Event] {
    let (site, service) = ("s\(1 + random.below(2))", "c\(random.below(2))")
    let digest = String(repeating: "\(random.below(2))", count: 64)
    let handle: Content = .text("h\(random.below(2))")
    let grant: [String: Content] = [
      "site": .text(site), "checklist": "label", "from": "2026-01-01",
    ]
    switch random.below(9) {
    case 0:
      return [
        Event("service.set", ["site": .text(site), "service": .text(service), "name": value])
      ]
    case 1:
      return [
        Event(
          "audit.scoped",
          [
            "audit": .text(audit), "change": "add",
            "element": .object(["site": .text(site), "services": .texts([service])]),
          ])
      ]
    case 2: return [Event("label.granted", grant.merging(["validity": value]) { $1 })]
    case 3:
      return [
        Event(
          "milestone.set",
          ["label": .text("\(site)/label/2026-01-01"), "milestone": "renewal", "date": value])
      ]
    case 4: return [Event("checklist.pinned", ["sha256": .text(digest), "id": "label"])]
    case 5:
      return [
        Event(
          "audit.migrated",
          ["audit": .text(audit), "from": "0", "to": .text(digest), "map": .object([:])])
      ]
    case 6: return [Event("person.added", ["record": .text(mint()), "handle": handle])]
    case 7:
      guard let person = random.pick(state.everything(.person)) else { return [] }
      return [Event("person.set", ["record": .text(person.key), "handle": handle])]
    default:
      return [
        Event(
          "audit.member",
          [
            "audit": .text(audit), "change": "add",
            "element": .object(["person": handle, "role": "lead"]), "lead": handle,
          ])
      ]
    }
  }

  private mutating func auditEvents(_ state: State, _ audit: String, _ value: Content) -> [Event] {
    let fields: [String: Content] = ["audit": .text(audit)]
    func event(_ kind: String, _ more: [String: Content]) -> [Event] {
      [Event(kind, by: "bob", fields.merging(more) { $1 })]
    }
    let sample = random.pick(state.everything(.sample))
    switch random.below(10) {
    case 0: return event("audit.set", ["title": value])
    case 1, 2:
      return event(
        "audit.scoped",
        [
          "change": random.once(in: 3) ? "remove" : "add",
          "element": .object(["site": .text("s\(1 + random.below(3))"), "modules": .texts(["1"])]),
        ])
    case 3:
      return event(
        "audit.member",
        ["change": "add", "element": .object(["person": value, "role": "lead"]), "lead": value])
    case 4: return event("sample.drawn", ["record": .text(mint()), "size": 5, "seed": value])
    case 5, 6:
      guard let sample, let audit = sample.audit else { return [] }
      return [
        Event(
          "sample.recorded",
          [
            "record": .text(sample.key), "audit": .text(audit),
            "item": .text("i\(random.below(2))"), "values": .object(["days": value]),
          ])
      ]
    case 7: return event("audit.closed", ["numbers": .object(["x": value])])
    case 8: return random.once(in: 30) ? [Event("tea.served", [:])] : [Event("import.done", [:])]
    default: return [Event("dossier.set", ["title": value])]
    }
  }
}
