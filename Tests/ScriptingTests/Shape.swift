import Scripting

/// Syntax written back with every bracket, so that a test can compare it.
extension Statement {
  var shape: String {
    switch self {
    case .param(let name, let type, let value):
      "param \(name.value) \(type.value)" + (value.map { " = \($0.shape)" } ?? "")
    case .assignment(let name, let value): "let \(name.value) = \(value.shape)"
    case .condition(let branches, let otherwise):
      branches.map { "if \($0.test.shape) \(Self.block($0.block))" }.joined(separator: " else ")
        + (otherwise.map { " else \(Self.block($0))" } ?? "")
    case .loop(let loop):
      "for \(loop.name.value) in \(loop.list.shape) \(Self.block(loop.block))"
    case .expectation(let expression, let what, _):
      "expect \(expression.shape)" + (what.map { " \($0.shape)" } ?? "")
    case .definition(let definition):
      "def \(definition.name.value)(\(definition.parameters.map(\.value).joined(separator: ", "))) "
        + Self.block(definition.body)
    case .returning(let value, _): "return \(value.shape)"
    case .supposition(let block, _): "suppose \(Self.block(block))"
    case .inclusion(let path, _): "source \(path.value)"
    case .command(let command): command.shape
    case .broken(let names, let definition, let blocks):
      "broken \(names + [definition].compactMap(\.self)) \(blocks.map(Self.block))"
    }
  }

  private static func block(_ statements: [Statement]) -> String {
    "{\(statements.map(\.shape).joined(separator: "; "))}"
  }
}

extension Command {
  /// `word values --option[values] {clause} «free text»`, `=` after an option that had it.
  var shape: String {
    var parts = [word.value]
    for argument in arguments {
      switch argument {
      case .value(let value): parts.append(value.value.shape)
      case .option(let name, let values, let hasEquals):
        let list = values.map(\.value.shape).joined(separator: ",")
        parts.append("--\(name.value)\(hasEquals ? "=" : "")[\(list)]")
      }
    }
    parts += clauses.map { "{\($0.word) \($0.shape)}" }
    if let text { parts.append("«\(text.value.inner)»") }
    return parts.joined(separator: " ")
  }
}

extension Clause {
  var shape: String {
    switch self {
    case .filter(let expression): expression.shape
    case .sort(let keys):
      keys.map { $0.field.value + ($0.isDescending ? " desc" : "") }.joined(separator: ",")
    case .limit(let value), .destination(let value): value.value.shape
    case .fields(let fields): fields.map(\.value).joined(separator: ",")
    case .group(let name), .format(let name): name.value
    }
  }
}

extension ValueSyntax {
  var shape: String {
    switch self {
    case .word(let word): word
    case .text(let template): template.shape
    case .variable(let name, let path): (["$" + name] + path).joined(separator: ".")
    case .list(let items): "[\(items.map(\.shape).joined(separator: ","))]"
    case .substitution(let command, let path):
      (["$(\(command.shape))"] + path).joined(separator: ".")
    }
  }
}

extension Template {
  var shape: String { "\"\(inner)\"" }

  var inner: String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .variable(let name, let path, _): "${\(([name] + path).joined(separator: "."))}"
      }
    }.joined()
  }
}

extension Expression {
  var shape: String {
    switch node {
    case .value(let value): value.shape
    case .field(let path): "." + path.joined(separator: ".")
    case .or(let left, let right): "(\(left.shape) or \(right.shape))"
    case .and(let left, let right): "(\(left.shape) and \(right.shape))"
    case .not(let operand): "(not \(operand.shape))"
    case .compare(let left, let sign, let right):
      "(\(left.shape) \(sign.rawValue) \(right.shape))"
    case .contained(let left, let right, let negated):
      "(\(left.shape)\(negated ? " not" : "") in \(right.shape))"
    case .empty(let operand, let negated): "(\(operand.shape) is\(negated ? " not" : "") empty)"
    case .arithmetic(let left, let sign, let right):
      "(\(left.shape) \(sign.rawValue) \(right.shape))"
    case .call(let name, let arguments):
      "\(name.value)(\(arguments.map(\.shape).joined(separator: ", ")))"
    }
  }
}
