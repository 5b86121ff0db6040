import Auditing
import Scheduling
import Scripting

/// Looking things up by what a person typed.
extension Session {
  /// What dates count from: today, and the day of the audit where one is open.
  var dates: DateOrigin {
    let audit = place.audit.flatMap { key in state.audits.first { $0.key == key } } ?? onlyOpenAudit
    let sites = place.site == nil ? state.all(.site) : []
    let site = place.site ?? (sites.count == 1 ? sites[0].key : nil)
    let days = WorkingDays(at: site.flatMap(standingSite))
    return DateOrigin(today: today, audit: audit?.start) { days.contains($0) }
  }

  private var onlyOpenAudit: Audit? {
    let open = state.audits.filter { $0.status == .open || $0.status == .concluded }
    return open.count == 1 ? open[0] : nil
  }

  /// The current audit: the one stood in, else the only one that is open.
  func currentAudit() throws -> Audit {
    _ = try openDossier()
    let audits = state.audits
    if let key = place.audit, let audit = audits.first(where: { $0.key == key }) { return audit }
    if let mock = audits.last(where: { $0.kind == .mock }), !state.all(.exercise).isEmpty {
      return mock
    }
    let underway = audits.filter { $0.status == .open || $0.status == .concluded }
    if underway.count == 1 { return underway[0] }
    let open = underway.isEmpty ? audits.filter { $0.status != .sealed } : underway
    if open.count == 1 { return open[0] }
    if audits.isEmpty { throw Failure(.noAudit) }
    if open.isEmpty, audits.count == 1 { return audits[0] }
    throw Failure(.auditUnclear((open.isEmpty ? audits : open).map(\.id)))
  }

  /// The audit of an id.
  func audit(_ id: String, at range: Range<Int>? = nil) throws -> Audit {
    let audits = state.audits
    guard let audit = audits.first(where: { $0.id.folded == id.folded }) else {
      let known = audits.map(\.id)
      let alike = audits.filter { $0.id.folded.hasPrefix("\(id.folded).") }
      if alike.count > 1 {
        let found = alike.map { Self.told($0.id, by: $0.by, at: $0.at) }
        throw Failure(.ambiguousRecord(id, found), at: range)
      }
      throw Failure.unknown(.audit, id, among: known, at: range)
    }
    return audit
  }

  /// The audit that a list ranges over.
  func audit(in range: NounSpec.Range) throws -> Audit {
    if case .audit(let id) = range { return try audit(id) }
    return try currentAudit()
  }

  /// The audit that a list ranges over where there is any: which of several is not left to chance.
  func auditIfAny(in range: NounSpec.Range) throws -> Audit? {
    do {
      return try audit(in: range)
    } catch let failure as Failure {
      switch (failure.error, range) {
      case (.noAudit, _), (.noDossier, _), (.auditUnclear, .all): return nil
      default: throw failure
      }
    }
  }

  /// The audits that a list ranges over: all, or one.
  func audits(in range: NounSpec.Range) throws -> [Audit] {
    if case .all = range { return state.audits }
    return [try audit(in: range)]
  }

  /// The audit that a command means: the one it names, else the current one.
  func audit(of bound: Bound) throws -> Audit {
    guard let id = bound["audit"] else { return try currentAudit() }
    return try audit(id, at: bound.place("audit"))
  }

  /// The audit that a command changes, which no seal may have frozen.
  func openAudit(of bound: Bound) throws -> Audit {
    let audit = try audit(of: bound)
    try refuseIfSealed(audit)
    return audit
  }

  /// Refuses what a seal has frozen.
  func refuseIfSealed(_ audit: Audit) throws {
    if let error = freezing(audit.key, audit.id) { throw Failure(error) }
    try refuseIfHandedIn(audit)
  }

  /// The checklist of the audit in range, else the only pinned one, else the first built in.
  mutating func checklistInRange(_ range: NounSpec.Range) throws -> Checklist {
    if case .audit(let id) = range { return try checklist(audit(id).checklist) }
    if dossier != nil, let audit = try? audit(in: range) { return try checklist(audit.checklist) }
    let pinned = state.all(.checklist)
    if let last = pinned.last { return try checklist(last.key) }
    guard let first = builtinChecklists.first else { throw Failure(.checklistAbsent("")) }
    return first.checklist
  }

  /// Whether the checklist in range is not complete and official; of one that cannot be had it is
  /// not known.
  mutating func isProvisional(_ range: NounSpec.Range) throws -> Bool {
    do {
      return try checklistInRange(range).status == .provisional
    } catch let failure as Failure {
      guard case .checklistAbsent = failure.error else { throw failure }
      return false
    }
  }

  /// The criterion of an id, of the end of one such as `b4`, or of words of its title, that only one
  /// has.
  func criterion(
    _ word: String, in checklist: Checklist, preferring scope: Set<String> = [],
    at range: Range<Int>?
  ) throws -> Checklist.Criterion {
    let folded = word.folded
    if let exact = checklist.criteria.first(where: {
      $0.id.folded == folded || $0.ref?.folded == folded
    }) {
      return exact
    }
    let words = folded.split(separator: " ")
    var found = checklist.criteria.filter { $0.id.folded.hasSuffix("-\(folded)") }
    if found.isEmpty {
      found = checklist.criteria.filter { criterion in
        let title = criterion.title.fr.folded + " " + (criterion.title.en?.folded ?? "")
        return words.allSatisfy { title.contains($0) }
      }
    }
    let inScope = found.filter { scope.contains($0.id) }
    if !inScope.isEmpty { found = inScope }
    if found.count == 1 { return found[0] }
    if found.count > 1, found.count <= 8, folded.count >= 2 {
      throw Failure(
        .ambiguousRecord(word, found.map { "\($0.id) \($0.title[language])" }), at: range)
    }
    let known = checklist.criteria.map(\.id)
    throw Failure.unknown(.criterion, word, among: known, at: range)
  }

  /// The site of an id or a name.
  func site(_ word: String, at range: Range<Int>?) throws -> Site {
    if let site = standingSite(word) { return site }
    let sites = state.sites
    if let site = sites.first(where: {
      $0.id.folded == word.folded || $0.name.folded == word.folded
    }) {
      return site
    }
    let known = sites.map(\.id)
    throw Failure.unknown(.site, word, among: known, at: range)
  }

  /// The site of exactly that id, if it stands.
  private func standingSite(_ id: String) -> Site? {
    state.record(.site, id).flatMap { $0.isPresent ? Site($0) : nil }
  }

  /// The record that a display id means, or the failure that it is none or several.
  func record(_ noun: Noun, _ reference: ValueType.Reference, _ id: String, at range: Range<Int>?)
    throws -> Record
  {
    try refuseAmbiguous(id, noun, at: range)
    let ids = identifiers(noun)
    guard let key = ids.keys(for: id).first, let record = state.record(noun, key), record.isPresent
    else {
      try refuseWithdrawn(id, noun, reference, at: range)
      let known = state.all(noun).filter { $0.label != nil }.map { ids[$0.key] }.sorted()
      throw Failure.unknown(reference, id, among: known, at: range)
    }
    return record
  }

  /// Refuses an id whose record was withdrawn, naming who withdrew it and why.
  func refuseWithdrawn(
    _ id: String, _ noun: Noun, _ reference: ValueType.Reference, at range: Range<Int>?
  ) throws {
    guard let record = identifiers(noun).keys(for: id).first.flatMap({ state.record(noun, $0) }),
      record.isMade, !record.isPresent, let withdrawal = record.write("presence")
    else { return }
    let reason = record.remarks("reason", of: "presence")
    throw Failure(
      .withdrawnRecord(reference, id, by: state.handle(withdrawal.by), reason: reason), at: range)
  }

  /// Refuses an id that fits several records of a noun, naming them.
  func refuseAmbiguous(_ id: String, _ noun: Noun, at range: Range<Int>?) throws {
    let ids = identifiers(noun)
    let made = { (key: String) in state.record(noun, key).map { ($0.at, $0.by) } }
    let keys = ids.keys(for: id).sorted { one, other in
      guard let one = made(one), let other = made(other) else { return false }
      return one < other
    }
    guard keys.count > 1 else { return }
    throw Failure(.ambiguousRecord(id, keys.map { told(ids[$0], noun, $0) }), at: range)
  }

  /// An id with who made what it means, and when: by that people tell namesakes apart.
  func told(_ id: String, _ noun: Noun, _ key: String) -> String {
    guard let record = state.record(noun, key) else { return id }
    return Self.told(id, by: record.by, at: record.at)
  }

  private static func told(_ id: String, by: String, at: Timestamp) -> String {
    "\(id) — \(by) \(at.seconds)"
  }

  /// How a range is said at the head of a table.
  func describe(_ range: NounSpec.Range, for noun: NounSpec) -> Wording {
    guard noun.rangesOverAudit else { return ("", "") }
    if case .all = range { return ("tous les audits", "all audits") }
    guard dossier != nil, let audit = try? audit(in: range) else { return ("", "") }
    return audit.kind == .mock
      ? ("audit \(audit.id) — EXERCICE", "audit \(audit.id) — EXERCISE")
      : ("audit \(audit.id)", "audit \(audit.id)")
  }

  /// What is typed for the grades of the checklists that this session knows.
  var grades: [Checklist.Grade] {
    var grades: [Checklist.Grade] = []
    for checklist in knownChecklists {
      for grade in checklist.grades
      where !grades.contains(where: { $0.word.folded == grade.word.folded }) {
        grades.append(grade)
      }
    }
    return grades
  }
}
