extension EventKind {
  /// Every kind of event, its record, its key and its units: the whole vocabulary of a journal.
  ///
  /// A field that is named in a unit is written with the whole unit; `remarks` stay beside a write
  /// and are never compared; `also` are the fields that say more of the event itself, as the label
  /// of a record that is made, and `element` those of an object that goes into the list. Whether a
  /// record belongs to an audit or to the dossier, its noun says (`Noun.belongsToAudit`). Dates are
  /// texts in ISO 8601, quantities are texts (`"1.37 d"`), references are keys. A kind of the noun
  /// `dossier` that speaks of another record says that record's noun in the field `noun`.
  static let declarations: [Declaration] = dossierKinds + recordKinds + auditKinds + sealKinds

  private static let dossierKinds: [Declaration] = [
    Declaration(
      "dossier.created", .dossier, .natural([]), .creates,
      units: [Group("origin", ["purpose"]), Group("title")], remarks: ["tool"], permanent: true),
    Declaration(
      "dossier.set", .dossier, .natural([]), .writes,
      units: [Group("title"), Group("rule"), Group("retention")]),
    Declaration(
      "dossier.adopted", .dossier, .natural([]), .structural, also: ["id", "reason"],
      permanent: true),
    Declaration(
      "writer.opened", .writer, .natural(["writer"]), .structural,
      also: ["tool", "after", "why"], permanent: true),
    Declaration(
      "journal.recovered", .writer, .natural(["writer"]), .structural,
      also: ["bytes", "sha256", "why"], permanent: true),
    Declaration(
      "journal.accepted", .writer, .natural(["writer"]), .structural, also: ["heads", "reason"],
      permanent: true),
    Declaration(
      "undo", .writer, .natural([]), .structural, also: ["of"], permanent: true),
    Declaration(
      "redo", .writer, .natural([]), .structural, also: ["of"], permanent: true),
    Declaration(
      "conflict.resolved", .writer, .natural([]), .structural,
      also: ["conflict", "over", "value", "keep", "drop", "reason"]),
    Declaration(
      "record.withdrawn", .dossier, .of("record"), .presence, also: ["audit", "as", "reason"]),
    Declaration(
      "record.restored", .dossier, .of("record"), .presence, also: ["audit", "reason"]),
    Declaration(
      "record.same", .dossier, .of("record"), .writes, units: [Group("keep")], remarks: ["reason"]),
    Declaration(
      "import.done", .dossier, .natural([]), .structural,
      also: ["sha256", "name", "format", "rows"]),
  ]

  private static let recordKinds: [Declaration] = [
    Declaration(
      "site.set", .site, .natural(["site"]), .writes,
      units: [
        Group("name"), Group("address"), Group("contact"), Group("staff"), Group("holidays"),
      ]),
    Declaration(
      "service.set", .service, .natural(["site", "service"]), .writes, units: [Group("name")]),
    Declaration(
      "person.added", .person, .random, .creates,
      units: [Group("name"), Group("handle"), Group("role", ["role", "body"])]),
    Declaration(
      "person.set", .person, .of("record"), .writes,
      units: [Group("name"), Group("handle"), Group("role", ["role", "body"])]),
    Declaration(
      "criterion.set", .criterion, .natural(["checklist", "criterion"]), .writes,
      units: [Group("owner"), Group("place")]),
    Declaration(
      "checklist.pinned", .checklist, .natural(["sha256"]), .creates,
      units: [Group("pin", ["id", "edition", "status"])], remarks: ["from"]),
    Declaration(
      "checklist.mapped", .mapping, .natural(["from", "to"]), .writes,
      units: [Group("mapping", ["pairs", "source"])]),
    Declaration(
      "evidence.attached", .evidence, .random, .creates,
      units: [
        Group("content", ["form", "sha256", "size", "name", "text", "criterion", "site"]),
        Group("account", ["source", "method", "collected", "covers"]),
        Group("handling", ["sensitive", "git"]),
      ], also: ["id", "during"]),
    Declaration(
      "evidence.set", .evidence, .of("record"), .writes,
      units: [
        Group("account", ["source", "method", "collected", "covers"]),
        Group("handling", ["sensitive", "git"]),
      ]),
    Declaration(
      "evidence.superseded", .evidence, .of("record"), .writes,
      units: [Group("superseded", ["with"])],
      remarks: ["reason"]),
    Declaration(
      "evidence.destroyed", .evidence, .of("record"), .writes,
      units: [Group("destroyed", ["sha256", "authority"])], remarks: ["reason"], permanent: true),
    Declaration(
      "measure.recorded", .measure,
      .natural(["indicator", "site", "period", "statistic", "item"]), .writes,
      units: [Group("point", ["value", "n", "source", "evidence", "parts"])]),
    Declaration(
      "survey.recorded", .survey, .natural(["survey", "question", "site", "period"]), .writes,
      units: [Group("result", ["counts", "evidence"])]),
    Declaration(
      "label.granted", .label, .natural(["site", "checklist", "from"]), .creates,
      units: [
        Group(
          "grant",
          ["modules", "validity", "surveillance", "convention", "evidence", "milestones"])
      ]),
    Declaration(
      "label.confirmed", .label, .natural(["site", "checklist", "from"]), .writes,
      units: [Group("standing", ["standing", "on"])]),
    Declaration(
      "label.withdrawn", .label, .natural(["site", "checklist", "from"]), .writes,
      units: [Group("standing", ["standing", "on"])], remarks: ["reason"]),
    Declaration(
      "milestone.set", .milestone, .natural(["label", "milestone"]), .writes,
      units: [Group("plan", ["date", "status", "reason"])]),
    Declaration(
      "action.added", .action, .random, .creates,
      units: [Group("what", ["form", "text"]), Group("cause"), Group("owner"), Group("due")],
      list: "about", also: ["id"]),
    Declaration(
      "action.set", .action, .of("record"), .writes,
      units: [Group("what", ["form", "text"]), Group("cause"), Group("owner"), Group("due")]),
    Declaration(
      "action.completed", .action, .of("record"), .writes,
      units: [Group("completed", ["on", "evidence"])]),
    Declaration(
      "action.verified", .action, .of("record"), .writes,
      units: [Group("verified", ["effective", "on", "evidence"])], remarks: ["despite"]),
  ]

  private static let auditKinds: [Declaration] = [
    Declaration(
      "audit.opened", .audit, .random, .creates,
      units: [Group("engagement", ["form", "checklist", "from"])], also: ["id"]),
    Declaration(
      "audit.set", .audit, .of("audit"), .writes,
      units: ["title", "client", "objectives", "confidentiality", "obstacles", "uncovered"].map {
        Group($0)
      } + [Group("dates", ["start", "end"])]),
    Declaration(
      "audit.scoped", .audit, .of("audit"), .element("scope"),
      element: ["site", "modules", "services", "sampledOut"]),
    Declaration(
      "audit.member", .audit, .of("audit"), .element("team"), units: [Group("lead")],
      remarks: ["despite"], element: ["person", "role"]),
    Declaration(
      "plan.set", .plan, .random, .writes,
      units: [Group("slot", ["start", "end", "place", "what", "who"])], also: ["id"]),
    Declaration(
      "meeting.set", .meeting, .random, .writes,
      units: [Group("meeting", ["form", "start", "present", "words"])]),
    Declaration(
      "request.added", .request, .random, .creates, units: [Group("request", ["what", "due"])],
      also: ["id", "item"]),
    Declaration(
      "request.set", .request, .of("record"), .writes, units: [Group("request", ["what", "due"])]),
    Declaration(
      "request.received", .request, .of("record"), .writes,
      units: [Group("received", ["on", "evidence"])]),
    Declaration(
      "sample.drawn", .sample, .random, .creates,
      units: [Group("draw", ["population", "method", "seed"]), Group("size")],
      also: ["id", "title", "criterion", "indicator", "survey", "site", "limit", "first"]),
    Declaration("sample.extended", .sample, .of("record"), .writes, units: [Group("size")]),
    Declaration(
      "sample.recorded", .sample, .of("record"), .item("item"), units: [Group("values")]),
    Declaration(
      "assessment.set", .assessment, .natural(["audit", "criterion", "site"]), .writes,
      units: [Group("verdict")], remarks: ["reason"]),
    Declaration(
      "finding.added", .finding, .random, .creates,
      units: [
        Group("statement", ["criterion", "site", "service", "grade", "text"]), Group("due"),
      ], list: "evidence", also: ["id"]),
    Declaration(
      "finding.amended", .finding, .of("record"), .writes,
      units: [
        Group("statement", ["criterion", "site", "service", "grade", "text"]), Group("due"),
      ], remarks: ["reason"]),
    Declaration("finding.cited", .finding, .of("record"), .element("evidence")),
    Declaration(
      "finding.responded", .finding, .of("record"), .writes,
      units: [Group("position", ["position", "words", "who"])]),
    Declaration(
      "finding.followed", .followup, .natural(["audit", "finding"]), .writes,
      units: [Group("outcome", ["outcome", "as", "evidence"])]),
    Declaration(
      "audit.concluded", .audit, .of("audit"), .writes,
      units: [Group("conclusion", ["text", "degree", "recommendation"])]),
    Declaration(
      "audit.closed", .audit, .of("audit"), .writes, units: [Group("numbering", ["numbers"])]),
    Declaration(
      "audit.migrated", .audit, .of("audit"), .writes,
      units: [Group("migration", ["from", "to", "map"])], remarks: ["holes"]),
    Declaration(
      "audit.amended", .audit, .of("audit"), .structural, also: ["seals", "edition", "reason"],
      permanent: true),
    Declaration(
      "mock.started", .exercise, .random, .creates, units: [Group("pack")], permanent: true),
    Declaration(
      "mock.looked", .exercise, .of("record"), .element("looked"), element: ["place", "facts"]),
    Declaration(
      "mock.asked", .exercise, .of("record"), .element("asked"),
      element: ["person", "words", "answer", "facts", "more"]),
    Declaration(
      "mock.read", .exercise, .of("record"), .element("read"), element: ["document", "facts"]),
    Declaration(
      "mock.sampled", .exercise, .of("record"), .element("sampled"),
      element: ["register", "size", "facts"]),
    Declaration(
      "mock.hinted", .exercise, .of("record"), .element("hinted"), element: ["hint"]),
    Declaration(
      "mock.handed-in", .exercise, .of("record"), .writes, units: [Group("handedIn", ["on"])],
      permanent: true),
    Declaration("mock.scored", .exercise, .of("record"), .writes, units: [Group("score")]),
  ]

  private static let sealKinds: [Declaration] = [
    Declaration(
      "seal.begun", .seal, .random, .creates, units: [Group("begun", ["audit", "edition"])],
      permanent: true),
    Declaration(
      "seal.made", .seal, .of("record"), .writes,
      units: [
        Group(
          "outcome", ["manifest", "statement", "signature", "format", "signer", "bag", "files"])
      ],
      permanent: true),
    Declaration(
      "seal.abandoned", .seal, .of("record"), .writes, units: [Group("abandoned", ["reason"])],
      permanent: true),
    Declaration(
      "seal.countersigned", .seal, .of("record"), .element("countersignatures"),
      element: ["act", "files", "format", "signature", "signer", "statement"], permanent: true),
    Declaration(
      "seal.stamped", .seal, .of("record"), .element("stamps"),
      element: ["token", "time", "number"], permanent: true),
    Declaration(
      "signer.added", .signer, .natural(["fingerprint"]), .writes,
      units: [
        Group("holder", ["person", "name"]), Group("key", ["format", "key"]),
        Group("validity", ["from", "until"]),
      ]),
    Declaration(
      "signer.revoked", .signer, .natural(["fingerprint"]), .writes,
      units: [Group("revoked", ["on"])], remarks: ["reason"], permanent: true),
    Declaration(
      "masking.confirmed", .masking, .natural(["seal"]), .writes, units: [Group("maskings")]),
  ]
}

/// A sort of record.
package enum Noun: String, CaseIterable, Sendable {
  case dossier, writer, site, service, person, criterion, checklist, mapping, evidence, measure
  case survey, label, milestone, action, audit, plan, meeting, request, sample, assessment
  case finding, followup, seal, signer, masking, exercise

  /// Whether its records belong to one audit and are frozen by its seal.
  package var belongsToAudit: Bool {
    switch self {
    case .audit, .plan, .meeting, .request, .sample, .assessment, .finding, .followup, .exercise:
      true
    default: false
    }
  }

  /// Its place among all nouns.
  var ordinal: Int { Self.ordinals[self] ?? 0 }

  private static let ordinals = Dictionary(
    uniqueKeysWithValues: zip(allCases, allCases.indices))

  /// Whether its records are never withdrawn: the dossier, its writers, and what was signed.
  var isLasting: Bool {
    self == .dossier || self == .writer || self == .seal || self == .signer
  }
}
