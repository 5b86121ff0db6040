import Auditing

/// Filters: what stands in `where` is computed for each record later, by what knows records.
extension Machine {
  /// Fills in the variables and captured commands of a filter.
  ///
  /// A bare word on the left of an operator, or alone, is a field.
  mutating func resolve(
    _ expression: Expression, isLeft: Bool = true, _ runner: inout some CommandRunner
  ) throws -> Resolved {
    let range = expression.range
    func node(_ node: Resolved.Node) -> Resolved { Resolved(node, at: range) }
    switch expression.node {
    case .value(.word(let word)) where isLeft && word.first?.isLetter == true:
      return node(.field(word.split(separator: ".").map(String.init)))
    case .value(.list(let items)):
      return node(.constant(.list(try values(items, &runner))))
    case .value(let syntax):
      return node(.constant(try value(syntax, at: range, &runner)))
    case .field(let path):
      return node(.field(path))
    case .or(let left, let right):
      return node(.or(try resolve(left, &runner), try resolve(right, &runner)))
    case .and(let left, let right):
      return node(.and(try resolve(left, &runner), try resolve(right, &runner)))
    case .not(let operand):
      return node(.not(try resolve(operand, &runner)))
    case .compare(let left, let comparison, let right):
      return node(
        .compare(try resolve(left, &runner), comparison, try resolve(right, isLeft: false, &runner))
      )
    case .contained(let left, let right, let negated):
      return node(
        .contained(
          try resolve(left, &runner), try resolve(right, isLeft: false, &runner), negated: negated))
    case .empty(let operand, let negated):
      return node(.empty(try resolve(operand, &runner), negated: negated))
    case .arithmetic(let left, let operation, let right):
      return node(
        .arithmetic(
          try resolve(left, isLeft: isLeft, &runner), operation,
          try resolve(right, isLeft: isLeft, &runner)))
    case .call(let name, let arguments):
      // The second value of `sum(list, field)` is a name wherever it stands.
      let isOverList = Functions.overLists.contains(name.value)
      var resolved: [Resolved] = []
      for (index, argument) in arguments.enumerated() {
        resolved.append(
          try resolve(argument, isLeft: isLeft && !(isOverList && index == 1), &runner))
      }
      return node(.call(name, resolved))
    }
  }
}
