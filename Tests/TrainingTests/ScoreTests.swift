import Auditing
import Testing

@testable import Training

struct `The score` {
  private let key: Scenario
  private var grades: [Checklist.Grade] { Example.checklist.grades }

  init() throws {
    let scenario = try #require(Example.scenario())
    var found: Scenario?
    for seed in 1...50 where found == nil {
      let variant = scenario.variant(seed)
      if variant.fault("f-courriels") != nil { found = variant }
    }
    key = try #require(found)
  }

  private func claim(
    _ id: String, _ criterion: String, _ grade: String, _ facts: [String], site: String = "site"
  ) -> Submission.Claim {
    Submission.Claim(
      id: id, spot: .init(criterion, site), grade: grade, text: id, facts: Set(facts), minute: 3)
  }

  private func score(_ claims: [Submission.Claim], _ change: (inout Submission) -> Void = { _ in })
    -> Score
  {
    var submission = Submission()
    submission.claims = claims
    change(&submission)
    return Score(submission, against: key, grades: grades)
  }

  private var perfect: [Submission.Claim] {
    key.faults.enumerated().map { index, fault in
      claim("F\(index)", fault.criterion, fault.grade, fault.evidence)
    }
  }

  private var everyFact: [String] { key.facts.map(\.id) }

  @Test func `of perfect play is 100`() {
    let score = score(perfect)
    #expect(score.total == 100)
    #expect(score.recall == 1 && score.precision == 1 && score.evidence == 1)
    #expect(score.missed.isEmpty && score.wrong == 0)
  }

  @Test func `of empty play is 0`() {
    #expect(score([]).total == 0)
    #expect(score([]).precision == 0 && score([]).balance == 0)
  }

  @Test func `of raising everything everywhere is low`() {
    var claims: [Submission.Claim] = []
    for (index, criterion) in ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"].enumerated() {
      for grade in ["pp", "ps", "ncmin", "ncmaj"] {
        claims.append(claim("F\(index)\(grade)", criterion, grade, everyFact))
      }
    }
    #expect(score(claims).recall == 1)
    #expect(score(claims).total < 25)
  }

  @Test func `of raising everything without evidence is 0`() {
    let claims = ["A", "B", "C", "D"].map { claim("F\($0)", $0, "ncmin", []) }
    #expect(score(claims).total == 0)
    #expect(score(claims).unsupported == 3)
  }

  @Test func `matches by criterion, site and evidence, not by wording`() {
    let facts = key.faults.first { $0.id == "f-mesure" }?.evidence ?? []
    #expect(score([claim("F1", "A", "ncmin", facts)]).hits.count == 1)
    #expect(score([claim("F1", "B", "ncmin", facts)]).hits.count == 1)
    #expect(score([claim("F1", "C", "ncmin", facts)]).hits.isEmpty)
    #expect(score([claim("F1", "A", "ncmin", facts, site: "autre")]).hits.isEmpty)
    #expect(score([claim("F1", "A", "ncmin", Array(facts.prefix(1)))]).hits.count == 1)
  }

  @Test func `takes one finding for one fault, and a second for nothing`() {
    let twice = perfect + [claim("F9", "A", "ncmaj", perfect[0].facts.sorted())]
    let score = score(twice)
    #expect(score.hits.count == 2 && score.wrong == 0)
    #expect(score.classes.last == .duplicate)
    #expect(score.total == 100)
  }

  @Test func `tells decoys and false alarms from unsupported findings`() throws {
    let decoy = try #require(key.decoys.first)
    let classes = score([
      claim("F1", "D", "ps", decoy.evidence), claim("F2", "D", "ps", []),
      claim("F3", "C", "ncmaj", []), claim("F4", "D", "pf", []),
    ]).classes
    #expect(classes == [.decoy("d-sieges"), .falseAlarm, .unsupported, .strength])
  }

  @Test func `counts what is added beside a fault that was found as wrong, unless it cites it`()
    throws
  {
    let decoy = try #require(key.decoys.first)
    let beside = perfect + [claim("F8", "A", "ps", []), claim("F9", "A", "ps", decoy.evidence)]
    #expect(score(beside).classes.suffix(2) == [.unsupported, .decoy(decoy.id)])
    #expect(score(beside).total < 100)
    let partly = perfect + [claim("F9", "A", "ps", Array(key.faults[0].evidence.prefix(1)))]
    #expect(score(partly).classes.last == .duplicate)
  }

  @Test func `falls with the distance of grades`() {
    var claims = perfect
    claims[0] = claim("F0", claims[0].spot.criterion, "ncmaj", claims[0].facts.sorted())
    let near = score(claims)
    claims[0] = claim("F0", claims[0].spot.criterion, "pp", claims[0].facts.sorted())
    let far = score(claims)
    // One of two grades one step off: G = 1 − (1 ÷ 16) ÷ 2; two steps off: 1 − (4 ÷ 16) ÷ 2.
    #expect(near.agreement.observed == 1 - 1.0 / 32)
    #expect(far.agreement.observed == 1 - 4.0 / 32)
    #expect(near.total > far.total && near.total < 100)
  }

  @Test func `falls with evidence left out or thrown in`() {
    var claims = perfect
    claims[0] = claim("F0", "A", "ncmin", Array(key.faults[0].evidence.prefix(1)))
    #expect(score(claims).evidence == 0.75)
    claims[0] = claim("F0", "A", "ncmin", key.faults[0].evidence + everyFact)
    #expect(score(claims).evidence < 0.75)
  }

  @Test func `takes off hints and wrong conformity, and nothing for time`() {
    #expect(score(perfect) { $0.hintCost = 4 }.total == 96)
    #expect(score(perfect) { $0.conforming = [.init("A", "site")] }.total == 95)
    #expect(score(perfect) { $0.minutes = 500 }.total == 100)
    #expect(score([]) { $0.hintCost = 4 }.total == 0)
  }

  @Test func `counts coverage without scoring it`() {
    let covered = score(perfect) { $0.assessed = [.init("A", "site"), .init("D", "site")] }
    #expect(covered.assessed == 2 && covered.bearing == 4)
    #expect(covered.total == 100)
  }
}

struct `The matching of findings with faults` {
  @Test func `raises as many faults as can be`() throws {
    let text = String(decoding: Example.bytes(), as: UTF8.self)
      .replacing("Criterion: C\nGrade: ncmaj", with: "Criterion: A\nGrade: ncmaj")
      .replacing("Choice: choix\n", with: "")
      .replacing("%rec: Choice\n\nId: choix\nPlant: 1\n\n", with: "")
    let (scenario, faults) = ScenarioLoader.load(
      Array(text.utf8), checklists: [Example.checklist])
    #expect(faults == [])
    let key = try #require(scenario).variant(1)
    func facts(_ fault: String) -> Set<String> { Set(key.fault(fault)?.evidence ?? []) }
    // The first finding could raise either fault, the second only the first.
    let spot = Submission.Spot("A", "site")
    let claims = [
      Submission.Claim(
        id: "F1", spot: spot, grade: "ncmin", text: "",
        facts: facts("f-mesure").union(facts("f-courriels")), minute: 0),
      Submission.Claim(
        id: "F2", spot: spot, grade: "ncmin", text: "", facts: facts("f-mesure"), minute: 0),
    ]
    let matching = Matching(key, claims)
    #expect(matching.claims["f-mesure"] == 1)
    #expect(matching.claims["f-courriels"] == 0)
  }
}
