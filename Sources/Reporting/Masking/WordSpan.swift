import Auditing

/// A word of a text: letters and digits, with its place.
///
/// A capital after a small letter begins a word, so that a name run together with others is found.
struct WordSpan {
  let range: Range<String.Index>
  /// The word without case and accents.
  let folded: String

  /// The words of a text, in order.
  static func words(of text: String) -> [WordSpan] {
    var words: [WordSpan] = []
    var start: String.Index?
    var previous: Character = " "
    var place = text.startIndex
    func close(_ end: String.Index) {
      guard let first = start else { return }
      words.append(WordSpan(range: first..<end, folded: text[first..<end].folded))
      start = nil
    }
    while place < text.endIndex {
      let character = text[place]
      if character.isLetter || character.isNumber {
        if previous.isLowercase, character.isUppercase { close(place) }
        if start == nil { start = place }
      } else {
        close(place)
      }
      previous = character
      place = text.index(after: place)
    }
    close(text.endIndex)
    return words
  }
}
