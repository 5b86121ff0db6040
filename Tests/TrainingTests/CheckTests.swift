import Auditing
import Testing

@testable import Training

struct `The check of a scenario` {
  private func kinds(_ changes: (String, String)...) -> [ScenarioFault.Kind] {
    let text = changes.reduce(String(decoding: Example.bytes(), as: UTF8.self)) {
      $0.replacing($1.0, with: $1.1)
    }
    return ScenarioLoader.load(Array(text.utf8), checklists: [Example.checklist]).faults.map(\.kind)
  }

  @Test func `finds nothing wrong with a sound one`() {
    #expect(Example.faults() == [])
    #expect(Example.scenario() != nil)
  }

  @Test func `tells the line, the record and the field of a fault`() throws {
    let fault = try #require(Example.faults(("Grade: ncmaj", "Grade: nc")).first)
    let text = String(decoding: Example.bytes(("Grade: ncmaj", "Grade: nc")), as: UTF8.self)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex(of: "Grade: nc")
    #expect(fault.line == line.map { $0 + 1 })
    #expect(fault.recordType == .fault)
    #expect(fault.field == "Grade")
  }

  @Test func `refuses what is misspelt, with what was meant`() {
    #expect(kinds(("Minutes: 20", "Minute: 20")).contains(.unknownField(suggestion: "Minutes")))
    #expect(
      kinds(("%rec: Place", "%rec: Places")).contains(
        .unknownType("Places", suggestion: .place)))
    let known = kinds(("At: registre\nCriterion", "At: registr\nCriterion"))
    guard case .unknownReference("registr", _, _, suggestion: "registre") = known.first else {
      Issue.record("\(known)")
      return
    }
  }

  @Test func `refuses a fault whose facts nobody can come to see`() {
    #expect(
      kinds(("After: borne\n", "After: panne\n")).contains {
        if case .faultUnreachable = $0 { true } else { false }
      })
  }

  @Test func `refuses a fault that needs more facts than it names`() {
    #expect(
      kinds(("Evidence: retards\n", "Evidence: retards\nNeeds: 2\n"))
        .contains(.needsTooMuch(needs: 2, evidence: 1)))
  }

  @Test func `refuses a fact that supports a fault and a decoy`() {
    #expect(
      kinds(("Evidence: sieges", "Evidence: borne")).contains {
        if case .contradiction(fact: "borne", decoy: "d-sieges", _) = $0 { true } else { false }
      } || kinds(("Evidence: sieges", "Evidence: borne")).contains(.orphanFact))
    #expect(
      kinds(("Evidence: sieges", "Evidence: borne\nEvidence: sieges")).contains(
        .contradiction(fact: "borne", decoy: "d-sieges", variant: 1)))
  }

  @Test func `refuses two grades for one fault`() {
    #expect(
      kinds(("Grade: ncmaj", "Grade: ncmaj\nGrade: ps")).contains {
        if case .repeatedField = $0 { true } else { false }
      })
  }

  @Test func `refuses a criterion, grade, module or edition that the checklist has not`() {
    #expect(
      kinds(("Criterion: C", "Criterion: Z")).contains {
        if case .unknownCriterion("Z", _) = $0 { true } else { false }
      })
    #expect(kinds(("Criterion: C", "Criterion: U")).contains(.criterionOutside("U", site: "site")))
    #expect(
      kinds(("Grade: ps", "Grade: p")).contains(
        .unknownGrade("p", known: ["pf", "pp", "ps", "ncmin", "ncmaj"])))
    #expect(kinds(("Grade: ps", "Grade: pf")).contains(.strengthAsFault("pf")))
    #expect(kinds(("Module: 1", "Module: 2")).contains(.unknownModule("2", known: ["1", "7"])))
    #expect(kinds(("Edition: 1", "Edition: 2")).contains(.unknownEdition("2", known: "1")))
    #expect(
      kinds(("Checklist: liste", "Checklist: autre")).contains(
        .unknownChecklist("autre", known: ["liste"])))
  }

  @Test func `refuses facts that serve nothing and answers that are never heard`() {
    #expect(
      kinds(("Criterion: D\nText_fr: La panne est", "Text_fr: La panne est")) == [.orphanFact])
    #expect(
      kinds(
        ("Keywords: borne, machine\n", ""),
        ("Keywords: attente, wait\n", "Keywords: attentes, file d'attente, waits\n"),
        ("After: borne\n", "")
      ).contains(.hiddenAnswer(by: "rep-attente")))
    #expect(kinds(("Keywords: borne, machine", "Keywords: ,")).contains(.noKeywords))
  }

  @Test func `refuses rows that make no sense`() {
    #expect(
      kinds(("Late: 30", "Late: 59")).contains(.tooManyLate(late: 61, rows: 60)))
    #expect(kinds(("Rows: 60\n", "")).contains(.noRows))
    #expect(kinds(("From: 2026-01-05\n", "")).contains(.badRange))
    #expect(kinds(("Value: 3 12", "Value: trois 12")).contains(.badRow("trois 12 5 8 11")))
    #expect(
      kinds(("Late: 30", "Late: 1")).contains {
        if case .smallDraw(minimum: 10, _) = $0 { true } else { false }
      })
  }

  @Test func `refuses a brace that names nothing`() {
    #expect(kinds(("Allez voir {agente}", "Allez voir {agent}")) == [.unknownVariable("agent")])
    #expect(kinds(("{beyond} sur", "{late} sur")) == [.unknownVariable("late")])
    #expect(kinds(("Value: 14:02 | 15:19", "Value: 14:02")) == [.badVariable])
  }

  @Test func `knows how likely a draw shows none of the marked rows`() {
    // C(3, 2) ÷ C(5, 2): two of three good ones among five.
    #expect(ScenarioCheck.chanceOfNone(rows: 5, marked: 2, draw: 2) == 0.3)
    #expect(ScenarioCheck.chanceOfNone(rows: 5, marked: 4, draw: 2) == 0)
    #expect(ScenarioCheck.chanceOfNone(rows: 5, marked: 0, draw: 5) == 1)
  }

  @Test func `words every fault in both languages`() {
    let faults = Example.faults(
      ("Grade: ps", "Grade: p"), ("Late: 30", "Late: 59"), ("Minutes: 20", "Minute: 20"),
      ("{beyond} sur", "{late} sur"), ("Module: 1", "Module: 2"))
    #expect(faults.count > 5)
    for fault in faults {
      #expect(!fault.wording.fr.isEmpty && !fault.wording.en.isEmpty)
      #expect(fault.wording.fr != fault.wording.en)
    }
  }
}
