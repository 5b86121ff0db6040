import Auditing
import Journaling
import Scripting
import Signing

/// Runs what is entered at once: everything is checked before anything runs, and it applies whole
/// or leaves nothing behind.
enum Engine {
  /// Runs a source: reads it with what it sources, checks all of it, runs it, and puts it on disk.
  static func run(_ source: Source, _ session: inout Session) -> ExitCode {
    run(session.load(source), &session)
  }

  /// Runs a script that was read.
  static func run(_ script: LoadedScript, _ session: inout Session) -> ExitCode {
    let faults = check(script, session)
    guard faults.isEmpty else {
      report(faults, &session)
      return .usage
    }
    session.placeAtStart = session.place
    session.run.kept = []
    session.run.hasAsked = false
    session.run.name = script.asks ? session.environment.random(8).hexadecimal : nil
    session.run.script = script.source.name
    session.isAlone = script.script.statements.count == 1
    if session.run.isDry { session.beginSupposing() }
    var interpreter = Interpreter(
      ShellRunner(session, script.source), memory: session.memory, source: script.source)
    var failure: (Failure, Traced?)?
    do {
      try interpreter.run(script)
    } catch is Ending {
      failure = nil
    } catch let error as Traced {
      failure = (Failure(error.error), error)
    } catch let error {
      failure = (Failure(error), nil)
    }
    session = interpreter.runner.finished
    if failure == nil {
      do {
        try session.commit()
        try endDryRun(&session)
        session.memory = interpreter.memory
      } catch let error {
        failure = (Failure(error), nil)
      }
    }
    return finish(failure, script.source, &session)
  }

  /// Tells what a dry run would have changed.
  private static func endDryRun(_ session: inout Session) throws {
    guard session.run.isDry, let changes = try session.endSupposing() else { return }
    if !changes.lines.isEmpty || !session.run.hasPreviewed {
      session.tell(changes, command: "dry-run")
    }
    session.output.suppose(("rien n’a été écrit", "nothing was written"))
  }

  private static func finish(
    _ failure: (Failure, Traced?)?, _ source: Source, _ session: inout Session
  ) -> ExitCode {
    guard let (failure, trace) = failure else {
      session.output.flush(session.settings, isKept: true)
      showUnmet(&session)
      let unmet = session.expectations.contains { !$0.holds }
      return session.result != .done ? session.result : unmet ? .unmet : .done
    }
    session.rollBack()
    session.output.flush(session.settings, isKept: false)
    var diagnostic = failure.diagnostic(in: trace?.source ?? source)
    diagnostic.steps = trace?.steps ?? []
    report([diagnostic], &session)
    showKept(&session)
    if case .journal(.syncFailed(_, _, _, let entry)) = failure.error {
      session.output.complain([entry])
    }
    return failure.error.exit
  }

  /// Lists what commit points kept before a failure.
  private static func showKept(_ session: inout Session) {
    let history = session.state.history
    for id in session.run.kept {
      guard let position = history.position(of: id) else { continue }
      let words = history.operations[position].words
      session.output.complain([
        session.language.pick(("  = conservé\u{A0}: \(words.fr)", "  = kept: \(words.en)"))
      ])
    }
  }

  private static func showUnmet(_ session: inout Session) {
    guard !session.settings.isQuiet else { return }
    for expectation in session.expectations where !expectation.holds {
      let words: Wording = (
        "attendu et non tenu\u{A0}: \(expectation.what)",
        "expected and not held: \(expectation.what)"
      )
      session.output.complain([session.language.pick(words)])
    }
  }

  /// Shows faults on standard error, one after the other.
  static func report(_ diagnostics: [Diagnostic], _ session: inout Session) {
    for diagnostic in diagnostics {
      session.errors.append(diagnostic)
      // The excerpt stays as it is, so that the caret stands under its word.
      let lines = diagnostic.lines(in: session.language).map { line in
        line.hasPrefix("  = ") ? line.wrapped(to: session.settings.width) : line
      }
      session.output.complain(lines.flatMap { $0.split(separator: "\n").map(String.init) })
    }
  }

  /// Every fault of a script that shows before it runs.
  static func check(_ script: LoadedScript, _ session: Session) -> [Diagnostic] {
    let registry = Registry.standard
    let dates = session.dates
    // Asked for once, and only where a word is none of the program's own: checklists are read.
    var known: [Checklist.Grade]?
    func grades() -> [Checklist.Grade] {
      let grades = known ?? session.grades
      known = grades
      return grades
    }
    let check = CommandCheck(session, dates, grades)
    let checks = Analyzer.Checks(isCommand: { word in
      registry.knows(word)
        || grades().contains { [$0.word.folded, $0.code.folded].contains(word.folded) }
    }) { command, _, source in
      check.faults(of: command, in: source)
    }
    return Analyzer.faults(of: script, after: session.memory, checks: checks)
      + script.script.parameterFaults(in: script.source)
  }
}

/// The end of a script by `stop` or `quit`, which keeps what it did.
struct Ending: EndOfRun {}

extension Script {
  /// The parameters whose type is none.
  fileprivate func parameterFaults(in source: Source) -> [Diagnostic] {
    statements.compactMap { statement in
      guard case .param(_, let type, _) = statement, !Parameters.isType(type.value) else {
        return nil
      }
      return Failure(
        .unknownChoice(
          type.value, known: Parameters.types.map { Name($0) },
          suggestion: Suggestion.nearest(to: type.value, among: Parameters.types)),
        at: type.range
      ).diagnostic(in: source)
    }
  }
}

extension LoadedScript {
  /// Whether it asks a person something.
  var asks: Bool {
    all.contains { script in
      script.script.allCommands.contains { SessionCommands.ask.name.matches($0.word.value) }
    }
  }
}
