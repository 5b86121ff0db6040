import Auditing
import Scripting

/// All commands and nouns: the one list that everything reads.
struct Registry: Sendable {
  let commands: [CommandSpec]
  let nouns: [NounSpec]
  /// The nouns in the order of the help, those that have only verbs of their own included.
  let nounNames: [Name]
  /// The words that stand alone.
  let words: [CommandSpec]
  /// The nouns and the words that stand alone by both their names, folded.
  private let nounsByWord: [String: Name]
  private let wordsByWord: [String: Int]
  /// The nouns that have records, by both their names, and the verbs of each noun.
  private let specsByWord: [String: Int]
  private let verbsByNoun: [Name: [Int]]
  /// What the parser must know where no checklist adds its grades.
  private let ownVocabulary: Vocabulary

  /// Creates the list and what is looked up in it.
  init(commands: [CommandSpec], nouns: [NounSpec]) {
    self.commands = commands
    self.nouns = nouns
    words = commands.filter { $0.noun == nil }
    var names: [Name] = []
    var known: Set<Name> = []
    for name in nouns.map(\.name) + commands.compactMap(\.noun)
    where known.insert(name).inserted {
      names.append(name)
    }
    nounNames = names
    nounsByWord = Self.table(names.map { ($0, $0) })
    wordsByWord = Self.table(words.enumerated().map { ($1.name, $0) })
    specsByWord = Self.table(nouns.enumerated().map { ($1.name, $0) })
    var verbs: [Name: [Int]] = [:]
    for (place, spec) in commands.enumerated() {
      if let noun = spec.noun { verbs[noun, default: []].append(place) }
    }
    verbsByNoun = verbs
    var free: [String: Int] = [:]
    for (word, place) in wordsByWord where words[place].text != nil {
      free[word] = words[place].operands.count
    }
    var pairs: [String: Int] = [:]
    for spec in commands where spec.text != nil {
      for noun in [spec.noun?.en, spec.noun?.fr].compactMap(\.self) {
        for verb in [spec.name.en, spec.name.fr] {
          pairs["\(noun) \(verb)".folded] = spec.operands.count
        }
      }
    }
    ownVocabulary = Vocabulary(
      firstWords: Set(nounsByWord.keys).union(wordsByWord.keys), freeWords: free,
      freePairs: pairs)
  }

  private static func table<Element>(_ entries: [(Name, Element)]) -> [String: Element] {
    var table: [String: Element] = [:]
    for (name, element) in entries {
      for word in [name.en.folded, name.fr.folded] where table[word] == nil {
        table[word] = element
      }
    }
    return table
  }

  /// A command found by its words, and how many of the values are words of its name.
  struct Match {
    let spec: CommandSpec
    let words: Int
  }

  /// The noun of a name.
  func noun(_ word: String) -> NounSpec? { specsByWord[word.folded].map { nouns[$0] } }

  /// The verbs of a noun.
  func verbs(of noun: Name) -> [CommandSpec] {
    (verbsByNoun[noun] ?? []).map { commands[$0] }
  }

  /// The verb of a noun that a word is in full.
  private func verb(_ word: String, of noun: Name) -> CommandSpec? {
    let folded = word.folded
    let place = verbsByNoun[noun]?.first { commands[$0].name.matches(folded: folded) }
    return place.map { commands[$0] }
  }

  /// Whether a command, by its words in full, is one that cannot be taken back.
  func isCommitPoint(_ command: Command) -> Bool {
    let word = command.word.value.folded
    if let noun = nounsByWord[word] {
      guard case .value(let value)? = command.arguments.first, case .word(let name) = value.value
      else { return false }
      return verb(name, of: noun)?.isCommitPoint == true
    }
    return wordsByWord[word].map { words[$0].isCommitPoint } == true
  }

  /// Finds the command of a shape.
  ///
  /// At the prompt a unique prefix stands for a noun, a verb or a reading word, a noun alone
  /// lists and a noun with an id shows; in a file every word is whole.
  func match(
    _ shape: Shape, isPrompt: Bool, grades known: () -> [Checklist.Grade]
  ) throws -> Match {
    let word = Self.signs[shape.word.value] ?? shape.word.value
    if let noun = noun(word, isPrompt: isPrompt) {
      return try verb(of: noun, in: shape, isPrompt: isPrompt)
    }
    if let place = wordsByWord[word.folded] { return Match(spec: words[place], words: 0) }
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
    if let meant = Vocabulary.englishStatements[word.folded] {
      let error = ScriptError(.englishWord(word, meant: meant), shape.word.range)
      throw Failure(.script(error), at: shape.word.range)
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
    let folded = word.folded
    return Self.signs[word] != nil || nounsByWord[folded] != nil || wordsByWord[folded] != nil
  }

  /// The signs that stand for a word.
  private static let signs = [">": "next", "<": "back"]

  private func noun(_ word: String, isPrompt: Bool) -> Name? {
    let folded = word.folded
    if let exact = nounsByWord[folded] { return exact }
    guard isPrompt, word.count >= 2, wordsByWord[folded] == nil else { return nil }
    let found = nounNames.filter { $0.begins(with: word) }
    return found.count == 1 ? found[0] : nil
  }

  private func verb(of noun: Name, in shape: Shape, isPrompt: Bool) throws -> Match {
    var first: Shape.Item?
    if case .value(let item)? = shape.arguments.first { first = item }
    if let word = first?.written, let spec = verb(word, of: noun) {
      return Match(spec: spec, words: 1)
    }
    let verbs = verbs(of: noun)
    guard let first, let word = first.written else {
      if isPrompt, let list = verbs.first(where: { $0.name.en == "list" }) {
        return Match(spec: list, words: 0)
      }
      throw Failure(.verbNeeded(noun: noun, known: verbs.map(\.name)), at: shape.word.range)
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
    var vocabulary = ownVocabulary
    for word in grades.flatMap({ [$0.word.folded, $0.code.folded] }) {
      vocabulary.firstWords.insert(word)
      vocabulary.freeWords[word] = 0
    }
    return vocabulary
  }

  /// The words that a checklist's grade cannot take.
  var reservedWords: Set<String> {
    Vocabulary.keywords.union(nounsByWord.keys).union(wordsByWord.keys)
  }
}
