import Auditing
import Checklists
import Scripting

/// Checks the expression of a checklist's rule: it can only read, and it says yes or no.
enum RuleCheck {
  /// The verbs that a rule may use.
  static let verbs = ["list", "show", "count"]

  /// The variables that a rule sees: the site and the audit that are judged, and the day.
  static func memory(site: String, audit: String, day: CalendarDate) -> Memory {
    var memory = Memory()
    memory.scope.fix("site", .word(site))
    memory.scope.fix("audit", .word(audit))
    memory.scope.fix("day", .date(day))
    return memory
  }

  /// What is wrong with an expression, or nothing.
  static func fault(in text: String) -> ExpressionFault? {
    let source = Source(name: "Expression", text: text)
    let expression: Expression
    do {
      expression = try Parser.expression(text)
    } catch {
      return fault(error.wording, notes: error.notes, at: error.range.lowerBound, of: text)
    }
    if !expression.isCondition {
      let failure = Failure(.ruleNotCondition)
      return fault(
        failure.error.wording, notes: failure.error.notes, at: expression.range.lowerBound,
        of: text)
    }
    let statement = Statement.expectation(expression, what: nil, range: expression.range)
    let checks = Analyzer.Checks { command, _, source in faults(of: command, in: source) }
    let memory = memory(site: "site", audit: "audit", day: CalendarDate(dayNumber: 0))
    let found = Analyzer.faults(
      of: LoadedScript(Script([statement]), source), after: memory, checks: checks)
    return found.first.map {
      fault($0.message, notes: $0.notes, at: $0.range.lowerBound, of: text)
    }
  }

  private static func faults(of command: Command, in source: Source) -> [Diagnostic] {
    guard let failure = refusal(of: command) else {
      // A checklist is read before anything is open: the words of a rule need no dossier.
      let nowhere = Session(
        environment: Surroundings(
          variables: [:], now: { Timestamp(milliseconds: 0) }, machine: ""),
        settings: Settings(language: .fr))
      return CommandCheck(nowhere, nowhere.dates, { [] }).faults(of: command, in: source)
    }
    return [failure.diagnostic(in: source)]
  }

  /// Why a command may not stand in a rule, or nothing.
  private static func refusal(of command: Command) -> Failure? {
    let noun = Registry.standard.noun(command.word.value)
    var verb: String?
    if case .value(let value)? = command.arguments.first, case .word(let word) = value.value {
      verb = word
    }
    let spec = noun.flatMap { noun in
      Registry.standard.verbs(of: noun.name).first { $0.name.matches(verb ?? "") }
    }
    guard let spec, verbs.contains(spec.name.en), !spec.writes else {
      return Failure(
        .ruleActs([command.word.value, verb].compactMap(\.self).joined(separator: " ")),
        at: command.word.range)
    }
    for clause in command.clauses {
      if case .destination(let value) = clause {
        return Failure(.ruleActs("to"), at: value.range)
      }
    }
    return nil
  }

  private static func fault(_ reason: Wording, notes: [Wording], at offset: Int, of text: String)
    -> ExpressionFault
  {
    ExpressionFault(
      offset: text.unicodeScalars.prefix(offset).reduce(0) { $0 + UTF8.width($1) },
      reason: reason, remedy: notes.first ?? reason)
  }
}

extension Expression {
  /// Whether it says yes or no whatever it holds.
  fileprivate var isCondition: Bool {
    switch node {
    case .or(let left, let right), .and(let left, let right):
      left.isCondition && right.isCondition
    case .not(let operand): operand.isCondition
    case .compare, .contained, .empty: true
    case .value(.list(let items)): items.count == 1 && items[0].isCondition
    case .value, .field, .arithmetic, .call: false
    }
  }
}
