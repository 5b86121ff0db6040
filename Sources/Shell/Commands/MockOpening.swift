import Auditing
import Journaling
import Scripting
import Training

/// The entries that begin an exercise: its sites, its checklist, the earlier audit, the mock audit.
struct MockOpening {
  private let scenario: Scenario
  private let pack: Pack
  /// The earlier findings by the keys they get.
  private var earlier: [String: String] = [:]
  private var id = ""

  init(_ scenario: Scenario, _ pack: Pack) {
    self.scenario = scenario
    self.pack = pack
  }

  /// Records them in the operation at hand.
  mutating func record(_ session: inout Session) throws {
    let language = session.language
    for site in scenario.sites {
      try session.record("site.set", ["site": .text(site.id), "name": .text(site.name[language])])
    }
    let sha256 = try AuditCommands.pin(scenario.checklist, &session, at: 0..<0)
    let former = try scenario.earlier.isEmpty ? nil : recordEarlier(sha256, &session)
    let key = session.mintKey()
    id = Self.freeID("blanc-\(scenario.id)", in: session.state)
    var fields: [String: Content] = [
      "record": .text(key), "audit": .text(key), "id": .text(id), "form": "mock",
      "checklist": .text(sha256),
    ]
    if let former { fields["from"] = .text(former) }
    try session.record("audit.opened", fields)
    try details(key, title: scenario.title[language], &session)
    let exercise = session.mintKey()
    var entry = pack.entry.object ?? [:]
    entry["earlier"] = .object(earlier.mapValues(Content.text))
    try session.record(
      "mock.started",
      ["record": .text(exercise), "audit": .text(key), "pack": .object(entry)])
    session.place = Place(audit: key, site: scenario.sites.first?.id, criterion: nil)
  }

  private func details(_ key: String, title: String, _ session: inout Session) throws {
    try session.record(
      "audit.set",
      [
        "audit": .text(key), "title": .text(title), "start": .text(scenario.date.description),
        "end": .text(scenario.date.description),
      ])
    for site in scenario.sites {
      let line = Audit.ScopeLine(site: site.id, modules: site.modules)
      try session.record(
        "audit.scoped", ["audit": .text(key), "change": "add", "element": line.content])
    }
  }

  /// The audit of before, with its findings: what a renewal follows up.
  private mutating func recordEarlier(_ sha256: String, _ session: inout Session) throws -> String {
    let language = session.language
    let key = session.mintKey()
    try session.record(
      "audit.opened",
      [
        "record": .text(key), "audit": .text(key),
        "id": .text(Self.freeID("avant-\(scenario.id)", in: session.state)), "form": "internal",
        "checklist": .text(sha256),
      ])
    let title: Wording = ("Audit précédent (fiction)", "Earlier audit (fiction)")
    try details(key, title: language.pick(title), &session)
    var numbers: [String: Content] = [:]
    for (index, finding) in scenario.earlier.enumerated() {
      let evidence = session.mintKey()
      let site = scenario.site(finding.site)
      try session.record(
        "evidence.attached",
        [
          "record": .text(evidence), "id": .text(session.nextID("P", .evidence)),
          "form": "statement", "text": .text(finding.title[language]),
          "criterion": .text(finding.criterion), "site": .text(site),
          "source": .text(language.pick(title)),
        ])
      let record = session.mintKey()
      try session.record(
        "finding.added",
        [
          "record": .text(record), "audit": .text(key),
          "id": .text(session.nextID("F", .finding)), "criterion": .text(finding.criterion),
          "site": .text(site), "grade": .text(finding.grade),
          "text": .text(finding.title[language]), "evidence": .texts([evidence]),
        ])
      earlier[record] = finding.id
      numbers[record] = .text("A-\((index + 1).padded(2))")
    }
    try session.record("audit.closed", ["audit": .text(key), "numbers": .object(numbers)])
    return key
  }

  private static func freeID(_ wanted: String, in state: State) -> String {
    let taken = Set(state.audits.map(\.id))
    guard taken.contains(wanted) else { return wanted }
    return (2...999).map { "\(wanted)-\($0)" }.first { !taken.contains($0) } ?? wanted
  }
}

extension MockOpening {
  /// What is said once the exercise has begun.
  func words(_ session: Session) -> Wording {
    let folder = session.dossier?.path ?? ""
    let variant: Wording =
      pack.variant.map { ("variante \($0)", "variant \($0)") }
      ?? pack.number.map { ("paquet \($0)", "pack \($0)") } ?? ("", "")
    return (
      "EXERCICE \(scenario.id) commencé, \(variant.fr), \(scenario.minutes) min — dossier \(folder), audit \(id)",
      "EXERCISE \(scenario.id) begun, \(variant.en), \(scenario.minutes) min — dossier \(folder), audit \(id)"
    )
  }

  /// The task as a trainee reads it.
  static func text(_ scenario: Scenario, width: Int?) -> Wording {
    (text(scenario, .fr, width), text(scenario, .en, width))
  }

  private static func text(_ scenario: Scenario, _ language: Language, _ width: Int?) -> String {
    var lines = [
      language.pick(("EXERCICE — ", "EXERCISE — ")) + scenario.title[language],
      scenario.intro[language], "",
    ]
    let kinds: [(String, Wording)] = [
      ("place", ("Lieux — blanc regarder LIEU", "Places — mock look PLACE")),
      (
        "person",
        ("Personnes — blanc interroger PERSONNE question…", "People — mock ask PERSON question…")
      ),
      (
        "document",
        ("Documents reçus — blanc lire DOCUMENT", "Documents received — mock read DOCUMENT")
      ),
    ]
    for (kind, title) in kinds {
      let things = MockNouns.things(scenario).filter { $0.kind == kind && $0.at.isEmpty }
      guard !things.isEmpty else { continue }
      let width = things.map(\.id.count).max() ?? 0
      lines.append(language.pick(title))
      lines += things.map { thing in
        "  \(thing.id)\(String(repeating: " ", count: width - thing.id.count))  \(thing.name[language])"
      }
    }
    if !scenario.earlier.isEmpty {
      lines.append(
        language.pick(
          (
            "Constats de l’audit précédent — constat suivre F… levé|persiste|récidive|régressé",
            "Findings of the earlier audit — finding follow F… lifted|persists|recurs|regressed"
          )))
      lines += scenario.earlier.enumerated().map { index, finding in
        "  F\(index + 1)  \(finding.criterion) \(finding.grade)  \(finding.title[language])"
      }
    }
    lines.append("")
    lines.append(
      language.pick(
        (
          "Ce que vous voyez devient une preuve P…, à citer dans vos constats\u{A0}: aller CRITÈRE (suivant en propose un, critère lister les montre), puis ncmin texte --preuve P3. «\u{A0}blanc indice\u{A0}» aide, contre des points\u{202F}; «\u{A0}blanc rendre\u{A0}» termine. Après l’heure, rien ne compte plus.",
          "What you see becomes evidence P…, to cite in your findings: go CRITERION (next proposes one, criterion list shows them), then ncmin text --evidence P3. mock hint helps, for points; mock hand-in ends. After the time nothing counts any more."
        )))
    return MockLines.visible(lines, width: width)
  }
}
