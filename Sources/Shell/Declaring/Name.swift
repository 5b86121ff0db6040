import Auditing

/// A sentence or word in both languages.
typealias Wording = (fr: String, en: String)

/// A name in both languages, either of which is accepted everywhere.
struct Name: Hashable, Sendable {
  let en: String
  let fr: String

  init(_ en: String, _ fr: String) {
    self.en = en
    self.fr = fr
  }

  /// The same word in both languages.
  init(_ word: String) {
    self.init(word, word)
  }

  /// Whether a word is this name, without regard to case and accents.
  func matches(_ word: String) -> Bool {
    en == word || fr == word || matches(folded: word.folded)
  }

  /// Whether a word that is folded already is this name.
  func matches(folded word: String) -> Bool { en.folds(to: word) || fr.folds(to: word) }

  /// Whether a word begins this name in either language.
  func begins(with word: String) -> Bool {
    let folded = word.folded
    return en.folded.hasPrefix(folded) || fr.folded.hasPrefix(folded)
  }

  subscript(language: Language) -> String { language == .fr ? fr : en }
}
