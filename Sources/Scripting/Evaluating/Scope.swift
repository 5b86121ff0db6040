/// The variables that a statement sees, innermost block last.
package struct Scope: Sendable {
  private var blocks: [[String: Variable]] = [[:]]

  /// Creates a scope without variables.
  package init() {}

  private struct Variable: Sendable {
    var value: Value
    /// The kind the variable keeps, once a value of a known one was given to it.
    var kind: Kind?
    let isFixed: Bool
  }

  /// What a variable stays once it is that; a bare word is of no kind yet.
  fileprivate enum Kind: Equatable {
    case single(String)
    case compound(String)
  }

  /// Opens a block.
  mutating func open() { blocks.append([:]) }

  /// Closes the innermost block and forgets its variables.
  mutating func close() { blocks.removeLast() }

  /// The value of a variable of this block or one around it.
  func value(_ name: String) -> Value? {
    for block in blocks.reversed() {
      if let variable = block[name] { return variable.value }
    }
    return nil
  }

  /// Makes a variable in this block that cannot be changed, such as a parameter.
  package mutating func fix(_ name: String, _ value: Value) {
    blocks[blocks.count - 1][name] = Variable(value: value, kind: value.lastingKind, isFixed: true)
  }

  /// Changes the variable of that name in an enclosing block, or makes one in this block.
  mutating func assign(_ name: Spanned<String>, _ value: Value) throws(ScriptError) {
    guard let index = blocks.lastIndex(where: { $0[name.value] != nil }),
      let variable = blocks[index][name.value]
    else {
      blocks[blocks.count - 1][name.value] = Variable(
        value: value, kind: value.lastingKind, isFixed: false)
      return
    }
    guard !variable.isFixed else { throw ScriptError(.unchangeable(name.value), name.range) }
    guard Self.mayBecome(value, variable) else {
      let from = variable.kind?.name ?? variable.value.kind
      throw ScriptError(.typeChanged(name.value, from: from, to: value.kind), name.range)
    }
    blocks[index][name.value] = Variable(
      value: value, kind: variable.kind ?? value.lastingKind, isFixed: false)
  }

  private static func mayBecome(_ value: Value, _ variable: Variable) -> Bool {
    if value.isEmpty { return true }
    switch (variable.kind, value.lastingKind) {
    case (let old?, let new?): return old == new
    case (.compound?, nil): return false
    case (nil, .compound?): return variable.value.isEmpty
    default: return true
    }
  }

  /// The names of the variables, in order.
  var names: [String] { Array(Set(blocks.flatMap(\.keys))).sorted() }
}

extension Scope.Kind {
  fileprivate var name: String {
    switch self {
    case .single(let name), .compound(let name): name
    }
  }
}

extension Value {
  /// The kind that a variable of the value keeps, or nothing when it has none yet.
  fileprivate var lastingKind: Scope.Kind? {
    switch self {
    case .word, .choice, .nothing: nil
    case .list, .record: .compound(kind)
    default: .single(kind)
    }
  }
}
