import Auditing
import Scripting

extension Session {
  /// Parses a source with the words that this session knows.
  ///
  /// The words of grades come from checklists, which take a while to read: a text that holds no
  /// `;` and in which every command is known without them is parsed without them.
  func parse(_ source: Source) throws(ScriptError) -> Script {
    let registry = Registry.standard
    if !source.scalars.contains(";"),
      let script = try? Parser.parse(source, registry.vocabulary(grades: [])),
      script.commands.allSatisfy({ registry.knows($0.word.value) })
    {
      return script
    }
    return try Parser.parse(source, registry.vocabulary(grades: grades))
  }

  /// Parses one command given as the program's arguments.
  func parse(arguments: [String]) throws(ScriptError) -> (source: Source, script: Script) {
    let registry = Registry.standard
    let isKnown = arguments.first.map { registry.knows($0) } ?? false
    return try Parser.parse(
      arguments: arguments, registry.vocabulary(grades: isKnown ? [] : grades))
  }
}

extension Script {
  /// The commands that stand as statements, those in blocks included.
  var commands: [Command] { Self.commands(in: statements) }

  private static func commands(in statements: [Statement]) -> [Command] {
    statements.flatMap { statement -> [Command] in
      switch statement {
      case .command(let command): [command]
      case .condition(let branches, let otherwise):
        branches.flatMap { commands(in: $0.block) } + commands(in: otherwise ?? [])
      case .loop(_, _, let block): commands(in: block)
      default: []
      }
    }
  }
}
