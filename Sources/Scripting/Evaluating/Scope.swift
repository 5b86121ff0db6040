import Auditing

/// The variables that a statement sees, innermost block last.
package struct Scope: Sendable {
  private var blocks: [[String: Variable]] = [[:]]

  /// Creates a scope without variables.
  package init() {}

  struct Variable: Sendable {
    var value: Value
    let isFixed: Bool
  }

  mutating func open() { blocks.append([:]) }
  mutating func close() { blocks.removeLast() }

  func value(_ name: String) -> Value? {
    blocks.last { $0[name] != nil }?[name]?.value
  }

  /// Makes a variable in this block that cannot be changed, such as a parameter.
  package mutating func fix(_ name: String, _ value: Value) {
    blocks[blocks.count - 1][name] = Variable(value: value, isFixed: true)
  }

  /// Changes the variable of that name in an enclosing block, or makes one in this block.
  mutating func assign(_ name: Spanned<String>, _ value: Value) throws(ScriptError) {
    guard let index = blocks.lastIndex(where: { $0[name.value] != nil }),
      let variable = blocks[index][name.value]
    else {
      blocks[blocks.count - 1][name.value] = Variable(value: value, isFixed: false)
      return
    }
    guard !variable.isFixed else { throw ScriptError(.unchangeable(name.value), name.range) }
    if variable.value.isCompound != value.isCompound, !variable.value.isEmpty, !value.isEmpty {
      throw ScriptError(
        .typeChanged(name.value, from: variable.value.kind, to: value.kind), name.range)
    }
    blocks[index][name.value]?.value = value
  }

  /// The names of the variables, in order.
  var names: [String] { Array(Set(blocks.flatMap(\.keys))).sorted() }
}

extension Value {
  /// Whether it is a list or a record, which a variable of another kind does not become.
  var isCompound: Bool {
    switch self {
    case .list, .record: true
    default: false
    }
  }
}
