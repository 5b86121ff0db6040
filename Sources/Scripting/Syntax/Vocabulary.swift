import Auditing

/// The words that the parser must know to tell a free text from arguments.
package struct Vocabulary: Sendable {
  /// The words a command can begin with, folded.
  package var firstWords: Set<String>
  /// The words that end in a free text, folded, with the count of values before it.
  package var freeWords: [String: Int]
  /// Two words that end in a free text, folded and joined by a space.
  package var freePairs: [String: Int]

  /// Creates a vocabulary.
  package init(
    firstWords: Set<String>, freeWords: [String: Int], freePairs: [String: Int] = [:]
  ) {
    self.firstWords = firstWords
    self.freeWords = freeWords
    self.freePairs = freePairs
  }

  /// The keywords of statements and clauses, and the operators that are words: all reserved.
  package static let keywords: Set<String> = [
    "param", "let", "if", "else", "for", "in", "def", "return", "expect", "suppose", "where",
    "sort", "desc", "limit", "fields", "group", "as", "to", "and", "or", "not", "is", "empty",
  ]

  /// The words that begin a clause.
  static let clauseWords: Set<String> = [
    "where", "sort", "limit", "fields", "group", "as", "to",
  ]

  /// The words that begin a statement other than a command.
  static let statementWords: Set<String> = [
    "param", "let", "if", "else", "for", "def", "return", "expect", "suppose",
  ]

  /// The clause words and operators that a French speaker might write, folded, with the word of
  /// the language.
  package static let english: [String: String] = [
    "ou": "where", "trier": "sort", "tri": "sort", "limite": "limit", "limiter": "limit",
    "champs": "fields", "grouper": "group", "groupe": "group", "comme": "as", "vers": "to",
    "decroissant": "desc",
  ]

  /// The words with which a French speaker might begin a statement, folded.
  package static let englishStatements: [String: String] = [
    "soit": "let", "parametre": "param", "si": "if", "sinon": "else", "pour": "for",
    "definir": "def", "rendre": "return", "attendre": "expect", "supposer": "suppose",
  ]

  /// The operators that a French speaker might write in a condition, folded.
  static let englishOperators: [String: String] = [
    "et": "and", "ou": "or", "non": "not", "dans": "in", "est": "is", "vide": "empty",
    "trier": "sort", "tri": "sort", "limite": "limit", "limiter": "limit", "champs": "fields",
    "grouper": "group", "groupe": "group", "comme": "as", "vers": "to",
  ]

  /// The count of values before the free text, when a noun and its verb end in one.
  func operandsBeforeText(in command: Command) -> Int? {
    guard command.arguments.count == 1, case .value(let spanned) = command.arguments[0],
      case .word(let verb) = spanned.value
    else { return nil }
    return freePairs["\(command.word.value) \(verb)".folded]
  }

  /// The word that reads another file into a script, in both languages, folded.
  package static let inclusionWords: Set<String> = ["source", "inclure"]

  /// The word behind which any word may stand, in both languages, folded: help is asked about it.
  static let topicWords: Set<String> = ["help", "aide"]

  /// The operators of conditions and calculations, which never stand alone among arguments.
  static let operators: Set<String> = [
    "=", "==", "!=", "<", "<=", ">", ">=", "~", "+", "-", "*", "/",
  ]
}
