import Auditing
import Scripting
import Signing

/// The start-up file of the interactive session: settings, variables and definitions only.
enum StartUp {
  /// Reads the start-up file when there is one; its faults are told, and nothing of it is kept.
  static func run(_ session: inout Session) {
    let path = "\(session.environment.configHome)/constat/start.constat"
    guard !session.run.skipsStart, let bytes = try? Files.contents(path, limit: 1 << 20) else {
      return
    }
    let source: Source
    do {
      source = try Source(name: path, bytes: bytes)
    } catch {
      return Engine.report(
        [Diagnostic(error, in: Source.repaired(name: path, bytes: bytes))], &session)
    }
    var inner = session
    inner.base = Session.folder(of: path)
    inner.isPrompt = false
    let script = inner.load(source)
    let faults = script.all.flatMap { unit in
      unit.script.statements.compactMap { fault(of: $0, in: unit) }
    }
    guard faults.isEmpty else { return Engine.report(faults, &session) }
    _ = Engine.run(script, &inner)
    (inner.base, inner.isPrompt) = (session.base, session.isPrompt)
    session = inner
  }

  private static func fault(of statement: Statement, in unit: LoadedScript) -> Diagnostic? {
    func refuse(_ word: String, _ range: Range<Int>) -> Diagnostic {
      Diagnostic(ScriptError(.notAtStart(word), range), in: unit.source)
    }
    switch statement {
    case .definition, .inclusion, .broken: return nil
    case .command(let command):
      guard SessionCommands.set.name.matches(command.word.value) else {
        return refuse(command.word.value, command.word.range)
      }
      let inner = Script([statement]).allCommands.dropFirst()
      return inner.first.map { refuse($0.word.value, $0.word.range) }
    case .assignment(_, let value):
      let script = Script([statement])
      if let command = script.allCommands.first {
        return refuse(command.word.value, command.word.range)
      }
      return value.ownCall.map { refuse($0.value, $0.range) }
    case .param(let name, _, _): return refuse("param", name.range)
    case .condition(let branches, _):
      return refuse("if", branches.first?.test.range ?? 0..<0)
    case .loop(let loop): return refuse("for", loop.name.range)
    case .expectation(_, _, let range): return refuse("expect", range)
    case .returning(_, let range): return refuse("return", range)
    case .supposition(_, let range): return refuse("suppose", range)
    }
  }
}
