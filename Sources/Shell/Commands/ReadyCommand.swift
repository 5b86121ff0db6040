import Auditing
import Journaling
import Scripting

/// `ready`: whether each site is ready for a renewal on a day, and what blocks it.
enum ReadyCommand {
  static let all = [ready]

  /// One thing that blocks a renewal.
  static let noun = NounSpec(
    name: Name("blocker", "blocage"),
    summary: ("ce qui empêche un renouvellement", "what keeps a renewal from being ready"),
    restsOnChecklist: true,
    fields: [
      .init(name: Name("id")), .init(name: Name("site")), .init(name: Name("rank", "rang")),
      .init(
        name: Name("kind", "nature"), choices: Blocker.Kind.allCases.map(\.name), isRanked: true),
      .init(name: Name("subject", "objet")), .init(name: Name("text", "texte")),
      .init(name: Name("who", "qui")), .init(name: Name("due", "échéance")),
      .init(name: Name("command", "commande")),
    ],
    columns: ["site", "rank", "kind", "subject", "text", "who", "due", "command"]
  ) { _, _ in [] }

  static let ready = CommandSpec(
    name: Name("ready", "prêt"),
    options: [
      .init(name: Name("on", "au"), type: .date),
      .init(name: Name("site"), type: .reference(.site)),
      .init(name: Name("audit"), type: .reference(.audit)),
    ],
    summary: (
      "prêt ou pas prêt pour un renouvellement à une date, et ce qui l’empêche",
      "ready or not for a renewal on a day, and what keeps it from that"
    ),
    manual: (
      """
      Site par site\u{A0}: les dates du label et ses jalons, le périmètre, les contradictions, ce qui \
      attend derrière un scellé, les non-conformités majeures ouvertes, les actions en retard, les \
      pièces en retard, les indicateurs sous leur cible ou périmés, ce que «\u{A0}manques\u{A0}» énumère, puis \
      les règles du référentiel. Chaque blocage dit qui, quand et la commande qui le lève\u{202F}; \
      «\u{A0}expliquer prêt\u{A0}» dit sur quoi il repose. Sans --au\u{A0}: aujourd’hui. Seule dans un script ou en ligne de \
      commande, elle rend 3 quand ce n’est pas prêt.
      """,
      """
      Site by site: the label's dates and milestones, the scope, contradictions, what waits behind a \
      seal, open major nonconformities, overdue actions, late documents, indicators below target or \
      stale, what missing lists, then the checklist's rules. Each blocker says who, when and the \
      command that clears it; explain ready says what it rests on. Without --on: today. Standing as a \
      command in a script or on the command line it gives 3 when not ready.
      """
    ),
    example: "ready --on 2027-03-01", clauses: .all, table: noun
  ) { session, bound in
    let audit = try session.audit(of: bound)
    let checklist = try session.checklist(audit.checklist)
    let readiness = try session.readiness(bound, audit)
    var view = try GenericVerbs.chosen(
      readiness.flatMap { rows($0, session.language) }, noun, &session, bound)
    view.isProvisional = checklist.status == .provisional
    view.isExercise = session.state.purpose == .exercise
    view.range = ("audit \(audit.id)", "audit \(audit.id)")
    if bound.asksForRecordsAsTheyAre {
      view.text = ReadinessText(readiness, audit, today: session.today).wording
    }
    var outcome = Outcome(value: .list(view.records.map(Value.record)), view: .table(view))
    if readiness.contains(where: { !$0.isReady }) { outcome.exit = .unmet }
    return outcome
  }

  private static func rows(_ readiness: Readiness, _ language: Language) -> [RecordValue] {
    readiness.blockers.enumerated().map { index, blocker in
      let id = "\(readiness.site)/\(blocker.kind.rawValue)/\(blocker.subject)"
      var row = RowBuilder()
      row.word("id", id)
      row.word("site", readiness.site)
      row.number("rank", index + 1)
      row.choice("kind", blocker.kind.rawValue, Blocker.Kind.allCases.map(\.name))
      row.word("subject", blocker.subject)
      row.text("text", language.pick(blocker.what))
      row.words("who", blocker.who)
      row.date("due", blocker.due)
      row.text("command", language.pick(blocker.remedy))
      return row.record("blocker", id)
    }
  }
}

extension Session {
  /// How ready the sites are that a command means.
  mutating func readiness(_ bound: Bound, _ audit: Audit) throws -> [Readiness] {
    let day = bound.date("on") ?? today
    let sites = try judgedSites(bound, audit)
    _ = identifiers(.evidence)
    var work = LongWork(("examen", "judging"), self, in: .parts)
    defer { work.end() }
    var (found, done) = ([Readiness](), 0)
    for site in sites {
      let readiness = try readiness(of: site, in: audit, on: day) {
        do throws(EvidenceLocker.Stopped) {
          try work.reach(done, of: Self.readinessSources.count * sites.count)
          done += 1
        } catch {
          throw Failure(.interrupted)
        }
      }
      found.append(readiness)
    }
    return found
  }
}
