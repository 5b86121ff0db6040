/// A checklist (référentiel): what one edition of a label or standard asks, as data.
///
/// Modules hold commitments, commitments hold criteria; indicators, grades, rules, requests and
/// terms stand beside them. Nothing in it acts: a checklist only says.
package struct Checklist: Sendable {
  package var id: String
  package var title: LocalizedText
  package var edition: String
  package var status: Status
  /// How long a label granted on it is valid, in months.
  package var validity: Int?
  /// How long after the grant the surveillance audit is due, in months.
  package var surveillance: Int?
  package var source: [String]
  package var note: LocalizedText?
  package var modules: [Module] = []
  package var commitments: [Commitment] = []
  package var criteria: [Criterion] = []
  package var indicators: [Indicator] = []
  package var grades: [Grade] = []
  package var rules: [Rule] = []
  package var mappings: [Mapping] = []
  package var requests: [Request] = []
  package var terms: [Term] = []
  /// The cycle of its labels; none: the usual one.
  package var milestones: [Milestone] = []

  /// Creates a checklist that still holds nothing.
  package init(
    id: String, title: LocalizedText, edition: String, status: Status, validity: Int? = nil,
    surveillance: Int? = nil, source: [String] = []
  ) {
    self.id = id
    self.title = title
    self.edition = edition
    self.status = status
    self.validity = validity
    self.surveillance = surveillance
    self.source = source
  }

  /// Whether the text is complete and official, or our reconstruction of it.
  package enum Status: String, CaseIterable, Sendable {
    case provisional, official
  }

  /// How well an item is known.
  package enum Provenance: String, CaseIterable, Sendable {
    /// Read in the text itself.
    case established
    /// Read in part, or on a secondary page.
    case partial
    /// Deduced, or carried over from a neighbouring edition.
    case inferred
  }
}

extension Checklist {
  package func module(_ id: String) -> Module? { modules.first { $0.id == id } }
  package func criterion(_ id: String) -> Criterion? { criteria.first { $0.id == id } }
  package func indicator(_ id: String) -> Indicator? { indicators.first { $0.id == id } }
  package func grade(_ code: String) -> Grade? { grades.first { $0.code == code } }

  /// The ids of some modules, each once, in the order of the checklist, those it has not got last:
  /// who names the same modules says the same.
  package func inOrder(_ ids: [String]) -> [String] {
    let named = Set(ids)
    let known = modules.map(\.id).filter(named.contains)
    return known + named.subtracting(known).sorted()
  }
}
