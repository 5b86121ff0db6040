import Auditing

/// What keeps an auditor from judging their own work (ISO 19011:2018 4 e, impartiality).
struct Impartiality {
  let state: State
  let checklist: Checklist

  /// What somebody answers for in the scope of an audit: the service they belong to, and the
  /// criteria they own; nothing when they judge only the work of others.
  ///
  /// Whatever anybody says of it counts, of any record of theirs, until a contradiction is settled.
  func stake(of person: Person, in audit: Audit) -> Wording? {
    let services = audit.scope.flatMap { line in
      line.allServices.flatMap { service in
        [
          service,
          state.record(.service, EventKind.naturalKey([line.site, service]))?.text("name"),
        ]
      }
    }.compactMap(\.self)
    let handles = state.handles
    let isTheirs = { (handle: String) in handles.areOne(handle, person.handle) }
    let records = state.all(.person).filter { $0.said("handle").contains(where: isTheirs) }
    let bodies = Set(records.flatMap { $0.said("body", of: "role") }.map(\.folded))
    if let service = services.first(where: { bodies.contains($0.folded) }) {
      return ("le service \(service)", "the service \(service)")
    }
    let scope = audit.visitedSites.flatMap { audit.criteria(of: checklist, at: $0).map(\.id) }
    let owned = Set(scope).filter { criterion in
      let key = EventKind.naturalKey([checklist.id, criterion])
      return state.record(.criterion, key)?.said("owner").contains(where: isTheirs) == true
    }.sorted()
    guard !owned.isEmpty else { return nil }
    let list = owned.prefix(3).joined(separator: ", ") + (owned.count > 3 ? "…" : "")
    return (
      owned.count == 1 ? "le critère \(list)" : "les critères \(list)",
      owned.count == 1 ? "criterion \(list)" : "criteria \(list)"
    )
  }

  /// The auditors of a team who answer for something in its scope and have not said why they
  /// audit all the same.
  func unexplained(in audit: Audit) -> [(person: String, stake: Wording)] {
    audit.team.filter { $0.role == .lead || $0.role == .auditor }.compactMap { member in
      guard member.despite == nil,
        let person = state.persons.first(where: { $0.handle == member.person }),
        let stake = stake(of: person, in: audit)
      else { return nil }
      return (person.handle, stake)
    }
  }
}
