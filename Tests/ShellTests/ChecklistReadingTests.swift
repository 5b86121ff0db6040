import Auditing
import Checklists
import Testing

@testable import Shell

struct `A built-in checklist` {
  @Test(arguments: ["qual-e-pref", "services-publics-plus"])
  func `loads without a fault under the words of this language`(_ id: String) throws {
    let builtin = try #require(ChecklistReading.builtin.first { $0.checklist.id == id })
    #expect(builtin.checklist.status == .provisional)
    #expect(builtin.checklist.criteria.allSatisfy { $0.title.en != nil && !$0.source.isEmpty })
    #expect(ChecklistReading.load(builtin.bytes).faults.isEmpty)
  }

  @Test func `of the label holds every control point that is known`() throws {
    let label = try #require(ChecklistReading.builtin.first { $0.checklist.id == "qual-e-pref" })
      .checklist
    let counts = Dictionary(grouping: label.criteria, by: \.module).mapValues(\.count)
    #expect(counts == ["1": 20, "2": 5, "3": 6, "4": 6, "5": 5, "6": 4, "7": 7, "P": 8])
    #expect(label.module("8")?.disabled == true)
    #expect(label.module("P")?.kind == .transverse)
    #expect(label.validity == 36 && label.surveillance == 18)
    #expect(label.indicators.count == 19)
    let mails = label.indicator("IND-01")?.target
    #expect(mails == .init(.atMost, Quantity(DecimalNumber(5), .day)))
    let emergency = label.indicator("IND-03")?.target
    #expect(emergency == .init(.less, Quantity(DecimalNumber(60), .minute)))
  }

  @Test func `refuses a grade that is a word of the language`() {
    let text = """
      %rec: Checklist

      Id: essai
      Title_fr: Essai
      Edition: 1
      Status: provisional

      %rec: Module
      %key: Id

      Id: 1
      Title_fr: Module
      Provenance: inferred

      %rec: Criterion
      %key: Id

      Id: A1
      Module: 1
      Title_fr: Critère
      Provenance: inferred

      %rec: Grade
      %key: Id

      Id: note
      Title_fr: Note
      Severity: minor
      """
    let faults = ChecklistReading.load(Array(text.utf8)).faults
    #expect(faults.count == 1)
    #expect(faults.first?.line == 26)
  }
}
