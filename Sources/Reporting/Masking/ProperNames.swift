/// What tells the name of a place or a body from the common words around it.
package enum ProperNames {
  /// The words that some texts write small, without case and accents.
  package static func common(in texts: [String]) -> Set<String> {
    var small: Set<String> = []
    for text in texts {
      for word in WordSpan.words(of: text) where text[word.range].first?.isLowercase == true {
        small.insert(word.folded)
      }
    }
    return small
  }

  /// The words of a name that begin with a capital and are no common ones: `Digne`, `Bains`.
  package static func words(of name: String, besides common: Set<String>) -> [String] {
    WordSpan.words(of: name).filter { word in
      name[word.range].first?.isUppercase == true && word.folded.count > 2
        && !common.contains(word.folded)
    }.map { String(name[$0.range]) }
  }
}
