import Auditing

extension Machine {
  /// Runs a loop in a block of its own.
  mutating func run(_ loop: Loop, _ runner: inout some CommandRunner) throws -> Flow {
    guard let turns = try turns(of: loop, &runner), turns.count > 0 else { return .next }
    memory.scope.open()
    defer { memory.scope.close() }
    if let steps = loop.steps { return try run(steps, over: turns, &runner) }
    for turn in 0..<turns.count {
      memory.scope.turn(loop.name.value, turns[turn])
      if case .returned(let value) = try run(loop.block, &runner) { return .returned(value) }
    }
    return .next
  }

  private mutating func run(
    _ steps: LoopSteps, over turns: LoopTurns, _ runner: inout some CommandRunner
  ) throws -> Flow {
    var run = LoopRun(steps, over: turns, &memory.scope)
    while true {
      switch run.advance(&memory.scope) {
      case .statement(let statement):
        if case .returned(let value) = try self.run(statement, &runner) { return .returned(value) }
      case .truth(let test, let branch): run.go(to: branch, try isTrue(test, &runner))
      case .nothing:
        try runner.checkInterruption()
        return .next
      }
    }
  }

  /// What a loop goes over: nothing is no turn, and `($list)` is the list itself.
  private mutating func turns(of loop: Loop, _ runner: inout some CommandRunner) throws
    -> LoopTurns?
  {
    if case .call(let function, let ends) = loop.list.node, function.value == "range",
      ends.count == 2
    {
      let values = [try evaluate(ends[0], &runner), try evaluate(ends[1], &runner)]
      return try functions(&runner).bounds(values, function.range).map { .numbers($0) }
    }
    let value = try evaluate(loop.list, &runner)
    switch value {
    case .list(let items):
      if items.count == 1, case .list(let inner) = items[0] { return .values(inner) }
      return .values(items)
    case .nothing: return nil
    default: throw ScriptError(.notAList(value.written), loop.list.range)
    }
  }
}
