/// How a figure, a status or a decision follows from the entries of the journal, as a tree.
package struct Derivation: Sendable {
  /// What is said.
  package var claim: Claim
  /// What it adds to the total of the node above; nothing where that one adds nothing up.
  package var count: Int?
  /// What its parts add up to; nothing where they are not added.
  package var total: Int?
  /// What it follows from, in order.
  package var parts: [Derivation]

  /// Creates a node of the tree.
  package init(_ claim: Claim, count: Int? = nil, total: Int? = nil, _ parts: [Derivation] = []) {
    self.claim = claim
    self.count = count
    self.total = total
    self.parts = parts
  }

  /// Creates a leaf for each entry.
  package static func leaves(_ entries: [Entry]) -> [Derivation] {
    entries.map { Derivation(.entry($0)) }
  }

  /// What a node says.
  package enum Claim: Sendable {
    case rate(ConformityRate, audit: String, site: String?)
    /// The criteria that stand at a verdict.
    case verdicts(Assessment.Verdict, Int)
    case module(String, title: LocalizedText, CriterionStatus)
    case criterion(String, title: LocalizedText, CriterionStatus)
    case assessment(Assessment)
    case finding(Finding, grade: Checklist.Grade?)
    case evidence(Evidence)
    case indicator(Checklist.Indicator, site: String, met: Bool?)
    case measure(Measure)
    case label(Label)
    case award(Award.Verdict, site: String, audit: String)
    case rule(Checklist.Rule, Award.Outcome)
    /// Something counted or listed by a rule, in its own words.
    case query(String)
    /// An entry of the journal: where every derivation ends.
    case entry(Entry)
    /// That no entry says anything of it.
    case nothingRecorded
    /// Something that another module states: its kind, its id and the sentence.
    case stated(kind: String, id: String, LocalizedText)
  }
}

extension Derivation {
  /// The stable name of what a node is, for programs.
  package var kind: String {
    switch claim {
    case .rate: "rate"
    case .verdicts: "verdicts"
    case .module: "module"
    case .criterion: "criterion"
    case .assessment: "assessment"
    case .finding: "finding"
    case .evidence: "evidence"
    case .indicator: "indicator"
    case .measure: "measure"
    case .label: "label"
    case .award: "decision"
    case .rule: "rule"
    case .query: "query"
    case .entry: "entry"
    case .nothingRecorded: "nothing"
    case .stated(let kind, _, _): kind
    }
  }

  /// The id of what a node speaks of.
  package var subject: String {
    switch claim {
    case .rate(_, let audit, let site): [audit, site].compactMap(\.self).joined(separator: "/")
    case .verdicts(let verdict, _): verdict.rawValue
    case .module(let id, _, _), .criterion(let id, _, _), .stated(_, let id, _): id
    case .assessment(let row): "\(row.criterion)/\(row.site)"
    case .finding(let finding, _): finding.id
    case .evidence(let evidence): evidence.id
    case .indicator(let indicator, let site, _): "\(indicator.id)/\(site)"
    case .measure(let measure): "\(measure.indicator)/\(measure.site)/\(measure.period)"
    case .label(let label): label.site
    case .award(_, let site, _): site
    case .rule(let rule, _): rule.id
    case .query(let text): text
    case .entry(let entry): entry.operation
    case .nothingRecorded: ""
    }
  }
}
