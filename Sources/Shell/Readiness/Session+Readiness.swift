import Auditing
import Scheduling
import Scripting

/// What keeps a site from being ready for a renewal on a day: each source of blockers in its turn.
extension Session {
  /// Where blockers come from; the last are asked for what the others have not told.
  static let readinessSources:
    [@Sendable (inout Session, ReadinessContext, Set<String>) throws -> [Blocker]] = [
      { session, context, _ in session.cycleBlockers(context) },
      { session, context, _ in session.conflictBlockers(context) },
      { session, context, _ in try session.nonconformityBlockers(context) },
      { session, context, _ in session.actionBlockers(context) },
      { session, context, _ in session.requestBlockers(context) },
      { session, context, _ in session.indicatorBlockers(context) },
      { session, context, known in try session.missingBlockers(context, besides: known) },
      { session, context, known in session.ruleBlockers(context, besides: known) },
    ]

  mutating func readiness(
    of site: String, in audit: Audit, on day: CalendarDate, atEachSource reach: () throws -> Void
  ) throws -> Readiness {
    let checklist = try checklist(audit.checklist)
    let context = ReadinessContext(
      audit: audit, checklist: checklist, site: site, day: day,
      label: state.label(of: site, on: checklist.id))
    var blockers: [Blocker] = []
    for source in Self.readinessSources {
      try reach()
      blockers += try source(&self, context, Set(blockers.map(\.subject)))
    }
    return Readiness(
      site: site, day: day, label: context.label,
      contestedGrant: contestedGrant(at: site, on: checklist.id)?.id, blockers: blockers)
  }
}

/// What is judged: an audit's site on a day.
struct ReadinessContext {
  let audit: Audit
  let checklist: Checklist
  let site: String
  let day: CalendarDate
  /// The label that the site has, which is to be renewed.
  let label: Label?

  /// Those who answer for the audited body, and those who lead the audit.
  var auditees: [String] { audit.team.filter { $0.role == .auditee }.map(\.person) }
  var leads: [String] { audit.team.filter { $0.role == .lead }.map(\.person) }

  var criteria: [Checklist.Criterion] { audit.criteria(of: checklist, at: site) }
}

// MARK: - The label and its cycle

extension Session {
  private func cycleBlockers(_ context: ReadinessContext) -> [Blocker] {
    guard let label = context.label else { return [] }
    return labelBlockers(label, context) + milestoneBlockers(label, context)
  }

  private func labelBlockers(_ label: Label, _ context: ReadinessContext) -> [Blocker] {
    var blockers: [Blocker] = []
    let derivation = state.derivation(of: label)
    if label.until < context.day {
      blockers.append(
        Blocker(
          kind: .labelEnded, subject: label.site,
          what: (
            "le label de \(label.site) a pris fin le \(label.until), avant le \(context.day)",
            "the label of \(label.site) ended on \(label.until), before \(context.day)"
          ), who: context.auditees, due: label.until,
          remedy: (
            "label accorder \(label.site) --du \(label.until.adding(days: 1)) --référentiel \(label.checklist)",
            "label grant \(label.site) --from \(label.until.adding(days: 1)) --checklist \(label.checklist)"
          ), derivation: derivation))
    }
    let lines = context.audit.scope.filter { $0.site == label.site && !$0.isSampledOut }
    let inScope = lines.flatMap(\.modules)
    let absent = label.modules.filter { !inScope.contains($0) }
    if !absent.isEmpty {
      let all = inScope + absent
      let services = lines.flatMap(\.services)
      let list = all.joined(separator: ",")
      let rest = services.isEmpty ? "" : " --services " + services.joined(separator: ",")
      blockers.append(
        Blocker(
          kind: .scope, subject: label.site,
          what: (
            "le label porte aussi sur \(absent.count.fr("module(s)")) hors du périmètre de l’audit \(context.audit.id)\u{A0}: \(absent.joined(separator: ", "))",
            "the label also covers \(absent.count.en("module(s)")) outside the scope of audit \(context.audit.id): \(absent.joined(separator: ", "))"
          ), who: context.leads, due: context.audit.start,
          remedy: (
            "audit cadrer \(label.site) --modules \(list)\(rest) --audit \(context.audit.id)",
            "audit scope \(label.site) --modules \(list)\(rest) --audit \(context.audit.id)"
          ), derivation: derivation))
    }
    return blockers
  }

  private func milestoneBlockers(_ label: Label, _ context: ReadinessContext) -> [Blocker] {
    plannedMilestones().filter { planned in
      // What contradicts itself blocks as that.
      planned.label == label && planned.isToDo && planned.contest.isEmpty
        && planned.milestone.kind.isTask
        && planned.milestone.kind != .externalAudit
        && planned.milestone.date <= context.day && !isDone(planned, label)
    }.map { planned in
      let title = planned.milestone.kind.title
      let isLate = planned.milestone.date < today
      let date = planned.milestone.date
      return Blocker(
        kind: .milestone, subject: planned.id,
        what: (
          "\(title.fr)\u{A0}: prévu le \(date), pas fait\(isLate ? "" : " encore")",
          "\(title.en): planned for \(date), not done\(isLate ? "" : " yet")"
        ), who: context.auditees, due: date,
        remedy: (
          "jalon modifier \(planned.id) --statut fait", "milestone set \(planned.id) --status done"
        ), derivation: derivation(of: planned))
    }
  }

  /// Whether the dossier shows that a milestone was reached, though nobody said so.
  private func isDone(_ planned: PlannedMilestone, _ label: Label) -> Bool {
    switch planned.milestone.kind {
    case .surveillanceAudit, .surveillancePreparation:
      return hasAudit([.followUp, .external], of: label.site, from: label.from)
    case .internalAudit, .selfAssessment, .documents:
      let start = label.until.adding(months: -12)
      return hasAudit([.internal], of: label.site, from: max(start, label.from))
    default: return false
    }
  }

  private func hasAudit(_ kinds: [Audit.Kind], of site: String, from day: CalendarDate) -> Bool {
    state.audits.contains { audit in
      kinds.contains(audit.kind) && audit.status != .open && audit.visitedSites.contains(site)
        && (audit.start ?? audit.at.date()) >= day
    }
  }
}

// MARK: - What people contradict, and what waits

extension Session {
  private func conflictBlockers(_ context: ReadinessContext) -> [Blocker] {
    let conflicts = state.conflicts(touching: context.audit, at: context.site).map { conflict in
      let words = words(for: conflict.subject)
      let entries = conflict.alternatives.map { state.entry(at: $0.place) }
      return Blocker(
        kind: .conflict, subject: conflict.id,
        what: (
          "contradiction \(conflict.id)\u{A0}: \(words.record.fr), \(words.field.fr)",
          "conflict \(conflict.id): \(words.record.en), \(words.field.en)"
        ), who: Set(entries.map(\.by)).sorted(), due: nil, remedy: remedy(of: conflict),
        derivation: Derivation(
          .stated(
            kind: "conflict", id: conflict.id,
            LocalizedText(fr: words.record.fr, en: words.record.en)), Derivation.leaves(entries)))
    }
    let held = state.held(ofAudit: context.audit.key)
    guard !held.isEmpty else { return conflicts }
    let (id, count) = (context.audit.id, state.operations(of: held).count)
    return conflicts + [
      Blocker(
        kind: .held, subject: id,
        what: (
          count.fr("opération(s) sur l’audit \(id) venue(s) après son scellé"),
          "\(count.en("operation(s)")) on audit \(id) came after its seal"
        ), who: state.authors(of: held), due: nil,
        remedy: (
          "audit rectifier --raison \"prendre en compte ce qui est venu après le scellé\" --audit \(id)",
          "audit amend --reason \"take in what came after the seal\" --audit \(id)"
        ),
        derivation: Derivation(
          .stated(kind: "held", id: id, LocalizedText(fr: "audit \(id)", en: "audit \(id)")),
          Derivation.leaves(held.map { state.entry(at: $0.place) })))
    ]
  }

  private func remedy(of conflict: Conflict) -> Wording {
    switch conflict.subject {
    case .edition:
      ("audit rectifier --raison \"deux scellés\"", "audit amend --reason \"two seals\"")
    case .activity, .unit(_, _, unit: "presence"):
      (
        "conflit trancher \(conflict.id) garder --raison \"vu ensemble\"",
        "conflict resolve \(conflict.id) keep --reason \"seen together\""
      )
    default:
      (
        "conflit trancher \(conflict.id) 1 --raison \"vu ensemble\"",
        "conflict resolve \(conflict.id) 1 --reason \"seen together\""
      )
    }
  }
}
