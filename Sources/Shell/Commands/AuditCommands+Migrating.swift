import Auditing
import Scripting

/// `audit migrate`: an audit's answers carried to another edition through a mapping.
extension AuditCommands {
  static let migrate = CommandSpec(
    noun: noun, name: Name("migrate", "migrer"),
    operands: [.init(name: Name("checklist", "référentiel"), type: .reference(.checklist))],
    options: [
      .init(name: Name("preview", "aperçu")),
      .init(name: Name("audit"), type: .reference(.audit)),
    ],
    summary: (
      "porter un audit sur une autre édition, par une correspondance",
      "carry an audit to another edition, through a mapping"
    ),
    manual: (
      """
      D’abord «\u{A0}référentiel relier\u{A0}». Un verdict suit son critère quand la correspondance est claire \
      (un pour un, ou plusieurs du même avis en un)\u{202F}; ses preuves sont nommées au nouveau \
      critère. Le reste est un trou, listé et gardé\u{A0}: sans équivalent, nouveau, partagé, \
      contradictoire. --aperçu n’écrit rien. Une nouvelle édition ne touche jamais d’elle-même un \
      audit ouvert.
      """,
      """
      First checklist map. A verdict follows its criterion where the mapping is clear (one to one, \
      or several of one opinion into one); its evidence is named at the new criterion. The rest is \
      a hole, listed and kept: no counterpart, new, split, contradictory. --preview writes nothing. \
      A new edition never touches an open audit by itself.
      """
    ),
    example: "audit migrate qual-e-pref-2027.rec --preview", writes: true
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    let to = try pin(bound["checklist"] ?? "", &session, at: bound.place("checklist"))
    guard to != audit.checklist else { throw Failure(.sameChecklist, at: bound.place("checklist")) }
    let (old, new) = (try session.checklist(audit.checklist), try session.checklist(to))
    guard
      let mapping = session.state.mappings.first(where: {
        $0.from == audit.checklist && $0.to == to
      })
    else {
      throw Failure(
        .noMapping("\(old.id) \(old.edition)", "\(new.id) \(new.edition)"),
        at: bound.place("checklist"))
    }
    let migration = Migration(of: audit, old, to: new, by: mapping, in: session.state)
    if !bound.has("preview") {
      try write(migration, audit, old, to: to, by: mapping, &session)
    }
    return outcome(migration, audit, new, isPreview: bound.has("preview"))
  }

  private static func outcome(
    _ migration: Migration, _ audit: Audit, _ new: Checklist, isPreview: Bool
  ) -> Outcome {
    let holes = migration.holes.map(\.wording)
    var outcome = Outcome(value: .number(DecimalNumber(holes.count)))
    if !holes.isEmpty {
      outcome.view = .text(
        (holes.map(\.fr).joined(separator: "\n"), holes.map(\.en).joined(separator: "\n")))
    }
    let tail: Wording =
      isPreview
      ? ("\u{202F}; aperçu, rien n’est écrit", "; a preview, nothing is written") : ("", "")
    let (verdicts, findings) = (migration.verdicts.count, migration.findings.count)
    outcome.acknowledgements = [
      (
        "audit \(audit.id) sur \(new.id) \(new.edition)\u{A0}: \(verdicts.fr("verdict(s) porté(s)")), \(findings.fr("constat(s) porté(s)")), \(holes.count.fr("trou(s)"))\(tail.fr)",
        "audit \(audit.id) on \(new.id) \(new.edition): \(verdicts.en("verdict(s)")) and \(findings.en("finding(s)")) carried, \(holes.count.en("hole(s)"))\(tail.en)"
      )
    ]
    return outcome
  }

  private static func write(
    _ migration: Migration, _ audit: Audit, _ old: Checklist, to: String,
    by mapping: ChecklistMapping, _ session: inout Session
  ) throws {
    let evidence = session.state.evidence
    try session.record(
      "audit.migrated",
      [
        "audit": .text(audit.key), "from": .text(audit.checklist), "to": .text(to),
        "map": .list(mapping.pairs.map(\.content)), "holes": .texts(migration.holes.map(\.code)),
      ])
    for line in migration.scope where line.old != line.new {
      for (change, element) in [("remove", line.old), ("add", line.new)] {
        try session.record(
          "audit.scoped",
          ["audit": .text(audit.key), "change": .text(change), "element": element.content])
      }
    }
    // A reset or a carried verdict comes after, where an old id is given to a new criterion.
    for left in migration.left {
      try session.assess(audit.key, left.criterion, left.site, left.verdict, reason: left.reason)
    }
    for (criterion, site) in migration.resets {
      try session.assess(audit.key, criterion, site, .notAssessed)
    }
    for carried in migration.verdicts {
      let pieces = evidence.filter { piece in
        piece.site == carried.site && piece.criterion.map(carried.from.contains) == true
          && piece.criterion != carried.to
      }
      if !pieces.isEmpty {
        let ids = pieces.map(\.id).joined(separator: ", ")
        let origin = carried.from.joined(separator: ", ")
        let words: Wording = (
          "repris de \(origin) (\(old.id) \(old.edition))\u{A0}: \(ids)",
          "carried from \(origin) (\(old.id) \(old.edition)): \(ids)"
        )
        _ = try session.attachStatement(
          session.language.pick(words), criterion: carried.to, site: carried.site)
      }
      try session.assess(
        audit.key, carried.to, carried.site, carried.verdict, reason: carried.reason)
    }
    for (finding, criterion) in migration.findings where finding.criterion != criterion {
      var fields: [String: Content] = [
        "record": .text(finding.key), "audit": .text(audit.key), "criterion": .text(criterion),
        "site": .text(finding.site), "grade": .text(finding.grade), "text": .text(finding.text),
        "reason": .text("\(finding.criterion) → \(criterion)"),
      ]
      if let service = finding.service { fields["service"] = .text(service) }
      try session.record("finding.amended", fields)
    }
  }
}
