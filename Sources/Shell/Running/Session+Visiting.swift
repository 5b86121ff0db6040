import Auditing
import Journaling
import Scripting

/// What a field word acts on: an audit, a site and a criterion, all in scope.
struct Visit {
  let audit: Audit
  let checklist: Checklist
  let criterion: Checklist.Criterion
  let site: String

  var spot: Place.Spot { .init(criterion: criterion.id, site: site) }

  /// An acknowledgement that names criterion and site.
  func words(_ wording: Wording) -> Wording {
    ("\(criterion.id) · \(site)\u{A0}: \(wording.fr)", "\(criterion.id) · \(site): \(wording.en)")
  }
}

/// What is said of a piece of evidence when it is taken in.
struct Attachment {
  var criterion: String?
  var site: String?
  var source: String?
  var method: Checklist.Method?
  var collected: CalendarDate?
  var covers: String?
  var isSensitive = false
  /// Whether git may carry it.
  var isForGit = false

  init(by collected: CalendarDate) {
    self.collected = collected
  }
}

/// A finding that is being made.
struct NewFinding {
  let criterion: String
  let site: String
  var service: String?
  let grade: Checklist.Grade
  let text: String
  var due: CalendarDate?
  /// The keys of the evidence it cites; never empty.
  let evidence: [String]
}

extension Session {
  /// Stands somewhere else, and remembers where one was.
  mutating func move(to place: Place) {
    trail.append(self.place)
    if trail.count > 100 { trail.removeFirst() }
    self.place = place
    if let criterion = place.criterion, let site = place.site {
      gathered[.init(criterion: criterion, site: site)] = []
    }
  }

  /// The site a field word means: the one it names, the one stood at, else the only one visited.
  func siteForVisit(_ bound: Bound, _ audit: Audit) throws -> String {
    let visited = audit.visitedSites
    if let word = bound["site"] {
      let site = try site(word, at: bound.place("site")).id
      guard visited.contains(site) else {
        throw Failure(.siteNotInScope(site, visited), at: bound.place("site"))
      }
      return site
    }
    if let site = place.site, visited.contains(site) { return site }
    guard !visited.isEmpty else { throw Failure(.noScope) }
    guard visited.count == 1 else { throw Failure(.noSite(visited)) }
    return visited[0]
  }

  /// Refuses a criterion that is not in scope at a site.
  func requireScope(
    _ criterion: Checklist.Criterion, _ site: String, _ audit: Audit, _ checklist: Checklist,
    at range: Range<Int>?
  ) throws {
    guard audit.criteria(of: checklist, at: site).contains(where: { $0.id == criterion.id }) else {
      throw Failure(.criterionNotInScope(criterion.id, site: site), at: range)
    }
  }

  /// What a field word acts on: where one stands, or where `--on` and `--site` say.
  mutating func visit(_ bound: Bound) throws -> Visit {
    let audit = try currentAudit()
    try refuseIfSealed(audit)
    let checklist = try checklist(audit.checklist)
    let site = try siteForVisit(bound, audit)
    let criterion: Checklist.Criterion
    if let word = bound["on"] {
      criterion = try self.criterion(word, in: checklist, at: bound.place("on"))
    } else if let id = place.criterion, let found = checklist.criterion(id) {
      criterion = found
    } else {
      throw Failure(.noCriterion, at: bound.range)
    }
    try requireScope(criterion, site, audit, checklist, at: bound.range)
    return Visit(audit: audit, checklist: checklist, criterion: criterion, site: site)
  }

  /// Where one stands, in words.
  var placeWords: Wording {
    let audit = state.audits.first { $0.key == place.audit }
    let parts = [audit?.id, place.site, place.criterion].compactMap(\.self)
    let text = parts.joined(separator: " · ")
    return ("place\u{A0}: \(text)", "place: \(text)")
  }

  /// Records a statement observed where one stands, and gives its display id.
  mutating func attachStatement(
    _ text: String, _ visit: inout Visit, _ method: String? = nil
  ) throws -> String {
    try attachStatement(text, criterion: visit.criterion.id, site: visit.site, method: method)
  }

  /// Records a statement, which was observed unless another method is said, and gives its display
  /// id.
  mutating func attachStatement(
    _ text: String, criterion: String?, site: String?, method: String? = nil
  ) throws -> String {
    var attachment = Attachment(by: today)
    attachment.criterion = criterion
    attachment.site = site
    attachment.method = method.flatMap(Checklist.Method.init) ?? .observe
    return try attach(["form": "statement", "text": .text(text)], attachment)
  }

  /// Takes a file in and gives its display id.
  mutating func attachFile(_ path: String, _ attachment: Attachment, at range: Range<Int>?) throws
    -> String
  {
    // A large file is not copied first.
    try requirePerson()
    let dossier = try openDossier()
    let intake: EvidenceLocker.Intake
    do {
      intake = try doing((path, path)) { progress in
        try EvidenceLocker(dossier).takeIn(path, progress: progress)
      }
    } catch let error as JournalError {
      // A name that is not UTF-8 comes with its bytes replaced, and is not found.
      if case .evidence(.absent, _) = error, path.contains("\u{FFFD}") {
        throw Failure(.fileAbsent(path), at: range)
      }
      throw Failure(.journal(error), at: range)
    }
    if let decision = EvidenceLocker(dossier).decisions[intake.sha256]?.words {
      output.note(
        (
          "ce contenu fut détruit par décision (\(decision.fr))\u{202F}; il revient dans le dossier",
          "this content was destroyed by decision (\(decision.en)); it comes back into the dossier"
        ))
    }
    return try attach(
      [
        "form": "file", "sha256": .text(intake.sha256), "size": .integer(intake.size),
        "name": .text(intake.name),
      ], attachment)
  }

  private mutating func attach(_ content: [String: Content], _ attachment: Attachment) throws
    -> String
  {
    try requirePerson()
    let key = mintKey()
    let id = nextID("P", .evidence)
    var fields = content
    fields["record"] = .text(key)
    fields["id"] = .text(id)
    if let criterion = attachment.criterion { fields["criterion"] = .text(criterion) }
    if let site = attachment.site { fields["site"] = .text(site) }
    if let source = attachment.source { fields["source"] = .text(source) }
    if let method = attachment.method { fields["method"] = .text(method.rawValue) }
    if let collected = attachment.collected { fields["collected"] = .text(collected.description) }
    if let covers = attachment.covers { fields["covers"] = .text(covers) }
    if attachment.isSensitive { fields["sensitive"] = true }
    if attachment.isForGit { fields["git"] = true }
    if let audit = try? currentAudit() { fields["during"] = .text(audit.key) }
    try record("evidence.attached", fields)
    if let criterion = attachment.criterion, let site = attachment.site {
      gathered[.init(criterion: criterion, site: site), default: []].append(key)
    }
    return displayID(.evidence, key, label: id)
  }

  /// The contradiction over the verdict of a criterion at a site, if there is one.
  func conflict(over audit: String, _ criterion: String, _ site: String) -> Conflict? {
    let key = EventKind.naturalKey([audit, criterion, site])
    return state.conflict(over: .assessment, key, unit: "verdict")
  }

  /// Says that a verdict waits until somebody has settled a contradiction.
  mutating func sayThatVerdictWaits(for conflict: Conflict) {
    output.acknowledge(
      (
        "le verdict attend que \(conflict.id) soit tranché\u{A0}: conflit trancher \(conflict.id) …",
        "the verdict waits until \(conflict.id) is settled: conflict resolve \(conflict.id) …"
      ))
  }

  /// Writes a verdict; a verdict in conflict is not settled by a plain write.
  mutating func assess(_ visit: Visit, _ verdict: Assessment.Verdict, reason: String?) throws {
    try requirePerson()
    try assess(visit.audit.key, visit.criterion.id, visit.site, verdict, reason: reason)
  }

  /// Writes the verdict on a criterion at a site of an audit, by its key.
  mutating func assess(
    _ audit: String, _ criterion: String, _ site: String, _ verdict: Assessment.Verdict,
    reason: String? = nil
  ) throws {
    var fields: [String: Content] = [
      "audit": .text(audit), "criterion": .text(criterion), "site": .text(site),
      "verdict": .text(verdict.rawValue),
    ]
    if let reason { fields["reason"] = .text(reason) }
    try record("assessment.set", fields)
  }

  /// Records a finding; a nonconformity sets the verdict in the same operation.
  mutating func addFinding(_ finding: NewFinding, _ audit: Audit) throws -> String {
    try requirePerson()
    guard !finding.evidence.isEmpty else { throw Failure(.evidenceNeeded) }
    let key = mintKey()
    let id = nextID("F", .finding)
    var fields: [String: Content] = [
      "record": .text(key), "audit": .text(audit.key), "id": .text(id),
      "criterion": .text(finding.criterion), "site": .text(finding.site),
      "grade": .text(finding.grade.code), "text": .text(finding.text),
      "evidence": .texts(Array(Set(finding.evidence)).sorted()),
    ]
    if let service = finding.service { fields["service"] = .text(service) }
    if let due = finding.due { fields["due"] = .text(due.description) }
    try record("finding.added", fields)
    guard finding.grade.severity.isNonconformity else {
      return displayID(.finding, key, label: id)
    }
    if let conflict = conflict(over: audit.key, finding.criterion, finding.site) {
      sayThatVerdictWaits(for: conflict)
    } else {
      try assess(audit.key, finding.criterion, finding.site, .nonconforming)
    }
    return displayID(.finding, key, label: id)
  }

  /// Refuses to record in an audit when nobody has said who enters.
  func requirePerson() throws {
    if settings.me == nil || settings.me?.isEmpty == true { throw Failure(.nobody) }
  }

  /// A checklist with the places that the dossier gives its criteria.
  func placed(_ checklist: Checklist) -> Checklist {
    var placed = checklist
    for (index, criterion) in checklist.criteria.enumerated() {
      let own = state.record(.criterion, "\(checklist.id)/\(criterion.id)")?.text("place")
      if let own { placed.criteria[index].place = LocalizedText(fr: own) }
    }
    return placed
  }

  /// What there is to see and ask at the current criterion.
  ///
  /// A script moves without a word of it; a person is shown the sheet.
  mutating func describePlace() throws -> Outcome {
    guard isPrompt || isAlone else { return .acknowledged(placeWords) }
    let audit = try currentAudit()
    let checklist = placed(try checklist(audit.checklist))
    guard let id = place.criterion, let criterion = checklist.criterion(id), let site = place.site
    else { throw Failure(.noCriterion) }
    var sheet = CriterionSheet(
      criterion: criterion, checklist: checklist, site: site,
      assessment: state.assessment(audit, id, site),
      evidence: state.evidence.filter { $0.criterion == id && $0.site == site },
      findings: state.findings(in: audit, on: id, at: site))
    sheet.contest = contest(sheet.assessment, in: audit)
    sheet.last = state.lastLook(at: id, site, before: audit)
    return .text((sheet.text(.fr), sheet.text(.en)), value: .word(id))
  }
}
