import Auditing
import Chance
import Foundation
import Testing

struct `Any history of four copies that lie, fork and go back` {
  /// How many histories are tried, by the variable CONSTAT_HISTORIES.
  private static let count =
    ProcessInfo.processInfo.environment["CONSTAT_HISTORIES"].flatMap(Int.init) ?? 100
  /// The first seed, by the variable CONSTAT_SEED: with one history, a failure is run again.
  private static let first =
    ProcessInfo.processInfo.environment["CONSTAT_SEED"].flatMap(UInt64.init) ?? 1
  private static let parts = 8

  @Test(arguments: 0..<parts)
  func `holds to the rules`(_ part: Int) {
    for index in stride(from: part, to: Self.count, by: Self.parts) {
      let seed = Self.first + UInt64(index)
      var world = World(seed: seed, steps: 90)
      world.checkAll()
      #expect(world.faults.isEmpty, "seed \(seed)")
    }
  }
}

extension World {
  /// Checks every property on what the copies hold in the end.
  mutating func checkAll() {
    checkUnion()
    checkParts()
    checkOrder()
    checkKept()
    checkAgainstDefinitions(all, State(History(uniting: list(all))))
    for copy in copies { checkAgainstDefinitions(copy.known, copy.state) }
    checkEditions()
    checkFindings()
    checkSameDecisions()
    checkSettling()
  }

  private func state(_ set: UInt64) -> State { State(History(uniting: list(set))) }

  /// Union is commutative, associative and idempotent, and adds up to the same in any order.
  private mutating func checkUnion() {
    let text = state(all).canonicalText
    var rest = list(all).shuffled(using: &random)
    if State(History(uniting: rest)).canonicalText != text { fault("order of reading") }
    var piecewise = State()
    while !rest.isEmpty {
      let count = min(rest.count, 1 + random.below(40))
      piecewise.unite(Array(rest.prefix(count)))
      rest.removeFirst(count)
    }
    let arrived = piecewise.canonicalText
    piecewise.unite(list(all))
    if piecewise.canonicalText != arrived { fault("what is here already counts again") }
    if piecewise.canonicalText != text { fault("order of arrival") }
    let (a, b, c) = (copies[0], copies[1], copies[2])
    var (left, right) = (a.state, b.state)
    left.unite(list(b.known))
    right.unite(list(a.known))
    if left.canonicalText != right.canonicalText { fault("union is not commutative") }
    left.unite(list(c.known))
    right = b.state
    right.unite(list(c.known))
    right.unite(list(a.known))
    if left.canonicalText != right.canonicalText { fault("union is not associative") }
    for copy in copies where copy.state.canonicalText != state(copy.known).canonicalText {
      fault("copy of \(copy.writer) differs from its history read anew")
    }
    if Set(left.history.operations.map(\.id)).count != (a.known | b.known | c.known).nonzeroBitCount
    {
      fault("an operation is lost in a union")
    }
  }

  /// Any part of a history, be its past here or not, adds up to the same in any order.
  private mutating func checkParts() {
    let part = list(all).filter { _ in random.below(4) > 0 }
    let expected = State(History(uniting: part))
    let other = State(History(uniting: part.shuffled(using: &random)))
    if expected.canonicalText != other.canonicalText { fault("order of reading of a part") }
    if expected.history.missing != other.history.missing { fault("missing heads of a part") }
    for (position, operation) in expected.history.operations.enumerated() {
      for index in operation.events.indices
      where expected.standing(of: EventPlace(operation: position, event: index)) == nil {
        fault("no standing in a part")
      }
    }
  }

  /// What is shown keeps its order while a causally complete set grows.
  private mutating func checkOrder() {
    let order = state(all).history.operations.map(\.id)
    for _ in 0..<3 {
      let part = History(uniting: list(closedPart(of: all))).operations.map(\.id)
      let kept = Set(part)
      if order.filter(kept.contains) != part { fault("order of display") }
    }
  }

  /// What is asked of some findings is what all of them say.
  private mutating func checkFindings() {
    let state = state(all)
    for audit in state.audits {
      let findings = state.findings(in: audit)
      for finding in findings {
        let there = findings.filter {
          $0.criterion == finding.criterion && $0.site == finding.site
        }
        let asked = state.findings(in: audit, on: finding.criterion, at: finding.site)
        if asked.map(\.key) != there.map(\.key) { fault("findings beside \(finding.key)") }
        if state.finding(finding.key, in: audit)?.status != finding.status {
          fault("finding \(finding.key) by itself")
        }
      }
      let grades = Dictionary(grouping: findings, by: \.grade).mapValues(\.count)
      if state.findingCounts(in: audit) != grades { fault("count of findings in \(audit.id)") }
    }
  }

  /// A seal that was made stays made, and an edition never changes.
  private mutating func checkEditions() {
    let all = all
    let state = state(all)
    for edition in editions where edition.past & ~all == 0 {
      guard let seal = state.seals(of: edition.audit).first(where: { $0.key == edition.key })
      else {
        fault("seal \(edition.key) is lost")
        continue
      }
      if state.state(ofEdition: seal).canonicalText != edition.text {
        fault("edition \(edition.key) has changed")
      }
      let freezing = state.seals(of: edition.audit).filter(\.freezes)
      let valid = state.seals(of: edition.audit).filter { !$0.isAbandoned }
      if freezing.map(\.key) == [edition.key], valid.count == 1,
        state.canonicalText(ofAudit: edition.audit) != edition.auditText
      {
        fault("records sealed by \(edition.key) have changed")
      }
    }
    let made = state.history.operations.flatMap(\.events).compactMap(\.self)
      .filter { $0.kind == "seal.made" }.compactMap { $0["record"]?.text }
    for key in made {
      let seal = Self.audits.flatMap(state.seals).first { $0.key == key }
      if let seal, !seal.isMade || seal.isAbandoned { fault("seal \(key) is no longer made") }
      if seal == nil, state.record(.seal, key)?.isMade == true { fault("seal \(key) is gone") }
    }
  }

  /// The same decision taken twice, by two who do not know of each other, is no conflict.
  private mutating func checkSameDecisions() {
    pull(0, known: all)
    pull(1, known: all)
    let state = copies[0].state
    guard operations.count < 62, copies[0].writer != copies[1].writer,
      let conflict = random.pick(state.conflicts), let event = decision(conflict),
      state.obstacle(to: event) == nil
    else { return }
    write(0, [event])
    write(1, [event])
    pull(0, known: copies[1].known)
    if copies[0].state.conflicts.contains(where: { $0.subject == conflict.subject }) {
      fault("the same decision of \(conflict.subject) twice is a conflict")
    }
  }

  /// Every conflict can be settled, and what is held comes out with an amendment.
  private mutating func checkSettling() {
    pull(0, known: all)
    for audit in Self.audits where copies[0].state.seal(freezing: audit) != nil {
      guard operations.count < 64 else { return }
      amend(0, audit)
    }
    if !copies[0].state.held.isEmpty { fault("something stays held") }
    while let conflict = copies[0].state.conflicts.first, operations.count < 64 {
      let count = faults.count
      settle(conflict, 0)
      if faults.count > count { return }
    }
  }
}
