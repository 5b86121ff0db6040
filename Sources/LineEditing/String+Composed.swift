extension String {
  /// The text with each letter and its accent as one scalar, where Unicode has one.
  ///
  /// Some systems paste `e` and a combining accent for `é`; the editor moves scalar by scalar.
  package var composed: String {
    guard unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) }) else {
      return self
    }
    var result = ""
    for character in self {
      result.append(Composition.letter(character) ?? character)
    }
    return result
  }
}

/// The accented letters of Latin scripts, found by Swift's own equality of characters.
private enum Composition {
  static func letter(_ character: Character) -> Character? {
    guard character.unicodeScalars.count > 1, let place = letters.firstIndex(of: character) else {
      return nil
    }
    return letters[place]
  }

  /// Latin-1 Supplement to Latin Extended-B, and Latin Extended Additional.
  private static let letters: Set<Character> = Set(
    [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar($0).map(Character.init) })
}
