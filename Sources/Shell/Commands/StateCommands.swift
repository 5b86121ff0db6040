import Auditing
import Journaling
import Scripting

/// `status`, `missing`, `undo`, `redo`, `verify`, `journal …`: how the dossier stands.
enum StateCommands {
  static let all = [status, missing, missingOfAudit, undo, redo, log]

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
    lines += session.exerciseWords
    for audit in state.audits { lines += try session.summary(of: audit) }
    for label in state.labels where !label.isWithdrawn {
      let days = label.until.dayNumber - session.today.dayNumber
      let doubt: Wording =
        label.isStandingContested ? (", retrait contesté", ", its withdrawal contested") : ("", "")
      lines.append(
        (
          "label \(label.checklist) de \(label.site)\u{A0}: jusqu’au \(label.until) (\(days >= 0 ? "dans \(days) jours" : "depuis \(-days) jours"))\(doubt.fr)",
          "label \(label.checklist) of \(label.site): until \(label.until) (\(days >= 0 ? "in \(days) days" : "\(-days) days ago"))\(doubt.en)"
        ))
    }
    lines += session.actionLines
    let conflicts = state.conflicts.count
    if conflicts > 0 {
      lines.append(
        (
          "contradictions à trancher\u{A0}: \(conflicts) — conflit lister",
          "conflicts to settle: \(conflicts) — conflict list"
        ))
    }
    lines += session.journalRemarks
    if session.place.audit != nil { lines.append(session.placeWords) }
    return .text((lines.map(\.fr).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n")))
  }

  static let missing = gaps(
    of: nil, options: [.init(name: Name("audit"), type: .reference(.audit))], example: "missing")

  static let missingOfAudit = gaps(
    of: AuditNouns.audit.name,
    operands: [.init(name: Name("audit"), type: .reference(.audit), isOptional: true)],
    example: "audit missing 2026-001")

  private static func gaps(
    of noun: Name?, operands: [CommandSpec.Operand] = [], options: [CommandSpec.OptionSpec] = [],
    example: String
  ) -> CommandSpec {
    CommandSpec(
      noun: noun, name: Name("missing", "manques"), operands: operands, options: options,
      summary: (
        "ce qui manque à l’audit, avec la commande qui y remédie",
        "what the audit lacks, each with the command that mends it"
      ),
      manual: (
        "Seule dans un script ou en ligne de commande, elle rend 3 s’il manque quelque chose.",
        "Standing as a command in a script or on the command line it gives 3 when something is missing."
      ),
      example: example
    ) { session, bound in try tellGaps(&session, bound) }
  }

  private static func tellGaps(_ session: inout Session, _ bound: Bound) throws -> Outcome {
    let audit = try session.audit(of: bound)
    let gaps = try session.gaps(of: audit)
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
    options: [.init(name: Name("run", "exécution"))],
    summary: ("reprendre sa dernière opération", "take back one’s last operation"),
    manual: (
      "Montre ce qui est repris, l’écrit comme une nouvelle écriture, et refuse si d’autres opérations s’appuient dessus. --exécution reprend toute l’exécution d’un script qui a posé des questions.",
      "Shows what is taken back, writes it as a new entry, and refuses when other operations rest on it. --run takes back the whole run of a script that asked questions."
    ),
    example: "undo", writes: true, isPromptOnly: true
  ) { session, bound in
    let undoing = try session.undoing()
    let taken = try session.refusing { () throws(Undoing.Refusal) in
      bound.has("run") ? try undoing.run() : [try undoing.last()]
    }
    let operations = taken.map { session.state.history.operations[$0] }
    try session.record("undo", ["of": .texts(operations.map(\.id))])
    let words = operations.map(\.words)
    if let first = operations.last, let place = session.placesBefore[first.id] {
      session.place = place
    }
    return .acknowledged(
      (
        "annulé\u{A0}: \(words.map(\.fr).joined(separator: "\u{202F}; "))",
        "undone: \(words.map(\.en).joined(separator: "; "))"
      ))
  }

  static let redo = CommandSpec(
    name: Name("redo", "rétablir"),
    summary: ("rétablir ce que l’on vient d’annuler", "put back what was just undone"),
    example: "redo", writes: true, isPromptOnly: true
  ) { session, _ in
    let undoing = try session.undoing()
    let taken = try session.refusing(.nothingToRedo) { () throws(Undoing.Refusal) in
      try undoing.undone()
    }
    let operations = taken.map { session.state.history.operations[$0] }
    try session.record("redo", ["of": .texts(operations.map(\.id))])
    let words = operations.map(\.words)
    return .acknowledged(
      (
        "rétabli\u{A0}: \(words.map(\.fr).joined(separator: "\u{202F}; "))",
        "put back: \(words.map(\.en).joined(separator: "; "))"
      ))
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
    let state = session.state
    let held = Set(state.held.map(\.operation))
    let positions = state.history.operations.indices.suffix(max(0, bound.integer("limit") ?? 20))
    let lines = positions.reversed().map { position in
      let operation = state.history.operations[position]
      let words = operation.words
      let mark: Wording =
        if !state.isActive(position) {
          ("[annulé] ", "[undone] ")
        } else if held.contains(position) {
          ("[retenu] ", "[held] ")
        } else if state.isMoot(position) {
          ("[sans objet] ", "[moot] ")
        } else {
          ("", "")
        }
      let head = "\(operation.at.seconds)  \(operation.writer.prefix(4)) \(operation.n)"
      return ("\(head)  \(mark.fr)\(words.fr)", "\(head)  \(mark.en)\(words.en)")
    }
    return .text((lines.map(\.0).joined(separator: "\n"), lines.map(\.1).joined(separator: "\n")))
  }
}

extension Session {
  /// What undo and redo of this writer would take.
  fileprivate func undoing() throws -> Undoing {
    let dossier = try openDossier()
    try refuseIfHandedIn()
    return Undoing(
      state, writer: dossier.writerPreparing,
      isPreparing: state.history.operations.last?.id == "pending")
  }

  /// Says in words why nothing is taken back.
  fileprivate func refusing<Result>(
    _ nothing: ShellError = .nothingToUndo, _ work: () throws(Undoing.Refusal) -> Result
  ) throws -> Result {
    do throws(Undoing.Refusal) {
      return try work()
    } catch {
      switch error {
      case .nothing: throw Failure(nothing, at: nil)
      case .commitPoint(let position):
        throw Failure(.undoCommitPoint(state.history.operations[position].words))
      case .sealed: throw Failure(.undoSealed)
      case .restedOn(let positions):
        let words = positions.map { state.history.operations[$0].words }
        throw Failure(.undoRestedOn(words.map { language.pick($0) }))
      case .inConflict(let conflict): throw Failure(.inConflict(conflict.id))
      }
    }
  }

  /// What the journals hold that waits for something: entries of others, of a seal, of a version.
  fileprivate var journalRemarks: [Wording] {
    var lines = heldRemarks
    lines += journalFaults.map {
      ("\($0.fr) — «\u{A0}vérifier\u{A0}» dit quoi faire", "\($0.en) — verify says what to do")
    }
    lines += (try? attestations())?.openLines ?? []
    let missing = state.history.missing.count
    if missing > 0 {
      lines.append(
        (
          "\(missing.fr("écriture(s) citée(s) et absente(s) d’ici"))\u{A0}: fusionner avec une copie qui les a",
          "\(missing.en("operation(s)")) named and not here: merge with a copy that has them"
        ))
    }
    if let count = dossier?.unsharedOperations, count > 0 {
      lines.append(
        (
          "\(count.fr("opération(s) pas encore partagée(s)"))\u{A0}: synchroniser",
          "\(count.en("operation(s)")) not yet shared: sync"
        ))
    }
    for kind in state.unknownKinds.keys.sorted() {
      lines.append(
        (
          "écritures d’un genre inconnu\u{A0}: \(kind) (une version plus récente les a faites)",
          "events of an unknown kind: \(kind) (a newer version made them)"
        ))
    }
    return lines
  }

  /// The conformity rate of an audit with its formula, or why it is withheld; nothing while no
  /// site is in scope.
  private func conformity(of audit: Audit, on checklist: Checklist) -> Wording? {
    let tally = state.standings(in: audit, on: checklist).tally
    guard tally.total > 0 else { return nil }
    let rate = ConformityRate(tally).wording
    return ("  conformité\u{A0}: \(rate.fr)", "  conformity: \(rate.en)")
  }

  /// That a seal of an audit was begun and not signed, and how it goes on; nothing otherwise.
  private func unfinishedSeal(of audit: Audit) -> [Wording]? {
    guard let error = freezing(audit.key, audit.id), case .sealUnfinished = error else {
      return nil
    }
    return ([error.wording] + error.notes).map { ("  \($0.fr)", "  \($0.en)") }
  }

  /// How far an audit has come.
  mutating func summary(of audit: Audit) throws -> [Wording] {
    let checklist: Checklist
    do {
      checklist = try self.checklist(audit.checklist)
    } catch let failure as Failure {
      guard case .checklistAbsent = failure.error else { throw failure }
      let said = failure.error.wording
      return [("audit \(audit.id)\u{A0}: \(said.fr)", "audit \(audit.id): \(said.en)")]
    }
    let rows = state.assessments(in: audit, on: checklist)
    let assessed = rows.filter { $0.verdict != .notAssessed }.count
    let findings = state.findingCounts(in: audit)
    let found = findings.values.reduce(0, +)
    let unfinished = unfinishedSeal(of: audit)
    let status =
      unfinished == nil
      ? Choices.auditStatuses.first { $0.en == audit.status.rawValue }
      : Name("seal begun", "scellé commencé")
    var lines: [Wording] = [
      (
        "audit \(audit.id)\u{A0}: \(status?.fr ?? ""), \(assessed.fr("évaluation(s)")) sur \(rows.count), \(found.fr("constat(s)"))",
        "audit \(audit.id): \(status?.en ?? ""), \(assessed) of \(rows.count) assessments, \(found.en("finding(s)"))"
      )
    ]
    lines += unfinished ?? []
    if let rate = conformity(of: audit, on: checklist) { lines.append(rate) }
    for grade in checklist.grades {
      let count = findings[grade.code] ?? 0
      if count > 0 {
        lines.append(("  \(grade.title.fr)\u{A0}: \(count)", "  \(grade.title[.en]): \(count)"))
      }
    }
    if let waiting = try requestLine(of: audit) { lines.append(waiting) }
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
