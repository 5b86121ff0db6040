extension Script {
  /// Every command of the script, in the order of its text: those in blocks, definitions and
  /// `$( )` included.
  package var allCommands: [Command] {
    var walk = Walk()
    walk.visit(statements)
    return walk.commands
  }

  /// The names of the functions and commands that the script defines.
  package var definitions: [Definition] {
    statements.compactMap { statement in
      if case .definition(let definition) = statement { definition } else { nil }
    }
  }
}

extension Expression {
  /// The first call of what is no function of the language.
  package var ownCall: Spanned<String>? {
    switch node {
    case .value(.list(let items)): items.lazy.compactMap(\.ownCall).first
    case .value, .field: nil
    case .or(let left, let right), .and(let left, let right), .compare(let left, _, let right),
      .contained(let left, let right, _), .arithmetic(let left, _, let right):
      left.ownCall ?? right.ownCall
    case .not(let operand), .empty(let operand, _): operand.ownCall
    case .call(let name, let arguments):
      Functions.names.contains(name.value) ? arguments.lazy.compactMap(\.ownCall).first : name
    }
  }
}

extension Script {
  /// Creates a script of statements.
  package init(_ statements: [Statement]) {
    self.init(statements: statements, comment: "")
  }
}

/// A way through a script that collects its commands.
private struct Walk {
  var commands: [Command] = []

  mutating func visit(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }

  private mutating func visit(_ statement: Statement) {
    switch statement {
    case .param(_, _, let value): if let value { visit(value) }
    case .assignment(_, let value), .returning(let value, _), .expectation(let value, _, _):
      visit(value)
    case .condition(let branches, let otherwise):
      for branch in branches {
        visit(branch.test)
        visit(branch.block)
      }
      visit(otherwise ?? [])
    case .loop(let loop):
      visit(loop.list)
      visit(loop.block)
    case .definition(let definition): visit(definition.body)
    case .supposition(let block, _): visit(block)
    case .command(let command): visit(command)
    case .broken(_, _, let blocks): for block in blocks { visit(block) }
    case .inclusion: break
    }
  }

  private mutating func visit(_ command: Command) {
    commands.append(command)
    for argument in command.arguments {
      switch argument {
      case .value(let value): visit(value.value)
      case .option(_, let values, _): for value in values { visit(value.value) }
      }
    }
    for clause in command.clauses {
      switch clause {
      case .filter(let expression): visit(expression)
      case .limit(let value), .destination(let value): visit(value.value)
      default: break
      }
    }
  }

  private mutating func visit(_ value: ValueSyntax) {
    switch value {
    case .substitution(let command, _): visit(command)
    case .list(let items): for item in items { visit(item) }
    default: break
    }
  }

  private mutating func visit(_ expression: Expression) {
    switch expression.node {
    case .value(let value): visit(value)
    case .field: break
    case .or(let left, let right), .and(let left, let right), .compare(let left, _, let right),
      .contained(let left, let right, _), .arithmetic(let left, _, let right):
      visit(left)
      visit(right)
    case .not(let operand), .empty(let operand, _): visit(operand)
    case .call(_, let arguments): for argument in arguments { visit(argument) }
    }
  }
}
