import Auditing
import Scripting

/// What the rules of a checklist say of a site, and what each rests on.
struct Judgement {
  let award: Award
  /// What each rule asked, by its id.
  let queries: [String: [RuleRunner.Query]]
}

extension Session {
  /// What the rules of an audit's checklist say of a site on a day.
  func judgement(of audit: Audit, on checklist: Checklist, at site: String, day: CalendarDate)
    -> Judgement
  {
    var inner = self
    inner.place = Place(audit: audit.key, site: site, criterion: nil)
    inner.day = day
    inner.isPrompt = false
    var queries: [String: [RuleRunner.Query]] = [:]
    let rules = checklist.rules.map { rule in
      let (outcome, asked) = inner.outcome(of: rule, audit: audit.id, site: site, day: day)
      queries[rule.id] = asked
      return (rule, outcome)
    }
    let rows = state.assessments(in: audit, on: checklist).filter { $0.site == site }
    let conflicts = state.conflicts(touching: audit, at: site).map(\.id)
    return Judgement(
      award: Award(site: site, rules: rules, assessments: rows, conflicts: conflicts),
      queries: queries)
  }

  /// Evaluates a rule: it reads, and its day is the only clock.
  private func outcome(of rule: Checklist.Rule, audit: String, site: String, day: CalendarDate)
    -> (Award.Outcome, [RuleRunner.Query])
  {
    let source = Source(name: rule.id, text: rule.expression)
    var interpreter = Interpreter(
      RuleRunner(self, source, day: day),
      memory: RuleCheck.memory(site: site, audit: audit, day: day), source: source)
    do {
      let value = try interpreter.evaluate(Parser.expression(rule.expression))
      guard case .boolean(let holds) = value else {
        let why = ShellError.ruleNotCondition.wording
        return (.undecided(LocalizedText(fr: why.fr, en: why.en)), interpreter.runner.queries)
      }
      return (holds ? .holds : .fails, interpreter.runner.queries)
    } catch {
      let why = Failure(error).error.wording
      return (.undecided(LocalizedText(fr: why.fr, en: why.en)), interpreter.runner.queries)
    }
  }

  /// The day that an audit is judged on: its last one.
  func dayOfJudgement(_ bound: Bound, _ audit: Audit) -> CalendarDate {
    bound.date("on") ?? audit.end ?? audit.start ?? today
  }

  /// The sites that a command means: the one it names, else those visited.
  func judgedSites(_ bound: Bound, _ audit: Audit) throws -> [String] {
    let visited = audit.visitedSites
    guard !visited.isEmpty else { throw Failure(.noScope) }
    guard let word = bound["site"] else { return visited }
    let site = try site(word, at: bound.place("site")).id
    guard visited.contains(site) else {
      throw Failure(.siteNotInScope(site, visited), at: bound.place("site"))
    }
    return [site]
  }
}

extension Judgement {
  /// The decision as a tree: what is assessed, then each rule with the records it looked at.
  func derivation(in audit: Audit, _ checklist: Checklist, _ session: Session) -> Derivation {
    let derivations = Derivations(session.state)
    var parts = [derivations.derivation(ofRateOf: audit, on: checklist, at: award.site)]
    for (rule, outcome) in award.rules {
      let asked = (queries[rule.id] ?? []).map { query in
        Derivation(
          .query(query.text), total: query.records.count,
          query.records.map {
            session.derivation(of: $0, in: audit, on: checklist, derivations, count: 1)
          })
      }
      parts.append(Derivation(.rule(rule, outcome), asked))
    }
    return Derivation(.award(award.verdict, site: award.site, audit: audit.id), parts)
  }
}
