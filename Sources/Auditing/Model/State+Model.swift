/// The records of a dossier as the things they are.
extension State {
  /// The title of the dossier.
  package var title: String { record(.dossier, "")?.text("title") ?? "" }

  /// What the dossier is for, said in its first entry and never changed.
  ///
  /// Where that is not to be known, it is held for a trial, which is never sealed as real.
  package var purpose: Purpose {
    guard let dossier = record(.dossier, "") else { return .real }
    return dossier.text("purpose", of: "origin").flatMap(Purpose.init) ?? .trial
  }

  package var sites: [Site] { all(.site).map(Site.init) }

  package var services: [Service] { all(.service).compactMap(Service.init) }

  /// Every record of a person that stands.
  package var persons: [Person] { all(.person).map(Person.init) }

  /// The people of the dossier: of two records that are one person, the one that is kept.
  package var people: [Person] {
    all(.person).filter { kept(insteadOf: $0.key) == $0.key }.map(Person.init)
  }

  /// The person whom a handle means, without regard to case and accents; of two records that are
  /// one person, the one that is kept.
  package func person(of handle: String) -> Person? {
    let folded = handle.folded
    guard let found = all(.person).first(where: { $0.text("handle")?.folded == folded })
    else { return nil }
    return record(.person, kept(insteadOf: found.key)).map(Person.init)
  }

  /// A person as shown under their handle: with the name and role of the record that is kept.
  package func shown(_ person: Person) -> Person {
    var shown = record(.person, kept(insteadOf: person.key)).map(Person.init) ?? person
    shown.handle = person.handle
    return shown
  }

  /// The handle under which somebody is shown, whichever record of theirs an entry names.
  package func handle(_ handle: String) -> String { person(of: handle)?.handle ?? handle }

  /// The handle under which each is shown, for those who ask of many.
  package var handles: Handles { Handles(self) }

  /// The key of the record that was said to be the same person, and stays; of records that were
  /// said so of each other, the least key.
  private func kept(insteadOf key: String) -> String {
    var path = [key]
    while let last = path.last, let next = record(.person, last)?.unit("keep")?["keep"]?.text,
      record(.person, next)?.isPresent == true
    {
      if let start = path.firstIndex(of: next) { return path[start...].min() ?? key }
      path.append(next)
    }
    return path.last ?? key
  }

  /// The pieces of evidence that stand; those withdrawn are kept in the history only.
  package var evidence: [Evidence] {
    let ids = Identifiers(.evidence, in: self)
    return made(.evidence, "content").map { Evidence($0, id: ids[$0.key]) }
  }

  /// The pieces of evidence of some keys, in the order in which they were taken in.
  package func evidence(_ keys: [String], _ ids: Identifiers) -> [Evidence] {
    let places = Set(keys.compactMap { recordPlace(of: Target(noun: .evidence, key: $0)) })
    return places.sorted().map { records[$0] }.filter { $0.isMade && $0.units["content"] != nil }
      .map { Evidence($0, id: ids[$0.key]) }
  }

  package var measures: [Measure] { all(.measure).compactMap(Measure.init) }

  package var labels: [Label] { all(.label).compactMap(Label.init) }

  package var audits: [Audit] {
    let ids = Identifiers(.audit, in: self)
    return made(.audit, "engagement").map { audit($0, id: ids[$0.key]) }
  }

  /// The findings of an audit that stand, in the order in which they were made.
  package func findings(in audit: Audit) -> [Finding] { findings(in: [audit]) }

  /// The findings of some audits that stand, audit by audit.
  package func findings(in audits: [Audit], _ treatment: Treatment? = nil) -> [Finding] {
    findings(in: audits, treatment) { _ in true }
  }

  /// The findings of an audit that stand on a criterion at a site.
  package func findings(in audit: Audit, on criterion: String, at site: String) -> [Finding] {
    findings(in: [audit], nil) {
      $0.stated("criterion") == criterion && $0.stated("site") == site
    }
  }

  /// A finding of an audit, by its key.
  package func finding(_ key: String, in audit: Audit) -> Finding? {
    findings(in: [audit], nil) { $0.key == key }.first
  }

  /// How many findings of an audit stand, by their grades.
  package func findingCounts(in audit: Audit) -> [String: Int] {
    var counts: [String: Int] = [:]
    for record in findingRecords(of: audit) { counts[record.stated("grade"), default: 0] += 1 }
    return counts
  }

  /// The findings whose records are wanted; all actions are read only if there is one.
  private func findings(
    in audits: [Audit], _ treatment: Treatment?, where isWanted: (Record) -> Bool
  ) -> [Finding] {
    let records = audits.flatMap { audit in
      findingRecords(of: audit).filter(isWanted).map { (audit, $0) }
    }
    guard !records.isEmpty else { return [] }
    let treatment = treatment ?? Treatment(self)
    let ids = Identifiers(.finding, in: self)
    return records.map { audit, record in
      var finding = Finding(record, id: ids[record.key])
      finding.number = audit.numbers[record.key]
      treatment.complete(&finding)
      return finding
    }
  }

  /// The records of the findings of an audit that stand.
  func findingRecords(of audit: Audit) -> [Record] {
    (findingPlaces[audit.key] ?? []).map { records[$0] }.filter {
      $0.audit == audit.key && $0.isPresent && $0.units["statement"] != nil
    }
  }

  /// One assessment per criterion in scope and site, in the order of the checklist.
  package func assessments(in audit: Audit, on checklist: Checklist) -> [Assessment] {
    audit.visitedSites.flatMap { site in
      audit.criteria(of: checklist, at: site).map { assessment(audit, $0.id, site) }
    }
  }

  /// The assessment of one criterion at one site.
  package func assessment(_ audit: Audit, _ criterion: String, _ site: String) -> Assessment {
    var assessment = Assessment(criterion: criterion, site: site)
    let key = EventKind.naturalKey([audit.key, criterion, site])
    guard let record = record(.assessment, key), record.isPresent,
      let write = record.write("verdict")
    else { return assessment }
    assessment.isInConflict = !record.conflictingUnits.isEmpty
    assessment.verdict =
      record.text("verdict").flatMap(Assessment.Verdict.init) ?? .notAssessed
    // No reason stands for verdicts that contradict each other.
    assessment.reason = record.unit("verdict").flatMap { _ in
      record.remarks("reason", of: "verdict")
    }
    assessment.by = write.by
    assessment.at = write.at
    return assessment
  }

  /// The records of a noun that stand and whose making is here: what only names one is not it.
  private func made(_ noun: Noun, _ unit: String) -> [Record] {
    all(noun).filter { $0.units[unit] != nil }
  }

  private func audit(_ record: Record, id: String) -> Audit {
    let engagement = record.unit("engagement") ?? [:]
    var audit = Audit(
      key: record.key, id: id, kind: engagement["form"]?.text.flatMap(Audit.Kind.init) ?? .internal,
      checklist: engagement["checklist"]?.text ?? "", by: record.by, at: record.at)
    if let checklist = record.unit("migration")?["to"]?.text { audit.checklist = checklist }
    audit.title = record.text("title")
    audit.client = record.text("client")
    audit.objectives = record.text("objectives")
    audit.confidentiality = record.text("confidentiality")
    audit.obstacles = record.text("obstacles")
    audit.uncovered = record.text("uncovered")
    audit.start = record.text("start", of: "dates").flatMap { CalendarDate($0) }
    audit.end = record.text("end", of: "dates").flatMap { CalendarDate($0) }
    audit.scope = record.elements("scope").compactMap(Audit.ScopeLine.init)
    audit.team = team(record)
    audit.from = engagement["from"]?.text
    conclude(&audit, record)
    return audit
  }

  /// The team of an audit; of two leads between whom it was decided, the other is an auditor.
  private func team(_ record: Record) -> [Audit.Member] {
    let lead = record.text("lead")
    return (record.lists["team"] ?? []).compactMap { element in
      guard var member = Audit.Member(element.content) else { return nil }
      if member.role == .lead, let lead, lead != member.person { member.role = .auditor }
      member.despite =
        element.additions.lazy.compactMap { addition in
          event(at: addition.place)?.text("despite")
        }.first
      return member
    }
  }

  private func conclude(_ audit: inout Audit, _ record: Record) {
    if let conclusion = record.unit("conclusion"), let write = record.write("conclusion") {
      audit.conclusion = Audit.Conclusion(
        text: conclusion["text"]?.text ?? "", degree: conclusion["degree"]?.text,
        recommendation: conclusion["recommendation"]?.text, by: write.by, at: write.at)
      audit.isConclusionStale = isConclusionStale(record)
      audit.status = .concluded
    }
    if let numbers = record.field("numbers", of: "numbering")?.object {
      audit.numbers = numbers.compactMapValues(\.text)
      audit.status = .closed
    }
    if seal(freezing: audit.key) != nil { audit.status = .sealed }
  }
}

/// Under which handle each person of a dossier is shown.
package struct Handles: Sendable {
  private let shown: [String: String]

  init(_ state: State) {
    var shown: [String: String] = [:]
    for record in state.all(.person) {
      guard let handle = record.text("handle"), shown[handle.folded] == nil else { continue }
      shown[handle.folded] = state.handle(handle)
    }
    self.shown = shown
  }

  /// The handle of a person whom an entry names.
  package subscript(handle: String) -> String { shown[handle.folded] ?? handle }

  /// Whether two handles mean one person.
  package func areOne(_ handle: String, _ other: String) -> Bool {
    self[handle].folded == self[other].folded
  }
}

extension Record {
  /// A field of what a finding states, on which all who state it agree; empty where they do not.
  fileprivate func stated(_ field: String) -> String {
    text(field, of: "statement") ?? agreed("statement")?[field]?.text ?? ""
  }
}

/// What a dossier is for, which can never change.
package enum Purpose: String, CaseIterable, Sendable {
  case real
  /// Training: never merged into a real dossier, never sealed as real.
  case exercise
  /// Made with a given seed: the same to the byte, never sealed as real.
  case trial
}
