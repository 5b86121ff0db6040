extension EventKind {
  /// Every kind of event, its record, its key and its units: the whole vocabulary of a journal.
  ///
  /// A field that is named in a unit is written with the whole unit. Dates are texts in ISO 8601,
  /// quantities are texts (`"1.37 d"`), references are keys. A kind of the noun `dossier` that
  /// speaks of another record says that record's noun in the field `noun`.
  package static let all: [EventKind] = dossierKinds + recordKinds + auditKinds + sealKinds

  private static let dossierKinds: [EventKind] = [
    EventKind(
      "dossier.created", .dossier, .natural([]), .creates,
      units: [Group("origin", ["purpose", "tool"]), Group("title")], permanent: true),
    EventKind(
      "dossier.set", .dossier, .natural([]), .writes,
      units: [Group("title"), Group("rule"), Group("retention")]),
    EventKind("dossier.adopted", .dossier, .natural([]), .structural, permanent: true),
    EventKind("writer.opened", .writer, .natural(["writer"]), .structural, permanent: true),
    EventKind("journal.recovered", .writer, .natural(["writer"]), .structural, permanent: true),
    EventKind("journal.accepted", .writer, .natural(["writer"]), .structural, permanent: true),
    EventKind("undo", .writer, .natural([]), .structural, permanent: true),
    EventKind("redo", .writer, .natural([]), .structural, permanent: true),
    EventKind("conflict.resolved", .writer, .natural([]), .structural),
    EventKind("record.withdrawn", .dossier, .of("record"), .presence),
    EventKind("record.restored", .dossier, .of("record"), .presence),
    EventKind(
      "record.same", .dossier, .of("record"), .writes, units: [Group("keep")], remarks: ["reason"]),
    EventKind("import.done", .dossier, .natural([]), .structural),
  ]

  private static let recordKinds: [EventKind] = [
    EventKind(
      "site.set", .site, .natural(["site"]), .writes,
      units: [
        Group("name"), Group("address"), Group("contact"), Group("staff"), Group("holidays"),
      ]),
    EventKind(
      "service.set", .service, .natural(["site", "service"]), .writes, units: [Group("name")]),
    EventKind(
      "person.added", .person, .random, .creates,
      units: [Group("name"), Group("handle"), Group("role", ["role", "body"])]),
    EventKind(
      "person.set", .person, .of("record"), .writes,
      units: [Group("name"), Group("handle"), Group("role", ["role", "body"])]),
    EventKind(
      "criterion.set", .criterion, .natural(["checklist", "criterion"]), .writes,
      units: [Group("owner"), Group("place")]),
    EventKind(
      "checklist.pinned", .checklist, .natural(["sha256"]), .creates,
      units: [Group("pin", ["id", "edition", "status", "from"])]),
    EventKind(
      "checklist.mapped", .mapping, .natural(["from", "to"]), .writes,
      units: [Group("mapping", ["pairs", "source"])]),
    EventKind(
      "evidence.attached", .evidence, .random, .creates,
      units: [
        Group("content", ["form", "sha256", "size", "name", "text", "criterion", "site"]),
        Group("account", ["source", "method", "collected", "covers"]),
        Group("handling", ["sensitive", "git"]),
      ]),
    EventKind(
      "evidence.set", .evidence, .of("record"), .writes,
      units: [
        Group("account", ["source", "method", "collected", "covers"]),
        Group("handling", ["sensitive", "git"]),
      ]),
    EventKind(
      "evidence.superseded", .evidence, .of("record"), .writes,
      units: [Group("superseded", ["with"])],
      remarks: ["reason"]),
    EventKind(
      "evidence.destroyed", .evidence, .of("record"), .writes,
      units: [Group("destroyed", ["sha256", "authority"])], remarks: ["reason"], permanent: true),
    EventKind(
      "measure.recorded", .measure, .natural(["indicator", "site", "period", "statistic"]), .writes,
      units: [Group("point", ["value", "n", "source", "evidence"])]),
    EventKind(
      "survey.recorded", .survey, .natural(["survey", "question", "site", "period"]), .writes,
      units: [Group("result", ["counts", "evidence"])]),
    EventKind(
      "label.granted", .label, .natural(["site", "checklist", "from"]), .creates,
      units: [Group("grant", ["modules", "validity", "surveillance", "convention", "evidence"])]),
    EventKind(
      "label.confirmed", .label, .natural(["site", "checklist", "from"]), .writes,
      units: [Group("standing", ["standing", "on"])]),
    EventKind(
      "label.withdrawn", .label, .natural(["site", "checklist", "from"]), .writes,
      units: [Group("standing", ["standing", "on"])], remarks: ["reason"]),
    EventKind(
      "milestone.set", .milestone, .natural(["label", "milestone"]), .writes,
      units: [Group("plan", ["date", "status", "reason"])]),
    EventKind(
      "action.added", .action, .random, .creates,
      units: [Group("what", ["form", "text"]), Group("cause"), Group("owner"), Group("due")],
      list: "about"),
    EventKind(
      "action.set", .action, .of("record"), .writes,
      units: [Group("what", ["form", "text"]), Group("cause"), Group("owner"), Group("due")]),
    EventKind(
      "action.completed", .action, .of("record"), .writes,
      units: [Group("completed", ["on", "evidence"])]),
    EventKind(
      "action.verified", .action, .of("record"), .writes,
      units: [Group("verified", ["effective", "on", "evidence"])], remarks: ["despite"]),
  ]

  private static let auditKinds: [EventKind] = [
    EventKind(
      "audit.opened", .audit, .random, .creates,
      units: [Group("engagement", ["form", "checklist", "from"])]),
    EventKind(
      "audit.set", .audit, .of("audit"), .writes,
      units: ["title", "client", "objectives", "confidentiality", "obstacles", "uncovered"].map {
        Group($0)
      } + [Group("dates", ["start", "end"])]),
    EventKind("audit.scoped", .audit, .of("audit"), .element("scope")),
    EventKind(
      "audit.member", .audit, .of("audit"), .element("team"), units: [Group("lead")],
      remarks: ["despite"]),
    EventKind(
      "plan.set", .plan, .random, .writes,
      units: [Group("slot", ["start", "end", "place", "what", "who"])]),
    EventKind(
      "meeting.set", .meeting, .random, .writes,
      units: [Group("meeting", ["form", "start", "present", "words"])]),
    EventKind(
      "request.added", .request, .random, .creates, units: [Group("request", ["what", "due"])]),
    EventKind(
      "request.received", .request, .of("record"), .writes,
      units: [Group("received", ["on", "evidence"])]),
    EventKind(
      "sample.drawn", .sample, .random, .creates,
      units: [Group("draw", ["population", "method", "seed"]), Group("size")]),
    EventKind("sample.extended", .sample, .of("record"), .writes, units: [Group("size")]),
    EventKind(
      "sample.recorded", .sample, .of("record"), .item("item"), units: [Group("values")]),
    EventKind(
      "assessment.set", .assessment, .natural(["audit", "criterion", "site"]), .writes,
      units: [Group("verdict")], remarks: ["reason"]),
    EventKind(
      "finding.added", .finding, .random, .creates,
      units: [
        Group("statement", ["criterion", "site", "service", "grade", "text"]), Group("due"),
      ], list: "evidence"),
    EventKind(
      "finding.amended", .finding, .of("record"), .writes,
      units: [
        Group("statement", ["criterion", "site", "service", "grade", "text"]), Group("due"),
      ], remarks: ["reason"]),
    EventKind("finding.cited", .finding, .of("record"), .element("evidence")),
    EventKind(
      "finding.responded", .finding, .of("record"), .writes,
      units: [Group("position", ["position", "words", "who"])]),
    EventKind(
      "finding.followed", .followup, .natural(["audit", "finding"]), .writes,
      units: [Group("outcome", ["outcome", "as", "evidence"])]),
    EventKind(
      "audit.concluded", .audit, .of("audit"), .writes,
      units: [Group("conclusion", ["text", "degree", "recommendation"])]),
    EventKind(
      "audit.closed", .audit, .of("audit"), .writes, units: [Group("numbering", ["numbers"])]),
    EventKind(
      "audit.migrated", .audit, .of("audit"), .writes,
      units: [Group("migration", ["from", "to", "map"])], remarks: ["holes"]),
    EventKind("audit.amended", .audit, .of("audit"), .structural, permanent: true),
    EventKind("mock.started", .exercise, .random, .creates, units: [Group("pack")]),
    EventKind("mock.looked", .exercise, .of("record"), .element("looked")),
    EventKind("mock.asked", .exercise, .of("record"), .element("asked")),
    EventKind("mock.read", .exercise, .of("record"), .element("read")),
    EventKind("mock.sampled", .exercise, .of("record"), .element("sampled")),
    EventKind("mock.hinted", .exercise, .of("record"), .element("hinted")),
    EventKind(
      "mock.handed-in", .exercise, .of("record"), .writes, units: [Group("handedIn", ["on"])]),
    EventKind("mock.scored", .exercise, .of("record"), .writes, units: [Group("score")]),
  ]

  private static let sealKinds: [EventKind] = [
    EventKind(
      "seal.begun", .seal, .random, .creates, units: [Group("begun", ["audit", "edition"])],
      permanent: true),
    EventKind(
      "seal.made", .seal, .of("record"), .writes,
      units: [Group("outcome", ["manifest", "statement", "signature", "signer", "bag"])],
      permanent: true),
    EventKind(
      "seal.abandoned", .seal, .of("record"), .writes, units: [Group("abandoned", ["reason"])],
      permanent: true),
    EventKind(
      "seal.countersigned", .seal, .of("record"), .element("countersignatures"), permanent: true),
    EventKind("seal.stamped", .seal, .of("record"), .element("stamps"), permanent: true),
    EventKind(
      "masking.confirmed", .masking, .natural(["seal"]), .writes, units: [Group("maskings")]),
  ]
}
