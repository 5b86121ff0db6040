import Auditing
import Scripting

/// A decision as a person reads it: each site with its verdict, and each rule with what it found.
struct DecisionText {
  private let judgements: [Judgement]
  private let audit: Audit
  private let checklist: Checklist
  private let day: CalendarDate

  init(_ judgements: [Judgement], _ audit: Audit, _ checklist: Checklist, _ day: CalendarDate) {
    self.judgements = judgements
    self.audit = audit
    self.checklist = checklist
    self.day = day
  }

  func text(_ session: Session) -> Wording {
    let lines = head + judgements.flatMap { told($0, session) }
    return (lines.map(\.fr).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n"))
  }

  private var head: [Wording] {
    var lines: [Wording] = [
      (
        "audit \(audit.id), référentiel \(checklist.id) \(checklist.edition), au \(day)",
        "audit \(audit.id), checklist \(checklist.id) \(checklist.edition), on \(day)"
      )
    ]
    if checklist.status == .provisional {
      lines.append(
        (
          "référentiel PROVISOIRE\u{A0}: reconstitué, à confirmer sur le texte officiel",
          "PROVISIONAL checklist: reconstructed, to be confirmed against the official text"
        ))
    }
    let weakest = judgements.compactMap(\.award.provenance).first
    if let weakest, weakest != .established {
      lines.append(
        (
          "règles PROPOSÉES par Constat, non celles du ministère ni du label",
          "rules PROPOSED by Constat, not the ministry’s nor the label’s"
        ))
    }
    return lines
  }

  /// How a rule stands, at the beginning of its line.
  private static func mark(_ holds: Bool, inWords: Bool) -> Wording {
    guard inWords else { return holds ? ("✓", "✓") : ("✗", "✗") }
    return holds ? ("tenue\u{A0}:", "holds:") : ("NON TENUE\u{A0}:", "DOES NOT HOLD:")
  }

  private func told(_ judgement: Judgement, _ session: Session) -> [Wording] {
    let award = judgement.award
    let verdict = award.verdict.wording
    let count: Wording = (
      "\(award.assessed) sur \(award.assessments.count) évalués",
      "\(award.assessed) of \(award.assessments.count) assessed"
    )
    var lines: [Wording] = [
      (
        "\(award.site)\u{A0}: \(verdict.fr.uppercased()) — \(count.fr)",
        "\(award.site): \(verdict.en.uppercased()) — \(count.en)"
      )
    ]
    for (rule, outcome) in award.rules {
      let found = Self.found(by: judgement.queries[rule.id] ?? [], outcome)
      let mark = Self.mark(outcome == .holds, inWords: session.settings.isPlain)
      let kind: Wording = rule.kind == .award ? ("", "") : (" (limite)", " (limit)")
      lines.append(
        (
          "  \(mark.fr) \(rule.id) \(rule.title[.fr])\(kind.fr)\(found.fr)",
          "  \(mark.en) \(rule.id) \(rule.title[.en])\(kind.en)\(found.en)"
        ))
    }
    let mark = Self.mark(false, inWords: session.settings.isPlain)
    lines += award.conflicts.map {
      ("  \(mark.fr) \(Self.open($0).fr)", "  \(mark.en) \(Self.open($0).en)")
    }
    lines.append(
      (
        "  → expliquer décision --site \(award.site) --audit \(audit.id)",
        "  → explain decision --site \(award.site) --audit \(audit.id)"
      ))
    return lines
  }

  /// What a rule that does not hold found: the records that it counted, or why it says nothing.
  private static func found(by queries: [RuleRunner.Query], _ outcome: Award.Outcome) -> Wording {
    switch outcome {
    case .holds: return ("", "")
    case .undecided(let why):
      return (" — non évaluable\u{A0}: \(why[.fr])", " — cannot be evaluated: \(why[.en])")
    case .fails:
      let ids = queries.flatMap { $0.records.map(\.id) }
      guard !ids.isEmpty else { return (" — non tenue", " — does not hold") }
      let shown = ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? "…" : "")
      return (" — non tenue\u{A0}: \(shown)", " — does not hold: \(shown)")
    }
  }

  /// That a contradiction is not settled.
  private static func open(_ conflict: String) -> Wording {
    (
      "contradiction \(conflict) à trancher\u{A0}: conflit trancher \(conflict)",
      "contradiction \(conflict) to be settled: conflict resolve \(conflict)"
    )
  }

  /// Why a site has the verdict that it has, one sentence a reason.
  static func reasons(of judgement: Judgement, _ language: Language) -> [String] {
    let award = judgement.award
    var reasons = award.rules.filter { $0.outcome != .holds }.map { rule, outcome in
      let found = found(by: judgement.queries[rule.id] ?? [], outcome)
      return language.pick(
        ("\(rule.id) \(rule.title[.fr])\(found.fr)", "\(rule.id) \(rule.title[.en])\(found.en)"))
    }
    let open = award.assessments.count - award.assessed
    if open > 0 {
      reasons.append(
        language.pick(
          (
            "\(open.fr("évaluation(s)")) à mener ou à trancher",
            "\(open.en("assessment(s)")) to make or settle"
          )))
    }
    return reasons + award.conflicts.map { language.pick(Self.open($0)) }
  }
}
