/// The findings of an audit that speak against calling a criterion conforming at a site.
///
/// They are those that are not withdrawn and of which anybody whose word stands says that they are
/// nonconformities: where people say different things of one, the gravest counts until it is
/// settled.
package struct Nonconformities {
  private var ids: [Place: [String]] = [:]

  private struct Place: Hashable {
    let criterion: String
    let site: String
  }

  /// Finds those of an audit, by the grades of its checklist.
  package init(of audit: Audit, on checklist: Checklist, in state: State) {
    let names = Identifiers(.finding, in: state)
    for record in state.findingRecords(of: audit) {
      let said = (record.units["statement"] ?? []).filter { write in
        let grade = write["grade"]?.text.flatMap(checklist.grade)
        return grade?.severity.isNonconformity == true
      }
      let places = said.map {
        Place(criterion: $0["criterion"]?.text ?? "", site: $0["site"]?.text ?? "")
      }
      for place in Set(places) { ids[place, default: []].append(names[record.key]) }
    }
  }

  /// The ids of those at a criterion and site, in the order in which they were made.
  package subscript(criterion: String, site: String) -> [String] {
    ids[Place(criterion: criterion, site: site)] ?? []
  }
}

extension State {
  /// A criterion that is called conforming at a site where a nonconformity stands.
  package typealias Contradicted = (criterion: String, site: String, findings: [String])

  /// The verdicts of an audit that are conforming beside a nonconformity.
  package func contradictedVerdicts(in audit: Audit, on checklist: Checklist) -> [Contradicted] {
    let nonconformities = Nonconformities(of: audit, on: checklist, in: self)
    return assessments(in: audit, on: checklist).compactMap { row in
      let findings = nonconformities[row.criterion, row.site]
      guard row.verdict == .conforming, !findings.isEmpty else { return nil }
      return (row.criterion, row.site, findings)
    }
  }
}
