import Auditing
import Scripting
import Training

/// `constat check FILE…`: scripts, checklists and scenarios, checked and not run.
enum Checking {
  static func check(_ paths: [String], _ session: inout Session) -> Int32 {
    guard !paths.isEmpty else {
      let failure = Failure(.fileNeeded("check"))
      Engine.report([failure.diagnostic(in: Source(name: "arguments", text: ""))], &session)
      return ExitCode.usage.rawValue
    }
    var exit = ExitCode.done
    for path in paths {
      let result = check(path, &session)
      if result != .done, exit == .done { exit = result }
    }
    session.output.flush(session.settings, isKept: true)
    return exit.rawValue
  }

  private static func check(_ path: String, _ session: inout Session) -> ExitCode {
    let bytes: [UInt8]
    do {
      bytes = try session.read(path)
    } catch {
      let failure = Failure(error)
      Engine.report([failure.diagnostic(in: Source(name: path, text: ""))], &session)
      return failure.error.exit
    }
    guard path.hasSuffix(".rec") else { return script(bytes, path, &session) }
    guard ScenarioLoader.isScenario(bytes) else { return checklist(bytes, path, &session) }
    let found = scenario(bytes, path, session)
    for line in found.lines { say(line, &session) }
    return found.isSound ? .done : .usage
  }

  private static func checklist(_ bytes: [UInt8], _ path: String, _ session: inout Session)
    -> ExitCode
  {
    let (checklist, faults) = ChecklistReading.load(bytes)
    guard let checklist else {
      for fault in faults { say(fault.located(in: path), &session) }
      say((faults.count.fr("faute(s)"), faults.count.en("fault(s)")), &session)
      return .usage
    }
    let status = Choices.name(
      checklist.status.rawValue, Choices.checklistStatuses, session.language)
    say(
      (
        "\(path)\u{A0}: \(checklist.id), édition \(checklist.edition) (\(status)), \(checklist.criteria.count) critères — aucune faute",
        "\(path): \(checklist.id), edition \(checklist.edition) (\(status)), \(checklist.criteria.count) criteria — no fault"
      ), &session)
    return .done
  }

  private static func script(_ bytes: [UInt8], _ path: String, _ session: inout Session)
    -> ExitCode
  {
    do {
      let source = try Source(name: path, bytes: bytes)
      var inner = session
      inner.base = Session.folder(of: path)
      inner.run.isOnlyChecked = true
      let script = inner.load(source)
      let faults = Engine.check(script, inner)
      Engine.report(faults, &session)
      guard faults.isEmpty else {
        say((faults.count.fr("faute(s)"), faults.count.en("fault(s)")), &session)
        return .usage
      }
      let points = script.commitPoints
      let lines = points.map(\.wording)
      say(
        (
          "\(path)\u{A0}: aucune faute"
            + (points.isEmpty ? "" : "\u{202F}; \(points.count.fr("point(s)")) sans retour\u{A0}:")
            + lines.map { "\n  " + $0.fr }.joined(),
          "\(path): no fault" + (points.isEmpty ? "" : "; \(points.count.en("commit point(s)")):")
            + lines.map { "\n  " + $0.en }.joined()
        ), &session)
      return .done
    } catch {
      Engine.report(
        [Diagnostic(error, in: Source(name: path, text: String(decoding: bytes, as: UTF8.self)))],
        &session)
      return .usage
    }
  }
}

extension Checking {
  /// Says what was found, as a result of the run.
  private static func say(_ wording: Wording, _ session: inout Session) {
    session.results.append(.init(command: "check", view: .text(wording)))
    guard !session.settings.isJSON else { return }
    let lines = session.language.pick(wording).split(separator: "\n")
    session.output.show(lines.map(\.visible).joined(separator: "\n"))
  }
}

/// A command of a script that cannot be taken back.
struct CommitPoint {
  let source: Source
  let range: Range<Int>

  /// Where it stands, and how it is written.
  var wording: Wording {
    let place = source.place(of: range.lowerBound)
    let text = source.text(range).split(separator: "\n").first.map(String.init) ?? ""
    let spot = "\(source.name):\(place.line)"
    return ("\(spot)\u{A0}: \(text)", "\(spot): \(text)")
  }
}

extension LoadedScript {
  /// The commands that cannot be taken back, in the order of the text.
  var commitPoints: [CommitPoint] {
    all.flatMap { script in
      script.script.allCommands.filter(Registry.standard.isCommitPoint)
        .map { CommitPoint(source: script.source, range: $0.range) }
    }
  }
}
