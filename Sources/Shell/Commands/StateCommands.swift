import Auditing
import Journaling
import Scripting

/// `status`, `missing`, `undo`, `redo`, `verify`, `journal …`: how the dossier stands.
enum StateCommands {
  static let all = [status, missing, undo, redo, verify, verifyJournal, log]

  static let status = CommandSpec(
    name: Name("status", "état"), summary: ("où l’on en est", "how things stand"),
    example: "status"
  ) { session, _ in
    let dossier = try session.openDossier()
    let state = session.state
    var lines: [Wording] = [
      (
        "dossier\u{A0}: \(state.title) (\(dossier.path))",
        "dossier: \(state.title) (\(dossier.path))"
      )
    ]
    switch state.purpose {
    case .real: break
    case .exercise: lines.append(("EXERCICE", "EXERCISE"))
    case .trial: lines.append(("ESSAI", "TRIAL"))
    }
    for audit in state.audits { lines += try session.summary(of: audit) }
    for label in state.labels where !label.isWithdrawn {
      let days = label.until.dayNumber - session.today.dayNumber
      lines.append(
        (
          "label \(label.checklist) de \(label.site)\u{A0}: jusqu’au \(label.until) (\(days >= 0 ? "dans \(days) jours" : "depuis \(-days) jours"))",
          "label \(label.checklist) of \(label.site): until \(label.until) (\(days >= 0 ? "in \(days) days" : "\(-days) days ago"))"
        ))
    }
    let conflicts = state.conflicts.count
    if conflicts > 0 {
      lines.append(
        ("contradictions à trancher\u{A0}: \(conflicts)", "conflicts to settle: \(conflicts)"))
    }
    if session.place.audit != nil { lines.append(session.placeWords) }
    return .text((lines.map(\.fr).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n")))
  }

  static let missing = CommandSpec(
    name: Name("missing", "manques"),
    options: [.init(name: Name("audit"), type: .reference(.audit))],
    summary: (
      "ce qui manque à l’audit, avec la commande qui y remédie",
      "what the audit lacks, each with the command that mends it"
    ),
    manual: (
      "Seule dans un script ou en ligne de commande, elle rend 3 s’il manque quelque chose.",
      "Standing as a command in a script or on the command line it gives 3 when something is missing."
    ),
    example: "missing"
  ) { session, bound in
    let audit = try session.audit(of: bound)
    let checklist = try session.checklist(audit.checklist)
    let gaps = Gap.all(of: audit, on: checklist, in: session.state)
    guard !gaps.isEmpty else {
      return .text(
        ("rien ne manque à l’audit \(audit.id)", "audit \(audit.id) lacks nothing"),
        value: .list([]))
    }
    let lines = gaps.map { gap in
      let wording = gap.wording
      return ("\(wording.fr)\n    → \(gap.remedy.fr)", "\(wording.en)\n    → \(gap.remedy.en)")
    }
    var outcome = Outcome.text(
      (lines.map(\.0).joined(separator: "\n"), lines.map(\.1).joined(separator: "\n")),
      value: .list(gaps.map { .text(session.language.pick($0.wording)) }))
    outcome.exit = .unmet
    return outcome
  }

  static let undo = CommandSpec(
    name: Name("undo", "annuler"),
    summary: ("reprendre sa dernière opération", "take back one’s last operation"),
    manual: (
      "Montre ce qui est repris, l’écrit comme une nouvelle écriture, et refuse si d’autres opérations s’appuient dessus.",
      "Shows what is taken back, writes it as a new entry, and refuses when other operations rest on it."
    ),
    writes: true, isPromptOnly: true
  ) { session, _ in
    let operation = try Undoing(session.state, writer: session.openDossier().writerPreparing).last()
    try session.record("undo", ["of": .texts([operation.id])])
    let words = session.describe(operation)
    if let place = session.placesBefore[operation.id] { session.place = place }
    return .acknowledged(("annulé\u{A0}: \(words.fr)", "undone: \(words.en)"))
  }

  static let redo = CommandSpec(
    name: Name("redo", "rétablir"),
    summary: ("rétablir ce que l’on vient d’annuler", "put back what was just undone"),
    writes: true, isPromptOnly: true
  ) { session, _ in
    let operation = try Undoing(session.state, writer: session.openDossier().writerPreparing)
      .undone()
    try session.record("redo", ["of": .texts([operation.id])])
    let words = session.describe(operation)
    return .acknowledged(("rétabli\u{A0}: \(words.fr)", "put back: \(words.en)"))
  }

  static let verify = CommandSpec(
    name: Name("verify", "vérifier"),
    summary: (
      "vérifier tous les journaux et toutes les preuves", "check all journals and all evidence"
    ),
    example: "verify", run: runVerification)

  static let verifyJournal = CommandSpec(
    noun: Name("journal"), name: Name("verify", "vérifier"),
    summary: (
      "vérifier tous les journaux et toutes les preuves", "check all journals and all evidence"
    ),
    manual: JournalVerifier.manual,
    example: "journal verify", run: runVerification)

  @Sendable private static func runVerification(_ session: inout Session, _ bound: Bound) throws
    -> Outcome
  {
    let verification = try session.openDossier().verify()
    var lines: [Wording] = [
      (
        "\(verification.operations.fr("écriture(s)")) de \(verification.writers.fr("poste(s)")), \(verification.verified.fr("fichier(s) de preuve"))\u{A0}: \(verification.isWhole ? "intacts" : "PAS INTACTS")",
        "\(verification.operations.en("operation(s)")) of \(verification.writers.en("writer(s)")), \(verification.verified.en("evidence file(s)")): \(verification.isWhole ? "intact" : "NOT INTACT")"
      )
    ]
    lines += verification.damages.map(\.wording)
    for head in verification.missing {
      lines.append(
        (
          "écriture \(head.n) du poste \(head.writer) citée et absente",
          "operation \(head.n) of writer \(head.writer) is named and not here"
        ))
    }
    for sha256 in verification.absent {
      lines.append(("preuve absente\u{A0}: \(sha256)", "evidence not here: \(sha256)"))
    }
    for sha256 in verification.changed {
      lines.append(("preuve altérée\u{A0}: \(sha256)", "evidence changed: \(sha256)"))
    }
    for (kind, count) in verification.unknownKinds.sorted(by: { $0.key < $1.key }) {
      lines.append(
        (
          "\(count.fr("écriture(s)")) d’un genre inconnu\u{A0}: \(kind)",
          "\(count.en("event(s)")) of an unknown kind: \(kind)"
        ))
    }
    if !verification.damages.isEmpty { lines += ShellError.journalDamaged([]).notes }
    var outcome = Outcome.text(
      (lines.map(\.fr).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n")),
      value: .boolean(verification.isWhole))
    if !verification.isWhole { outcome.exit = .integrity }
    return outcome
  }

  static let log = CommandSpec(
    noun: Name("journal"), name: Name("log", "consulter"),
    options: [.init(name: Name("limit", "limite"), type: .integer)],
    summary: (
      "les dernières opérations, la plus récente d’abord", "the last operations, the latest first"
    ),
    example: "journal log"
  ) { session, bound in
    _ = try session.openDossier()
    let operations = session.state.history.operations.suffix(max(0, bound.integer("limit") ?? 20))
      .reversed()
    let lines = operations.map { operation in
      let words = session.describe(operation)
      let isActive = session.state.isActive(operation.id)
      let head = "\(operation.at.seconds)  \(operation.writer.prefix(4)) \(operation.n)"
      return (
        "\(head)  \(isActive ? "" : "[annulé] ")\(words.fr)",
        "\(head)  \(isActive ? "" : "[undone] ")\(words.en)"
      )
    }
    return .text((lines.map(\.0).joined(separator: "\n"), lines.map(\.1).joined(separator: "\n")))
  }
}

extension Session {
  /// What an operation did, in words, and who did it.
  func describe(_ operation: Operation) -> Wording {
    let events = operation.events.compactMap(\.self).filter { $0.kind != "writer.opened" }
    let words = events.prefix(4).map(\.words)
    let rest = events.count > 4 ? " … (\(events.count))" : ""
    let who = events.first { !$0.by.isEmpty }.map { " — \($0.by)" } ?? ""
    return (
      words.map(\.fr).joined(separator: ", ") + rest + who,
      words.map(\.en).joined(separator: ", ") + rest + who
    )
  }

  /// How far an audit has come.
  mutating func summary(of audit: Audit) throws -> [Wording] {
    let checklist = try checklist(audit.checklist)
    let rows = state.assessments(in: audit, on: checklist)
    let assessed = rows.filter { $0.verdict != .notAssessed }.count
    let findings = state.findings(in: audit)
    let status = Choices.auditStatuses.first { $0.en == audit.status.rawValue }
    var lines: [Wording] = [
      (
        "audit \(audit.id)\u{A0}: \(status?.fr ?? ""), \(assessed) évaluations sur \(rows.count), \(findings.count.fr("constat(s)"))",
        "audit \(audit.id): \(audit.status.rawValue), \(assessed) of \(rows.count) assessments, \(findings.count.en("finding(s)"))"
      )
    ]
    for grade in checklist.grades {
      let count = findings.filter { $0.grade == grade.code }.count
      if count > 0 {
        lines.append(("  \(grade.title.fr)\u{A0}: \(count)", "  \(grade.title[.en]): \(count)"))
      }
    }
    if checklist.status == .provisional {
      lines.append(
        (
          "  référentiel \(checklist.id) \(checklist.edition)\u{A0}: PROVISOIRE",
          "  checklist \(checklist.id) \(checklist.edition): PROVISIONAL"
        ))
    }
    if audit.isConclusionStale {
      lines.append(
        ("  conclusion périmée\u{A0}: concluez de nouveau", "  conclusion is stale: conclude again")
      )
    }
    return lines
  }
}
