import Auditing
import Scripting

/// `explain`: where a figure, a status, a day or a decision comes from, down to the entries.
enum ExplainCommand {
  static let all = [explain]

  private static let rate = Name("rate", "taux")
  private static let decision = Name("decision", "décision")

  static let explain = CommandSpec(
    name: Name("explain", "expliquer"),
    operands: [
      .init(name: Name("what", "quoi"), type: .text),
      .init(name: Name("id"), type: .text, isOptional: true),
    ],
    options: [
      .init(name: Name("site"), type: .reference(.site)),
      .init(name: Name("audit"), type: .reference(.audit)),
      .init(name: Name("on", "au"), type: .date),
    ],
    summary: (
      "d’où vient un chiffre, un état, un jour ou une décision, jusqu’aux écritures",
      "where a figure, a status, a day or a decision comes from, down to the entries"
    ),
    manual: (
      """
      expliquer taux, décision, prêt, M1-A1, M1-A1/digne, F3, P2, IND-01, digne/internal-audit, label \
      digne, module 1\u{202F}; deux mots lèvent un doute\u{A0}: expliquer module 1. Chaque ligne pend à celle qu’elle \
      explique, +n est ce qu’elle lui apporte, et chaque branche finit par une écriture du journal\u{A0}: \
      son auteur, son heure et le début de son numéro, que «\u{A0}journal consulter\u{A0}» montre aussi.
      """,
      """
      explain rate, decision, ready, M1-A1, M1-A1/digne, F3, P2, IND-01, digne/internal-audit, label \
      digne, module 1; two words settle a doubt: explain module 1. Each line hangs from the one it \
      explains, +n is what it adds to that one, and each branch ends in an entry of the journal: its \
      author, its time and the start of its id, which journal log shows too.
      """
    ),
    example: "explain M1-A1 --site digne", clauses: .all, table: DerivationTree.noun
  ) { session, bound in
    let tree = DerivationTree(try derivation(&session, bound))
    var view = try GenericVerbs.chosen(
      tree.records(session.language), DerivationTree.noun, &session, bound)
    view.isProvisional = try session.isProvisional(range(bound))
    view.isExercise = session.state.purpose == .exercise
    if bound.asksForRecordsAsTheyAre {
      let isAccessible = session.settings.isAccessible
      view.text = (
        tree.text(.fr, isAccessible: isAccessible), tree.text(.en, isAccessible: isAccessible)
      )
    }
    return Outcome(value: .list(view.records.map(Value.record)), view: .table(view))
  }

  private static func range(_ bound: Bound) -> NounSpec.Range {
    bound["audit"].map(NounSpec.Range.audit) ?? .current
  }

  /// What is explained: first the words of its own, then a noun and an id, then any id.
  private static func derivation(_ session: inout Session, _ bound: Bound) throws -> Derivation {
    let word = bound["what"] ?? ""
    _ = try session.openDossier()
    if rate.matches(word) {
      let audit = try session.audit(of: bound)
      let checklist = try session.checklist(audit.checklist)
      let site = try bound["site"].map { try session.site($0, at: bound.place("site")).id }
      return Derivations(session.state).derivation(ofRateOf: audit, on: checklist, at: site)
    }
    if decision.matches(word) || DecideCommand.decide.name.matches(word) {
      return try decision(&session, bound)
    }
    if ReadyCommand.ready.name.matches(word) { return try readiness(&session, bound) }
    let named = bound["id"].flatMap { id in Registry.standard.noun(word).map { ($0, id) } }
    if let (noun, id) = named {
      return try record(noun, id, &session, bound, at: bound.place("id"))
    }
    for noun in ["criterion", "module", "indicator"] + others {
      guard let noun = Registry.standard.noun(noun) else { continue }
      if let found = try find(noun, word, &session, bound) { return found }
    }
    for noun in others.compactMap({ Noun(rawValue: $0) }) {
      try session.refuseAmbiguous(word, noun, at: bound.place("what"))
    }
    _ = try session.auditIfAny(in: range(bound))
    let known = [rate.en, rate.fr, decision.en, decision.fr] + (try ids(&session, bound))
    throw Failure(
      .nothingToExplain(word, suggestion: Suggestion.nearest(to: word, among: known)),
      at: bound.place("what"))
  }

  /// The nouns whose records are looked through, besides what the checklist holds.
  private static let others = [
    "finding", "evidence", "assessment", "milestone", "measure", "action", "request", "site",
    "label", "audit", "person",
  ]

  private static func ids(_ session: inout Session, _ bound: Bound) throws -> [String] {
    var ids: [String] = []
    for name in ["criterion", "indicator"] + others {
      guard let noun = Registry.standard.noun(name) else { continue }
      ids += ((try? noun.rows(&session, range(bound))) ?? []).map(\.id)
    }
    return ids
  }

  private static func record(
    _ noun: NounSpec, _ id: String, _ session: inout Session, _ bound: Bound,
    at range: Range<Int>
  ) throws -> Derivation {
    if let found = try find(noun, id, &session, bound) { return found }
    if let noun = Noun(rawValue: noun.name.en) {
      try session.refuseAmbiguous(id, noun, at: range)
    }
    let known = (try? noun.rows(&session, Self.range(bound)))?.map(\.id) ?? []
    throw Failure(
      .nothingToExplain(
        "\(noun.name[session.language]) \(id)",
        suggestion: Suggestion.nearest(to: id, among: known)), at: range)
  }

  private static func find(
    _ noun: NounSpec, _ id: String, _ session: inout Session, _ bound: Bound
  ) throws -> Derivation? {
    let folded = id.folded
    let site = try bound["site"].map { try session.site($0, at: bound.place("site")).id }
    let audit = try? session.audit(of: bound)
    let checklist = try session.checklistInRange(range(bound))
    switch noun.name.en {
    case "criterion":
      guard let audit else { return nil }
      let standings = session.state.standings(in: audit, on: checklist, at: site)
      return standings.first {
        $0.criterion.id.folded == folded || $0.criterion.ref?.folded == folded
      }.map { Derivations(session.state).derivation(of: $0, in: audit) }
    case "module":
      guard let audit, let module = checklist.modules.first(where: { $0.id.folded == folded })
      else { return nil }
      return Derivations(session.state).derivation(
        ofModule: module, in: audit, on: checklist, at: site)
    case "indicator":
      guard let indicator = checklist.indicators.first(where: { $0.id.folded == folded })
      else { return nil }
      let site = try site ?? session.siteOfFigure(bound)
      return session.state.derivation(of: indicator, at: site)
    case "evidence":
      // There may be very many, of which one is found by its id.
      let ids = session.identifiers(.evidence)
      try session.refuseAmbiguous(id, .evidence, at: bound.range)
      return session.state.evidence(ids.keys(for: id), ids).first.map {
        session.state.derivation(of: $0)
      }
    default: break
    }
    // A label is known by its site.
    let normal = Period.normal(id: id).folded
    func isMeant(_ record: RecordValue) -> Bool {
      record.id.folded == folded || Period.normal(id: record.id).folded == normal
        || (noun.name.en == "label" && record["site"]?.written.folded == folded)
    }
    if let found = (try? noun.rows(&session, range(bound)))?.last(where: isMeant) {
      return session.derivation(
        of: found, in: audit, on: checklist, Derivations(session.state))
    }
    guard bound["audit"] == nil, noun.rangesOverAudit,
      let found = (try? noun.rows(&session, .all))?.last(where: isMeant),
      let id = found["audit"]?.written
    else { return nil }
    let other = try session.audit(id)
    return session.derivation(
      of: found, in: other, on: try session.checklist(other.checklist), Derivations(session.state))
  }

  private static func decision(_ session: inout Session, _ bound: Bound) throws -> Derivation {
    let audit = try session.audit(of: bound)
    let checklist = try session.checklist(audit.checklist)
    guard !checklist.rules.isEmpty else { throw Failure(.noRules(checklist.id), at: bound.range) }
    let day = session.dayOfJudgement(bound, audit)
    let trees = try session.judgedSites(bound, audit).map { site in
      session.judgement(of: audit, on: checklist, at: site, day: day)
        .derivation(in: audit, checklist, session)
    }
    guard trees.count > 1 else { return trees[0] }
    return Derivation(
      .stated(
        kind: "decisions", id: audit.id,
        LocalizedText(
          fr: "avis sur l’audit \(audit.id), site par site",
          en: "decision on audit \(audit.id), site by site")), trees)
  }
}

extension ExplainCommand {
  /// Readiness with every blocker, or the one of a number or of the id of what it is about.
  fileprivate static func readiness(_ session: inout Session, _ bound: Bound) throws -> Derivation {
    let audit = try session.audit(of: bound)
    let readiness = try session.readiness(bound, audit)
    let trees = readiness.map(\.derivation)
    if let id = bound["id"] {
      let blockers = readiness.flatMap { zip(1..., $0.blockers) }
      let trees = blockers.filter { "\($0.0)" == id || $0.1.subject.folded == id.folded }
        .map { number, blocker in
          Derivation(
            .stated(
              kind: blocker.kind.rawValue, id: blocker.subject,
              LocalizedText(
                fr: "\(number). \(blocker.what.fr)", en: "\(number). \(blocker.what.en)")),
            [blocker.derivation])
        }
      guard let first = trees.first else {
        throw Failure(
          .nothingToExplain(
            id, suggestion: Suggestion.nearest(to: id, among: blockers.map(\.1.subject))),
          at: bound.place("id"))
      }
      return first
    }
    guard trees.count > 1 else { return trees.first ?? Derivation(.nothingRecorded) }
    return Derivation(
      .stated(
        kind: "readiness", id: audit.id,
        LocalizedText(fr: "renouvellement, site par site", en: "renewal, site by site")), trees)
  }
}
