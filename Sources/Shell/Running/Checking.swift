import Auditing
import Scripting

/// `constat check FILE…`: scripts and checklists, checked and not run.
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
    return path.hasSuffix(".rec") ? checklist(bytes, path, &session) : script(bytes, path, &session)
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
      let script = try session.parse(source)
      let faults = Engine.check(script, source, session)
      Engine.report(faults, &session)
      guard faults.isEmpty else { return .usage }
      let points = script.commitPoints.map { source.place(of: $0.lowerBound).line }
      let list = points.map(String.init).joined(separator: ", ")
      say(
        (
          "\(path)\u{A0}: aucune faute"
            + (points.isEmpty ? "" : "\u{A0}; points sans retour aux lignes \(list)"),
          "\(path): no fault" + (points.isEmpty ? "" : "; commit points at lines \(list)")
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
    session.output.show(session.language.pick(wording).visible)
  }
}

extension Script {
  /// Where the commands stand that cannot be taken back.
  var commitPoints: [Range<Int>] {
    commands.filter { command in
      let match = try? Registry.standard.match(Shape(command), isPrompt: false, grades: { [] })
      return match?.spec.isCommitPoint == true
    }.map(\.range)
  }
}
