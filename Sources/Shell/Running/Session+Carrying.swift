import Auditing
import Scripting

/// What an audit takes over from the one it goes on from.
extension Session {
  /// Takes over what carries into a new audit, and says what carries and what begins anew.
  mutating func carry(from earlier: Audit, to key: String, on checklist: Checklist) throws
    -> Wording
  {
    var carried: [Wording] = []
    var left: [Wording] = []
    try carryHeadings(from: earlier, to: key, &carried)
    try carryScope(from: earlier, to: key, on: checklist, &carried, &left)
    try carryTeam(from: earlier, to: key, &carried, &left)
    try carryRequests(from: earlier, to: key, &carried)
    if let audit = state.audits.first(where: { $0.key == key }) {
      let open = state.findingsToFollow(in: audit)
      let ids = open.map(\.id).joined(separator: ", ")
      carried.append(
        open.isEmpty
          ? ("aucun constat à suivre", "no finding to follow")
          : (
            "\(open.count.fr("constat(s)")) à suivre (\(ids))",
            "\(open.count.en("finding(s)")) to follow (\(ids))"
          ))
    }
    let list = (
      fr: carried.map(\.fr).joined(separator: ", "), en: carried.map(\.en).joined(separator: ", ")
    )
    let rest = (
      fr: left.map { "\nnon repris\u{A0}: \($0.fr)" }, en: left.map { "\nleft: \($0.en)" }
    )
    return (
      "repris de \(earlier.id)\u{A0}: \(list.fr)\nà neuf\u{A0}: dates, évaluations, preuves, constats et positions, plan et réunions, conclusion, numéros, scellés"
        + rest.fr.joined(),
      "carried from \(earlier.id): \(list.en)\nbegun anew: dates, assessments, evidence, findings and positions, plan and meetings, conclusion, numbers, seals"
        + rest.en.joined()
    )
  }

  private mutating func carryHeadings(
    from earlier: Audit, to key: String, _ carried: inout [Wording]
  ) throws {
    let known = state.record(.audit, key)
    var fields: [String: Content] = ["audit": .text(key)]
    let headings: [(name: String, text: String?, words: Wording)] = [
      ("client", earlier.client, ("commanditaire", "client")),
      ("objectives", earlier.objectives, ("objectifs", "objectives")),
      ("confidentiality", earlier.confidentiality, ("confidentialité", "confidentiality")),
    ]
    for (name, text, words) in headings where known?.text(name) == nil {
      guard let text else { continue }
      fields[name] = .text(text)
      carried.append(words)
    }
    if fields.count > 1 { try record("audit.set", fields) }
  }

  private mutating func carryScope(
    from earlier: Audit, to key: String, on checklist: Checklist, _ carried: inout [Wording],
    _ left: inout [Wording]
  ) throws {
    let sites = Set(state.sites.map(\.id))
    let open = Set(checklist.modules.filter { !$0.disabled }.map(\.id))
    var names: [String] = []
    for old in earlier.scope {
      guard sites.contains(old.site) else {
        left.append(
          ("site \(old.site), supprimé depuis", "site \(old.site), removed since"))
        continue
      }
      var line = old
      line.modules = old.modules.filter(open.contains)
      // A site left out of one visit by sampling is not left out of the next for that.
      line.isSampledOut = false
      for module in old.modules where !open.contains(module) {
        left.append(
          (
            "module \(module) à \(old.site), absent de cette édition",
            "module \(module) at \(old.site), not in this edition"
          ))
      }
      try record(
        "audit.scoped", ["audit": .text(key), "change": "add", "element": line.content])
      names.append(line.site)
    }
    carried += list(names, of: ("périmètre", "scope"))
  }

  private mutating func carryTeam(
    from earlier: Audit, to key: String, _ carried: inout [Wording], _ left: inout [Wording]
  ) throws {
    let known = Set(state.persons.map(\.handle))
    let leads = earlier.team.count { $0.role == .lead }
    var names: [String] = []
    for member in earlier.team where known.contains(member.person) {
      guard member.despite == nil else {
        left.append(
          (
            "\(member.person), qui audite ce dont il répond\u{A0}: la raison est à redire",
            "\(member.person), who audits their own work: the reason is to be given again"
          ))
        continue
      }
      try record("audit.member", member.addition(to: key, asOnlyLead: leads == 1))
      names.append(member.person)
    }
    carried += list(names, of: ("équipe", "team"))
  }

  /// What is carried, with its names; nothing where there are none.
  private func list(_ names: [String], of what: Wording) -> [Wording] {
    guard !names.isEmpty else { return [] }
    let list = names.joined(separator: ", ")
    return [("\(what.fr) (\(list))", "\(what.en) (\(list))")]
  }

  /// Asks again for the documents that people had added; those of the checklist follow from the
  /// scope.
  private mutating func carryRequests(
    from earlier: Audit, to key: String, _ carried: inout [Wording]
  ) throws {
    let start = state.audits.first { $0.key == key }?.start
    let checklist = try checklist(earlier.checklist)
    let added = state.requests(in: earlier, on: checklist).filter {
      $0.provenance == nil && $0.waiver == nil
    }
    for request in added {
      var fields: [String: Content] = [
        "record": .text(mintKey()), "audit": .text(key), "id": .text(nextID("R", .request)),
        "what": .text(request.title.fr),
      ]
      if let due = start?.adding(months: -1) { fields["due"] = .text(due.description) }
      try record("request.added", fields)
    }
    carried.append(
      added.isEmpty
        ? ("pièces du référentiel", "documents of the checklist")
        : (
          "pièces du référentiel et \(added.count.fr("pièce(s) ajoutée(s)"))",
          "documents of the checklist and \(added.count) added"
        ))
  }
}
