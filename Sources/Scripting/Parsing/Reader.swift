import Auditing

/// A cursor over a source: a value, so that going back is an assignment.
struct Reader {
  let source: Source
  var offset = 0
  /// Where the text ends for this reader.
  let end: Int

  /// Reads a whole source.
  init(_ source: Source) {
    self.source = source
    end = source.scalars.count
  }

  /// Reads a part of a source only.
  init(_ source: Source, in range: Range<Int>) {
    self.source = source
    offset = range.lowerBound
    end = range.upperBound
  }

  /// The scalar that comes next, or nothing at the end.
  var current: Unicode.Scalar? { peek(0) }
  var isAtEnd: Bool { offset >= end }
  var isAtLineEnd: Bool { current == nil || current == "\n" }

  /// The scalar so many places further on, or before when negative.
  func peek(_ distance: Int) -> Unicode.Scalar? {
    let index = offset + distance
    return index >= 0 && index < end ? source.scalars[index] : nil
  }

  /// Passes scalars, but never the end.
  mutating func advance(_ count: Int = 1) { offset = min(offset + count, end) }

  /// Passes a scalar if it comes next.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    offset += 1
    return true
  }

  /// Passes the spaces of a line.
  mutating func skipSpaces() {
    while let scalar = current, scalar.isSpace { offset += 1 }
  }

  /// Passes spaces, line ends, semicolons and comments.
  mutating func skipSeparators() {
    while let scalar = current {
      if scalar.isSpace || scalar == "\n" || scalar == ";" {
        offset += 1
      } else if scalar == "#" {
        skipComment()
      } else {
        return
      }
    }
  }

  /// Passes spaces, line ends and comments, inside brackets.
  mutating func skipBlank() {
    while let scalar = current {
      if scalar.isSpace || scalar == "\n" {
        offset += 1
      } else if scalar == "#" {
        skipComment()
      } else {
        return
      }
    }
  }

  /// Passes the rest of the line.
  mutating func skipComment() {
    while !isAtLineEnd { offset += 1 }
  }

  /// The word that starts here, up to the next character that ends one, without passing it.
  func word(endingAt ends: (Unicode.Scalar) -> Bool) -> Range<Int> {
    var end = offset
    while end < self.end, !ends(source.scalars[end]) { end += 1 }
    return offset..<end
  }

  /// The letters, digits and underscores of a name that starts here, or nothing.
  mutating func takeName() -> Spanned<String>? {
    guard let first = current, first.isLetter else { return nil }
    let start = offset
    while let scalar = current, scalar.isLetter || scalar.isDigit || scalar == "_" { offset += 1 }
    return Spanned(source.text(start..<offset), start..<offset)
  }
}

extension Reader {
  /// What follows each `def` at the beginning of a line, folded.
  var definedNames: Set<String> {
    var names: Set<String> = []
    var copy = self
    while !copy.isAtEnd {
      copy.skipSpaces()
      if copy.current == "d", copy.peek(1) == "e", copy.peek(2) == "f",
        copy.peek(3)?.isSpace == true
      {
        copy.advance(4)
        copy.skipSpaces()
        if let name = copy.takeName() { names.insert(name.value.folded) }
      }
      copy.skipComment()
      copy.advance()
    }
    return names
  }
}

extension Unicode.Scalar {
  /// A space between words, any no-break space included; not a line's end.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09, 0x0D, 0xA0, 0x202F, 0x2007, 0x2009: true
    default: false
    }
  }

  /// A space that stands within a number or a sentence and not between words.
  var isNarrowSpace: Bool { value == 0xA0 || value == 0x202F || value == 0x2009 }

  /// A digit from 0 to 9.
  var isDigit: Bool { value >= 0x30 && value <= 0x39 }
  /// A letter of any alphabet.
  var isLetter: Bool {
    value < 0x80
      ? (value >= 0x41 && value <= 0x5A) || (value >= 0x61 && value <= 0x7A)
      : properties.isAlphabetic
  }
}
