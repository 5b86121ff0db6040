import Auditing

/// Runs statements in order: it fills in variables and hands each command to what runs it.
package struct Interpreter<Runner: CommandRunner> {
  package var runner: Runner
  private var machine: Machine

  /// Creates an interpreter of a source, which begins with what earlier scripts left.
  package init(_ runner: Runner, memory: Memory = Memory(), source: Source) {
    self.runner = runner
    machine = Machine(memory: memory, source: source)
  }

  /// The variables and definitions that the script leaves.
  package var memory: Memory {
    var memory = machine.memory
    memory.scope.settle()
    return memory
  }

  /// Runs a script that sources no other; the first failure ends it.
  package mutating func run(_ script: Script) throws {
    try machine.run(LoadedScript(script, machine.source), &runner)
  }

  /// Runs a script and what it sources; the first failure ends it.
  ///
  /// - Throws: the failure; ``Traced`` when it stands in a definition or a sourced file.
  package mutating func run(_ unit: LoadedScript) throws {
    try machine.run(unit, &runner)
  }

  /// The value of an expression.
  package mutating func evaluate(_ expression: Expression) throws -> Value {
    try machine.evaluate(expression, &runner)
  }
}
