import Auditing

/// The state of a run: what variables and definitions there are, and which text is run.
struct Machine {
  var memory: Memory
  /// The text in which the statement at hand stands.
  var source: Source
  /// How many calls stand within each other, and how much of the stack they may need.
  var calls = 0
  var weight = 0

  /// How many calls may stand within each other.
  static let mostCalls = 100
  /// How many levels all of them may have together: enough for people, few enough for the stack.
  static let mostLevels = 1500

  init(memory: Memory, source: Source) {
    self.memory = memory
    self.source = source
  }

  /// How a statement ends: the next one follows, or the definition gives a value.
  enum Flow {
    case next
    case returned(Value)
  }
}

// MARK: - Statements

extension Machine {
  /// Runs a script, whose definitions are known from its beginning.
  mutating func run(_ unit: LoadedScript, _ runner: inout some CommandRunner) throws {
    let file = memory.scope.file
    for definition in unit.definitions {
      memory.definitions[file][definition.name.value.folded] =
        Memory.Closure(definition: definition, file: file, source: unit.source)
    }
    var included = unit.included[...]
    for statement in unit.script.statements {
      if case .inclusion(_, let range) = statement {
        guard let other = included.popFirst().flatMap(\.self) else { continue }
        try include(other, at: range, &runner)
      } else {
        _ = try run(statement, &runner)
      }
    }
  }

  /// Runs another file with variables of its own, and takes over what it defines.
  private mutating func include(
    _ unit: LoadedScript, at range: Range<Int>, _ runner: inout some CommandRunner
  ) throws {
    let step = Traced.Step(.file, source, range)
    let before = (frame: memory.scope.enterFile(), source: source)
    memory.definitions.append([:])
    let file = memory.scope.file
    source = unit.source
    runner.enter(source)
    do {
      try run(unit, &runner)
    } catch {
      throw Traced.adding(step, to: error, in: source)
    }
    memory.scope.leave(to: before.frame)
    source = before.source
    runner.enter(source)
    memory.scope.take(from: file)
    for (name, closure) in memory.definitions[file] {
      memory.definitions[memory.scope.file][name] = closure
    }
  }

  mutating func run(_ statements: [Statement], _ runner: inout some CommandRunner) throws
    -> Flow
  {
    for statement in statements {
      if case .returned(let value) = try run(statement, &runner) { return .returned(value) }
    }
    return .next
  }

  private mutating func block(_ statements: [Statement], _ runner: inout some CommandRunner)
    throws -> Flow
  {
    memory.scope.open()
    defer { memory.scope.close() }
    return try run(statements, &runner)
  }

  mutating func run(_ statement: Statement, _ runner: inout some CommandRunner) throws
    -> Flow
  {
    switch statement {
    case .assignment(let name, let value):
      try memory.scope.assign(name, try evaluate(value, &runner), comparing(&runner))
    case .condition(let branches, let otherwise):
      for index in branches.indices where try isTrue(branches[index].test, &runner) {
        return try block(branches[index].block, &runner)
      }
      if let otherwise { return try block(otherwise, &runner) }
    case .loop(let loop): return try run(loop, &runner)
    case .command(let command):
      _ = try value(of: command, isCaptured: false, &runner)
    case .returning(let value, _):
      return .returned(try evaluate(value, &runner))
    case .expectation(let expression, let what, let range):
      let holds = try isTrue(expression, &runner)
      let text = try what.map { try fill($0) } ?? source.text(expression.range)
      runner.record(expectation: holds, what: text, range: range)
    case .param(let name, let type, let value):
      try declare(name, type, value, &runner)
    case .supposition(let statements, _):
      try runner.beginSupposing()
      defer { runner.endSupposing() }
      return try block(statements, &runner)
    case .definition, .inclusion, .broken: break
    }
    return .next
  }

  private mutating func declare(
    _ name: Spanned<String>, _ type: Spanned<String>, _ value: Expression?,
    _ runner: inout some CommandRunner
  ) throws {
    if let given = try runner.parameter(name, type: type) {
      memory.scope.fix(name.value, given)
    } else if let value {
      memory.scope.fix(name.value, try evaluate(value, &runner))
    } else {
      throw ScriptError(.missingParameter(name.value), name.range)
    }
  }
}

// MARK: - Calls

extension Machine {
  /// The definition of a name that the text at hand sees.
  func closure(_ name: String) -> Memory.Closure? {
    let known = memory.definitions[memory.scope.file]
    if known.isEmpty { return nil }
    return known[name] ?? known[name.folded]
  }

  /// The value that a definition returns for some values.
  mutating func call(
    _ closure: Memory.Closure, _ values: [Value], at range: Range<Int>,
    _ runner: inout some CommandRunner
  ) throws -> Value {
    let definition = closure.definition
    guard values.count == definition.parameters.count else {
      let count = definition.parameters.count
      throw ScriptError(
        .argumentCount(definition.name.value, expected: count...count, found: values.count), range)
    }
    let added = definition.height + 4
    guard calls < Self.mostCalls, weight + added <= Self.mostLevels else {
      throw ScriptError(.tooManyCalls(limit: Self.mostCalls), range)
    }
    let step = Traced.Step(.definition(definition.name.value), source, range)
    let before = (frame: memory.scope.enterCall(in: closure.file), source: source)
    for (parameter, value) in zip(definition.parameters, values) {
      memory.scope.fix(parameter.value, value)
    }
    source = closure.source
    calls += 1
    weight += added
    runner.enter(source)
    let flow: Flow
    do {
      flow = try run(definition.body, &runner)
    } catch {
      throw Traced.adding(step, to: error, in: source)
    }
    memory.scope.leave(to: before.frame)
    source = before.source
    calls -= 1
    weight -= added
    runner.enter(source)
    if case .returned(let value) = flow { return value }
    return .nothing
  }

  /// Runs a command: a definition of the script, or one that the runner knows.
  mutating func value(
    of command: Command, isCaptured: Bool, _ runner: inout some CommandRunner
  ) throws -> Value {
    guard let closure = closure(command.word.value) else {
      return try runner.run(try invocation(command, &runner), isCaptured: isCaptured)
    }
    guard command.clauses.isEmpty, command.text == nil else {
      throw ScriptError(.valuesOnly(command.word.value), command.word.range)
    }
    var values: [Value] = []
    for argument in command.arguments {
      guard case .value(let value) = argument else {
        throw ScriptError(.valuesOnly(command.word.value), command.word.range)
      }
      values.append(try self.value(value.value, at: value.range, &runner))
    }
    return try call(closure, values, at: command.range, &runner)
  }
}
