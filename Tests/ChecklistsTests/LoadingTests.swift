import Auditing
import Checklists
import Testing

struct `A checklist that loads` {
  private func checklist() throws -> Checklist {
    let (checklist, faults) = load(validText)
    #expect(faults.isEmpty, "\(faults)")
    return try #require(checklist)
  }

  @Test func `has its head`() throws {
    let checklist = try checklist()
    #expect(checklist.id == "test-list")
    #expect(checklist.title == LocalizedText(fr: "Référentiel d'essai", en: "Trial checklist"))
    #expect(checklist.edition == "2026-01")
    #expect(checklist.status == .provisional)
    #expect(checklist.validity == 36)
    #expect(checklist.surveillance == 18)
    #expect(checklist.source == ["first", "second"])
    #expect(checklist.note == LocalizedText(fr: "une note\nsur deux lignes"))
  }

  @Test func `has its modules and commitments`() throws {
    let checklist = try checklist()
    #expect(checklist.modules.map(\.id) == ["1", "T"])
    #expect(checklist.modules.map(\.kind) == [.module, .transverse])
    #expect(checklist.modules.map(\.mandatory) == [true, false])
    #expect(checklist.modules.map(\.disabled) == [false, true])
    #expect(checklist.modules.map(\.provenance) == [.established, .inferred])
    #expect(checklist.commitments.map(\.module) == ["1", "T"])
    #expect(checklist.commitments.map(\.title.fr) == ["Nous vous accueillons", "Nous mesurons"])
  }

  @Test func `has its criteria`() throws {
    let checklist = try checklist()
    let criterion = try #require(checklist.criterion("M1-E1"))
    #expect(criterion.ref == "E1")
    #expect(criterion.commitment == "C1")
    #expect(criterion.chapter?.fr == "Courriels")
    #expect(
      criterion.evidence == [
        LocalizedText(fr: "extraction", en: "extract"),
        LocalizedText(fr: "échantillon", en: "sample"),
      ])
    #expect(criterion.methods == [.examine, .mystery])
    #expect(criterion.indicators == ["IND-01"])
    #expect(criterion.source == ["COM-04"])
    #expect(criterion.place?.fr == "guichet")
    #expect(criterion.meet?.fr == "agent")
    #expect(criterion.question?.fr == "Comment répondez-vous ?")
    #expect(criterion.sample == 12)
    #expect(criterion.maxAge == Quantity("12 months"))
    #expect(criterion.notApplicable == [LocalizedText(fr: "pas de courriel")])
    #expect(criterion.mandatory)
    #expect(checklist.criterion("M1-E2")?.mandatory == false)
  }

  @Test func `has its indicators with their targets`() throws {
    let checklist = try checklist()
    let indicator = try #require(checklist.indicator("IND-01"))
    #expect(indicator.unit == .day)
    #expect(indicator.better == .lower)
    #expect(indicator.statistic == .mean)
    #expect(indicator.frequency == Quantity("1 year"))
    #expect(indicator.target == Checklist.Target(.atMost, try #require(Quantity("5 d"))))
    let limit = try #require(checklist.indicator("IND-02")?.target)
    #expect(limit == Checklist.Target(.less, try #require(Quantity("60 s"))))
  }

  @Test func `has its grades, rules, mappings, requests and terms`() throws {
    let checklist = try checklist()
    #expect(checklist.grades.map(\.code) == ["ncmaj", "ok"])
    #expect(checklist.grades.map(\.word) == ["ncmaj", "fort"])
    #expect(checklist.grades.map(\.severity) == [.major, .strength])
    #expect(checklist.grades[0].definition?.fr == "un écart grave")
    #expect(checklist.rules.map(\.expression) == ["count(findings) = 0\nand true"])
    #expect(checklist.rules.map(\.source) == [["guide"]])
    #expect(checklist.mappings.map(\.id) == ["X1"])
    #expect(checklist.mappings.map(\.to) == ["4.2"])
    #expect(checklist.mappings.map(\.source) == [["guide"]])
    #expect(checklist.requests.map(\.lead) == [Quantity("1 month")])
    #expect(checklist.requests.map(\.module) == ["1"])
    #expect(checklist.terms.map(\.clause) == ["ISO 19011 3.10"])
  }

  @Test func `has the milestones of its cycle`() throws {
    #expect(
      try checklist().milestones == [
        .init(kind: .internalAudit, months: 4, anchor: .endOfValidity),
        .init(kind: .documents, months: 2, anchor: .milestone(.internalAudit)),
      ])
  }

  @Test func `without a scale of its own has the usual five grades`() throws {
    let text = """
      %rec: Checklist

      Id: x
      Title_fr: X
      Edition: 1
      Status: official

      %rec: Module

      Id: 1
      Title_fr: M
      Provenance: partial

      %rec: Criterion

      Id: E1
      Module: 1
      Title_fr: E
      Provenance: partial
      """
    let checklist = try #require(load(text).checklist)
    #expect(checklist.grades.map(\.code) == ["pf", "pp", "ps", "ncmin", "ncmaj"])
    #expect(checklist.grades.map(\.severity) == Checklist.Severity.allCases)
    #expect(checklist.status == .official)
  }

  @Test(arguments: [
    ("Validity: 36 months", "Validity: 3 ans"), ("Unit: days", "Unit: jours"),
    ("Unit: days", "Unit: count"), ("Target: <= 5", "Target: ≤\u{A0}5,5 jours"),
    ("Target: <= 5", "Target: = 120h"), ("Lead: 1 month", "Lead: 10 workdays"),
  ])
  func `may write quantities in French and in any unit of their kind`(old: String, new: String) {
    #expect(load(validText.replacing(old, with: new)).faults.isEmpty)
  }
}
