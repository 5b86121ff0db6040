import Auditing

/// What the parts of a report share: the subject, its words, and what is derived from it once.
struct ReportBuilder {
  let subject: ReportSubject
  let words: ReportWording
  let rows: [CriterionRow]
  let findings: [Finding]
  let completeness: Completeness
  let tally: VerdictTally
  let rate: ConformityRate
  let evidence: [String: Evidence]
  private let sites: [String: Site]
  private let persons: [String: Person]
  private let cited: Set<String>

  init(_ subject: ReportSubject, _ words: ReportWording) {
    self.subject = subject
    self.words = words
    rows = subject.rows
    findings = subject.standingFindings
    completeness = Completeness(subject, rows: rows)
    tally = VerdictTally(rows)
    rate = ConformityRate(tally)
    evidence = subject.evidenceByKey
    sites = Dictionary(subject.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    persons = Dictionary(
      subject.persons.map { ($0.handle, $0) }, uniquingKeysWith: { first, _ in first })
    cited = subject.citedEvidence
  }
}

extension ReportBuilder {
  var audit: Audit { subject.audit }
  var checklist: Checklist { subject.checklist }
  var language: Language { words.language }

  func site(_ id: String) -> Site? { sites[id] }

  func siteName(_ id: String) -> String { sites[id]?.name ?? id }

  /// The name of a service; one of a module alone has the module before it.
  func serviceName(_ id: String) -> String {
    let parts = id.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return subject.services[id] ?? id }
    return "\(parts[0])\u{A0}: \(subject.services[parts[1]] ?? parts[1])"
  }

  func person(_ handle: String) -> Person? { persons[handle] }

  /// The name of a person, or the handle where the dossier has no name for it.
  func personName(_ handle: String) -> RichText {
    guard let name = persons[handle]?.name, !name.isEmpty else {
      return words.orNotGiven(handle)
    }
    return RichText(data: name)
  }

  /// The number the report gives a finding, or its id while it has none.
  func number(_ finding: Finding) -> String { finding.number ?? finding.id }

  func isCited(_ evidence: Evidence) -> Bool { cited.contains(evidence.key) }

  var checklistTitle: RichText { words.text(checklist.title) }

  /// The checklist with its edition and status.
  var checklistName: RichText {
    words.checklist(
      checklistTitle, edition: checklist.edition, words.word(checklist.status))
  }

  func moduleName(_ id: String) -> RichText {
    guard let module = checklist.module(id) else { return RichText(data: id) }
    guard module.kind == .module else { return words.text(module.title) }
    return words.module(module.id, words.text(module.title))
  }

  /// The grade of a finding with the shape of its severity.
  func grade(_ finding: Finding) -> RichText {
    guard let grade = checklist.grade(finding.grade) else { return RichText(data: finding.grade) }
    return RichText([.mark(.severity(grade.severity), words.text(grade.title).plain)])
  }

  /// Names as a list within a sentence.
  func list(_ names: [RichText]) -> RichText { names.joined(separator: words.comma) }

  func section(
    _ number: String, _ title: RichText, blocks: [Document.Block] = [],
    sections: [Document.Section] = [], startsPage: Bool = false
  ) -> Document.Section {
    Document.Section(
      number: RichText(data: number), title: title, blocks: blocks, sections: sections,
      startsPage: startsPage)
  }

  func column(
    _ title: RichText, _ share: Int, _ alignment: Document.Column.Alignment = .leading
  ) -> Document.Column {
    Document.Column(title, share: share, alignment: alignment)
  }
}
