import Auditing

/// A question as it was typed, and what it can be taken for.
struct Question {
  /// Its words without accents, case and plural.
  private let words: [String]
  private let plainWords: [String]

  init(_ text: String) {
    plainWords = Self.split(text)
    words = plainWords.map(Self.singular)
  }

  /// Whether it holds a word of each group.
  func fits(_ groups: [[String]]) -> Bool {
    !groups.isEmpty && groups.allSatisfy { group in group.contains(where: holds) }
  }

  /// Whether it holds a keyword: a word, words in a row, or with `*` the beginning of one.
  func holds(_ keyword: String) -> Bool {
    let isPrefix = keyword.hasSuffix("*")
    let plain = Self.split(isPrefix ? String(keyword.dropLast()) : keyword)
    guard !plain.isEmpty, words.count >= plain.count else { return false }
    return (0...words.count - plain.count).contains { start in
      plain.indices.allSatisfy { index in
        let isLast = index == plain.count - 1
        return isPrefix && isLast
          ? plainWords[start + index].hasPrefix(plain[index])
          : words[start + index] == Self.singular(plain[index])
      }
    }
  }

  /// Whether it asks for more than yes or no (ISO 19011:2018, A.17: open-ended questions).
  var isOpen: Bool {
    if plainWords.contains(where: Self.openWords.contains) { return true }
    if let first = plainWords.first, Self.openBeginnings.contains(first) { return true }
    return plainWords.prefix(2).contains("qui")
  }

  private static let openWords: Set<String> = [
    "comment", "pourquoi", "quel", "quelle", "quels", "quelles", "combien", "quand", "quoi",
    "lequel", "laquelle", "montrez", "montrer", "decrivez", "decrire", "expliquez", "expliquer",
    "racontez", "raconter", "presentez", "parlez", "parler", "precisez", "how", "why", "what",
    "which", "who", "when", "where", "show", "describe", "explain", "tell",
  ]

  private static let openBeginnings: Set<String> = ["ou", "que", "qu"]

  private static func split(_ text: String) -> [String] {
    text.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// A word without the mark of its plural, French or English.
  static func singular(_ word: String) -> String {
    if word.count > 4, word.hasSuffix("aux") { return String(word.dropLast(3)) + "al" }
    if word.count > 3, word.hasSuffix("s") || word.hasSuffix("x") { return String(word.dropLast()) }
    return word
  }
}
