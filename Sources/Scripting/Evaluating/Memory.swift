import Auditing

/// What outlasts a script where one follows another: variables and definitions.
package struct Memory: Sendable {
  package var scope = Scope()
  /// The definitions that each file sees, by their names, folded.
  var definitions: [[String: Closure]] = [[:]]

  /// Creates a memory of nothing.
  package init() {}

  /// A definition with the file whose variables it sees.
  struct Closure: Sendable {
    let definition: Definition
    let file: Int
    let source: Source
  }

  /// The definitions of the prompt, by their names.
  package var known: [Definition] {
    (definitions.first ?? [:]).values.map(\.definition).sorted { $0.name.value < $1.name.value }
  }

  /// The definition of a name, without regard to case and accents.
  package func definition(_ name: String) -> Definition? {
    definitions.first?[name.folded]?.definition
  }
}
