import Auditing

/// Numbers that spaces do not end: `600 000`, `93,1 %`, `5 jours ouvrés`.
extension Parser {
  /// Where a number stands, which decides what may group its digits.
  enum NumberPlace {
    /// Among the arguments of a command, where only a no-break space groups digits.
    case argument
    /// Before a free text, where any space does.
    case operand
    /// In an expression, where any space does and a decimal comma needs a unit.
    case expression
  }

  /// What belongs to a number although a space stands before it, which is passed: groups of three
  /// digits and a unit.
  mutating func numberRest(after word: String, _ place: NumberPlace) -> String {
    guard word.utf8.count <= 24, Self.mayBeNumber(word), DecimalNumber(word) != nil else {
      return ""
    }
    let start = reader.offset
    var text = word
    while let group = nextGroup(after: text, place) {
      text += " " + reader.source.text(group)
      reader.offset = group.upperBound
    }
    if DecimalNumber(text) != nil { takeUnit() }
    return reader.source.text(start..<reader.offset)
  }

  /// Whether a word begins as a number does: with a digit, a sign or the minus sign U+2212.
  private static func mayBeNumber(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return (0x30...0x39).contains(first) || first == 0x2B || first == 0x2D || first == 0xE2
  }

  /// The three digits after the next space, with the decimals and the unit that touch them.
  private func nextGroup(after number: String, _ place: NumberPlace) -> Range<Int>? {
    guard let space = reader.current, space.isSpace,
      place != .argument || space.isNarrowSpace,
      (1...3).allSatisfy({ reader.peek($0)?.isDigit == true }), reader.peek(4)?.isDigit != true
    else { return nil }
    let start = reader.offset + 1
    let range = place == .expression ? expressionWord(at: start) : argumentWord(at: start)
    guard range.count <= 24, Quantity("\(number) \(reader.source.text(range))") != nil else {
      return nil
    }
    return range
  }

  /// Passes the unit that follows a number after spaces: one word, or two as in `jours ouvrés`.
  private mutating func takeUnit() {
    var copy = reader
    copy.skipSpaces()
    guard copy.offset > reader.offset else { return }
    let first = expressionWord(at: copy.offset)
    copy.offset = first.upperBound
    copy.skipSpaces()
    let second = expressionWord(at: copy.offset)
    if !second.isEmpty, isUnit(first.lowerBound..<second.upperBound) {
      reader.offset = second.upperBound
    } else if isUnit(first) {
      reader.offset = first.upperBound
    }
  }

  private func isUnit(_ range: Range<Int>) -> Bool {
    guard let first = range.first.map({ reader.source.scalars[$0] }), range.count <= 16,
      first.isLetter || first == "%"
    else { return false }
    let letters = reader.source.text(range).map { $0.isWhitespace ? " " : $0 }
    return Unit(word: String(letters)) != nil
  }

  /// The range of a bare word of an expression; a decimal comma stays in it when a unit follows.
  func expressionWord(at start: Int) -> Range<Int> {
    let scalars = reader.source.scalars
    var end = start
    while end < reader.end {
      let scalar = scalars[end]
      if scalar == "," {
        guard end > start, isDecimalComma(at: end) else { break }
      } else if Self.endsWord(scalar) || isComparison(at: end) {
        break
      }
      end += 1
    }
    return start..<end
  }

  /// Whether an operator that compares stands there: `= < > ~` or `!=`.
  private func isComparison(at index: Int) -> Bool {
    let scalars = reader.source.scalars
    switch scalars[index] {
    case "=", "<", ">", "~": return true
    case "!": return index + 1 < reader.end && scalars[index + 1] == "="
    default: return false
    }
  }

  private func isDecimalComma(at index: Int) -> Bool {
    let scalars = reader.source.scalars
    guard scalars[index - 1].isDigit else { return false }
    var next = index + 1
    while next < reader.end, scalars[next].isDigit { next += 1 }
    guard next > index + 1 else { return false }
    while next < reader.end, scalars[next].isSpace { next += 1 }
    var end = next
    while end < reader.end, end - next <= 16, !Self.endsWord(scalars[end]), !isComparison(at: end) {
      end += 1
    }
    return isUnit(next..<end)
  }
}
