/// Something of the text with the place where it stands.
package struct Spanned<Value: Sendable>: Sendable {
  package let value: Value
  package let range: Range<Int>

  /// Creates a value that stands at a range.
  package init(_ value: Value, _ range: Range<Int>) {
    self.value = value
    self.range = range
  }
}

extension Spanned: Equatable where Value: Equatable {}

/// A script: statements in order.
package struct Script: Sendable {
  package var statements: [Statement]
  /// The comment at its head, which the help of the script shows.
  package var comment: String
}

/// One statement of a script.
package indirect enum Statement: Sendable {
  /// `param NAME TYPE [= expr]`
  case param(name: Spanned<String>, type: Spanned<String>, value: Expression?)
  /// `let NAME = expr`
  case assignment(name: Spanned<String>, value: Expression)
  /// `if expr { … } else if expr { … } else { … }`
  case condition([(test: Expression, block: [Statement])], otherwise: [Statement]?)
  /// `for NAME in expr { … }`
  case loop(Loop)
  /// `expect expr "what"`
  case expectation(Expression, what: Template?, range: Range<Int>)
  /// `def NAME(a, b) { … }`
  case definition(Definition)
  /// `return expr`
  case returning(Expression, range: Range<Int>)
  /// `suppose { … }`
  case supposition([Statement], range: Range<Int>)
  /// `source "file"`
  case inclusion(path: Spanned<String>, range: Range<Int>)
  /// `noun verb …` or `word …`
  case command(Command)
  /// A statement at fault: what it would have declared, and the blocks in it that could be read.
  case broken(names: [String], definition: String?, blocks: [[Statement]])
}

/// A block that is run for each item of a list.
package struct Loop: Sendable {
  package let name: Spanned<String>
  package let list: Expression
  package let block: [Statement]
  /// The block as steps, where it counts.
  let steps: LoopSteps?

  /// Creates a loop whose variable has a name.
  init(name: Spanned<String>, list: Expression, block: [Statement]) {
    (self.name, self.list, self.block) = (name, list, block)
    steps = LoopSteps(block, variable: name.value)
  }
}

/// A command and function that a script defines.
package struct Definition: Sendable {
  package let name: Spanned<String>
  package let parameters: [Spanned<String>]
  package let body: [Statement]
  /// The comment lines above it, or at the head of its block.
  package let comment: String
  package let range: Range<Int>
  /// How many blocks and expressions stand within each other in its body.
  let height: Int
}

/// A command as it is written, before its words are known.
package struct Command: Sendable {
  /// Its first word; the verb of a noun is the first of the arguments.
  package var word: Spanned<String>
  /// The values and options, in their order.
  package var arguments: [Argument]
  package var clauses: [Clause]
  /// The free text at its end.
  package var text: Spanned<Template>?
  package var range: Range<Int>
}

/// A value or an option among the words of a command.
package enum Argument: Sendable {
  case value(Spanned<ValueSyntax>)
  case option(name: Spanned<String>, values: [Spanned<ValueSyntax>], hasEquals: Bool)
}

/// A clause that chooses, orders or sends on what a command gives.
package enum Clause: Sendable {
  case filter(Expression)
  case sort([SortKey])
  case limit(Spanned<ValueSyntax>)
  case fields([Spanned<String>])
  case group(Spanned<String>)
  case format(Spanned<String>)
  case destination(Spanned<ValueSyntax>)

  /// One field to sort by.
  package struct SortKey: Sendable {
    package let field: Spanned<String>
    package let isDescending: Bool
  }
}

/// A value as it is written.
package indirect enum ValueSyntax: Sendable {
  /// A bare word: what it means, its place decides.
  case word(String)
  /// A quoted text.
  case text(Template)
  /// `$name.field`
  case variable(String, path: [String])
  /// `(a, b)`
  case list([Expression])
  /// `$(command).field`
  case substitution(Command, path: [String])
}

/// A quoted text: what stands in it and what is filled in.
package struct Template: Sendable {
  package var parts: [Part]

  /// A piece of the text: as it is, or the value of a variable.
  package enum Part: Sendable {
    case literal(String)
    case variable(String, path: [String], range: Range<Int>)
  }

  /// Creates a text in which nothing is filled in.
  package init(_ literal: String) {
    parts = literal.isEmpty ? [] : [.literal(literal)]
  }

  /// The text when nothing in it is filled in.
  package var literal: String? {
    var text = ""
    for part in parts {
      guard case .literal(let piece) = part else { return nil }
      text += piece
    }
    return text
  }
}
