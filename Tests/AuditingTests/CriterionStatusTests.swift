import Auditing
import Testing

struct `The status of a criterion` {
  private func status(_ verdicts: [Assessment.Verdict]) -> CriterionStatus {
    CriterionStatus(
      verdicts.enumerated().map { place, verdict in
        Assessment(criterion: "M1", site: "s\(place)", verdict: verdict)
      })
  }

  @Test(
    arguments: [
      ([.conforming], .conforming), ([.conforming, .notApplicable], .conforming),
      ([.notApplicable, .notApplicable], .notApplicable),
      ([.conforming, .notAssessed], .notAssessed), ([.notApplicable, .notAssessed], .notAssessed),
      ([.conforming, .nonconforming], .nonconforming),
      ([.notAssessed, .nonconforming, .notApplicable], .nonconforming),
    ] as [([Assessment.Verdict], Assessment.Verdict)])
  func `is the worst that is known of its sites`(
    _ verdicts: [Assessment.Verdict], _ expected: Assessment.Verdict
  ) {
    for verdicts in [verdicts, verdicts.reversed()] {
      #expect(status(verdicts).verdict == expected)
    }
  }

  @Test func `is none where no site is in scope`() {
    #expect(status([]).verdict == nil)
    #expect(status([]).sites == 0)
  }

  @Test func `tells how many sites were assessed`() {
    let status = status([.conforming, .notAssessed, .notApplicable, .nonconforming])
    #expect(status.sites == 4)
    #expect(status.assessed == 3)
  }

  @Test func `takes a site in conflict for one that is not assessed`() {
    var assessment = Assessment(criterion: "M1", site: "s", verdict: .nonconforming)
    assessment.isInConflict = true
    let status = CriterionStatus([
      assessment, Assessment(criterion: "M1", site: "t", verdict: .conforming),
    ])
    #expect(status.verdict == .notAssessed)
    #expect(status.assessed == 1)
  }
}
