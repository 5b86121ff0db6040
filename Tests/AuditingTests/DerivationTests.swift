import Auditing
import Testing

struct `A derivation` {
  private var a = Replica("aaaa")
  private let checklist: Checklist = {
    var list = Checklist(
      id: "essai", title: .init(fr: "Essai"), edition: "1", status: .provisional)
    list.modules = [
      .init(id: "1", title: .init(fr: "Accueil"), provenance: .inferred),
      .init(id: "2", title: .init(fr: "Courrier"), provenance: .inferred),
    ]
    list.criteria = ["A1", "A2", "A3"].map {
      .init(id: $0, module: "1", title: .init(fr: "Critère \($0)"), provenance: .inferred)
    }
    list.criteria.append(
      .init(id: "B1", module: "2", title: .init(fr: "Critère B1"), provenance: .inferred))
    return list
  }()

  init() {
    a.write(
      Event(
        "audit.opened", by: "ana",
        ["record": "k", "audit": "k", "id": "2026-001", "form": "internal", "checklist": "c"]))
    for (site, modules) in [("digne", ["1", "2"]), ("manosque", ["1"])] {
      a.write(
        Event(
          "audit.scoped", by: "ana",
          [
            "audit": "k", "change": "add",
            "element": Audit.ScopeLine(site: site, modules: modules).content,
          ]))
    }
  }

  private mutating func assess(_ criterion: String, _ site: String, _ verdict: String) {
    a.write(
      Event(
        "assessment.set", by: "ana",
        [
          "audit": "k", "criterion": .text(criterion), "site": .text(site),
          "verdict": .text(verdict),
        ]))
  }

  private mutating func assessAll() {
    assess("A1", "digne", "conforming")
    assess("A1", "manosque", "conforming")
    assess("A2", "digne", "conforming")
    assess("A2", "manosque", "nonconforming")
    assess("A3", "digne", "not-applicable")
    assess("A3", "manosque", "not-applicable")
    assess("B1", "digne", "conforming")
  }

  private func audit() throws -> Audit { try #require(a.state.audits.first) }

  /// Checks that the parts of every node that adds up add up to its total.
  private func check(_ node: Derivation) {
    if let total = node.total {
      #expect(node.parts.reduce(0) { $0 + ($1.count ?? 0) } == total, "\(node.wording.en)")
    }
    for part in node.parts { check(part) }
  }

  /// The claims of the leaves.
  private func leaves(_ node: Derivation) -> [Derivation.Claim] {
    node.parts.isEmpty ? [node.claim] : node.parts.flatMap(leaves)
  }

  @Test mutating func `of a rate adds up from the criteria to the sites, and ends in entries`()
    throws
  {
    assessAll()
    let tree = Derivations(a.state).derivation(ofRateOf: try audit(), on: checklist)
    check(tree)
    #expect(tree.total == 4)
    #expect(
      tree.wording.en
        == "conformity rate of audit 2026-001: 66.7% = 2 conforming ÷ (2 conforming + 1 nonconforming), 1 not applicable outside"
    )
    #expect(tree.parts.map(\.subject) == ["conforming", "nonconforming", "not-applicable"])
    #expect(tree.parts.map(\.count) == [2, 1, 1])
    let ends = leaves(tree)
    #expect(ends.count == 7)
    for end in ends {
      guard case .entry(let entry) = end else {
        Issue.record("\(end)")
        continue
      }
      #expect(entry.by == "ana" && entry.operation.hasPrefix("aaaa-"))
    }
  }

  @Test mutating func `of a rate of one site knows that site alone`() throws {
    assessAll()
    let tree = Derivations(a.state).derivation(ofRateOf: try audit(), on: checklist, at: "manosque")
    check(tree)
    #expect(tree.total == 3)
    #expect(tree.wording.en.contains("50% = 1 conforming ÷ (1 conforming + 1 nonconforming)"))
  }

  @Test mutating func `of a rate says why it is withheld, and moves by one with one verdict`()
    throws
  {
    assess("A1", "digne", "conforming")
    let before = Derivations(a.state).derivation(ofRateOf: try audit(), on: checklist)
    check(before)
    #expect(before.wording.en.contains("rate withheld: 4 of 4 criteria not fully assessed"))
    assess("A1", "manosque", "conforming")
    let after = Derivations(a.state).derivation(ofRateOf: try audit(), on: checklist)
    #expect(after.wording.en.contains("rate withheld: 3 of 4 criteria"))
  }

  @Test mutating func `of a module and of a criterion counts what is assessed of them`() throws {
    assess("A1", "digne", "conforming")
    assess("A1", "manosque", "not-applicable")
    assess("A2", "manosque", "nonconforming")
    let module = try #require(checklist.module("1"))
    let tree = Derivations(a.state).derivation(ofModule: module, in: try audit(), on: checklist)
    check(tree)
    #expect(tree.wording.en == "module 1 Accueil: nonconforming, 2 of 3 criteria assessed")
    #expect(
      tree.parts.map(\.wording.en) == [
        "A1 Critère A1: conforming, 2 of 2 sites assessed",
        "A2 Critère A2: nonconforming, 1 of 2 sites assessed",
        "A3 Critère A3: not assessed, 0 of 2 sites assessed",
      ])
    #expect(tree.parts[1].wording.fr == "A2 Critère A2\u{A0}: non conforme, 1 site sur 2 évalué")
    guard case .assessment = leaves(tree.parts[2])[0] else {
      Issue.record("\(tree.parts[2])")
      return
    }
  }

  @Test mutating func `shows both sides of a contradiction and counts neither`() throws {
    var b = Replica("bbbb")
    b.pull(a)
    assess("A1", "digne", "conforming")
    b.write(
      Event(
        "assessment.set", by: "bob",
        ["audit": "k", "criterion": "A1", "site": "digne", "verdict": "not-applicable"]))
    a.pull(b)
    let state = a.state
    let row = state.assessment(try audit(), "A1", "digne")
    let tree = Derivations(state).derivation(of: row, in: try audit())
    #expect(tree.count == 0 && tree.wording.en.contains("contradictory"))
    #expect(Set(tree.parts.map(\.wording.en.count)).count >= 1 && tree.parts.count == 2)
    #expect(state.conflicts(touching: try audit(), at: "digne").count == 1)
    #expect(state.conflicts(touching: try audit(), at: "manosque").isEmpty)
  }
}

struct `An award` {
  private func rule(_ id: String, _ kind: Checklist.Rule.Kind) -> Checklist.Rule {
    var rule = Checklist.Rule(
      id: id, title: .init(fr: id), expression: "1 = 1",
      provenance: id == "E" ? .established : .inferred)
    rule.kind = kind
    return rule
  }

  private func verdict(
    _ award: Award.Outcome, _ limit: Award.Outcome, _ verdicts: [Assessment.Verdict]
  ) -> Award.Verdict {
    Award(
      site: "digne", rules: [(rule("R1", .award), award), (rule("R2", .limit), limit)],
      assessments: verdicts.enumerated().map {
        Assessment(criterion: "C\($0.offset)", site: "digne", verdict: $0.element)
      }
    ).verdict
  }

  @Test func `is unfavourable as soon as a rule of award fails, however much is still open`() {
    #expect(verdict(.fails, .holds, [.conforming]) == .unfavourable)
    #expect(verdict(.fails, .fails, [.notAssessed]) == .unfavourable)
  }

  @Test func `is withheld while something is not assessed or a rule cannot be evaluated`() {
    #expect(verdict(.holds, .holds, [.conforming, .notAssessed]) == .withheld)
    #expect(verdict(.holds, .fails, [.notAssessed]) == .withheld)
    #expect(verdict(.holds, .holds, []) == .withheld)
    #expect(verdict(.undecided(.init(fr: "?")), .holds, [.conforming]) == .withheld)
    #expect(verdict(.holds, .undecided(.init(fr: "?")), [.conforming]) == .withheld)
  }

  @Test func `is conditional where a limit is passed, and else favourable`() {
    #expect(verdict(.holds, .fails, [.conforming]) == .conditional)
    #expect(verdict(.holds, .holds, [.conforming, .notApplicable]) == .favourable)
  }

  @Test func `is no better founded than the weakest of its rules`() {
    func provenance(_ rules: [Checklist.Rule]) -> Checklist.Provenance? {
      Award(site: "s", rules: rules.map { ($0, .holds) }, assessments: []).provenance
    }
    #expect(provenance([rule("E", .award)]) == .established)
    #expect(provenance([rule("E", .award), rule("R", .limit)]) == .inferred)
    #expect(provenance([]) == nil)
  }
}

struct `The figures of an indicator` {
  private func state(_ values: [(period: String, value: String)]) -> State {
    var replica = Replica("aaaa")
    for (period, value) in values {
      replica.write(
        Event(
          "measure.recorded", by: "ana",
          [
            "indicator": "I", "site": "digne", "period": .text(period), "statistic": "",
            "value": .text(value),
          ]))
    }
    return replica.state
  }

  private let indicator: Checklist.Indicator = {
    var indicator = Checklist.Indicator(
      id: "I", title: .init(fr: "Délai"), unit: .day, provenance: .inferred)
    indicator.target = .init(.atMost, Quantity(DecimalNumber(5), .day))
    indicator.frequency = Quantity(DecimalNumber(1), .year)
    return indicator
  }()

  private func figure(_ state: State, _ day: String) throws -> String {
    let day = try #require(CalendarDate(day))
    return switch state.figure(of: indicator, at: "digne", on: day) {
    case .never: "never"
    case .stale(let measure, let since): "stale \(measure.period) \(since)"
    case .missed(let measure): "missed \(measure.period)"
    case .good(let measure): "good \(measure.period)"
    }
  }

  @Test func `are good, missed, stale or absent`() throws {
    #expect(try figure(state([]), "2026-01-01") == "never")
    let kept = state([("2025", "5 d")])
    #expect(try figure(kept, "2026-12-31") == "good 2025")
    #expect(try figure(kept, "2027-01-01") == "stale 2025 2026-12-31")
    #expect(try figure(state([("2025", "6 d")]), "2026-01-01") == "missed 2025")
  }

  @Test func `are judged by the latest period, whatever was entered last`() throws {
    let state = state([("2025", "4 d"), ("2024", "9 d")])
    #expect(try figure(state, "2026-01-01") == "good 2025")
    let tree = state.derivation(of: indicator, at: "digne")
    #expect(tree.wording.en == "I Délai · digne: target <= 5\u{A0}days met")
    #expect(
      tree.parts.map(\.wording.en) == [
        "measurement 2025: 4\u{A0}days", "measurement 2024: 9\u{A0}days",
      ])
  }
}
