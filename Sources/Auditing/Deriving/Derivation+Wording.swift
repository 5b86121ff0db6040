/// What each node of a derivation says to a person.
extension Derivation {
  /// The node in one line, without what it adds up to.
  package var wording: (fr: String, en: String) {
    switch claim {
    case .rate(let rate, let audit, let site):
      let of = site.map { (fr: " à \($0)", en: " at \($0)") } ?? (fr: "", en: "")
      return (
        "taux de conformité de l’audit \(audit)\(of.fr)\u{A0}: \(rate.wording.fr)",
        "conformity rate of audit \(audit)\(of.en): \(rate.wording.en)"
      )
    case .verdicts(let verdict, let count):
      let name = verdict.wording
      return ("\(name.fr)\u{A0}: \(count)", "\(name.en): \(count)")
    case .module(let id, let title, let status):
      return (
        "module \(id) \(title[.fr])\u{A0}: \(status.wording(of: ("critère", "criteria")).fr)",
        "module \(id) \(title[.en]): \(status.wording(of: ("critère", "criteria")).en)"
      )
    case .criterion(let id, let title, let status):
      let state = status.wording(of: ("site", "sites"))
      return ("\(id) \(title[.fr])\u{A0}: \(state.fr)", "\(id) \(title[.en]): \(state.en)")
    case .assessment(let row): return Self.wording(of: row)
    case .finding(let finding, let grade): return Self.wording(of: finding, grade)
    case .evidence(let piece):
      let what = piece.form == .file ? piece.name ?? "" : piece.text ?? ""
      return ("preuve \(piece.id)\u{A0}: \(what)", "evidence \(piece.id): \(what)")
    case .indicator(let indicator, let site, let met):
      return Self.wording(of: indicator, site, met)
    case .measure(let measure): return Self.wording(of: measure)
    case .label(let label):
      return (
        "label \(label.checklist) de \(label.site) du \(label.from), pour \(label.validity) mois\u{A0}: jusqu’au \(label.until)",
        "label \(label.checklist) of \(label.site) from \(label.from), for \(label.validity) months: until \(label.until)"
      )
    case .award(let verdict, let site, let audit):
      return (
        "avis pour \(site), audit \(audit)\u{A0}: \(verdict.wording.fr)",
        "decision for \(site), audit \(audit): \(verdict.wording.en)"
      )
    case .rule(let rule, let outcome): return Self.wording(of: rule, outcome)
    case .query(let text): return (text, text)
    case .entry(let entry): return Self.wording(of: entry)
    case .nothingRecorded: return ("aucune écriture n’en parle", "no entry speaks of it")
    case .stated(_, _, let text): return (text[.fr], text[.en])
    }
  }

  private static func wording(of row: Assessment) -> (fr: String, en: String) {
    let verdict: (fr: String, en: String) =
      row.isInConflict
      ? ("verdicts contradictoires, tenu pour non évalué", "contradictory verdicts, not assessed")
      : row.verdict.wording
    let reason = row.reason.map { " — \($0)" } ?? ""
    return (
      "\(row.criterion) · \(row.site)\u{A0}: \(verdict.fr)\(reason)",
      "\(row.criterion) · \(row.site): \(verdict.en)\(reason)"
    )
  }

  private static func wording(of finding: Finding, _ grade: Checklist.Grade?)
    -> (fr: String, en: String)
  {
    let (title, status) = (grade?.title, finding.status.wording)
    return (
      "constat \(finding.id), \(title?[.fr] ?? finding.grade), \(finding.criterion) · \(finding.site), \(status.fr)\u{A0}: \(finding.text)",
      "finding \(finding.id), \(title?[.en] ?? finding.grade), \(finding.criterion) · \(finding.site), \(status.en): \(finding.text)"
    )
  }

  private static func wording(of indicator: Checklist.Indicator, _ site: String, _ met: Bool?)
    -> (fr: String, en: String)
  {
    let limit = indicator.target.map { target in
      (
        fr: "cible \(target.comparison.rawValue) \(target.limit.written(in: .fr))",
        en: "target \(target.comparison.rawValue) \(target.limit.written(in: .en))"
      )
    }
    let state: (fr: String, en: String) =
      switch (limit, met) {
      case (nil, _): ("sans cible", "no target")
      case (let limit?, true): ("\(limit.fr) atteinte", "\(limit.en) met")
      case (let limit?, false): ("\(limit.fr) NON atteinte", "\(limit.en) NOT met")
      case (let limit?, nil): ("\(limit.fr), rien à comparer", "\(limit.en), nothing to compare")
      }
    return (
      "\(indicator.id) \(indicator.title[.fr]) · \(site)\u{A0}: \(state.fr)",
      "\(indicator.id) \(indicator.title[.en]) · \(site): \(state.en)"
    )
  }

  private static func wording(of measure: Measure) -> (fr: String, en: String) {
    let n = measure.n.map { ", n = \($0)" } ?? ""
    let source = measure.source.map { " — \($0)" } ?? ""
    return (
      "mesure \(measure.period)\u{A0}: \(measure.value.written(in: .fr))\(n)\(source)",
      "measurement \(measure.period): \(measure.value.written(in: .en))\(n)\(source)"
    )
  }

  private static func wording(of rule: Checklist.Rule, _ outcome: Award.Outcome)
    -> (fr: String, en: String)
  {
    let state: (fr: String, en: String) =
      switch outcome {
      case .holds: ("tenue", "holds")
      case .fails: ("NON tenue", "does NOT hold")
      case .undecided(let why): ("non évaluable, \(why[.fr])", "cannot be evaluated, \(why[.en])")
      }
    return (
      "règle \(rule.id) \(rule.title[.fr])\u{A0}: \(state.fr) (\(rule.standing.fr))",
      "rule \(rule.id) \(rule.title[.en]): \(state.en) (\(rule.standing.en))"
    )
  }

  private static func wording(of entry: Entry) -> (fr: String, en: String) {
    let isToCome = entry.operation.isEmpty
    let (who, id) = (entry.by, entry.shortID)
    return (
      "écriture \(isToCome ? "non encore faite" : id), \(entry.kind), par \(who.isEmpty ? "quelqu’un" : who), \(entry.at.seconds)",
      "entry \(isToCome ? "not yet made" : id), \(entry.kind), by \(who.isEmpty ? "someone" : who), \(entry.at.seconds)"
    )
  }
}

extension Assessment.Verdict {
  /// The verdict as a person reads it.
  package var wording: (fr: String, en: String) {
    switch self {
    case .notAssessed: ("non évalué", "not assessed")
    case .conforming: ("conforme", "conforming")
    case .nonconforming: ("non conforme", "nonconforming")
    case .notApplicable: ("sans objet", "not applicable")
    }
  }
}

extension CriterionStatus {
  /// The derived verdict with its count: `non conforme, 3 sites sur 5 évalués`.
  package func wording(of things: (fr: String, en: String)) -> (fr: String, en: String) {
    guard let verdict else { return ("hors périmètre", "out of scope") }
    let plural = assessed > 1 ? "s" : ""
    let noun = things.fr + (sites > 1 ? "s" : "")
    return (
      "\(verdict.wording.fr), \(assessed) \(assessed > 1 ? noun : things.fr) sur \(sites) évalué\(plural)",
      "\(verdict.wording.en), \(assessed) of \(sites) \(things.en) assessed"
    )
  }
}

extension Award.Verdict {
  /// The verdict as a person reads it.
  package var wording: (fr: String, en: String) {
    switch self {
    case .unfavourable: ("défavorable", "unfavourable")
    case .withheld: ("réservé, tout n’est pas établi", "withheld, not all is established")
    case .conditional: ("favorable sous réserve", "favourable with a reserve")
    case .favourable: ("favorable", "favourable")
    }
  }
}

extension Checklist.Rule {
  /// How well founded the rule is: read in the label's own text, or ours.
  package var standing: (fr: String, en: String) {
    switch provenance {
    case .established: ("règle établie", "established rule")
    case .partial: ("règle lue sur une page secondaire", "rule read on a secondary page")
    case .inferred:
      (
        "règle proposée par Constat, non celle du label",
        "rule proposed by Constat, not the label’s"
      )
    }
  }
}
