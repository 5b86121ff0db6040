import Auditing
import Scripting

/// All commands and nouns: the one list that everything reads.
struct Registry: Sendable {
  let commands: [CommandSpec]
  let nouns: [NounSpec]

  /// A command found by its words, and how many of the values are words of its name.
  struct Match {
    let spec: CommandSpec
    let words: Int
  }

  /// The noun of a name.
  func noun(_ word: String) -> NounSpec? { nouns.first { $0.name.matches(word) } }

  /// The nouns in the order of the help, those that have only verbs of their own included.
  var nounNames: [Name] {
    var names: [Name] = []
    for name in nouns.map(\.name) + commands.compactMap(\.noun) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// The words that stand alone.
  var words: [CommandSpec] { commands.filter { $0.noun == nil } }

  /// The verbs of a noun.
  func verbs(of noun: Name) -> [CommandSpec] { commands.filter { $0.noun == noun } }

  /// Finds the command of a shape.
  ///
  /// At the prompt a unique prefix stands for a noun, a verb or a reading word, a noun alone
  /// lists and a noun with an id shows; in a file every word is whole.
  func match(
    _ shape: Shape, isPrompt: Bool, grades known: () -> [Checklist.Grade]
  ) throws -> Match {
    let word = Self.signs[shape.word.value] ?? shape.word.value
    if let noun = try name(word, among: nounNames, isPrompt: isPrompt, at: shape.word.range) {
      return try verb(of: noun, in: shape, isPrompt: isPrompt)
    }
    if let spec = words.first(where: { $0.name.matches(word) }) {
      return Match(spec: spec, words: 0)
    }
    let grades = known()
    if let grade = grades.first(where: {
      $0.word.folded == word.folded || $0.code.folded == word.folded
    }) {
      return Match(spec: GradeCommand.spec(grade), words: 0)
    }
    if isPrompt {
      let reading = words.filter { !$0.writes && $0.name.begins(with: word) }
      if reading.count == 1 { return Match(spec: reading[0], words: 0) }
    }
    let candidates =
      nounNames.flatMap { [$0.en, $0.fr] } + words.flatMap { [$0.name.en, $0.name.fr] }
      + grades.map(\.word)
    throw Failure(
      .unknownCommand(
        word, suggestion: Suggestion.nearest(to: word, among: candidates), offersNote: isPrompt),
      at: shape.word.range)
  }

  /// Whether a word begins a command of its own accord, whatever the checklists.
  func knows(_ word: String) -> Bool {
    Self.signs[word] != nil || nounNames.contains { $0.matches(word) }
      || words.contains { $0.name.matches(word) }
  }

  /// The signs that stand for a word.
  private static let signs = [">": "next", "<": "back"]

  private func name(_ word: String, among names: [Name], isPrompt: Bool, at range: Range<Int>)
    throws
    -> Name?
  {
    if let exact = names.first(where: { $0.matches(word) }) { return exact }
    guard isPrompt, word.count >= 2, !words.contains(where: { $0.name.matches(word) }) else {
      return nil
    }
    let found = names.filter { $0.begins(with: word) }
    return found.count == 1 ? found[0] : nil
  }

  private func verb(of noun: Name, in shape: Shape, isPrompt: Bool) throws -> Match {
    let verbs = verbs(of: noun)
    var first: Shape.Item?
    if case .value(let item)? = shape.arguments.first { first = item }
    guard let first, let word = first.written else {
      if isPrompt, let list = verbs.first(where: { $0.name.en == "list" }) {
        return Match(spec: list, words: 0)
      }
      throw Failure(.verbNeeded(noun: noun, known: verbs.map(\.name)), at: shape.word.range)
    }
    if let spec = verbs.first(where: { $0.name.matches(word) }) {
      return Match(spec: spec, words: 1)
    }
    if isPrompt {
      let found = verbs.filter { $0.name.begins(with: word) && word.count >= 2 }
      if found.count == 1 { return Match(spec: found[0], words: 1) }
      if let show = verbs.first(where: { $0.name.en == "show" }), found.isEmpty,
        word.contains(where: \.isNumber) || verbs.count <= 3
      {
        return Match(spec: show, words: 0)
      }
    }
    let names = verbs.map(\.name)
    throw Failure(
      .unknownVerb(
        word, noun: noun, known: names,
        suggestion: Suggestion.nearest(to: word, among: names.flatMap { [$0.en, $0.fr] })),
      at: first.range)
  }
}

extension Registry {
  /// What the parser must know to tell a free text from arguments.
  func vocabulary(grades: [Checklist.Grade]) -> Vocabulary {
    var first: Set<String> = []
    for name in nounNames + words.map(\.name) { first.formUnion([name.en.folded, name.fr.folded]) }
    var free: [String: Int] = [:]
    for spec in words where spec.text != nil {
      free[spec.name.en.folded] = spec.operands.count
      free[spec.name.fr.folded] = spec.operands.count
    }
    for grade in grades {
      first.formUnion([grade.word.folded, grade.code.folded])
      free[grade.word.folded] = 0
      free[grade.code.folded] = 0
    }
    return Vocabulary(firstWords: first, freeWords: free)
  }

  /// The words that a checklist's grade cannot take.
  var reservedWords: Set<String> {
    Vocabulary.keywords.union(
      (nounNames + words.map(\.name)).flatMap { [$0.en.folded, $0.fr.folded] })
  }
}
