import Auditing

/// One check of what a scenario says, beyond its form.
struct ScenarioCheck {
  let scenario: Scenario
  let checklist: Checklist?
  private let known: [Checklist]
  private(set) var found: [(kind: ScenarioFault.Kind, place: Place)] = []

  /// How many variants are tried.
  static let variants = 64

  /// Where a fault lies.
  struct Place {
    let record: SourceRecord
    let field: String?
  }

  init(_ scenario: Scenario, _ checklists: [Checklist]) {
    self.scenario = scenario
    known = checklists
    checklist = checklists.first { $0.id == scenario.checklist }
  }

  /// Notes a fault of the record of an id; of the head when there is none.
  mutating func report(_ kind: ScenarioFault.Kind, _ id: String?, _ field: String? = nil) {
    let record =
      scenario.records.first { $0.type != .scenario && $0.id == id }
      ?? scenario.records.first { $0.type == .scenario }
    guard let record else { return }
    found.append((kind, Place(record: record, field: field)))
  }

  /// Looks for every fault; those that need a sound form only where it is.
  mutating func run(isFormSound: Bool) {
    checkChecklist()
    checkCriteria()
    checkVariables()
    checkRegisters()
    checkFacts()
    checkKey()
    if isFormSound, found.isEmpty { checkVariants() }
  }

  private mutating func checkChecklist() {
    guard let checklist else {
      report(
        .unknownChecklist(scenario.checklist, known: known.map(\.id)), nil, "Checklist")
      return
    }
    if checklist.edition != scenario.edition {
      report(.unknownEdition(scenario.edition, known: checklist.edition), nil, "Edition")
    }
    let modules = checklist.modules.filter { $0.kind == .module && !$0.disabled }.map(\.id)
    for site in scenario.sites {
      for module in site.modules where !modules.contains(module) {
        report(.unknownModule(module, known: modules), site.id, "Module")
      }
    }
  }

  private mutating func checkCriteria() {
    for fact in scenario.facts {
      if let criterion = fact.criterion { check(criterion, at: nil, fact.id, "Criterion") }
    }
    for fault in scenario.faults {
      check(fault.criterion, at: scenario.site(fault.site), fault.id, "Criterion")
      for other in fault.also { check(other, at: scenario.site(fault.site), fault.id, "Also") }
      check(grade: fault.grade, fault.id)
      checkSite(fault.site, fault.id)
    }
    for decoy in scenario.decoys {
      check(decoy.criterion, at: scenario.site(decoy.site), decoy.id, "Criterion")
      checkSite(decoy.site, decoy.id)
    }
    for earlier in scenario.earlier {
      check(earlier.criterion, at: scenario.site(earlier.site), earlier.id, "Criterion")
      check(grade: earlier.grade, earlier.id)
      checkSite(earlier.site, earlier.id)
    }
    for place in scenario.places { checkSite(place.site, place.id) }
    for document in scenario.documents where document.at.isEmpty {
      checkSite(document.site, document.id)
    }
  }

  private mutating func checkSite(_ site: String?, _ id: String) {
    if site == nil, scenario.sites.count > 1 { report(.siteNeeded, id, "Site") }
  }

  private mutating func check(
    _ criterion: String, at site: String?, _ id: String, _ field: String
  ) {
    guard let checklist else { return }
    guard let found = checklist.criterion(criterion) else {
      let suggestion = Suggestion.nearest(to: criterion, among: checklist.criteria.map(\.id))
      return report(.unknownCriterion(criterion, suggestion: suggestion), id, field)
    }
    let isTransverse = checklist.module(found.module)?.kind == .transverse
    let sites = scenario.sites.filter { site == nil || $0.id == site }
    if !isTransverse, !sites.contains(where: { $0.modules.contains(found.module) }) {
      report(.criterionOutside(criterion, site: site ?? scenario.site(nil)), id, field)
    }
  }

  private mutating func check(grade: String, _ id: String) {
    guard let checklist else { return }
    guard let found = checklist.grade(grade) else {
      return report(.unknownGrade(grade, known: checklist.grades.map(\.code)), id, "Grade")
    }
    if found.severity == .strength { report(.strengthAsFault(grade), id, "Grade") }
  }
}
