import Auditing
import Journaling
import Scripting

/// Runs what is entered at once: everything is checked before anything runs, and it applies whole
/// or leaves nothing behind.
enum Engine {
  /// Runs the bytes of a script.
  static func run(bytes: [UInt8], name: String, _ session: inout Session) -> ExitCode {
    do {
      return run(try Source(name: name, bytes: bytes), &session)
    } catch {
      report([Diagnostic(error.wording, source: nil, range: 0..<0)], &session)
      return .usage
    }
  }

  /// Runs a source: parses it, checks all of it, runs it, and puts it on disk.
  static func run(_ source: Source, _ session: inout Session) -> ExitCode {
    let script: Script
    do {
      script = try session.parse(source)
    } catch {
      report([Diagnostic(error, in: source)], &session)
      return .usage
    }
    return run(script, source, &session)
  }

  /// Runs a parsed script.
  static func run(_ script: Script, _ source: Source, _ session: inout Session) -> ExitCode {
    let faults = check(script, source, session)
    guard faults.isEmpty else {
      report(faults, &session)
      return .usage
    }
    session.placeAtStart = session.place
    session.isAlone = script.statements.count == 1
    var interpreter = Interpreter(ShellRunner(session, source), source: source)
    var failure: Failure?
    do {
      try interpreter.run(script)
    } catch is Ending {
      failure = nil
    } catch let error {
      failure = Failure(error)
    }
    session = interpreter.runner.session
    if failure == nil {
      do {
        try session.commit()
      } catch let error {
        failure = Failure(error)
      }
    }
    return finish(failure, source, &session)
  }

  private static func finish(_ failure: Failure?, _ source: Source, _ session: inout Session)
    -> ExitCode
  {
    guard let failure else {
      session.output.flush(session.settings, isKept: true)
      showUnmet(&session)
      let unmet = session.expectations.contains { !$0.holds }
      return session.result != .done ? session.result : unmet ? .unmet : .done
    }
    session.rollBack()
    session.output.flush(session.settings, isKept: false)
    report([failure.diagnostic(in: source)], &session)
    if case .journal(.syncFailed(_, _, _, let entry)) = failure.error {
      session.output.complain([entry])
    }
    return failure.error.exit
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
      session.output.complain(diagnostic.lines(in: session.language))
    }
  }

  /// Every fault of a script that shows before it runs.
  static func check(_ script: Script, _ source: Source, _ session: Session) -> [Diagnostic] {
    Analyzer.faults(of: script, in: source, known: []) { command, _ in
      CommandCheck(session: session, source: source).faults(of: command)
    }
  }
}

/// The end of a script by `stop` or `quit`, which keeps what it did.
struct Ending: Error {}
