import Auditing
import Scripting

/// Turns the French names in a filter into the English ones that records bear.
struct FilterTranslation {
  private let noun: NounSpec

  init(_ noun: NounSpec) {
    self.noun = noun
  }

  /// The path of a field as records spell it.
  func path(_ word: String) -> [String] { path(word.split(separator: ".").map(String.init)) }

  private func path(_ path: [String]) -> [String] {
    var owner: NounSpec? = noun
    return path.map { word in
      let field = owner?.field(word)
      owner = field.flatMap { Registry.standard.noun($0.name.en) }
      return field?.name.en ?? word
    }
  }

  func translate(_ filter: Resolved) -> Resolved {
    func node(_ node: Resolved.Node) -> Resolved { Resolved(node, at: filter.range) }
    switch filter.node {
    case .constant: return filter
    case .field(let words): return node(.field(path(words)))
    case .or(let left, let right): return node(.or(translate(left), translate(right)))
    case .and(let left, let right): return node(.and(translate(left), translate(right)))
    case .not(let operand): return node(.not(translate(operand)))
    case .compare(let left, let comparison, let right):
      return node(.compare(translate(left), comparison, translate(right, against: left)))
    case .contained(let left, let right, let negated):
      return node(.contained(translate(left), translate(right, against: left), negated: negated))
    case .empty(let operand, let negated):
      return node(.empty(translate(operand), negated: negated))
    case .arithmetic(let left, let operation, let right):
      return node(.arithmetic(translate(left), operation, translate(right)))
    case .call(let name, let arguments): return node(.call(name, arguments.map(translate)))
    }
  }

  /// A value on the right, where a choice of the field on the left may be spelled in French.
  private func translate(_ value: Resolved, against left: Resolved) -> Resolved {
    guard case .constant(let constant) = value.node, case .field(let words) = left.node,
      let field = words.count == 1 ? noun.field(words[0]) : nil, !field.choices.isEmpty
    else { return translate(value) }
    return Resolved(.constant(english(constant, field.choices)), at: value.range)
  }

  private func english(_ value: Value, _ choices: [Name]) -> Value {
    switch value {
    case .word(let word), .text(let word):
      choices.first { $0.matches(word) }.map { .word($0.en) } ?? value
    case .list(let values): .list(values.map { english($0, choices) })
    default: value
    }
  }
}
