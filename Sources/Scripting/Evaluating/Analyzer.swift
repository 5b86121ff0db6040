import Auditing

/// Checks a whole script before anything runs: variables, definitions, functions, and each command
/// by what knows commands.
package struct Analyzer {
  var faults: [Diagnostic] = []
  var source: Source
  let checks: Checks
  /// The variables of each open block.
  var blocks: [[String: Variable]]
  /// The definitions that the text at hand sees, by their names, folded.
  var definitions: [String: Known] = [:]
  /// The block from which `let` changes variables: those around it are only read.
  var firstBlock = 0
  private var hasCommand = false
  /// Whether the script is one that others source.
  private var isSourced = false
  /// What units that were checked already make for others, by their keys.
  private var made: [String: Exports] = [:]

  /// What knows commands.
  package struct Checks {
    /// The faults of a command.
    package let command: (Command, _ isCaptured: Bool, Source) -> [Diagnostic]
    /// Whether a command begins with a word, which no definition can take then.
    package let isCommand: (String) -> Bool

    /// Creates checks by two functions.
    package init(
      isCommand: @escaping (String) -> Bool = { _ in false },
      command: @escaping (Command, _ isCaptured: Bool, Source) -> [Diagnostic]
    ) {
      self.command = command
      self.isCommand = isCommand
    }
  }

  /// A definition that is known, by where it stands; one at fault takes any values.
  struct Known: Equatable {
    let name: String
    let count: Int?
    let key: String
  }

  /// What is known of a variable before the run: whether it may be changed, and what it stays.
  enum Variable {
    case fixed
    case changeable(VariableKind?)

    /// Whether it may be changed.
    var isFixed: Bool { if case .fixed = self { true } else { false } }
  }

  /// Reads words as values; what kind a word is of depends on no day.
  private static let comparing = Comparing(
    origin: DateOrigin(today: CalendarDate(dayNumber: 0), isWorkingDay: { _ in true }))

  /// What a file makes for those that source it.
  struct Exports {
    var variables: Set<String> = []
    var definitions: [String: Known] = [:]
  }

  private init(_ source: Source, _ memory: Memory, _ checks: Checks) {
    self.source = source
    self.checks = checks
    blocks = [
      Dictionary(
        memory.scope.variables.map { ($0.name, $0.isFixed ? .fixed : .changeable(nil)) },
        uniquingKeysWith: { $1 })
    ]
    for definition in memory.known {
      definitions[definition.name.value.folded] = Known(
        name: definition.name.value, count: definition.parameters.count, key: "memory")
    }
  }

  /// The faults of a script and of what it sources, those of its text in their order.
  package static func faults(of unit: LoadedScript, after memory: Memory = Memory(), checks: Checks)
    -> [Diagnostic]
  {
    var analyzer = Analyzer(unit.source, memory, checks)
    analyzer.visit(unit)
    return analyzer.faults
  }

  mutating func report(_ kind: ScriptError.Kind, _ range: Range<Int>) {
    faults.append(Diagnostic(ScriptError(kind, range), in: source))
  }
}

// MARK: - Files

extension Analyzer {
  /// Checks a file; its faults stand in the order of its text, before those are others' it sources.
  private mutating func visit(_ unit: LoadedScript) {
    let before = faults
    faults = unit.faults
    declareDefinitions(of: unit)
    let variables = Self.variables(of: unit)
    var inclusions = unit.inclusions[...]
    for statement in unit.script.statements {
      if case .inclusion(let path, let range) = statement {
        guard let inclusion = inclusions.popFirst() else { continue }
        hasCommand = true
        include(inclusion.unit, path: path.value, at: range)
      } else {
        visit(statement)
      }
    }
    // A definition sees every variable of its file, whatever the line that makes it.
    let seen = blocks[0].merging(variables.map { ($0, .fixed) }) { old, _ in old }
    for definition in unit.definitions { visit(definition, variables: seen) }
    let own = faults.filter { $0.source?.name == source.name }
    let others = faults.filter { $0.source?.name != source.name }
    faults = before + others + own.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The variables that the statements of a file make for all of it.
  private static func variables(of unit: LoadedScript) -> Set<String> {
    var names: Set<String> = []
    for statement in unit.script.statements {
      switch statement {
      case .assignment(let name, _), .param(let name, _, _): names.insert(name.value)
      case .broken(let broken, definition: nil, _): names.formUnion(broken)
      default: break
      }
    }
    for case let other? in unit.included { names.formUnion(variables(of: other)) }
    return names
  }

  private mutating func declareDefinitions(of unit: LoadedScript) {
    var own: Set<String> = []
    for statement in unit.script.statements {
      switch statement {
      case .definition(let definition):
        let name = definition.name
        let folded = name.value.folded
        if Functions.names.contains(folded) {
          report(.takenName(name.value, isFunction: true), name.range)
        } else if checks.isCommand(name.value) {
          report(.takenName(name.value, isFunction: false), name.range)
        } else if !own.insert(folded).inserted {
          report(.repeatedDefinition(name.value), name.range)
        }
        definitions[folded] = Known(
          name: name.value, count: definition.parameters.count,
          key: "\(unit.key):\(name.range.lowerBound)")
      case .broken(_, let name?, _):
        own.insert(name.folded)
        definitions[name.folded] = Known(name: name, count: nil, key: unit.key)
      default: break
      }
    }
  }

  /// Checks a file that is sourced, once, and takes over what it makes.
  private mutating func include(_ unit: LoadedScript?, path: String, at range: Range<Int>) {
    guard let unit else { return }
    let exports: Exports
    if let known = made[unit.key] {
      exports = known
    } else {
      var inner = Analyzer(unit.source, Memory(), checks)
      inner.isSourced = true
      inner.made = made
      inner.visit(unit)
      made = inner.made
      exports = Exports(
        variables: Set(inner.blocks[0].keys), definitions: inner.definitions)
      made[unit.key] = exports
      let step = Traced.Step(.file, source, range)
      faults += inner.faults.map { fault in
        var fault = fault
        fault.steps.append(step)
        return fault
      }
    }
    for name in exports.variables.sorted() {
      if blocks[0][name]?.isFixed == false { report(.sourcedTwice(name), range) }
      blocks[0][name] = .fixed
    }
    for (name, known) in exports.definitions.sorted(by: { $0.key < $1.key }) {
      if let old = definitions[name], old != known, old.key != "memory" {
        report(.sourcedTwice(known.name), range)
      }
      definitions[name] = known
    }
  }
}

// MARK: - Statements

extension Analyzer {
  mutating func visit(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }

  private mutating func block(_ statements: [Statement], with names: [String] = []) {
    blocks.append(Dictionary(names.map { ($0, .fixed) }, uniquingKeysWith: { first, _ in first }))
    visit(statements)
    blocks.removeLast()
  }

  /// Checks the body of a definition, which reads the variables of its file and changes its own.
  private mutating func visit(_ definition: Definition, variables: [String: Variable]) {
    let outer = (blocks, firstBlock)
    blocks = [variables]
    firstBlock = 1
    block(definition.body, with: definition.parameters.map(\.value))
    (blocks, firstBlock) = outer
  }

  private mutating func visit(_ statement: Statement) {
    switch statement {
    case .param(let name, _, let value):
      declareParameter(name, value)
    case .assignment(let name, let value):
      visit(value)
      assign(name, value.exampleOfItsKind)
    case .condition(let branches, let otherwise):
      for branch in branches {
        visit(branch.test)
        block(branch.block)
      }
      if let otherwise { block(otherwise) }
    case .loop(let loop):
      visit(loop.list)
      block(loop.block, with: [loop.name.value])
    case .expectation(let expression, let what, _):
      visit(expression)
      if let what { visit(what) }
    case .returning(let value, _): visit(value)
    case .supposition(let statements, _):
      hasCommand = true
      block(statements)
    case .command(let command):
      hasCommand = true
      visit(command, isCaptured: false)
    case .broken(let names, let definition, let statements):
      for each in statements { block(each, with: names) }
      if definition == nil {
        for name in names where !blocks.contains(where: { $0[name] != nil }) {
          blocks[blocks.count - 1][name] = .changeable(nil)
        }
      }
    case .definition, .inclusion: break
    }
  }

  private mutating func declareParameter(_ name: Spanned<String>, _ value: Expression?) {
    if isSourced {
      report(.parameterInSource(name.value), name.range)
    } else if hasCommand || blocks.count > 1 {
      report(.paramNotFirst, name.range)
    }
    if let value { visit(value) }
    if blocks[blocks.count - 1][name.value]?.isFixed == true {
      report(.unchangeable(name.value), name.range)
    }
    blocks[blocks.count - 1][name.value] = .fixed
  }

  /// Checks what changes or makes a variable, whose kind is known where its value is written out.
  private mutating func assign(_ name: Spanned<String>, _ value: Value?) {
    let kind = value.flatMap { VariableKind($0, Self.comparing) }
    guard
      let owner = blocks.indices.last(where: {
        $0 >= firstBlock && blocks[$0][name.value] != nil
      }), let variable = blocks[owner][name.value]
    else {
      blocks[blocks.count - 1][name.value] = .changeable(kind)
      return
    }
    switch variable {
    case .fixed: report(.unchangeable(name.value), name.range)
    case .changeable(nil): break
    case .changeable(let known?):
      if let value, let refusal = known.refusal(of: value, for: name.value, Self.comparing) {
        report(refusal, name.range)
      }
    }
  }
}
