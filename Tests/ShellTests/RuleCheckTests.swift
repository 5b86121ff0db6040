import Auditing
import Checklists
import Testing

@testable import Shell

struct `The expression of a rule` {
  @Test(arguments: [
    "$(finding count where site = $site and severity = major) = 0",
    "$(assessment list where verdict = conforming) is not empty",
    "not $(finding count) > 3 and ($(measure count) = 0 or $day >= 2026-01-01)",
    "count($(criterion list where mandatory = yes)) * 2 <= 10",
    "$(constat compter where gravité = majeure) = 0",
  ])
  func `may count, list and show, and say yes or no`(_ text: String) {
    #expect(RuleCheck.fault(in: text) == nil)
  }

  @Test(arguments: [
    ("$(finding add M1 \"x\") = 0", "a rule only reads: finding add has no place in it", 2),
    ("$(print 1) = 1", "a rule only reads: print 1 has no place in it", 2),
    ("$(ready) is empty", "a rule only reads: ready has no place in it", 2),
    ("$(finding list to \"x.csv\") is empty", "a rule only reads: to has no place in it", 18),
    ("$(finding count)", "a rule says yes or no, and this is a value", 0),
    ("3 + 4", "a rule says yes or no, and this is a value", 0),
    ("$(finding count) = 0 and 4", "a rule says yes or no, and this is a value", 0),
  ])
  func `may do nothing else`(_ text: String, _ reason: String, _ offset: Int) throws {
    let fault = try #require(RuleCheck.fault(in: text))
    #expect(fault.reason[.en] == reason)
    #expect(fault.offset == offset)
    #expect(fault.remedy[.fr].contains("$(finding count where"))
  }

  @Test(arguments: [
    "$(finding count where colour = red) = 0", "$(finding count where severity = huge) = 0",
    "$(finding count) = $seuil", "$(widget count) = 0", "$(finding count = 0", "somme(1) = 1",
    "$(finding list as parchment) is empty",
  ])
  func `is refused before anything runs where it cannot be right`(_ text: String) {
    #expect(RuleCheck.fault(in: text) != nil)
  }

  @Test func `counts its fault in bytes, after accents too`() throws {
    let fault = try #require(RuleCheck.fault(in: "\"é\" = $absent"))
    #expect(fault.offset == 7)
  }
}

struct `The rules that are shipped` {
  @Test(arguments: ["qual-e-pref", "services-publics-plus"])
  func `are said to be ours, each with its title in both languages`(_ id: String) throws {
    let checklist = try #require(
      ChecklistReading.builtin.first { $0.checklist.id == id }?.checklist)
    #expect(!checklist.rules.isEmpty)
    for rule in checklist.rules {
      #expect(rule.provenance == .inferred && rule.source.first == "Constat", "\(rule.id)")
      #expect(rule.title.en != nil && rule.note?.fr.contains("Proposée par Constat") == true)
      #expect(RuleCheck.fault(in: rule.expression) == nil)
    }
  }
}
