import Auditing
import Notation

/// What was seen, what was concluded of it, and what follows.
extension OSCAL {
  var result: JSON {
    let start = audit.start ?? subject.date
    let conclusion = audit.conclusion?.text ?? words.noConclusion.plain
    return Self.object(
      ("uuid", uuid("result")), ("title", .text(Self.line(report.metadata.subtitle.plain))),
      ("description", .text(Self.prose(conclusion))), ("start", Self.instant(start)),
      ("end", audit.end.map(Self.instant)), ("props", .list(props)),
      ("reviewed-controls", reviewedControls), ("attestations", attestations),
      (
        "observations",
        Self.list(subject.evidence.map(observation) + report.findings.map(statement))
      ),
      ("risks", Self.list(report.findings.filter(isRisk).map(risk))),
      ("findings", Self.list(report.rows.flatMap(findings))),
      ("remarks", .text(Self.prose(words.sampling.plain))))
  }

  private var props: [JSON] {
    var props = VerdictTally.order.map { verdict in
      Self.property("criteria-\(verdict.rawValue)", "\(report.tally[verdict])")
    }
    if case .rate(let percent, _, _, _) = report.rate {
      props.append(Self.property("conformity-rate", percent.description))
    }
    props.append(Self.property("checklist-status", report.checklist.status.rawValue))
    props.append(Self.property("audit", audit.id))
    for head in subject.heads {
      props.append(Self.property("journal-head", "\(head.writer) \(head.n) \(head.id)"))
    }
    return props
  }

  private var attestations: JSON? {
    guard let conclusion = audit.conclusion else { return nil }
    let leads = audit.team.filter { $0.role == .lead }.map(\.person)
    let degree = conclusion.degree.map { words.degree($0).plain }
    let prose = [degree, conclusion.recommendation].compactMap(\.self).joined(separator: "\n\n")
    return .list([
      Self.object(
        (
          "responsible-parties",
          leads.isEmpty
            ? nil
            : .list([
              Self.object(
                ("role-id", "lead"),
                ("party-uuids", .list(ReportBuilder.unique(leads).map { uuid("party/\($0)") })))
            ])
        ),
        (
          "parts",
          .list([
            Self.object(
              ("name", "conclusion"),
              ("prose", .text(Self.prose(prose.isEmpty ? conclusion.text : prose))))
          ])
        ))
    ])
  }

  private func observation(_ piece: Evidence) -> JSON {
    let resource = "#" + id("resource/\(piece.key)")
    let content = Self.prose(report.content(of: piece).plain)
    let account = [report.origin(of: piece), report.collection(of: piece)]
      .filter { !$0.isEmpty }.joined(separator: words.semicolon).plain
    return Self.object(
      ("uuid", uuid("observation/\(piece.key)")), ("title", .text(Self.line(piece.id))),
      ("description", .text(content)),
      (
        "links",
        piece.sha256.map { _ in
          .list([Self.object(("href", .text(resource)), ("rel", "evidence"))])
        }
      ), ("methods", .list([.text(method(piece.method))])), ("types", .list(["discovery"])),
      ("subjects", piece.site.map { .list([known($0)].compactMap(\.self)) }.flatMap(filled)),
      (
        "relevant-evidence",
        piece.sha256.map { _ in
          .list([Self.object(("href", .text(resource)), ("description", .text(content)))])
        }
      ),
      ("collected", piece.collected.map(Self.instant) ?? .text(piece.at.description)),
      ("remarks", account.isEmpty ? nil : .text(Self.prose(account))))
  }

  private func filled(_ list: JSON) -> JSON? { list[0] == nil ? nil : list }

  /// A site in scope as a subject; another is no location of the file.
  private func known(_ site: String) -> JSON? { sites.contains(site) ? subject(site) : nil }

  private func method(_ method: Checklist.Method?) -> String {
    switch method {
    case .examine?, .observe?: "EXAMINE"
    case .interview?: "INTERVIEW"
    case .test?, .mystery?: "TEST"
    case nil: "UNKNOWN"
    }
  }

  /// A finding of ours: what the evidence shows, which is no verdict yet.
  private func statement(_ finding: Finding) -> JSON {
    let pieces = finding.evidence.compactMap { report.evidence[$0] }
    return Self.object(
      ("uuid", uuid("finding/\(finding.key)")),
      ("title", .text(Self.line("\(report.number(finding)) — \(report.grade(finding).plain)"))),
      ("description", .text(Self.prose(finding.text))),
      ("props", Self.list(props(of: finding))),
      (
        "methods",
        .list(ReportBuilder.unique(pieces.map { method($0.method) }).map { .text($0) }.orUnknown)
      ),
      ("types", .list(["finding"])),
      ("subjects", known(finding.site).map { .list([$0]) }),
      ("collected", .text(finding.at.description)))
  }

  func props(of finding: Finding) -> [JSON] {
    [
      Self.property("number", report.number(finding)), Self.property("grade", finding.grade),
      Self.property("criterion", finding.criterion),
      Self.property("status", finding.status.rawValue),
      Self.property("position", finding.position.rawValue),
    ] + (finding.words.map { [Self.property("position-words", $0)] } ?? [])
  }

  /// What was concluded of a criterion, site by site; what nobody has assessed is no finding.
  private func findings(_ row: CriterionRow) -> [JSON] {
    row.assessments.filter { $0.verdict != .notAssessed && !$0.isInConflict }.map { assessment in
      let found = row.findings.filter { $0.site == assessment.site }
      let seen = row.evidence.filter { $0.site == nil || $0.site == assessment.site }
      let title = words.text(row.criterion.title).plain
      let status = Self.object(
        ("state", assessment.verdict == .nonconforming ? "not-satisfied" : "satisfied"),
        ("reason", .text(reason(assessment.verdict))),
        ("remarks", assessment.reason.map { .text(Self.prose($0)) }))
      return Self.object(
        ("uuid", uuid("assessment/\(assessment.criterion)/\(assessment.site)")),
        ("title", .text(Self.line("\(row.criterion.id) — \(report.siteName(assessment.site))"))),
        ("description", .text(Self.prose(title))),
        ("props", .list([Self.property("verdict", assessment.verdict.rawValue)])),
        (
          "target",
          Self.object(
            ("type", "objective-id"), ("target-id", .text(Self.token(row.criterion.id))),
            ("status", status))
        ),
        (
          "related-observations",
          Self.list(
            (seen.map { "observation/\($0.key)" } + found.map { "finding/\($0.key)" }).map {
              Self.object(("observation-uuid", uuid($0)))
            })
        ),
        (
          "related-risks",
          Self.list(
            found.filter(isRisk).map { Self.object(("risk-uuid", uuid("risk/\($0.key)"))) })
        ))
    }
  }

  private func reason(_ verdict: Assessment.Verdict) -> String {
    switch verdict {
    case .conforming: "pass"
    case .nonconforming: "fail"
    case .notApplicable, .notAssessed: "other"
    }
  }
}

extension [JSON] {
  /// The methods, or the one that says that none is known.
  fileprivate var orUnknown: [JSON] { isEmpty ? ["UNKNOWN"] : self }
}
