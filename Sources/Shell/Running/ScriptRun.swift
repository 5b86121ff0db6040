import Auditing
import LineEditing
import Scripting

/// A script run from outside, whose parameters are options of the line.
struct ScriptRun {
  private let source: Source
  private let words: [String]

  init(_ source: Source, _ words: [String]) {
    self.source = source
    self.words = words
  }

  /// Runs the bytes of a script with what follows its name.
  static func run(
    _ bytes: [UInt8], named name: String, _ words: [String], _ session: inout Session
  ) throws -> ExitCode {
    let source: Source
    do {
      source = try Source(name: name, bytes: bytes)
    } catch {
      Engine.report([Diagnostic(error.wording, source: nil, range: 0..<0)], &session)
      return .usage
    }
    return try ScriptRun(source, words).run(&session)
  }

  /// Runs it; a parameter that nothing was given for is asked for, where a person is there.
  func run(_ session: inout Session) throws -> ExitCode {
    let loaded = session.load(source)
    let parameters = loaded.script.parameters
    if words.contains("--help") {
      session.output.show(help(loaded.script, parameters, session.language).harmless)
      session.output.flush(session.settings, isKept: true)
      return .done
    }
    for parameter in parameters where ProgramOptions.reserved.contains(parameter.name) {
      throw Failure(.reservedParameter(parameter.name))
    }
    guard loaded.faults.isEmpty else { return Engine.run(loaded, &session) }
    session.parameters = try given(parameters)
    for parameter in parameters
    where !parameter.hasDefault && session.parameters[parameter.name] == nil {
      guard Terminal.isInteractive else {
        throw Failure(.parameterMissing(parameter.name, type: parameter.type))
      }
      session.parameters[parameter.name] = [try Question(parameter, session).ask(session).text]
    }
    return Engine.run(loaded, &session)
  }

  private func given(_ parameters: [Script.Parameter]) throws -> [String: [String]] {
    var values: [String: [String]] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      let parts = word.drop { $0 == "-" }.split(separator: "=", maxSplits: 1).map(String.init)
      guard word.hasPrefix("--"), let name = parts.first,
        parameters.contains(where: { $0.name == name })
      else { throw Failure(.unknownParameter(word, known: parameters.map { "--" + $0.name })) }
      guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
        throw Failure(.programOptionNeedsValue(word))
      }
      values[name, default: []].append(value)
    }
    return values
  }

  private func help(_ script: Script, _ parameters: [Script.Parameter], _ language: Language)
    -> String
  {
    var lines = [script.comment]
    for parameter in parameters {
      let state: Wording =
        parameter.hasDefault ? ("facultatif", "optional") : ("obligatoire", "required")
      lines.append(
        "  --\(parameter.name) \(parameter.type.uppercased())  (\(language.pick(state)))")
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension Script {
  /// A parameter as its script declares it.
  struct Parameter {
    let name: String
    let type: String
    let hasDefault: Bool
  }

  /// The parameters in the order of the script.
  var parameters: [Parameter] {
    statements.compactMap { statement in
      guard case .param(let name, let type, let value) = statement else { return nil }
      return Parameter(name: name.value, type: type.value, hasDefault: value != nil)
    }
  }
}
