package import Auditing

/// Puts what a masking says in the place of each name, however it is written.
package struct Masker: Sendable {
  /// The names by their first word, the longest first.
  private var phrases: [String: [Phrase]] = [:]
  private let language: Language
  private let kept: Set<String>

  private struct Phrase: Sendable {
    let words: [String]
    let entry: Int
  }

  /// What stands for the entry of a name that is not replaced.
  private static let stays = -1

  private let replacements: [String]

  /// Creates a masker; what is put for addresses and numbers is in the language.
  package init(_ masking: Masking, _ language: Language) {
    self.language = language
    kept = Set(masking.kept.map(\.folded))
    replacements = masking.entries.map(\.replacement)
    for name in masking.kept {
      add(Phrase(words: WordSpan.words(of: name).map(\.folded), entry: Self.stays))
    }
    for (place, entry) in masking.entries.enumerated() {
      for words in Self.spellings(of: entry) { add(Phrase(words: words, entry: place)) }
    }
    for (word, list) in phrases {
      phrases[word] = list.sorted { ($0.words.count, $1.entry) > ($1.words.count, $0.entry) }
    }
  }

  private mutating func add(_ phrase: Phrase) {
    guard let first = phrase.words.first else { return }
    let isKnown = phrases[first]?.contains { $0.words == phrase.words } ?? false
    if !isKnown { phrases[first, default: []].append(phrase) }
  }

  /// The text with every name, address and number of a person replaced.
  package func masked(_ text: String) -> String {
    let plain = text.contains(where: PersonalData.mayHold) ? withoutPersonalData(text) : text
    let places = places(in: plain)
    guard !places.isEmpty else { return plain }
    var result = ""
    var end = plain.startIndex
    for (range, entry) in places {
      result += plain[end..<range.lowerBound] + replacements[entry]
      end = range.upperBound
    }
    return result + plain[end...]
  }

  private func withoutPersonalData(_ text: String) -> String {
    var result = ""
    var end = text.startIndex
    for found in PersonalData.found(in: text) where !kept.contains(text[found.range].folded) {
      result += text[end..<found.range.lowerBound] + found.kind.replacement(language)
      end = found.range.upperBound
    }
    return end == text.startIndex ? text : result + text[end...]
  }

  /// The names that a text still says, of so many words at least.
  package func names(in text: String, ofAtLeast least: Int = 1) -> [String] {
    places(in: text, least).map { String(text[$0.range]) }
  }

  private func places(
    in text: String, _ least: Int = 1
  ) -> [(range: Range<String.Index>, entry: Int)] {
    guard !phrases.isEmpty else { return [] }
    let words = WordSpan.words(of: text)
    var places: [(range: Range<String.Index>, entry: Int)] = []
    var index = 0
    while index < words.count {
      let match = phrases[words[index].folded]?.first {
        $0.words.count >= least && stands($0, at: index, words, text)
      }
      guard let match else {
        index += 1
        continue
      }
      let last = index + match.words.count - 1
      guard match.entry != Self.stays else {
        index = last + 1
        continue
      }
      let start = beginning(at: index, words, text, notBefore: places.last?.range.upperBound)
      places.append((start..<words[last].range.upperBound, match.entry))
      index = last + 1
    }
    return places
  }

  private func stands(
    _ phrase: Phrase, at index: Int, _ words: [WordSpan], _ text: String
  ) -> Bool {
    guard index + phrase.words.count <= words.count else { return false }
    for (offset, word) in phrase.words.enumerated() {
      guard words[index + offset].folded == word else { return false }
      guard offset > 0 else { continue }
      let gap = words[index + offset - 1].range.upperBound..<words[index + offset].range.lowerBound
      guard text[gap].count <= 3 else { return false }
    }
    return true
  }

  /// Where what is replaced begins: with the `@`, the title and the initials before a name.
  private func beginning(
    at index: Int, _ words: [WordSpan], _ text: String, notBefore end: String.Index?
  ) -> String.Index {
    let start = words[index].range.lowerBound
    let limit = end ?? text.startIndex
    if start > limit, text[text.index(before: start)] == "@" { return text.index(before: start) }
    var first = index
    while first > 0, words[first - 1].range.lowerBound >= limit {
      let word = words[first - 1]
      let gap = text[word.range.upperBound..<words[first].range.lowerBound]
      let isInitial = word.folded.count == 1 && gap.first.map { ".'’-".contains($0) } == true
      guard isInitial || PersonalData.titles.contains(word.folded),
        text[word.range].first?.isUppercase == true, gap.count <= 3,
        gap.allSatisfy({ ".'’-".contains($0) || $0.isWhitespace })
      else { break }
      first -= 1
    }
    return words[first].range.lowerBound
  }
}

extension Masker {
  /// Every way in which the words of an entry may be written, as folded words.
  private static func spellings(of entry: Masking.Entry) -> [[String]] {
    let words = WordSpan.words(of: entry.what).map(\.folded)
    guard entry.form != .text else { return [words] }
    var spellings = [words, Array(words.reversed())]
    let parts = words.filter { !particles.contains($0) && $0.count > 1 }
    spellings += parts.map { [$0] }
    for start in words.indices where !particles.contains(words[start]) {
      for end in words.indices.dropFirst(start + 1) where !particles.contains(words[end]) {
        spellings.append(Array(words[start...end]))
      }
    }
    if let first = words.first, let last = parts.last, words.count > 1 {
      let initial = String(first.prefix(1))
      spellings += [[initial, last], [last, initial], [initial + last], [last + initial]]
      spellings += [[first, last], [last, first], [initial + words.dropFirst().joined()]]
    }
    spellings += spellings.map { [$0.joined()] }
    if let handle = entry.handle {
      let words = WordSpan.words(of: handle).map(\.folded)
      spellings += [words, [words.joined()]]
    }
    return spellings.filter { !$0.isEmpty && $0 != [""] }
  }

  /// Words within names that say nothing of the person alone.
  private static let particles = PersonalData.titles.union([
    "de", "du", "des", "la", "le", "les", "van", "von", "der", "den", "di", "da", "dos", "el", "al",
    "ben", "bin", "bint", "et", "ep", "epouse", "veuve", "nee", "and", "the", "of", "san", "saint",
    "sainte",
  ])
}
