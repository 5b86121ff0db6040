import Auditing
import Journaling
import Reporting

/// The training edition of an audit: a new exercise dossier in which nobody, no place and no day
/// is the one it was, and in which there are no evidence, figures, labels or signatures.
///
/// Only what is written here enters it: what a later version records stays out until it is added.
struct TrainingEdition {
  private let audit: Audit
  private let checklist: Checklist
  private let state: State
  private let masker: Masker
  private let language: Language
  /// How many days everything is moved by: whole weeks, so that days of the week stay.
  private let shift: Int
  private let sites: [String: String]
  /// The new handle of each person, and what texts say of them.
  private let persons: [String: (handle: String, name: String)]

  init(_ audit: Audit, _ checklist: Checklist, _ session: Session, shift: Int) {
    (self.audit, self.checklist, self.shift) = (audit, checklist, shift)
    (state, language) = (session.state, session.language)
    let state = session.state
    sites = Dictionary(
      state.sites.enumerated().map { ($1.id, Masking.letters($0)) }, uniquingKeysWith: { a, _ in a }
    )
    let proposal = MaskingProposal(state, since: state, known: Masking(), in: session.language)
    var handles: [String: (handle: String, name: String)] = [:]
    for entry in proposal.masking.entries {
      if let handle = entry.handle, handles[handle] == nil {
        handles[handle] = (
          "p\(handles.count + 1)", String(entry.replacement.dropFirst().dropLast())
        )
      }
    }
    persons = handles
    var masking = proposal.masking
    masking.entries += Self.places(state, checklist, audit, sites, session.language)
    masker = Masker(masking, session.language)
  }

  /// The names of places and bodies, which a masked report may say and an exercise may not.
  private static func places(
    _ state: State, _ checklist: Checklist, _ audit: Audit, _ letters: [String: String],
    _ language: Language
  ) -> [Masking.Entry] {
    let common = ProperNames.common(
      in: checklist.criteria.flatMap { [$0.title.fr, $0.question?.fr ?? "", $0.place?.fr ?? ""] }
        + checklist.modules.map(\.title.fr) + ["site audit préfecture secrétaire général"])
    var entries: [Masking.Entry] = []
    func add(_ name: String?, _ replacement: String) {
      guard let name, !name.isEmpty else { return }
      for word in [name] + ProperNames.words(of: name, besides: common) {
        entries.append(.init(.text, word, replacement: replacement, ground: .privacy))
      }
    }
    for site in state.sites {
      let name = "[site \(letters[site.id] ?? "")]"
      entries.append(.init(.text, site.id, replacement: name, ground: .privacy))
      add(site.name, name)
      add(site.address, name)
    }
    let body = language.pick(("[organisme]", "[body]"))
    for name in [state.title, audit.client, audit.title] + state.persons.map(\.body) {
      add(name, body)
    }
    add(audit.id, language.pick(("[audit]", "[audit]")))
    for other in state.audits { add(other.id, language.pick(("[audit]", "[audit]"))) }
    return entries
  }
}

extension TrainingEdition {
  /// Makes the dossier and writes its report.
  func write(to path: String, _ session: inout Session) throws {
    let source = try session.openDossier()
    let bytes = source.checklist(audit.checklist)
    let title = language.pick(("Organisme fictif", "Fictional body"))
    let dossier = try DossierFolder.create(
      path, title: title, purpose: .exercise, by: Self.author, at: session.environment.workplace)
    var inner = Session(environment: session.environment, settings: session.settings)
    inner.dossier = dossier
    inner.settings.me = Self.author
    try dossier.begin()
    if let bytes { _ = try dossier.keepChecklist(bytes) }
    let key = try record(in: &inner)
    try dossier.commit()
    try conclude(key, in: &inner)
    guard let made = inner.state.audits.first(where: { $0.key == key }) else { return }
    var document = Document(reporting: try inner.subject(of: made), in: language)
    document.declareTraining()
    try inner.write(
      Array(HTMLFormat().text(of: document).utf8), to: "\(dossier.path)/exports/rapport.html")
  }

  /// Who enters what the edition says.
  private static let author = "formation"

  private func text(_ text: String) -> String {
    masker.masked(text.undated(language.pick(("[date]", "[date]"))))
  }

  private func day(_ date: CalendarDate?) -> Content? {
    date.map { .text($0.adding(days: shift).description) }
  }

  private func site(_ id: String) -> String { "site-\((sites[id] ?? "x").lowercased())" }

  private func person(_ handle: String) -> String { persons[handle]?.handle ?? "p0" }

  /// Records what the audit found, and gives its key.
  private func record(in inner: inout Session) throws -> String {
    try inner.record(
      "checklist.pinned",
      [
        "sha256": .text(audit.checklist), "id": .text(checklist.id),
        "edition": .text(checklist.edition), "status": .text(checklist.status.rawValue),
        "from": .text(Self.author),
      ])
    for id in Set(audit.scope.map(\.site)).sorted() {
      try inner.record(
        "site.set", ["site": .text(site(id)), "name": .text("Site \(sites[id] ?? "")")])
    }
    try addPeople(in: &inner)
    let key = inner.mintKey()
    try inner.record(
      "audit.opened",
      [
        "record": .text(key), "audit": .text(key), "id": .text("F-001"),
        "form": .text(Audit.Kind.mock.rawValue), "checklist": .text(audit.checklist),
      ])
    try describe(key, in: &inner)
    try assess(key, in: &inner)
    return key
  }

  private func addPeople(in inner: inout Session) throws {
    let roles = Dictionary(
      state.persons.map { ($0.handle, $0.role) }, uniquingKeysWith: { a, _ in a })
    for handle in Set(audit.team.map(\.person)).sorted() {
      var fields: [String: Content] = [
        "record": .text(inner.mintKey()), "handle": .text(person(handle)),
        "name": .text(persons[handle]?.name ?? person(handle)),
      ]
      if let role = roles[handle] ?? nil { fields["role"] = .text(text(role)) }
      try inner.record("person.added", fields)
    }
  }

  /// Says what was audited, by whom, and when.
  private func describe(_ key: String, in inner: inout Session) throws {
    var fields: [String: Content] = ["audit": .text(key)]
    fields["start"] = day(audit.start)
    fields["end"] = day(audit.end)
    for (name, words) in [
      ("objectives", audit.objectives), ("confidentiality", audit.confidentiality),
      ("obstacles", audit.obstacles), ("uncovered", audit.uncovered), ("client", audit.client),
    ] {
      if let words { fields[name] = .text(text(words)) }
    }
    try inner.record("audit.set", fields)
    for line in audit.scope {
      let line = Audit.ScopeLine(
        site: site(line.site), modules: line.modules, isSampledOut: line.isSampledOut)
      try inner.record(
        "audit.scoped", ["audit": .text(key), "change": "add", "element": line.content])
    }
    let leads = audit.team.count { $0.role == .lead }
    for member in audit.team {
      let member = Audit.Member(person: person(member.person), role: member.role)
      try inner.record("audit.member", member.addition(to: key, asOnlyLead: leads == 1))
    }
  }
}

extension TrainingEdition {
  /// Writes the verdicts and the findings, each with words in the place of its evidence.
  private func assess(_ key: String, in inner: inout Session) throws {
    for assessment in state.assessments(in: audit, on: checklist)
    where assessment.verdict != .notAssessed {
      try inner.assess(
        key, assessment.criterion, site(assessment.site), assessment.verdict,
        reason: assessment.reason.map { text($0) })
    }
    for finding in state.findings(in: audit) where finding.status != .withdrawn {
      try add(finding, to: key, in: &inner)
    }
  }

  private func add(_ finding: Finding, to key: String, in inner: inout Session) throws {
    let (piece, record) = (inner.mintKey(), inner.mintKey())
    let (criterion, site) = (Content.text(finding.criterion), Content.text(site(finding.site)))
    try inner.record(
      "evidence.attached",
      [
        "record": .text(piece), "id": .text(inner.nextID("P", .evidence)), "form": "statement",
        "text": .text(language.pick(Self.left)), "criterion": criterion, "site": site,
      ])
    var fields: [String: Content] = [
      "record": .text(record), "id": .text(inner.nextID("F", .finding)), "audit": .text(key),
      "criterion": criterion, "site": site, "grade": .text(finding.grade),
      "text": .text(text(finding.text)), "evidence": .texts([piece]),
    ]
    fields["due"] = day(finding.due)
    try inner.record("finding.added", fields)
    if finding.position != .none {
      var answer: [String: Content] = [
        "record": .text(record), "audit": .text(key),
        "position": .text(finding.position.rawValue),
      ]
      if let words = finding.words { answer["words"] = .text(text(words)) }
      try inner.record("finding.responded", answer)
    }
    let treatment = Treatment(state)
    for action in treatment.actions(about: finding.key) {
      var fields: [String: Content] = [
        "record": .text(inner.mintKey()), "id": .text(inner.nextID("A", .action)),
        "about": .texts([record]), "form": .text(action.kind.rawValue),
        "text": .text(text(action.text)),
      ]
      fields["due"] = day(action.due)
      try inner.record("action.added", fields)
    }
  }

  /// Writes the conclusion, which rests on all that came before it.
  private func conclude(_ key: String, in inner: inout Session) throws {
    guard let conclusion = audit.conclusion else { return }
    let dossier = try inner.openDossier()
    try dossier.begin()
    var fields: [String: Content] = ["audit": .text(key), "text": .text(text(conclusion.text))]
    if let degree = conclusion.degree { fields["degree"] = .text(degree) }
    if let words = conclusion.recommendation { fields["recommendation"] = .text(text(words)) }
    try inner.record("audit.concluded", fields)
    try dossier.commit()
  }

  private static let left: Wording = (
    "pièce non reprise dans l’édition de formation", "piece not taken into the training edition"
  )
}
