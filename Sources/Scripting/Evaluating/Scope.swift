import Auditing

/// The variables that a statement sees: those of its blocks, innermost first, then those of its
/// file.
package struct Scope: Sendable {
  /// The variables of each file that was read.
  private var files: [Table] = [Table()]
  /// The variables of the open blocks, one after the other.
  private var locals: [Variable] = []
  /// Where the variables of each open block begin.
  private var blocks: [Int] = []
  private var frame = Frame()

  /// Creates a scope without variables.
  package init() {}

  /// Which variables code sees besides those of its own blocks.
  struct Frame: Sendable {
    fileprivate(set) var file = 0
    fileprivate var firstLocal = 0
    fileprivate var firstBlock = 0
    /// Whether it is the body of a definition, which reads the variables of its file only.
    fileprivate(set) var isCall = false
  }

  /// One variable.
  fileprivate struct Variable: Sendable {
    let name: String
    var value: Value
    /// The kind the variable keeps, once a value that is something was given to it.
    var kind: VariableKind?
    let isFixed: Bool
  }
}

// MARK: - Blocks, calls and files

extension Scope {
  /// Opens a block.
  mutating func open() { blocks.append(locals.count) }

  /// Begins a turn of a loop in its block: what the last turn made is forgotten, and the variable
  /// of the loop has its next value.
  mutating func turn(_ name: String, _ value: Value) {
    guard let start = blocks.last else { return }
    if locals.count > start + 1 { locals.removeSubrange((start + 1)...) }
    if locals.count > start {
      locals[start].value = value
    } else {
      fix(name, value)
    }
  }

  /// Closes the innermost block and forgets its variables.
  mutating func close() {
    if let start = blocks.popLast() { locals.removeSubrange(start...) }
  }

  /// The file whose variables are seen.
  var file: Int { frame.file }

  /// Begins the body of a definition that stands in a file, and gives what to go back to.
  mutating func enterCall(in file: Int) -> Frame {
    let before = frame
    open()
    frame = Frame(
      file: file, firstLocal: locals.count, firstBlock: blocks.count, isCall: true)
    return before
  }

  /// Begins a file that has no variables yet, and gives what to go back to.
  mutating func enterFile() -> Frame {
    let before = frame
    files.append(Table())
    open()
    frame = Frame(file: files.count - 1, firstLocal: locals.count, firstBlock: blocks.count)
    return before
  }

  /// Ends a body or file, however deep in its blocks.
  mutating func leave(to before: Frame) {
    while blocks.count >= frame.firstBlock, !blocks.isEmpty { close() }
    frame = before
  }

  /// Makes the variables of another file variables of this one that cannot be changed.
  mutating func take(from file: Int) {
    for variable in files[file].variables {
      files[frame.file].put(
        Variable(
          name: variable.name, value: variable.value, kind: variable.kind, isFixed: true))
    }
  }

  /// Forgets the blocks that were open when a run ended, and lets every variable of the file be
  /// given anew: each line at the prompt is its own run.
  package mutating func settle() {
    for index in files[0].variables.indices { files[0].variables[index].kind = nil }
    locals = []
    blocks = []
    frame = Frame()
  }
}

// MARK: - Variables

extension Scope {
  /// The value of a variable of this block, of one around it, or of the file.
  func value(_ name: String) -> Value? {
    if let index = local(name) { return locals[index].value }
    let file = files[frame.file]
    return file.index(of: name).map { file.variables[$0].value }
  }

  /// The whole number that a variable is, if it is one.
  func number(_ name: String) -> Int? {
    if let index = local(name) { return locals[index].value.whole }
    guard let index = files[frame.file].index(of: name) else { return nil }
    return files[frame.file].variables[index].value.whole
  }

  /// Whether the innermost block has made variables besides its first so many.
  func hasVariables(besides count: Int) -> Bool {
    blocks.last.map { locals.count > $0 + count } ?? false
  }

  /// Gives a variable a whole number, or makes one of it in this block; nothing is done where the
  /// variable is no number yet or cannot be changed.
  mutating func count(_ name: String, _ number: Int) -> Bool {
    if let index = local(name) {
      return Self.count(&locals[index], number)
    } else if !frame.isCall, let index = files[frame.file].index(of: name) {
      return Self.count(&files[frame.file].variables[index], number)
    }
    let value = Value.number(DecimalNumber(number))
    put(Variable(name: name, value: value, kind: .number, isFixed: false))
    return true
  }

  private static func count(_ variable: inout Variable, _ number: Int) -> Bool {
    guard !variable.isFixed, variable.kind == .number else { return false }
    variable.value = .number(DecimalNumber(number))
    return true
  }

  /// Gives a variable, which may be that of a loop, the number that it has by now.
  mutating func renew(_ name: String, _ number: Int) {
    let value = Value.number(DecimalNumber(number))
    if let index = local(name) {
      locals[index].value = value
    } else if let index = files[frame.file].index(of: name) {
      files[frame.file].variables[index].value = value
    }
  }

  private func local(_ name: String) -> Int? {
    var index = locals.count
    while index > frame.firstLocal {
      index -= 1
      if locals[index].name == name { return index }
    }
    return nil
  }

  private var isInBlock: Bool { frame.isCall || blocks.count > frame.firstBlock }

  /// Makes a variable in this block that cannot be changed, such as a parameter.
  package mutating func fix(_ name: String, _ value: Value) {
    put(Variable(name: name, value: value, kind: nil, isFixed: true))
  }

  private mutating func put(_ variable: Variable) {
    if isInBlock { locals.append(variable) } else { files[frame.file].put(variable) }
  }

  /// Changes the variable of that name in an enclosing block, or makes one in this block.
  ///
  /// The body of a definition never changes a variable of its file.
  mutating func assign(_ name: Spanned<String>, _ value: Value, _ comparing: Comparing)
    throws(ScriptError)
  {
    if let index = local(name.value) {
      try Self.change(&locals[index], to: value, comparing, name.range)
    } else if !frame.isCall, let index = files[frame.file].index(of: name.value) {
      try Self.change(&files[frame.file].variables[index], to: value, comparing, name.range)
    } else {
      let kind = VariableKind(value, comparing)
      put(Variable(name: name.value, value: value, kind: kind, isFixed: false))
    }
  }

  private static func change(
    _ variable: inout Variable, to value: Value, _ comparing: Comparing, _ range: Range<Int>
  ) throws(ScriptError) {
    guard !variable.isFixed else { throw ScriptError(.unchangeable(variable.name), range) }
    if let kind = variable.kind {
      if let refusal = kind.refusal(of: value, for: variable.name, comparing) {
        throw ScriptError(refusal, range)
      }
    } else {
      variable.kind = VariableKind(value, comparing)
    }
    variable.value = value
  }

  /// The names of the variables that are seen, in order, and whether each may be changed.
  package var variables: [(name: String, isFixed: Bool)] {
    var all: [String: Bool] = [:]
    for variable in files[frame.file].variables + locals[frame.firstLocal...] {
      all[variable.name] = variable.isFixed
    }
    return all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The names of the variables that are seen, in order.
  var names: [String] { variables.map(\.name) }
}

/// The variables of a file: few are looked through, many are looked up.
private struct Table: Sendable {
  var variables: [Scope.Variable] = []
  private var places: [String: Int] = [:]

  func index(of name: String) -> Int? {
    if variables.count > 8 { return places[name] }
    return variables.firstIndex { $0.name == name }
  }

  mutating func put(_ variable: Scope.Variable) {
    if let index = index(of: variable.name) {
      variables[index] = variable
      return
    }
    variables.append(variable)
    if variables.count == 9 {
      for (place, each) in variables.enumerated() { places[each.name] = place }
    } else if variables.count > 9 {
      places[variable.name] = variables.count - 1
    }
  }
}

extension Value {
  /// The whole number that it is, if it is one.
  fileprivate var whole: Int? {
    if case .number(let number) = self, number.scale == 0 { number.significand } else { nil }
  }
}
