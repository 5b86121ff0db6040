import Auditing
import Scheduling
import Scripting

/// Where what the language shows comes from.
extension Session {
  /// A record that a rule or a list looked at, down to its entries.
  func derivation(
    of record: RecordValue, in audit: Audit?, on checklist: Checklist,
    _ derivations: Derivations, count: Int? = nil
  ) -> Derivation {
    var node: Derivation?
    switch record.noun {
    case "finding":
      node = derivations.finding(record.id).map {
        derivations.derivation(of: $0, grade: checklist.grade($0.grade))
      }
    case "assessment":
      let parts = record.id.split(separator: "/", maxSplits: 1).map(String.init)
      if let audit, parts.count == 2 {
        node = derivations.derivation(
          of: state.assessment(audit, parts[0], parts[1]), in: audit)
      }
    case "criterion":
      node = audit.flatMap { audit in
        state.standings(in: audit, on: checklist).first { $0.criterion.id == record.id }
          .map { derivations.derivation(of: $0, in: audit) }
      }
    case "evidence":
      node = derivations.evidence(record.id).map { state.derivation(of: $0) }
    case "indicator":
      let site = record["site"]?.written ?? place.site ?? audit?.visitedSites.first ?? ""
      node = checklist.indicator(record.id).map { state.derivation(of: $0, at: site) }
    case "measure":
      node = state.measures.first { "\($0.indicator)/\($0.site)/\($0.period)" == record.id }
        .map { state.derivation(of: $0) }
    case "action":
      node = state.actions.first { $0.id == record.id }.map { derivations.derivation(of: $0) }
    case "label":
      node = state.labels.first { $0.key == record.id }.map { state.derivation(of: $0) }
    case "milestone":
      // The days of the cycle are listed together with those on which actions are due.
      node =
        plannedMilestones().first { $0.id == record.id }.map { derivation(of: $0) }
        ?? state.actions.first { $0.id == record.id }.map { derivations.derivation(of: $0) }
    default: break
    }
    var found = node ?? plain(record)
    found.count = count
    return found
  }

  /// A record of any other noun, by the entries of what it is made of.
  private func plain(_ record: RecordValue) -> Derivation {
    let name = Registry.standard.noun(record.noun)?.name ?? Name(record.noun)
    let text = ["title", "text", "name"].lazy.compactMap { record[$0]?.written }
      .first { !$0.isEmpty }
    let said = text.map { ": \($0)" } ?? ""
    let claim = Derivation.Claim.stated(
      kind: record.noun, id: record.id,
      LocalizedText(
        fr: "\(name.fr) \(record.id)\(said.isEmpty ? "" : "\u{A0}" + said)",
        en: "\(name.en) \(record.id)\(said)"))
    guard let noun = Noun(rawValue: record.noun) else { return Derivation(claim) }
    // People are known by their handles, which no entry takes for their identity.
    let person = noun == .person ? shownPeople.first { $0.id == record.id }?.person.key : nil
    let ids = identifiers(noun)
    let key = person ?? ids.keys(for: record.id).first ?? record.id
    guard let found = state.record(noun, key) else {
      return Derivation(claim, [Derivation(.nothingRecorded)])
    }
    return state.derivation(of: found, as: claim)
  }

  /// The day of a milestone: what it is counted from, back to the label's grant.
  func derivation(of planned: PlannedMilestone) -> Derivation {
    let milestone = planned.milestone
    let id = planned.id
    let claim = Derivation.Claim.stated(
      kind: "milestone", id: id,
      LocalizedText(
        fr:
          "jalon \(id)\u{A0}: \(milestone.date), \(milestone.kind.title.fr) — \(milestone.why.fr)",
        en: "milestone \(id): \(milestone.date), \(milestone.kind.title.en) — \(milestone.why.en)"))
    let decided = state.record(
      .milestone, EventKind.naturalKey([planned.label.key, milestone.kind.rawValue]))
    var parts = Derivation.leaves(decided.map { state.entries(of: $0, "plan") } ?? [])
    if case .beforeMilestone(_, let kind, _) = milestone.reason,
      let anchor = plannedMilestones().first(where: {
        $0.label == planned.label && $0.milestone.kind == kind
      })
    {
      parts.append(derivation(of: anchor))
    } else {
      parts.append(state.derivation(of: planned.label))
    }
    return Derivation(claim, parts)
  }
}
