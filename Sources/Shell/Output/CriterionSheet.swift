import Auditing

/// What an auditor needs at one criterion: the requirement, what would prove it, what to ask.
struct CriterionSheet {
  let criterion: Checklist.Criterion
  let checklist: Checklist
  let site: String
  let assessment: Assessment
  let evidence: [Evidence]
  let findings: [Finding]
  /// What is said against what of the verdict, where it is in contradiction.
  var contest: Wording?
  /// What the last audit that looked at this criterion here said of it.
  var last: Last?

  /// What an earlier audit found.
  struct Last {
    let audit: String
    let verdict: Assessment.Verdict
    let findings: [Finding]
  }

  func text(_ language: Language) -> String {
    var lines = ["\(criterion.id) · \(site) — \(criterion.title[language])"]
    func add(_ label: Wording, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      let colon = language == .fr ? "\u{A0}:" : ":"
      let plain = value.replacing("\n", with: " ")
      lines.append("  \(language.pick(label))\(colon) \(plain)")
    }
    let module = checklist.module(criterion.module)
    add(("module", "module"), module.map { "\($0.id) \($0.title[language])" })
    add(("provenance", "provenance"), provenance(language))
    for evidence in criterion.evidence {
      add(("preuve attendue", "evidence expected"), evidence[language])
    }
    let methods = criterion.methods.map { Choices.name($0.rawValue, Choices.methods, language) }
    add(("méthode", "method"), methods.joined(separator: ", "))
    add(("lieu", "place"), criterion.place?[language])
    add(("rencontrer", "meet"), criterion.meet?[language])
    add(("demander", "ask"), criterion.question?[language])
    for id in criterion.indicators {
      guard let indicator = checklist.indicator(id) else { continue }
      let target = indicator.target.map {
        " (\($0.written(in: language)))"
      }
      add(("indicateur", "indicator"), "\(id) \(indicator.title[language])\(target ?? "")")
    }
    add(("remarque", "note"), criterion.note?[language])
    add(("verdict", "verdict"), verdict(language))
    if !evidence.isEmpty {
      add(("preuves", "evidence"), evidence.map(\.id).joined(separator: ", "))
    }
    for finding in findings {
      add(("constat", "finding"), "\(finding.id) (\(finding.grade)) \(finding.text)")
    }
    if let last {
      let verdict = Choices.name(last.verdict.rawValue, Choices.verdicts, language)
      add(("la dernière fois", "last time"), "\(verdict) (audit \(last.audit))")
      for finding in last.findings {
        add(("constat d’alors", "finding then"), "\(finding.id) (\(finding.grade)) \(finding.text)")
      }
    }
    return lines.joined(separator: "\n")
  }

  private func provenance(_ language: Language) -> String {
    let name = Choices.name(criterion.provenance.rawValue, Choices.provenances, language)
    return "\(name) (\(criterion.source.joined(separator: ", ")))"
  }

  private func verdict(_ language: Language) -> String {
    let name = Choices.name(assessment.verdict.rawValue, Choices.verdicts, language)
    let reason = contest.map { language.pick($0) } ?? assessment.reason
    return reason.map { "\(name) — \($0)" } ?? name
  }
}

extension State {
  /// What the last audit before this one that assessed a criterion at a site said of it.
  func lastLook(at criterion: String, _ site: String, before audit: Audit) -> CriterionSheet.Last? {
    for earlier in audits.prefix(while: { $0.key != audit.key }).reversed() {
      let verdict = assessment(earlier, criterion, site).verdict
      guard verdict != .notAssessed else { continue }
      let found = findings(in: earlier, on: criterion, at: site)
      return .init(audit: earlier.id, verdict: verdict, findings: found)
    }
    return nil
  }
}
